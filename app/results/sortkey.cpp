// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/sortkey.h"

#include <algorithm>

namespace {

/// Longer numbers than this are taken for equally long.
constexpr std::size_t mostDigits = 120;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A number is led by the count of its digits, so that a longer one stands behind a shorter one. The
/// first byte is a digit: beside all else a number stands where its digits would.
void addNumber(std::string_view digits, std::string &key)
{
    const std::size_t zeros = digits.find_first_not_of('0');
    digits.remove_prefix(std::min(zeros, digits.size() - 1));
    const std::size_t count = std::min(digits.size(), mostDigits);
    key += static_cast<char>('0' + std::min<std::size_t>(count, 9));
    if (count > 9)
        key += static_cast<char>('9' + (count - 9)); // above any digit, below 255
    key += digits;
}

} // namespace

std::string sortKey(std::string_view utf8, std::size_t most)
{
    std::string key;
    bool isApart = false; ///< white space lies before what comes next
    for (std::size_t i = 0; i < utf8.size() && key.size() < most;) {
        const char c = utf8[i];
        if (isBlank(c)) {
            isApart = !key.empty();
            ++i;
            continue;
        }
        if (isApart)
            key += ' ';
        isApart = false;
        if (isDigit(c)) {
            std::size_t end = i + 1;
            while (end < utf8.size() && isDigit(utf8[end]))
                ++end;
            addNumber(utf8.substr(i, end - i), key);
            i = end;
            continue;
        }
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        key += small == '\0' ? '\1' : small;
        ++i;
    }
    std::ranges::replace(key, '\xFF', '\xFE'); // of bytes that are no UTF-8
    return key;
}
