// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfigures.h"

#include "core/orderedwork.h"
#include "dialects/dialect.h"
#include "dialects/resultglance.h"
#include "results/runresultsdata.h"

#include <algorithm>
#include <optional>

namespace {

/// About two MiB of usual results.
constexpr qint64 rowsAPart = 1536;

bool isProblem(Outcome outcome)
{
    return outcome != Outcome::Answered && outcome != Outcome::Pending;
}

/// Characters of UTF-8, not bytes.
qint64 lengthOf(std::string_view utf8)
{
    return std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

qint64 lengthOf(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

/// What all workers share.
struct Reading {
    const RunResults::Data &data;
    std::vector<bool> isTaken; ///< by row; changed while merging alone, as what follows
    RunFigures figures = {};
    ProblemSorter sorter = {};
};

class FiguresWorker final : public OrderedWorker {
public:
    explicit FiguresWorker(Reading &reading) : m_reading(reading) {}
    Result<> work(qint64 part) override;
    Result<> merge(qint64 part) override;

private:
    struct Row {
        qint64 row = 0;
        std::optional<qint64> inputTokens = {};
        std::optional<qint64> outputTokens = {};
        qint64 length = 0;
        std::optional<ResultLine> problem = {}; ///< without its texts
    };
    [[nodiscard]] Row read(qint64 row, PaddedLine line);
    void takeRow(const Row &row);

    Reading &m_reading;
    ResultGlancer m_glancer;
    std::vector<qint64> m_rows;
    std::vector<Row> m_read;
    ReadBuffer m_buffer;
};

FiguresWorker::Row FiguresWorker::read(qint64 row, PaddedLine line)
{
    const RunResults::Data &data = m_reading.data;
    const Dialect &dialect = *data.files.dialect;
    Row one{.row = row};
    const bool hasProblem = isProblem(data.outcomes[static_cast<std::size_t>(row)]);
    if (const ResultGlance *glance = dialect.hasUsualResults ? m_glancer.read(line) : nullptr) {
        one.inputTokens = glance->inputTokens;
        one.outputTokens = glance->outputTokens;
        one.length = lengthOf(glance->content);
        if (hasProblem)
            one.problem = ResultLine{.httpStatus = glance->httpStatus};
        return one;
    }
    ResultLine full = dialect.readResult(line);
    if (dialect.hasTextAnswers)
        checkTextAnswer(full, data.operationOf(full, row));
    one.inputTokens = full.inputTokens;
    one.outputTokens = full.outputTokens;
    one.length = lengthOf(full.content);
    if (hasProblem)
        one.problem = ResultLine{.httpStatus = full.httpStatus,
                                 .errorCode = full.errorCode,
                                 .errorMessage = full.errorMessage};
    return one;
}

Result<> FiguresWorker::work(qint64 part)
{
    const RunResults::Data &data = m_reading.data;
    const qint64 first = part * rowsAPart;
    const qint64 end = std::min(first + rowsAPart, qint64(std::ssize(data.fileOrder)));
    m_rows.clear();
    m_read.clear();
    for (qint64 i = first; i < end; ++i)
        m_rows.push_back(qint64(data.fileOrder[static_cast<std::size_t>(i)]));
    return data.visitResults(m_rows, m_buffer, [this](std::size_t i, PaddedLine line) {
        m_read.push_back(read(m_rows[i], line));
    });
}

void FiguresWorker::takeRow(const Row &row)
{
    RunFigures &figures = m_reading.figures;
    if (row.inputTokens)
        figures.inputTokens.add(*row.inputTokens);
    if (row.outputTokens)
        figures.outputTokens.add(*row.outputTokens);
    if (row.length > 0)
        figures.answerLengths.add(row.length);
    if (row.problem)
        m_reading.sorter.take(row.row, m_reading.data.outcomes[static_cast<std::size_t>(row.row)],
                              *row.problem);
}

Result<> FiguresWorker::merge(qint64)
{
    for (const Row &row : m_read) {
        // A row that a later result took over is there twice.
        if (m_reading.isTaken[static_cast<std::size_t>(row.row)])
            continue;
        m_reading.isTaken[static_cast<std::size_t>(row.row)] = true;
        takeRow(row);
    }
    return {};
}

/// Rows without a result are known without reading anything.
void takeRowsWithoutResult(Reading &reading)
{
    const RunResults::Data &data = reading.data;
    for (qint64 row = 0; row < data.count(); ++row) {
        const Outcome outcome = data.outcomes[static_cast<std::size_t>(row)];
        if (data.places[static_cast<std::size_t>(row)].isNone() && isProblem(outcome))
            reading.sorter.take(row, outcome, data.withoutResult(row));
    }
}

Result<> nameExamples(const RunResults &results, std::vector<Problem> &problems)
{
    std::vector<qint64> firsts;
    for (const Problem &problem : problems)
        firsts.push_back(problem.rows.front());
    const Result<std::vector<ResultRow>> rows = results.rowsAt(firsts);
    if (!rows)
        return Failure(rows.error());
    for (std::size_t i = 0; i < problems.size(); ++i)
        problems[i].exampleId = (*rows)[i].customId;
    return {};
}

} // namespace

Result<RunFigures> readFigures(const RunResults &results, const std::function<bool()> &isCancelled)
{
    const RunResults::Data &data = results.data();
    Reading reading{.data = data,
                    .isTaken = std::vector<bool>(static_cast<std::size_t>(data.count()))};
    reading.figures.rows = data.count();
    const qint64 parts = (qint64(std::ssize(data.fileOrder)) + rowsAPart - 1) / rowsAPart;
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<FiguresWorker>(reading));
    if (const Result<> done = workInOrder(parts, workers, isCancelled); !done)
        return Failure(done.error());
    takeRowsWithoutResult(reading);
    reading.figures.problems = std::move(reading.sorter).problems();
    if (const Result<> named = nameExamples(results, reading.figures.problems); !named)
        return Failure(named.error());
    return std::move(reading.figures);
}

QFuture<Result<std::shared_ptr<const RunFigures>>> readFigures(
    QThreadPool &pool, std::shared_ptr<const RunResults> results)
{
    using Read = std::shared_ptr<const RunFigures>;
    return runOnPool<Read>(pool, [results = std::move(results)](QPromise<Result<Read>> &promise) {
        Result<RunFigures> read
            = readFigures(*results, [&promise] { return promise.isCanceled(); });
        if (read)
            promise.addResult(std::make_shared<const RunFigures>(std::move(*read)));
        else
            promise.addResult(Failure(read.error()));
    });
}

QFuture<Result<QByteArrayList>> readExtras(QThreadPool &pool,
                                           std::shared_ptr<const RunResults> results)
{
    return runOnPool<QByteArrayList>(
        pool, [results = std::move(results)](QPromise<Result<QByteArrayList>> &promise) {
            constexpr qsizetype most = 1024 * 1024;
            QByteArrayList lines;
            qsizetype bytes = 0;
            for (qint64 n = 0; n < results->extraCount() && bytes < most && !promise.isCanceled();
                 ++n) {
                const Result<QByteArray> line = results->extraBytes(n);
                if (!line) {
                    promise.addResult(Failure(line.error()));
                    return;
                }
                lines.append(line->first(std::min(line->size(), most - bytes)));
                bytes += lines.last().size();
            }
            promise.addResult(lines);
        });
}

QFuture<Result<QStringList>> readIds(QThreadPool &pool, std::shared_ptr<const RunResults> results,
                                     std::vector<quint32> rows)
{
    return runOnPool<QStringList>(
        pool,
        [results = std::move(results),
         rows = std::move(rows)](QPromise<Result<QStringList>> &promise) {
            QStringList ids;
            for (std::size_t begin = 0; begin < rows.size() && !promise.isCanceled();
                 begin += rowsAPart) {
                const std::size_t end = std::min(rows.size(), begin + std::size_t(rowsAPart));
                const Result<std::vector<ResultRow>> read = results->rowsAt(
                    {rows.begin() + qsizetype(begin), rows.begin() + qsizetype(end)});
                if (!read) {
                    promise.addResult(Failure(read.error()));
                    return;
                }
                for (const ResultRow &row : *read)
                    ids.append(row.customId);
            }
            promise.addResult(ids);
        });
}
