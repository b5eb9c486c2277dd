// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/readbuffer.h"
#include "results/csvwriter.h"
#include "results/exportcolumns.h"
#include "results/exporter.h"

#include <QByteArray>

#include <vector>

/// What all workers of an export share; it does not change while they work.
struct ExportPlan {
    std::shared_ptr<const RunResults> results;
    ExportOptions options;
    std::vector<ExportColumn> columns; ///< of CSV

    [[nodiscard]] bool needs(ExportColumn::Source source) const;
    /// All cells can be made of what is read at a glance.
    [[nodiscard]] bool canGlance() const;
};

/// Turns rows into the bytes of an export. One thread; several may work on the same plan.
class ExportRows {
public:
    explicit ExportRows(const ExportPlan &plan);

    /// The bytes of these rows, in their order. Disk, FileChanged.
    [[nodiscard]] Result<QByteArray> write(const std::vector<qint64> &rows);
    /// The same as cells. Disk, FileChanged.
    [[nodiscard]] Result<> writeCells(const std::vector<qint64> &rows, CellSink &cells);
    [[nodiscard]] qint64 rowsWritten() const { return m_rows; } ///< by the last write()
    [[nodiscard]] qint64 guardedCells() const { return m_csv.guardedCells(); } ///< by all

private:
    /// Where the bytes of a row are among those of others.
    struct Span {
        qsizetype begin = 0;
        qsizetype size = 0;
    };
    [[nodiscard]] Result<> writeCsvAtAGlance(const std::vector<qint64> &rows);
    [[nodiscard]] Result<QByteArray> writeLines(const std::vector<qint64> &rows);
    [[nodiscard]] Result<QByteArray> writePairs(const std::vector<qint64> &rows);
    void appendResponse(QByteArray &out, qint64 row, PaddedLine line);
    void writeCell(const ExportColumn &column, const QByteArray &line, CellSink &cells);

    const ExportPlan &m_plan;
    CsvWriter m_csv;
    LineFields m_fields;
    ResultGlancer m_glancer;
    ReadBuffer m_buffer;
    qint64 m_rows = 0;
};
