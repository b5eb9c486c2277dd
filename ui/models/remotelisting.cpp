// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remotelisting.h"

#include <utility>

RemoteListing::RemoteListing(RemoteModel &model, Ask ask, QObject *parent)
    : PagedListing(parent), m_model(model), m_ask(std::move(ask))
{}

void RemoteListing::open(ConnectionId connection)
{
    m_model.setConnection(connection);
    refresh();
}

void RemoteListing::send(const Question &question)
{
    const ListQuery query{
        .limit = question.limit, .after = question.after, .status = question.status};
    m_ask(m_model.connection(), query).then(this, [this, question](const Result<ListPage> &page) {
        answered(question, page);
    });
}

void RemoteListing::answered(const Question &question, const Result<ListPage> &page)
{
    if (!isCurrent(question))
        return;
    if (!page) {
        failed(page.error());
        return;
    }
    if (question.isFirst)
        m_model.replace(page->batches);
    else
        m_model.append(page->batches);
    shown(page->batches.size(), page->nextCursor);
}

#include "moc_remotelisting.cpp"
