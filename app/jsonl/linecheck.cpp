// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linecheck.h"

#include <simdjson.h>

#include <QString>

#include <algorithm>
#include <cstring>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

/// What the parser can hold; other programs hold less.
constexpr qsizetype maxDepth = 1024;

void add(std::vector<LineFault> &faults, QLatin1StringView kind,
         Severity severity = Severity::Error)
{
    const bool isThere = std::ranges::any_of(
        faults, [kind](const LineFault &fault) { return fault.kind == kind; });
    if (!isThere)
        faults.push_back({kind, severity});
}

std::string_view unquoted(std::string_view value)
{
    return value.substr(1, value.size() - 2);
}

qint64 codePoints(std::string_view utf8)
{
    return std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool isNameByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || byte == '_' || byte == '-' || byte == '.' || (byte >= '0' && byte <= '9')
        || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Is key, as it stands in the text, this name? Escapes in the names we look for are rare, but
/// they are valid.
bool isNamed(const JsonMember &member, std::string_view name)
{
    if (member.key == name)
        return true;
    return member.key.contains('\\') && decodedJson(member.key) == name;
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
    if (!readJson(line, faults))
        return m_facts;
    m_facts.isJson = true;
    if (m_scan.type() != JsonType::Object) {
        add(faults, "not_object"_L1);
        return m_facts;
    }
    checkTop(faults);
    checkCustomId(faults);
    checkMethodAndUrl(faults);
    checkBody(faults);
    checkDialect(faults);
    return m_facts;
}

bool LineChecker::readJson(PaddedLine line, Faults &faults)
{
    const auto parsed = m_parser->parse(line.bytes.data(), line.bytes.size(), false);
    const bool isPlain = parsed.error() == simdjson::SUCCESS;
    if (!isPlain && !simdjson::validate_utf8(line.bytes)) {
        add(faults, "not_utf8"_L1);
        return false;
    }
    // The parser also refuses valid JSON that it cannot hold, so a slower look decides.
    if (!m_scan.read(line.bytes)) {
        add(faults, "not_json"_L1);
        return false;
    }
    if (isPlain)
        return true;
    if (m_scan.hasNumberOutOfRange())
        add(faults, "number_out_of_range"_L1, Severity::Warning);
    if (m_scan.hasLoneSurrogate())
        add(faults, "lone_surrogate"_L1, Severity::Warning);
    if (m_scan.depth() >= maxDepth)
        add(faults, "too_deep"_L1, Severity::Warning);
    return true;
}

void LineChecker::checkTop(Faults &faults)
{
    m_customId = m_method = m_url = m_body = nullptr;
    m_bodyPlace = -1;
    const std::vector<JsonMember> &members = m_scan.members();
    for (std::size_t i = 0; i < members.size(); ++i) {
        const JsonMember &member = members[i];
        if (member.parent >= 0)
            continue;
        if (isNamed(member, "custom_id")) {
            m_customId = &member;
        } else if (isNamed(member, "method")) {
            m_method = &member;
        } else if (isNamed(member, "url")) {
            m_url = &member;
        } else if (isNamed(member, "body")) {
            m_body = &member;
            m_bodyPlace = static_cast<int>(i);
        } else {
            add(faults, "unknown_field"_L1, Severity::Warning);
        }
    }
    if (hasDuplicateKey(-1) || (m_body && hasDuplicateKey(m_bodyPlace)))
        add(faults, "duplicate_key"_L1);
}

bool LineChecker::hasDuplicateKey(int parent)
{
    m_keys.clear();
    for (const JsonMember &member : m_scan.members()) {
        if (member.parent == parent)
            m_keys.push_back(member.key.contains('\\') ? decodedJson(member.key)
                                                       : std::string(member.key));
    }
    std::ranges::sort(m_keys);
    return std::ranges::adjacent_find(m_keys) != m_keys.end();
}

std::string_view LineChecker::decoded(std::string_view raw, std::string &keep) const
{
    if (!raw.contains('\\'))
        return raw;
    keep = decodedJson(raw);
    return keep;
}

void LineChecker::checkCustomId(Faults &faults)
{
    if (!m_customId || m_customId->type == JsonType::Null) {
        add(faults, "missing_custom_id"_L1);
        return;
    }
    if (m_customId->type != JsonType::String) {
        add(faults, "bad_custom_id"_L1);
        return;
    }
    const std::string_view id = decoded(unquoted(m_customId->value), m_kept[0]);
    if (id.empty()) {
        add(faults, "empty_custom_id"_L1);
        return;
    }
    m_facts.customId = id;
    if (m_rules.profile && m_rules.profile->maxCustomId.isExceededBy(codePoints(id)))
        add(faults, "bad_custom_id"_L1,
            m_rules.profile->maxCustomId.certain ? Severity::Error : Severity::Warning);
}

void LineChecker::checkMethodAndUrl(Faults &faults)
{
    // A null is as good as nothing: the default is sent.
    const auto isGiven
        = [](const JsonMember *member) { return member && member->type != JsonType::Null; };
    m_methodText = m_urlText = {};
    if (isGiven(m_method)) {
        if (m_method->type == JsonType::String)
            m_methodText = decoded(unquoted(m_method->value), m_kept[1]);
        if (m_methodText != defaultMethod)
            add(faults, "bad_method"_L1);
    }
    if (!isGiven(m_url)) {
        m_facts.url = defaultUrl;
        return;
    }
    if (m_url->type == JsonType::String)
        m_urlText = decoded(unquoted(m_url->value), m_kept[2]);
    if (m_urlText.starts_with('/'))
        m_facts.url = m_urlText;
    else
        add(faults, "wrong_url"_L1);
}

void LineChecker::checkBody(Faults &faults)
{
    if (!m_body || m_body->type == JsonType::Null) {
        add(faults, "missing_body"_L1);
        return;
    }
    if (m_body->type != JsonType::Object) {
        add(faults, "bad_body"_L1);
        return;
    }
    for (const JsonMember &member : m_scan.members()) {
        if (member.parent != m_bodyPlace)
            continue;
        if (member.type == JsonType::String && isNamed(member, "model")) {
            const std::string_view model = decoded(unquoted(member.value), m_kept[3]);
            if (!model.empty())
                m_facts.model = model;
        } else if (member.type == JsonType::True && isNamed(member, "stream")) {
            add(faults, "stream_set"_L1);
        }
    }
    if (!m_facts.model && (!m_rules.profile || m_rules.profile->needsModel))
        add(faults, "missing_model"_L1);
    if (hasPlaceholder(m_body->value))
        add(faults, "placeholder_left"_L1, Severity::Warning);
}

void LineChecker::checkDialect(Faults &faults)
{
    const bool isWellFormed
        = m_facts.customId && m_facts.url && m_body && m_body->type == JsonType::Object;
    if (!m_rules.dialect || !m_rules.profile || !isWellFormed)
        return;
    Request request;
    request.customId = QString::fromUtf8(m_facts.customId->data(),
                                         static_cast<qsizetype>(m_facts.customId->size()));
    request.customIdJson = m_customId->value;
    request.method = m_methodText;
    request.url = m_urlText;
    request.body = m_body->value;
    request.model = m_facts.model.value_or(std::string_view());
    Faults more;
    m_rules.dialect->checkLine(request, *m_rules.profile, more);
    for (const LineFault &fault : more)
        add(faults, fault.kind, fault.severity);
}

std::optional<std::string> customIdOf(std::string_view line)
{
    JsonScan scan;
    if (!scan.read(line))
        return std::nullopt;
    std::optional<std::string> id;
    for (const JsonMember &member : scan.members()) {
        if (member.parent < 0 && member.type == JsonType::String && isNamed(member, "custom_id"))
            id = decodedJson(unquoted(member.value));
    }
    return id;
}

bool hasPlaceholder(std::string_view body)
{
    std::size_t at = 0;
    while (at < body.size()) {
        const void *const found = memmem(body.data() + at, body.size() - at, "{{", 2);
        if (!found)
            return false;
        // The next search begins at the second brace: there may be three.
        at = static_cast<std::size_t>(static_cast<const char *>(found) - body.data()) + 1;
        std::size_t end = std::min(body.find_first_not_of(' ', at + 1), body.size());
        const std::size_t name = end;
        while (end < body.size() && (isNameByte(body[end]) || (body[end] == ' ' && end > name)))
            ++end;
        if (end > name && body.substr(end).starts_with("}}"))
            return true;
    }
    return false;
}
