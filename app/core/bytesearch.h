// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Looks for one text in many. Sixteen places are looked at in one step, by the first and the last
/// byte of what is wanted, so that common letters cost no more than rare ones. Without a difference
/// between A and a only for ASCII; other bytes are compared as they are.
class ByteSearch {
public:
    enum class Case : unsigned char { Differs, IsTheSame };
    /// wanted: not empty.
    ByteSearch(std::string_view wanted, Case sameCase);
    [[nodiscard]] bool isIn(std::string_view text) const
    {
        return find(text) != std::string_view::npos;
    }
    [[nodiscard]] std::size_t find(std::string_view text) const; ///< its first place; npos: none

private:
    [[nodiscard]] bool isAt(const char *at) const;

    std::string m_wanted; ///< in lower case where case is the same
    bool m_ignoresCase = false;
    unsigned char m_firstFold = 0; ///< laid over a byte before it is compared: 0x20 for a letter
    unsigned char m_lastFold = 0;
};
