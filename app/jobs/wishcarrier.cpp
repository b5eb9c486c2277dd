// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/wishcarrier.h"

#include "jobs/batchstep.h"
#include "jobs/reconciler.h"
#include "jobs/wishmaker.h"
#include "profiles/profile.h"

#include <QSet>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString newIntent()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

WishCarrier::WishCarrier(const Driver::Needs &needs, Hooks hooks)
    : m_needs(needs), m_hooks(std::move(hooks))
{}

QList<Batch> WishCarrier::batches(RunId run) const
{
    QList<Batch> copies;
    for (const Batch *batch : m_needs.library.batches(run))
        copies.append(*batch);
    return copies;
}

void WishCarrier::store(const Batch &batch)
{
    storeBatch(m_needs.library, batch, m_needs.clock.now(), {StateCause::Person, m_program});
}

void WishCarrier::carryOut(const Wish &wish)
{
    m_program = wish.program;
    if (wish.kind == WishKind::Submit) {
        submit(wish.run);
        return;
    }
    if (wish.kind == WishKind::Start)
        start(wish.run);
    for (const Batch &batch : batches(wish.run)) {
        switch (wish.kind) {
        case WishKind::Cancel: cancel(batch); break;
        case WishKind::Fetch: fetch(batch); break;
        case WishKind::CheckNow: checkNow(batch); break;
        case WishKind::Resubmit: resubmit(batch); break;
        case WishKind::Add: grow(batch); break;
        case WishKind::Start:
        case WishKind::Submit: break;
        }
    }
}

void WishCarrier::submit(RunId id)
{
    const Run *run = m_needs.library.run(id);
    if (run == nullptr)
        return;
    if (m_needs.library.batches(id).empty())
        (void)m_needs.library.add(makeBatch(*run, m_needs.clock.now(), m_program));
    putRefusedAside(id);
    holdWhereNeverStarted(id);

    // Two programs may each have made a batch for the same run: only one of them is sent.
    QList<Batch> all = batches(id);
    std::ranges::stable_sort(all, {}, [](const Batch &batch) {
        return std::pair(batch.facts.state == BatchState::Draft, batch.id);
    });
    QSet<qint64> taken; // by the first request
    run = m_needs.library.run(id);
    for (Batch &batch : all) {
        if (batch.facts.state == BatchState::Held)
            m_hooks.hurry(batch.id);
        if (batch.facts.state != BatchState::Draft) {
            taken.insert(batch.firstRequest);
            continue;
        }
        if (taken.contains(batch.firstRequest)) {
            batch.superseded = true;
            m_needs.library.save(batch);
            continue;
        }
        taken.insert(batch.firstRequest);
        batch.connection = run->connection;
        batch.requests = run->requests;
        if (batch.facts.intent.isEmpty())
            batch.facts.intent = newIntent();
        applyEvent(batch, BatchEvent::SubmitRequested);
        store(batch);
        m_hooks.hurry(batch.id);
    }
}

/// Attempts that surely came to nothing make room for a new one; without a new one they stay what
/// the run shows.
void WishCarrier::putRefusedAside(RunId id)
{
    QList<Batch> all = batches(id);
    if (std::ranges::all_of(all, wasNeverCreated))
        return;
    for (Batch &batch : all) {
        if (!wasNeverCreated(batch))
            continue;
        batch.superseded = true;
        m_needs.library.save(batch);
    }
}

void WishCarrier::cancel(Batch batch)
{
    switch (batch.facts.state) {
    case BatchState::Draft:
    case BatchState::Held:
    case BatchState::Uploading:
        m_hooks.abort(batch.id);
        applyEvent(batch, BatchEvent::LocalCancel);
        batch.facts.reason.clear();
        batch.facts.error.reset();
        batch.facts.resultsComplete = true;
        batch.facts.endedAt = m_needs.clock.now();
        break;
    default:
        if (isTerminal(batch.facts.state))
            return;
        m_hooks.memory(batch.id).cancelledIn = m_program;
        batch.facts.cancelRequested = true; // also where it is not clear yet whether it is there
    }
    store(batch);
    m_hooks.hurry(batch.id);
}

