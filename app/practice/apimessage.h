// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <optional>
#include <utility>

namespace practice {

/// A call as a dialect of the practice provider sees it, without sockets.
struct ApiRequest {
    QByteArray method;
    QString path; ///< below /DIALECT, such as /v1/batches
    QUrlQuery query;
    QByteArray contentType;
    QByteArray range;
    QByteArray ifRange;
    QByteArray body;
    QByteArray requestId; ///< of this call; goes into the answer's headers
};

/// A piece of a file that is streamed as the answer's body.
struct FileSlice {
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct ApiReply {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::optional<FileSlice> file; ///< instead of body
};

/// Called once, on the thread of the server.
using Respond = std::function<void(ApiReply)>;

/// True where a Content-Type is this one, whatever its parameters.
[[nodiscard]] inline bool isMediaType(const QByteArray &contentType, QByteArrayView type)
{
    return contentType.split(';').constFirst().trimmed().toLower() == type;
}

} // namespace practice
