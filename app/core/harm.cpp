// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/harm.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualWindow = 24LL * 3600; // seconds, where the start is not known
constexpr qint64 week = 7LL * 24 * 3600;

std::optional<Harm> windowOf(const Batch &batch, const QDateTime &now)
{
    const BatchFacts &facts = batch.facts;
    if (!isLive(facts.state) || facts.state == BatchState::Cancelling
        || facts.state == BatchState::Finalizing || !facts.expiresAt.isValid())
        return std::nullopt;
    const QDateTime begun = facts.createdAt.isValid() ? facts.createdAt : batch.submittedAt;
    const qint64 window = begun.isValid() ? begun.secsTo(facts.expiresAt) : usualWindow;
    if (now.secsTo(facts.expiresAt) > window / 6)
        return std::nullopt;
    Harm harm{.kind = Harm::Kind::WindowEnds, .at = facts.expiresAt, .done = {}};
    const qint64 total = facts.counts.total.value_or(batch.requests);
    if (const std::optional<qint64> done = facts.counts.done(); done && total > 0)
        harm.done = std::clamp(static_cast<double>(*done) / static_cast<double>(total), 0.0, 1.0);
    return harm;
}

/// Nothing that could be lost: the provider refused it, or has told that it made nothing.
bool hasNoResults(const BatchFacts &facts)
{
    return facts.remoteId.isEmpty()
        || (facts.state == BatchState::Failed && facts.outputFileId.isEmpty()
            && facts.errorFileId.isEmpty() && facts.counts.done().value_or(0) == 0);
}

std::optional<Harm> deletionOf(const Batch &batch, std::chrono::seconds kept, const QDateTime &now)
{
    const BatchFacts &facts = batch.facts;
    if (kept.count() <= 0 || !isTerminal(facts.state) || facts.resultsComplete
        || !facts.endedAt.isValid() || hasNoResults(facts))
        return std::nullopt;
    const QDateTime at = facts.endedAt.addSecs(kept.count());
    if (now.secsTo(at) > std::min<qint64>(week, kept.count() / 2))
        return std::nullopt;
    return Harm{.kind = Harm::Kind::ResultsDeleted, .at = at, .done = {}};
}

} // namespace

QString harmName(Harm::Kind kind)
{
    return kind == Harm::Kind::WindowEnds ? u"window"_s : u"results"_s;
}

std::optional<Harm> harmOf(const std::vector<const Batch *> &batches,
                           std::chrono::seconds keepsResults, const QDateTime &now)
{
    std::optional<Harm> next;
    for (const Batch *batch : batches) {
        std::optional<Harm> harm = windowOf(*batch, now);
        if (!harm)
            harm = deletionOf(*batch, keepsResults, now);
        if (harm && (!next || harm->at < next->at))
            next = harm;
    }
    return next;
}
