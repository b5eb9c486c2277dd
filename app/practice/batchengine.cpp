// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/batchengine.h"

#include "practice/jsontext.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <format>
#include <limits>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qint64 slowness = 10;

bool hasWork(const BatchRecord &record)
{
    return record.plannedMs == 0 || record.writeDueMs().has_value();
}

/// Always the same for a batch, so that what a kill left unfinished is written over.
QString resultFileId(const QString &batchId, std::string_view part)
{
    const std::string id = batchId.toStdString();
    const std::string hex = std::format("{:016x}{:016x}", stableHash(part, stableHash(id, 1)),
                                        stableHash(part, stableHash(id, 2)));
    return "file-"_L1 + QString::fromStdString(hex);
}

QJsonArray troubleHere(const Error &error)
{
    return {QJsonObject{{u"code"_s, u"server_error"_s},
                        {u"message"_s, error.message},
                        {u"param"_s, QJsonValue()},
                        {u"line"_s, QJsonValue()}}};
}

} // namespace

BatchEngine::BatchEngine(Store store, BatchForm form, const Clock &clock, QThreadPool &pool,
                         QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_form(form), m_clock(clock), m_pool(pool)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BatchEngine::advance);
    for (const BatchRecord &record : m_store.batches()) {
        if (hasWork(record))
            m_work.try_emplace(record.id);
    }
    advance();
}

BatchEngine::~BatchEngine() = default;

qint64 BatchEngine::nowMs() const
{
    return m_clock.now().toMSecsSinceEpoch();
}

Result<BatchRecord> BatchEngine::create(BatchRecord record)
{
    record.sequence = m_store.nextSequence();
    record.createdMs = nowMs();
    record.failShare = m_form.failShare;
    record.fate = fateFromWord(record.metadata.toObject()["practice"_L1].toString());
    record.lifeMs = m_form.lifeMs * (record.fate == Fate::Slow ? slowness : 1);
    if (auto saved = m_store.save(record); !saved)
        return Failure(saved.error());
    m_work.try_emplace(record.id);
    advance();
    return record;
}

Result<BatchRecord> BatchEngine::cancel(const QString &id)
{
    BatchRecord record = *m_store.batch(id);
    if (record.cancelMs == 0) {
        record.cancelMs = nowMs();
        if (auto saved = m_store.save(record); !saved)
            return Failure(saved.error());
        advance();
    }
    return record;
}

BatchCounts BatchEngine::counts(const BatchRecord &record) const
{
    if (record.writtenMs != 0 && record.phase(nowMs()) != Phase::InProgress)
        return {record.total, record.completed, record.failed};
    if (!record.faults.isEmpty())
        return {};
    const auto work = m_work.find(record.id);
    const qint64 done = record.cancelMs != 0 ? record.rowsToAnswer() : record.rowsDone(nowMs());
    // After a restart the plan is made anew: until then the share stands for it.
    const qint64 failed = work != m_work.end() && work->second.plan != nullptr
        ? work->second.plan->failedBefore(done)
        : static_cast<qint64>(static_cast<double>(done) * record.failShare);
    return {record.total, done - failed, failed};
}

qsizetype BatchEngine::liveCount() const
{
    return std::ranges::count_if(m_store.batches(), [this](const BatchRecord &record) {
        return !isEnd(record.phase(nowMs()));
    });
}

void BatchEngine::advance()
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    qint64 next = never;
    for (auto &[id, work] : m_work) {
        const BatchRecord *record = m_store.batch(id);
        if (work.plan == nullptr) {
            if (!work.planning.future().isValid())
                startPlanning(*record);
        } else if (const auto due = record->writeDueMs(); due && !work.writing.future().isValid()) {
            // One that is through, and was not taken note of yet, still has its files.
            if (*due <= nowMs())
                startWriting(*record);
            else
                next = std::min(next, *due);
        }
    }
    if (next != never)
        m_timer.start(std::chrono::milliseconds(std::max<qint64>(next - nowMs(), 0)));
}

