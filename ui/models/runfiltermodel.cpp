// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runfiltermodel.h"

#include "models/runmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isInGroup(const RunSummary &run, RunFilter::Group group)
{
    using enum RunFilter::Group;
    switch (group) {
    case All: return true;
    case NeedsYou: return run.urgency == Urgency::NeedsYou || run.urgency == Urgency::Deadline;
    case UnderWay: return run.isUnderWay();
    case News: return run.unread && isTerminal(run.state);
    case Uncertain: return run.state == BatchState::Unknown;
    case Ended: return isTerminal(run.state);
    case NotSent: return run.state == BatchState::Draft;
    }
    Q_UNREACHABLE_RETURN(true);
}

} // namespace

RunFilterModel::RunFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RunFilterModel::setFilter(const RunFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = filter.text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *runs = qobject_cast<const RunModel *>(sourceModel());
    const RunSummary *run = runs && !parent.isValid() ? runs->summaryAt(row) : nullptr;
    return run && isInGroup(*run, m_filter.group)
        && (m_filter.connection.isNull() || run->connectionId == m_filter.connection)
        && (m_filter.tag.isEmpty() || run->tags.contains(m_filter.tag))
        && std::ranges::all_of(m_words,
                               [&](const QString &word) { return run->haystack.contains(word); });
}

bool RunFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a == b) // equal ones stay in the order in which they came
        return left.row() < right.row();
    return QSortFilterProxyModel::lessThan(left, right);
}

#include "moc_runfiltermodel.cpp"
