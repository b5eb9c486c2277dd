// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobqueue.h"

#include <utility>

void JobQueue::want(BatchId batch, ConnectionId connection, Sort sort)
{
    if (m_places.contains(batch))
        return;
    m_places.insert(batch, {connection, sort, false});
    m_lines[connection].waiting[std::to_underlying(sort)].append(batch);
    if (!m_turns.contains(connection))
        m_turns.append(connection);
}

std::optional<BatchId> JobQueue::take()
{
    for (qsizetype i = 0; i < m_turns.size(); ++i) {
        const ConnectionId connection = m_turns.takeFirst();
        m_turns.append(connection);
        if (const std::optional<BatchId> batch = takeFrom(connection))
            return batch;
    }
    return std::nullopt;
}

std::optional<BatchId> JobQueue::takeFrom(ConnectionId connection)
{
    Line &line = m_lines[connection];
    for (const auto &[sort, limit] :
         {std::pair(Sort::Call, maxCalls), {Sort::Transfer, maxTransfers}}) {
        QList<BatchId> &waiting = line.waiting[std::to_underlying(sort)];
        int &moving = line.moving[std::to_underlying(sort)];
        if (waiting.isEmpty() || moving >= limit)
            continue;
        ++moving;
        const BatchId batch = waiting.takeFirst();
        m_places[batch].moving = true;
        return batch;
    }
    return std::nullopt;
}

void JobQueue::leave(BatchId batch)
{
    const auto place = m_places.constFind(batch);
    if (place == m_places.constEnd())
        return;
    Line &line = m_lines[place->connection];
    if (place->moving)
        --line.moving[std::to_underlying(place->sort)];
    else
        line.waiting[std::to_underlying(place->sort)].removeOne(batch);
    m_places.erase(place);
}

bool JobQueue::isMoving(BatchId batch) const
{
    const auto place = m_places.constFind(batch);
    return place != m_places.constEnd() && place->moving;
}
