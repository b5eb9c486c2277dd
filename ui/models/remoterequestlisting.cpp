// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remoterequestlisting.h"

#include <utility>

RemoteRequestListing::RemoteRequestListing(RemoteRequestModel &model, Ask ask, QObject *parent)
    : PagedListing(parent), m_model(model), m_ask(std::move(ask))
{}

void RemoteRequestListing::setRun(RunId run)
{
    m_run = run;
    m_model.clear();
    reset();
}

void RemoteRequestListing::send(const Question &question)
{
    const RequestQuery query{
        .limit = question.limit, .after = question.after, .status = question.status};
    m_ask(m_run, query).then(this, [this, question](const Result<RequestPage> &page) {
        answered(question, page);
    });
}

void RemoteRequestListing::answered(const Question &question, const Result<RequestPage> &page)
{
    if (!isCurrent(question))
        return;
    if (!page) {
        failed(page.error());
        return;
    }
    if (question.isFirst)
        m_model.replace(page->requests);
    else
        m_model.append(page->requests);
    shown(page->requests.size(), page->nextCursor);
}

#include "moc_remoterequestlisting.cpp"
