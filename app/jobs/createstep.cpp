// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/createstep.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString roomWords(qint64 live, qint64 limit)
{
    //: A batch is ready here, but the provider allows only so many at once: "waits: 10 of 10 live"
    return QCoreApplication::translate("Jobs", "waits: %1 of %2 live").arg(live).arg(limit);
}

} // namespace

std::chrono::milliseconds roomWait(const StepContext &context)
{
    return context.clock.scaled(
        std::clamp(context.profile.pollMax / 5, context.profile.pollMin, context.profile.pollMax));
}

CreateStep::CreateStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call,
                       LaneRoom &room)
    : BatchStep(context, batch, memory), m_next(std::move(call)), m_room(room), m_list(m_context)
{}

void CreateStep::run()
{
    const Batch batch = this->batch();
    // Before anything is paid for, and before each try: the results have to go somewhere.
    if (const std::optional<Error> lack = lackOfRoom(m_context, m_id, batch.bodyBytes)) {
        endNotCreated(batch, *lack);
        return;
    }
    if (const auto left = m_memory.notBefore - m_context.clock.sinceBoot(); left.count() > 0) {
        hold(holdReason({}, now().addMSecs(left.count()), now()), left);
        return;
    }
    if (m_context.profile.maxLiveBatches.value > 0)
        askForRoom();
    else
        takeRoom({});
}

void CreateStep::askForRoom()
{
    if (m_room.full && m_context.clock.steady() < m_room.until) {
        hold(m_room.words, m_room.until - m_context.clock.steady());
        return;
    }
    m_list.start(
        [this](const ListPage &page) {
            for (const RemoteBatch &remote : page.batches)
                m_live += isTerminal(remote.facts.state) ? 0 : 1;
            return m_live < m_context.profile.maxLiveBatches.value;
        },
        [this](const Result<> &listed) { takeRoom(listed); });
}

qint64 CreateStep::ownLiveBatches() const
{
    qint64 live = 0;
    for (const BatchId id : m_context.library.batchIds()) {
        const Batch *other = m_context.library.batch(id);
        live += other->connection == m_context.connection.id && isLive(other->facts.state) ? 1 : 0;
    }
    return live;
}

void CreateStep::takeRoom(const Result<> &listed)
{
    const qint64 limit = m_context.profile.maxLiveBatches.value;
    const bool isOfTheKey = !listed
        && (listed.error().kind == ErrorKind::Keychain
            || listed.error().kind == ErrorKind::Unauthorised);
    if (isOfTheKey) {
        endNotCreated(batch(), listed.error());
        return;
    }
    if (!listed)
        m_live = ownLiveBatches(); // the provider's own answer to the creation is the last word
    if (limit > 0 && m_live >= limit) {
        m_room.full = true;
        m_room.until = m_context.clock.steady() + roomWait(m_context);
        m_room.words = roomWords(m_live, limit);
        hold(m_room.words, roomWait(m_context));
        return;
    }
    m_room.full = false;
    m_call.prepare(std::move(m_next), m_context.library.absolute(batch().bodyFile),
                   [this](const Result<> &prepared) {
                       if (prepared)
                           storeIntent();
                       else
                           endNotCreated(this->batch(), prepared.error());
                   });
}

void CreateStep::hold(const QString &words, std::chrono::milliseconds wait)
{
    Batch batch = this->batch();
    crashPoint("create.held");
    applyEvent(batch, BatchEvent::HoldImposed);
    batch.facts.reason = words;
    batch.facts.error.reset();
    end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::After, .wait = wait});
}

void CreateStep::refuseTwin(RunId twin)
{
    endNotCreated(batch(),
                  Error{.kind = ErrorKind::Rejected,
                        .message = QCoreApplication::translate(
                                       "Jobs", "The same was submitted before as run %1")
                                       .arg(twin.toString()),
                        .code = u"same_run"_s,
                        .field = twin.toString()});
}

void CreateStep::storeIntent()
{
    Batch batch = this->batch();
    // In the same turn as the change to creating, so that of two that are alike one sees the other.
    const Run &run = runOf(batch);
    if (const std::optional<RunId> twin
        = run.again ? std::nullopt : m_context.library.findSame(run)) {
        refuseTwin(*twin);
        return;
    }
    if (batch.facts.state == BatchState::Held)
        applyEvent(batch, BatchEvent::HoldReleased);
    if (!applyEvent(batch, BatchEvent::CreateStarted)) {
        end(std::move(batch), StepEnd::Then::Poll);
        return;
    }
    batch.facts.reason.clear();
    batch.facts.error.reset();
    crashPoint("create.storing");
    batch.submittedAt = now();
    m_intent = batch.facts.intent;
    follow(m_stored, storeBatch(m_context.library, batch, now()), this,
           [this](const Result<> &stored) { send(stored); });
}

