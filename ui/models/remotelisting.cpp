// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remotelisting.h"

#include <utility>

namespace {
/// A filter that fits few batches: so many pages are asked for before a person is.
constexpr int patience = 10;
} // namespace

RemoteListing::RemoteListing(RemoteModel &model, Ask ask, QObject *parent)
    : QObject(parent), m_model(model), m_ask(std::move(ask))
{}

void RemoteListing::open(ConnectionId connection)
{
    m_model.setConnection(connection);
    refresh();
}

void RemoteListing::setStatus(const QString &status)
{
    if (m_query.status == status)
        return;
    m_query.status = status;
    refresh();
}

void RemoteListing::setPageSize(int size)
{
    if (m_query.limit == size)
        return;
    m_query.limit = size;
    if (m_state != State::Idle)
        refresh();
}

void RemoteListing::refresh()
{
    if (m_model.connection().isNull())
        return;
    m_state = State::Loading;
    m_loadingMore = false;
    m_next.clear();
    m_cursors.clear();
    m_emptyPages = 0;
    m_query.after.clear();
    ask(true);
}

void RemoteListing::loadMore()
{
    if (m_next.isEmpty() || m_loadingMore || m_state == State::Loading)
        return;
    m_loadingMore = true;
    m_emptyPages = 0;
    m_query.after = m_next;
    ask(false);
}

void RemoteListing::ask(bool first)
{
    m_error.reset();
    const quint64 question = ++m_question;
    m_ask(m_model.connection(), m_query)
        .then(this, [this, question, first](const Result<ListPage> &page) {
            if (question == m_question)
                answered(page, first);
        });
    Q_EMIT changed();
}

void RemoteListing::answered(const Result<ListPage> &page, bool first)
{
    if (!page) {
        m_loadingMore = false;
        m_error = page.error();
        m_state = m_model.rowCount() > 0                   ? State::Shown // what is here stays
            : page.error().kind == ErrorKind::NotSupported ? State::NotSupported
                                                           : State::Failed;
        Q_EMIT changed();
        return;
    }
    if (first)
        m_model.replace(page->batches);
    else
        m_model.append(page->batches);
    const bool isNew = !m_cursors.contains(page->nextCursor);
    m_cursors.insert(page->nextCursor);
    m_next = isNew ? page->nextCursor : QString();
    if (page->batches.isEmpty() && !m_next.isEmpty() && ++m_emptyPages < patience) {
        m_query.after = m_next;
        ask(false);
        return;
    }
    m_loadingMore = false;
    m_state = State::Shown;
    Q_EMIT changed();
}

#include "moc_remotelisting.cpp"
