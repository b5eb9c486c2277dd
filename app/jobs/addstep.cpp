// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/addstep.h"

#include "core/crashpoint.h"
#include "jobs/createverdict.h"
#include "library/library.h"

#include <QCoreApplication>

#include <utility>

namespace {

QString doubtWords()
{
    return QCoreApplication::translate(
        "Jobs",
        "in doubt: looking whether the last requests came there; nothing is sent meanwhile");
}

} // namespace

AddStep::AddStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
    : BatchStep(context, batch, memory), m_next(std::move(call)), m_doubt(m_context)
{}

void AddStep::run()
{
    const Batch batch = this->batch();
    const BatchFacts &facts = batch.facts;
    if (const std::optional<Error> lack = lackOfRoom(m_context, m_id, batch.bodyBytes)) {
        endTroubled(batch, *lack);
        return;
    }
    ChunkLimits limits{.offset = facts.addedBytes};
    if (facts.addingRequests > 0) {
        limits.requests = facts.addingRequests;
    } else {
        limits.requests
            = std::min(m_context.profile.addRequests, batch.requests - facts.addedRequests);
        if (m_memory.addLimit > 0)
            limits.requests = std::min(limits.requests, m_memory.addLimit);
        limits.bytes = m_context.profile.addBytes;
    }
    follow(m_reading, readChunk(m_context.pool, m_context.library.absolute(batch.bodyFile), limits),
           this, [this](const Result<AddChunk> &chunk) { takeChunk(chunk); });
}

void AddStep::takeChunk(const Result<AddChunk> &chunk)
{
    Batch batch = this->batch();
    const qint64 inDoubt = batch.facts.addingRequests;
    if (!chunk || (inDoubt > 0 && chunk->count() != inDoubt)) {
        if (!std::exchange(m_memory.respooled, true)) {
            batch.bodyFile.clear(); // someone took it away: it is made anew from the input
            end(std::move(batch), StepEnd::Then::Now);
            return;
        }
        endTroubled(std::move(batch),
                    chunk ? Error{.kind = ErrorKind::FileChanged,
                                  .message = QCoreApplication::translate(
                                      "Jobs", "the run's copy of the input is shorter than it was")}
                          : chunk.error());
        return;
    }
    crashPoint("add.read");
    m_memory.respooled = false;
    m_chunk = *chunk;
    if (inDoubt > 0)
        look();
    else
        prepare(m_chunk.all());
}

void AddStep::look()
{
    const Batch batch = this->batch();
    crashPoint("add.look");
    m_doubt.look(runOf(batch), batch, m_chunk,
                 [this](const Result<AddDoubt::Missing> &missing) { takeLook(missing); });
}

void AddStep::takeLook(const Result<AddDoubt::Missing> &missing)
{
    Batch batch = this->batch();
    if (!missing) {
        batch.facts.reason = doubtWords();
        endTroubled(std::move(batch), missing.error());
        return;
    }
    batch.checkedAt = now();
    const bool isKnown = missing->has_value();
    if (isKnown && (*missing)->isEmpty()) {
        endAdded(std::move(batch));
        return;
    }
    const std::size_t look = std::size_t(++m_memory.addLooks);
    if (look < lookTimes.size()) {
        batch.facts.reason = doubtWords();
        const std::chrono::seconds wait(lookTimes.at(look) - lookTimes.at(look - 1));
        end(StepEnd{.batch = std::move(batch),
                    .then = StepEnd::Then::After,
                    .wait = m_context.clock.scaled(wait)});
        return;
    }
    constexpr int mostTries = 5;
    if (isKnown && m_memory.addTries >= mostTries) {
        endRefused(std::move(batch), batch.facts.error.value_or(Error()), false);
        return;
    }
    if (isKnown) {
        prepare(**missing);
        return;
    }
    m_memory.addAsks = true; // from here on it is only looked at, and says so
    end(std::move(batch), StepEnd::Then::Now);
}

void AddStep::prepare(QList<qsizetype> which)
{
    m_which = std::move(which);
    m_next.request.body = m_chunk.body(m_which);
    m_call.prepare(std::move(m_next), {}, [this](const Result<> &prepared) {
        if (prepared)
            store();
        else
            endTroubled(batch(), prepared.error());
    });
}

void AddStep::store()
{
    Batch batch = this->batch();
    crashPoint("add.storing");
    batch.facts.addingRequests = m_chunk.count();
    follow(m_stored, storeBatch(m_context.library, std::move(batch), now()), this,
           [this](const Result<> &stored) { send(stored); });
}

