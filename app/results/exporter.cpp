// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exporter.h"

#include "core/crashpoint.h"
#include "core/orderedwork.h"
#include "results/exportrows.h"
#include "results/xlsxwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAtOnce = 512;

Error badInput(const QString &message)
{
    return Error{.kind = ErrorKind::BadInput, .message = message};
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

/// One export: makes ready, shares out the rows, and writes what comes of them in their order.
class Exporter {
public:
    Exporter(QPromise<Result<ExportReport>> &promise, std::shared_ptr<const RunResults> results,
             ExportOptions options)
        : m_promise(promise)
        , m_plan{.results = std::move(results), .options = std::move(options), .columns = {}}
        , m_file(m_plan.options.path)
    {}
    [[nodiscard]] Result<ExportReport> run();

private:
    class Worker;
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> prepareColumns();
    [[nodiscard]] Result<> writeHeader();
    [[nodiscard]] Result<> writeRows();
    [[nodiscard]] Result<ExportReport> writeSheet();
    [[nodiscard]] QStringList headers() const;
    [[nodiscard]] Result<> write(const QByteArray &bytes);
    void beginSync();
    [[nodiscard]] bool isWanted(qint64 row) const;
    [[nodiscard]] Failure writeFailure() const;

    QPromise<Result<ExportReport>> &m_promise;
    ExportPlan m_plan;
    QSaveFile m_file;
    qint64 m_written = 0; ///< bytes
    qint64 m_begun = 0; ///< of those: the disk was told to begin with them
    qint64 m_rows = 0;
    qint64 m_guardedCells = 0;
};

class Exporter::Worker final : public OrderedWorker {
public:
    explicit Worker(Exporter &exporter) : m_exporter(exporter), m_writer(exporter.m_plan) {}
    Result<> work(qint64 part) override
    {
        const qint64 first = part * rowsAtOnce;
        const qint64 end = std::min(first + rowsAtOnce, m_exporter.m_plan.results->count());
        std::vector<qint64> rows;
        for (qint64 row = first; row < end; ++row)
            if (m_exporter.isWanted(row))
                rows.push_back(row);
        Result<QByteArray> bytes = m_writer.write(rows);
        if (!bytes)
            return Failure(bytes.error());
        m_bytes = std::move(*bytes);
        return {};
    }
    Result<> merge(qint64 part) override
    {
        const Result<> written = m_exporter.write(m_bytes);
        m_exporter.m_rows += m_writer.rowsWritten();
        m_exporter.m_guardedCells
            += m_writer.guardedCells() - std::exchange(m_known, m_writer.guardedCells());
        m_exporter.m_promise.setProgressValue(static_cast<int>((part + 1) * rowsAtOnce));
        return written;
    }

private:
    Exporter &m_exporter;
    ExportRows m_writer;
    QByteArray m_bytes; ///< of the part at hand
    qint64 m_known = 0; ///< guarded cells that are counted already
};

Failure Exporter::writeFailure() const
{
    return Failure(Error{
        .kind = ErrorKind::Disk,
        .message = QCoreApplication::translate("Exporter", "%1 cannot be written: %2")
                       .arg(QDir::toNativeSeparators(m_plan.options.path), m_file.errorString()),
    });
}

Result<> Exporter::prepare()
{
    if (m_plan.options.format != ExportFormat::Jsonl)
        return prepareColumns();
    if (m_plan.options.withRequests && !m_plan.results->requestIndex())
        return Failure(badInput(QCoreApplication::translate(
            "Exporter",
            "This run was adopted without the file of its requests, so that they cannot "
            "be written beside the results.")));
    return {};
}

Result<> Exporter::prepareColumns()
{
    if (m_plan.options.format == ExportFormat::Csv
        && !CsvWriter::canDelimit(m_plan.options.delimiter))
        return Failure(badInput(QCoreApplication::translate(
            "Exporter", "Quotes, line ends and such signs cannot separate columns.")));
    const QStringList names = m_plan.options.columns.isEmpty()
        ? defaultColumns(m_plan.results->run())
        : m_plan.options.columns;
    for (const QString &name : names) {
        Result<ExportColumn> column = ExportColumn::named(name);
        if (!column)
            return Failure(column.error());
        if (column->source == ExportColumn::Source::Request && !m_plan.results->requestIndex())
            return Failure(badInput(
                QCoreApplication::translate("Exporter",
                                            "There is no column “%1”: this run was adopted without "
                                            "the file of its requests.")
                    .arg(name)));
        m_plan.columns.push_back(std::move(*column));
    }
    return {};
}

Result<ExportReport> Exporter::run()
{
    if (const Result<> prepared = prepare(); !prepared)
        return Failure(prepared.error());
    if (m_plan.options.format == ExportFormat::Xlsx)
        return writeSheet();
    if (!m_file.open(QIODevice::WriteOnly))
        return writeFailure();
    crashPoint("export.begun");
    if (const Result<> header = writeHeader(); !header)
        return Failure(header.error());
    if (const Result<> rows = writeRows(); !rows)
        return Failure(rows.error());
    if (m_promise.isCanceled())
        return Failure(Error{.kind = ErrorKind::Cancelled});
    crashPoint("export.written");
    if (!m_file.commit())
        return writeFailure();
    crashPoint("export.renamed");
    syncFolderOf(m_plan.options.path);
    return ExportReport{
        .written = m_plan.options.path, .rows = m_rows, .guardedCells = m_guardedCells};
}

Result<> Exporter::writeRows()
{
    const qint64 count = m_plan.results->count();
    m_promise.setProgressRange(0, static_cast<int>(count));
    const qint64 parts = (count + rowsAtOnce - 1) / rowsAtOnce;
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<Worker>(*this));
    return workInOrder(parts, workers, [this] { return m_promise.isCanceled(); });
}

