// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

namespace practice {

/// Appends UTF-8 as a JSON string with quotes.
void appendJsonString(QByteArray &out, std::string_view utf8);

/// JSON that simdjson refuses though it is JSON: numbers that no double or 64-bit integer holds
/// become 0, escapes of lone surrogates U+FFFD. The providers accept both. Anything else is as it
/// was, so that what is not JSON stays not JSON.
[[nodiscard]] std::string tamedJson(std::string_view json);

/// A number that depends on the bytes alone: the same on every machine and in every run.
[[nodiscard]] quint64 stableHash(std::string_view bytes, quint64 seed = 0) noexcept;

/// Bytes that make up whole characters, at most limit of them.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t limit) noexcept;

} // namespace practice
