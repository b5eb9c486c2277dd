// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/listwalk.h"

#include <QCoreApplication>

#include <utility>

namespace {

Error noList()
{
    return Error{.kind = ErrorKind::NotSupported,
                 .message
                 = QCoreApplication::translate("Jobs", "this provider has no list of batches")};
}

} // namespace

ListWalk::ListWalk(const StepContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_call(context)
{}

void ListWalk::start(Page page, Done done)
{
    m_page = std::move(page);
    m_done = std::move(done);
    if (m_context.profile.list == Support::No)
        end(Failure(noList()));
    else
        askPage();
}

void ListWalk::askPage()
{
    ++m_pages;
    m_call.ask(m_context.dialect->list(m_query, m_context.profile),
               [this](const Result<HttpReply> &reply) { takeReply(reply); });
}

void ListWalk::takeReply(const Result<HttpReply> &reply)
{
    if (!reply) {
        end(Failure(reply.error()));
        return;
    }
    if (!reply->isSuccess()) {
        Error error = ProviderCall::errorOf(m_context, *reply);
        if (reply->status == 404 || reply->status == 405 || reply->status == 501)
            error = noList();
        end(Failure(error));
        return;
    }
    const Result<ListPage> page = m_context.dialect->readList(*reply, m_query);
    if (!page) {
        end(Failure(page.error()));
        return;
    }
    const bool more = m_page(*page) && !page->nextCursor.isEmpty() && m_pages < maxPages
        && !m_seenCursors.contains(page->nextCursor);
    if (!more) {
        end({});
        return;
    }
    m_seenCursors.insert(page->nextCursor);
    m_query.after = page->nextCursor;
    askPage();
}

void ListWalk::end(Result<> result)
{
    m_page = {};
    const Done done = std::exchange(m_done, {});
    done(std::move(result));
}

#include "moc_listwalk.cpp"
