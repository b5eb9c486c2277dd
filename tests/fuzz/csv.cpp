// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CSV: what was written is read back as it was, guarded or not, and a guarded cell never begins as
// a formula does.
#include "results/csvwriter.h"
#include "target.h"

#include <QStringList>

namespace {

/// RFC 4180 as a reader in a program sees it: quotes count at the start of a cell alone.
QList<QStringList> readCsv(const QString &text, QChar delimiter)
{
    QList<QStringList> rows;
    qsizetype at = 0;
    while (at < text.size()) {
        QStringList row;
        for (;;) {
            QString cell;
            if (at < text.size() && text[at] == u'"') {
                for (++at;; ++at) {
                    demand(at < text.size(), "a quoted cell ends");
                    if (text[at] == u'"' && (at + 1 == text.size() || text[at + 1] != u'"'))
                        break;
                    if (text[at] == u'"')
                        ++at;
                    cell += text[at];
                }
                ++at;
            } else {
                while (at < text.size() && text[at] != delimiter && text[at] != u'\r'
                       && text[at] != u'\n')
                    cell += text[at++];
            }
            row.append(cell);
            if (at == text.size() || text[at] != delimiter)
                break;
            ++at;
        }
        demand(QStringView(text).sliced(at).startsWith(u"\r\n"), "a row ends with CR and LF");
        at += 2;
        rows.append(row);
    }
    return rows;
}

/// QString::fromUtf8 leaves out a byte order mark in front; here it is a sign like any other.
QString decoded(const QByteArray &utf8)
{
    return QString::fromUtf8('x' + utf8).sliced(1);
}

bool startsLikeAFormula(QStringView cell)
{
    return !cell.isEmpty()
        && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(cell.front());
}

void roundTrip(const QList<QStringList> &rows, QChar delimiter, CsvWriter::Formulas formulas)
{
    CsvWriter writer(delimiter, formulas);
    for (const QStringList &row : rows) {
        for (const QString &cell : row)
            writer.addText(cell);
        writer.endRow();
    }
    const QList<QStringList> read = readCsv(decoded(writer.take()), delimiter);
    if (formulas == CsvWriter::Formulas::Raw) {
        demand(read == rows, "what was written is read back");
        demand(writer.guardedCells() == 0, "raw guards nothing");
        return;
    }
    QList<QStringList> bare;
    qint64 guarded = 0;
    for (const QStringList &row : read) {
        QStringList cells;
        for (const QString &cell : row) {
            demand(!startsLikeAFormula(cell), "no cell begins as a formula does");
            cells.append(CsvWriter::unguarded(cell));
            guarded += cells.back() == cell ? 0 : 1;
        }
        bare.append(cells);
    }
    demand(bare == rows, "what was written is read back without its guards");
    demand(guarded == writer.guardedCells(), "guarded cells are counted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    constexpr QChar delimiters[] = {u',', u';', u'\t', u'|', u'\'', u' ', u'=', u'1'};
    const QChar delimiter = delimiters[input.choice(std::size(delimiters))];
    const char columns = char(1 + input.choice(4));
    // The bytes 0x1E and 0x1F part rows and cells, so that cells can hold line ends.
    QList<QStringList> rows;
    const QString text = decoded(input.bytes());
    for (const QString &line : text.split(u'\x1E')) {
        QStringList cells = line.split(u'\x1F');
        while (cells.size() < columns)
            cells.append(QString());
        rows.append(cells);
    }
    roundTrip(rows, delimiter, CsvWriter::Formulas::Raw);
    roundTrip(rows, delimiter, CsvWriter::Formulas::Guarded);
    return 0;
}
