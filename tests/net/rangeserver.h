// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultserver.h"

#include <QByteArray>

#include <optional>

/// What good servers do with Range and If-Range, as answers of a FaultServer.
namespace RangeServer {

/// Where "bytes=N-" begins; nothing where no range is asked for.
inline std::optional<qsizetype> startOf(const FaultRequest &request)
{
    const QByteArray range = request.header("range");
    if (!range.startsWith("bytes=") || !range.endsWith('-'))
        return std::nullopt;
    return range.sliced(6).chopped(1).toLongLong();
}

inline FaultReply part(const QByteArray &body, qsizetype start, const QByteArray &etag)
{
    FaultReply reply = FaultReply::jsonl(body.sliced(start));
    reply.status = 206;
    return reply.with("ETag", etag)
        .with("Content-Range",
              "bytes " + QByteArray::number(start) + '-' + QByteArray::number(body.size() - 1) + '/'
                  + QByteArray::number(body.size()));
}

inline FaultReply whole(const QByteArray &body, const QByteArray &etag)
{
    return FaultReply::jsonl(body).with("ETag", etag).with("Accept-Ranges", "bytes");
}

/// 200, 206 or 416, as RFC 9110 has it.
inline FaultReply answer(const FaultRequest &request, const QByteArray &body,
                         const QByteArray &etag)
{
    const std::optional<qsizetype> start = startOf(request);
    if (!start || request.header("if-range") != etag)
        return whole(body, etag);
    if (*start >= body.size())
        return FaultReply::html(416, "<html>nothing there</html>")
            .with("ETag", etag)
            .with("Content-Range", "bytes */" + QByteArray::number(body.size()));
    return part(body, *start, etag);
}

} // namespace RangeServer
