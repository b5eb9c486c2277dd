// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jobs/driver.h"
#include "jobs/stepcontext.h"

#include <QObject>
#include <QSet>

#include <optional>

/// What a step on a connection works with. BadInput where the connection or its settings cannot be
/// used.
[[nodiscard]] Result<StepContext> contextOf(const Driver::Needs &needs, ConnectionId connection);

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
    [[nodiscard]] bool isOpening() const { return m_state == State::Opening; }
    /// Gives the lease up.
    void close();
    /// Stays closed until resume(). Keeps the lease until close(): a paid call may be under way.
    void pause(const Error &trouble);
    void resume();
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// True where the connection is another one than that which had the trouble.
    [[nodiscard]] bool isOutdated() const;

    /// For one step.
    [[nodiscard]] Result<StepContext> context() const { return contextOf(m_needs, m_id); }

    // What the batches of a connection share.
    LaneRoom room;
    QDateTime notBefore;
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
    std::optional<Error> m_trouble;
    std::optional<Connection> m_troubled; ///< as it was then
    TaskHandle<Result<SecretBytes>> m_key;
};
