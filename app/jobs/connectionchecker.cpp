// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/connectionchecker.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ConnectionCheck", text);
}

/// Does this look like a page for people, or of a network that wants a log-in first?
bool isPage(const HttpReply &reply)
{
    return reply.header("content-type").trimmed().toLower().startsWith("text/html");
}

} // namespace

bool ConnectionCheck::isGood() const
{
    return std::ranges::all_of(items, [](const Item &item) {
        return item.works || item.what == "list"_L1; // many have none
    });
}

ConnectionChecker::ConnectionChecker(StepContext context, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_asksList(m_context.profile.list != Support::No)
    , m_call(m_context)
{}

QFuture<Result<ConnectionCheck>> ConnectionChecker::start(std::optional<SecretBytes> key)
{
    m_promise.start();
    if (key)
        m_call.useKey(std::move(*key));
    QFuture<Result<ConnectionCheck>> future = m_promise.future();
    m_call.ask(question(), [this](const Result<HttpReply> &reply) { take(reply); });
    return future;
}

/// The shortest list, or a batch that does not exist.
Call ConnectionChecker::question() const
{
    if (m_asksList)
        return m_context.dialect->list(ListQuery{.limit = 1}, m_context.profile);
    Call call{.kind = StepKind::Status};
    call.request.path = m_context.profile.path(u"get"_s, u"batchdesk-connection-test"_s);
    call.request.auth = m_context.profile.auth;
    call.request.headers = m_context.profile.headers;
    return call;
}

void ConnectionChecker::take(const Result<HttpReply> &reply)
{
    if (reply)
        takeReply(*reply);
    else
        takeSilence(reply.error());
    finish();
}

void ConnectionChecker::takeSilence(const Error &error)
{
    if (error.kind == ErrorKind::Keychain) {
        addUntried(u"reach"_s);
        add(u"key"_s, false, userText(error));
    } else {
        add(u"reach"_s, false, userText(error));
        addUntried(u"key"_s);
    }
    addUntried(u"list"_s);
}

void ConnectionChecker::takeReply(const HttpReply &reply)
{
    if (isPage(reply) && reply.isSuccess()) {
        add(u"reach"_s, false,
            words(QT_TRANSLATE_NOOP("ConnectionCheck",
                                    "A web page answered, not the provider: is the address right, "
                                    "and does the network ask for a log-in?")));
        addUntried(u"key"_s);
        addUntried(u"list"_s);
        return;
    }
    const Error error = reply.isSuccess() ? Error{} : ProviderCall::errorOf(m_context, reply);
    if (reply.status >= 500 && reply.status != 501) {
        add(u"reach"_s, false, userText(error));
        addUntried(u"key"_s);
        addUntried(u"list"_s);
        return;
    }
    add(u"reach"_s, true, words(QT_TRANSLATE_NOOP("ConnectionCheck", "The provider answers")));
    const bool isRefused = reply.status == 401 || reply.status == 403;
    if (isRefused) {
        add(u"key"_s, false, userText(error));
        addUntried(u"list"_s);
        return;
    }
    add(u"key"_s, true,
        m_context.profile.needsKey
            ? words(QT_TRANSLATE_NOOP("ConnectionCheck", "The key is accepted"))
            : words(QT_TRANSLATE_NOOP("ConnectionCheck", "No key is needed")));
    if (!m_asksList) {
        addUntried(u"list"_s);
        return;
    }
    if (!reply.isSuccess()) {
        const bool hasNone = reply.status == 404 || reply.status == 405 || reply.status == 501;
        add(u"list"_s, false,
            hasNone ? words(QT_TRANSLATE_NOOP("ConnectionCheck",
                                              "The provider has no list of batches; batches are "
                                              "followed all the same"))
                    : userText(error));
        return;
    }
    const Result<ListPage> page = m_context.dialect->readList(reply, ListQuery{.limit = 1});
    add(u"list"_s, page.has_value(),
        page ? words(QT_TRANSLATE_NOOP("ConnectionCheck", "The list of batches can be read"))
             : userText(page.error()));
}

void ConnectionChecker::add(const QString &what, bool works, const QString &words)
{
    m_check.items.append({.what = what, .works = works, .tried = true, .words = words});
}

void ConnectionChecker::addUntried(const QString &what)
{
    m_check.items.append({.what = what,
                          .works = false,
                          .tried = false,
                          .words = words(QT_TRANSLATE_NOOP("ConnectionCheck", "Not tried"))});
}

void ConnectionChecker::finish()
{
    m_promise.addResult(m_check);
    m_promise.finish();
    deleteLater();
}

#include "moc_connectionchecker.cpp"
