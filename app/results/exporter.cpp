// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exporter.h"

#include "core/paddedline.h"
#include "dialects/textanswer.h"
#include "results/csvwriter.h"
#include "results/linefields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAtOnce = 256;

enum class Source : quint8 { Field, Result, Request };

/// A default column: its name and how its cell is written.
struct Field {
    QLatin1StringView name;
    void (*write)(const ResultRow &row, CsvWriter &csv);
};

constexpr std::array<Field, 12> fields = {{
    {"row"_L1, [](const ResultRow &row, CsvWriter &csv) { csv.addNumber(row.row + 1); }},
    {"custom_id"_L1, [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.customId); }},
    {"outcome"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addText(outcomeName(row.result.outcome)); }},
    {"http_status"_L1,
     [](const ResultRow &row, CsvWriter &csv) {
         const int status = row.result.httpStatus;
         csv.addNumber(status == 0 ? std::nullopt : std::optional<qint64>(status));
     }},
    {"error_code"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.result.errorCode); }},
    {"error_message"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.result.errorMessage); }},
    {"model"_L1, [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.result.model); }},
    {"finish_reason"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.result.finishReason); }},
    {"content"_L1, [](const ResultRow &row, CsvWriter &csv) { csv.addText(row.result.content); }},
    {"input_tokens"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addNumber(row.result.inputTokens); }},
    {"output_tokens"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addNumber(row.result.outputTokens); }},
    {"total_tokens"_L1,
     [](const ResultRow &row, CsvWriter &csv) { csv.addNumber(row.result.totalTokens); }},
}};

/// What a text operation answered, in parts: of rows that are such an answer.
template <class Write>
void writePart(const ResultRow &row, CsvWriter &csv, Write write)
{
    const std::optional<TextAnswer> answer
        = row.operation ? readTextAnswer(*row.operation, row.result.content) : std::nullopt;
    csv.addText(answer ? write(*answer) : QString());
}

constexpr std::array<Field, 4> textFields = {{
    {"entities"_L1,
     [](const ResultRow &row, CsvWriter &csv) {
         writePart(row, csv, [](const TextAnswer &a) { return QString::fromUtf8(a.entitiesJson); });
     }},
    {"summary"_L1,
     [](const ResultRow &row, CsvWriter &csv) {
         writePart(row, csv, [](const TextAnswer &a) { return a.summary; });
     }},
    {"top_label"_L1,
     [](const ResultRow &row, CsvWriter &csv) {
         writePart(row, csv, [](const TextAnswer &a) { return a.topLabel; });
     }},
    {"scores"_L1,
     [](const ResultRow &row, CsvWriter &csv) {
         writePart(row, csv, [](const TextAnswer &a) { return QString::fromUtf8(a.scoresJson); });
     }},
}};

const Field *fieldOf(const QString &name)
{
    for (const std::span<const Field> all : {std::span<const Field>(fields), {textFields}})
        for (const Field &field : all)
            if (field.name == name)
                return &field;
    return nullptr;
}

QStringList namesOf(std::span<const Field> all)
{
    QStringList names;
    for (const Field &field : all)
        names.append(field.name);
    return names;
}

struct Column {
    QString name;
    Source source = Source::Field;
    const Field *field = nullptr;
    JsonPointer pointer;
};

Error badInput(const QString &message)
{
    return Error{.kind = ErrorKind::BadInput, .message = message};
}

Result<Column> columnOf(const QString &name)
{
    constexpr QLatin1StringView requestPrefix = "request:"_L1;
    Column column{.name = name};
    column.field = fieldOf(name);
    if (column.field != nullptr)
        return column;
    const bool isRequest = name.startsWith(requestPrefix);
    if (!isRequest && !name.startsWith(u'/')) {
        return Failure(
            badInput(QCoreApplication::translate(
                         "Exporter",
                         "There is no column “%1”. Columns are %2, JSON Pointers "
                         "such as /response/body/id, and such as request:/body/model.")
                         .arg(name, (namesOf(fields) + namesOf(textFields)).join(", "_L1))));
    }
    column.source = isRequest ? Source::Request : Source::Result;
    Result<JsonPointer> pointer
        = JsonPointer::parse(isRequest ? name.mid(requestPrefix.size()) : name);
    if (!pointer)
        return Failure(pointer.error());
    column.pointer = std::move(*pointer);
    return column;
}

