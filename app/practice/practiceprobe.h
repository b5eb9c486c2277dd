// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/portfile.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

/// Asks once whether the process behind a port is the practice provider that wrote the port file.
/// Deletes itself behind its answer. GUI thread; never blocks.
class PracticeProbe final : public QObject {
    Q_OBJECT
public:
    PracticeProbe(const PracticePort &port, QObject *parent);

Q_SIGNALS:
    /// Exactly once.
    void answered(bool isAlive);

private:
    void connected();
    void readAnswer();
    void finish(bool isAlive);

    PracticePort m_port;
    QTcpSocket m_socket;
    QTimer m_timeout;
    QByteArray m_answer;
    bool m_isFinished = false;
};
