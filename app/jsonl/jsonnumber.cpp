// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/jsonnumber.h"

#include <QtTypes>

#include <algorithm>
#include <charconv>

namespace {

/// A valid number that a double cannot hold: is it too large, or too close to nothing?
bool isLarge(std::string_view number)
{
    const std::size_t e = number.find_first_of("eE");
    const std::string_view mantissa = number.substr(0, e);
    const std::size_t dot = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos)
        return false;
    // The power of ten of the first digit that counts; what the exponent adds decides.
    const qint64 power = static_cast<qint64>(dot) - static_cast<qint64>(first);
    if (e == std::string_view::npos)
        return power > 0;
    std::string_view digits = number.substr(e + 1);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    qint64 exponent = 0;
    const std::from_chars_result result
        = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (result.ec == std::errc::result_out_of_range)
        return !digits.starts_with('-');
    return exponent > -power;
}

} // namespace

bool isOutOfRange(std::string_view number, bool isInteger)
{
    // The shortest one is 1e999.
    if (number.size() < 5)
        return false;
    const char *const end = number.data() + number.size();
    if (!isInteger) {
        double value = 0;
        const std::from_chars_result result = std::from_chars(number.data(), end, value);
        return result.ec == std::errc::result_out_of_range && isLarge(number);
    }
    qint64 least = 0;
    quint64 most = 0;
    const std::from_chars_result result = number.front() == '-'
        ? std::from_chars(number.data(), end, least)
        : std::from_chars(number.data(), end, most);
    return result.ec == std::errc::result_out_of_range;
}
