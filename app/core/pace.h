// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

/// How long a batch still takes, as earlier ones of the same connection did, or as it came along.
struct TimeLeft {
    std::chrono::seconds left{0}; ///< 0: it takes longer than that
    int batches = 0; ///< of how many earlier ones this is told; 0: by its own pace
    bool operator==(const TimeLeft &) const = default;
};

/// What a person's own past says of how long batches take. Ended batches are put in as they are
/// seen; of each connection and model the newest are kept. Fewer than three say nothing.
/// Not thread-safe.
class PaceBook {
public:
    /// Takes in a batch that has completed; others say nothing of the pace and are left out.
    void add(const Batch &batch);
    /// For a batch that is queued or running: by the median rate where some of it is answered,
    /// else by the median time of those of about its size (a fourth to four times). Those of its
    /// model come first, then all of the connection. Without such a history by its own pace since it
    /// began to run, once a twentieth is answered. Nothing: that is not known either.
    [[nodiscard]] std::optional<TimeLeft> left(const Batch &batch, const QDateTime &now) const;

private:
    struct Past {
        BatchId id;
        QDateTime ended;
        qint64 requests = 0;
        double seconds = 0;
    };
    using Key = std::pair<ConnectionId, QString>; ///< an empty model: all of the connection
    void add(const Key &key, const Past &past);
    [[nodiscard]] std::optional<TimeLeft> leftBy(const std::vector<Past> &pasts, const Batch &batch,
                                                 const QDateTime &now) const;

    QHash<Key, std::vector<Past>> m_pasts; ///< oldest first
};
