// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/textmatch.h"

#include "jsonl/jsonscan.h"

#include <algorithm>

namespace {

using Test = RowCondition::Test;

bool isAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// JSON writes these with a backslash, some of them always.
bool isEscapedSign(char c)
{
    return c == '"' || c == '\\' || c == '/' || static_cast<unsigned char>(c) < 0x20;
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
    if (query.matchesCase || isAscii(utf8))
        m_bytes.emplace(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())),
                        query.matchesCase ? ByteSearch::Case::Differs
                                          : ByteSearch::Case::IsTheSame);
    m_mayBeEscaped = std::ranges::any_of(utf8, isEscapedSign);
}

bool TextMatch::isIn(std::string_view utf8) const
{
    if (m_bytes)
        return m_bytes->isIn(utf8);
    return isIn(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

bool TextMatch::isIn(const QString &text) const
{
    if (m_bytes)
        return m_bytes->isIn(text.toUtf8().toStdString());
    return m_pattern ? m_pattern->match(text).hasMatch()
                     : text.contains(m_query.text, Qt::CaseInsensitive);
}

bool TextMatch::isInJson(std::string_view json) const
{
    return json.contains('\\') ? isIn(decodedJson(json)) : isIn(json);
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
