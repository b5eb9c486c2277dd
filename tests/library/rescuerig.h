// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "library/library.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

/// What the tests of damaged libraries and of their records share: a library with some runs in a
/// folder of its own, and what was put into it, to compare with once it was made again.
class RescueRig {
protected:
    void makeFolder();
    /// A library with so many runs, each with one batch; closed. Gives the path of its database.
    QString made(int count = 50);
    [[nodiscard]] std::unique_ptr<Library> opened() const;
    /// A new batch of the first connection, which this program drives from here on.
    static Batch driven(Library &library);
    [[nodiscard]] QString file() const { return m_dir->filePath(QStringLiteral("library.db")); }
    [[nodiscard]] QString recordsFolder() const
    {
        return m_dir->filePath(QStringLiteral("records"));
    }
    /// The damaged databases that were put aside.
    [[nodiscard]] QStringList keptAside() const;
    /// As a program leaves it that was killed.
    void markUnclean() const;

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::map<BatchId, Batch> m_batches; ///< what was in the library that was made
    std::map<RunId, Run> m_runs;
    QString m_id;
};
