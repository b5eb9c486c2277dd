// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultpeer.h"

#include <QTimer>

#include <algorithm>

#include <sys/socket.h>

namespace {

/// So that closing says RST instead of FIN.
void setReset(qintptr descriptor)
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace

FaultPeer::FaultPeer(FaultServer &server, QTcpSocket *socket, int number)
    : QObject(socket), m_server(server), m_socket(socket), m_number(number)
{
    connect(socket, &QTcpSocket::readyRead, this, &FaultPeer::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    read();
}

void FaultPeer::read()
{
    m_in.append(m_socket->readAll());
    while (!m_isBusy) {
        if (!m_hasHead && !parseHead())
            return;
        if (m_server.isEarly(m_request)) {
            m_hasHead = false;
            m_socket->setReadBufferSize(4096); // the rest is left to wait in the system
            answer(m_server.take(m_request));
            return;
        }
        if (!parseBody())
            return;
        m_hasHead = false;
        const FaultRequest request = std::exchange(m_request, {});
        FaultReply reply = m_server.take(request);
        if (request.method == "HEAD")
            reply = FaultReply::raw(reply.bytes(true));
        answer(reply);
    }
}

bool FaultPeer::parseHead()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QList<QByteArray> lines = m_in.first(end).split('\n');
    m_in.remove(0, end + 4);
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    const QByteArray target = first.value(1);
    const qsizetype mark = target.indexOf('?');
    m_request = {.method = first.value(0),
                 .path = mark < 0 ? target : target.first(mark),
                 .query = mark < 0 ? QByteArray() : target.sliced(mark + 1),
                 .connection = m_number,
                 .onKeptConnection = m_answered > 0};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.append(
            std::pair(line.first(std::max<qsizetype>(colon, 0)).trimmed().toLower(),
                      line.sliced(colon + 1).trimmed()));
    }
    m_isChunked = m_request.header("transfer-encoding").toLower() == "chunked";
    m_length = m_request.header("content-length").toLongLong();
    m_hasHead = true;
    return true;
}

bool FaultPeer::parseBody()
{
    if (!m_isChunked) {
        if (m_in.size() < m_length)
            return false;
        m_request.body = m_in.first(m_length);
        m_in.remove(0, m_length);
        return true;
    }
    while (true) {
        const qsizetype line = m_in.indexOf("\r\n");
        if (line < 0)
            return false;
        const qsizetype size = m_in.first(line).toLongLong(nullptr, 16);
        if (m_in.size() < line + 2 + size + 2)
            return false;
        m_request.body.append(m_in.sliced(line + 2, size));
        m_in.remove(0, line + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

void FaultPeer::answer(const FaultReply &reply)
{
    ++m_answered;
    m_isBusy = true;
    m_reply = reply;
    m_out = reply.bytes(false);
    QTimer::singleShot(reply.wait, this, &FaultPeer::send);
}

void FaultPeer::send()
{
    const qsizetype size
        = m_reply.dripSize > 0 ? std::min(m_reply.dripSize, m_out.size()) : m_out.size();
    m_socket->write(m_out.first(size));
    m_out.remove(0, size);
    m_socket->flush();
    if (m_reply.dripsOnce)
        m_reply.dripSize = 0;
    if (!m_out.isEmpty()) {
        QTimer::singleShot(m_reply.dripWait, this, &FaultPeer::send);
        return;
    }
    if (m_socket->bytesToWrite() == 0)
        return end();
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0) {
            disconnect(m_socket, &QTcpSocket::bytesWritten, this, nullptr);
            end();
        }
    });
}

void FaultPeer::end()
{
    switch (m_reply.end) {
    case FaultReply::End::Keep:
        m_isBusy = false;
        read();
        break;
    case FaultReply::End::Close: m_socket->disconnectFromHost(); break;
    case FaultReply::End::Reset:
        setReset(m_socket->socketDescriptor());
        m_socket->abort();
        break;
    case FaultReply::End::Stall: break; // until the other side goes
    }
}

#include "moc_faultpeer.cpp"
