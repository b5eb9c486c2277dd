// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace practice {

/// What to say to a prompt.
struct TextWish {
    std::string_view prompt; ///< the user's
    std::string_view system; ///< the instructions before it
    quint64 hash = 0;
    bool isShort = false; ///< few tokens are allowed
};

/// Some words that look like an answer: a label where labels are asked for, a first sentence for a
/// summary, verses for a poem, else sentences about the longest words of the prompt.
[[nodiscard]] std::string answerText(const TextWish &wish);

/// A JSON value that fits a JSON Schema: the first of alternatives, all properties.
[[nodiscard]] std::string sampleOf(simdjson::dom::element schema, quint64 hash);

/// {"answer": ..., "confidence": ...} for a request that asks for JSON without a schema.
[[nodiscard]] std::string answerObject(const TextWish &wish);

} // namespace practice
