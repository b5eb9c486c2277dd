// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/certificate.h"

#include <vector>

/// One figure that the provider gives beside what is counted here.
struct CountComparison {
    enum class What : quint8 { Total, Succeeded, Failed, Expired, Cancelled };
    What what = What::Total;
    qint64 ours = 0;
    qint64 theirs = 0;
    bool differs = false; ///< never while a batch is not over: the provider goes on counting then
    bool operator==(const CountComparison &) const = default;
};

/// Each figure that the provider gives. It counts as succeeded what came back with an answer of any
/// kind.
[[nodiscard]] std::vector<CountComparison> compareCounts(const Certificate &certificate);
