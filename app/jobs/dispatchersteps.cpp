// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of Dispatcher: batches, and when each moves.

#include "core/crashpoint.h"
#include "jobs/dispatcher.h"
#include "jobs/pollpace.h"
#include "jobs/reconciler.h"
#include "library/library.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <utility>

using std::chrono::milliseconds;

Dispatcher::Track &Dispatcher::track(BatchId batch)
{
    const auto [known, isNew] = m_tracks.try_emplace(batch);
    if (isNew)
        known->second.memory.followedSince = m_needs.clock.steady();
    return known->second;
}

bool Dispatcher::needsWork(const Batch &batch)
{
    if (batch.superseded)
        return false;
    switch (batch.facts.state) {
    case BatchState::Draft: return false;
    case BatchState::Unknown: {
        const auto known = m_tracks.find(batch.id);
        return known == m_tracks.end() || Reconciler::hasLooks(known->second.memory);
    }
    default: return !isTerminal(batch.facts.state) || !batch.facts.resultsComplete;
    }
}

void Dispatcher::takeBatches(const QList<BatchId> &ids)
{
    QSet<ConnectionId> connections;
    for (const BatchId id : ids) {
        const Batch *batch = m_needs.library.batch(id);
        if (batch == nullptr || batch->superseded) {
            m_poller.forget(id);
            continue;
        }
        if (openLaneOf(id) != nullptr)
            followBatch(id);
        else if (needsWork(*batch) && !m_poller.isPlanned(batch->connection))
            connections.insert(batch->connection);
    }
    for (const ConnectionId id : std::as_const(connections))
        consider(id);
}

void Dispatcher::followBatch(BatchId id)
{
    if (!needsWork(*m_needs.library.batch(id)) || m_queue.contains(id) || m_poller.isPlanned(id))
        return;
    for (const auto &[connection, lane] : m_lanes)
        if (lane->waiting.contains(id) || lane->blocked.contains(id)
            || lane->list.batches.contains(id))
            return;
    (void)track(id); // known from now on
    m_poller.plan(id, milliseconds(0));
}

void Dispatcher::hurry(BatchId id)
{
    if (m_queue.isMoving(id)) {
        track(id).hurry = true;
        return;
    }
    const Batch *batch = m_needs.library.batch(id);
    if (batch == nullptr || !needsWork(*batch) || m_queue.contains(id))
        return;
    Track &track = this->track(id);
    track.aloneOnce = true;
    track.hasTurn = true;
    if (Lane *lane = openLaneOf(id)) {
        lane->list.batches.remove(id);
        lane->blocked.remove(id);
        lane->circuit.hurry(m_needs.clock, milliseconds(0)); // a person may know that it is back
    }
    m_poller.plan(id, milliseconds(0));
}

/// Ends a step that is not paid, without an end of its own.
void Dispatcher::abort(BatchId id)
{
    m_poller.forget(id);
    m_queue.leave(id);
    if (const auto known = m_tracks.find(id); known != m_tracks.end()) {
        known->second.runner.reset();
        known->second.progress.reset();
    }
    Lane *lane = openLaneOf(id);
    if (lane == nullptr)
        return;
    const ConnectionId connection = m_needs.library.batch(id)->connection;
    lane->waiting.remove(id);
    lane->blocked.remove(id);
    lane->list.batches.remove(id);
    endProbe(id, connection, *lane);
    if (lane->creating == id) {
        lane->creating.reset();
        freeRoom(*lane, connection);
    }
}

void Dispatcher::lineUp(BatchId id)
{
    Lane *lane = openLaneOf(id);
    const Batch *batch = m_needs.library.batch(id);
    if (lane == nullptr || !needsWork(*batch) || !mayPass(id, *lane))
        return;
    const Result<StepContext> context = lane->context();
    if (!context) {
        lane->pause(context.error());
        return;
    }
    const BatchRunner planned(*context, id, track(id).memory, lane->room);
    if (planned.plan().kind == StepPlan::Kind::Status && lane->probe != id
        && (joinsList(*batch, *lane, *context) || !takesTurn(id, *lane, *context)))
        return;
    m_queue.want(id, batch->connection,
                 isTransfer(planned.plan()) ? JobQueue::Sort::Transfer : JobQueue::Sort::Call);
    pump();
}

void Dispatcher::pump()
{
    while (const std::optional<BatchId> id = m_queue.take())
        begin(*id);
}

