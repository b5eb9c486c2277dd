// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/contentspan.h"

#include "core/bytesearch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

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

std::optional<quint32> hexAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t digits = 4;
    quint32 code = 0;
    if (text.size() < at + digits)
        return std::nullopt;
    const char *const end = text.data() + at + digits;
    const auto [stop, error] = std::from_chars(text.data() + at, end, code, 16);
    return error == std::errc() && stop == end ? std::optional(code) : std::nullopt;
}

struct Escape {
    quint32 code = 0; ///< of the sign
    std::size_t length = 0; ///< in the raw text
};

/// At a backslash and a u. One of a pair is none alone.
std::optional<Escape> readUnicode(std::string_view raw)
{
    const std::optional<quint32> first = hexAt(raw, 2);
    if (!first || (*first >= 0xDC00 && *first < 0xE000))
        return std::nullopt;
    if (*first < 0xD800 || *first >= 0xE000)
        return Escape{*first, 6};
    const std::optional<quint32> second
        = raw.substr(6).starts_with("\\u") ? hexAt(raw, 8) : std::nullopt;
    if (!second || *second < 0xDC00 || *second >= 0xE000)
        return std::nullopt;
    return Escape{0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 12};
}

/// At a backslash.
std::optional<Escape> readEscape(std::string_view raw)
{
    if (raw.size() < 2)
        return std::nullopt;
    switch (raw[1]) {
    case 'n': return Escape{'\n', 2};
    case 't': return Escape{'\t', 2};
    case 'r': return Escape{'\r', 2};
    case 'b': return Escape{'\b', 2};
    case 'f': return Escape{'\f', 2};
    case '"':
    case '/': return Escape{static_cast<quint32>(raw[1]), 2};
    case 'u': return readUnicode(raw);
    default: return std::nullopt; // a backslash has no place in what is followed
    }
}

/// The sign at the beginning of the text; its bytes go. False: another.
bool takeSign(std::string_view &text, quint32 code)
{
    std::array<char, 4> utf8{};
    std::size_t size = 1;
    const auto tail = [](quint32 bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
    if (code < 0x80) {
        utf8 = {static_cast<char>(code)};
    } else if (code < 0x800) {
        size = 2;
        utf8 = {static_cast<char>(0xC0 | (code >> 6)), tail(code)};
    } else if (code < 0x10000) {
        size = 3;
        utf8 = {static_cast<char>(0xE0 | (code >> 12)), tail(code >> 6), tail(code)};
    } else {
        size = 4;
        utf8 = {static_cast<char>(0xF0 | (code >> 18)), tail(code >> 12), tail(code >> 6),
                tail(code)};
    }
    if (!text.starts_with(std::string_view(utf8.data(), size)))
        return false;
    text.remove_prefix(size);
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
        if (!escape || !takeSign(meant, escape->code))
            return std::nullopt;
        span.hasEscapes = true;
        span.hasUnicode = span.hasUnicode || raw[1] == 'u';
        span.hasAsciiUnicode = span.hasAsciiUnicode || (raw[1] == 'u' && escape->code < 0x80);
        raw.remove_prefix(escape->length);
    }
    return std::nullopt;
}
