// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/jsonscan.h"

#include "core/jsonescape.h"
#include "jsonl/jsonnumber.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

using namespace jsonescape;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Bytes that end the plain part of a string: quote, backslash, control characters.
constexpr std::array<bool, 256> makeSpecial()
{
    std::array<bool, 256> special{};
    for (std::size_t c = 0; c < 0x20; ++c)
        special[c] = true;
    special[static_cast<unsigned char>('"')] = true;
    special[static_cast<unsigned char>('\\')] = true;
    return special;
}
constexpr std::array<bool, 256> special = makeSpecial();

/// Eight bytes at once: true where none of them is special.
bool isPlain(const char *at)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    const quint64 quote = word ^ (ones * '"');
    const quint64 slash = word ^ (ones * '\\');
    const quint64 found
        = ((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
    return (found & highs) == 0;
}

} // namespace

bool JsonScan::read(std::string_view text)
{
    m_text = text;
    m_at = 0;
    m_members.clear();
    m_isObject.clear();
    m_open[0] = m_open[1] = -1;
    m_deepest = 0;
    m_numberOutOfRange = m_loneSurrogate = false;
    return readDocument();
}

bool JsonScan::readDocument()
{
    skipBlanks();
    if (!readValue(m_type))
        return false;
    while (!m_isObject.empty()) {
        skipBlanks();
        if (m_at == m_text.size())
            return false;
        const char c = m_text[m_at];
        if (c == '}' || c == ']') {
            if (!closeContainer())
                return false;
            continue;
        }
        // openContainer() read the first value, so that here another one follows a comma.
        if (c != ',')
            return false;
        ++m_at;
        skipBlanks();
        JsonType type = JsonType::Null;
        if ((m_isObject.back() && !readKey()) || !readValue(type))
            return false;
    }
    skipBlanks();
    return m_at == m_text.size();
}

bool JsonScan::readValue(JsonType &type)
{
    // A container whose first value is a container, and so on, must not grow the stack.
    bool isOutermost = true;
    while (m_at < m_text.size()) {
        const std::size_t start = m_at;
        const char c = m_text[m_at];
        const bool isContainer = c == '{' || c == '[';
        JsonType own = JsonType::Null;
        bool ok = true;
        switch (c) {
        case '{': own = JsonType::Object; break;
        case '[': own = JsonType::Array; break;
        case '"':
            own = JsonType::String;
            ok = readString();
            break;
        case 't':
            own = JsonType::True;
            ok = readWord("true");
            break;
        case 'f':
            own = JsonType::False;
            ok = readWord("false");
            break;
        case 'n':
            own = JsonType::Null;
            ok = readWord("null");
            break;
        default: own = JsonType::Number; ok = readNumber();
        }
        if (!ok)
            return false;
        if (std::exchange(isOutermost, false))
            type = own;
        const std::size_t level = m_isObject.size();
        if (level >= 1 && level <= 2 && m_isObject.back() && m_open[level - 1] >= 0) {
            JsonMember &member = m_members[static_cast<std::size_t>(m_open[level - 1])];
            member.type = own;
            member.value = m_text.substr(start, m_at - start); // of a container: its start
        }
        if (!isContainer)
            return true;
        if (!openContainer(c == '{'))
            return false;
        // An empty container is closed by the caller's loop.
        if (m_text[m_at] == '}' || m_text[m_at] == ']')
            return true;
        if (m_isObject.back() && !readKey())
            return false;
    }
    return false;
}

bool JsonScan::openContainer(bool isObject)
{
    ++m_at;
    m_isObject.push_back(isObject);
    m_deepest = std::max(m_deepest, static_cast<qsizetype>(m_isObject.size()));
    if (m_isObject.size() == 2)
        m_open[1] = -1;
    skipBlanks();
    return m_at < m_text.size();
}

bool JsonScan::closeContainer()
{
    if (m_isObject.back() != (m_text[m_at] == '}'))
        return false;
    ++m_at;
    m_isObject.pop_back();
    const std::size_t level = m_isObject.size();
    if (level >= 1 && level <= 2 && m_isObject.back() && m_open[level - 1] >= 0) {
        JsonMember &member = m_members[static_cast<std::size_t>(m_open[level - 1])];
        member.value = std::string_view(
            member.value.data(),
            static_cast<std::size_t>(m_text.data() + m_at - member.value.data()));
    }
    return true;
}

