// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of Dispatcher: batches that are asked for together, by the provider's list.

#include "jobs/batchstep.h"
#include "jobs/dispatcher.h"
#include "jobs/pollpace.h"
#include "library/library.h"
#include "net/httpreply.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using std::chrono::milliseconds;

namespace {

/// A look at the list is worth many questions, and takes as many calls as it has pages.
constexpr int minFactor = 3;
constexpr int maxFactor = 2;
constexpr std::chrono::seconds perPage(2);

bool isKnownByList(const Batch &batch)
{
    return isLive(batch.facts.state) && !batch.facts.remoteId.isEmpty()
        && !batch.facts.cancelRequested;
}

} // namespace

/// True where the batch waits for the next look at the list from now on.
bool Dispatcher::joinsList(const Batch &batch, Lane &lane, const StepContext &context)
{
    Track &track = this->track(batch.id);
    LaneList &list = lane.list;
    const bool isPossible = context.dialect->listTellsStatus && context.profile.list != Support::No
        && !list.refused && isKnownByList(batch) && !track.memory.partialWanted
        && !track.memory.addAsks;
    if (std::exchange(track.aloneOnce, false) || track.alone || !isPossible || list.look)
        return false;
    const milliseconds now = m_needs.clock.steady();
    if (list.batches.isEmpty()) {
        QSet<BatchId> all;
        for (const BatchId id : batchesOf(batch.connection)) {
            const bool isFree = !m_queue.contains(id) && !lane.blocked.contains(id);
            if (isFree && isKnownByList(*m_needs.library.batch(id)) && !this->track(id).alone)
                all.insert(id);
        }
        if (all.size() < list.worth)
            return false;
        for (const BatchId id : std::as_const(all))
            m_poller.forget(id); // whenever each was due: one look serves all
        list.batches = all;
        list.due = now;
    }
    // A young one is not kept waiting for a look that is far off.
    const milliseconds patience = m_needs.clock.scaled(
        std::max(track.memory.interval, context.profile.pollMin * minFactor));
    if (list.due - now > patience)
        return false;
    list.batches.insert(batch.id);
    planLane(batch.connection, lane);
    return true;
}

void Dispatcher::look(ConnectionId connection, Lane &lane)
{
    Result<StepContext> context = lane.context();
    if (!context) {
        lane.forgetWaits();
        lane.pause(context.error());
        return;
    }
    QSet<QString> remoteIds;
    QSet<BatchId> asked;
    for (const BatchId id : std::as_const(lane.list.batches)) {
        const Batch *batch = m_needs.library.batch(id);
        if (batch != nullptr && needsWork(*batch) && asked.insert(id) != asked.end())
            remoteIds.insert(batch->facts.remoteId);
    }
    lane.list.batches = asked;
    lane.list.look = std::make_unique<StatusList>(std::move(*context), std::move(remoteIds));
    lane.list.look->start([this, connection, asked](const Result<StatusList::Answer> &answer) {
        takeList(connection, asked, answer);
    });
}

