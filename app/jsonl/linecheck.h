// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/request.h"
#include "dialects/dialect.h"
#include "jsonl/jsonscan.h"
#include "jsonl/preflight.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simdjson::dom {
class element;
class object;
class parser;
} // namespace simdjson::dom

/// What a line says, as far as it says it; none where it does not, or says something else than
/// text. Views hold until the next check().
struct LineFacts {
    std::optional<std::string_view> customId; ///< decoded, not empty
    std::optional<std::string_view> url; ///< decoded; the default where the line has none
    std::optional<std::string_view> model; ///< decoded, not empty
    bool isJson = false;
};

/// Finds all the faults of one request line; what concerns several lines (ids that repeat, models
/// that are mixed) is the caller's. Parses strictly: what this lets pass is valid JSON.
///
/// Most lines are looked at as the parser took them apart. A slower scan that keeps their bytes is
/// made of those alone that the parser refuses, that may hold a placeholder, or whose dialect has rules
/// of its own; both find the same.
class LineChecker {
public:
    explicit LineChecker(const PreflightRules &rules);
    ~LineChecker();

    /// Appends to faults, each kind once.
    const LineFacts &check(PaddedLine line, std::vector<LineFault> &faults);

private:
    using Faults = std::vector<LineFault>;
    struct Parsed;
    static void add(Faults &faults, QLatin1StringView kind, Severity severity = Severity::Error);
    bool isJson(PaddedLine line, bool isParsed, Faults &faults);
    void checkParsed(simdjson::dom::element line, Faults &faults);
    void checkParsedBody(simdjson::dom::object body, Faults &faults);
    void takeCustomId(std::string_view id, Faults &faults);
    void takeMethod(std::string_view method, Faults &faults);
    void takeUrl(std::optional<std::string_view> url, Faults &faults);
    bool hasDuplicateKey();

    // Of the bytes (linecheckscan.cpp)
    void checkScanned(Faults &faults);
    void findMembers(Faults &faults);
    void checkScannedBody(Faults &faults);
    void checkDialect(Faults &faults);
    bool hasDuplicateKey(int parent);
    std::string_view decoded(std::string_view raw, std::string &keep) const;
    [[nodiscard]] bool needsBytes(std::string_view line) const;
    [[nodiscard]] bool needsModel() const
    {
        return !m_rules.profile || m_rules.profile->needsModel;
    }

    [[nodiscard]] bool needsMaxTokens() const
    {
        return m_rules.profile && m_rules.profile->needsMaxTokens;
    }

    const PreflightRules &m_rules;
    std::unique_ptr<simdjson::dom::parser> m_parser;
    JsonScan m_scan;
    LineFacts m_facts;
    /// The members of the line that have a meaning; null where they are not there.
    const JsonMember *m_customId = nullptr;
    const JsonMember *m_method = nullptr;
    const JsonMember *m_url = nullptr;
    const JsonMember *m_body = nullptr;
    int m_bodyPlace = -1;
    std::string_view m_methodText; ///< decoded; empty: not given
    std::string_view m_urlText;
    std::array<std::string, 4> m_kept; ///< decoded texts that had escapes
    std::vector<std::string_view> m_keys; ///< of the object at hand, decoded
    std::vector<std::string> m_decodedKeys;
};

/// The decoded custom_id of a line, or none where it has none that is a text.
[[nodiscard]] std::optional<std::string> customIdOf(std::string_view line);

/// Holds "{{name}}": a placeholder that nothing was put in for.
[[nodiscard]] bool hasPlaceholder(std::string_view body);

/// One of the names under which a body says how long its answer may be.
[[nodiscard]] bool isAnswerLimit(std::string_view key);
