// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/pass.h"
#include "jsonl/preflight.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <utility>

/// What to mend in a request file. Kinds are those of findings.
struct RepairOptions {
    QString target; ///< absolute; must not be the source
    QStringList only; ///< mend these kinds alone; empty: all that can be mended
    QStringList skip; ///< leave these as they are
    bool dryRun = false; ///< count, write nothing
    PreflightRules rules; ///< of the provider that it is for
    qint64 maxTokens = 0; ///< for bodies with messages that say no max_tokens; 0: they stay so
};

struct RepairReport {
    qint64 written = 0; ///< lines
    qint64 dropped = 0; ///< lines with content that no repair can make a request of
    QList<qint64> droppedLines; ///< their numbers from 1, the first 100
    QList<std::pair<QString, qint64>>
        changed; ///< kind and how often, in the order of repairKinds()
    QStringList files; ///< written; several where models or endpoints were mixed
};

/// All kinds that can be mended, in the order in which it is done.
[[nodiscard]] QStringList repairKinds();

/// Writes a mended copy of a request file on the pool; the source is only read, may be packed
/// (jsonl/unpack.h), and what needs no repair keeps its bytes. What is written never is packed. Duplicate ids get "-2", "-3" ... so that no request is lost; a missing id
/// becomes "line-<n>". Where all requests must have one model or endpoint, each further one goes to
/// a file of its own, named target-2, target-3 ... by the first numbers that are free. A line that is
/// no JSON object, or has no usable body, is dropped and counted, unless "unusable" is to be skipped.
/// Files appear only when all are whole, and only target may take the place of another. BadInput
/// where the source cannot be used or a kind is not known, Disk.
[[nodiscard]] QFuture<Result<RepairReport>> repair(QThreadPool &pool, QString source,
                                                   RepairOptions options);

/// The same on the caller's thread.
[[nodiscard]] Result<RepairReport> repairFile(const QString &source, const RepairOptions &options,
                                              const Pass &pass = {});
