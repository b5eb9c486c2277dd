// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tls.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes
    = 4 * 1024 * 1024; // the system's whole bundle has a quarter of a megabyte

Failure bad(const QString &message)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .field = u"ca_file"_s});
}

} // namespace

Result<QList<QSslCertificate>> readCaFile(const QString &path)
{
    // A pipe or a device could be waited for without end.
    if (!QFileInfo(path).isFile())
        return bad(QCoreApplication::translate("Tls", "There is no file of CA certificates at %1")
                       .arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(
            QCoreApplication::translate("Tls", "The CA certificates in %1 cannot be read: %2")
                .arg(path, file.errorString()));
    if (file.size() > mostBytes)
        return bad(
            QCoreApplication::translate("Tls", "%1 is too large for CA certificates").arg(path));
    const QByteArray pem = file.readAll();
    QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    found.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (found.isEmpty())
        return bad(
            QCoreApplication::translate("Tls", "There is no CA certificate (PEM) in %1").arg(path));
    // What cannot be read is left out in silence by Qt, and a server would be refused for no reason
    // that one could find.
    if (found.size() != pem.count("-----BEGIN CERTIFICATE-----"))
        return bad(
            QCoreApplication::translate("Tls", "A CA certificate in %1 is broken").arg(path));
    return found;
}

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &ownCas)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // A list of our own ends Qt's looking up of the system's CAs as they are needed.
    if (!ownCas.isEmpty())
        tls.setCaCertificates(tls.caCertificates() + QSslConfiguration::systemCaCertificates()
                              + ownCas);
    return tls;
}
