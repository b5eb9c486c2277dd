// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/contentspan.h"

#include "core/bytesearch.h"
#include "core/jsonescape.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

using namespace jsonescape;

namespace {

/// With more of them taking the line apart is quicker.
constexpr int mostEscapes = 32;

/// How many bytes two texts have in common at their beginning.
std::size_t commonLength(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (quint64 x = 0, y = 0; n + sizeof x <= most; n += sizeof x) {
            std::memcpy(&x, a.data() + n, sizeof x);
            std::memcpy(&y, b.data() + n, sizeof y);
            if (x != y)
                return n + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8;
        }
    }
    while (n < most && a[n] == b[n])
        ++n;
    return n;
}

struct Escape {
    int sign = 0; ///< that it means
    std::size_t length = 0; ///< of what is written
};

/// At a backslash. One half of a pair is none alone.
std::optional<Escape> readEscape(std::string_view raw)
{
    constexpr std::string_view letters = "bfnrt\"/";
    constexpr std::string_view meant = "\b\f\n\r\t\"/";
    if (const std::size_t which = raw.size() < 2 ? letters.npos : letters.find(raw[1]);
        which != letters.npos)
        return Escape{meant[which], 2};
    const int unit = escapedUnit(raw, 0);
    const int next = isHigh(unit) ? escapedUnit(raw, 6) : -1;
    if (isLow(next))
        return Escape{signOf(unit, next), 12};
    // A backslash has no place in what is followed.
    return unit < 0 || isHigh(unit) || isLow(unit) ? std::nullopt : std::optional(Escape{unit, 6});
}

/// The sign at the beginning of the text; its bytes go. False: another.
bool takeSign(std::string_view &text, int sign)
{
    std::string utf8; // so short that it takes no memory
    appendUtf8(utf8, sign);
    if (!text.starts_with(utf8))
        return false;
    text.remove_prefix(utf8.size());
    return true;
}

/// Also true of two backslashes before a u: who looks closer finds out.
bool spellsAscii(std::string_view raw)
{
    constexpr std::string_view zeros = "\\u00";
    for (std::size_t at = raw.find(zeros); at != std::string_view::npos;
         at = raw.find(zeros, at + zeros.size()))
        if (at + zeros.size() < raw.size() && raw[at + zeros.size()] < '8')
            return true;
    return false;
}

/// Where the value of the first member "content" begins, behind its quote; npos: no text.
std::size_t findValue(std::string_view line)
{
    static const ByteSearch name("\"content\"", ByteSearch::Case::Differs);
    constexpr std::size_t nameSize = 9;
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t at = name.find(line);
    if (at == std::string_view::npos)
        return at;
    const std::size_t colon = line.find_first_not_of(spaces, at + nameSize);
    if (colon == std::string_view::npos || line[colon] != ':')
        return std::string_view::npos;
    const std::size_t quote = line.find_first_not_of(spaces, colon + 1);
    return quote == std::string_view::npos || line[quote] != '"' ? std::string_view::npos
                                                                 : quote + 1;
}

} // namespace

ContentSpan ContentSpan::of(std::string_view raw, std::size_t offset)
{
    return {.offset = static_cast<quint32>(offset),
            .length = static_cast<quint32>(raw.size()),
            .hasEscapes = raw.contains('\\'),
            .hasUnicode = raw.contains("\\u"),
            .hasAsciiUnicode = spellsAscii(raw)};
}

std::optional<ContentSpan> followContent(std::string_view line, std::string_view meant)
{
    const std::size_t begin = findValue(line);
    // A backslash that is meant could be taken for one that escapes.
    if (begin == std::string_view::npos || meant.contains('\\'))
        return std::nullopt;
    ContentSpan span{.offset = static_cast<quint32>(begin)};
    std::string_view raw = line.substr(begin);
    for (int left = mostEscapes; left > 0; --left) {
        const std::size_t same = commonLength(raw, meant);
        raw.remove_prefix(same);
        meant.remove_prefix(same);
        if (raw.empty())
            return std::nullopt;
        if (raw.front() == '"' && meant.empty()) {
            span.length = static_cast<quint32>(raw.data() - line.data() - span.offset);
            return span;
        }
        const std::optional<Escape> escape = raw.front() == '\\' ? readEscape(raw) : std::nullopt;
        if (!escape || !takeSign(meant, escape->sign))
            return std::nullopt;
        span.hasEscapes = true;
        span.hasUnicode = span.hasUnicode || raw[1] == 'u';
        span.hasAsciiUnicode = span.hasAsciiUnicode || (raw[1] == 'u' && escape->sign < 0x80);
        raw.remove_prefix(escape->length);
    }
    return std::nullopt;
}
