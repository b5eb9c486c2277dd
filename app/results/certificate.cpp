// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/certificate.h"

#include <numeric>

namespace {

bool fits(const std::optional<qint64> &theirs, qint64 ours)
{
    return !theirs || *theirs == ours;
}

} // namespace

bool Certificate::isBalanced() const
{
    return std::accumulate(outcomes.begin(), outcomes.end(), qint64(0)) == requests;
}

bool isCountedByProvider(const Batch &batch)
{
    if (batch.facts.remoteId.isEmpty())
        return false;
    // A batch that fails as a whole was never counted: its figures are all 0, or not there.
    const RequestCounts &counts = batch.facts.counts;
    return batch.facts.state != BatchState::Failed || counts.total.value_or(0) > 0;
}

RequestCounts providerCounts(const std::vector<Batch> &batches)
{
    constexpr std::array members = {
        &RequestCounts::total,     &RequestCounts::succeeded, &RequestCounts::failed,
        &RequestCounts::cancelled, &RequestCounts::expired,   &RequestCounts::pending,
    };
    RequestCounts sum;
    for (const auto member : members) {
        std::optional<qint64> figure;
        for (const Batch &batch : batches) {
            if (!isCountedByProvider(batch))
                continue;
            const std::optional<qint64> &one = batch.facts.counts.*member;
            if (!one) {
                figure.reset();
                break;
            }
            figure = figure.value_or(0) + *one;
        }
        sum.*member = figure;
    }
    return sum;
}

bool agree(const RequestCounts &provider, const Certificate &ours)
{
    const qint64 succeeded = ours.count(Outcome::Answered) + ours.count(Outcome::Truncated)
        + ours.count(Outcome::Refused) + ours.count(Outcome::Empty)
        + ours.count(Outcome::Malformed);
    return fits(provider.total, ours.requests) && fits(provider.succeeded, succeeded)
        && fits(provider.failed, ours.count(Outcome::Failed))
        && fits(provider.expired, ours.count(Outcome::Expired))
        && fits(provider.cancelled, ours.count(Outcome::Cancelled));
}
