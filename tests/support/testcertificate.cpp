// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testcertificate.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<TestCertificate> TestCertificate::make(const QString &names, int days)
{
    const QTemporaryDir dir;
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty() || !dir.isValid())
        return std::nullopt;
    const QString key = dir.filePath(u"key.pem"_s);
    const QString certificate = dir.filePath(u"certificate.pem"_s);
    const QString stamp = u"yyyyMMddhhmmss'Z'"_s;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList arguments{u"req"_s,
                          u"-x509"_s,
                          u"-newkey"_s,
                          u"ec"_s,
                          u"-pkeyopt"_s,
                          u"ec_paramgen_curve:prime256v1"_s,
                          u"-nodes"_s,
                          u"-subj"_s,
                          u"/CN=Batchdesk test"_s,
                          u"-addext"_s,
                          u"subjectAltName="_s + names,
                          u"-keyout"_s,
                          key,
                          u"-out"_s,
                          certificate};
    if (days < 0)
        arguments += {u"-not_before"_s, now.addDays(days - 1).toString(stamp), u"-not_after"_s,
                      now.addDays(days).toString(stamp)};
    else
        arguments += {u"-days"_s, QString::number(days)};
    QProcess process;
    process.start(openssl, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return std::nullopt;
    TestCertificate made;
    made.m_server = QSslConfiguration::defaultConfiguration();
    made.m_server.setLocalCertificate(QSslCertificate(bytesOf(certificate)));
    made.m_server.setPrivateKey(QSslKey(bytesOf(key), QSsl::Ec));
    made.m_server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return made;
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
