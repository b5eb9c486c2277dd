// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/endwatch.h"

#include "library/library.h"

#include <algorithm>

bool hasEnded(const Library &library, RunId run)
{
    const std::vector<const Batch *> batches = library.batches(run);
    return !batches.empty() && std::ranges::all_of(batches, [](const Batch *batch) {
        return isTerminal(batch->facts.state) && batch->facts.resultsComplete;
    });
}

void EndWatch::start()
{
    for (const RunId run : m_library.runIds())
        if (hasEnded(m_library, run))
            m_ended.insert(run);
}

QList<RunId> EndWatch::take(const QList<RunId> &runs)
{
    QList<RunId> news;
    for (const RunId run : runs) {
        if (hasEnded(m_library, run)) {
            if (!m_ended.contains(run))
                news.append(run);
            m_ended.insert(run);
            continue;
        }
        // Fetching results once more is no second end; sending the run anew is a second life.
        const std::vector<const Batch *> batches = m_library.batches(run);
        const bool lives = std::ranges::any_of(
            batches, [](const Batch *batch) { return !isTerminal(batch->facts.state); });
        if (lives)
            m_ended.remove(run);
    }
    return news;
}
