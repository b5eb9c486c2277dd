// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runfiltermodel.h"

#include "models/runmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

RunFilterModel::RunFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RunFilterModel::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void RunFilterModel::setGroup(Group group)
{
    m_group = group;
    invalidateRowsFilter();
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *runs = qobject_cast<const RunModel *>(sourceModel());
    const RunSummary *run = runs && !parent.isValid() ? runs->summaryAt(row) : nullptr;
    if (!run)
        return false;
    const auto inGroup = [&] {
        switch (m_group) {
        case Group::All: return true;
        case Group::UnderWay: return run->isUnderWay();
        case Group::NeedsAttention: return run->needsAttention();
        case Group::Uncertain: return run->state == BatchState::Unknown;
        case Group::Ended: return isTerminal(run->state);
        case Group::NotSent: return run->state == BatchState::Draft;
        }
        Q_UNREACHABLE_RETURN(true);
    };
    if (!inGroup())
        return false;
    const QString text = run->name + u'\n' + run->id.toString() + u'\n' + run->connection + u'\n'
        + run->model + u'\n' + run->remoteIds + u'\n' + run->stateWords();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
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
