// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jobs/callpace.h"
#include "jobs/circuit.h"
#include "jobs/driver.h"
#include "jobs/statuslist.h"
#include "jobs/stepcontext.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>

/// What a step on a connection works with. BadInput where the connection or its settings cannot be
/// used.
[[nodiscard]] Result<StepContext> contextOf(const Driver::Needs &needs, ConnectionId connection);

/// Batches of a connection that are asked for together, by the provider's list.
struct LaneList {
    /// So many are cheaper to ask for together than one by one.
    static constexpr int fewest = 5;

    QSet<BatchId> batches; ///< that wait for the next look at the list, and for nothing else
    std::unique_ptr<StatusList> look; ///< under way
    std::chrono::milliseconds due{0}; ///< steady; of the next look
    std::chrono::milliseconds interval{0}; ///< last wait between two looks
    int failures = 0; ///< in a row
    int worth = fewest; ///< grows where the list is long and ours are few
    bool refused = false; ///< the provider has none
};

/// One connection as this process drives it, or not: it opens when the key can be read and the
/// lease is ours, and closes on trouble with the key. GUI thread.
class Lane : public QObject {
    Q_OBJECT
public:
    Lane(const Driver::Needs &needs, ConnectionId connection, QObject *parent);

    /// Tries to become the driver; ends in opened, refused or troubleChanged. Does nothing while it
    /// tries, is open, or has trouble.
    void open();
    [[nodiscard]] bool isOpen() const;
    /// Gives the lease up.
    void close();
    /// Stays closed until resume(). Keeps the lease until close(): a paid call may be under way.
    void pause(const Error &trouble);
    void resume();
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// True where the connection is another one than that which had the trouble.
    [[nodiscard]] bool isOutdated() const;

    /// So long nothing may be asked: the provider asked for patience, or does not answer.
    [[nodiscard]] std::chrono::milliseconds waitLeft() const;
    /// That, or a call is finding out whether it answers again.
    [[nodiscard]] bool isWaiting() const { return circuit.isOpen() || waitLeft().count() > 0; }
    /// True once after the connection has got another address; then no wait is left of the old one.
    [[nodiscard]] bool hasMoved();
    /// What was waited for is of no interest any more: all batches are lined up anew.
    void forgetWaits();

    /// For one step.
    [[nodiscard]] Result<StepContext> context() const { return contextOf(m_needs, m_id); }

    // What the batches of a connection share.
    LaneRoom room;
    Circuit circuit;
    CallPace pace;
    std::chrono::milliseconds notBefore{0}; ///< since boot: a server's Retry-After
    QSet<BatchId> blocked; ///< due, and waiting for the two above
    std::optional<BatchId> probe; ///< lets all others know whether the provider answers again
    QString waitWords; ///< why they wait, as their batches say; empty: nothing was said
    LaneList list;
    std::optional<BatchId> creating; ///< counts live batches and creates: one at a time
    QSet<BatchId> waiting; ///< for creating to be free

Q_SIGNALS:
    void opened(ConnectionId id);
    void refused(ConnectionId id); ///< another program drives it
    void troubleChanged(ConnectionId id);

private:
    void takeKey(const Result<SecretBytes> &key);
    void takeLease(const Result<bool> &lease);

    enum class State : quint8 { Closed, Opening, Open };
    Driver::Needs m_needs;
    ConnectionId m_id;
    State m_state = State::Closed;
    std::pair<QString, QUrl> m_place; ///< profile and address, as last seen
    std::optional<Error> m_trouble;
    std::optional<Connection> m_troubled; ///< as it was then
    TaskHandle<Result<SecretBytes>> m_key;
};