bool Dispatcher::isChanging() const
{
    return std::ranges::any_of(m_tracks, [this](const auto &entry) {
        const auto &[id, track] = entry;
        if (!track.runner || !m_queue.isMoving(id))
            return false;
        switch (track.runner->plan().kind) {
        case StepPlan::Kind::Create:
        case StepPlan::Kind::Add:
        case StepPlan::Kind::Start:
        case StepPlan::Kind::Cancel: return true;
        default: return false;
        }
    });
}

void Dispatcher::begin(BatchId id)
{
    if (m_finishing) {
        m_queue.leave(id);
        return;
    }
    Lane *lane = openLaneOf(id);
    if (lane == nullptr) {
        m_queue.leave(id);
        if (const Batch *batch = m_needs.library.batch(id))
            consider(batch->connection);
        return;
    }
    const Result<StepContext> context = lane->context();
    if (!context) {
        m_queue.leave(id);
        lane->pause(context.error());
        return;
    }
    Track &track = this->track(id);
    track.runner = std::make_unique<BatchRunner>(*context, id, track.memory, lane->room);
    const StepPlan::Kind kind = track.runner->plan().kind;
    const bool isCounted
        = kind == StepPlan::Kind::Create && context->profile.maxLiveBatches.value > 0;
    if (isCounted && (lane->creating || letsOlderGoFirst(id, *lane))) {
        m_queue.leave(id);
        lane->waiting.insert(id);
        endProbe(id, m_needs.library.batch(id)->connection, *lane);
        return;
    }
    if (isCounted)
        lane->creating = id;
    qCDebug(lcJobs, "batch %lld, %s: step %d begins", id.value,
            qUtf8Printable(stateName(m_needs.library.batch(id)->facts.state)), int(kind));
    const bool started = track.runner->start(
        [this, id](StepEnd end) { takeEnd(id, std::move(end)); },
        [this, id](qint64 bytes, qint64 total) { takeProgress(id, bytes, total); });
    if (started)
        return;
    m_queue.leave(id);
    endProbe(id, m_needs.library.batch(id)->connection, *lane);
    if (kind == StepPlan::Kind::Wait)
        m_poller.plan(id,
                      m_needs.clock.scaled(jittered(context->profile.pollMin,
                                                    QRandomGenerator::global()->generateDouble())));
}

void Dispatcher::takeEnd(BatchId id, StepEnd end)
{
    m_queue.leave(id);
    Track &track = this->track(id);
    const StepPlan::Kind kind = track.runner->plan().kind;
    m_retired.push_back(std::move(track.runner)); // it is still on the stack
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_retired.clear();
            pump();
        },
        Qt::QueuedConnection);
    if (track.progress) {
        track.progress.reset();
        takeProgress(id, 0, 0);
    }
    const Batch *stored = m_needs.library.batch(id);
    const auto known = stored == nullptr ? m_lanes.end() : m_lanes.find(stored->connection);
    if (known == m_lanes.end())
        return;
    Lane &lane = *known->second;
    const Batch before = *stored;
    const milliseconds wait = waitAfter(end, before, track, lane);
    if (constexpr int patience = 3; track.memory.failures >= patience) {
        track.memory.partialWanted = false; // a person may ask again
        track.memory.partialPolled = false;
    }
    const bool isPlanned = end.then != StepEnd::Then::Idle && needsWork(end.batch);
    keepNotBefore(end.batch, lane);
    const QString said = lane.waitWords;
    takeSign(end, before, kind, lane);
    QString &reason = end.batch.facts.reason;
    const bool isAtProvider = isLive(before.facts.state) || isTerminal(before.facts.state);
    if (isPlanned && isAtProvider && (reason.isEmpty() || reason == said))
        reason = lane.isWaiting() ? lane.waitWords : QString();
    qCDebug(lcJobs, "batch %lld: %s, %s; then %d in %lld ms", id.value,
            qUtf8Printable(stateName(end.batch.facts.state)),
            end.batch.facts.error ? qUtf8Printable(end.batch.facts.error->message) : "no error",
            int(end.then), qint64(wait.count()));
    end.batch.nextCheckAt = QDateTime();
    if (isPlanned) {
        end.batch.nextCheckAt
            = m_needs.clock.now().addMSecs(std::max(wait, lane.waitLeft()).count());
    }
    crashPoint("step.ended");
    store(before, end.batch, causeOf(kind, end, track.memory));
    crashPoint("step.storing");
    goOn(end, before, wait, lane);
}

