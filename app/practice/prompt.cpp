// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/prompt.h"

#include "practice/domread.h"

#include <array>
#include <utility>

namespace practice {

namespace {

constexpr int deepest = 64;

/// A string, or the text parts of a list of parts.
std::optional<std::string> contentText(simdjson::dom::element content)
{
    std::string_view text;
    if (!content.get(text))
        return std::string(text);
    simdjson::dom::array parts;
    if (content.get(parts))
        return std::nullopt;
    std::string joined;
    for (const auto part : parts) {
        simdjson::dom::object object;
        if (part.get(object) || object["text"].get(text))
            continue;
        if (!joined.empty())
            joined.push_back('\n');
        joined.append(text);
    }
    return joined;
}

std::optional<std::string> lastUserText(simdjson::dom::array messages)
{
    std::optional<std::string> found;
    for (const auto message : messages) {
        simdjson::dom::object object;
        if (message.get(object))
            return std::nullopt;
        std::string_view role;
        simdjson::dom::element content;
        if (object["role"].get(role) || object["content"].get(content))
            continue;
        if (role == "user" || !found)
            found = contentText(content).value_or(std::string());
    }
    return found;
}

qint64 textBytes(simdjson::dom::element value, int depth)
{
    std::string_view text;
    if (!value.get(text))
        return static_cast<qint64>(text.size());
    qint64 sum = 0;
    simdjson::dom::array array;
    simdjson::dom::object object;
    if (depth >= deepest)
        return sum;
    if (!value.get(array)) {
        for (const auto item : array)
            sum += textBytes(item, depth + 1);
    } else if (!value.get(object)) {
        for (const auto member : object)
            sum += textBytes(member.value, depth + 1);
    } else {
        sum = 4; // a number is about a token
    }
    return sum;
}

} // namespace

Asked askedFor(std::string_view prompt)
{
    static constexpr std::array words{std::pair(std::string_view("refuse"), Asked::Refuse),
                                      std::pair(std::string_view("empty"), Asked::Empty),
                                      std::pair(std::string_view("truncate"), Asked::Truncate),
                                      std::pair(std::string_view("malformed"), Asked::Malformed),
                                      std::pair(std::string_view("fail"), Asked::Fail)};
    static constexpr std::string_view mark = "practice:";
    const std::size_t at = prompt.find(mark);
    if (at == std::string_view::npos)
        return Asked::Answer;
    const std::string_view rest = prompt.substr(at + mark.size());
    for (const auto &[word, asked] : words) {
        if (rest.starts_with(word))
            return asked;
    }
    return Asked::Answer;
}

std::optional<std::string> promptOf(simdjson::dom::object body)
{
    simdjson::dom::array messages;
    simdjson::dom::element value;
    if (!body["messages"].get(messages))
        return lastUserText(messages);
    if (!body["prompt"].get(value))
        return contentText(value);
    if (body["input"].get(value))
        return std::nullopt;
    simdjson::dom::array items;
    simdjson::dom::object first;
    if (!value.get(items) && items.begin() != items.end() && !(*items.begin()).get(first)
        && !first["role"].error())
        return lastUserText(items);
    return contentText(value);
}

std::string instructionsOf(simdjson::dom::object body)
{
    simdjson::dom::array messages;
    simdjson::dom::element content;
    if (!body["instructions"].get(content))
        return contentText(content).value_or(std::string());
    if (body["messages"].get(messages) && body["input"].get(messages))
        return {};
    for (const auto message : messages) {
        simdjson::dom::object object;
        if (message.get(object))
            break;
        const std::string_view role = textOr(object["role"], {});
        if ((role == "system" || role == "developer") && !object["content"].get(content))
            return contentText(content).value_or(std::string());
    }
    return {};
}

std::optional<std::vector<std::string>> inputsOf(simdjson::dom::object body)
{
    simdjson::dom::element value;
    if (body["input"].get(value))
        return std::nullopt;
    std::string_view text;
    if (!value.get(text))
        return std::vector{std::string(text)};
    simdjson::dom::array items;
    if (value.get(items))
        return std::nullopt;
    std::vector<std::string> found;
    bool isTokens = false;
    for (const auto item : items) {
        if (!item.get(text))
            found.emplace_back(text);
        else if (item.is_array())
            found.push_back(simdjson::minify(item));
        else
            isTokens = true;
    }
    if (isTokens)
        found = {simdjson::minify(value)};
    return found.empty() ? std::nullopt : std::optional(std::move(found));
}

qint64 tokensOf(std::string_view text)
{
    return static_cast<qint64>((text.size() + 3) / 4);
}

qint64 tokensIn(simdjson::dom::object body)
{
    qint64 bytes = 0;
    for (const std::string_view key : {"messages", "prompt", "input", "instructions", "tools"}) {
        simdjson::dom::element value;
        if (!body[key].get(value))
            bytes += textBytes(value, 0);
    }
    return bytes / 4 + 3;
}

} // namespace practice
