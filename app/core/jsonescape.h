// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

/// What stands behind the backslash and the u of a JSON string: units of UTF-16 (RFC 8259, section 7).
namespace jsonescape {

/// The unit that the four hexadecimal digits at a place say; -1: there are no four.
[[nodiscard]] inline int codeUnit(std::string_view text, std::size_t at)
{
    constexpr std::size_t digits = 4;
    if (at > text.size() || text.size() - at < digits)
        return -1;
    int unit = 0;
    for (const char c : text.substr(at, digits)) {
        const int digit = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/// The same of a whole escape at a place, from its backslash on; -1: there is none.
[[nodiscard]] inline int escapedUnit(std::string_view text, std::size_t at)
{
    return at <= text.size() && text.substr(at).starts_with("\\u") ? codeUnit(text, at + 2) : -1;
}

[[nodiscard]] constexpr bool isHigh(int unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

[[nodiscard]] constexpr bool isLow(int unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/// The sign that a pair of them is.
[[nodiscard]] constexpr int signOf(int high, int low)
{
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

/// One half of a pair gets three bytes as any other of its size.
inline void appendUtf8(std::string &out, int sign)
{
    const auto put = [&out](int byte) { out.push_back(static_cast<char>(byte)); };
    const auto putTail = [&](int bits) { put(0x80 | (bits & 0x3F)); };
    if (sign < 0x80) {
        put(sign);
    } else if (sign < 0x800) {
        put(0xC0 | (sign >> 6));
        putTail(sign);
    } else if (sign < 0x10000) {
        put(0xE0 | (sign >> 12));
        putTail(sign >> 6);
        putTail(sign);
    } else {
        put(0xF0 | (sign >> 18));
        putTail(sign >> 12);
        putTail(sign >> 6);
        putTail(sign);
    }
}

} // namespace jsonescape
