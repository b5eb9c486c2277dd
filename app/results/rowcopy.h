// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "results/runresults.h"

#include <QString>

#include <memory>
#include <vector>

struct CopiedRows {
    QString text;
    qint64 rows
        = 0; ///< that were looked at; fewer than were wanted where the text would be too long
};

enum class CopyAs : quint8 {
    Table, ///< names of columns, then rows, with tabs between cells; quoted and guarded as in CSV
    Lines ///< results as they came, of the rows that have one
};

/// The text of rows, in their order, for a clipboard: from the pool, as many rows as fit into about
/// most bytes. Progress values are rows. Cancelled within some hundred rows, Disk, FileChanged.
[[nodiscard]] QFuture<Result<CopiedRows>> copyRows(QThreadPool &pool,
                                                   std::shared_ptr<const RunResults> results,
                                                   std::vector<qint64> rows, CopyAs as,
                                                   qsizetype most);
