// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultserver.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

/// One connection of a FaultServer: reads requests, sends the scripted bytes. On its thread.
class FaultPeer : public QObject {
    Q_OBJECT
public:
    FaultPeer(FaultServer &server, QTcpSocket *socket, int number);

private:
    void read();
    [[nodiscard]] bool parseHead();
    [[nodiscard]] bool parseBody();
    void answer(const FaultReply &reply);
    void send();
    void end();

    FaultServer &m_server;
    QTcpSocket *m_socket;
    QByteArray m_in;
    FaultRequest m_request;
    bool m_hasHead = false;
    bool m_isChunked = false;
    qint64 m_length = 0;
    int m_number;
    int m_answered = 0;
    bool m_isBusy = false; ///< an answer is under way
    FaultReply m_reply;
    QByteArray m_out; ///< the rest of it
};
