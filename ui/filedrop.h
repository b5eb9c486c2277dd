// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QUrl>

/// What was dropped on the window, or named on the command line, sorted out: the request files in it,
/// and a sentence for each thing that is none.
struct DroppedFiles {
    QStringList files; ///< absolute paths
    QStringList problems; ///< translated
};

/// Looks at the things on the pool: a folder gives the *.jsonl and *.ndjson files in it, also with
/// .gz or .zst behind that; a file with such a name counts whatever is in it (preflight says the
/// rest), any other file if its text begins like JSON. Addresses on other machines are not fetched.
[[nodiscard]] QFuture<Result<DroppedFiles>> sortOut(QThreadPool &pool, QList<QUrl> urls);

/// Name filters for a dialog that asks for request files.
[[nodiscard]] QStringList requestFileFilters();
