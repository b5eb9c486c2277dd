// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/apimessage.h"

#include <QStringList>

namespace practice {

/// The calls of one dialect, without sockets. Thread of the server.
class DialectApi {
public:
    virtual ~DialectApi() = default;

    /// Answers a call exactly once, now or later; never after this object has gone.
    virtual void handle(const ApiRequest &request, const Respond &respond) = 0;
    /// The answer to a call without the right key.
    [[nodiscard]] virtual ApiReply unauthorised(const ApiRequest &request) const = 0;
    /// The key comes as x-api-key, not as Authorization: Bearer.
    [[nodiscard]] virtual bool wantsKeyHeader() const { return false; }
};

/// /v1/batches/ID/cancel as v1, batches, ID, cancel; nothing for an empty segment or none at all.
[[nodiscard]] inline QStringList segments(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() < 2 || !parts.first().isEmpty() || parts.sliced(1).contains(QString())
        ? QStringList()
        : parts.sliced(1);
}

} // namespace practice
