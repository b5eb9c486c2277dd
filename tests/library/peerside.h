// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <functional>

#include <unistd.h>

/// The other side of a Peer: calls command for each line of the standard input, until its end.
class PeerSide : public QObject {
public:
    explicit PeerSide(std::function<void(const QByteArray &)> command)
        : m_command(std::move(command)), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
    }
    static void say(const QByteArray &line)
    {
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    }

private:
    void read()
    {
        char block[4096];
        const ssize_t size = ::read(STDIN_FILENO, block, sizeof block);
        if (size <= 0) {
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_rest.append(block, size);
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            const QByteArray line = m_rest.left(end);
            m_rest.remove(0, end + 1);
            m_command(line);
        }
    }

    std::function<void(const QByteArray &)> m_command;
    QSocketNotifier m_notifier;
    QByteArray m_rest;
};
