// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statuslist.h"

#include <utility>

StatusList::StatusList(StepContext context, QSet<QString> remoteIds, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_missing(std::move(remoteIds))
    , m_walk(m_context)
{}

void StatusList::start(Done done)
{
    m_walk.start([this](const ListPage &page) { return takePage(page); },
                 [this, done = std::move(done)](const Result<> &ended) {
                     const Done tell = done; // it outlives this object
                     tell(ended ? Result<Answer>(m_answer) : Failure(ended.error()));
                 });
}

bool StatusList::takePage(const ListPage &page)
{
    ++m_answer.pages;
    for (const RemoteBatch &remote : page.batches)
        if (m_missing.remove(remote.facts.remoteId))
            m_answer.found.insert(remote.facts.remoteId, remote.facts);
    // Each page costs as much as a question about one batch.
    m_answer.isCut
        = !m_missing.isEmpty() && m_missing.size() <= m_answer.pages && !page.nextCursor.isEmpty();
    return !m_missing.isEmpty() && !m_answer.isCut;
}

#include "moc_statuslist.cpp"
