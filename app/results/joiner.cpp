// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/joiner.h"

#include "core/orderedwork.h"
#include "dialects/dialect.h"
#include "results/requestids.h"
#include "results/resultpass.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

int rank(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered: return 3;
    case Outcome::Truncated:
    case Outcome::Refused:
    case Outcome::Empty: return 2;
    case Outcome::Malformed:
    case Outcome::Failed:
    case Outcome::Expired:
    case Outcome::Cancelled:
    case Outcome::Missing: return 1;
    case Outcome::Pending: return 0;
    }
    Q_UNREACHABLE_RETURN(0);
}

/// Nothing more comes of it: it is over, and what it brought is here.
bool isDone(const Batch &batch)
{
    return isTerminal(batch.facts.state)
        && (batch.facts.resultsComplete || batch.facts.state == BatchState::Failed);
}

Outcome withoutResult(const Batch &batch)
{
    if (!isDone(batch))
        return Outcome::Pending; // the answer may lie at the provider
    switch (batch.facts.state) {
    case BatchState::Completed: return Outcome::Missing;
    case BatchState::Expired: return Outcome::Expired;
    case BatchState::Cancelled: return Outcome::Cancelled;
    case BatchState::Failed: return Outcome::Failed;
    default: return Outcome::Pending;
    }
}

/// Files of the library are ours: one that is gone is no bad input of a user.
Failure ownFileFailure(Error error)
{
    if (error.kind == ErrorKind::BadInput)
        error.kind = ErrorKind::Disk;
    return Failure(std::move(error));
}

} // namespace

Joiner::Joiner(QPromise<Result<Joined>> &promise, RunFiles files)
    : m_promise(promise), m_data(std::make_unique<RunResults::Data>())
{
    m_data->files = std::move(files);
    m_pass.isCancelled = [this] { return m_promise.isCanceled(); };
    m_pass.progressed = [this](qint64 done, qint64) {
        m_promise.setProgressValue(static_cast<int>((m_done + done) >> 10));
    };
}

Joiner::~Joiner() = default;

Result<Joiner::Joined> Joiner::join()
{
    Q_ASSERT(m_data->files.dialect);
    Result<> step = openResults();
    if (step)
        step = readRequests();
    if (step)
        step = readResults();
    if (!step)
        return Failure(step.error());
    certify();
    return Joined(new RunResults(std::move(m_data)));
}

Result<> Joiner::openResults()
{
    const RunFiles &files = m_data->files;
    qint64 bytes = files.run.inputFile.isEmpty() ? 0 : files.run.bytes;
    for (const Batch &batch : files.batches) {
        for (const ResultFile &result : batch.resultFiles) {
            Result<InputFile> file
                = InputFile::open(QDir(files.libraryFolder).filePath(result.path));
            if (!file)
                return ownFileFailure(file.error());
            bytes += file->size();
            m_data->resultFiles.push_back(std::move(*file));
            m_isInline.push_back(result.source == "inline"_L1);
        }
    }
    m_promise.setProgressRange(0, static_cast<int>(bytes >> 10));
    return {};
}

Result<> Joiner::readRequests()
{
    const RunFiles &files = m_data->files;
    if (files.run.inputFile.isEmpty())
        return {};
    const QString path = QDir(files.libraryFolder).filePath(files.run.inputFile);
    const Result<InputFile> file = InputFile::open(path);
    if (!file)
        return ownFileFailure(file.error());
    Result<RequestIds> ids = readRequestIds(*file, files.dialect->hasTextAnswers, m_pass);
    if (!ids)
        return Failure(ids.error());
    m_ids = std::move(ids->table);
    m_data->index = std::move(ids->index);
    m_data->operations = std::move(ids->operations);
    m_done += m_data->index->fileSize();
    Result<LineReader> reader = LineReader::open(path, m_data->index);
    if (!reader)
        return Failure(reader.error());
    m_data->requests.emplace(std::move(*reader));

    if (files.run.requests > 0 && m_data->index->count() != files.run.requests) {
        return Failure(Error{
            .kind = ErrorKind::FileChanged,
            .message
            = QCoreApplication::translate("RunResults",
                                          "The requests of this run are not those that were sent: "
                                          "%1 has other lines now.")
                  .arg(QDir::toNativeSeparators(path)),
        });
    }
    setOutcomesByBatch();
    return {};
}

void Joiner::setOutcomesByBatch()
{
    const qint64 count = m_data->index->count();
    m_data->outcomes.assign(static_cast<size_t>(count), Outcome::Pending);
    m_data->places.resize(static_cast<size_t>(count));
    m_data->contents.resize(static_cast<size_t>(count));
    m_data->totalTokens.resize(static_cast<size_t>(count));
    for (const Batch &batch : m_data->files.batches) {
        const qint64 begin = std::clamp(batch.firstRequest, qint64(0), count);
        const qint64 end = begin + std::clamp(batch.requests, qint64(0), count - begin);
        std::fill(m_data->outcomes.begin() + begin, m_data->outcomes.begin() + end,
                  withoutResult(batch));
    }
}

