// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testcertificate.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray configuration(const TestCertificate::Order &order)
{
    QString text
        = u"[req]\nprompt=no\ndistinguished_name=dn\nx509_extensions=x\n[dn]\nCN=%1\n[x]\n"_s.arg(
            order.name);
    for (const QString &extension : order.extensions)
        text += extension + u'\n';
    return text.toUtf8();
}

QStringList arguments(const TestCertificate::Order &order, const QTemporaryDir &dir)
{
    const QString stamp = u"yyyyMMddhhmmss'Z'"_s;
    // Clocks of two programs may be a second apart.
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(-60);
    QStringList all{u"req"_s,         u"-x509"_s,
                    u"-config"_s,     dir.filePath(u"config"_s),
                    u"-nodes"_s,      u"-"_s + order.digest,
                    u"-newkey"_s,     order.key,
                    u"-keyout"_s,     dir.filePath(u"key.pem"_s),
                    u"-out"_s,        dir.filePath(u"certificate.pem"_s),
                    u"-not_before"_s, now.addDays(order.fromDay).toString(stamp),
                    u"-not_after"_s,  now.addDays(order.toDay).toString(stamp)};
    if (order.key == "ec"_L1)
        all += {u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    if (order.issuer)
        all += {u"-CA"_s, dir.filePath(u"ca.pem"_s), u"-CAkey"_s, dir.filePath(u"ca.key"_s)};
    return all;
}

} // namespace

std::optional<TestCertificate> TestCertificate::make(const Order &order)
{
    const QTemporaryDir dir;
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty() || !dir.isValid()
        || !write(dir.filePath(u"config"_s), configuration(order)))
        return std::nullopt;
    if (order.issuer
        && (!write(dir.filePath(u"ca.pem"_s), order.issuer->pem())
            || !write(dir.filePath(u"ca.key"_s), order.issuer->keyPem())))
        return std::nullopt;
    QProcess process;
    process.start(openssl, arguments(order, dir));
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qWarning("openssl: %s", process.readAllStandardError().constData());
        return std::nullopt;
    }
    // Here Qt comes to it first: app/core/libcrypto.h says why.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    TestCertificate made;
    made.m_key = bytesOf(dir.filePath(u"key.pem"_s));
    made.m_server = QSslConfiguration::defaultConfiguration();
    made.m_server.setLocalCertificate(QSslCertificate(bytesOf(dir.filePath(u"certificate.pem"_s))));
    made.m_server.setPrivateKey(QSslKey(made.m_key, order.key == "ec"_L1 ? QSsl::Ec : QSsl::Rsa));
    made.m_server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return made;
}

std::optional<TestCertificate> TestCertificate::make(const QString &names, int days)
{
    return make(Order{.extensions = {u"subjectAltName="_s + names, u"basicConstraints=CA:TRUE"_s},
                      .fromDay = days < 0 ? days - 1 : 0,
                      .toDay = days});
}

std::optional<TestCertificate> TestCertificate::makeAuthority(const QString &name)
{
    return make(Order{.name = name,
                      .extensions = {u"basicConstraints=critical,CA:TRUE"_s,
                                     u"keyUsage=critical,keyCertSign,cRLSign"_s,
                                     u"subjectKeyIdentifier=hash"_s}});
}

QSslConfiguration TestCertificate::withChain(const QList<QSslCertificate> &chain) const
{
    QSslConfiguration server = m_server;
    server.setLocalCertificateChain(QList{certificate()} + chain);
    return server;
}

TrustedInThisTest::TrustedInThisTest(const QSslCertificate &certificate)
    : m_before(QSslConfiguration::defaultConfiguration())
{
    QSslConfiguration trusting = m_before;
    trusting.addCaCertificate(certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

TrustedInThisTest::~TrustedInThisTest()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}
