// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exportrows.h"

#include "core/paddedline.h"
#include "dialects/dialect.h"
#include "results/runresultsdata.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Source = ExportColumn::Source;

void append(QByteArray &out, std::string_view bytes)
{
    out.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// {"code":...,"message":...}, for results whose own error is not as OpenAI writes it.
QByteArray errorJson(const ResultLine &line)
{
    if (line.errorCode.isEmpty() && line.errorMessage.isEmpty())
        return "null"_ba;
    return QJsonDocument(
               QJsonObject{{u"code"_s, line.errorCode}, {u"message"_s, line.errorMessage}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

bool ExportPlan::needs(Source source) const
{
    return std::ranges::contains(columns, source, &ExportColumn::source);
}

bool ExportPlan::canGlance() const
{
    return results->data().files.dialect->hasUsualResults
        && std::ranges::all_of(columns, [](const ExportColumn &column) {
               return column.source == Source::Field && column.field->writeGlance;
           });
}

ExportRows::ExportRows(const ExportPlan &plan)
    : m_plan(plan)
    , m_csv(plan.options.delimiter,
            plan.options.rawFormulas ? CsvWriter::Formulas::Raw : CsvWriter::Formulas::Guarded)
{}

Result<QByteArray> ExportRows::write(const std::vector<qint64> &rows)
{
    m_rows = 0;
    if (m_plan.options.format == ExportFormat::Jsonl)
        return m_plan.options.withRequests ? writePairs(rows) : writeLines(rows);
    const Result<> written = m_plan.canGlance() ? writeCsvAtAGlance(rows) : writeCells(rows, m_csv);
    if (!written)
        return Failure(written.error());
    m_rows = std::ssize(rows);
    return m_csv.take();
}

/// Results may lie in the files in another order than rows: then what each became is put in its place
/// once all have been read.
Result<> ExportRows::writeCsvAtAGlance(const std::vector<qint64> &rows)
{
    std::vector<Span> spans(rows.size());
    const auto endRow = [this, &spans](std::size_t i, qsizetype begin) {
        m_csv.endRow();
        spans[i] = {.begin = begin, .size = m_csv.size() - begin};
    };
    const Result<> read
        = m_plan.results->data().visitResults(rows, m_buffer, [&](std::size_t i, PaddedLine line) {
              const ResultGlance *const glance = m_glancer.read(line);
              if (!glance)
                  return;
              const qsizetype begin = m_csv.size();
              for (const ExportColumn &column : m_plan.columns)
                  column.field->writeGlance(rows[i], *glance, m_csv);
              endRow(i, begin);
          });
    if (!read)
        return read;
    std::vector<qint64> left;
    std::vector<std::size_t> places; ///< of those in rows
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (spans[i].size == 0) {
            left.push_back(rows[i]);
            places.push_back(i);
        }
    }
    const Result<std::vector<ResultRow>> full = m_plan.results->rowsAt(left);
    if (!full)
        return Failure(full.error());
    for (std::size_t n = 0; n < left.size(); ++n) {
        const qsizetype begin = m_csv.size();
        for (const ExportColumn &column : m_plan.columns)
            column.field->write((*full)[n], m_csv);
        endRow(places[n], begin);
    }
    if (std::ranges::is_sorted(spans, {}, &Span::begin))
        return {};
    const QByteArray pieces = m_csv.take();
    for (const Span &span : spans)
        m_csv.addRows(QByteArrayView(pieces).sliced(span.begin, span.size));
    return {};
}

Result<> ExportRows::writeCells(const std::vector<qint64> &rows, CellSink &cells)
{
    Result<std::vector<ResultRow>> read;
    Result<std::vector<QByteArray>> results;
    Result<std::vector<QByteArray>> requests;
    if (m_plan.needs(Source::Field))
        read = m_plan.results->rowsAt(rows);
    if (!read)
        return Failure(read.error());
    if (m_plan.needs(Source::Result))
        results = m_plan.results->resultBytesAt(rows);
    if (!results)
        return Failure(results.error());
    if (m_plan.needs(Source::Request))
        requests = m_plan.results->requestBytesAt(rows);
    if (!requests)
        return Failure(requests.error());
    for (size_t i = 0; i < rows.size(); ++i) {
        for (const ExportColumn &column : m_plan.columns) {
            switch (column.source) {
            case Source::Field: column.field->write((*read)[i], cells); break;
            case Source::Result: writeCell(column, (*results)[i], cells); break;
            case Source::Request: writeCell(column, (*requests)[i], cells); break;
            }
        }
        cells.endRow();
    }
    return {};
}

void ExportRows::writeCell(const ExportColumn &column, const QByteArray &line, CellSink &cells)
{
    const std::optional<JsonCell> cell = m_fields.at(PaddedBuffer(line).line(), column.pointer);
    if (cell && cell->isNumber)
        cells.addPlain(cell->text);
    else
        cells.addText(cell ? QStringView(cell->text) : QStringView());
}

Result<QByteArray> ExportRows::writeLines(const std::vector<qint64> &rows)
{
    const Result<std::vector<QByteArray>> lines = m_plan.results->resultBytesAt(rows);
    if (!lines)
        return Failure(lines.error());
    QByteArray out;
    for (const QByteArray &line : *lines) {
        if (line.isEmpty())
            continue;
        out += line;
        out += '\n';
        ++m_rows;
    }
    return out;
}

/// Each request beside what came of it, with the bytes of both as they are.
Result<QByteArray> ExportRows::writePairs(const std::vector<qint64> &rows)
{
    const RunResults::Data &data = m_plan.results->data();
    std::vector<Span> spans(rows.size());
    QByteArray results;
    const Result<> read = data.visitResults(rows, m_buffer, [&](std::size_t i, PaddedLine line) {
        const qsizetype begin = results.size();
        appendResponse(results, rows[i], line);
        spans[i] = {.begin = begin, .size = results.size() - begin};
    });
    if (!read)
        return Failure(read.error());
    QByteArray out;
    out.reserve(2 * results.size());
    const Result<> requests = data.visitRequests(
        rows, [](std::size_t) { return true; },
        [&](std::size_t i, PaddedLine line) {
            const std::optional<LineFields::RawRequest> raw = m_fields.rawRequest(line);
            out += "{\"custom_id\":";
            append(out, raw ? raw->customId : "null");
            out += ",\"request\":";
            append(out, raw ? raw->body : "null");
            if (spans[i].size == 0)
                out += ",\"response\":null,\"error\":" + errorJson(data.withoutResult(rows[i]));
            else
                out += QByteArrayView(results).sliced(spans[i].begin, spans[i].size);
            out += "}\n";
            ++m_rows;
        });
    if (!requests)
        return Failure(requests.error());
    return out;
}

void ExportRows::appendResponse(QByteArray &out, qint64 row, PaddedLine line)
{
    const RunResults::Data &data = m_plan.results->data();
    // One whose answer was found in it was read whole before.
    const bool isWhole = data.contents[static_cast<std::size_t>(row)].isKnown();
    const auto raw = isWhole ? m_fields.rawResponseOfWhole(line) : m_fields.rawResponse(line);
    if (raw && data.files.dialect->hasUsualResults) {
        out += ",\"response\":";
        append(out, raw->body);
        out += ",\"error\":";
        append(out, raw->error);
        return;
    }
    const ResultLine full = data.files.dialect->readResult(line);
    out += ",\"response\":" + (full.body.isEmpty() ? "null"_ba : full.body)
        + ",\"error\":" + errorJson(full);
}
