// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <simdjson.h>

#include <QtTypes>

#include <cstdint>
#include <string_view>

namespace practice {

/// A value that may be missing or of another type: then the fallback.
[[nodiscard]] inline qint64 integerOr(
    const simdjson::simdjson_result<simdjson::dom::element> &value, qint64 fallback)
{
    std::int64_t number = 0;
    return value.get(number) == simdjson::SUCCESS ? number : fallback;
}

[[nodiscard]] inline std::string_view textOr(
    const simdjson::simdjson_result<simdjson::dom::element> &value, std::string_view fallback)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : fallback;
}

} // namespace practice
