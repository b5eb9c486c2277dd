// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceserver.h"

#include "practice/filesapi.h"
#include "practice/fileslicedevice.h"
#include "practice/inlineapi.h"
#include "practice/rawjsonlapi.h"
#include "practice/reply.h"
#include "practice/stagedapi.h"

#include <QHttpHeaders>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QRandomGenerator>
#include <QTcpServer>

#include <array>

using namespace Qt::StringLiterals;
using namespace practice;

namespace {

// One long job must not keep the others from being answered, nor all cores busy.
constexpr int workers = 2;

QByteArray methodName(QHttpServerRequest::Method method)
{
    using enum QHttpServerRequest::Method;
    switch (method) {
    case Get: return "GET";
    case Post: return "POST";
    case Put: return "PUT";
    case Delete: return "DELETE";
    case Head: return "HEAD";
    case Options: return "OPTIONS";
    case Patch: return "PATCH";
    default: return "UNKNOWN";
    }
}

/// req_ and a ULID: 10 letters of time, 16 of chance.
QByteArray newRequestId(qint64 nowMs)
{
    static constexpr char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QByteArray id("req_");
    for (int shift = 45; shift >= 0; shift -= 5)
        id.append(letters[(nowMs >> shift) & 31]);
    for (int i = 0; i < 16; ++i)
        id.append(letters[QRandomGenerator::global()->bounded(32)]);
    return id;
}

template <class Api>
Result<std::unique_ptr<DialectApi>> makeDialect(const QString &folder,
                                                const PracticeOptions &options, const Clock &clock,
                                                QThreadPool &pool)
{
    Result<Store> store = Store::open(folder);
    if (!store)
        return Failure(store.error());
    BatchForm form = Api::form();
    form.lifeMs = std::max<qint64>(options.life.count(), 1);
    form.failShare = options.failShare;
    return std::make_unique<Api>(
        std::make_unique<BatchEngine>(std::move(*store), form, clock, pool));
}

} // namespace

PracticeServer::PracticeServer(const PracticeOptions &options) : m_options(options)
{
    m_pool.setMaxThreadCount(workers);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(options.idleExit);
    connect(&m_idleTimer, &QTimer::timeout, this, &PracticeServer::becameIdle);
    if (m_options.idleExit.count() > 0)
        m_idleTimer.start();
}

PracticeServer::~PracticeServer()
{
    m_dialects.clear();
    m_pool.waitForDone();
}

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(const PracticeOptions &options,
                                                              const Clock &clock)
{
    std::unique_ptr<PracticeServer> server(new PracticeServer(options));
    if (auto added = server->addDialects(clock); !added)
        return Failure(added.error());
    if (auto listening = server->listen(); !listening)
        return Failure(listening.error());
    return server;
}

Result<> PracticeServer::addDialects(const Clock &clock)
{
    using Make = Result<std::unique_ptr<DialectApi>> (*)(const QString &, const PracticeOptions &,
                                                         const Clock &, QThreadPool &);
    static constexpr std::array<std::pair<QLatin1StringView, Make>, 4> known{
        {{"files"_L1, &makeDialect<FilesApi>},
         {"inline"_L1, &makeDialect<InlineApi>},
         {"rawjsonl"_L1, &makeDialect<RawjsonlApi>},
         {"staged"_L1, &makeDialect<StagedApi>}}};
    for (const auto &[name, make] : known) {
        auto dialect = make(m_options.stateFolder + u'/' + name, m_options, clock, m_pool);
        if (!dialect)
            return Failure(dialect.error());
        m_dialects.emplace(name, std::move(*dialect));
    }
    return {};
}

Result<> PracticeServer::listen()
{
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, m_options.port) || !bind(socket.get()))
        return Failure(
            Error{.kind = ErrorKind::Offline,
                  .message = u"Port %1: %2"_s.arg(m_options.port).arg(socket->errorString())});
    socket.release(); // owned by the server once bound
    return {};
}

quint16 PracticeServer::port() const
{
    return serverPorts().value(0);
}

