// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/origin.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace {

int port(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

Result<> checkAddress(const QUrl &url)
{
    const bool plain = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != "https"_L1))
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate("HttpClient", "\"%1\" is not an https address")
                           .arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))});
    if (plain && !isLoopback(url))
        return Failure(Error{
            .kind = ErrorKind::Tls,
            .message = QCoreApplication::translate(
                           "HttpClient",
                           "%1 would be asked without encryption; use https:// (plain http is only "
                           "for this computer itself)")
                           .arg(url.host())});
    return {};
}

Result<QUrl> redirectTarget(const QUrl &from, const QByteArray &location)
{
    QUrl target = from.resolved(QUrl::fromEncoded(location.trimmed()));
    target.setUserInfo({});
    target.setFragment({});
    if (const Result<> checked = checkAddress(target); !checked) {
        Error error = checked.error();
        error.message
            = QCoreApplication::translate("HttpClient", "%1 redirects to a forbidden place: %2")
                  .arg(from.host(), error.message);
        if (error.kind == ErrorKind::BadInput)
            error.kind = ErrorKind::BadReply;
        return Failure(error);
    }
    if (isLoopback(target) && !isLoopback(from))
        return Failure(Error{.kind = ErrorKind::BadReply,
                             .message = QCoreApplication::translate(
                                            "HttpClient", "%1 redirects to this computer itself")
                                            .arg(from.host())});
    if (from.scheme() == "https"_L1 && target.scheme() != "https"_L1)
        return Failure(
            Error{.kind = ErrorKind::Tls,
                  .message = QCoreApplication::translate(
                                 "HttpClient", "%1 redirects to where nothing is encrypted")
                                 .arg(from.host())});
    return target;
}
