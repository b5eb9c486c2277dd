// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/requestline.h"

#include "practice/jsontext.h"

#include <algorithm>
#include <array>

namespace practice {

namespace {

constexpr std::size_t maxCustomId = 512;

LineFault missing(const QByteArray &param)
{
    return {"missing_required_parameter", "Missing required parameter: '" + param + "'.", param,
            "missing"};
}

LineFault wrongType(const QByteArray &param, const QByteArray &wanted, const QByteArray &type)
{
    return {"invalid_type", "Invalid type for '" + param + "': expected " + wanted + ".", param,
            type};
}

LineFault wrongValue(const QByteArray &code, const QByteArray &message, const QByteArray &param)
{
    return {code, message, param, "value_error"};
}

/// A string member that must be there and not be empty.
std::expected<std::string_view, LineFault> wantedText(simdjson::dom::object object,
                                                      std::string_view key, const QByteArray &param)
{
    simdjson::dom::element value;
    if (object[key].get(value))
        return std::unexpected(missing(param));
    std::string_view text;
    if (value.get(text))
        return std::unexpected(wrongType(param, "a string", "string_type"));
    if (text.empty())
        return std::unexpected(
            wrongValue("invalid_value", "'" + param + "' must not be empty.", param));
    return text;
}

std::expected<void, LineFault> checkMethod(simdjson::dom::object object, LineRules rules)
{
    simdjson::dom::element value;
    if (object["method"].get(value)) {
        if (rules.wantsMethodAndUrl)
            return std::unexpected(missing("method"));
        return {};
    }
    std::string_view method;
    if (value.get(method))
        return std::unexpected(wrongType("method", "a string", "string_type"));
    if (method != "POST")
        return std::unexpected(wrongValue("invalid_method", "The method must be POST.", "method"));
    return {};
}

std::expected<std::string_view, LineFault> readUrl(simdjson::dom::object object, LineRules rules)
{
    simdjson::dom::element value;
    if (!rules.wantsMethodAndUrl && object["url"].get(value))
        return chatEndpoint;
    return wantedText(object, "url", "url");
}

std::expected<void, LineFault> checkBody(RequestLine &line)
{
    auto model = wantedText(line.body, "model", "body.model");
    if (!model)
        return std::unexpected(model.error());
    line.model = *model;
    bool isStream = false;
    if (!line.body["stream"].get(isStream) && isStream)
        return std::unexpected(
            wrongValue("invalid_request", "A batch cannot stream.", "body.stream"));
    return {};
}

std::expected<void, LineFault> checkKeys(simdjson::dom::object object)
{
    for (const auto &[key, value] : object) {
        if (key != "custom_id" && key != "method" && key != "url" && key != "body") {
            const QByteArray name(key.data(), static_cast<qsizetype>(key.size()));
            return std::unexpected(LineFault{"unknown_parameter",
                                             "Unknown parameter: '" + name + "'.", name,
                                             "extra_forbidden"});
        }
    }
    return {};
}

} // namespace

bool isKnownEndpoint(std::string_view endpoint)
{
    static constexpr std::array known{
        chatEndpoint, std::string_view("/v1/completions"), std::string_view("/v1/embeddings"),
        std::string_view("/v1/moderations"), std::string_view("/v1/responses")};
    return std::ranges::find(known, endpoint) != known.end();
}

simdjson::error_code LineParser::read(std::string_view line, simdjson::dom::element &root)
{
    if (line.starts_with("\xef\xbb\xbf"))
        return simdjson::TAPE_ERROR; // a mark is no JSON; simdjson would pass over it
    const auto error = m_parser.parse(line.data(), line.size()).get(root);
    if (error != simdjson::NUMBER_ERROR && error != simdjson::BIGINT_ERROR
        && error != simdjson::STRING_ERROR)
        return error;
    m_tamed = tamedJson(line);
    return m_parser.parse(m_tamed).get(root);
}

std::expected<RequestLine, LineFault> LineParser::parse(std::string_view line, LineRules rules)
{
    RequestLine found{.raw = line};
    simdjson::dom::element root;
    simdjson::dom::object object;
    if (read(line, root))
        return std::unexpected(LineFault{
            "invalid_json_line", "This line is not parseable as valid JSON.", {}, "json_invalid"});
    if (root.get(object))
        return std::unexpected(LineFault{
            "invalid_json_line", "This line is not a JSON object.", {}, "model_attributes_type"});
    if (rules.refusesUnknownKeys) {
        if (auto keys = checkKeys(object); !keys)
            return std::unexpected(keys.error());
    }
    auto id = wantedText(object, "custom_id", "custom_id");
    if (!id)
        return std::unexpected(id.error());
    if (id->size() > maxCustomId)
        return std::unexpected(
            wrongValue("invalid_value", "'custom_id' is longer than 512 bytes.", "custom_id"));
    found.customId = *id;
    if (auto method = checkMethod(object, rules); !method)
        return std::unexpected(method.error());
    auto url = readUrl(object, rules);
    if (!url)
        return std::unexpected(url.error());
    found.url = *url;
    simdjson::dom::element body;
    if (object["body"].get(body))
        return std::unexpected(missing("body"));
    if (body.get(found.body))
        return std::unexpected(wrongType("body", "an object", "dict_type"));
    if (auto inBody = checkBody(found); !inBody)
        return std::unexpected(inBody.error());
    return found;
}

} // namespace practice
