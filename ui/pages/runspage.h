// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class Actions;
class DayStrip;
class DoubtNote;
class Library;
class QStackedWidget;
class QTableView;
class RunFilterBar;
class RunFilterModel;
class RunModel;
class Welcome;

/// Home: all runs of the library, what needs a person first, searched and filtered; or the welcome
/// where there are none.
class RunsPage final : public QWidget {
    Q_OBJECT
public:
    RunsPage(const Library &library, RunModel &runs, Actions &actions, QWidget *parent = nullptr);
    ~RunsPage() override;

    /// As shown; empty: nothing is selected.
    [[nodiscard]] QList<RunId> selectedRuns() const;
    void select(RunId run);
    void focusSearch();
    [[nodiscard]] QTableView *table() const { return m_table; }
    void toggleDays(); ///< the picture of the runs by day
    [[nodiscard]] QString daysObstacle() const; ///< why there is none; empty: there is

Q_SIGNALS:
    void runWanted(RunId run);
    void selectionChanged();
    void daysObstacleChanged();
    void sampleRunWanted();
    void practiceWanted();
    void lookWanted(const QList<RunId> &runs); ///< for submissions in doubt

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    [[nodiscard]] QWidget *buildNothingFound();
    void fitName();
    void update();
    void tellTimes();
    void tellTimesSoon();
    void showMenu(const QPoint &place);

    RunModel &m_runs;
    Actions &m_actions;
    RunFilterModel *m_filter;
    QStackedWidget *m_pages;
    Welcome *m_welcome;
    QWidget *m_list;
    QWidget *m_nothing;
    QStackedWidget *m_rows;
    QTableView *m_table;
    RunFilterBar *m_bar;
    DoubtNote *m_doubt;
    DayStrip *m_days;
    QTimer m_tick;
};
