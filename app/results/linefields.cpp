// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/linefields.h"

#include "dialects/scan.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <charconv>

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

static_assert(linePadding >= simdjson::SIMDJSON_PADDING);

namespace {

QString toText(std::string_view utf8)
{
    return scan::decoded(utf8);
}

simdjson::padded_string_view padded(PaddedLine line)
{
    return simdjson::padded_string_view(line.bytes.data(), line.bytes.size(),
                                        line.bytes.size() + linePadding);
}

/// The grammar of a JSON number: picking a field does not validate what it finds.
bool isJsonNumber(std::string_view text)
{
    size_t i = 0;
    const auto digits = [&] {
        const size_t first = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        return i - first;
    };
    if (i < text.size() && text[i] == '-')
        ++i;
    if (digits() == 0)
        return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0)
            return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

std::optional<size_t> arrayIndex(const std::string &token)
{
    if (token.empty() || (token.size() > 1 && token.front() == '0'))
        return std::nullopt;
    size_t index = 0;
    const char *end = token.data() + token.size();
    const auto [stop, code] = std::from_chars(token.data(), end, index);
    return code == std::errc() && stop == end ? std::optional(index) : std::nullopt;
}

bool goToMember(ondemand::value &value, const std::string &name)
{
    ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return false;
    for (auto entry : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(entry).get(field) != simdjson::SUCCESS
            || field.unescaped_key(true).get(key) != simdjson::SUCCESS)
            return false;
        if (key == name) {
            value = field.value();
            return true;
        }
    }
    return false;
}

bool goToElement(ondemand::value &value, const std::string &token)
{
    ondemand::array array;
    const std::optional<size_t> index = arrayIndex(token);
    return index && value.get_array().get(array) == simdjson::SUCCESS
        && array.at(*index).get(value) == simdjson::SUCCESS;
}

std::optional<JsonCell> cell(ondemand::value &value, ondemand::json_type type)
{
    std::string_view text;
    if (type == ondemand::json_type::string) {
        if (value.get_string(true).get(text) != simdjson::SUCCESS)
            return std::nullopt;
        return JsonCell{toText(text)};
    }
    if (value.raw_json().get(text) != simdjson::SUCCESS)
        return std::nullopt;
    text = scan::trimmed(text);
    return JsonCell{toText(text), isJsonNumber(text)};
}

} // namespace

Result<JsonPointer> JsonPointer::parse(const QString &text)
{
    const auto bad = [&] {
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate(
                           "JsonPointer", "“%1” is not a JSON Pointer such as /response/body/id")
                           .arg(text),
        });
    };
    JsonPointer pointer;
    if (text.isEmpty())
        return pointer;
    if (!text.startsWith(u'/'))
        return bad();
    for (const QByteArray &part : text.toUtf8().mid(1).split('/')) {
        std::string token;
        for (qsizetype i = 0; i < part.size(); ++i) {
            if (part[i] != '~') {
                token += part[i];
                continue;
            }
            const char next = ++i < part.size() ? part[i] : '\0';
            if (next != '0' && next != '1')
                return bad();
            token += next == '0' ? '~' : '/';
        }
        pointer.tokens.push_back(std::move(token));
    }
    return pointer;
}

struct LineFields::Parsers {
    ondemand::parser picking;
    simdjson::dom::parser checking;
};

LineFields::LineFields() : m_parsers(std::make_unique<Parsers>()) {}

LineFields::~LineFields() = default;

std::optional<std::string_view> LineFields::rawCustomId(PaddedLine line)
{
    ondemand::document document;
    ondemand::object object;
    std::string_view id;
    if (m_parsers->picking.iterate(padded(line)).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS
        || object.find_field_unordered("custom_id").raw_json().get(id) != simdjson::SUCCESS
        || !scan::isString(id))
        return std::nullopt;
    id = scan::trimmed(id);
    return id.substr(1, id.size() - 2);
}

