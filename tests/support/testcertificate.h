// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

#include <optional>

/// A certificate made for one test by the openssl program, signed by itself: never trusted unless a
/// test says so.
class TestCertificate {
public:
    /// names such as "IP:127.0.0.1" or "DNS:example.com"; days may be negative for one that has
    /// expired. Nothing where there is no openssl.
    [[nodiscard]] static std::optional<TestCertificate> make(const QString &names, int days = 2);

    [[nodiscard]] QSslConfiguration serverConfiguration() const { return m_server; }
    [[nodiscard]] QSslCertificate certificate() const { return m_server.localCertificate(); }

private:
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
