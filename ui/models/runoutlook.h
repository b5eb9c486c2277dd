// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/harm.h"
#include "core/pace.h"
#include "models/runsummary.h"

#include <chrono>

class Driver;
class Library;
class Profiles;

/// What is to come of runs: when they should end by their connection's own past, what is lost soon,
/// and so how urgent they are for a person. GUI thread.
class RunOutlook {
public:
    /// Without profiles nothing is known of what providers keep; without driver, of paused ones.
    RunOutlook(const Library &library, const Profiles *profiles, const Driver *driver)
        : m_library(library), m_profiles(profiles), m_driver(driver)
    {}

    /// A batch was seen; one that has completed tells of the pace.
    void learn(const Batch &batch) { m_pace.add(batch); }
    /// Fills in what the summary says of the time to come.
    void judge(RunSummary &run, const QDateTime &now) const;

private:
    void expect(RunSummary &run, const std::vector<const Batch *> &batches,
                const QDateTime &now) const;

    const Library &m_library;
    const Profiles *m_profiles;
    const Driver *m_driver;
    PaceBook m_pace;
};

/// How long a connection's provider keeps results after a batch's end; 0: it does not say.
[[nodiscard]] std::chrono::seconds keptResults(const Library &library, const Profiles &profiles,
                                               ConnectionId connection);

/// What is lost soon of a run, in one call: for its own page, and for notifications.
[[nodiscard]] std::optional<Harm> harmOf(const Library &library, const Profiles &profiles,
                                         RunId run, const QDateTime &now);

/// How urgent it is by what the summary says already. Failures that were looked at are no news any
/// more after a week.
[[nodiscard]] Urgency urgencyOf(const RunSummary &run, const QDateTime &now);
