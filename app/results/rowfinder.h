// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/rowquery.h"
#include "results/runresults.h"

#include <functional>
#include <memory>
#include <vector>

/// What was found so far: rows from 0, in their order.
struct FoundRows {
    std::vector<qint64> rows;
    qint64 looked = 0; ///< rows that were looked at
};

/// Called on a worker, at most ten times a second, with what there is until then.
using FoundSoFar = std::function<void(FoundRows)>;

/// Looks through the rows of a run on all cores, from the pool; files are read in their own order,
/// and of the usual lines the answer alone. Cancelled within a block of rows, Disk, FileChanged.
[[nodiscard]] QFuture<Result<FoundRows>> findRows(QThreadPool &pool,
                                                  std::shared_ptr<const RunResults> results,
                                                  RowQuery query, FoundSoFar soFar = {});

/// The same on the caller's thread and others.
[[nodiscard]] Result<FoundRows> findRows(const RunResults &results, const RowQuery &query,
                                         const std::function<bool()> &isCancelled = {},
                                         const FoundSoFar &soFar = {});
