// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesearch.h"
#include "results/rowquery.h"

#include <QRegularExpression>

#include <optional>
#include <string_view>

/// Says whether texts hold the words or the pattern of a query. One thread. For results/ alone.
class TextMatch {
public:
    /// The query must outlive it, and have a text.
    explicit TextMatch(const RowQuery &query);

    [[nodiscard]] bool isIn(std::string_view utf8) const;
    [[nodiscard]] bool isIn(const QString &text) const;
    /// A whole line of JSON: what is escaped there is found as it is meant.
    [[nodiscard]] bool isInJson(std::string_view json) const;
    /// Which letters a JSON text may spell by escapes.
    struct Spelling {
        bool hasUnicode = true; ///< any, as \u00e9
        bool hasAsciiUnicode = true; ///< also those of ASCII
    };
    /// A JSON text with escapes; most need no decoding.
    [[nodiscard]] bool isInEscaped(std::string_view raw, Spelling spelling) const;

private:
    const RowQuery &m_query;
    std::optional<QRegularExpression> m_pattern;
    std::optional<ByteSearch> m_bytes; ///< none: letters beyond ASCII, in any case
    std::optional<ByteSearch>
        m_part; ///< of a text of which m_bytes says too little: in all that hold it
    bool m_isAscii = false; ///< a text, and no sign beyond ASCII
    bool m_mayBeEscaped = true; ///< the wanted text has signs that JSON must escape
};

/// Whether a text is what a condition asks for.
[[nodiscard]] bool holdsText(const RowCondition &condition, const QString &text);
