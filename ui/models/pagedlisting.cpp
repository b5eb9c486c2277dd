// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pagedlisting.h"

namespace {
/// A filter that fits few rows: so many pages are asked for before a person is.
constexpr int patience = 10;
} // namespace

void PagedListing::setStatus(const QString &status)
{
    if (m_question.status == status)
        return;
    m_question.status = status;
    refresh();
}

void PagedListing::setPageSize(int size)
{
    if (m_question.limit == size)
        return;
    m_question.limit = size;
    if (m_state != State::Idle)
        refresh();
}

void PagedListing::refresh()
{
    if (!canAsk())
        return;
    m_state = State::Loading;
    m_loadingMore = false;
    m_next.clear();
    m_cursors.clear();
    m_emptyPages = 0;
    m_question.after.clear();
    m_question.isFirst = true;
    ask();
}

void PagedListing::loadMore()
{
    if (m_next.isEmpty() || m_loadingMore || m_state == State::Loading)
        return;
    m_loadingMore = true;
    m_emptyPages = 0;
    m_question.after = m_next;
    m_question.isFirst = false;
    ask();
}

void PagedListing::reset()
{
    ++m_question.number;
    m_next.clear();
    m_error.reset();
    m_loadingMore = false;
    m_state = State::Idle;
    Q_EMIT changed();
}

void PagedListing::ask()
{
    m_error.reset();
    ++m_question.number;
    send(m_question);
    Q_EMIT changed();
}

void PagedListing::failed(const Error &error)
{
    m_loadingMore = false;
    m_error = error;
    m_state = hasRows()                         ? State::Shown // what is here stays
        : error.kind == ErrorKind::NotSupported ? State::NotSupported
                                                : State::Failed;
    Q_EMIT changed();
}

void PagedListing::shown(qsizetype rows, const QString &nextCursor)
{
    const bool isNew = !m_cursors.contains(nextCursor);
    m_cursors.insert(nextCursor);
    m_next = isNew ? nextCursor : QString();
    if (rows == 0 && !m_next.isEmpty() && ++m_emptyPages < patience) {
        m_question.after = m_next;
        m_question.isFirst = false;
        ask();
        return;
    }
    m_loadingMore = false;
    m_state = State::Shown;
    Q_EMIT changed();
}

#include "moc_pagedlisting.cpp"
