// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

/// A certificate made for one test by the openssl program: never trusted unless a test says so.
class TestCertificate {
public:
    struct Order {
        QString name = QStringLiteral("Batchdesk test"); ///< CN
        QStringList extensions; ///< "subjectAltName=IP:127.0.0.1", "basicConstraints=CA:TRUE" ...
        const TestCertificate *issuer = nullptr; ///< nobody: signed by itself
        int fromDay = 0; ///< from today, may be negative
        int toDay = 2;
        QString key = QStringLiteral("ec"); ///< or "rsa:1024"
        QString digest = QStringLiteral("sha256");
    };
    /// Nothing where there is no openssl, or it does not make such a one.
    [[nodiscard]] static std::optional<TestCertificate> make(const Order &order);
    /// Signed by itself. names such as "IP:127.0.0.1" or "DNS:example.com"; days may be negative for
    /// one that has expired.
    [[nodiscard]] static std::optional<TestCertificate> make(const QString &names, int days = 2);
    /// One that may sign others.
    [[nodiscard]] static std::optional<TestCertificate> makeAuthority(const QString &name);

    [[nodiscard]] QSslConfiguration serverConfiguration() const { return m_server; }
    [[nodiscard]] QSslCertificate certificate() const { return m_server.localCertificate(); }
    [[nodiscard]] QByteArray pem() const { return certificate().toPem(); }
    [[nodiscard]] QByteArray keyPem() const { return m_key; }
    /// What the server shows besides its own.
    [[nodiscard]] QSslConfiguration withChain(const QList<QSslCertificate> &chain) const;

private:
    QByteArray m_key;
    QSslConfiguration m_server;
};

/// While it lives, this process trusts a certificate.
class TrustedInThisTest {
public:
    explicit TrustedInThisTest(const QSslCertificate &certificate);
    ~TrustedInThisTest();
    TrustedInThisTest(const TrustedInThisTest &) = delete;
    TrustedInThisTest &operator=(const TrustedInThisTest &) = delete;

private:
    QSslConfiguration m_before;
};
