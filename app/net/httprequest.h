// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

/// How the key goes into a request. The key itself is added by HttpClient at the last moment.
enum class AuthScheme : quint8 { None, Bearer, XApiKey, ApiKey, XGoogApiKey };

/// One HTTP request, as a value. Dialects fill in everything but url, which the caller makes from
/// the connection's base URL and path.
struct HttpRequest {
    QByteArray method = "GET";
    QString path; ///< such as /v1/batches/batch_1, already escaped; or an absolute URL from a reply
    QList<std::pair<QString, QString>> query;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< never the key
    QByteArray contentType;
    QByteArray body; ///< small bodies; large ones are files, see bodyFile
    QString bodyFile; ///< absolute path of the exact bytes to send instead of body
    QUrl url;
    AuthScheme auth = AuthScheme::None;
    QString caFile; ///< PEM, absolute: CAs that are trusted besides the system's; empty: none
    /// True: sent at most once on the wire whatever happens (see OneShotBody). Any doubt about the
    /// outcome is ErrorKind::OutcomeUnknown.
    bool oneShot = false;
    std::chrono::milliseconds timeout{60'000}; ///< without progress
};
