// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rundays.h"

#include "models/runmodel.h"

namespace {

/// Where the first time is not known, the second.
QDate dayOf(const QDateTime &time, const QDateTime &instead)
{
    return (time.isValid() ? time : instead).toLocalTime().date();
}

} // namespace

RunDays::RunDays(const RunModel &runs, QObject *parent) : QObject(parent), m_runs(runs) {}

std::optional<RunDays::Place> RunDays::placeOf(const RunSummary &run)
{
    const QDateTime &begun = run.submittedAt.isValid() ? run.submittedAt : run.createdAt;
    if (run.state == BatchState::Unknown || run.addingInDoubt)
        return Place{.day = dayOf(begun, begun), .end = End::Uncertain};
    if (!isTerminal(run.state))
        return std::nullopt;
    const bool isWell = run.state == BatchState::Completed && run.failed.value_or(0) == 0;
    return Place{.day = dayOf(run.endedAt, begun), .end = isWell ? End::Well : End::Problems};
}

void RunDays::start()
{
    m_started = true;
    take(0, m_runs.rowCount() - 1);
    connect(&m_runs, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { take(first, last); });
    connect(&m_runs, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { drop(first, last); });
    connect(&m_runs, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                if (roles.isEmpty()) // else the words of times alone, each second
                    take(from.row(), to.row());
            });
}

void RunDays::take(int first, int last)
{
    bool any = false;
    for (int row = first; row <= last; ++row)
        if (const RunSummary *run = m_runs.summaryAt(row))
            any = put(run->id, placeOf(*run)) || any;
    if (any)
        Q_EMIT changed();
}

void RunDays::drop(int first, int last)
{
    bool any = false;
    for (int row = first; row <= last; ++row)
        any = put(m_runs.idAt(row), std::nullopt) || any;
    if (any)
        Q_EMIT changed();
}

bool RunDays::put(RunId run, const std::optional<Place> &place)
{
    const auto known = m_places.constFind(run);
    const bool isKnown = known != m_places.cend();
    if (isKnown ? place && *place == *known : !place)
        return false;
    if (isKnown) {
        count(*known, -1);
        m_places.erase(known);
    }
    if (place) {
        count(*place, 1);
        m_places.insert(run, *place);
    }
    return true;
}

void RunDays::count(const Place &place, int change)
{
    RunDay &day = m_days[place.day];
    day.day = place.day;
    switch (place.end) {
    case End::Well: day.well += change; break;
    case End::Problems: day.problems += change; break;
    case End::Uncertain: day.uncertain += change; break;
    }
}

QList<RunDay> RunDays::until(const QDate &last, int days)
{
    if (!m_started)
        start();
    QList<RunDay> list;
    for (int back = days - 1; back >= 0; --back) {
        const QDate day = last.addDays(-back);
        list.append(m_days.value(day, RunDay{.day = day}));
    }
    return list;
}

#include "moc_rundays.cpp"
