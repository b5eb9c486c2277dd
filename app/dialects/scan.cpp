// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/scan.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>

namespace {

/// Parsers keep what they have allocated. Lines beyond this get one of their own, so that a single
/// huge line does not stay in memory.
constexpr std::size_t keptCapacity = 1024 * 1024;

simdjson::error_code parse(std::string_view text)
{
    // Scratch memory, one for each thread: nothing of a line outlives the call.
    thread_local simdjson::dom::parser kept;
    if (text.size() <= keptCapacity)
        return kept.parse(text.data(), text.size(), false).error();
    simdjson::dom::parser own;
    return own.parse(text.data(), text.size(), false).error();
}

template <class Use>
void iterate(std::string_view text, Use use)
{
    const simdjson::padded_string_view view(text.data(), text.size(), text.size() + linePadding);
    const auto run = [&](simdjson::ondemand::parser &parser) {
        simdjson::ondemand::document document;
        if (parser.iterate(view).get(document) == simdjson::SUCCESS)
            use(document);
    };
    thread_local simdjson::ondemand::parser kept;
    if (text.size() <= keptCapacity) {
        run(kept);
        return;
    }
    simdjson::ondemand::parser own;
    run(own);
}

} // namespace

namespace scan {

Validity validity(PaddedLine line)
{
    // The parser passes over such a mark; in JSON it has no place.
    if (withoutBom(line.bytes).size() < line.bytes.size())
        return simdjson::validate_utf8(line.bytes) ? Validity::NotJson : Validity::NotUtf8;
    switch (parse(line.bytes)) {
    case simdjson::SUCCESS: return Validity::Valid;
    case simdjson::UTF8_ERROR: return Validity::NotUtf8;
    case simdjson::NUMBER_ERROR:
    case simdjson::BIGINT_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE:
    case simdjson::STRING_ERROR:
    case simdjson::DEPTH_ERROR:
    case simdjson::TAPE_ERROR:
        // What the parser cannot hold may still be valid. UTF-8 was looked at before these.
        return isJson(line.bytes) ? Validity::Valid : Validity::NotJson;
    default: return Validity::NotJson;
    }
}

Members::Members(std::string_view object)
{
    if (!isObject(object))
        return;
    m_members.reserve(8);
    iterate(object, [this](simdjson::ondemand::document &document) {
        simdjson::ondemand::object fields;
        if (document.get_object().get(fields) != simdjson::SUCCESS)
            return;
        for (auto next : fields) {
            simdjson::ondemand::field field;
            std::string_view value;
            if (std::move(next).get(field) != simdjson::SUCCESS)
                return;
            const std::string_view key = field.escaped_key();
            if (field.value().raw_json().get(value) != simdjson::SUCCESS)
                return;
            m_members.push_back({key, trimmed(value)});
        }
    });
}

std::string_view Members::operator[](std::string_view key) const
{
    const Member *member = find(key);
    return member ? member->value : std::string_view();
}

const Member *Members::find(std::string_view key) const
{
    const auto isKey = [key](std::string_view written) {
        if (written == key)
            return true;
        if (written.find('\\') == std::string_view::npos)
            return false;
        // The quotes of a key are there, one byte to each side.
        const QString text = unescaped({written.data() - 1, written.size() + 2});
        return text == QLatin1StringView(key.data(), qsizetype(key.size()));
    };
    for (auto member = m_members.rbegin(); member != m_members.rend(); ++member)
        if (isKey(member->key))
            return &*member;
    return nullptr;
}

std::string_view Members::set(std::string_view key) const
{
    const std::string_view value = (*this)[key];
    return value == "null" ? std::string_view() : value;
}

bool Members::hasDuplicate() const
{
    for (std::size_t i = 1; i < m_members.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (m_members[i].key == m_members[j].key)
                return true;
    return false;
}

std::vector<std::string_view> elements(std::string_view array, std::size_t limit)
{
    std::vector<std::string_view> found;
    if (!isArray(array) || limit == 0)
        return found;
    iterate(array, [&](simdjson::ondemand::document &document) {
        simdjson::ondemand::array values;
        if (document.get_array().get(values) != simdjson::SUCCESS)
            return;
        for (auto value : values) {
            std::string_view raw;
            if (value.raw_json().get(raw) != simdjson::SUCCESS)
                return;
            found.push_back(trimmed(raw));
            if (found.size() == limit)
                return;
        }
    });
    return found;
}

QString text(std::string_view raw)
{
    if (isString(raw))
        return unescaped(raw);
    if (!raw.empty() && (raw.front() == '-' || (raw.front() >= '0' && raw.front() <= '9')))
        return QString::fromLatin1(raw.data(), qsizetype(raw.size()));
    return {};
}

std::optional<qint64> integer(std::string_view raw)
{
    if (isString(raw) && raw.size() >= 2)
        raw = trimmed(raw.substr(1, raw.size() - 2));
    qint64 value = 0;
    const char *const end = raw.data() + raw.size();
    if (const auto [stop, fault] = std::from_chars(raw.data(), end, value);
        fault == std::errc() && stop == end)
        return value;
    double real = 0;
    if (const auto [stop, fault] = std::from_chars(raw.data(), end, real);
        fault == std::errc() && stop == end && std::trunc(real) == real && std::abs(real) < 9e15)
        return qint64(real);
    return std::nullopt;
}

} // namespace scan
