// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceprobe.h"

#include <QHostAddress>
#include <QNetworkProxy>

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 2s;

} // namespace

PracticeProbe::PracticeProbe(const PracticePort &port, QObject *parent)
    : QObject(parent), m_port(port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::connected, this, &PracticeProbe::connected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &PracticeProbe::readAnswer);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { finish(false); });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { finish(false); });
    m_timeout.start(patience);
    m_socket.connectToHost(QHostAddress::LocalHost, m_port.port);
}

void PracticeProbe::connected()
{
    m_socket.write(
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Practice-Token: "
        + m_port.token + "\r\n\r\n");
}

void PracticeProbe::readAnswer()
{
    m_answer += m_socket.readAll();
    if (const qsizetype end = m_answer.indexOf("\r\n"); end >= 0)
        finish(m_answer.first(end).startsWith("HTTP/1.1 200"));
}

void PracticeProbe::finish(bool isAlive)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_timeout.stop();
    Q_EMIT answered(isAlive);
    deleteLater();
}

#include "moc_practiceprobe.cpp"
