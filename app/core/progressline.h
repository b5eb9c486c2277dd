// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QtTypes>

#include <optional>

/// What was known of a run's progress at one time.
struct ProgressPoint {
    QDateTime at;
    qint64 done = 0; ///< succeeded, failed, cancelled and expired
    qint64 failed = 0;
    bool operator==(const ProgressPoint &) const = default;
};

/// How a run came along: points in the order of time, a few hundred at most whatever is seen. A
/// value.
class ProgressLine {
public:
    static constexpr qsizetype mostPoints = 400;

    /// One that is not later than the last takes its place; one that says nothing new moves it.
    void add(const ProgressPoint &point);
    [[nodiscard]] const QList<ProgressPoint> &points() const { return m_points; }

    /// When all of them will be done where it goes on as in the second half of what was seen.
    /// Nothing where it is done, stands still, or was seen too little.
    [[nodiscard]] std::optional<QDateTime> expectedEnd(qint64 total) const;

    bool operator==(const ProgressLine &) const = default;

private:
    QList<ProgressPoint> m_points;
};