void Dispatcher::takeList(ConnectionId connection, const QSet<BatchId> &asked,
                          const Result<StatusList::Answer> &answer)
{
    Lane &lane = *this->lane(connection);
    lane.list.look.release()->deleteLater(); // it is still on the stack
    const Result<StepContext> context = lane.context();
    if (!lane.isOpen() || !context)
        return;
    if (!answer) {
        takeListTrouble(connection, answer.error(), lane);
        return;
    }
    lane.list.failures = 0;
    int moved = 0;
    takeSign(Circuit::Sign::Answered, nullptr, false, connection, lane);
    for (const BatchId id : asked) {
        const Batch *stored = m_needs.library.batch(id);
        if (!lane.list.batches.contains(id) || stored == nullptr)
            continue; // taken off meanwhile
        const auto row = answer->found.constFind(stored->facts.remoteId);
        const BatchFacts before = stored->facts;
        if (row != answer->found.cend() && takeRow(*stored, *row, *context)) {
            const Batch *after = m_needs.library.batch(id);
            moved += after->facts.state != before.state || after->facts.counts != before.counts;
            continue;
        }
        // Ended, or not shown: asked for by a call of its own.
        track(id).alone = row != answer->found.cend() || !answer->isCut;
        lane.list.batches.remove(id);
        m_poller.plan(id, milliseconds(0));
    }
    LaneList &list = lane.list;
    if (answer->isCut || answer->pages > list.batches.size())
        list.worth = 2 * std::max(answer->pages, int(asked.size()));
    PollNews news{.last = list.interval, .age = std::chrono::hours(1)};
    news.changed = moved * 20 > list.batches.size();
    list.interval = pollWait(news, context->profile.pollMin * minFactor,
                             context->profile.pollMax * maxFactor);
    list.interval = std::max(list.interval, milliseconds(perPage) * (answer->pages - 1));
    const milliseconds wait = m_needs.clock.scaled(
        jittered(list.interval, QRandomGenerator::global()->generateDouble()));
    list.due = m_needs.clock.steady() + wait;
    if (list.batches.size() < list.worth)
        dissolveList(lane);
    planLane(connection, lane);
}

/// What the row says of a batch at work is stored. False where it says too little, or the end.
bool Dispatcher::takeRow(const Batch &before, const BatchFacts &row, const StepContext &context)
{
    if (isTerminal(row.state) || row.unknownStatus || row.remoteJson.isEmpty())
        return false;
    const HttpReply reply{.status = 200, .body = row.remoteJson};
    Result<Batch> batch = absorbReply(context, before, StepKind::Status, reply);
    if (!batch || isTerminal(batch->facts.state))
        return false;
    store(before, std::move(*batch), {StateCause::List});
    return true;
}

void Dispatcher::takeListTrouble(ConnectionId connection, const Error &error, Lane &lane)
{
    if (error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::Keychain) {
        lane.forgetWaits();
        lane.pause(error);
        letGo(connection);
        return;
    }
    if (error.kind == ErrorKind::NotSupported) {
        lane.list.refused = true;
        dissolveList(lane);
        return;
    }
    LaneList &list = lane.list;
    const milliseconds wait = m_needs.clock.scaled(
        backOff(++list.failures, QRandomGenerator::global()->generateDouble()));
    list.due = m_needs.clock.steady() + std::max(wait, milliseconds(1));
    const bool hasTime = error.retryAfter && error.retryAfter->count() > 0;
    if (hasTime || error.kind == ErrorKind::RateLimited) {
        slowDown(hasTime ? *error.retryAfter : wait, connection, lane);
        if (const BatchId id = list.batches.isEmpty() ? BatchId() : *list.batches.cbegin();
            hasTime && !id.isNull()) { // stored with one of them, for another life of the program
            Batch batch = *m_needs.library.batch(id);
            batch.checkedAt = m_needs.clock.now();
            batch.notBefore = batch.checkedAt.addMSecs(error.retryAfter->count());
            track(id).memory.notBefore = lane.notBefore;
            store(*m_needs.library.batch(id), batch, {StateCause::Wait});
        }
    }
    constexpr int patience = 3;
    const bool isRefusal = error.httpStatus / 100 == 4 && error.httpStatus != 429;
    if (isRefusal && list.failures >= patience) {
        list.refused = true; // asked one by one they may still be answered
        dissolveList(lane);
    } else if (const auto sign = signOf(error, false)) {
        takeSign(*sign, &error, true, connection, lane);
    }
    planLane(connection, lane);
}

/// Each is asked for by itself, in its own time.
void Dispatcher::dissolveList(Lane &lane)
{
    const milliseconds left = std::max(lane.list.due - m_needs.clock.steady(), milliseconds(0));
    for (const BatchId id : std::exchange(lane.list.batches, {}))
        m_poller.plan(id, lane.list.refused ? milliseconds(0) : left);
}
