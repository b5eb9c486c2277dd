// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace practice {

/// The outcome that a prompt asks for.
enum class Asked : quint8 { Answer, Refuse, Empty, Truncate, Malformed, Fail };
[[nodiscard]] Asked askedFor(std::string_view prompt);

/// What the last user said in messages, a prompt or an input: a string, or the text parts of a
/// list. Nothing where the body holds no such thing.
[[nodiscard]] std::optional<std::string> promptOf(simdjson::dom::object body);

/// What the system or the developer said before: instructions, or the first message of theirs.
[[nodiscard]] std::string instructionsOf(simdjson::dom::object body);

/// The texts of an input that may hold several (embeddings, moderations). A list of token numbers
/// counts as one text. Nothing where there is none.
[[nodiscard]] std::optional<std::vector<std::string>> inputsOf(simdjson::dom::object body);

/// All text that a body sends, in tokens.
[[nodiscard]] qint64 tokensIn(simdjson::dom::object body);
[[nodiscard]] qint64 tokensOf(std::string_view text);

} // namespace practice
