// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/csvwriter.h"

#include <QLatin1StringView>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool startsFormula(QStringView text)
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
        case u'\0': return true;
        // Left out by readers before they look for a formula, though no spaces to Unicode.
        case u'\uFEFF':
        case u'\u200B': continue;
        default:
            if (!sign.isSpace())
                return false;
        }
    }
    return false;
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

void CsvWriter::beginCell()
{
    if (m_cells++ > 0)
        m_out += m_delimiterBytes;
}

void CsvWriter::addText(QStringView text)
{
    beginCell();
    const bool isGuarded = !m_isRaw && startsFormula(text);
    m_guardedCells += isGuarded ? 1 : 0;
    const bool isQuoted = text.contains(m_delimiter) || text.contains(u'"') || text.contains(u'\n')
        || text.contains(u'\r') || (isGuarded && m_delimiter == u'\'');
    if (isQuoted)
        m_out += '"';
    if (isGuarded)
        m_out += '\'';
    QByteArray bytes = text.toUtf8();
    if (isQuoted) {
        bytes.replace("\""_ba, "\"\""_ba);
        m_out += bytes;
        m_out += '"';
    } else {
        m_out += bytes;
    }
}

void CsvWriter::addNumber(std::optional<qint64> number)
{
    addPlain(number ? QString::number(*number) : QString());
}

void CsvWriter::addPlain(QStringView number)
{
    beginCell();
    // A delimiter such as "-" or "." or "1" may stand in a number.
    const bool isQuoted = number.contains(m_delimiter);
    if (isQuoted)
        m_out += '"';
    m_out += number.toUtf8();
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
