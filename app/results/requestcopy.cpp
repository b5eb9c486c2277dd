// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/requestcopy.h"

#include "jsonl/outputfile.h"
#include "results/runresultsdata.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <span>

namespace {

constexpr std::size_t rowsAtOnce = 4096;

bool isGoodOrToCome(Outcome outcome)
{
    return outcome == Outcome::Answered || outcome == Outcome::Pending;
}

std::vector<qint64> rowsToCopy(const RunResults &results,
                               const std::optional<std::vector<quint32>> &wanted)
{
    std::vector<qint64> rows;
    const auto take = [&](qint64 row) {
        if (row < results.count() && !isGoodOrToCome(results.outcome(row)))
            rows.push_back(row);
    };
    if (wanted)
        std::ranges::for_each(*wanted, take);
    else
        for (qint64 row = 0; row < results.count(); ++row)
            take(row);
    std::ranges::sort(rows);
    return rows;
}

/// A write that fails is kept: the reading that goes on has no use for it.
class LineWriter {
public:
    explicit LineWriter(OutputFile file) : m_file(std::move(file)) {}
    void write(std::string_view line)
    {
        m_block.append(line);
        m_block.push_back('\n');
        if (m_block.size() > mostHeld)
            flush();
    }
    void flush()
    {
        if (m_state && !m_block.empty())
            m_state = m_file.write(m_block);
        m_block.clear();
    }
    [[nodiscard]] const Result<> &state() const { return m_state; }
    [[nodiscard]] Result<> commit()
    {
        flush();
        return m_state ? m_file.commitNew() : m_state;
    }

private:
    static constexpr std::size_t mostHeld = 1 << 20;
    OutputFile m_file;
    std::string m_block;
    Result<> m_state;
};

Result<qint64> copied(QPromise<Result<qint64>> &promise, const RunResults &results,
                      const std::optional<std::vector<quint32>> &wanted, const QString &path)
{
    const RunResults::Data &data = results.data();
    const std::vector<qint64> rows = rowsToCopy(results, wanted);
    if (!data.requests)
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message
            = QCoreApplication::translate("RunResults", "The requests of this run are not here."),
        });
    Result<OutputFile> file = OutputFile::create(path);
    if (!file)
        return Failure(file.error());
    LineWriter writer(std::move(*file));
    promise.setProgressRange(0, static_cast<int>(rows.size()));
    for (std::size_t done = 0; done < rows.size();) {
        if (promise.isCanceled())
            return Failure(Error{.kind = ErrorKind::Cancelled});
        const std::size_t count = std::min(rowsAtOnce, rows.size() - done);
        const Result<> read = data.visitRequests(
            std::span(rows).subspan(done, count), [](std::size_t) { return true; },
            [&writer](std::size_t, PaddedLine line) { writer.write(line.bytes); });
        if (!read)
            return Failure(read.error());
        if (!writer.state())
            return Failure(writer.state().error());
        done += count;
        promise.setProgressValue(static_cast<int>(done));
    }
    if (const Result<> written = writer.commit(); !written)
        return Failure(written.error());
    if (promise.isCanceled()) { // nobody hears of it
        QFile::remove(path);
        return Failure(Error{.kind = ErrorKind::Cancelled});
    }
    return std::ssize(rows);
}

} // namespace

qint64 withoutGoodAnswer(const Certificate &certificate)
{
    return certificate.requests - certificate.count(Outcome::Answered)
        - certificate.count(Outcome::Pending);
}

QFuture<Result<qint64>> copyRequests(QThreadPool &pool, std::shared_ptr<const RunResults> results,
                                     std::optional<std::vector<quint32>> rows, QString path)
{
    return runOnPool<qint64>(pool,
                             [results = std::move(results), rows = std::move(rows),
                              path = std::move(path)](QPromise<Result<qint64>> &promise) {
                                 promise.addResult(copied(promise, *results, rows, path));
                             });
}
