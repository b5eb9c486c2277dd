// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/lineindex.h"
#include "jsonl/repair.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QThreadPool>
#include <QtTypes>

#include <memory>
#include <vector>

/// What a repair would do to a file, line by line: eight bytes for each change, found in one pass that
/// writes nothing.
struct RepairPlan {
    struct Change {
        quint32 line = 0; ///< as a person counts, from 1
        quint32 number = 0; ///< of a repeated id: what is put behind it
        bool operator==(const Change &) const = default;
    };
    struct Kind {
        QString kind; ///< as repairKinds() has it
        std::vector<Change> changes; ///< in the order of the lines
    };
    /// Requests that go to a file of their own.
    struct Part {
        QString url;
        QString model;
        qint64 requests = 0;
    };
    std::vector<Kind> kinds; ///< those that apply, in the order of repairKinds()
    std::vector<Part> parts; ///< one where nothing is mixed

    [[nodiscard]] const Kind *find(QStringView kind) const;
    /// How many files there would be where these kinds are left as they are.
    [[nodiscard]] qsizetype fileCount(const QStringList &skip) const;
};

/// On the pool. options.target, only and skip are not looked at. BadInput, Disk, Cancelled.
[[nodiscard]] QFuture<Result<std::shared_ptr<const RepairPlan>>> planRepair(QThreadPool &pool,
                                                                            QString source,
                                                                            RepairOptions options);
/// The same on the caller's thread.
[[nodiscard]] Result<std::shared_ptr<const RepairPlan>> planRepair(const QString &source,
                                                                   const RepairOptions &options,
                                                                   const Pass &pass = {});

/// One line before and after a change of one kind, cut to the place.
struct RepairSample {
    struct Side {
        QByteArray bytes; ///< as in the file, with a byte order mark and CR where they are meant
        qsizetype changedAt = 0; ///< the place in bytes
        qsizetype changedSize = 0;
        bool hasMoreBefore = false; ///< the line begins earlier
        bool hasMoreBehind = false;
        bool operator==(const Side &) const = default;
    };
    qint64 line = 0;
    Side before;
    Side after;
    bool isGone = false; ///< the line is left out: there is no after
    bool isMoved = false; ///< the line stays as it is and goes to a file of its own
    QByteArray group; ///< of a moved line: its url or model
};

/// How much of a line is shown on each side of the place.
inline constexpr qsizetype sampleContext = 240;

/// Reads the line of a change and mends it in this one kind. source is the file of the plan, index is
/// its lines. Disk, FileChanged.
[[nodiscard]] Result<RepairSample> sampleRepair(const QString &source,
                                                const std::shared_ptr<const LineIndex> &index,
                                                const QString &kind, RepairPlan::Change change,
                                                const RepairOptions &options);
