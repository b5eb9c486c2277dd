// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QThreadPool>

/// Some whole lines of a body file, which are added in one call.
struct AddChunk {
    QList<QByteArray> lines;
    QStringList customIds; ///< one for each line
    qint64 bytes = 0; ///< of the body file that they take up, with the line ends

    [[nodiscard]] qint64 count() const { return lines.size(); }
    /// {"requests":[...]} with these of the lines; their bytes are untouched.
    [[nodiscard]] QByteArray body(const QList<qsizetype> &which) const;
    [[nodiscard]] QList<qsizetype> all() const;
};

/// Where a chunk begins and how large it may be.
struct ChunkLimits {
    qint64 offset = 0; ///< of the first line in the body file
    qint64 requests = 0;
    qint64 bytes = 0; ///< of the call; a first line that is larger goes alone. 0: no limit
};

/// Reads a chunk on the pool. FileChanged where the file is gone, no line begins at the offset, or
/// there is none left.
[[nodiscard]] QFuture<Result<AddChunk>> readChunk(QThreadPool &pool, QString bodyFile,
                                                  ChunkLimits limits);