/// QSaveFile syncs the file, not the folder that names it.
void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

/// One export, on a worker.
class Exporter {
public:
    Exporter(QPromise<Result<ExportReport>> &promise, std::shared_ptr<const RunResults> results,
             ExportOptions options)
        : m_promise(promise)
        , m_results(std::move(results))
        , m_options(std::move(options))
        , m_file(m_options.path)
        , m_csv(m_options.delimiter,
                m_options.rawFormulas ? CsvWriter::Formulas::Raw : CsvWriter::Formulas::Guarded)
    {}
    [[nodiscard]] Result<ExportReport> run();

private:
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> writeHeader();
    [[nodiscard]] Result<> writeRows(const std::vector<qint64> &rows);
    [[nodiscard]] Result<> writeCsv(const std::vector<qint64> &rows);
    [[nodiscard]] Result<> writeLines(const std::vector<qint64> &rows);
    void writeCell(const Column &column, const QByteArray &line);
    [[nodiscard]] Result<> write(const QByteArray &bytes);
    [[nodiscard]] bool isWanted(qint64 row) const;
    [[nodiscard]] bool needs(Source source) const;
    [[nodiscard]] Failure writeFailure() const;

    QPromise<Result<ExportReport>> &m_promise;
    std::shared_ptr<const RunResults> m_results;
    ExportOptions m_options;
    std::vector<Column> m_columns;
    QSaveFile m_file;
    CsvWriter m_csv;
    LineFields m_fields;
    qint64 m_rows = 0;
};

Failure Exporter::writeFailure() const
{
    return Failure(Error{
        .kind = ErrorKind::Disk,
        .message = QCoreApplication::translate("Exporter", "%1 cannot be written: %2")
                       .arg(QDir::toNativeSeparators(m_options.path), m_file.errorString()),
    });
}

Result<> Exporter::prepare()
{
    if (m_options.format != ExportFormat::Csv)
        return {};
    if (!CsvWriter::canDelimit(m_options.delimiter))
        return Failure(badInput(QCoreApplication::translate(
            "Exporter", "Quotes, line ends and such signs cannot separate columns.")));
    const QStringList names
        = m_options.columns.isEmpty() ? defaultColumns(m_results->run()) : m_options.columns;
    for (const QString &name : names) {
        Result<Column> column = columnOf(name);
        if (!column)
            return Failure(column.error());
        if (column->source == Source::Request && !m_results->requestIndex())
            return Failure(badInput(
                QCoreApplication::translate("Exporter",
                                            "There is no column “%1”: this run was adopted without "
                                            "the file of its requests.")
                    .arg(name)));
        m_columns.push_back(std::move(*column));
    }
    return {};
}

Result<ExportReport> Exporter::run()
{
    if (const Result<> prepared = prepare(); !prepared)
        return Failure(prepared.error());
    if (!m_file.open(QIODevice::WriteOnly))
        return writeFailure();
    if (const Result<> header = writeHeader(); !header)
        return Failure(header.error());
    const qint64 count = m_results->count();
    m_promise.setProgressRange(0, static_cast<int>(count));
    std::vector<qint64> rows;
    for (qint64 row = 0; row < count; ++row) {
        if (isWanted(row))
            rows.push_back(row);
        if (std::ssize(rows) < rowsAtOnce && row + 1 < count)
            continue;
        if (m_promise.isCanceled())
            return Failure(Error{.kind = ErrorKind::Cancelled});
        if (const Result<> written = writeRows(rows); !written)
            return Failure(written.error());
        rows.clear();
        m_promise.setProgressValue(static_cast<int>(row + 1));
    }
    if (m_promise.isCanceled())
        return Failure(Error{.kind = ErrorKind::Cancelled});
    if (!m_file.commit())
        return writeFailure();
    syncFolderOf(m_options.path);
    return ExportReport{
        .written = m_options.path, .rows = m_rows, .guardedCells = m_csv.guardedCells()};
}

