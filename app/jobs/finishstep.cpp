// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/finishstep.h"

#include "core/crashpoint.h"
#include "jobs/resultkeeper.h"

#include <utility>

bool isShort(const Batch &batch)
{
    qint64 lines = 0;
    for (const ResultFile &file : batch.resultFiles)
        lines += file.lines;
    const RequestCounts &counts = batch.facts.counts;
    if (batch.facts.state == BatchState::Completed)
        return lines < counts.total.value_or(batch.requests);
    // The others may lack rows for good reasons, but those that were counted came to an end.
    return lines < counts.succeeded.value_or(0) + counts.failed.value_or(0);
}

void FinishStep::run()
{
    Batch batch = this->batch();
    switch (m_plan.kind) {
    case StepPlan::Kind::EndPartial: endPartial(std::move(batch)); return;
    case StepPlan::Kind::CancelHere: cancelHere(std::move(batch)); return;
    case StepPlan::Kind::GiveUp: giveUp(std::move(batch)); return;
    default: finish(std::move(batch));
    }
}

void FinishStep::finish(Batch batch)
{
    constexpr int maxRounds = 3;
    bool isSame = !batch.resultFiles.isEmpty();
    QHash<QString, QByteArray> digests;
    for (const ResultFile &file : std::as_const(batch.resultFiles)) {
        isSame = isSame && m_memory.digests.value(file.source) == file.sha256;
        digests.insert(file.source, file.sha256);
    }
    const bool again = isShort(batch) && !isSame && !batch.facts.remoteId.isEmpty()
        && ++m_memory.fetchRounds < maxRounds;
    if (again) {
        m_memory.digests = digests;
        batch.facts.outputFetched = false;
        batch.facts.errorsFetched = false;
        batch.facts.inlineFetched
            = false; // its state too: ids of files may come later than the end
        end(std::move(batch), StepEnd::Then::Retry);
        return;
    }
    crashPoint("finish.complete");
    batch.facts.resultsComplete = true;
    m_memory.fetchRounds = 0;
    m_memory.digests.clear();
    sweepResults(m_context, batch);
    end(std::move(batch), StepEnd::Then::Idle);
}

void FinishStep::endPartial(Batch batch)
{
    m_memory.partialWanted = false;
    m_memory.partialPolled = false;
    batch.facts.outputFetched = false; // they may grow until the end
    batch.facts.errorsFetched = false;
    batch.facts.inlineFetched = false;
    sweepResults(m_context, batch);
    end(std::move(batch), StepEnd::Then::Poll);
}

void FinishStep::cancelHere(Batch batch)
{
    applyEvent(batch, BatchEvent::LocalCancel);
    batch.facts.cancelRequested = false;
    batch.facts.reason.clear();
    batch.facts.error.reset();
    batch.facts.resultsComplete = true;
    batch.facts.endedAt = now();
    end(std::move(batch), StepEnd::Then::Idle);
}

void FinishStep::giveUp(Batch batch)
{
    if (batch.facts.state == BatchState::Uploading || batch.facts.state == BatchState::Held) {
        endNotCreated(std::move(batch), m_plan.error);
        return;
    }
    batch.facts.error = m_plan.error;
    if (!isTerminal(batch.facts.state)) {
        end(std::move(batch), StepEnd::Then::Poll);
        return;
    }
    batch.facts.resultsComplete = true;
    end(std::move(batch), StepEnd::Then::Idle);
}

#include "moc_finishstep.cpp"
