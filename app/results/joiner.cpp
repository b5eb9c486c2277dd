// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/joiner.h"

#include "dialects/dialect.h"
#include "jsonl/lineindexer.h"
#include "jsonl/linescanner.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 idBlock = 2LL << 20;

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

Outcome withoutResult(BatchState state)
{
    switch (state) {
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
    : m_promise(promise), m_data(std::make_unique<RunResults::Data>()), m_ids(0)
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
    qint64 bytes = files.run.inputFile.isEmpty() ? 0 : 2 * files.run.bytes;
    for (const Batch &batch : files.batches) {
        for (const ResultFile &result : batch.resultFiles) {
            Result<InputFile> file
                = InputFile::open(QDir(files.libraryFolder).filePath(result.path));
            if (!file)
                return ownFileFailure(file.error());
            bytes += file->size() * (files.run.inputFile.isEmpty() ? 2 : 1);
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
        return countRows();
    const QString path = QDir(files.libraryFolder).filePath(files.run.inputFile);
    Result<std::shared_ptr<const LineIndex>> index = buildLineIndex(path, m_pass);
    if (!index)
        return ownFileFailure(index.error());
    m_data->index = std::move(*index);
    m_done += m_data->index->fileSize();
    Result<LineReader> reader = LineReader::open(path, m_data->index);
    if (!reader)
        return Failure(reader.error());
    m_data->requests.emplace(std::move(*reader));

    const qint64 count = m_data->index->count();
    if ((files.run.requests > 0 && count != files.run.requests) || count > IdTable::mostRows) {
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
    return readIds();
}

/// Without requests each result may be a row: room for all of them.
Result<> Joiner::countRows()
{
    qint64 lines = 0;
    for (size_t file = 0; file < m_data->resultFiles.size(); ++file) {
        const Result<> counted = scan(file, [&lines](const ScannedLine &) {
            ++lines;
            return Result<>();
        });
        if (!counted)
            return counted;
    }
    m_ids = IdTable(lines);
    return {};
}

void Joiner::setOutcomesByBatch()
{
    const qint64 count = m_data->index->count();
    m_data->outcomes.assign(static_cast<size_t>(count), Outcome::Pending);
    m_data->places.resize(static_cast<size_t>(count));
    for (const Batch &batch : m_data->files.batches) {
        const qint64 begin = std::clamp(batch.firstRequest, qint64(0), count);
        const qint64 end = begin + std::clamp(batch.requests, qint64(0), count - begin);
        std::fill(m_data->outcomes.begin() + begin, m_data->outcomes.begin() + end,
                  withoutResult(batch.facts.state));
    }
}

Result<> Joiner::readIds()
{
    const LineIndex &index = *m_data->index;
    const qint64 count = index.count();
    m_ids = IdTable(count);
    for (qint64 first = 0, end = 0; first < count; first = end) {
        const qint64 from = index.start({first}).value;
        for (end = first + 1; end < count && index.bound({end}).value - from <= idBlock; ++end) {
        }
        if (m_pass.cancelled())
            return Failure(cancelledError());
        const Result<LineBlock> block = m_data->requests->read({first}, end - first);
        if (!block)
            return Failure(block.error());
        for (qsizetype i = 0; i < block->size(); ++i) {
            if (const std::optional<QString> id = m_fields.customId((*block)[i]))
                m_ids.insert(*id, first + i);
            if (m_data->files.dialect->hasTextAnswers)
                readOperation((*block)[i]);
        }
        m_pass.tell(index.bound({end - 1}).value, 0);
    }
    m_done += index.fileSize();
    return {};
}

void Joiner::readOperation(PaddedLine request)
{
    static const JsonPointer model{.tokens = {"body", "model"}};
    const std::optional<JsonCell> cell = m_fields.at(request, model);
    m_data->operations.push_back(cell ? textOperation(cell->text) : std::nullopt);
}

Result<> Joiner::readResults()
{
    for (size_t file = 0; file < m_data->resultFiles.size(); ++file) {
        const Result<> read
            = scan(file, [this, file](const ScannedLine &line) { return take(line, file); });
        if (!read)
            return read;
    }
    return {};
}

/// Goes through the lines of a result file that are not blank.
Result<> Joiner::scan(size_t file, const std::function<Result<>(const ScannedLine &)> &take)
{
    const InputFile &known = m_data->resultFiles[file];
    Result<InputFile> opened = InputFile::open(known.path());
    if (!opened)
        return ownFileFailure(opened.error());
    LineScanner scanner(std::move(*opened), m_pass);
    ScannedLine line;
    for (;;) {
        const Result<bool> more = scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        while (scanner.next(line)) {
            if (line.isBlank)
                continue;
            if (const Result<> taken = take(line); !taken)
                return taken;
        }
    }
    if (scanner.file().size() != known.size() || !known.isUnchanged())
        return Failure(known.changedError());
    m_done += known.size();
    return {};
}

Result<> Joiner::take(const ScannedLine &line, size_t file)
{
    ResultLine result = m_data->files.dialect->readResult(line.line);
    const ResultPlace place{line.start, static_cast<quint32>(line.line.bytes.size()),
                            static_cast<quint32>(file)};
    qint64 row = -1;
    if (result.customId) {
        const Result<qint64> found = rowOf(*result.customId);
        if (!found)
            return Failure(found.error());
        row = *found;
    }
    if (m_data->files.dialect->hasTextAnswers)
        checkTextAnswer(result, m_data->operationOf(result, row));
    if (row >= 0) {
        put(row, place, result.outcome);
    } else if (m_data->requests) {
        m_data->extras.push_back(place);
    } else {
        if (result.customId)
            m_ids.insert(*result.customId, m_data->count());
        m_data->places.push_back(place);
        m_data->outcomes.push_back(result.outcome);
    }
    return {};
}

void Joiner::put(qint64 row, ResultPlace place, Outcome outcome)
{
    ResultPlace &held = m_data->places[static_cast<size_t>(row)];
    Outcome &current = m_data->outcomes[static_cast<size_t>(row)];
    const bool isSecond = !held.isNone();
    // Some providers tell the same answers twice, in the batch itself and in its files.
    if (isSecond && m_isInline[held.file] == m_isInline[place.file])
        ++m_data->certificate.duplicateResults;
    if (!isSecond || rank(outcome) >= rank(current)) {
        held = place;
        current = outcome;
    }
}

/// The row with this very id, or -1: the table knows hashes, the files know ids.
Result<qint64> Joiner::rowOf(const QString &id)
{
    Result<> read;
    const qint64 row = m_ids.find(id, [&](qint64 candidate) {
        if (!read)
            return false;
        if (m_data->requests) {
            const Result<LineBlock> block = m_data->requests->read({candidate}, 1);
            if (!block) {
                read = Failure(block.error());
                return false;
            }
            return m_fields.customId((*block)[0]) == id;
        }
        const Result<QByteArray> bytes
            = m_data->bytes(m_data->places[static_cast<size_t>(candidate)]);
        if (!bytes) {
            read = Failure(bytes.error());
            return false;
        }
        return m_data->files.dialect->readResult(PaddedBuffer(*bytes).line()).customId == id;
    });
    if (!read)
        return Failure(read.error());
    return row;
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
    const bool isOver = std::ranges::all_of(
        batches, [](const Batch &batch) { return isTerminal(batch.facts.state); });
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
