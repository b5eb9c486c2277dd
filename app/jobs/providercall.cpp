// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/providercall.h"

#include "jobs/follow.h"
#include "net/portal.h"
#include "net/redact.h"
#include "net/retrypolicy.h"
#include "practice/practicelauncher.h"
#include "secrets/secrets.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcJobs, "batchdesk.jobs", QtInfoMsg)

namespace {

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port
        = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// The whole request but for its key, which goes to the connection's own origin only.
void address(HttpRequest &request, const QUrl &base, const Profile &profile)
{
    request.auth = profile.auth;
    request.caFile = profile.caFile;
    for (const auto &[name, value] : profile.headers) {
        const bool given = std::ranges::any_of(request.headers, [&](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (!given)
            request.headers.append({name, value});
    }
    if (request.path.startsWith("http://"_L1) || request.path.startsWith("https://"_L1)) {
        request.url = QUrl(request.path);
        if (!isSameOrigin(request.url, base))
            request.auth = AuthScheme::None;
    } else {
        request.url = endpointUrl(base, request.path);
    }
}

/// What something on the way answers in the provider's place is no answer.
Result<HttpReply> fromTheProvider(const Result<HttpReply> &answer, bool oneShot)
{
    if (answer)
        return isOfAnother(*answer) ? Failure(errorOfAnother(answer->status, oneShot)) : answer;
    Error error = answer.error();
    if (error.httpStatus >= 300 && error.httpStatus < 400)
        error.code = notTheProvider;
    return Failure(error);
}

} // namespace

ProviderCall::ProviderCall(const StepContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{}

void ProviderCall::prepare(Call call, const QString &bodyFile, Prepared done)
{
    m_request = std::move(call.request);
    m_prepared = std::move(done);
    if (call.paid || call.kind == StepKind::Create)
        m_request.oneShot = true;
    if (call.body == BodySource::SpoolFile)
        m_request.bodyFile = bodyFile;

    if (m_context.profile.isPractice) {
        follow(m_urlTask, m_context.practice.url(m_context.profile.dialect), this,
               [this](const Result<QUrl> &found) { takeUrl(found); });
        return;
    }
    const QUrl &own = m_context.connection.baseUrl;
    takeUrl(own.isEmpty() ? m_context.profile.baseUrl : own);
}

void ProviderCall::takeUrl(const Result<QUrl> &url)
{
    if (!url) {
        Error error = url.error();
        error.kind = ErrorKind::Offline;
        endPreparing(Failure(error));
        return;
    }
    address(m_request, *url, m_context.profile);
    if (m_givenKey) {
        takeKey(*m_givenKey);
        return;
    }
    follow(m_keyTask, m_context.secrets.read(m_context.connection), this,
           [this](const Result<SecretBytes> &found) { takeKey(found); });
}

void ProviderCall::takeKey(Result<SecretBytes> key)
{
    if (!key) {
        Error error = key.error();
        error.kind = ErrorKind::Keychain; // a key that is not found is no 404 of the provider
        endPreparing(Failure(error));
        return;
    }
    m_key = std::move(*key);
    if (m_key.isEmpty())
        m_request.auth = AuthScheme::None;
    endPreparing({});
}

void ProviderCall::endPreparing(Result<> result)
{
    const Prepared done = std::exchange(m_prepared, {});
    done(std::move(result));
}

void ProviderCall::send(std::unique_ptr<Sink> sink, HttpClient::Progress progress, Answered done)
{
    m_answered = std::move(done);
    const bool oneShot = m_request.oneShot;
    follow(m_replyTask,
           m_context.http.send(std::exchange(m_request, {}), std::exchange(m_key, {}),
                               std::move(sink), std::move(progress)),
           this, [this, oneShot](const Result<HttpReply> &answer) {
               const Answered answered = std::exchange(m_answered, {});
               answered(fromTheProvider(answer, oneShot));
           });
}

void ProviderCall::ask(Call call, Answered done)
{
    prepare(std::move(call), {}, [this, done = std::move(done)](const Result<> &prepared) {
        if (prepared)
            send(std::make_unique<MemorySink>(), {}, done);
        else
            done(Failure(prepared.error()));
    });
}

Error ProviderCall::errorOf(const StepContext &context, const HttpReply &reply)
{
    Error error = context.dialect->readError(reply);
    error.httpStatus = reply.status;
    error.message = redact(error.message);
    error.detail = redact(error.detail);
    if (!error.retryAfter)
        error.retryAfter = retryAfter(reply, context.clock.now());
    return error;
}

#include "moc_providercall.cpp"
