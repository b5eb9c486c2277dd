// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/uploadstep.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <utility>

void UploadStep::run()
{
    const Batch batch = this->batch();
    m_call.prepare(std::move(m_next), m_context.library.absolute(batch.bodyFile),
                   [this](const Result<> &prepared) {
                       if (prepared)
                           send();
                       else
                           endNotCreated(this->batch(), prepared.error());
                   });
}

void UploadStep::send()
{
    Batch batch = this->batch();
    if (batch.facts.state != BatchState::Uploading) {
        applyEvent(batch, BatchEvent::UploadStarted);
        storeBatch(m_context.library, batch, now());
    }
    crashPoint("upload.before");
    m_call.send(std::make_unique<MemorySink>(), progress(),
                [this](const Result<HttpReply> &reply) { take(reply); });
}

void UploadStep::take(const Result<HttpReply> &reply)
{
    crashPoint("upload.answered");
    if (!reply) {
        Batch batch = this->batch();
        if (reply.error().kind == ErrorKind::FileChanged
            && !std::exchange(m_memory.respooled, true)) {
            batch.bodyFile.clear(); // someone took it away: it is made anew from the input
            end(std::move(batch), StepEnd::Then::Now);
        } else {
            endNotCreated(std::move(batch), reply.error());
        }
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    Result<Batch> batch = absorbed(m_kind, *reply);
    if (!batch) {
        endNotCreated(this->batch(), batch.error());
        return;
    }
    crashPoint("upload.absorbed");
    const bool news = batch->facts.inputFileId != this->batch().facts.inputFileId
        || batch->facts.inputFileReady != this->batch().facts.inputFileReady;
    end(StepEnd{
        .batch = *batch, .then = news ? StepEnd::Then::Now : StepEnd::Then::Poll, .changed = news});
}

void UploadStep::takeRefusal(const HttpReply &reply)
{
    // A server with replicas may not know a file yet that it has just taken.
    constexpr int patience = 2;
    Batch batch = this->batch();
    if (m_kind == StepKind::FileStatus && reply.status == 404 && m_memory.failures < patience) {
        endTroubled(std::move(batch), errorOf(reply));
        return;
    }
    if (std::optional<BatchFacts> facts = withoutAnswer(batch.facts, m_kind, reply.status)) {
        batch.facts = *facts;
        end(std::move(batch), StepEnd::Then::Now);
        return;
    }
    endNotCreated(std::move(batch), errorOf(reply));
}

#include "moc_uploadstep.cpp"