void CreateStep::send(const Result<> &stored)
{
    Batch batch = this->batch();
    const bool isOurs = m_context.library.holdsLease(batch.connection)
        && batch.facts.state == BatchState::Creating && batch.facts.intent == m_intent;
    if (stored && isOurs) {
        crashPoint("create.stored");
        m_call.send(std::make_unique<MemorySink>(), progress(),
                    [this](const Result<HttpReply> &reply) { take(reply); });
        crashPoint("create.sent");
        return;
    }
    // Not a byte has left. With no intent on disk, or another program at work, none may.
    if (batch.facts.state != BatchState::Creating || batch.facts.intent != m_intent) {
        end(std::move(batch), StepEnd::Then::Poll); // that program has decided already
        return;
    }
    applyEvent(batch, BatchEvent::CreateNotSent);
    batch.facts.reason = QCoreApplication::translate(
        "Jobs", "waits: what is to be sent could not be noted down first");
    if (stored)
        end(std::move(batch), StepEnd::Then::Retry);
    else
        endTroubled(std::move(batch), stored.error());
}

void CreateStep::take(const Result<HttpReply> &reply)
{
    crashPoint("create.answered");
    if (!reply)
        takeSilence(reply.error());
    else if (reply->isSuccess())
        takeSuccess(*reply);
    else
        takeRefusal(*reply);
}

void CreateStep::takeSuccess(const HttpReply &reply)
{
    Result<Batch> batch = absorbed(StepKind::Create, reply);
    if (!batch) {
        endInDoubt(this->batch(), batch.error());
        return;
    }
    if (batch->facts.remoteId.isEmpty()) {
        endInDoubt(this->batch(),
                   Error{.kind = ErrorKind::OutcomeUnknown,
                         .message = QCoreApplication::translate(
                             "Jobs", "the provider's answer names no batch"),
                         .httpStatus = reply.status});
        return;
    }
    crashPoint("create.absorbed");
    if (batch->facts.state == BatchState::Unknown) // another program took it for lost meanwhile
        applyEvent(*batch, BatchEvent::AdoptedByListing, BatchState::Validating);
    end(StepEnd{.batch = *batch, .then = StepEnd::Then::Poll, .changed = true});
}

void CreateStep::takeRefusal(const HttpReply &reply)
{
    const Error error = errorOf(reply);
    takeVerdict(judgeRefusal(reply.status, error, m_context.profile), error);
}

void CreateStep::takeSilence(const Error &error)
{
    takeVerdict(judgeSilence(error.kind), error);
}

void CreateStep::takeVerdict(CreateVerdict verdict, const Error &error)
{
    Batch batch = this->batch();
    if (batch.facts.state != BatchState::Creating) { // another program has decided already
        end(std::move(batch), StepEnd::Then::Now);
        return;
    }
    switch (verdict) {
    case CreateVerdict::Refused:
        applyEvent(batch, BatchEvent::CreateRefused);
        batch.facts.error = error;
        batch.facts.lastRequestId = error.requestId;
        batch.facts.resultsComplete = true;
        batch.facts.endedAt = now();
        batch.checkedAt = now();
        end(std::move(batch), StepEnd::Then::Idle);
        return;
    case CreateVerdict::LiveLimit: {
        applyEvent(batch, BatchEvent::CreateRateLimited);
        const qint64 limit = m_context.profile.maxLiveBatches.value;
        batch.facts.reason = limit > 0
            ? roomWords(limit, limit)
            : QCoreApplication::translate("Jobs", "waits: too many batches are live");
        m_room = {.full = true,
                  .until = m_context.clock.steady() + roomWait(m_context),
                  .words = batch.facts.reason};
        batch.facts.error.reset();
        batch.facts.lastRequestId = error.requestId;
        batch.checkedAt = now();
        std::chrono::milliseconds wait = roomWait(m_context);
        if (error.retryAfter && error.retryAfter->count() > 0) {
            batch.notBefore = now().addMSecs(error.retryAfter->count());
            wait = std::max(wait, *error.retryAfter);
        }
        end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::After, .wait = wait});
        return;
    }
    case CreateVerdict::RateLimited:
        applyEvent(batch, BatchEvent::CreateRateLimited);
        endNotCreated(std::move(batch), error);
        return;
    case CreateVerdict::KeyRefused:
    case CreateVerdict::NotSent:
        applyEvent(batch, BatchEvent::CreateNotSent);
        endNotCreated(std::move(batch), error);
        return;
    case CreateVerdict::InDoubt: endInDoubt(std::move(batch), error); return;
    }
}

void CreateStep::endInDoubt(Batch batch, const Error &error)
{
    if (batch.facts.state == BatchState::Creating)
        applyEvent(batch, BatchEvent::CreateInDoubt);
    Error doubt = error;
    doubt.kind = ErrorKind::OutcomeUnknown;
    batch.facts.error = doubt;
    if (!error.requestId.isEmpty())
        batch.facts.lastRequestId = error.requestId;
    if (error.httpStatus > 0)
        batch.checkedAt = now();
    m_memory.looks = 0;
    batch.facts.reason = QCoreApplication::translate(
        "Jobs", "in doubt: looking for it in the provider's list; nothing is sent again");
    end(std::move(batch), StepEnd::Then::Now);
}

#include "moc_createstep.cpp"
