// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of scan.h that reads characters: grammar, strings and the ends of cut lines.
#include "dialects/scan.h"

#include "core/jsonescape.h"

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Walks over JSON text; each function leaves the position behind what it has read.
class Grammar {
public:
    explicit Grammar(std::string_view text) : m_text(text) {}

    /// One value and nothing else. Depth costs one byte a level, never stack.
    bool document()
    {
        std::vector<char> open;
        for (;;) {
            skipSpace();
            if (take('{')) {
                skipSpace();
                if (!take('}')) {
                    open.push_back('}');
                    if (!key())
                        return false;
                    continue;
                }
            } else if (take('[')) {
                skipSpace();
                if (!take(']')) {
                    open.push_back(']');
                    continue;
                }
            } else if (!scalar()) {
                return false;
            }
            if (!closeBehind(open))
                return false;
            if (open.empty())
                return m_at == m_text.size();
        }
    }

    bool string()
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c == '\\' && !escape())
                return false;
        }
        return false;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    /// Behind a value: closes what ends here and stops before the next value.
    bool closeBehind(std::vector<char> &open)
    {
        for (;;) {
            skipSpace();
            if (open.empty())
                return true;
            if (take(','))
                return open.back() == ']' || key();
            if (!take(open.back()))
                return false;
            open.pop_back();
        }
    }

    bool key()
    {
        skipSpace();
        if (!string())
            return false;
        skipSpace();
        return take(':');
    }

    bool escape()
    {
        if (m_at == m_text.size())
            return false;
        const char c = m_text[m_at++];
        if (c != 'u')
            return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
        if (jsonescape::codeUnit(m_text, m_at) < 0)
            return false;
        m_at += 4;
        return true;
    }

    bool word(std::string_view expected)
    {
        if (!m_text.substr(m_at).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    bool digits()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        return m_at > start;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits();
        }
        return true;
    }

    bool scalar()
    {
        if (m_at == m_text.size())
            return false;
        switch (m_text[m_at]) {
        case '"': return string();
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

namespace scan {

bool isJson(std::string_view text)
{
    return Grammar(text).document();
}

QString decoded(std::string_view utf8)
{
    // QString leaves such a mark out, and two ids that differ in it would become one.
    constexpr std::string_view mark = "\xef\xbb\xbf";
    QString text;
    for (; utf8.starts_with(mark); utf8.remove_prefix(mark.size()))
        text += QChar(QChar::ByteOrderMark);
    return text + QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString unescaped(std::string_view raw)
{
    if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"')
        return {};
    std::string_view rest = raw.substr(1, raw.size() - 2);
    QString text;
    for (;;) {
        const std::size_t plain = std::min(rest.find('\\'), rest.size());
        text += decoded(rest.substr(0, plain));
        rest.remove_prefix(plain);
        if (rest.size() < 2)
            return text;
        const char c = rest[1];
        rest.remove_prefix(2);
        switch (c) {
        case 'b': text += u'\b'; break;
        case 'f': text += u'\f'; break;
        case 'n': text += u'\n'; break;
        case 'r': text += u'\r'; break;
        case 't': text += u'\t'; break;
        case 'u':
            if (const int unit = jsonescape::codeUnit(rest, 0); unit >= 0) {
                text += QChar(char16_t(unit));
                rest.remove_prefix(4);
            }
            break;
        default: text += QLatin1Char(c);
        }
    }
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view withoutBom(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    return text;
}

std::optional<QString> salvage(std::string_view line, std::string_view key)
{
    Grammar grammar(line);
    const auto string = [&]() -> std::string_view {
        grammar.skipSpace();
        const std::size_t start = grammar.at();
        return grammar.string() ? line.substr(start, grammar.at() - start) : std::string_view();
    };
    grammar.skipSpace();
    if (!grammar.take('{'))
        return std::nullopt;
    for (;;) {
        const std::string_view name = string();
        grammar.skipSpace();
        if (name.empty() || !grammar.take(':'))
            return std::nullopt;
        const std::string_view value = string();
        if (value.empty())
            return std::nullopt;
        if (name.substr(1, name.size() - 2) == key)
            return unescaped(value);
        grammar.skipSpace();
        if (!grammar.take(','))
            return std::nullopt;
    }
}

} // namespace scan
