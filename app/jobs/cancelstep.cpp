// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/cancelstep.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QCoreApplication>

#include <utility>

void CancelStep::run()
{
    const Batch batch = this->batch();
    Call call = m_context.dialect->cancel({runOf(batch), batch, m_context.profile});
    crashPoint("cancel.before");
    m_call.ask(std::move(call), [this](const Result<HttpReply> &reply) { take(reply); });
}

void CancelStep::take(const Result<HttpReply> &reply)
{
    crashPoint("cancel.answered");
    if (!reply) {
        endTroubled(batch(), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    // The answer may be a part of the object, or {}, or nothing to read: it was taken all the same.
    Batch batch = absorbed(StepKind::Cancel, *reply).value_or(this->batch());
    batch.facts.cancelRequested = false;
    batch.facts.error.reset();
    batch.checkedAt = now();
    if (isLive(batch.facts.state) && batch.facts.state != BatchState::Cancelling)
        applyEvent(batch, BatchEvent::CancelAccepted);
    end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::Poll, .changed = true});
}

void CancelStep::takeRefusal(const HttpReply &reply)
{
    Batch batch = this->batch();
    Error error = errorOf(reply);
    switch (reply.status) {
    case 400:
    case 404:
    case 409: // over already, most likely: a look at it tells
        batch.facts.cancelRequested = false;
        end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::Now, .changed = true});
        return;
    case 405:
    case 501:
        error.kind = ErrorKind::NotSupported;
        error.message = QCoreApplication::translate("Jobs", "this provider cannot cancel a batch");
        break;
    case 401: endTroubled(std::move(batch), error); return;
    default:
        if (isTransient(error.kind) || reply.status == 429) {
            endTroubled(std::move(batch), error);
            return;
        }
    }
    batch.facts.cancelRequested = false; // refused for good: said, and the batch goes on
    batch.facts.error = error;
    batch.facts.lastRequestId = error.requestId;
    batch.checkedAt = now();
    end(std::move(batch), StepEnd::Then::Poll);
}

#include "moc_cancelstep.cpp"
