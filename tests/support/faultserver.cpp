// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultserver.h"

#include "support/faultpeer.h"

#include <QJsonDocument>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool fits(const QByteArray &pattern, const QByteArray &name)
{
    return pattern.endsWith('*') ? name.startsWith(pattern.chopped(1)) : name == pattern;
}

QByteArray nameOf(const FaultRequest &request)
{
    return request.method + ' ' + request.path;
}

} // namespace

QByteArray FaultRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers)
        if (key == name)
            return value;
    return {};
}

QJsonObject FaultRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

FaultReply FaultReply::json(int status, QByteArray body)
{
    return FaultReply{.status = status,
                      .headers = {{"Content-Type", "application/json"}},
                      .body = std::move(body)};
}

FaultReply FaultReply::json(int status, const QJsonObject &body)
{
    return json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

FaultReply FaultReply::jsonl(QByteArray body)
{
    return FaultReply{.headers = {{"Content-Type", "application/jsonl"}}, .body = std::move(body)};
}

FaultReply FaultReply::html(int status, QByteArray body)
{
    return FaultReply{.status = status,
                      .headers = {{"Content-Type", "text/html; charset=utf-8"}},
                      .body = std::move(body)};
}

FaultReply FaultReply::redirect(int status, const QByteArray &location)
{
    return FaultReply{.status = status, .headers = {{"Location", location}}};
}

FaultReply FaultReply::raw(QByteArray wire)
{
    return FaultReply{.wire = std::move(wire), .end = End::Close};
}

FaultReply FaultReply::closed()
{
    return FaultReply{.wireCut = 0, .end = End::Close};
}

FaultReply FaultReply::broken()
{
    return FaultReply{.wireCut = 0, .end = End::Reset};
}

FaultReply FaultReply::stalled()
{
    return FaultReply{.wireCut = 0, .end = End::Stall};
}

FaultReply FaultReply::with(QByteArray name, QByteArray value) const
{
    FaultReply reply = *this;
    reply.headers.append(std::pair(std::move(name), std::move(value)));
    return reply;
}

FaultReply FaultReply::chunked(qsizetype size) const
{
    FaultReply reply = *this;
    reply.framing = Framing::Chunked;
    reply.chunk = size;
    return reply;
}

FaultReply FaultReply::untilClose() const
{
    FaultReply reply = *this;
    reply.framing = Framing::UntilClose;
    reply.end = End::Close;
    return reply;
}

FaultReply FaultReply::cutAt(qsizetype n) const
{
    FaultReply reply = *this;
    reply.wireCut = n;
    reply.end = End::Close;
    return reply;
}

FaultReply FaultReply::cutBodyAt(qsizetype n) const
{
    FaultReply reply = *this;
    reply.bodyCut = n;
    reply.end = End::Close;
    return reply;
}

FaultReply FaultReply::thenClose() const
{
    FaultReply reply = *this;
    reply.end = End::Close;
    return reply;
}

FaultReply FaultReply::thenReset() const
{
    FaultReply reply = *this;
    reply.end = End::Reset;
    return reply;
}

FaultReply FaultReply::thenStall() const
{
    FaultReply reply = *this;
    reply.end = End::Stall;
    return reply;
}

FaultReply FaultReply::after(std::chrono::milliseconds delay) const
{
    FaultReply reply = *this;
    reply.wait = delay;
    return reply;
}

FaultReply FaultReply::dripping(qsizetype size, std::chrono::milliseconds pause) const
{
    FaultReply reply = *this;
    reply.dripSize = size;
    reply.dripWait = pause;
    return reply;
}

FaultReply FaultReply::hesitating(std::chrono::milliseconds pause) const
{
    FaultReply reply = dripping(500, pause);
    reply.dripsOnce = true;
    return reply;
}

FaultReply FaultReply::beforeTheBody() const
{
    FaultReply reply = *this;
    reply.early = true;
    if (reply.end == End::Keep)
        reply.end = End::Close;
    return reply;
}

QByteArray FaultReply::bytes(bool withoutBody) const
{
    QByteArray all = wire;
    if (all.isEmpty()) {
        all = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
        for (const auto &[name, value] : headers)
            all += name + ": " + value + "\r\n";
        QByteArray framed = body;
        if (framing == Framing::Length) {
            all += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        } else if (framing == Framing::Chunked) {
            all += "Transfer-Encoding: chunked\r\n";
            framed.clear();
            for (qsizetype at = 0; at < body.size(); at += chunk) {
                const QByteArray piece = body.mid(at, chunk);
                framed += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
            }
            framed += "0\r\n\r\n";
        }
        all += "\r\n";
        if (!withoutBody)
            all += bodyCut < 0 ? framed : framed.first(std::min(bodyCut, framed.size()));
    }
    return wireCut < 0 ? all : all.first(std::min(wireCut, all.size()));
}

FaultServer::FaultServer()
{
    listen(new QTcpServer);
}

FaultServer::FaultServer(const QSslConfiguration &tls) : m_isTls(true)
{
    auto *server = new QSslServer;
    server->setSslConfiguration(tls);
    listen(server);
}

FaultServer::~FaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultServer::listen(QTcpServer *server)
{
    m_context = new QObject;
    server->setParent(m_context);
    server->listen(QHostAddress::LocalHost);
    m_port = server->serverPort();
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, m_context,
                     [this, server] { accept(server); });
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

void FaultServer::accept(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        const int number = [this] {
            const QMutexLocker lock(&m_mutex);
            return ++m_connections;
        }();
        new FaultPeer(*this, socket, number);
    }
}