/// Without requests nobody knows how many rows there will be; untouched room costs nothing.
void Joiner::makeRoom()
{
    constexpr qint64 shortLine = 512;
    constexpr qint64 usualLine = 2048;
    constexpr qint64 mostForeseen = 4'000'000;
    qint64 bytes = 0;
    for (const InputFile &file : m_data->resultFiles)
        bytes += file.size();
    const auto rows = static_cast<size_t>(
        m_data->requests ? m_data->count() : std::min(bytes / shortLine, mostForeseen));
    m_data->fileOrder.reserve(rows);
    if (m_data->requests)
        return;
    m_ids = IdTable(std::min(bytes / usualLine, mostForeseen));
    m_data->places.reserve(rows);
    m_data->contents.reserve(rows);
    m_data->totalTokens.reserve(rows);
    m_data->outcomes.reserve(rows);
}

Result<> Joiner::readResults()
{
    makeRoom();
    for (size_t number = 0; number < m_data->resultFiles.size(); ++number) {
        const InputFile &file = m_data->resultFiles[number];
        const ResultWorker::Take takeEntry = [this, number](std::span<ResultEntry> entries) {
            takeAll(entries, static_cast<quint32>(number));
        };
        std::vector<std::unique_ptr<BlockWorker>> workers;
        for (int left = workersFor(blocksOf(file.size(), m_pass)); left > 0; --left)
            workers.push_back(std::make_unique<ResultWorker>(*m_data->files.dialect, takeEntry));
        if (const Result<> read = scanBlocks(file, m_pass, workers); !read)
            return read;
        m_done += file.size();
    }
    return {};
}

/// One does this while the others wait, and most of it would be waiting for memory.
void Joiner::takeAll(std::span<ResultEntry> entries, quint32 file)
{
    constexpr std::size_t ahead = 12;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + ahead < entries.size() && entries[i + ahead].id)
            m_ids.prepare(*entries[i + ahead].id);
        take(entries[i], file);
    }
}

void Joiner::take(ResultEntry &entry, quint32 file)
{
    const ResultPlace place{entry.start, entry.length, file};
    // Without requests each new id is a row.
    const qint64 next = m_data->requests ? -1 : m_data->count();
    qint64 row = next;
    if (entry.id)
        row = next < 0 ? m_ids.find(*entry.id) : m_ids.insert(*entry.id, next);
    if (entry.line) {
        checkTextAnswer(*entry.line, m_data->operationOf(*entry.line, row));
        entry.outcome = entry.line->outcome;
    }
    if (row < 0) {
        m_data->extras.push_back(place);
    } else if (row != next) {
        put(row, place, entry);
    } else {
        m_data->fileOrder.push_back(static_cast<quint32>(m_data->count()));
        m_data->places.push_back(place);
        m_data->contents.push_back(entry.content);
        m_data->totalTokens.push_back(entry.totalTokens);
        m_data->outcomes.push_back(entry.outcome);
    }
}

void Joiner::put(qint64 row, ResultPlace place, const ResultEntry &entry)
{
    const auto at = static_cast<size_t>(row);
    ResultPlace &held = m_data->places[at];
    Outcome &current = m_data->outcomes[at];
    const bool isSecond = !held.isNone();
    // Some providers tell the same answers twice, in the batch itself and in its files.
    if (isSecond && m_isInline[held.file] == m_isInline[place.file])
        ++m_data->certificate.duplicateResults;
    if (!isSecond || rank(entry.outcome) >= rank(current)) {
        held = place;
        current = entry.outcome;
        m_data->contents[at] = entry.content;
        m_data->totalTokens[at] = entry.totalTokens;
        m_data->fileOrder.push_back(static_cast<quint32>(row));
    }
}

void Joiner::certify()
{
    const std::vector<Batch> &batches = m_data->files.batches;
    Certificate &all = m_data->certificate;
    all.requests = m_data->count();
    for (const Outcome outcome : m_data->outcomes)
        ++all.outcomes[static_cast<size_t>(outcome)];
    all.unknownIds = static_cast<qint64>(m_data->extras.size());
    all.provider = providerCounts(batches);
    const bool isOver = std::ranges::all_of(batches, isDone);
    const bool isAllCounted = std::ranges::all_of(batches, isCountedByProvider);
    if (!isOver || batches.empty() || (!m_data->requests && !isAllCounted))
        return;
    if (!m_data->requests) {
        all.agrees = agree(all.provider, all);
        return;
    }
    // Rows of a batch that the provider never counted are none of its figures.
    Certificate counted;
    for (const Batch &batch : batches) {
        if (!isCountedByProvider(batch))
            continue;
        const qint64 begin = std::clamp(batch.firstRequest, qint64(0), all.requests);
        const qint64 end = begin + std::clamp(batch.requests, qint64(0), all.requests - begin);
        counted.requests += end - begin;
        for (qint64 row = begin; row < end; ++row)
            ++counted.outcomes[static_cast<size_t>(m_data->outcomes[static_cast<size_t>(row)])];
    }
    all.agrees = agree(all.provider, counted);
}
