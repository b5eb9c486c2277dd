// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchrunner.h"
#include "jobs/driver.h"
#include "jobs/endwatch.h"
#include "jobs/jobqueue.h"
#include "jobs/lane.h"
#include "jobs/poller.h"
#include "jobs/wishcarrier.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <optional>
#include <vector>

/// Lets the batches of all connections that this process drives move, step by step: knows which
/// have work, when each is due, and what its end means for the others. GUI thread.
class Dispatcher : public QObject {
    Q_OBJECT
public:
    Dispatcher(const Driver::Needs &needs, const EndWatch &ends, QObject *parent);
    ~Dispatcher() override;

    void start(const QList<ConnectionId> &only);
    void stop();
    /// Begins nothing more; what is under way goes to its end.
    void finish();
    /// A call is under way that changes something at the provider, other than an upload: another
    /// program that goes on from what is stored would make it once more.
    [[nodiscard]] bool isChanging() const;

    void keyChanged(ConnectionId connection);
    [[nodiscard]] std::optional<Error> trouble(ConnectionId connection) const;
    [[nodiscard]] std::optional<ConnectionWait> wait(ConnectionId connection) const;
    /// The network may be another one, or the computer was asleep.
    void lookSoon();
    [[nodiscard]] std::optional<double> progress(BatchId batch) const;
    /// A step is under way, or what is there so far is still being fetched.
    [[nodiscard]] bool isBusy(BatchId batch) const;

Q_SIGNALS:
    void troubleChanged(ConnectionId connection);
    void progressed(const QList<BatchId> &ids);

private:
    /// What this process knows of a batch that it follows.
    struct Track {
        StepMemory memory;
        std::unique_ptr<BatchRunner> runner;
        std::optional<double> progress;
        bool hurry = false; ///< someone asked while a step was under way
        bool hasTurn = false; ///< of its connection's pace
        bool alone = false; ///< the list does not show it, or shows that it has ended
        bool aloneOnce = false; ///< a person asks for this one
    };

    // Which connections (dispatcher.cpp)
    void consider(ConnectionId connection);
    void openLane(ConnectionId connection);
    void recover(ConnectionId connection);
    void takeTrouble(ConnectionId connection);
    void takeConnections();
    void letGo(ConnectionId connection);
    [[nodiscard]] Lane *lane(ConnectionId connection);
    [[nodiscard]] Lane *openLaneOf(BatchId batch);
    [[nodiscard]] bool mayDrive(ConnectionId connection) const;
    [[nodiscard]] bool hasWork(ConnectionId connection);
    [[nodiscard]] QList<BatchId> batchesOf(ConnectionId connection) const;
    void carryWishes();

    // Which batches, and when (dispatchersteps.cpp)
    [[nodiscard]] bool needsWork(const Batch &batch);
    [[nodiscard]] Track &track(BatchId batch);
    void takeBatches(const QList<BatchId> &ids);
    void followBatch(BatchId batch);
    void hurry(BatchId batch);
    void abort(BatchId batch);
    void lineUp(BatchId batch);
    void pump();
    void begin(BatchId batch);
    void takeEnd(BatchId batch, StepEnd end);
    [[nodiscard]] std::chrono::milliseconds waitAfter(const StepEnd &end, const Batch &before,
                                                      Track &track, const Lane &lane) const;
    [[nodiscard]] std::chrono::milliseconds shortestWait(const StepContext &context) const;
    void store(const Batch &before, Batch batch, const Cause &cause);
    void goOn(const StepEnd &end, const Batch &before, std::chrono::milliseconds wait, Lane &lane);
    void takeProgress(BatchId batch, qint64 bytes, qint64 total);

    // Which wait for room at the provider (dispatcherroom.cpp)
    [[nodiscard]] bool isHeldForRoom(const Batch &batch, const Lane &lane) const;
    [[nodiscard]] bool letsOlderGoFirst(BatchId batch, const Lane &lane);
    void holdForRoom(BatchId batch, const Lane &lane);
    void freeRoom(Lane &lane, ConnectionId connection);

    // What holds back the batches of a connection (dispatcherwaits.cpp)
    void checkProbe(Lane &lane) const;
    [[nodiscard]] bool mayPass(BatchId batch, Lane &lane);
    [[nodiscard]] bool takesTurn(BatchId batch, Lane &lane, const StepContext &context);
    void planLane(ConnectionId connection, Lane &lane);
    void tend(ConnectionId connection);
    void release(Lane &lane);
    void endProbe(BatchId batch, ConnectionId connection, Lane &lane);
    void takeSign(const StepEnd &end, const Batch &before, StepPlan::Kind kind, Lane &lane);
    void takeSign(Circuit::Sign sign, const Error *failure, bool isProbe, ConnectionId connection,
                  Lane &lane);
    void slowDown(std::chrono::milliseconds wait, ConnectionId connection, Lane &lane);
    void sayWait(const QString &words, ConnectionId connection, Lane &lane);
    void keepNotBefore(const Batch &batch, Lane &lane);

    // Batches that are asked for together (dispatcherlists.cpp)
    [[nodiscard]] bool joinsList(const Batch &batch, Lane &lane, const StepContext &context);
    void look(ConnectionId connection, Lane &lane);
    void takeList(ConnectionId connection, const QSet<BatchId> &asked,
                  const Result<StatusList::Answer> &answer);
    void takeListTrouble(ConnectionId connection, const Error &error, Lane &lane);
    [[nodiscard]] bool takeRow(const Batch &before, const BatchFacts &row,
                               const StepContext &context);
    void dissolveList(Lane &lane);

    Driver::Needs m_needs;
    const EndWatch &m_ends;
    bool m_started = false;
    bool m_finishing = false;
    QList<ConnectionId> m_only;
    std::map<ConnectionId, std::unique_ptr<Lane>> m_lanes;
    std::map<BatchId, Track> m_tracks;
    JobQueue m_queue;
    Poller m_poller;
    WishCarrier m_carrier;
    std::vector<std::unique_ptr<BatchRunner>> m_retired; ///< ended; go when the loop turns
    QSet<BatchId> m_progressed;
};
