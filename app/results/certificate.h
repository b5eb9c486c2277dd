// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/outcome.h"

#include <array>
#include <vector>

/// The count of rows in each outcome of a run, which must add up to the number of requests.
struct Certificate {
    qint64 requests = 0;
    std::array<qint64, outcomeCount> outcomes{};
    qint64 duplicateResults = 0; ///< results for an id that had one already
    qint64 unknownIds = 0; ///< results whose id is none of the run's, or that have none
    RequestCounts provider; ///< as the provider counts, summed over the batches
    /// True where every figure that the provider gives is the one we count, and where there is
    /// nothing to compare: no batch was created there, or one is not over.
    bool agrees = true;

    [[nodiscard]] qint64 count(Outcome outcome) const
    {
        return outcomes[static_cast<size_t>(outcome)];
    }
    [[nodiscard]] bool isBalanced() const;
    [[nodiscard]] bool isAllAnswered() const { return requests == count(Outcome::Answered); }
};

/// Whether the provider has figures for this batch that could be compared with ours.
[[nodiscard]] bool isCountedByProvider(const Batch &batch);
/// The sum over the batches that the provider counts; a figure that one of them lacks is unknown.
[[nodiscard]] RequestCounts providerCounts(const std::vector<Batch> &batches);
/// Whether each known figure of the provider is ours. It counts as succeeded what came back with an
/// answer of any kind.
[[nodiscard]] bool agree(const RequestCounts &provider, const Certificate &ours);