std::optional<QString> LineFields::customId(PaddedLine line)
{
    const std::optional<std::string_view> raw = rawCustomId(line);
    if (!raw)
        return std::nullopt;
    // Decoded as results are: a lone surrogate must be the same on both sides.
    return scan::unescaped({raw->data() - 1, raw->size() + 2});
}

std::optional<JsonCell> LineFields::at(PaddedLine line, const JsonPointer &pointer)
{
    if (pointer.tokens.empty())
        return JsonCell{toText(scan::trimmed(line.bytes))};
    ondemand::document document;
    ondemand::value value;
    if (m_parsers->picking.iterate(padded(line)).get(document) != simdjson::SUCCESS
        || document.get_value().get(value) != simdjson::SUCCESS)
        return std::nullopt;
    ondemand::json_type type = {};
    for (const std::string &token : pointer.tokens) {
        if (value.type().get(type) != simdjson::SUCCESS)
            return std::nullopt;
        const bool found = type == ondemand::json_type::object ? goToMember(value, token)
            : type == ondemand::json_type::array               ? goToElement(value, token)
                                                               : false;
        if (!found)
            return std::nullopt;
    }
    if (value.type().get(type) != simdjson::SUCCESS)
        return std::nullopt;
    return cell(value, type);
}

bool LineFields::isWhole(PaddedLine line)
{
    simdjson::dom::element element;
    return m_parsers->checking.parse(line.bytes.data(), line.bytes.size(), false).get(element)
        == simdjson::SUCCESS;
}

std::optional<LineFields::RawRequest> LineFields::rawRequest(PaddedLine line)
{
    ondemand::document document;
    ondemand::object object;
    RawRequest raw;
    if (m_parsers->picking.iterate(padded(line)).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    for (auto entry : object) {
        ondemand::field field;
        if (std::move(entry).get(field) != simdjson::SUCCESS)
            return std::nullopt;
        const std::string_view key = field.escaped_key();
        std::string_view *const place = key == "custom_id" ? &raw.customId
            : key == "body"                                ? &raw.body
                                                           : nullptr;
        if (place && field.value().raw_json().get(*place) != simdjson::SUCCESS)
            return std::nullopt;
    }
    if (raw.customId.empty() || raw.body.empty())
        return std::nullopt;
    return RawRequest{scan::trimmed(raw.customId), scan::trimmed(raw.body)};
}

std::optional<LineFields::RawResponse> LineFields::rawResponse(PaddedLine line)
{
    // Lines that were cut, or are none, are for the full reading.
    return isWhole(line) ? rawResponseOfWhole(line) : std::nullopt;
}

std::optional<LineFields::RawResponse> LineFields::rawResponseOfWhole(PaddedLine line)
{
    ondemand::document document;
    ondemand::object object;
    if (m_parsers->picking.iterate(padded(line)).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    RawResponse raw{.body = "null", .error = "null"};
    bool hasResponse = false;
    for (auto entry : object) {
        ondemand::field field;
        ondemand::value value;
        ondemand::object response;
        if (std::move(entry).get(field) != simdjson::SUCCESS)
            return std::nullopt;
        const std::string_view key = field.escaped_key();
        value = field.value();
        if (key == "error") {
            if (value.raw_json().get(raw.error) != simdjson::SUCCESS)
                return std::nullopt;
        } else if (key == "response") {
            bool isNull = false;
            hasResponse = true;
            if (value.is_null().get(isNull) == simdjson::SUCCESS && isNull)
                continue;
            if (value.get_object().get(response) != simdjson::SUCCESS)
                return std::nullopt;
            ondemand::value body;
            if (response.find_field_unordered("body").get(body) != simdjson::SUCCESS
                || body.raw_json().get(raw.body) != simdjson::SUCCESS)
                return std::nullopt;
        }
    }
    if (!hasResponse)
        return std::nullopt;
    return RawResponse{scan::trimmed(raw.body), scan::trimmed(raw.error)};
}
