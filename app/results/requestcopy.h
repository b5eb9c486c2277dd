// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/runresults.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// How many rows of a run that is over have no good answer: all but answered and pending ones.
[[nodiscard]] qint64 withoutGoodAnswer(const Certificate &certificate);

/// Writes the requests of these rows into a new file, in the order of the run, each line with the
/// bytes that the user gave and a line feed; without rows: of all. Those that have a good answer, or
/// may still get one, are left out: they are paid for. On the pool, with memory for some lines at a
/// time. Gives how many there are. Progress values are rows. Cancelled, Disk, FileChanged: nothing is
/// left behind. BadInput where the run has no requests here.
[[nodiscard]] QFuture<Result<qint64>> copyRequests(QThreadPool &pool,
                                                   std::shared_ptr<const RunResults> results,
                                                   std::optional<std::vector<quint32>> rows,
                                                   QString path);
