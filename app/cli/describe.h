// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/connection.h"
#include "core/run.h"
#include "dialects/dialect.h"
#include "jsonl/preflight.h"
#include "library/library.h"
#include "results/runresults.h"

#include <QJsonObject>
#include <QStringList>

/// The JSON objects of batchctl: names and meaning are the contract with scripts. Pure.
namespace describe {

[[nodiscard]] QJsonObject run(const Library &library, RunId id);
/// As run(), with the history of states, metadata and all ids, and how its batches came along.
[[nodiscard]] QJsonObject runInFull(const Library &library, RunId id,
                                    const QList<Observation> &seen);
[[nodiscard]] QJsonObject connection(const Connection &connection, const QUrl &profileUrl);
[[nodiscard]] QJsonObject report(const PreflightReport &report);
[[nodiscard]] QJsonObject certificate(RunId run, const Certificate &certificate);
[[nodiscard]] QJsonObject row(const ResultRow &row);
/// run: ours that follows it, or null.
[[nodiscard]] QJsonObject remote(const RemoteBatch &remote, RunId run);
[[nodiscard]] QJsonObject counts(const RequestCounts &counts);

} // namespace describe
