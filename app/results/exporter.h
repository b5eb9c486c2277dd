// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/runresults.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

enum class ExportFormat : quint8 { Csv, Jsonl, Xlsx };
/// "csv", "jsonl" or "xlsx".
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);
/// By the suffix of a file's name.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const QString &path);

struct ExportOptions {
    QString path;
    ExportFormat format = ExportFormat::Csv;
    /// CSV and XLSX: names of defaultColumns(), JSON Pointers ("/response/body/id") into the result line, or
    /// "request:/body/messages/0/content". Empty: the default columns.
    QStringList columns;
    QStringList headers; ///< CSV and XLSX: what stands above the columns; empty: their own names
    std::vector<Outcome> outcomes; ///< empty: all rows
    /// Only these rows, from 0, in their order; those that findRows() gave, for example.
    std::optional<std::vector<qint64>> rows;
    /// JSONL: {"custom_id","request","response","error"} for every row in place of the results alone:
    /// the body that was sent, the body that came back or null, and the error or null.
    bool withRequests = false;
    QChar delimiter = QLatin1Char(',');
    bool byteOrderMark = false;
    bool rawFormulas = false; ///< leave out the guard against spreadsheet formulas
};

struct ExportReport {
    QString written;
    qint64 rows = 0;
    qint64 guardedCells = 0;
    qint64 cutCells = 0; ///< XLSX: texts longer than a cell may be
};

/// row custom_id outcome http_status ... as batchctl results prints them, and entities, summary,
/// top_label, scores where the run names the models extract, summarize or classify.
[[nodiscard]] QStringList defaultColumns(const Run &run = {});

/// Writes an export on the pool: CSV as RFC 4180 (header, CRLF, UTF-8), or JSONL with the
/// provider's own bytes, in the order of the requests: one line for each row that has a result, and
/// none for a row that has none (CSV and XLSX have every row). Onto a save file: a cancelled or failed export
/// leaves nothing. Progress values are rows. BadInput for a column that is not one, and for more rows than a sheet holds. Text that a
/// spreadsheet would run gets an apostrophe; numbers, ours and those of JSON, stay as they are.
[[nodiscard]] QFuture<Result<ExportReport>> exportResults(QThreadPool &pool,
                                                          std::shared_ptr<const RunResults> results,
                                                          ExportOptions options);
