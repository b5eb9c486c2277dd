// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "dialects/dialect.h"

#include <QLatin1StringView>
#include <QList>

#include <vector>

struct Profile;

/// Gathers what preflight finds, by kind and severity.
class FindingList {
public:
    /// linesKept: of each kind, the first lines are named.
    explicit FindingList(qsizetype linesKept = maxFindingLines) : m_linesKept(linesKept) {}

    /// A fault of a line, from 1. Lines come in their order.
    void add(LineFault fault, qint64 line);
    /// A fault of the whole file.
    void addFileWide(LineFault fault) { add(fault, 0); }

    /// With their sentences; errors first, then by first line.
    [[nodiscard]] QList<Finding> finish(const Profile *profile) const;

private:
    struct Entry {
        LineFault fault;
        qint64 count = 0;
        QList<qint64> lines;
    };
    qsizetype m_linesKept;
    std::vector<Entry> m_entries;
};
