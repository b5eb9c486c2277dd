// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/jsontext.h"

#include "core/jsonescape.h"

#include <cmath>
#include <cstdlib>

using namespace jsonescape;

namespace practice {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumberPart(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// The number grammar of RFC 8259.
bool isJsonNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = at;
    at = skipDigits(text, at);
    if (at == whole || (text[whole] == '0' && at - whole > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = ++at;
        at = skipDigits(text, at);
        if (at == fraction)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const std::size_t exponent = at;
        at = skipDigits(text, at);
        if (at == exponent)
            return false;
    }
    return at == text.size();
}

bool isOutOfRange(std::string_view number)
{
    const bool isInteger = number.find_first_of(".eE") == std::string_view::npos;
    return isInteger ? number.size() > 18
                     : !std::isfinite(std::strtod(std::string(number).c_str(), nullptr));
}

/// Copies one escape sequence; gives the position behind it.
std::size_t copyEscape(std::string &out, std::string_view json, std::size_t at)
{
    const int unit = escapedUnit(json, at);
    if (!isHigh(unit) && !isLow(unit)) {
        out.append(json.substr(at, 2));
        return at + 2;
    }
    if (isHigh(unit) && isLow(escapedUnit(json, at + 6))) {
        out.append(json.substr(at, 12));
        return at + 12;
    }
    out.append("\\ufffd");
    return at + 6;
}

} // namespace

void appendJsonString(QByteArray &out, std::string_view utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.append('"');
    std::size_t clean = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(utf8.data() + clean, static_cast<qsizetype>(i - clean));
        clean = i + 1;
        out.append('\\');
        if (c == '"' || c == '\\')
            out.append(static_cast<char>(c));
        else if (c == '\n')
            out.append('n');
        else if (c == '\t')
            out.append('t');
        else
            out.append("u00").append(hex[c >> 4]).append(hex[c & 15]);
    }
    out.append(utf8.data() + clean, static_cast<qsizetype>(utf8.size() - clean));
    out.append('"');
}

std::string tamedJson(std::string_view json)
{
    std::string out;
    out.reserve(json.size());
    bool isInString = false;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        if (isInString && c == '\\') {
            i = copyEscape(out, json, i);
            continue;
        }
        if (c == '"')
            isInString = !isInString;
        if (isInString || !(isDigit(c) || c == '-')) {
            out.push_back(c);
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < json.size() && isNumberPart(json[end]))
            ++end;
        const std::string_view number = json.substr(i, end - i);
        out.append(isJsonNumber(number) && isOutOfRange(number) ? std::string_view("0") : number);
        i = end;
    }
    return out;
}

quint64 stableHash(std::string_view bytes, quint64 seed) noexcept
{
    quint64 hash = 14695981039346656037ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    // FNV leaves the upper bits of short texts alike: mix them.
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

std::string_view cutUtf8(std::string_view text, std::size_t limit) noexcept
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80)
        --limit;
    return text.substr(0, limit);
}

} // namespace practice