milliseconds Dispatcher::waitAfter(const StepEnd &end, const Batch &before, Track &track,
                                   const Lane &lane) const
{
    using Then = StepEnd::Then;
    Then then = end.then;
    const bool hurry = std::exchange(track.hurry, false);
    track.memory.failures = then == Then::Retry ? track.memory.failures + 1 : 0;
    if (hurry)
        return milliseconds(0);
    // A step that changes nothing is not repeated at once, whatever it says.
    const bool isSame = end.batch.facts == before.facts && end.batch.bodyFile == before.bodyFile
        && end.batch.resultFiles == before.resultFiles;
    if (then == Then::Now && isSame && !track.memory.partialWanted)
        then = Then::Poll;
    const Result<StepContext> context = lane.context();
    const Profile profile = context ? context->profile : Profile();
    const RequestCounts &counts = end.batch.facts.counts;
    switch (then) {
    case Then::Now: return milliseconds(0);
    case Then::After: return end.wait;
    case Then::Retry:
        return m_needs.clock.scaled(
            backOff(track.memory.failures, QRandomGenerator::global()->generateDouble()));
    case Then::Idle:
    case Then::Poll: break;
    }
    PollNews news{.last = track.memory.interval,
                  .age = m_needs.clock.steady() - track.memory.followedSince,
                  .changed = end.changed,
                  .unknownStatus = end.batch.facts.unknownStatus};
    if (counts.done() && counts.total.value_or(0) > 0)
        news.progress = double(*counts.done()) / double(*counts.total);
    const milliseconds shortest = context ? shortestWait(*context) : profile.pollMin;
    track.memory.interval = pollWait(news, shortest, profile.pollMax);
    return m_needs.clock.scaled(
        jittered(track.memory.interval, QRandomGenerator::global()->generateDouble()));
}

void Dispatcher::store(const Batch &before, Batch batch, const Cause &cause)
{
    if (batch == before)
        return;
    const RunId id = batch.run;
    storeBatch(m_needs.library, std::move(batch), m_needs.clock.now(), cause);
    const Run *run = m_needs.library.run(id);
    if (run != nullptr && !run->unread && !m_ends.isKnown(id) && hasEnded(m_needs.library, id)) {
        Run ended = *run;
        crashPoint("run.ended");
        ended.unread = true;
        m_needs.library.save(ended);
    }
}

void Dispatcher::goOn(const StepEnd &end, const Batch &before, milliseconds wait, Lane &lane)
{
    const BatchId id = before.id;
    if (end.trouble) {
        if (lane.creating == id)
            lane.creating.reset();
        lane.forgetWaits(); // all are followed anew once there is a key
        lane.pause(*end.trouble);
        letGo(before.connection);
        return;
    }
    const bool isWanted = needsWork(*m_needs.library.batch(id));
    if (isWanted && end.then == StepEnd::Then::Retry && lane.circuit.isOpen()) {
        lane.blocked.insert(id); // it is asked about when the provider answers again, not later
        planLane(before.connection, lane);
    } else if (isWanted && end.then != StepEnd::Then::Idle && lane.isOpen()) {
        m_poller.plan(id, wait);
    }
    const bool hasEndedNow = isLive(before.facts.state) && isTerminal(end.batch.facts.state);
    if (hasEndedNow)
        lane.room.full = false;
    const bool hasCreated = lane.creating == id;
    if (hasCreated)
        lane.creating.reset();
    if (hasCreated || hasEndedNow)
        freeRoom(lane, before.connection);
    if (!isWanted || lane.trouble())
        letGo(before.connection);
}

void Dispatcher::takeProgress(BatchId id, qint64 bytes, qint64 total)
{
    Track &track = this->track(id);
    if (total > 0)
        track.progress = std::clamp(double(bytes) / double(total), 0.0, 1.0);
    if (m_progressed.isEmpty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QSet<BatchId> ids = std::exchange(m_progressed, {});
                Q_EMIT progressed(QList<BatchId>(ids.cbegin(), ids.cend()));
            },
            Qt::QueuedConnection);
    m_progressed.insert(id);
}

bool Dispatcher::isBusy(BatchId batch) const
{
    const auto known = m_tracks.find(batch);
    return m_queue.isMoving(batch)
        || (known != m_tracks.end() && known->second.memory.partialWanted);
}

std::optional<double> Dispatcher::progress(BatchId batch) const
{
    const auto known = m_tracks.find(batch);
    return known == m_tracks.end() ? std::nullopt : known->second.progress;
}
