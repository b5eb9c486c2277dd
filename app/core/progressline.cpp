// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/progressline.h"

#include <algorithm>
#include <cmath>

namespace {

/// Fewer requests than this say nothing about the pace.
constexpr double leastDone = 5;
constexpr double longest = 60.0 * 60 * 24 * 60; ///< s; beyond two months it is no forecast

bool saysTheSame(const ProgressPoint &a, const ProgressPoint &b)
{
    return a.done == b.done && a.failed == b.failed;
}

/// How many were done at a time between the first and the last point.
double doneAt(const QList<ProgressPoint> &points, const QDateTime &time)
{
    const auto after = std::ranges::lower_bound(points, time, {}, &ProgressPoint::at);
    if (after == points.begin())
        return static_cast<double>(after->done);
    const ProgressPoint &before = *std::prev(after);
    const double share = static_cast<double>(before.at.msecsTo(time))
        / static_cast<double>(before.at.msecsTo(after->at));
    return static_cast<double>(before.done)
        + share * static_cast<double>(after->done - before.done);
}

} // namespace

void ProgressLine::add(const ProgressPoint &point)
{
    while (!m_points.isEmpty() && m_points.last().at >= point.at)
        m_points.removeLast();
    // Of a time without news its beginning and its end are kept.
    const qsizetype size = m_points.size();
    if (size >= 2 && saysTheSame(m_points[size - 1], point)
        && saysTheSame(m_points[size - 2], point))
        m_points.removeLast();
    m_points.append(point);
    if (m_points.size() <= mostPoints)
        return;
    // Each second one goes, but never the first and the last.
    QList<ProgressPoint> fewer;
    for (qsizetype i = 0; i < m_points.size(); ++i)
        if (i % 2 == 0 || i + 1 == m_points.size())
            fewer.append(m_points[i]);
    m_points = fewer;
}

std::optional<QDateTime> ProgressLine::expectedEnd(qint64 total) const
{
    if (m_points.size() < 2)
        return std::nullopt;
    const ProgressPoint &last = m_points.last();
    const auto whole = static_cast<double>(m_points.first().at.msecsTo(last.at));
    const QDateTime middle = m_points.first().at.addMSecs(static_cast<qint64>(whole / 2));
    const double done = static_cast<double>(last.done) - doneAt(m_points, middle);
    const double took = whole / 2000;
    if (last.done >= total || done < leastDone || took <= 0)
        return std::nullopt;
    const double left = std::ceil(static_cast<double>(total - last.done) * took / done);
    if (left > longest)
        return std::nullopt;
    return last.at.addSecs(static_cast<qint64>(left));
}
