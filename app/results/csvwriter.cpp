// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/csvwriter.h"

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

enum class Start : quint8 { Formula, Plain, Open };

/// How a text begins, as far as these units of it tell.
Start startOf(QStringView text)
{
    for (const QChar sign : text) {
        switch (sign.unicode()) {
        case u'=':
        case u'+':
        case u'-':
        case u'@':
        case u'\uFF1D':
        case u'\uFF0B':
        case u'\uFF0D':
        case u'\uFF20':
        case u'\t':
        case u'\r':
        case u'\n':
        case u'\0': return Start::Formula;
        // Left out by readers before they look for a formula, though no spaces to Unicode.
        case u'\uFEFF':
        case u'\u200B': continue;
        default:
            if (!sign.isSpace())
                return Start::Plain;
        }
    }
    return Start::Open;
}

bool startsFormula(std::string_view utf8)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    if (utf8.empty() || isPlain(utf8.front()))
        return false;
    // Most texts tell within a few signs.
    constexpr std::size_t few = 64;
    const auto text = [utf8](std::size_t size) {
        const std::string_view part = utf8.substr(0, size);
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    Start start = startOf(QStringView(text(few)).left(few / 4));
    if (start == Start::Open)
        start = startOf(text(utf8.size()));
    return start == Start::Formula;
}

bool holds(std::string_view text, char c)
{
    return std::memchr(text.data(), c, text.size()) != nullptr;
}

/// Text that had an apostrophe of its own would lose it where guards are taken off, so it gets one.
bool needsGuard(std::string_view utf8)
{
    while (utf8.starts_with('\''))
        utf8.remove_prefix(1);
    return startsFormula(utf8);
}

} // namespace

CsvWriter::CsvWriter(QChar delimiter, Formulas formulas)
    : m_delimiter(delimiter)
    , m_delimiterBytes(QString(delimiter).toUtf8())
    , m_isRaw(formulas == Formulas::Raw)
{}

bool CsvWriter::canDelimit(QChar delimiter)
{
    return delimiter != u'"' && delimiter != u'\r' && delimiter != u'\n' && !delimiter.isNull()
        && !delimiter.isSurrogate();
}

QString CsvWriter::unguarded(const QString &cell)
{
    const bool isGuarded = cell.startsWith(u'\'') && needsGuard(cell.toUtf8().toStdString());
    return isGuarded ? cell.sliced(1) : cell;
}

void CsvWriter::beginCell()
{
    if (m_cells++ > 0)
        m_out += m_delimiterBytes;
}

void CsvWriter::addText(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    addUtf8({utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

bool CsvWriter::mustBeQuoted(std::string_view text) const
{
    const bool hasDelimiter = m_delimiterBytes.size() == 1
        ? holds(text, m_delimiterBytes.front())
        : text.contains(std::string_view(m_delimiterBytes.constData(),
                                         static_cast<std::size_t>(m_delimiterBytes.size())));
    return hasDelimiter || holds(text, '"') || holds(text, '\n') || holds(text, '\r');
}

void CsvWriter::addUtf8(std::string_view text)
{
    beginCell();
    if (text.empty())
        return;
    const bool isGuarded = !m_isRaw && needsGuard(text);
    m_guardedCells += isGuarded ? 1 : 0;
    const bool isQuoted = mustBeQuoted(text) || (isGuarded && m_delimiter == u'\'');
    if (isQuoted)
        m_out += '"';
    if (isGuarded)
        m_out += '\'';
    std::string_view rest = text;
    for (std::size_t quote = rest.find('"'); isQuoted && quote != std::string_view::npos;
         quote = rest.find('"')) {
        m_out.append(rest.data(), static_cast<qsizetype>(quote) + 1);
        m_out += '"';
        rest.remove_prefix(quote + 1);
    }
    m_out.append(rest.data(), static_cast<qsizetype>(rest.size()));
    if (isQuoted)
        m_out += '"';
}

void CsvWriter::addNumber(std::optional<qint64> number)
{
    if (!number) {
        beginCell();
        return;
    }
    std::array<char, 24> digits{};
    const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
    Q_ASSERT(fault == std::errc());
    addPlainUtf8({digits.data(), end});
}

void CsvWriter::addPlain(QStringView number)
{
    const QByteArray utf8 = number.toUtf8();
    addPlainUtf8({utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

void CsvWriter::addPlainUtf8(std::string_view number)
{
    beginCell();
    // A delimiter such as "-" or "." or "1" may stand in a number.
    const bool isQuoted = mustBeQuoted(number);
    if (isQuoted)
        m_out += '"';
    m_out.append(number.data(), static_cast<qsizetype>(number.size()));
    if (isQuoted)
        m_out += '"';
}

void CsvWriter::endRow()
{
    // One empty cell alone would be a blank line, which readers pass over.
    if (m_cells == 1 && m_out.size() == m_rowStart)
        m_out += "\"\"";
    m_out += "\r\n";
    m_cells = 0;
    m_rowStart = m_out.size();
}

QByteArray CsvWriter::take()
{
    m_rowStart = 0;
    return std::exchange(m_out, QByteArray());
}

void CsvWriter::addRows(QByteArrayView rows)
{
    m_out += rows;
    m_rowStart = m_out.size();
}
