// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands.h"

#include <QList>

#include <chrono>
#include <optional>

/// What a following command waits for.
enum class Until : quint8 {
    Answered, ///< each batch has a clear answer, or is held
    Ended, ///< all is over and the results are here
    WishesDone, ///< what was asked for has been carried out
    Looked, ///< what is in doubt has been looked for since then
    Resolved, ///< nothing is in doubt, or only a person can tell
};

/// Follows runs and prints an object (or a line) at each change.
struct Following {
    QList<RunId> runs;
    Until until = Until::Ended;
    std::optional<std::chrono::milliseconds> timeout;
    bool printChanges = true;
    QDateTime since; ///< for Looked
};

/// Nothing when the time ran out or Ctrl+C was pressed, else what the waiting came to.
[[nodiscard]] std::optional<int> follow(Context &context, Services &services,
                                        const Following &following);

/// Prints a run as it is now, once that is on the disk.
void tellRun(Context &context, Library &library, RunId run);

/// How far a batch has come whose requests are added after its creation.
enum class Staging : quint8 { None, UnderWay, WaitsForAPerson };
[[nodiscard]] Staging stagingOf(Services &services, const Batch &batch);

/// The exit code that a submission's batches amount to: refused, unreachable, unknown, held.
[[nodiscard]] int submissionCode(Services &services, RunId run);

/// 0 only if every row of the run is answered. Joins the results. Errors are printed.
[[nodiscard]] int answeredCode(Context &context, Services &services, RunId run);

/// RUN of the command line to ids; drives their connections. Errors are printed: nothing.
[[nodiscard]] std::optional<QList<RunId>> findRuns(Context &context, Services &services);
[[nodiscard]] QList<ConnectionId> connectionsOf(const Library &library, const QList<RunId> &runs);
