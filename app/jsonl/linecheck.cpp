// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linecheck.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

/// What the parser can hold; other programs hold less.
constexpr qsizetype maxDepth = 1024;

qint64 codePoints(std::string_view utf8)
{
    return std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

/// Holds "{{". A search for one byte is many times faster than memmem for two (measured: 40 % of a
/// check), and braces are rare.
bool hasTwoBraces(std::string_view bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end) {
        const void *const found = std::memchr(at, '{', static_cast<std::size_t>(end - at));
        if (!found)
            return false;
        at = static_cast<const char *>(found) + 1;
        if (at < end && *at == '{')
            return true;
    }
    return false;
}

} // namespace

LineChecker::LineChecker(const PreflightRules &rules)
    : m_rules(rules), m_parser(std::make_unique<simdjson::dom::parser>())
{}

LineChecker::~LineChecker() = default;

const LineFacts &LineChecker::check(PaddedLine line, std::vector<LineFault> &faults)
{
    m_facts = {};
    if (m_rules.profile
        && m_rules.profile->maxLineBytes.isExceededBy(static_cast<qint64>(line.bytes.size())))
        add(faults, "line_too_long"_L1,
            m_rules.profile->maxLineBytes.certain ? Severity::Error : Severity::Warning);
    simdjson::dom::element parsed;
    const bool isParsed = m_parser->parse(line.bytes.data(), line.bytes.size(), false).get(parsed)
        == simdjson::SUCCESS;
    if (isParsed && !needsBytes(line.bytes)) {
        m_facts.isJson = true;
        checkParsed(parsed, faults);
    } else if (isJson(line, isParsed, faults)) {
        m_facts.isJson = true;
        checkScanned(faults);
    }
    return m_facts;
}

void LineChecker::add(Faults &faults, QLatin1StringView kind, Severity severity)
{
    const bool isThere = std::ranges::any_of(
        faults, [kind](const LineFault &fault) { return fault.kind == kind; });
    if (!isThere)
        faults.push_back({kind, severity});
}

bool LineChecker::needsBytes(std::string_view line) const
{
    // The parser passes over a byte order mark at the start of each text; one in the middle of a file
    // is no JSON.
    return (m_rules.dialect && m_rules.dialect->checkLine && m_rules.profile)
        || line.starts_with("\xEF\xBB\xBF") || hasTwoBraces(line);
}

bool LineChecker::isJson(PaddedLine line, bool isParsed, Faults &faults)
{
    if (!isParsed && !simdjson::validate_utf8(line.bytes)) {
        add(faults, "not_utf8"_L1);
        return false;
    }
    // The parser also refuses valid JSON that it cannot hold, so a slower look decides.
    if (!m_scan.read(line.bytes)) {
        add(faults, "not_json"_L1);
        return false;
    }
    if (isParsed)
        return true;
    if (m_scan.hasNumberOutOfRange())
        add(faults, "number_out_of_range"_L1, Severity::Warning);
    if (m_scan.hasLoneSurrogate())
        add(faults, "lone_surrogate"_L1, Severity::Warning);
    if (m_scan.depth() >= maxDepth)
        add(faults, "too_deep"_L1, Severity::Warning);
    return true;
}

/// The last member of each name that has a meaning, as the parser took it apart.
struct LineChecker::Parsed {
    using Member = std::optional<simdjson::dom::element>;
    Member customId;
    Member method;
    Member url;
    Member body;

    [[nodiscard]] Member *named(std::string_view key)
    {
        if (key == "custom_id")
            return &customId;
        if (key == "method")
            return &method;
        if (key == "url")
            return &url;
        return key == "body" ? &body : nullptr;
    }
    static bool isGiven(const Member &member) { return member && !member->is_null(); }
    /// Its text; nothing where it is none.
    static std::string_view text(simdjson::dom::element element)
    {
        std::string_view text;
        if (element.get_string().get(text) != simdjson::SUCCESS)
            return {};
        return text;
    }
};

