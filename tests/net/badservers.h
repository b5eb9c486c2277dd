// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testcertificate.h"

#include <QProcess>
#include <QString>

#include <functional>
#include <vector>

/// What a server shows and what its client trusts, as the tests of TLS pair them.
struct TlsCase {
    QString name;
    QSslConfiguration server;
    QByteArray trusted; ///< PEM of the connection's CA file; empty: the connection has none
    QString host = QStringLiteral("127.0.0.1");
    bool isGood = false;
};

/// Certificates that must be refused, and some that must not; nothing where openssl cannot make one.
[[nodiscard]] std::optional<std::vector<TlsCase>> tlsCases();

/// The openssl program as a server: for what Qt's own server refuses to be. It gives no answer, but
/// tells what has arrived.
class OpensslServer {
public:
    OpensslServer(const TestCertificate &certificate, const QStringList &options);
    ~OpensslServer();
    [[nodiscard]] int port() const { return m_port; } ///< 0: it has not started
    /// True once a line of HTTP has come; waits for it.
    [[nodiscard]] bool hasHeardHttp(int milliseconds);
    /// Whether openssl's own client gets through.
    [[nodiscard]] bool isReachedWith(const QStringList &clientOptions);

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QByteArray m_said;
    int m_port = 0;
};