QUrl FaultServer::url(const QString &path) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(m_isTls ? u"https"_s : u"http"_s,
                                             QString::number(m_port), path));
}

void FaultServer::on(const QByteArray &method, const QByteArray &path, const FaultReply &reply)
{
    on(method, path, [reply](const FaultRequest &) { return reply; });
}

void FaultServer::on(const QByteArray &method, const QByteArray &path, Handler handler)
{
    const QMutexLocker lock(&m_mutex);
    m_routes[method + ' ' + path].standing = std::make_shared<Handler>(std::move(handler));
}

void FaultServer::once(const QByteArray &method, const QByteArray &path, const FaultReply &reply)
{
    once(method, path, QList{reply});
}

void FaultServer::once(const QByteArray &method, const QByteArray &path,
                       const QList<FaultReply> &replies)
{
    const QMutexLocker lock(&m_mutex);
    m_routes[method + ' ' + path].once.append(replies);
}

QList<FaultRequest> FaultServer::requests(const QByteArray &which) const
{
    const QMutexLocker lock(&m_mutex);
    QList<FaultRequest> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found),
                         [&](const FaultRequest &request) { return fits(which, nameOf(request)); });
    return found;
}

int FaultServer::hits(const QByteArray &which) const
{
    return static_cast<int>(requests(which).size());
}

int FaultServer::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

void FaultServer::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_requests.clear();
}

/// With the mutex held.
FaultServer::Route *FaultServer::find(const FaultRequest &request)
{
    Route *best = nullptr;
    qsizetype length = -1;
    for (auto &[pattern, route] : m_routes) {
        const qsizetype known = pattern.size() - (pattern.endsWith('*') ? 1 : 0);
        if (known > length && fits(pattern, nameOf(request))
            && (!route.once.isEmpty() || route.standing)) {
            best = &route;
            length = known;
        }
    }
    return best;
}

bool FaultServer::isEarly(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    const Route *route = find(request);
    return route && !route->once.isEmpty() && route->once.first().early;
}

FaultReply FaultServer::take(const FaultRequest &request)
{
    QMutexLocker lock(&m_mutex);
    m_requests.append(request);
    Route *route = find(request);
    if (!route)
        return FaultReply::json(404, QByteArrayLiteral(R"({"error":{"message":"no such route"}})"));
    if (!route->once.isEmpty())
        return route->once.takeFirst();
    const std::shared_ptr<Handler> handler = route->standing; // which may call on()
    lock.unlock();
    return (*handler)(request);
}
