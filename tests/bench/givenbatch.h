// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QThread>
#include <QUrl>

class QTcpServer;
class QTcpSocket;

/// A provider on 127.0.0.1, on a thread of its own, that has one batch. It is complete, and a file of any
/// size is its results, given as fast as they are taken.
class GivenBatch {
public:
    /// lines: of the file.
    GivenBatch(QString results, qint64 lines);
    ~GivenBatch();
    GivenBatch(const GivenBatch &) = delete;
    GivenBatch &operator=(const GivenBatch &) = delete;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static QString id() { return QStringLiteral("batch_given"); }

private:
    void accept();
    void answer(QTcpSocket &socket, const QByteArray &path) const;
    void giveResults(QTcpSocket &socket) const;
    [[nodiscard]] QByteArray batch() const;

    QString m_results;
    qint64 m_lines;
    QThread m_thread;
    QTcpServer *m_server = nullptr; ///< of the thread
    quint16 m_port = 0;
};
