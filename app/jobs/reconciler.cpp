// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/reconciler.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QCoreApplication>

#include <utility>

namespace {

/// What the list knows of the batch, laid over what we know; nothing is wiped.
void overlay(BatchFacts &facts, const BatchFacts &remote)
{
    const auto take = [](auto &known, const auto &newer) {
        if (newer != std::decay_t<decltype(newer)>())
            known = newer;
    };
    facts.remoteId = remote.remoteId;
    facts.rawStatus = remote.rawStatus;
    facts.unknownStatus = remote.unknownStatus;
    take(facts.inputFileId, remote.inputFileId);
    take(facts.outputFileId, remote.outputFileId);
    take(facts.errorFileId, remote.errorFileId);
    take(facts.model, remote.model);
    take(facts.provider, remote.provider);
    take(facts.createdAt, remote.createdAt);
    take(facts.startedAt, remote.startedAt);
    take(facts.expiresAt, remote.expiresAt);
    take(facts.endedAt, remote.endedAt);
    take(facts.faults, remote.faults);
    facts.counts.merge(remote.counts);
}

} // namespace

Reconciler::Reconciler(const StepContext &context, BatchId batch, StepMemory &memory)
    : BatchStep(context, batch, memory), m_list(m_context)
{}

void Reconciler::run()
{
    crashPoint("reconcile.before");
    m_list.start([this](const ListPage &page) { return takePage(page); },
                 [this](const Result<> &listed) { take(listed); });
}

bool Reconciler::takePage(const ListPage &page)
{
    const Batch batch = this->batch();
    bool allOlder = !page.batches.isEmpty();
    // Clocks differ: what is ten minutes older than the intent cannot be it.
    const QDateTime since = batch.submittedAt.addSecs(-600);
    for (const RemoteBatch &remote : page.batches) {
        if (remote.facts.remoteId.isEmpty())
            continue;
        if (remote.isMarked(batch.facts.intent)) {
            m_found = remote;
            return false;
        }
        const bool sameFile = !batch.facts.inputFileId.isEmpty()
            && remote.facts.inputFileId == batch.facts.inputFileId && remote.intent.isEmpty();
        if (sameFile && !m_found)
            m_found = remote; // a later page may still show the intent itself
        allOlder = allOlder && since.isValid() && remote.facts.createdAt.isValid()
            && remote.facts.createdAt < since;
    }
    return !allOlder;
}

void Reconciler::take(const Result<> &listed)
{
    if (m_found) {
        adopt(*m_found);
        return;
    }
    if (listed) {
        endNotFound();
        return;
    }
    Batch batch = this->batch();
    if (listed.error().kind == ErrorKind::NotSupported) {
        m_memory.looks = int(lookTimes.size());
        batch.facts.reason = QCoreApplication::translate(
            "Jobs",
            "in doubt: it may have been created, and this provider has no list to look in; look "
            "there yourself before you submit it again");
        end(std::move(batch), StepEnd::Then::Idle);
        return;
    }
    endTroubled(std::move(batch), listed.error());
}

void Reconciler::adopt(const RemoteBatch &remote)
{
    Batch batch = this->batch();
    if (!applyEvent(batch, BatchEvent::AdoptedByListing, remote.facts.state)) {
        end(std::move(batch), StepEnd::Then::Poll);
        return;
    }
    crashPoint("reconcile.adopting");
    overlay(batch.facts, remote.facts);
    batch.facts.error.reset();
    batch.facts.reason.clear();
    batch.checkedAt = now();
    end(StepEnd{.batch = std::move(batch), .then = StepEnd::Then::Now, .changed = true});
}

void Reconciler::endNotFound()
{
    Batch batch = this->batch();
    batch.checkedAt = now();
    crashPoint("reconcile.not_found");
    const std::size_t look = std::size_t(++m_memory.looks);
    if (look < lookTimes.size()) {
        const std::chrono::seconds wait(lookTimes.at(look) - lookTimes.at(look - 1));
        end(StepEnd{.batch = std::move(batch),
                    .then = StepEnd::Then::After,
                    .wait = m_context.clock.scaled(wait)});
        return;
    }
    // With neither metadata, nor a name, nor a file of its own it could not be told from others.
    const bool canTell = m_context.profile.hasMetadata || m_context.profile.hasName
        || !batch.facts.inputFileId.isEmpty();
    batch.facts.reason = canTell
        ? QCoreApplication::translate("Jobs",
                                      "in doubt: the provider's list does not show it; nothing is "
                                      "sent again unless you say so")
        : QCoreApplication::translate("Jobs",
                                      "in doubt: the provider's list cannot show whether it is one "
                                      "of those there; look there before you submit it again");
    end(std::move(batch), StepEnd::Then::Idle);
}

#include "moc_reconciler.cpp"
