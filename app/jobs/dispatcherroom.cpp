// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of Dispatcher: batches that wait because the provider takes only so many at once.

#include "jobs/batchstep.h"
#include "jobs/dispatcher.h"
#include "library/library.h"

#include <algorithm>
#include <utility>

using std::chrono::milliseconds;

bool Dispatcher::isHeldForRoom(const Batch &batch, const Lane &lane) const
{
    return batch.facts.state == BatchState::Held && !batch.facts.reason.isEmpty()
        && batch.facts.reason == lane.room.words && !m_queue.contains(batch.id)
        && (!m_tracks.contains(batch.id)
            || m_tracks.at(batch.id).memory.notBefore <= m_needs.clock.sinceBoot());
}

/// True where a batch that has waited for room for longer is tried in place of this one.
bool Dispatcher::letsOlderGoFirst(BatchId id, const Lane &lane)
{
    if (lane.room.full && m_needs.clock.steady() < lane.room.until)
        return false; // it is held at once, without a question
    for (const BatchId other : batchesOf(m_needs.library.batch(id)->connection)) {
        if (other < id && isHeldForRoom(*m_needs.library.batch(other), lane)) {
            m_poller.plan(other, milliseconds(0));
            return true;
        }
    }
    return false;
}

/// Whoever waits for the place of the one that creates, or for a live batch to end, may try now,
/// the oldest first; or is held as well, where that one found no room.
void Dispatcher::freeRoom(Lane &lane, ConnectionId connection)
{
    QList<BatchId> ids(lane.waiting.cbegin(), lane.waiting.cend());
    lane.waiting.clear();
    std::ranges::sort(ids);
    if (lane.room.full) {
        for (const BatchId id : std::as_const(ids))
            holdForRoom(id, lane);
        return;
    }
    for (const BatchId id : batchesOf(connection))
        if (isHeldForRoom(*m_needs.library.batch(id), lane) && !ids.contains(id))
            ids.append(id);
    std::ranges::sort(ids);
    milliseconds turn(0);
    for (const BatchId id : std::as_const(ids))
        m_poller.plan(id, turn++);
}

void Dispatcher::holdForRoom(BatchId id, const Lane &lane)
{
    const Batch *stored = m_needs.library.batch(id);
    if (stored == nullptr || m_queue.isMoving(id))
        return;
    Batch batch = *stored;
    if (!applyEvent(batch, BatchEvent::HoldImposed))
        return;
    const milliseconds wait = std::max(lane.room.until - m_needs.clock.steady(), milliseconds(1));
    batch.facts.reason = lane.room.words;
    batch.nextCheckAt = m_needs.clock.now().addMSecs(wait.count());
    store(*stored, batch, {StateCause::Wait});
    m_poller.plan(id, wait);
}
