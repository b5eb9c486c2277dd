// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/wishmaker.h"

#include "jobs/batchstep.h"
#include "library/library.h"
#include "profiles/profile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QFuture<Result<>> ready(Result<> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

QFuture<Result<>> refuse(ErrorKind kind, const QString &words)
{
    return ready(Failure(Error{.kind = kind, .message = words}));
}

QFuture<Result<>> noSuchRun()
{
    return refuse(ErrorKind::BadInput, QCoreApplication::translate("Jobs", "there is no such run"));
}

} // namespace

Batch makeBatch(const Run &run, const QDateTime &now, const QString &program)
{
    Batch batch{.run = run.id, .connection = run.connection, .requests = run.requests};
    batch.history.append(stateChange(batch, now, {StateCause::Person, program}, program));
    return batch;
}

bool wasNeverCreated(const Batch &batch)
{
    return isTerminal(batch.facts.state) && batch.facts.remoteId.isEmpty();
}

Result<> WishMaker::checkSubmit(const Run &run) const
{
    if (m_needs.library.connection(run.connection) == nullptr)
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate("Jobs", "choose a connection for the run first"),
            .field = u"connection"_s});
    if (run.requests <= 0)
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate("Jobs", "the run has no requests"),
                  .code = u"no_requests"_s});
    const std::optional<RunId> twin = run.again ? std::nullopt : m_needs.library.findSame(run);
    if (twin)
        return Failure(Error{.kind = ErrorKind::Rejected,
                             .message = QCoreApplication::translate(
                                            "Jobs", "The same was submitted before as run %1")
                                            .arg(twin->toString()),
                             .code = u"same_run"_s,
                             .field = twin->toString()});
    return {};
}

QFuture<Result<>> WishMaker::submit(RunId id)
{
    const Run *found = m_needs.library.run(id);
    if (found == nullptr)
        return noSuchRun();
    const Run run = *found;
    const std::vector<const Batch *> batches = m_needs.library.batches(id);
    const bool isNew = std::ranges::all_of(batches, [](const Batch *batch) {
        return batch->facts.state == BatchState::Draft || batch->facts.state == BatchState::Held
            || wasNeverCreated(*batch);
    });
    if (!isNew) {
        const BatchState state = runState(batches);
        if (state == BatchState::Unknown)
            return refuse(
                ErrorKind::OutcomeUnknown,
                QCoreApplication::translate(
                    "Jobs", "the run may have been submitted already: it is being looked for"));
        if (!isTerminal(state))
            return ready({}); // on its way already
        return ready(Failure(
            Error{.kind = ErrorKind::Rejected,
                  .message = QCoreApplication::translate("Jobs", "The run was submitted already"),
                  .code = u"same_run"_s,
                  .field = id.toString()}));
    }
    if (const Result<> checked = checkSubmit(run); !checked)
        return ready(checked);

    // Whoever drives the connection puts the refused attempts aside.
    if (std::ranges::all_of(batches, [](const Batch *batch) { return wasNeverCreated(*batch); }))
        (void)m_needs.library.add(makeBatch(run, m_needs.clock.now(), m_needs.library.program()));
    return m_needs.library.wish(WishKind::Submit, id);
}

QFuture<Result<>> WishMaker::submitAgain(RunId id)
{
    if (m_needs.library.run(id) == nullptr)
        return noSuchRun();
    const std::vector<const Batch *> batches = m_needs.library.batches(id);
    const bool isInDoubt = runState(batches) == BatchState::Unknown
        || std::ranges::any_of(batches, [](const Batch *batch) {
                               return isLive(batch->facts.state) && batch->facts.addingRequests > 0;
                           });
    if (!isInDoubt)
        return refuse(ErrorKind::BadInput,
                      QCoreApplication::translate(
                          "Jobs", "only a run whose submission is in doubt is submitted again"));
    return m_needs.library.wish(WishKind::Resubmit, id);
}

QFuture<Result<>> WishMaker::cancel(RunId id)
{
    if (m_needs.library.run(id) == nullptr)
        return noSuchRun();
    bool isOpen = false;
    for (const Batch *batch : m_needs.library.batches(id)) {
        isOpen = isOpen || !isTerminal(batch->facts.state);
        const Connection *connection = m_needs.library.connection(batch->connection);
        if (!isLive(batch->facts.state) || connection == nullptr)
            continue;
        const Result<Profile> profile = m_needs.profiles.effective(*connection);
        if (profile && profile->cancel == Support::No)
            return refuse(
                ErrorKind::NotSupported,
                QCoreApplication::translate("Jobs", "this provider cannot cancel a batch"));
    }
    if (!isOpen)
        return ready({});
    cancelDrafts(id);
    return m_needs.library.wish(WishKind::Cancel, id);
}

/// What nobody has begun needs no driver to be given up: there may be none that can read the key.
void WishMaker::cancelDrafts(RunId id)
{
    QList<Batch> drafts;
    for (const Batch *batch : m_needs.library.batches(id))
        if (batch->facts.state == BatchState::Draft)
            drafts.append(*batch);
    for (Batch &batch : drafts) {
        applyEvent(batch, BatchEvent::LocalCancel);
        batch.facts.resultsComplete = true;
        batch.facts.endedAt = m_needs.clock.now();
        storeBatch(m_needs.library, batch, m_needs.clock.now(),
                   {StateCause::Person, m_needs.library.program()});
    }
}

QFuture<Result<>> WishMaker::fetch(RunId id)
{
    if (m_needs.library.run(id) == nullptr)
        return noSuchRun();
    return m_needs.library.wish(WishKind::Fetch, id);
}

QFuture<Result<>> WishMaker::checkNow(RunId id)
{
    if (m_needs.library.run(id) == nullptr)
        return noSuchRun();
    return m_needs.library.wish(WishKind::CheckNow, id);
}

QFuture<Result<>> WishMaker::startHeld(RunId id)
{
    const Run *run = m_needs.library.run(id);
    if (run == nullptr)
        return noSuchRun();
    const Connection *connection = m_needs.library.connection(run->connection);
    const Result<Profile> profile = connection != nullptr
        ? m_needs.profiles.effective(*connection)
        : Result<Profile>(Failure(Error{.kind = ErrorKind::NotSupported}));
    const Dialect *dialect = profile ? findDialect(profile->dialect) : nullptr;
    if (dialect == nullptr || !dialect->isStaged)
        return refuse(ErrorKind::NotSupported,
                      QCoreApplication::translate("Jobs",
                                                  "batches of this provider start by "
                                                  "themselves"));
    const std::vector<const Batch *> batches = m_needs.library.batches(id);
    const bool isStarted = !batches.empty() && std::ranges::all_of(batches, [](const Batch *batch) {
        return batch->facts.startAnswered || isTerminal(batch->facts.state);
    });
    if (isStarted)
        return ready({});
    if (batches.empty() || runState(batches) == BatchState::Draft)
        return refuse(ErrorKind::BadInput,
                      QCoreApplication::translate("Jobs", "the run is not submitted yet"));
    return m_needs.library.wish(WishKind::Start, id);
}
