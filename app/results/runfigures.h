// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/histogram.h"
#include "results/problemsorter.h"
#include "results/runresults.h"

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

/// What the results of a run say all together.
struct RunFigures {
    qint64 rows = 0; ///< of the run
    Histogram inputTokens; ///< of the rows whose answer tells it
    Histogram outputTokens;
    Histogram answerLengths; ///< in characters, of rows with a text
    /// Rows without a proper answer, the most frequent reason first; what is still to come is none.
    std::vector<Problem> problems;
};

/// Reads each result once, on all cores, with memory for the rows that have a problem alone (four
/// bytes each). Cancelled, Disk, FileChanged.
[[nodiscard]] Result<RunFigures> readFigures(const RunResults &results,
                                             const std::function<bool()> &isCancelled = {});
/// The same from the pool.
[[nodiscard]] QFuture<Result<std::shared_ptr<const RunFigures>>> readFigures(
    QThreadPool &pool, std::shared_ptr<const RunResults> results);

/// The lines that answer no request of the run, as the provider gave them: the first
/// megabyte of them. Disk, FileChanged.
[[nodiscard]] QFuture<Result<QByteArrayList>> readExtras(QThreadPool &pool,
                                                         std::shared_ptr<const RunResults> results);

/// The custom_id of each of these rows, in that order.
[[nodiscard]] QFuture<Result<QStringList>> readIds(QThreadPool &pool,
                                                   std::shared_ptr<const RunResults> results,
                                                   std::vector<quint32> rows);
