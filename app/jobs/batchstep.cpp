// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/batchstep.h"

#include "library/library.h"
#include "net/diskfile.h"
#include "net/portal.h"
#include "net/redact.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// A batch that tries to leave Held again and again must not fill its history with it.
void dropFlapping(QList<StateChange> &history, BatchState state)
{
    if (state == BatchState::Held && history.size() >= 2
        && history.last().state == BatchState::Uploading
        && history.at(history.size() - 2).state == BatchState::Held)
        history.resize(history.size() - 2);
}

bool isOfTheKey(const Error &error)
{
    return error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::Keychain;
}

} // namespace

QFuture<Result<>> storeBatch(Library &library, Batch batch, const QDateTime &now,
                             const Cause &cause)
{
    const Batch *stored = library.batch(batch.id);
    const bool changed = stored == nullptr || stored->facts.state != batch.facts.state
        || stored->facts.rawStatus != batch.facts.rawStatus;
    if (changed) {
        dropFlapping(batch.history, batch.facts.state);
        batch.history.append(stateChange(batch, now, cause, library.program()));
    }
    return library.save(batch);
}

bool applyEvent(Batch &batch, BatchEvent event, BatchState remote)
{
    const Result<BatchState> state = next(batch.facts.state, event, remote);
    if (!state) {
        qCWarning(lcJobs, "batch %lld: event %d is not possible in state %s", batch.id.value,
                  int(event), qUtf8Printable(stateName(batch.facts.state)));
        return false;
    }
    batch.facts.state = *state;
    return true;
}

Result<Batch> absorbReply(const StepContext &context, Batch batch, StepKind kind,
                          const HttpReply &reply)
{
    static const Run none;
    const Run *run = context.library.run(batch.run);
    batch.facts.reason.clear(); // the dialect may know of another
    Result<BatchFacts> facts = context.dialect->absorb(
        {run != nullptr ? *run : none, batch, context.profile}, kind, reply);
    if (!facts) {
        Error error = facts.error();
        error.httpStatus = reply.status;
        error.message = redact(error.message);
        error.detail = redact(error.detail);
        return Failure(error);
    }
    const BatchFacts before = std::exchange(batch.facts, *facts);
    const BatchState remote = batch.facts.state;
    batch.facts.state = before.state;
    if (!before.remoteId.isEmpty())
        batch.facts.remoteId = before.remoteId; // an answer about another batch changes no id
    batch.checkedAt = context.clock.now();

    const bool tellsState
        = kind == StepKind::Create || kind == StepKind::Status || kind == StepKind::Cancel;
    const bool mayHear = batch.facts.state == BatchState::Creating || isLive(batch.facts.state);
    if (tellsState && mayHear && !batch.facts.remoteId.isEmpty())
        applyEvent(batch, BatchEvent::RemoteSeen, remote);
    if (isTerminal(batch.facts.state)) {
        batch.facts.reason.clear();
        batch.facts.cancelRequested = false;
        if (!batch.facts.endedAt.isValid())
            batch.facts.endedAt = context.clock.now();
    }
    return batch;
}

