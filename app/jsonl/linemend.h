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
    explicit LineMender(IsWanted isWanted) : m_isWanted(std::move(isWanted)) {}

    struct Mended {
        std::string line; ///< without line end
        std::vector<QLatin1StringView> kinds; ///< what was done, each once
        std::optional<std::string> customId; ///< decoded, not empty
        std::string url; ///< decoded; the default where there is none
        std::string model; ///< decoded; empty: none
    };
    /// None: no request can be made of it. physical: number of the line, from 1.
    [[nodiscard]] std::optional<Mended> mend(std::string_view line, qint64 physical);

    /// The line with another custom_id (decoded text).
    [[nodiscard]] static std::string withCustomId(std::string_view line, std::string_view id);

private:
    [[nodiscard]] bool mendText(Mended &mended);
    void mendCustomId(Mended &mended, qint64 physical);
    void mendMethod(Mended &mended);
    void mendUrl(Mended &mended);
    void mendStream(Mended &mended);
    void note(Mended &mended, QLatin1StringView kind) const;

    IsWanted m_isWanted;
    JsonScan m_scan;
};
