// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/findinglist.h"

#include "jsonl/preflight.h"

#include <algorithm>
#include <tuple>

void FindingList::add(LineFault fault, qint64 line)
{
    auto entry = std::ranges::find_if(m_entries, [&fault](const Entry &known) {
        return known.fault.kind == fault.kind && known.fault.severity == fault.severity;
    });
    if (entry == m_entries.end())
        entry = m_entries.insert(entry, {.fault = fault});
    ++entry->count;
    if (line > 0 && entry->lines.size() < m_linesKept)
        entry->lines.append(line);
}

QList<Finding> FindingList::finish(const Profile *profile) const
{
    QList<Finding> findings;
    for (const Entry &entry : m_entries) {
        findings.append({.kind = entry.fault.kind,
                         .severity = entry.fault.severity,
                         .count = entry.count,
                         .lines = entry.lines,
                         .message = findingText(QString(entry.fault.kind), profile)});
    }
    std::ranges::stable_sort(findings, {}, [](const Finding &finding) {
        return std::tuple(finding.severity != Severity::Error,
                          finding.lines.isEmpty() ? 0 : finding.lines.first());
    });
    return findings;
}
