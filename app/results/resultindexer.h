// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QString>

struct FileCheck {
    qint64 lines = 0; ///< non-blank
    bool lastLineWhole = true;
    bool operator==(const FileCheck &) const = default;
};

/// Is a fetched file whole: does its last line end in a newline or parse? For the check of a
/// download before it counts. On the pool.
[[nodiscard]] QFuture<Result<FileCheck>> checkResultFile(QThreadPool &pool, QString path);
