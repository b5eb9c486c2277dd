// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rundays.h"

#include <QTimer>
#include <QWidget>

class ChartCard;
class Clock;
class DayChart;
class QLabel;
class QToolButton;

/// How the runs of the last four weeks ended, in one line; it unfolds into a picture by day, and stays
/// as it was left. Not there where fewer than three runs ended in that time. GUI thread.
class DayStrip final : public QWidget {
    Q_OBJECT
public:
    DayStrip(const RunModel &runs, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] bool isFolded() const;
    /// Unfolds it and goes there, or folds it where the keys are in it.
    void toggle();
    /// Why it is not there; empty: it is.
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void obstacleChanged();
    void left(); ///< it was folded while it had the keys

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fold(bool folded);
    void refresh();
    void refreshSoon();

    const Clock &m_clock;
    RunDays *m_days;
    QToolButton *m_unfold;
    DayChart *m_chart;
    ChartCard *m_card;
    QList<RunDay> m_shown;
    int m_count = -1; ///< of runs; -1: not counted yet
    QTimer m_soon;
    QTimer m_midnight;
};