QString timeWords(const QDateTime &time, const QDateTime &now)
{
    const QDateTime utc = time.toUTC();
    return utc.toString(utc.date() == now.toUTC().date() ? u"HH:mm:ss"_s
                                                         : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString holdReason(const Error &error, const QDateTime &notBefore, const QDateTime &now)
{
    if (notBefore.isValid())
        //: %1 is a time of day in UTC, or a day and a time
        return QCoreApplication::translate(
                   "Jobs", "waits until %1 UTC: the provider asks for slower requests")
            .arg(timeWords(notBefore, now));
    if (error.code == notTheProvider)
        return QCoreApplication::translate(
            "Jobs",
            "waits: something between here and the provider answers; you may have to sign "
            "in to the network");
    switch (error.kind) {
    case ErrorKind::Unauthorised:
        return QCoreApplication::translate("Jobs", "waits: the key was not accepted");
    case ErrorKind::Keychain:
        return QCoreApplication::translate("Jobs", "waits: the key cannot be read");
    case ErrorKind::Offline:
    case ErrorKind::Tls:
        return QCoreApplication::translate("Jobs", "waits: the provider cannot be reached");
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
        return QCoreApplication::translate("Jobs", "waits: the provider asks for slower requests");
    case ErrorKind::Disk:
        return QCoreApplication::translate("Jobs", "waits: there is no room on the disk");
    default:
        return QCoreApplication::translate("Jobs", "waits: the provider does not answer sensibly");
    }
}

BatchStep::BatchStep(const StepContext &context, BatchId batch, StepMemory &memory)
    : m_context(context), m_id(batch), m_memory(memory), m_call(m_context)
{}

void BatchStep::start(Ended ended, Progressed progressed)
{
    m_ended = std::move(ended);
    m_progressed = std::move(progressed);
    run();
}

Batch BatchStep::batch() const
{
    const Batch *batch = m_context.library.batch(m_id);
    return batch != nullptr ? *batch : Batch{};
}

const Run &BatchStep::runOf(const Batch &batch) const
{
    static const Run none;
    const Run *run = m_context.library.run(batch.run);
    return run != nullptr ? *run : none;
}

HttpClient::Progress BatchStep::progress()
{
    return [self = QPointer(this)](qint64 bytes, qint64 total) {
        if (self && self->m_progressed)
            self->m_progressed(bytes, total);
    };
}

QString BatchStep::resultPath(const Batch &batch, const QString &name) const
{
    const QString folder = u"results/%1"_s.arg(batch.facts.intent.isEmpty() ? batch.id.toString()
                                                                            : batch.facts.intent);
    const auto isTaken = [&batch](const QString &path) {
        return std::ranges::any_of(batch.resultFiles,
                                   [&path](const ResultFile &file) { return file.path == path; });
    };
    QString path = u"%1/%2.jsonl"_s.arg(folder, name);
    for (int n = 2; isTaken(path); ++n)
        path = u"%1/%2-%3.jsonl"_s.arg(folder, name, QString::number(n));
    return path;
}

void BatchStep::end(StepEnd end)
{
    const Ended ended = std::exchange(m_ended, {});
    if (ended)
        ended(std::move(end));
}

void BatchStep::end(Batch batch, StepEnd::Then then)
{
    end(StepEnd{.batch = std::move(batch), .then = then});
}

void BatchStep::endTroubled(Batch batch, const Error &error)
{
    if (batch.facts.state != BatchState::Unknown) // there the doubt itself stays what is shown
        batch.facts.error = error;
    if (!error.requestId.isEmpty())
        batch.facts.lastRequestId = error.requestId;
    if (error.httpStatus > 0)
        batch.checkedAt = now();
    StepEnd end{.batch = std::move(batch), .then = StepEnd::Then::Retry, .failure = error};
    if (isOfTheKey(error)) {
        end.trouble = error;
        end.then = StepEnd::Then::Idle;
    }
    if (error.retryAfter && error.retryAfter->count() > 0) {
        end.batch.notBefore = now().addMSecs(error.retryAfter->count());
        end.notBefore = end.batch.notBefore;
    }
    this->end(std::move(end));
}

void BatchStep::endNotCreated(Batch batch, const Error &error)
{
    const bool tooMany = error.httpStatus == 429;
    const bool isSlow = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Tls || tooMany;
    // Who submits is told at once that there is no room; what waits here already goes on waiting.
    const bool wasHeld = std::ranges::any_of(
        batch.history, [](const StateChange &change) { return change.state == BatchState::Held; });
    const bool waitsForDisk = error.code == noSpaceCode && wasHeld;
    const bool mayPass = isSlow || isTransient(error.kind) || isOfTheKey(error) || waitsForDisk;
    if (!mayPass) {
        batch.facts.error = error;
        if (!error.requestId.isEmpty())
            batch.facts.lastRequestId = error.requestId;
        applyEvent(batch, BatchEvent::UploadFailed);
        batch.facts.reason.clear();
        batch.facts.resultsComplete = true;
        batch.facts.endedAt = now();
        end(std::move(batch), StepEnd::Then::Idle);
        return;
    }
    // A fault or two of the server are tried again without a word.
    constexpr int quietFailures = 2;
    if (isSlow || isOfTheKey(error) || waitsForDisk || m_memory.failures >= quietFailures
        || batch.facts.state == BatchState::Held) {
        applyEvent(batch, BatchEvent::HoldImposed);
        const bool until = error.retryAfter && error.retryAfter->count() > 0;
        batch.facts.reason = holdReason(
            error, until ? now().addMSecs(error.retryAfter->count()) : QDateTime(), now());
    }
    endTroubled(std::move(batch), error);
}

#include "moc_batchstep.cpp"
