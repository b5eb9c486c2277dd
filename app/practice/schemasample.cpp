// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/answertext.h"

#include "practice/domread.h"
#include "practice/jsontext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace practice {

namespace {

// A schema may name itself: at this depth lists stay empty and what is not required is left out.
constexpr int deepest = 12;

class Sampler {
public:
    Sampler(simdjson::dom::element root, quint64 hash) : m_root(root), m_hash(hash) {}

    std::string value(simdjson::dom::element schema, int depth)
    {
        simdjson::dom::object object;
        if (schema.get(object))
            return "{}"; // the schema "true"
        simdjson::dom::element found;
        simdjson::dom::array list;
        std::string_view text;
        if (depth > 4 * deepest)
            return "null";
        if (!object["$ref"].get(text))
            return reference(text, depth);
        if (!object["const"].get(found))
            return simdjson::minify(found);
        if (!object["enum"].get(list) && list.size() > 0)
            return simdjson::minify(list.at(next() % list.size()).value());
        for (const std::string_view key : {"anyOf", "oneOf", "allOf"}) {
            // At depth the last alternative: by habit that is null.
            if (!object[key].get(list) && list.size() > 0)
                return value(list.at(depth > deepest ? list.size() - 1 : 0).value(), depth + 1);
        }
        return ofType(object, depth);
    }

private:
    quint64 next() { return m_hash = stableHash("next", m_hash); }

    std::string reference(std::string_view pointer, int depth)
    {
        simdjson::dom::element found;
        if (pointer == "#")
            return value(m_root, depth + 1);
        if (!pointer.starts_with("#/") || m_root.at_pointer(pointer.substr(1)).get(found))
            return "null";
        return value(found, depth + 1);
    }

    std::string ofType(simdjson::dom::object schema, int depth)
    {
        std::string_view type;
        simdjson::dom::array types;
        if (schema["type"].get(type)) {
            if (!schema["type"].get(types) && types.size() > 0)
                type = textOr(types.at(0), "null");
            else
                type = schema["items"].error() ? "object" : "array";
        }
        if (type == "string")
            return text(schema);
        if (type == "integer")
            return std::format("{}", static_cast<qint64>(number(schema)));
        if (type == "number")
            return std::format("{}", number(schema));
        if (type == "boolean")
            return next() % 2 == 0 ? "true" : "false";
        if (type == "array")
            return list(schema, depth);
        return type == "null" ? "null" : members(schema, depth);
    }

    std::string text(simdjson::dom::object schema)
    {
        static constexpr std::array<std::string_view, 6> words{"amber", "birch", "cedar",
                                                               "delta", "ember", "fjord"};
        std::string_view format;
        if (!schema["format"].get(format)) {
            if (format == "date")
                return std::format("\"2026-{:02}-{:02}\"", 1 + next() % 12, 1 + next() % 28);
            if (format == "date-time")
                return std::format("\"2026-{:02}-{:02}T12:00:00Z\"", 1 + next() % 12,
                                   1 + next() % 28);
            if (format == "email")
                return std::format("\"{}@example.com\"", words[next() % words.size()]);
            if (format == "uri")
                return std::format("\"https://example.com/{}\"", words[next() % words.size()]);
        }
        const qint64 shortest = integerOr(schema["minLength"], 0);
        const qint64 longest = integerOr(schema["maxLength"], 4096);
        std::string made(words[next() % words.size()]);
        while (std::cmp_less(made.size(), std::min<qint64>(shortest, 4096)))
            made.append(" ").append(words[next() % words.size()]);
        made.resize(std::min(made.size(), static_cast<std::size_t>(std::max<qint64>(longest, 0))));
        return '"' + made + '"';
    }

    double number(simdjson::dom::object schema)
    {
        double least = 0;
        double most = 0;
        const bool hasLeast
            = !schema["minimum"].get(least) || !schema["exclusiveMinimum"].get(least);
        const bool hasMost = !schema["maximum"].get(most) || !schema["exclusiveMaximum"].get(most);
        if (!hasLeast && !hasMost)
            return static_cast<double>(next() % 100);
        if (!hasMost)
            return std::floor(least) + 1 + static_cast<double>(next() % 9);
        if (!hasLeast)
            return std::ceil(most) - 1 - static_cast<double>(next() % 9);
        const double middle = std::floor((least + most) / 2);
        return middle > least ? middle : (least + most) / 2;
    }

    std::string list(simdjson::dom::object schema, int depth)
    {
        const qint64 fewest = integerOr(schema["minItems"], 0);
        const qint64 most = integerOr(schema["maxItems"], 2);
        simdjson::dom::element items;
        const bool hasItems = !schema["items"].get(items);
        const qint64 count = depth > deepest
            ? fewest
            : std::min(std::max<qint64>(fewest, 2), std::max(most, fewest));
        std::string made = "[";
        for (qint64 i = 0; i < std::min<qint64>(count, 100); ++i) {
            made += i == 0 ? "" : ",";
            made += hasItems ? value(items, depth + 1) : std::string("null");
        }
        return made + ']';
    }

    std::string members(simdjson::dom::object schema, int depth)
    {
        simdjson::dom::object properties;
        if (schema["properties"].get(properties))
            return "{}";
        simdjson::dom::array required;
        const bool hasRequired = !schema["required"].get(required);
        QByteArray made("{");
        for (const auto &[key, property] : properties) {
            const auto isKey = [&key](simdjson::dom::element name) {
                std::string_view text;
                return !name.get(text) && text == key;
            };
            if (depth > deepest
                && !(hasRequired && std::any_of(required.begin(), required.end(), isKey)))
                continue;
            if (made.size() > 1)
                made.append(',');
            appendJsonString(made, key);
            const std::string text = value(property, depth + 1);
            made.append(':').append(text.data(), static_cast<qsizetype>(text.size()));
        }
        return made.append('}').toStdString();
    }

    simdjson::dom::element m_root;
    quint64 m_hash;
};

} // namespace

std::string sampleOf(simdjson::dom::element schema, quint64 hash)
{
    return Sampler(schema, hash).value(schema, 0);
}

} // namespace practice
