// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestwalk.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

Error noList()
{
    return Error{.kind = ErrorKind::NotSupported,
                 .message = QCoreApplication::translate(
                     "Jobs", "this provider does not list the requests of a batch")};
}

QString idOf(const RemoteRequest &request)
{
    return request.remoteId + u'\n' + request.customId;
}

} // namespace

RequestWalk::RequestWalk(const StepContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_call(context)
{}

void RequestWalk::start(const Run &run, const Batch &batch, Page page, Done done)
{
    m_run = run;
    m_batch = batch;
    m_page = std::move(page);
    m_done = std::move(done);
    m_query = {.limit = int(std::min<qint64>(m_context.profile.pageSize, 1'000))};
    m_firsts.clear();
    if (m_context.dialect->requests == nullptr || m_context.profile.path(u"requests"_s).isEmpty())
        end(Failure(noList()));
    else
        askPage();
}

void RequestWalk::askPage()
{
    m_call.ask(m_context.dialect->requests({m_run, m_batch, m_context.profile}, m_query),
               [this](const Result<HttpReply> &reply) { takeReply(reply); });
}

void RequestWalk::takeReply(const Result<HttpReply> &reply)
{
    if (!reply) {
        end(Failure(reply.error()));
        return;
    }
    if (!reply->isSuccess()) {
        const bool hasNone = reply->status == 404 || reply->status == 405 || reply->status == 501;
        end(Failure(hasNone ? noList() : ProviderCall::errorOf(m_context, *reply)));
        return;
    }
    const Result<RequestPage> page = m_context.dialect->readRequests(*reply, m_query);
    if (!page) {
        end(Failure(page.error()));
        return;
    }
    if (!page->requests.isEmpty()) {
        const QString first = idOf(page->requests.first());
        if (m_firsts.contains(first) || m_firsts.size() >= maxPages) {
            end(false);
            return;
        }
        m_firsts.insert(first);
    }
    m_page(*page);
    if (page->nextCursor.isEmpty()) {
        end(true);
        return;
    }
    m_query.after = page->nextCursor;
    askPage();
}

void RequestWalk::end(Result<bool> result)
{
    m_page = {};
    const Done done = std::exchange(m_done, {});
    done(std::move(result));
}

#include "moc_requestwalk.cpp"
