// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "jsonl/preflight.h"

#include <QFuture>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <vector>

/// Which rows of a request file each finding is about: all of them, where a report has the first
/// hundred lines alone. Eight bytes for each.
struct FindingRows {
    struct Kind {
        QString kind;
        Severity severity = Severity::Error;
        std::vector<qint64> rows; ///< from 0, in their order; none for a fault of the whole file
        bool operator==(const Kind &) const = default;
    };
    std::vector<Kind> kinds; ///< in the order of the report

    enum class Which : quint8 { Any, Errors, Warnings };
    /// The rows with a finding of this sort, and of this kind where one is named; in their order, each
    /// once.
    [[nodiscard]] std::vector<qint64> rows(Which which, QStringView kind = {}) const;
};

/// Checks the file once more, on the pool; a report that names all its lines is read instead. BadInput,
/// Disk, Cancelled.
[[nodiscard]] QFuture<Result<std::shared_ptr<const FindingRows>>> findingRows(
    QThreadPool &pool, QString path, PreflightRules rules, PreflightReport report);
/// The same on the caller's thread.
[[nodiscard]] Result<std::shared_ptr<const FindingRows>> findingRows(const QString &path,
                                                                     const PreflightRules &rules,
                                                                     const PreflightReport &report,
                                                                     const Pass &pass = {});
