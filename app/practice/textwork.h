// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/answers.h"
#include "practice/requestline.h"

#include <optional>
#include <string>
#include <string_view>

namespace practice {

/// The operations on a text that stand in for a model: extract, summarize, classify.
enum class TextWork : quint8 { Extract, Summarize, Classify };

/// Nothing for a chat, also with such a model: only a body with a text is work on it.
[[nodiscard]] std::optional<TextWork> textWorkOf(const RequestLine &request);
[[nodiscard]] std::optional<TextWork> textWorkFromModel(std::string_view model);
/// The text to work on; empty where there is none.
[[nodiscard]] std::string_view workedText(const RequestLine &request);
/// What is wrong with the fields of such a request.
[[nodiscard]] std::optional<RowFault> textWorkFault(const RequestLine &request, TextWork work);
/// The JSON that the operation gives, made from the text itself: entities are words of it, the
/// summary its first sentences, the scores count words that a label and the text have in common.
[[nodiscard]] std::string textWorkResult(const RequestLine &request, TextWork work, quint64 hash);

} // namespace practice
