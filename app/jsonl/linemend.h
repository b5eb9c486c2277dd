// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/jsonscan.h"

#include <QLatin1StringView>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Mends one line at a time; all that is not mended keeps its bytes.
class LineMender {
public:
    /// Is this kind to be mended?
    using IsWanted = std::function<bool(QLatin1StringView kind)>;
    /// maxTokens: put into bodies with messages that say no limit; 0: nothing is put in.
    explicit LineMender(IsWanted isWanted, qint64 maxTokens = 0)
        : m_isWanted(std::move(isWanted)), m_maxTokens(maxTokens)
    {}

    struct Mended {
        std::string line; ///< without line end
        std::vector<QLatin1StringView> kinds; ///< what was done, each once
        std::optional<std::string> customId; ///< decoded, not empty
        std::string url; ///< decoded; the default where there is none
        std::string model; ///< decoded; empty: none
    };
    /// None: no request can be made of it. A line that one could be made of if its broken UTF-8 were
    /// to be mended stays as it is. physical: number of the line, from 1.
    [[nodiscard]] std::optional<Mended> mend(std::string_view line, qint64 physical);

    /// The line with another custom_id (decoded text).
    [[nodiscard]] static std::string withCustomId(std::string_view line, std::string_view id);

    /// Where the value of a member of the body stands in the line, or of the line itself; empty where
    /// there is none.
    [[nodiscard]] static std::string_view valueOf(std::string_view line, std::string_view name);
    [[nodiscard]] static std::string_view bodyValueOf(std::string_view line, std::string_view name);

private:
    enum class Text : quint8 { Good, StaysBroken, Unusable };
    [[nodiscard]] Text mendText(Mended &mended);
    [[nodiscard]] bool hasBody() const;
    void mendCustomId(Mended &mended, qint64 physical);
    void mendMethod(Mended &mended);
    void mendUrl(Mended &mended);
    void mendStream(Mended &mended);
    void mendMaxTokens(Mended &mended);
    void note(Mended &mended, QLatin1StringView kind) const;

    IsWanted m_isWanted;
    qint64 m_maxTokens;
    JsonScan m_scan;
};
