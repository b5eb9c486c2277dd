// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of LineChecker: the slower look at a line, which keeps its bytes.

#include "jsonl/linecheck.h"

#include "dialects/scan.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

std::string_view unquoted(std::string_view value)
{
    return value.substr(1, value.size() - 2);
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

void LineChecker::checkScanned(Faults &faults)
{
    if (m_scan.type() != JsonType::Object) {
        add(faults, "not_object"_L1);
        return;
    }
    findMembers(faults);
    // A null is as good as nothing.
    const auto isGiven
        = [](const JsonMember *member) { return member && member->type != JsonType::Null; };
    const auto text = [this](const JsonMember &member, std::string &keep) {
        return member.type == JsonType::String ? decoded(unquoted(member.value), keep)
                                               : std::string_view();
    };
    m_methodText = m_urlText = {};
    if (!isGiven(m_customId))
        add(faults, "missing_custom_id"_L1);
    else if (m_customId->type != JsonType::String)
        add(faults, "bad_custom_id"_L1);
    else
        takeCustomId(text(*m_customId, m_kept[0]), faults);
    if (isGiven(m_method)) {
        m_methodText = text(*m_method, m_kept[1]);
        takeMethod(m_methodText, faults);
    }
    if (isGiven(m_url)) {
        m_urlText = text(*m_url, m_kept[2]);
        takeUrl(m_urlText, faults);
    } else {
        takeUrl(std::nullopt, faults);
    }
    if (!isGiven(m_body))
        add(faults, "missing_body"_L1);
    else if (m_body->type != JsonType::Object)
        add(faults, "bad_body"_L1);
    else
        checkScannedBody(faults);
    checkDialect(faults);
}

void LineChecker::findMembers(Faults &faults)
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
    m_decodedKeys.clear();
    m_decodedKeys.reserve(m_scan.members().size()); // its texts must not move
    for (const JsonMember &member : m_scan.members()) {
        if (member.parent != parent)
            continue;
        if (member.key.contains('\\'))
            m_keys.emplace_back(m_decodedKeys.emplace_back(decodedJson(member.key)));
        else
            m_keys.push_back(member.key);
    }
    return hasDuplicateKey();
}

std::string_view LineChecker::decoded(std::string_view raw, std::string &keep) const
{
    if (!raw.contains('\\'))
        return raw;
    keep = decodedJson(raw);
    return keep;
}

void LineChecker::checkScannedBody(Faults &faults)
{
    bool hasMessages = false;
    bool hasLimit = false;
    for (const JsonMember &member : m_scan.members()) {
        if (member.parent != m_bodyPlace)
            continue;
        if (member.type == JsonType::String && isNamed(member, "model")) {
            const std::string_view model = decoded(unquoted(member.value), m_kept[3]);
            if (!model.empty())
                m_facts.model = model;
        } else if (member.type == JsonType::True && isNamed(member, "stream")) {
            add(faults, "stream_set"_L1);
        } else if (needsMaxTokens()) {
            hasMessages |= isNamed(member, "messages");
            hasLimit |= member.type != JsonType::Null && isAnswerLimit(decodedJson(member.key));
        }
    }
    if (!m_facts.model && needsModel())
        add(faults, "missing_model"_L1);
    if (hasMessages && !hasLimit)
        add(faults, "missing_max_tokens"_L1);
    if (hasPlaceholder(m_body->value))
        add(faults, "placeholder_left"_L1, Severity::Warning);
}

void LineChecker::checkDialect(Faults &faults)
{
    const bool isWellFormed
        = m_facts.customId && m_facts.url && m_body && m_body->type == JsonType::Object;
    if (!m_rules.dialect || !m_rules.dialect->checkLine || !m_rules.profile || !isWellFormed)
        return;
    Request request;
    request.customId = scan::decoded(*m_facts.customId);
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