// A continuation runs at once where its future is through already: inside of advance() that would
// change what is being walked through. So the handler is queued always.
template <class T, class Handler>
void BatchEngine::whenDone(QFuture<T> future, Handler handler)
{
    future.then(this, [this, handler](const T &result) {
        QMetaObject::invokeMethod(
            this, [handler, result] { handler(result); }, Qt::QueuedConnection);
    });
}

void BatchEngine::startPlanning(const BatchRecord &record)
{
    const PlanTask task{
        .inputPath = m_store.inputPath(record.id), .batch = record, .rules = m_form.rules};
    const QFuture<Result<Plan>> future = QtConcurrent::run(&m_pool, &planBatch, task);
    m_work[record.id].planning = TaskHandle<Result<Plan>>(future);
    whenDone(future, [this, id = record.id](const Result<Plan> &plan) { planned(id, plan); });
}

void BatchEngine::planned(const QString &id, const Result<Plan> &plan)
{
    BatchRecord record = *m_store.batch(id);
    if (record.plannedMs == 0)
        record.plannedMs = nowMs();
    record.faults = plan ? (*plan)->faults : troubleHere(plan.error());
    if (plan && record.faults.isEmpty()) {
        record.total = (*plan)->total();
        record.model = (*plan)->model;
        m_work[id].plan = *plan;
    }
    store(std::move(record));
}

void BatchEngine::startWriting(const BatchRecord &record)
{
    const WriteTask task{.inputPath = m_store.inputPath(record.id),
                         .outputPath = m_store.contentPath(resultFileId(record.id, "output")),
                         .errorPath = m_store.contentPath(resultFileId(record.id, "error")),
                         .batch = record,
                         .rules = m_form.rules,
                         .shape = m_form.shape,
                         .writesUnanswered = m_form.writesUnanswered,
                         .plan = m_work[record.id].plan};
    const QFuture<Result<WrittenResults>> future = QtConcurrent::run(&m_pool, &writeResults, task);
    m_work[record.id].writing = TaskHandle<Result<WrittenResults>>(future);
    whenDone(future,
             [this, task](const Result<WrittenResults> &results) { written(task, results); });
}

void BatchEngine::written(const WriteTask &task, const Result<WrittenResults> &results)
{
    const QString id = task.batch.id;
    BatchRecord record = *m_store.batch(id);
    m_work[id].writing = {};
    if (record.cancelMs != task.batch.cancelMs) {
        // Cancelled meanwhile: these are too many results.
        QFile::remove(task.outputPath);
        QFile::remove(task.errorPath);
        advance();
        return;
    }
    if (!results) {
        record.faults = troubleHere(results.error());
        store(std::move(record));
        return;
    }
    record.writtenMs = nowMs();
    record.completed = results->completed;
    record.failed = results->failed;
    record.inputTokens = results->inputTokens;
    record.outputTokens = results->outputTokens;
    addResultFile(record, QFileInfo(task.outputPath).fileName(), results->outputBytes, false);
    addResultFile(record, QFileInfo(task.errorPath).fileName(), results->errorBytes, true);
    store(std::move(record));
}

void BatchEngine::addResultFile(BatchRecord &record, const QString &fileId, qint64 bytes,
                                bool isError)
{
    if (bytes == 0)
        return;
    const FileRecord file{.id = fileId,
                          .sequence = m_store.nextSequence(),
                          .createdMs = nowMs(),
                          .bytes = bytes,
                          .name = record.id + (isError ? "_error.jsonl"_L1 : "_output.jsonl"_L1),
                          .purpose = u"batch_output"_s};
    if (auto added = m_store.addFile(file); !added)
        record.faults = troubleHere(added.error());
    else
        (isError ? record.errorFileId : record.outputFileId) = fileId;
}

void BatchEngine::store(BatchRecord record)
{
    const QString id = record.id;
    if (auto saved = m_store.save(record); !saved)
        qWarning().noquote() << saved.error().message;
    if (!hasWork(*m_store.batch(id))) {
        m_work.erase(id);
        m_store.releaseInput(id);
    }
    advance();
}

} // namespace practice

#include "moc_batchengine.cpp"
