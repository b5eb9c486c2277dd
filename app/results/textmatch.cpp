// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/textmatch.h"

#include "jsonl/jsonscan.h"

#include <algorithm>

namespace {

using Test = RowCondition::Test;

/// JSON writes these with a backslash, some of them always.
bool isEscapedSign(char c)
{
    return c == '"' || c == '\\' || c == '/' || static_cast<unsigned char>(c) < 0x20;
}

/// The longest part of a text that has the same bytes, but for case, wherever the text is found:
/// ASCII, as it stands in JSON unless it is spelled there. Without k and s, which letters beyond
/// ASCII are the capitals of (U+212A, U+017F).
std::string_view plainPart(std::string_view utf8)
{
    const auto isPlain = [](char c) {
        const bool isAscii = static_cast<unsigned char>(c) < 0x80;
        return isAscii && !isEscapedSign(c) && !std::string_view("kKsS").contains(c);
    };
    std::string_view best;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto *const begin = utf8.begin() + at;
        const auto *const end = std::find_if_not(begin, utf8.end(), isPlain);
        if (end - begin > std::ssize(best))
            best = std::string_view(begin, end);
        at += static_cast<std::size_t>(end - begin);
    }
    return best;
}

} // namespace

TextMatch::TextMatch(const RowQuery &query) : m_query(query)
{
    if (query.isPattern) {
        m_pattern.emplace(query.text,
                          QRegularExpression::UseUnicodePropertiesOption
                              | (query.matchesCase ? QRegularExpression::NoPatternOption
                                                   : QRegularExpression::CaseInsensitiveOption));
        return;
    }
    const QByteArray utf8 = query.text.toUtf8();
    m_isAscii
        = std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (query.matchesCase || m_isAscii)
        m_bytes.emplace(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())),
                        query.matchesCase ? ByteSearch::Case::Differs
                                          : ByteSearch::Case::IsTheSame);
    m_mayBeEscaped = std::ranges::any_of(utf8, isEscapedSign);
    constexpr std::size_t rareEnough = 2;
    const std::string_view part
        = plainPart({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    if ((!m_isAscii || m_mayBeEscaped) && part.size() >= rareEnough)
        m_part.emplace(part, ByteSearch::Case::IsTheSame);
}

bool TextMatch::isIn(std::string_view utf8) const
{
    if (m_bytes)
        return m_bytes->isIn(utf8);
    if (m_part && !m_part->isIn(utf8))
        return false;
    return isIn(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

bool TextMatch::isIn(const QString &text) const
{
    if (m_bytes)
        return m_bytes->isIn(text.toUtf8().toStdString());
    return m_pattern ? m_pattern->match(text).hasMatch()
                     : text.contains(m_query.text, Qt::CaseInsensitive);
}

bool TextMatch::isInEscaped(std::string_view raw, Spelling spelling) const
{
    if (m_part && !spelling.hasAsciiUnicode && !m_part->isIn(raw))
        return false;
    if (!m_bytes || m_mayBeEscaped)
        return isIn(decodedJson(raw));
    const std::size_t hit = m_bytes->find(raw);
    if (hit == std::string_view::npos) {
        // It stands there as it is, or not at all, unless a letter of it is spelled.
        const bool maySpell = m_isAscii ? spelling.hasAsciiUnicode : spelling.hasUnicode;
        return maySpell && isIn(decodedJson(raw));
    }
    // No backslash is in it. None that is before it reaches into it: that takes \uXXXX at most.
    constexpr std::size_t longest = 5;
    const std::size_t from = hit > longest ? hit - longest : 0;
    return !raw.substr(from, hit - from).contains('\\') || isIn(decodedJson(raw));
}

bool TextMatch::isInJson(std::string_view json) const
{
    if (!json.contains('\\'))
        return isIn(json);
    const bool hasUnicode = json.contains("\\u");
    return isInEscaped(json, {.hasUnicode = hasUnicode, .hasAsciiUnicode = hasUnicode});
}

bool holdsText(const RowCondition &condition, const QString &text)
{
    if (condition.test == Test::Contains)
        return text.contains(condition.value, Qt::CaseInsensitive);
    if (condition.test == Test::Equals)
        return text.compare(condition.value, Qt::CaseInsensitive) == 0;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber
        && (condition.test == Test::Less ? number < condition.number : number > condition.number);
}
