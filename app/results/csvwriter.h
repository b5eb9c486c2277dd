// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/cellsink.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>

/// Rows of CSV after RFC 4180, in UTF-8. Text that a spreadsheet would take for a formula gets an
/// apostrophe in front (unless raw): first sign one of = + - @ tab CR LF NUL, or the full-width
/// forms of the first four, also behind spaces. So does such text that has apostrophes in front
/// already, so that each cell can be read back: unguarded(). Numbers are never guarded.
class CsvWriter final : public CellSink {
public:
    enum class Formulas : quint8 { Guarded, Raw };

    CsvWriter(QChar delimiter, Formulas formulas);
    /// Quotes, line ends, NUL and half a surrogate pair cannot.
    [[nodiscard]] static bool canDelimit(QChar delimiter);
    /// The text that a guarded cell was made from; what is not guarded stays.
    [[nodiscard]] static QString unguarded(const QString &cell);

    void addText(QStringView text) override;
    void addUtf8(std::string_view text) override;
    void addNumber(std::optional<qint64> number) override;
    void addPlain(QStringView number) override;
    void endRow() override;
    /// Rows that were written before and taken.
    void addRows(QByteArrayView rows);

    [[nodiscard]] qsizetype size() const { return m_out.size(); } ///< of what take() gives
    [[nodiscard]] QByteArray take(); ///< what was written since the last time
    [[nodiscard]] qint64 guardedCells() const { return m_guardedCells; }

private:
    void beginCell();
    void addPlainUtf8(std::string_view number);
    [[nodiscard]] bool mustBeQuoted(std::string_view text) const;
    QByteArray m_out;
    QChar m_delimiter;
    QByteArray m_delimiterBytes;
    bool m_isRaw = false;
    qint64 m_cells = 0; ///< of the row
    qsizetype m_rowStart = 0;
    qint64 m_guardedCells = 0;
};