bool Exporter::isWanted(qint64 row) const
{
    return m_options.outcomes.empty()
        || std::ranges::find(m_options.outcomes, m_results->outcome(row))
        != m_options.outcomes.end();
}

bool Exporter::needs(Source source) const
{
    return std::ranges::find(m_columns, source, &Column::source) != m_columns.end();
}

Result<> Exporter::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return writeFailure();
    return {};
}

Result<> Exporter::writeHeader()
{
    if (m_options.format != ExportFormat::Csv)
        return {};
    // Names are ours or begin like a path: no formula, and readers look them up as they are.
    CsvWriter header(m_options.delimiter, CsvWriter::Formulas::Raw);
    for (const Column &column : m_columns)
        header.addText(column.name);
    header.endRow();
    return write((m_options.byteOrderMark ? "\xEF\xBB\xBF"_ba : QByteArray()) + header.take());
}

Result<> Exporter::writeRows(const std::vector<qint64> &rows)
{
    return m_options.format == ExportFormat::Csv ? writeCsv(rows) : writeLines(rows);
}

Result<> Exporter::writeCsv(const std::vector<qint64> &rows)
{
    Result<std::vector<ResultRow>> read;
    Result<std::vector<QByteArray>> results;
    Result<std::vector<QByteArray>> requests;
    if (needs(Source::Field))
        read = m_results->rowsAt(rows);
    if (!read)
        return Failure(read.error());
    if (needs(Source::Result))
        results = m_results->resultBytesAt(rows);
    if (!results)
        return Failure(results.error());
    if (needs(Source::Request))
        requests = m_results->requestBytesAt(rows);
    if (!requests)
        return Failure(requests.error());
    for (size_t i = 0; i < rows.size(); ++i) {
        for (const Column &column : m_columns) {
            switch (column.source) {
            case Source::Field: column.field->write((*read)[i], m_csv); break;
            case Source::Result: writeCell(column, (*results)[i]); break;
            case Source::Request: writeCell(column, (*requests)[i]); break;
            }
        }
        m_csv.endRow();
    }
    m_rows += std::ssize(rows);
    return write(m_csv.take());
}

void Exporter::writeCell(const Column &column, const QByteArray &line)
{
    const std::optional<JsonCell> cell = m_fields.at(PaddedBuffer(line).line(), column.pointer);
    if (cell && cell->isNumber)
        m_csv.addPlain(cell->text);
    else
        m_csv.addText(cell ? QStringView(cell->text) : QStringView());
}

Result<> Exporter::writeLines(const std::vector<qint64> &rows)
{
    const Result<std::vector<QByteArray>> lines = m_results->resultBytesAt(rows);
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
    return write(out);
}

} // namespace

QStringList defaultColumns(const Run &run)
{
    const bool hasTextAnswers = std::ranges::any_of(
        run.models, [](const QString &model) { return textOperation(model).has_value(); });
    return hasTextAnswers ? namesOf(fields) + namesOf(textFields) : namesOf(fields);
}

QFuture<Result<ExportReport>> exportResults(QThreadPool &pool,
                                            std::shared_ptr<const RunResults> results,
                                            ExportOptions options)
{
    return runOnPool<ExportReport>(
        pool,
        [results = std::move(results),
         options = std::move(options)](QPromise<Result<ExportReport>> &promise) mutable {
            promise.addResult(Exporter(promise, std::move(results), std::move(options)).run());
        });
}
