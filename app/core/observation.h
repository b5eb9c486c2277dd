// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"

/// What the provider said of a batch at one look: a point of how it came along. A value.
struct Observation {
    BatchId batch;
    QDateTime at; ///< UTC
    QString rawStatus; ///< the provider's own word
    std::optional<qint64> done; ///< completed: succeeded, failed, cancelled and expired
    std::optional<qint64> failed;
    std::optional<qint64> total;

    /// At another time, but nothing else differs.
    [[nodiscard]] bool saysTheSame(const Observation &other) const;
    bool operator==(const Observation &) const = default;
};

/// The last look at a batch; nothing where the provider does not know it yet.
[[nodiscard]] std::optional<Observation> observationOf(const Batch &batch);
