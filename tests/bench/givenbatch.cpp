// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/givenbatch.h"

#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 piece = 1 << 20;
constexpr qint64 mostWaiting = 4 * piece;

void send(QTcpSocket &socket, const QByteArray &status, const QByteArray &json)
{
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(json.size()) + "\r\n\r\n" + json);
}

} // namespace

GivenBatch::GivenBatch(QString results, qint64 lines)
    : m_results(std::move(results)), m_lines(lines)
{
    m_server = new QTcpServer;
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("%s", qPrintable(m_server->errorString()));
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
    m_thread.start();
}

GivenBatch::~GivenBatch()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl GivenBatch::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void GivenBatch::accept()
{
    while (QTcpSocket *const socket = m_server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            // Questions have no body, and none comes before the answer to the last one.
            const QByteArray head = socket->peek(1 << 16);
            const qsizetype end = head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            socket->skip(end + 4);
            answer(*socket, head.split(' ').value(1));
        });
    }
}

void GivenBatch::answer(QTcpSocket &socket, const QByteArray &path) const
{
    if (path == "/v1/batches/" + id().toLatin1())
        send(socket, "200 OK", batch());
    else if (path.startsWith("/v1/batches"))
        send(socket, "200 OK", R"({"object":"list","data":[)" + batch() + R"(],"has_more":false})");
    else if (path == "/v1/files/results/content")
        giveResults(socket);
    else
        send(socket, "404 Not Found", R"({"error":{"message":"There is no such thing."}})");
}

void GivenBatch::giveResults(QTcpSocket &socket) const
{
    auto *file = new QFile(m_results, &socket);
    if (!file->open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file->errorString()));
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\nContent-Length: "
                 + QByteArray::number(file->size()) + "\r\n\r\n");
    const auto more = [file, &socket] {
        while (!file->atEnd() && socket.bytesToWrite() < mostWaiting)
            socket.write(file->read(piece));
        if (file->atEnd())
            file->deleteLater();
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, file, more);
    more();
}

QByteArray GivenBatch::batch() const
{
    const QByteArray lines = QByteArray::number(m_lines);
    return R"({"id":")" + id().toLatin1()
        + R"(","object":"batch","endpoint":"/v1/chat/completions","status":"completed",)"
          R"("output_file_id":"results","created_at":1790000000,"request_counts":{"total":)"
        + lines + R"(,"completed":)" + lines + R"(,"failed":0}})";
}
