// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wirerequest.h"

#include "net/origin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Names and values go on the wire as they are: what could end a header early is refused.
bool isHeaderSafe(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

QByteArray keyHeader(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::None: return {};
    case AuthScheme::Bearer: return "Authorization"_ba;
    case AuthScheme::XApiKey: return "x-api-key"_ba;
    case AuthScheme::ApiKey: return "api-key"_ba;
    case AuthScheme::XGoogApiKey: return "x-goog-api-key"_ba;
    }
    Q_UNREACHABLE_RETURN({});
}

QUrl wireUrl(const HttpRequest &request)
{
    QUrl url = request.url;
    url.setUserInfo({});
    url.setFragment({});
    if (request.query.isEmpty() || url.hasQuery())
        return url;
    QByteArray text;
    for (const auto &[name, value] : request.query) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    url.setQuery(QString::fromLatin1(text), QUrl::StrictMode);
    return url;
}

Result<> checkRequest(const HttpRequest &request, const SecretBytes &key)
{
    if (const Result<> address = checkAddress(request.url); !address)
        return address;
    if (!isHeaderSafe(key.reveal()))
        return Failure(Error{.kind = ErrorKind::BadInput,
                             .message = QCoreApplication::translate(
                                 "HttpClient", "the key holds a line break; put it in again")});
    for (const auto &[name, value] : request.headers)
        if (!isHeaderSafe(name) || !isHeaderSafe(value))
            return Failure(Error{.kind = ErrorKind::BadInput,
                                 .message = QCoreApplication::translate(
                                                "HttpClient", "the header %1 holds a line break")
                                                .arg(QString::fromLatin1(name).simplified())});
    return {};
}

QNetworkRequest wireRequest(const HttpRequest &request, const QUrl &url, const SecretBytes &key,
                            Audience audience)
{
    QNetworkRequest wire(url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Ours fires first and knows why; Qt's is the net below it.
    wire.setTransferTimeout(request.timeout + std::chrono::seconds(5));
    wire.setRawHeader("User-Agent", "Batchdesk/" BATCHDESK_VERSION);
    wire.setRawHeader("Accept-Language", "en");
    // Only then a length means what it says, and a repetitive file is no "decompression bomb".
    wire.setRawHeader("Accept-Encoding", "identity");
    if (audience == Audience::Origin) {
        for (const auto &[name, value] : request.headers)
            wire.setRawHeader(name, value);
        if (request.auth != AuthScheme::None && !key.isEmpty())
            wire.setRawHeader(keyHeader(request.auth),
                              (request.auth == AuthScheme::Bearer ? "Bearer "_ba : QByteArray())
                                  .append(key.reveal()));
    }
    return wire;
}