void WishCarrier::fetch(Batch batch)
{
    if (isLive(batch.facts.state)) {
        m_hooks.memory(batch.id).partialWanted = true;
    } else if (isTerminal(batch.facts.state) && !batch.facts.remoteId.isEmpty()) {
        batch.facts.outputFetched = false;
        batch.facts.errorsFetched = false;
        batch.facts.inlineFetched = false;
        batch.facts.resultsComplete = false;
        store(batch);
    }
    m_hooks.hurry(batch.id);
}

void WishCarrier::checkNow(Batch batch)
{
    StepMemory &memory = m_hooks.memory(batch.id);
    if (batch.facts.state == BatchState::Unknown)
        memory.looks = std::min(memory.looks, int(Reconciler::lookTimes.size()) - 1);
    memory.addAsks = false;
    if (std::exchange(batch.facts.refused, false))
        store(batch); // and tried once more
    m_hooks.hurry(batch.id);
}

/// A connection that never starts by itself holds what is submitted to it.
void WishCarrier::holdWhereNeverStarted(RunId id)
{
    Run run = *m_needs.library.run(id);
    const Connection *connection = m_needs.library.connection(run.connection);
    if (run.hold || connection == nullptr)
        return;
    const Result<Profile> profile = m_needs.profiles.effective(*connection);
    const Dialect *dialect = profile ? findDialect(profile->dialect) : nullptr;
    if (dialect == nullptr || !dialect->isStaged || profile->start != "never"_L1)
        return;
    run.hold = true;
    m_needs.library.save(run);
}

void WishCarrier::start(RunId id)
{
    Run run = *m_needs.library.run(id);
    run.hold = false;
    m_needs.library.save(run);
    for (Batch batch : batches(id)) {
        if (std::exchange(batch.facts.refused, false))
            store(batch);
        m_hooks.hurry(batch.id);
    }
}

/// The run's input has become longer.
void WishCarrier::grow(Batch batch)
{
    const Run *run = m_needs.library.run(batch.run);
    const qint64 requests = run != nullptr ? run->requests - batch.firstRequest : 0;
    if (requests <= batch.requests)
        return;
    const bool isHere
        = batch.facts.state == BatchState::Uploading || batch.facts.state == BatchState::Held;
    if (isHere)
        m_hooks.abort(batch.id); // it may be writing the shorter body
    batch.requests = requests;
    if (!isTerminal(batch.facts.state))
        batch.bodyFile.clear();
    store(batch);
    m_hooks.hurry(batch.id);
}

/// A person says that what was added last did not come.
void WishCarrier::addAgain(Batch batch)
{
    StepMemory &memory = m_hooks.memory(batch.id);
    if (batch.facts.addingRequests == 0 || !std::exchange(memory.addAsks, false))
        return;
    batch.facts.addingRequests = 0;
    batch.facts.error.reset();
    batch.facts.reason.clear();
    store(batch);
    m_hooks.hurry(batch.id);
}

void WishCarrier::resubmit(Batch batch)
{
    if (isLive(batch.facts.state))
        addAgain(batch);
    if (batch.facts.state != BatchState::Unknown)
        return;
    m_hooks.abort(batch.id);
    if (!applyEvent(batch, BatchEvent::ResubmitConfirmed))
        return;
    // A new intent: should the first one turn up after all, the two are told apart.
    batch.facts.intent = newIntent();
    batch.bodyFile.clear();
    batch.facts.error.reset();
    batch.facts.reason.clear();
    batch.facts.cancelRequested = false;
    m_hooks.memory(batch.id) = {};
    store(batch);
    m_hooks.hurry(batch.id);
}
