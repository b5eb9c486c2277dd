// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/observation.h"

bool Observation::saysTheSame(const Observation &other) const
{
    Observation then = other;
    then.at = at;
    return then == *this;
}

std::optional<Observation> observationOf(const Batch &batch)
{
    const BatchFacts &facts = batch.facts;
    if (facts.remoteId.isEmpty() || !batch.checkedAt.isValid())
        return std::nullopt;
    return Observation{.batch = batch.id,
                       .at = batch.checkedAt,
                       .rawStatus = facts.rawStatus,
                       .done = facts.counts.done(),
                       .failed = facts.counts.failed,
                       .total = facts.counts.total};
}