bool JsonScan::readKey()
{
    const std::size_t start = m_at;
    if (m_at == m_text.size() || m_text[m_at] != '"' || !readString())
        return false;
    const std::string_view key = m_text.substr(start + 1, m_at - start - 2);
    skipBlanks();
    if (m_at == m_text.size() || m_text[m_at] != ':')
        return false;
    ++m_at;
    skipBlanks();
    const std::size_t level = m_isObject.size();
    const bool isKept = level == 1 || (level == 2 && m_isObject.front());
    if (isKept) {
        m_open[level - 1] = static_cast<int>(m_members.size());
        m_members.push_back({.key = key, .parent = level == 1 ? -1 : m_open[0]});
    }
    return true;
}

bool JsonScan::readString()
{
    ++m_at;
    while (true) {
        while (m_at + 8 <= m_text.size() && isPlain(m_text.data() + m_at))
            m_at += 8;
        while (m_at < m_text.size() && !special[static_cast<unsigned char>(m_text[m_at])])
            ++m_at;
        if (m_at == m_text.size())
            return false;
        if (m_text[m_at] == '"') {
            ++m_at;
            return true;
        }
        if (m_text[m_at] != '\\' || !readEscape())
            return false;
    }
}

bool JsonScan::readEscape()
{
    if (m_at + 1 >= m_text.size())
        return false;
    const char c = m_text[m_at + 1];
    if (c != 'u') {
        m_at += 2;
        return std::string_view("\"\\/bfnrt").contains(c);
    }
    const int unit = codeUnit(m_text, m_at + 2);
    if (unit < 0)
        return false;
    m_at += 6;
    if (isHigh(unit) && isLow(escapedUnit(m_text, m_at)))
        m_at += 6;
    else if (isHigh(unit) || isLow(unit))
        m_loneSurrogate = true;
    return true;
}

bool JsonScan::readNumber()
{
    const std::size_t start = m_at;
    const auto peek = [this] { return m_at < m_text.size() ? m_text[m_at] : '\0'; };
    const auto digits = [this, &peek] {
        const std::size_t first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > first;
    };
    bool isInteger = true;
    if (peek() == '-')
        ++m_at;
    if (peek() == '0')
        ++m_at;
    else if (!digits())
        return false;
    if (peek() == '.') {
        isInteger = false;
        ++m_at;
        if (!digits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        isInteger = false;
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (!digits())
            return false;
    }
    if (isOutOfRange(m_text.substr(start, m_at - start), isInteger))
        m_numberOutOfRange = true;
    return true;
}

bool JsonScan::readWord(std::string_view word)
{
    if (!m_text.substr(m_at).starts_with(word))
        return false;
    m_at += word.size();
    return true;
}

void JsonScan::skipBlanks()
{
    while (m_at < m_text.size()
           && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n'
               || m_text[m_at] == '\r'))
        ++m_at;
}

std::string decodedJson(std::string_view raw)
{
    std::string out;
    out.reserve(raw.size());
    std::size_t at = 0;
    while (at < raw.size()) {
        const std::size_t plain = raw.substr(at).find('\\');
        if (plain != 0) {
            out.append(raw.substr(at, plain));
            at += std::min(plain, raw.size() - at);
            continue;
        }
        if (at + 1 == raw.size()) {
            out.push_back(raw[at++]);
            continue;
        }
        const char c = raw[at + 1];
        if (c != 'u') {
            constexpr std::string_view from = "bfnrt";
            const std::size_t which = from.find(c);
            out.push_back(which == std::string_view::npos ? c : "\b\f\n\r\t"[which]);
            at += 2;
            continue;
        }
        int code = codeUnit(raw, at + 2);
        at += 6;
        const int low = isHigh(code) ? escapedUnit(raw, at) : -1;
        if (isLow(low)) {
            code = signOf(code, low);
            at += 6;
        }
        appendUtf8(out, code);
    }
    return out;
}