QStringList Exporter::headers() const
{
    QStringList names;
    for (const ExportColumn &column : m_plan.columns)
        names.append(m_plan.options.headers.value(names.size(), column.name));
    return names;
}

/// One thread: the rows of a sheet are written one after the other.
Result<ExportReport> Exporter::writeSheet()
{
    std::vector<qint64> wanted;
    for (qint64 row = 0; row < m_plan.results->count(); ++row)
        if (isWanted(row))
            wanted.push_back(row);
    if (std::ssize(wanted) > XlsxWriter::mostRows)
        return Failure(badInput(
            QCoreApplication::translate("Exporter",
                                        "A sheet holds at most %1 rows, and these are %2. Export "
                                        "fewer of them, or write CSV.")
                .arg(QLocale().toString(XlsxWriter::mostRows),
                     QLocale().toString(std::ssize(wanted)))));
    const Result<std::unique_ptr<XlsxWriter>> sheet
        = XlsxWriter::create(m_plan.options.path, headers());
    if (!sheet)
        return Failure(sheet.error());
    m_promise.setProgressRange(0, static_cast<int>(wanted.size()));
    ExportRows rows(m_plan);
    constexpr std::size_t atOnce = rowsAtOnce;
    for (std::size_t first = 0; first < wanted.size(); first += atOnce) {
        if (m_promise.isCanceled())
            return Failure(Error{.kind = ErrorKind::Cancelled});
        const std::size_t end = std::min(first + atOnce, wanted.size());
        const auto begin = wanted.begin();
        const Result<> written
            = rows.writeCells({begin + qsizetype(first), begin + qsizetype(end)}, **sheet);
        if (!written)
            return Failure(written.error());
        m_promise.setProgressValue(static_cast<int>(end));
    }
    if (m_promise.isCanceled())
        return Failure(Error{.kind = ErrorKind::Cancelled});
    if (const Result<> done = (*sheet)->commit(); !done)
        return Failure(done.error());
    return ExportReport{.written = m_plan.options.path,
                        .rows = std::ssize(wanted),
                        .cutCells = (*sheet)->cutCells()};
}

bool Exporter::isWanted(qint64 row) const
{
    const ExportOptions &options = m_plan.options;
    if (options.rows && !std::ranges::binary_search(*options.rows, row))
        return false;
    return options.outcomes.empty()
        || std::ranges::contains(options.outcomes, m_plan.results->outcome(row));
}

/// The disk begins with what is there while the rest is being made; the end has to wait for it.
void Exporter::beginSync()
{
#ifdef SYNC_FILE_RANGE_WRITE
    static_cast<void>(
        ::sync_file_range(m_file.handle(), m_begun, m_written - m_begun, SYNC_FILE_RANGE_WRITE));
#endif
    m_begun = m_written;
}

Result<> Exporter::write(const QByteArray &bytes)
{
    constexpr qint64 atOnce = 16 << 20;
    if (m_file.write(bytes) != bytes.size())
        return writeFailure();
    m_written += bytes.size();
    if (m_written - m_begun >= atOnce)
        beginSync();
    return {};
}

Result<> Exporter::writeHeader()
{
    if (m_plan.options.format != ExportFormat::Csv)
        return {};
    // Names are ours or begin like a path: no formula, and readers look them up as they are.
    CsvWriter header(m_plan.options.delimiter, CsvWriter::Formulas::Raw);
    for (const QString &name : headers())
        header.addText(name);
    header.endRow();
    return write((m_plan.options.byteOrderMark ? "\xEF\xBB\xBF"_ba : QByteArray()) + header.take());
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    if (name == "csv"_L1)
        return ExportFormat::Csv;
    if (name == "jsonl"_L1)
        return ExportFormat::Jsonl;
    return name == "xlsx"_L1 ? std::optional(ExportFormat::Xlsx) : std::nullopt;
}

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    return exportFormatFromName(QFileInfo(path).suffix().toLower());
}

QStringList defaultColumns(const Run &run)
{
    const bool hasTextAnswers = std::ranges::any_of(
        run.models, [](const QString &model) { return textOperation(model).has_value(); });
    return hasTextAnswers ? exportFieldNames() + textFieldNames() : exportFieldNames();
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
