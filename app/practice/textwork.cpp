// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/textwork.h"

#include "practice/domread.h"
#include "practice/entityfinder.h"
#include "practice/jsontext.h"

#include <algorithm>
#include <cctype>
#include <format>
#include <vector>

namespace practice {

namespace {

constexpr std::size_t summaryBytes = 240;

RowFault missing(const QByteArray &param)
{
    return {.code = "missing_required_parameter",
            .message = "Missing required parameter: '" + param + "'.",
            .param = param};
}

RowFault wrong(const QByteArray &param, const QByteArray &message)
{
    return {.code = "invalid_value", .message = message, .param = param};
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '@' || c == '-' || c == '_' || c == '/'
        || c == '$' || c == '%';
}

/// Points, colons and commas inside of a word ("3.50", "12:30") belong to it.
std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!isWordByte(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size()
               && (isWordByte(text[end])
                   || ((text[end] == '.' || text[end] == ',' || text[end] == ':')
                       && end + 1 < text.size() && isWordByte(text[end + 1]))))
            ++end;
        words.push_back(text.substr(i, end - i));
        i = end;
    }
    return words;
}

void appendScore(std::string &out, double score)
{
    out += std::format("{:.2f}", score);
}

void appendQuoted(std::string &out, std::string_view text)
{
    QByteArray quoted;
    appendJsonString(quoted, text);
    out += quoted.toStdString();
}

std::string extracted(const RequestLine &request, quint64 hash)
{
    simdjson::dom::object entities;
    std::string out = R"({"entities":[)";
    if (request.body["entities"].get(entities))
        return out + "]}";
    std::size_t count = 0;
    for (const auto field : entities) {
        std::string_view meaning;
        if (field.value.get(meaning))
            meaning = {};
        for (const std::string_view found : findEntities(workedText(request), field.key, meaning)) {
            out += count++ == 0 ? R"({"type":)" : R"(,{"type":)";
            appendQuoted(out, field.key);
            out += R"(,"text":)";
            appendQuoted(out, found);
            out += R"(,"confidence":)";
            appendScore(out, 0.6 + double(stableHash(found, hash) % 40) / 100.0);
            out += '}';
        }
    }
    return out + "]}";
}

/// Whole sentences as long as they fit, the first one always.
std::string_view firstSentences(std::string_view text, std::size_t most)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEnd = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (!isEnd || (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n'))
            continue;
        if (end > 0 && i + 1 > most)
            break;
        end = i + 1;
    }
    return cutUtf8(end == 0 ? text : text.substr(0, end), std::max(most, std::size_t{16}));
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string summarized(const RequestLine &request)
{
    const std::string_view text = workedText(request);
    const qint64 tokens = integerOr(request.body["max_tokens"], 0);
    const std::size_t most
        = tokens > 0 ? std::min(summaryBytes, static_cast<std::size_t>(tokens) * 4) : summaryBytes;
    const std::string_view summary = firstSentences(text, most);
    std::string out = R"({"summary":)";
    appendQuoted(out, summary);
    return out
        + std::format(R"(,"input_chars":{},"output_chars":{}}})", characters(text),
                      characters(summary));
}

/// Words of a label's name and rubric that are in the text, long ones only.
std::size_t commonWords(const std::string &text, simdjson::dom::element label)
{
    constexpr std::size_t shortest = 4;
    std::size_t common = 0;
    for (const std::string_view key : {"name", "rubric"})
        for (const std::string_view word : wordsOf(textOr(label[key], {})))
            if (word.size() >= shortest && text.contains(lowered(word)))
                common += key == "name" ? 3 : 1;
    return common;
}

std::string classified(const RequestLine &request, quint64 hash)
{
    struct Score {
        std::string_view name;
        double weight;
    };
    std::vector<Score> scores;
    double sum = 0;
    const std::string text = lowered(workedText(request));
    simdjson::dom::array labels;
    if (!request.body["labels"].get(labels)) {
        for (const auto label : labels) {
            const std::string_view name = textOr(label["name"], {});
            const double chance = double(stableHash(name, hash) % 100) / 100.0;
            const double weight = 0.2 + chance + 2.0 * double(commonWords(text, label));
            scores.push_back({name, weight});
            sum += weight;
        }
    }
    const auto top = std::ranges::max_element(scores, {}, &Score::weight);
    std::string out = R"({"top_label":)";
    appendQuoted(out, top == scores.end() ? std::string_view() : top->name);
    out += R"(,"scores":{)";
    for (const Score &score : scores) {
        if (&score != scores.data())
            out += ',';
        appendQuoted(out, score.name);
        out += ':';
        appendScore(out, score.weight / sum);
    }
    out += R"(},"reasoning":)";
    appendQuoted(out,
                 top == scores.end()
                     ? std::string()
                     : std::format("The words of the text speak for {} most.", top->name));
    return out + '}';
}

} // namespace

std::optional<TextWork> textWorkFromModel(std::string_view model)
{
    if (model == "extract")
        return TextWork::Extract;
    if (model == "summarize")
        return TextWork::Summarize;
    return model == "classify" ? std::optional(TextWork::Classify) : std::nullopt;
}

std::optional<TextWork> textWorkOf(const RequestLine &request)
{
    const bool isChat = !request.body["messages"].error();
    return isChat || request.url != chatEndpoint ? std::nullopt : textWorkFromModel(request.model);
}

std::string_view workedText(const RequestLine &request)
{
    return textOr(request.body["text"], {});
}

std::optional<RowFault> textWorkFault(const RequestLine &request, TextWork work)
{
    if (request.body["text"].error())
        return missing("text");
    if (workedText(request).empty())
        return wrong("text", "'text' must be a string that is not empty.");
    simdjson::dom::object entities;
    simdjson::dom::array labels;
    if (work == TextWork::Extract
        && (request.body["entities"].get(entities) || entities.size() == 0))
        return wrong("entities", "'entities' must be a map of labels to descriptions.");
    if (work == TextWork::Classify && (request.body["labels"].get(labels) || labels.size() == 0))
        return wrong("labels", "'labels' must be a list of objects with name and rubric.");
    if (integerOr(request.body["max_tokens"], 1) < 1)
        return wrong("max_tokens", "'max_tokens' must be at least 1.");
    return std::nullopt;
}

std::string textWorkResult(const RequestLine &request, TextWork work, quint64 hash)
{
    switch (work) {
    case TextWork::Extract: return extracted(request, hash);
    case TextWork::Summarize: return summarized(request);
    case TextWork::Classify: return classified(request, hash);
    }
    return {};
}

} // namespace practice