void LineChecker::checkParsed(simdjson::dom::element line, Faults &faults)
{
    simdjson::dom::object object;
    if (line.get_object().get(object) != simdjson::SUCCESS) {
        add(faults, "not_object"_L1);
        return;
    }
    Parsed parsed;
    m_keys.clear();
    for (const simdjson::dom::key_value_pair member : object) {
        m_keys.push_back(member.key);
        if (Parsed::Member *const place = parsed.named(member.key))
            *place = member.value;
        else
            add(faults, "unknown_field"_L1, Severity::Warning);
    }
    if (hasDuplicateKey())
        add(faults, "duplicate_key"_L1);

    if (!Parsed::isGiven(parsed.customId))
        add(faults, "missing_custom_id"_L1);
    else if (!parsed.customId->is_string())
        add(faults, "bad_custom_id"_L1);
    else
        takeCustomId(Parsed::text(*parsed.customId), faults);
    if (Parsed::isGiven(parsed.method))
        takeMethod(Parsed::text(*parsed.method), faults);
    takeUrl(Parsed::isGiven(parsed.url) ? std::optional(Parsed::text(*parsed.url)) : std::nullopt,
            faults);
    simdjson::dom::object body;
    if (!Parsed::isGiven(parsed.body))
        add(faults, "missing_body"_L1);
    else if (parsed.body->get_object().get(body) != simdjson::SUCCESS)
        add(faults, "bad_body"_L1);
    else
        checkParsedBody(body, faults);
}

void LineChecker::checkParsedBody(simdjson::dom::object body, Faults &faults)
{
    bool hasMessages = false;
    bool hasLimit = false;
    m_keys.clear();
    for (const simdjson::dom::key_value_pair member : body) {
        m_keys.push_back(member.key);
        if (member.key == "model") {
            if (const std::string_view model = Parsed::text(member.value); !model.empty())
                m_facts.model = model;
        } else if (member.key == "stream") {
            bool streams = false;
            if (member.value.get_bool().get(streams) == simdjson::SUCCESS && streams)
                add(faults, "stream_set"_L1);
        } else if (needsMaxTokens()) {
            hasMessages |= member.key == "messages";
            hasLimit |= isAnswerLimit(member.key) && !member.value.is_null();
        }
    }
    if (hasDuplicateKey())
        add(faults, "duplicate_key"_L1);
    if (!m_facts.model && needsModel())
        add(faults, "missing_model"_L1);
    if (hasMessages && !hasLimit)
        add(faults, "missing_max_tokens"_L1);
}

bool LineChecker::hasDuplicateKey()
{
    // Sorting pays off for many alone.
    constexpr std::size_t few = 12;
    if (m_keys.size() > few) {
        std::ranges::sort(m_keys);
        return std::ranges::adjacent_find(m_keys) != m_keys.end();
    }
    for (std::size_t i = 1; i < m_keys.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (m_keys[i] == m_keys[j])
                return true;
    return false;
}

void LineChecker::takeCustomId(std::string_view id, Faults &faults)
{
    if (id.empty()) {
        add(faults, "empty_custom_id"_L1);
        return;
    }
    m_facts.customId = id;
    if (m_rules.profile && m_rules.profile->maxCustomId.isExceededBy(codePoints(id)))
        add(faults, "bad_custom_id"_L1,
            m_rules.profile->maxCustomId.certain ? Severity::Error : Severity::Warning);
}

void LineChecker::takeMethod(std::string_view method, Faults &faults)
{
    if (method != defaultMethod)
        add(faults, "bad_method"_L1);
}

void LineChecker::takeUrl(std::optional<std::string_view> url, Faults &faults)
{
    if (!url)
        m_facts.url = defaultUrl; // it is sent
    else if (url->starts_with('/'))
        m_facts.url = url;
    else
        add(faults, "wrong_url"_L1);
}

bool isAnswerLimit(std::string_view key)
{
    return key == "max_tokens" || key == "max_completion_tokens" || key == "max_output_tokens";
}
