// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/startstep.h"

#include "core/crashpoint.h"
#include "jobs/stepplan.h"

#include <utility>

using namespace Qt::StringLiterals;

StartStep::StartStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
    : BatchStep(context, batch, memory), m_next(std::move(call))
{}

void StartStep::run()
{
    const Batch batch = this->batch();
    if (const std::optional<Error> lack = lackOfRoom(m_context, m_id, batch.bodyBytes)) {
        endTroubled(batch, *lack);
        return;
    }
    std::optional<Call> status
        = statusCall({runOf(batch), batch, m_context.profile}, *m_context.dialect);
    if (m_context.profile.start == "always"_L1 || !status)
        post();
    else
        m_call.ask(std::move(*status),
                   [this](const Result<HttpReply> &reply) { takeStatus(reply); });
}

void StartStep::takeStatus(const Result<HttpReply> &reply)
{
    if (!reply || !reply->isSuccess()) {
        endTroubled(batch(), reply ? errorOf(*reply) : reply.error());
        return;
    }
    Result<Batch> after = absorbed(StepKind::Status, *reply);
    if (!after) {
        endTroubled(batch(), after.error());
        return;
    }
    const bool isWanted = isLive(after->facts.state) && !after->facts.startAnswered
        && !after->facts.cancelRequested && !runOf(*after).hold;
    if (isWanted)
        post();
    else
        end(StepEnd{.batch = std::move(*after), .then = StepEnd::Then::Poll, .changed = true});
}

void StartStep::post()
{
    crashPoint("start.before");
    m_call.ask(std::move(m_next), [this](const Result<HttpReply> &reply) { take(reply); });
}

void StartStep::take(const Result<HttpReply> &reply)
{
    crashPoint("start.answered");
    if (!reply) {
        endTroubled(batch(), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    Result<Batch> after = absorbed(StepKind::Start, *reply);
    if (!after) {
        endTroubled(batch(), after.error());
        return;
    }
    end(StepEnd{.batch = std::move(*after), .then = StepEnd::Then::Poll, .changed = true});
}

void StartStep::takeRefusal(const HttpReply &reply)
{
    Batch batch = this->batch();
    const Error error = errorOf(reply);
    std::optional<BatchFacts> facts = withoutAnswer(batch.facts, StepKind::Start, reply.status);
    if (reply.status == 409) { // it is started already
        facts = batch.facts;
        facts->startAnswered = true;
    }
    if (facts) {
        batch.facts = *facts;
        batch.facts.error.reset();
        batch.facts.reason.clear();
        batch.checkedAt = now();
        end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::Poll, .changed = true});
        return;
    }
    const bool mayPass = isTransient(error.kind) || reply.status == 401 || reply.status == 408
        || reply.status == 425 || reply.status == 429;
    if (mayPass) {
        endTroubled(std::move(batch), error);
        return;
    }
    batch.facts.refused = true;
    batch.facts.error = error;
    if (!error.requestId.isEmpty())
        batch.facts.lastRequestId = error.requestId;
    batch.checkedAt = now();
    end(std::move(batch), StepEnd::Then::Now);
}

#include "moc_startstep.cpp"