QList<std::pair<QString, QUrl>> PracticeServer::dialects() const
{
    QList<std::pair<QString, QUrl>> found;
    for (const auto &[name, dialect] : m_dialects)
        found.emplaceBack(name, QUrl(u"http://127.0.0.1:%1/%2"_s.arg(port()).arg(name)));
    return found;
}

bool PracticeServer::isAllowed(const QHttpServerRequest &request, const DialectApi &dialect) const
{
    if (m_options.key.isEmpty())
        return true;
    return dialect.wantsKeyHeader() ? request.value("x-api-key") == m_options.key
                                    : request.value("authorization") == "Bearer " + m_options.key;
}

ApiReply PracticeServer::health(const QHttpServerRequest &request) const
{
    if (request.value("x-practice-token") != m_options.token)
        return jsonReply({{u"status"_s, u"other"_s}}, 403);
    return jsonReply({{u"status"_s, u"ok"_s}, {u"version"_s, QStringLiteral(BATCHDESK_VERSION)}});
}

bool PracticeServer::handleRequest(const QHttpServerRequest &request,
                                   QHttpServerResponder &responder)
{
    beginWork();
    const QString path = request.url().path();
    const QByteArray requestId = newRequestId(QDateTime::currentMSecsSinceEpoch());
    if (path == "/healthz"_L1) {
        answer(responder, health(request), requestId);
        return true;
    }
    const QString name = path.section(u'/', 1, 1);
    const auto dialect = m_dialects.find(name);
    if (dialect == m_dialects.end()) {
        endWork();
        return false;
    }
    const ApiRequest call{.method = methodName(request.method()),
                          .path = path.sliced(name.size() + 1),
                          .query = request.query(),
                          .contentType = request.value("content-type"),
                          .range = request.value("range"),
                          .ifRange = request.value("if-range"),
                          .body = request.body(),
                          .requestId = requestId};
    if (!isAllowed(request, *dialect->second)) {
        answer(responder, dialect->second->unauthorised(call), requestId);
        return true;
    }
    // The responder stays alive until the answer is made, which may be later and on this thread.
    auto later = std::make_shared<QHttpServerResponder>(std::move(responder));
    dialect->second->handle(call, [this, later, requestId](const ApiReply &reply) {
        answer(*later, reply, requestId);
    });
    return true;
}

void PracticeServer::missingHandler(const QHttpServerRequest &request,
                                    QHttpServerResponder &responder)
{
    beginWork();
    const QStringList names = [this] {
        QStringList found;
        for (const auto &[name, dialect] : m_dialects)
            found.append(u'/' + name);
        return found;
    }();
    answer(responder,
           openAiError({.status = 404,
                        .message = u"There is no dialect at %1. There are %2."_s.arg(
                            request.url().path(), names.join(", "_L1)),
                        .code = u"unknown_url"_s}),
           newRequestId(QDateTime::currentMSecsSinceEpoch()));
}

void PracticeServer::answer(QHttpServerResponder &responder, const ApiReply &reply,
                            const QByteArray &requestId)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, reply.contentType);
    headers.append("X-Request-Id", requestId);
    for (const auto &[name, value] : reply.headers)
        headers.append(name, value);
    const auto status = static_cast<QHttpServerResponder::StatusCode>(reply.status);
    if (!reply.file || reply.file->length == 0) {
        responder.write(reply.body, headers, status);
        endWork();
        return;
    }
    auto device = std::make_unique<FileSliceDevice>(*reply.file);
    if (!device->openSlice()) {
        responder.write(QByteArray(), QHttpHeaders(),
                        QHttpServerResponder::StatusCode::InternalServerError);
        endWork();
        return;
    }
    connect(device.get(), &QObject::destroyed, this, &PracticeServer::endWork);
    responder.write(device.release(), headers, status); // which owns it from now on
}

void PracticeServer::beginWork()
{
    ++m_working;
    m_idleTimer.stop();
}

void PracticeServer::endWork()
{
    if (--m_working == 0 && m_options.idleExit.count() > 0)
        m_idleTimer.start();
}

#include "moc_practiceserver.cpp"
