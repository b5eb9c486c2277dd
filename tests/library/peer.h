// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

/// This test's own binary once more, as another program on the same library. It reads a command a
/// line and writes an answer a line.
class Peer {
public:
    explicit Peer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), arguments);
    }
    ~Peer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    [[nodiscard]] QProcess &process() { return m_process; }
    void send(const QByteArray &line) { m_process.write(line + '\n'); }
    /// The next line, waited for; empty when none came.
    [[nodiscard]] QByteArray line()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            return {};
        return m_process.readLine().trimmed();
    }
    [[nodiscard]] QByteArray ask(const QByteArray &command)
    {
        send(command);
        return line();
    }
    /// Reads on until a line is this one.
    [[nodiscard]] bool hears(const QByteArray &wanted)
    {
        for (QByteArray next = line(); !next.isEmpty(); next = line())
            if (next == wanted)
                return true;
        return false;
    }

private:
    QProcess m_process;
};
