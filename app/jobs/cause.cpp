// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/cause.h"

#include "jobs/batchstep.h"

namespace {

constexpr qsizetype mostWords = 500;

bool asksToWait(const Error &error)
{
    return error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::QuotaExceeded
        || (error.retryAfter && error.retryAfter->count() > 0);
}

/// What a person would want to read of it later; nothing where the state says it all.
QString wordsOf(const BatchFacts &facts, StateCause cause)
{
    using enum BatchState;
    if (facts.state != Held && facts.state != Unknown && facts.state != Failed)
        return {};
    const QString fault = facts.faults.isEmpty() ? QString() : facts.faults.first().message;
    const QString error = facts.error ? facts.error->message : fault;
    const bool reasonFirst = cause == StateCause::Wait || error.isEmpty();
    return (reasonFirst && !facts.reason.isEmpty() ? facts.reason : error).left(mostWords);
}

} // namespace

Cause causeOf(StepPlan::Kind kind, const StepEnd &end, const StepMemory &memory)
{
    using Kind = StepPlan::Kind;
    const BatchFacts &facts = end.batch.facts;
    switch (facts.state) {
    case BatchState::Cancelling:
    case BatchState::Cancelled:
        if (kind == Kind::Cancel || kind == Kind::CancelHere)
            return {StateCause::Person, memory.cancelledIn};
        break;
    case BatchState::Held:
        return {!end.failure || asksToWait(*end.failure) ? StateCause::Wait : StateCause::Trouble};
    case BatchState::Unknown: return {StateCause::Trouble};
    case BatchState::Failed:
        if (facts.remoteId.isEmpty() && facts.error && facts.error->httpStatus == 0)
            return {StateCause::Trouble};
        break;
    default: break;
    }
    switch (kind) {
    case Kind::Upload:
    case Kind::Create:
    case Kind::Add:
    case Kind::Start:
    case Kind::Cancel: return {StateCause::Answer};
    case Kind::Status: return {StateCause::Poll};
    case Kind::Reconcile: return {StateCause::List};
    default: return {StateCause::Step};
    }
}

StateChange stateChange(const Batch &batch, const QDateTime &now, const Cause &cause,
                        const QString &program)
{
    return {.at = now,
            .state = batch.facts.state,
            .rawStatus = batch.facts.rawStatus,
            .cause = cause.kind,
            .program = cause.kind == StateCause::Person ? cause.program : program,
            .words = wordsOf(batch.facts, cause.kind)};
}
