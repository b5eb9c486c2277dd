// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <optional>
#include <string_view>

/// Where the text of the answer is within a line: the bytes between its quotes.
struct ContentSpan {
    quint32 offset = 0;
    quint32 length = 0;
    bool hasEscapes = false; ///< a backslash stands in it
    bool hasUnicode = false; ///< such a one as \u00e9: any letter may be written so
    bool hasAsciiUnicode = false; ///< such a one as \u0041, of a sign of ASCII
    bool operator==(const ContentSpan &) const = default;

    /// raw: between its quotes, at this place of its line.
    [[nodiscard]] static ContentSpan of(std::string_view raw, std::size_t offset);
};

/// Looks for a member "content" whose text means just this (not empty, UTF-8), so that the line need
/// not be taken apart again. Nothing where the first of that name means something else, and where
/// taking the line apart is quicker. A text that means the same at another place does as well.
[[nodiscard]] std::optional<ContentSpan> followContent(std::string_view line,
                                                       std::string_view meant);