void AddStep::send(const Result<> &stored)
{
    Batch batch = this->batch();
    const bool isOurs = m_context.library.holdsLease(batch.connection)
        && batch.facts.addingRequests == m_chunk.count();
    const bool isWanted = isLive(batch.facts.state) && !batch.facts.cancelRequested;
    if (stored && isOurs && isWanted) {
        crashPoint("add.stored");
        m_call.send(std::make_unique<MemorySink>(), progress(),
                    [this](const Result<HttpReply> &reply) { take(reply); });
        crashPoint("add.sent");
        return;
    }
    // Not a byte has left.
    if (isOurs && isWhole())
        batch.facts.addingRequests = 0;
    if (stored)
        end(std::move(batch), StepEnd::Then::Now);
    else
        endTroubled(std::move(batch), stored.error());
}

void AddStep::take(const Result<HttpReply> &reply)
{
    crashPoint("add.answered");
    Batch batch = this->batch();
    if (!reply) {
        if (judgeSilence(reply.error().kind) == CreateVerdict::InDoubt)
            endInDoubt(std::move(batch), reply.error());
        else
            endNotTaken(std::move(batch), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    Result<Batch> after = absorbed(StepKind::Add, *reply);
    if (after)
        endAdded(std::move(*after));
    else
        endInDoubt(std::move(batch), after.error());
}

void AddStep::takeRefusal(const HttpReply &reply)
{
    constexpr int patience = 2;
    Batch batch = this->batch();
    Error error = errorOf(reply);
    switch (reply.status) {
    case 401:
    case 425:
    case 429: endNotTaken(std::move(batch), error); return;
    case 404: // a server with replicas may not know a batch yet that it has just made
        if (m_memory.failures < patience) {
            endNotTaken(std::move(batch), error);
            return;
        }
        break;
    case 409: // it may be about requests that are there already: a look comes first
        endRefused(std::move(batch), error, false);
        return;
    case 413:
        if (m_which.size() > 1 && isWhole()) {
            m_memory.addLimit = m_chunk.count() / 2;
            batch.facts.addingRequests = 0;
            end(std::move(batch), StepEnd::Then::Now);
            return;
        }
        break;
    default: {
        const bool isOfTheRequest
            = reply.status >= 400 && reply.status < 500 && reply.status != 408;
        if (!isOfTheRequest
            && judgeRefusal(reply.status, error, m_context.profile) == CreateVerdict::InDoubt) {
            endInDoubt(std::move(batch), error);
            return;
        }
    }
    }
    endRefused(std::move(batch), error, true);
}

void AddStep::endAdded(Batch batch)
{
    crashPoint("add.absorbed");
    m_memory.addLooks = 0;
    m_memory.addTries = 0;
    m_memory.addAsks = false;
    batch.facts.addedRequests += m_chunk.count();
    batch.facts.addedBytes += m_chunk.bytes;
    batch.facts.addingRequests = 0;
    batch.facts.error.reset();
    batch.facts.reason.clear();
    batch.checkedAt = now();
    end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::Now, .changed = true});
}

void AddStep::endInDoubt(Batch batch, const Error &error)
{
    m_memory.addLooks = 0;
    ++m_memory.addTries;
    Error doubt = error;
    doubt.kind = ErrorKind::OutcomeUnknown;
    batch.facts.error = doubt;
    if (!error.requestId.isEmpty())
        batch.facts.lastRequestId = error.requestId;
    if (error.httpStatus > 0)
        batch.checkedAt = now();
    batch.facts.reason = doubtWords();
    end(std::move(batch), StepEnd::Then::Now);
}

/// surelyNone: of this call nothing was taken.
void AddStep::endRefused(Batch batch, Error error, bool surelyNone)
{
    // The provider counts from the front of this call, people from the front of the run's input.
    if (error.line > 0 && error.line <= m_which.size())
        error.line
            = batch.firstRequest + batch.facts.addedRequests + m_which.at(error.line - 1) + 1;
    else
        error.line = 0;
    if (surelyNone && isWhole())
        batch.facts.addingRequests = 0;
    batch.facts.refused = true;
    batch.facts.error = error;
    if (!error.requestId.isEmpty())
        batch.facts.lastRequestId = error.requestId;
    batch.checkedAt = now();
    m_memory.addLooks = 0;
    m_memory.addTries = 0;
    end(std::move(batch), StepEnd::Then::Now);
}

/// Goes again by itself.
void AddStep::endNotTaken(Batch batch, const Error &error)
{
    if (isWhole())
        batch.facts.addingRequests = 0;
    endTroubled(std::move(batch), error);
}

#include "moc_addstep.cpp"
