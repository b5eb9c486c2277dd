// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "results/cellsink.h"

#include <QString>
#include <QStringList>

#include <memory>

/// A workbook of one sheet, row by row, in flat memory: what is written lies in temporary files until
/// commit. Text is text to every reader, whatever it begins with; a number that a spreadsheet cannot
/// hold as it is (over 15 digits) is text too. Limits are those of the format.
class XlsxWriter final : public CellSink {
public:
    static constexpr qint64 mostRows = 1'048'575; ///< below the header
    static constexpr qsizetype longestText = 32'767; ///< UTF-16 units in a cell

    /// Writes beside path until commit(). Disk.
    [[nodiscard]] static Result<std::unique_ptr<XlsxWriter>> create(const QString &path,
                                                                    const QStringList &headers);
    ~XlsxWriter() override; ///< without commit nothing is left behind
    Q_DISABLE_COPY_MOVE(XlsxWriter)

    void addText(QStringView text) override;
    void addUtf8(std::string_view text) override;
    void addNumber(std::optional<qint64> number) override;
    void addPlain(QStringView number) override;
    void endRow() override;

    [[nodiscard]] qint64 cutCells() const { return m_cutCells; } ///< longer than a cell may be
    /// Puts the whole file in the place of what is at path, synced. Disk.
    [[nodiscard]] Result<> commit();

private:
    XlsxWriter();
    struct Book;
    std::unique_ptr<Book> m_book;
    qint64 m_cutCells = 0;
};
