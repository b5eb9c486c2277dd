// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/linelist.h"
#include "results/rowfinder.h"

#include <memory>
#include <optional>
#include <vector>

/// Which lines of a draft are looked for.
struct RequestQuery {
    RowQuery query; ///< as parseRequestQuery() has it
    std::optional<std::vector<qint64>>
        within; ///< of these rows alone, in their order; none: of all
    [[nodiscard]] bool isAll() const { return !within && query.isAll(); }
    bool operator==(const RequestQuery &) const = default;
};

/// Looks through the lines on all cores, from the pool. Words are found anywhere in a line, decoded,
/// also where it is no JSON. Cancelled, Disk, FileChanged.
[[nodiscard]] QFuture<Result<FoundRows>> findRequests(QThreadPool &pool,
                                                      std::shared_ptr<const LineList> lines,
                                                      RequestQuery query, FoundSoFar soFar = {});

/// The same on the caller's thread and others.
[[nodiscard]] Result<FoundRows> findRequests(const LineList &lines, const RequestQuery &query,
                                             const std::function<bool()> &isCancelled = {},
                                             const FoundSoFar &soFar = {});
