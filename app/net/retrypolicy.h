// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "net/httpreply.h"

#include <QDateTime>

#include <chrono>
#include <optional>

/// A date in one of the three forms of RFC 9110, section 5.6.7; invalid where it is none.
[[nodiscard]] QDateTime httpDate(const QByteArray &text);

/// How long a server asked to wait: the largest of Retry-After (seconds, float, HTTP date),
/// retry-after-ms, error.retry_after_seconds and error.details[].retryDelay of the body. Nothing
/// where none is readable or all are negative. The unlimited value; callers cap what they show.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply,
                                                                  const QDateTime &now);

/// Wait before attempt n (from 1) of a repeatable request: full jitter, anything between nothing and
/// base * 2^(n-1), which is at most cap. There is no last attempt. random in [0, 1).
[[nodiscard]] std::chrono::milliseconds backOff(int attempt, double random,
                                                std::chrono::milliseconds base
                                                = std::chrono::seconds(2),
                                                std::chrono::milliseconds cap
                                                = std::chrono::minutes(10));
