// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/answerlists.h"

#include "practice/domread.h"
#include "practice/jsontext.h"
#include "practice/prompt.h"

#include <array>
#include <cmath>
#include <format>

namespace practice {

namespace {

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

/// A vector of length about one that depends on the text.
void appendVector(QByteArray &out, std::string_view text, qint64 dimensions)
{
    const double scale = std::sqrt(3.0 / static_cast<double>(dimensions));
    const quint64 seed = stableHash(text);
    out.append('[');
    for (qint64 i = 0; i < dimensions; ++i) {
        const quint64 hash = stableHash("dimension", seed + static_cast<quint64>(i));
        const double part = static_cast<double>(hash >> 11) / 4503599627370496.0 - 1.0;
        append(out, std::format("{}{:.8f}", i == 0 ? "" : ",", part * scale));
    }
    out.append(']');
}

void appendBase64Vector(QByteArray &out, std::string_view text, qint64 dimensions)
{
    QByteArray numbers;
    appendVector(numbers, text, dimensions);
    QByteArray floats;
    for (const QByteArray &number : numbers.sliced(1, numbers.size() - 2).split(',')) {
        const float value = number.toFloat();
        floats.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    out.append('"').append(floats.toBase64()).append('"');
}

} // namespace

Tokens appendEmbeddings(QByteArray &out, const RequestLine &request)
{
    const Tokens tokens{.input = tokensIn(request.body)};
    const auto inputs = inputsOf(request.body).value_or(std::vector<std::string>());
    const qint64 dimensions = integerOr(request.body["dimensions"], defaultDimensions);
    const bool isBase64 = textOr(request.body["encoding_format"], {}) == "base64";
    const bool isEmpty = !inputs.empty() && askedFor(inputs.front()) == Asked::Empty;
    append(out, R"({"object":"list","data":[)");
    for (std::size_t i = 0; i < inputs.size() && !isEmpty; ++i) {
        append(out,
               std::format(R"({}{{"object":"embedding","index":{},"embedding":)", i == 0 ? "" : ",",
                           i));
        if (isBase64)
            appendBase64Vector(out, inputs[i], dimensions);
        else
            appendVector(out, inputs[i], dimensions);
        out.append('}');
    }
    append(out, R"(],"model":)");
    appendJsonString(out, request.model);
    append(out,
           std::format(R"(,"usage":{{"prompt_tokens":{},"total_tokens":{}}}}})", tokens.input,
                       tokens.input));
    return tokens;
}

Tokens appendModerations(QByteArray &out, const RequestLine &request)
{
    static constexpr std::array<std::string_view, 4> categories{"harassment", "hate", "self-harm",
                                                                "violence"};
    const auto inputs = inputsOf(request.body).value_or(std::vector<std::string>());
    append(out, R"({"id":"modr-)");
    append(out, std::format("{:016x}", stableHash(request.raw, 1)));
    append(out, R"(","model":)");
    appendJsonString(out, request.model);
    append(out, R"(,"results":[)");
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const quint64 hash = stableHash(inputs[i], 3);
        const bool isFlagged = hash % 10 == 0;
        const std::size_t worst = hash / 10 % categories.size();
        append(out,
               std::format(R"({}{{"flagged":{},"categories":{{)", i == 0 ? "" : ",", isFlagged));
        for (std::size_t c = 0; c < categories.size(); ++c)
            append(out,
                   std::format(R"({}"{}":{})", c == 0 ? "" : ",", categories[c],
                               isFlagged && c == worst));
        append(out, R"(},"category_scores":{)");
        for (std::size_t c = 0; c < categories.size(); ++c) {
            const quint64 score
                = isFlagged && c == worst ? 900 + hash % 99 : stableHash(categories[c], hash) % 100;
            append(out, std::format(R"({}"{}":0.{:03})", c == 0 ? "" : ",", categories[c], score));
        }
        append(out, "}}");
    }
    append(out, "]}");
    return {};
}

} // namespace practice
