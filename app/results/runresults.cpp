// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runresults.h"

#include "dialects/dialect.h"
#include "results/joiner.h"
#include "results/runresultsdata.h"

#include <algorithm>
#include <numeric>

namespace {

QByteArray copyOf(PaddedLine line)
{
    return QByteArray(line.bytes.data(), static_cast<qsizetype>(line.bytes.size()));
}

} // namespace

RunResults::RunResults(std::unique_ptr<Data> data) : m_data(std::move(data)) {}

RunResults::~RunResults() = default;

const Run &RunResults::run() const
{
    return m_data->files.run;
}

qint64 RunResults::count() const
{
    return m_data->count();
}

const Certificate &RunResults::certificate() const
{
    return m_data->certificate;
}

Outcome RunResults::outcome(qint64 row) const
{
    return m_data->outcomes[static_cast<size_t>(row)];
}

std::shared_ptr<const LineIndex> RunResults::requestIndex() const
{
    return m_data->index;
}

Result<std::vector<ResultRow>> RunResults::rows(qint64 first, qint64 count) const
{
    const qint64 begin = std::clamp(first, qint64(0), m_data->count());
    const qint64 size = std::clamp(count, qint64(0), m_data->count() - begin);
    std::vector<qint64> numbers(static_cast<size_t>(size));
    std::iota(numbers.begin(), numbers.end(), begin);
    return rowsAt(numbers);
}

Result<std::vector<ResultRow>> RunResults::rowsAt(const std::vector<qint64> &rows) const
{
    if (const Result<> checked = m_data->checkRows(rows); !checked)
        return Failure(checked.error());
    std::vector<ResultRow> read(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        read[i].row = rows[i];

    LineFields fields;
    const Result<> results = m_data->visitResults(rows, [&](size_t i, PaddedLine line) {
        read[i].result = m_data->files.dialect->readResult(line);
        read[i].operation = m_data->operationOf(read[i].result, rows[i]);
        if (m_data->files.dialect->hasTextAnswers)
            checkTextAnswer(read[i].result, read[i].operation);
        read[i].customId = read[i].result.customId.value_or(QString());
    });
    if (!results)
        return Failure(results.error());

    const auto hasNone
        = [&](size_t i) { return m_data->places[static_cast<size_t>(rows[i])].isNone(); };
    const Result<> requests = m_data->visitRequests(rows, hasNone, [&](size_t i, PaddedLine line) {
        read[i].result = m_data->withoutResult(rows[i]);
        read[i].result.customId = fields.customId(line);
        read[i].customId = read[i].result.customId.value_or(QString());
    });
    if (!requests)
        return Failure(requests.error());
    return read;
}

Result<QByteArray> RunResults::requestBytes(qint64 row) const
{
    Result<std::vector<QByteArray>> all = requestBytesAt({row});
    if (!all)
        return Failure(all.error());
    return std::move(all->front());
}

Result<QByteArray> RunResults::resultBytes(qint64 row) const
{
    Result<std::vector<QByteArray>> all = resultBytesAt({row});
    if (!all)
        return Failure(all.error());
    return std::move(all->front());
}

Result<std::vector<QByteArray>> RunResults::requestBytesAt(const std::vector<qint64> &rows) const
{
    if (const Result<> checked = m_data->checkRows(rows); !checked)
        return Failure(checked.error());
    std::vector<QByteArray> all(rows.size());
    const Result<> read = m_data->visitRequests(
        rows, [](size_t) { return true; },
        [&](size_t i, PaddedLine line) { all[i] = copyOf(line); });
    if (!read)
        return Failure(read.error());
    return all;
}

Result<std::vector<QByteArray>> RunResults::resultBytesAt(const std::vector<qint64> &rows) const
{
    if (const Result<> checked = m_data->checkRows(rows); !checked)
        return Failure(checked.error());
    std::vector<QByteArray> all(rows.size());
    const Result<> read
        = m_data->visitResults(rows, [&](size_t i, PaddedLine line) { all[i] = copyOf(line); });
    if (!read)
        return Failure(read.error());
    return all;
}

qint64 RunResults::extraCount() const
{
    return static_cast<qint64>(m_data->extras.size());
}

Result<QByteArray> RunResults::extraBytes(qint64 n) const
{
    Q_ASSERT(n >= 0 && n < extraCount());
    return m_data->bytes(m_data->extras[static_cast<size_t>(n)]);
}

QFuture<Result<std::shared_ptr<const RunResults>>> join(QThreadPool &pool, RunFiles files)
{
    using Joined = std::shared_ptr<const RunResults>;
    return runOnPool<Joined>(pool,
                             [files = std::move(files)](QPromise<Result<Joined>> &promise) mutable {
                                 promise.addResult(Joiner(promise, std::move(files)).join());
                             });
}
