// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "core/run.h"
#include "core/task.h"
#include "jsonl/preflight.h"

#include <QFuture>
#include <QString>

/// A user's file, copied into the library and checked: what a run is made of.
struct TakenIn {
    QString inputFile; ///< relative to the library folder; write-once
    QString originPath;
    PreflightReport report;
};

/// Writes into a run what its input holds: the file, the number of requests, bytes, digest, models, and
/// the endpoint where the run names none.
void takeRequests(Run &run, const QString &inputFile, const PreflightReport &report);

/// Makes one input of some files of the library, one behind the other, as takeIn does of a user's.
[[nodiscard]] QFuture<Result<TakenIn>> takeInJoined(QThreadPool &pool, QStringList files,
                                                    QString libraryFolder, QString relativeTarget,
                                                    PreflightRules rules);

/// Copies a file into the library (temp, sync, rename) and runs preflight on the copy, on the pool.
/// The user's file is only read. BadInput with words for a directory, a vanished or unreadable
/// file, binary data. On error nothing is left behind.
[[nodiscard]] QFuture<Result<TakenIn>> takeIn(QThreadPool &pool, QString file,
                                              QString libraryFolder, QString relativeTarget,
                                              PreflightRules rules);
