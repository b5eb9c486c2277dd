// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runoutlook.h"

#include "jobs/driver.h"
#include "library/library.h"
#include "profiles/profile.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 week = 7LL * 24 * 3600;

/// An error that goes by itself.
bool isPassing(const RunSummary &run)
{
    return run.error && isTransient(run.error->kind) && run.isUnderWay()
        && run.state != BatchState::Unknown && !run.addingInDoubt;
}

} // namespace

std::chrono::seconds keptResults(const Library &library, const Profiles &profiles,
                                 ConnectionId connection)
{
    const Connection *known = library.connection(connection);
    const Result<Profile> profile = known ? profiles.effective(*known) : Failure(Error());
    if (!profile)
        return 0s;
    return profile->outputExpiresAfter > 0
        ? std::chrono::seconds(profile->outputExpiresAfter)
        : std::chrono::seconds(std::chrono::days(profile->keepsResults));
}

std::optional<Harm> harmOf(const Library &library, const Profiles &profiles, RunId run,
                           const QDateTime &now)
{
    const Run *known = library.run(run);
    if (!known)
        return std::nullopt;
    const std::vector<const Batch *> batches = library.batches(run);
    const bool mayLose = std::ranges::any_of(batches, [](const Batch *batch) {
        return isTerminal(batch->facts.state) && !batch->facts.resultsComplete;
    });
    return harmOf(batches, mayLose ? keptResults(library, profiles, known->connection) : 0s, now);
}

Urgency urgencyOf(const RunSummary &run, const QDateTime &now)
{
    using enum BatchState;
    if (run.paused || run.waitsForStart)
        return Urgency::NeedsYou;
    if (run.needsAttention() && !isPassing(run)) {
        const bool isOld = isTerminal(run.state) && !run.unread && run.endedAt.isValid()
            && run.endedAt.secsTo(now) > week;
        if (!isOld)
            return Urgency::NeedsYou;
    }
    if (run.harm)
        return Urgency::Deadline;
    if (isTerminal(run.state))
        return run.unread ? Urgency::News : Urgency::Rest;
    return run.isUnderWay() ? Urgency::UnderWay : Urgency::Rest;
}

void RunOutlook::judge(RunSummary &run, const QDateTime &now) const
{
    const std::vector<const Batch *> batches = m_library.batches(run.id);
    run.harm = m_profiles ? harmOf(m_library, *m_profiles, run.id, now) : harmOf(batches, 0s, now);
    run.paused = {};
    if (m_driver && run.isUnderWay())
        if (const std::optional<Error> trouble = m_driver->connectionTrouble(run.connectionId))
            run.paused = trouble->kind;
    expect(run, batches, now);
    run.urgency = urgencyOf(run, now);
}

void RunOutlook::expect(RunSummary &run, const std::vector<const Batch *> &batches,
                        const QDateTime &now) const
{
    run.expectedAt = {};
    run.expectedFrom = 0;
    for (const Batch *batch : batches) {
        if (!isLive(batch->facts.state))
            continue;
        const std::optional<TimeLeft> told = m_pace.left(*batch, now);
        if (!told) { // what is not known of a part is not known of the whole
            run.expectedAt = {};
            run.expectedFrom = 0;
            return;
        }
        // Counts are as old as the last look.
        const bool isCounted = batch->facts.counts.done().value_or(0) > 0;
        const QDateTime at = (isCounted && batch->checkedAt.isValid() ? batch->checkedAt : now)
                                 .addSecs(told->left.count());
        if (!run.expectedAt.isValid() || run.expectedAt < at)
            run.expectedAt = at;
        run.expectedFrom = std::max(run.expectedFrom, told->batches);
    }
}
