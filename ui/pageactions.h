// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QObject>

class Actions;
class NewRunPage;
class QAction;
class QStackedWidget;
class QWidget;
class RemotePage;
class RunCommands;
class RunModel;
class RunPage;
class RunsPage;
struct RunSummary;

/// What the window's actions are about: the page that is shown and the runs that are chosen there.
/// Carries out those that are about one run, and says of each action whether it can be used. GUI
/// thread.
class PageActions final : public QObject {
    Q_OBJECT
public:
    struct Pages {
        QStackedWidget &stack;
        RunsPage &runs;
        NewRunPage &newRun;
        RunPage &run;
        RemotePage &remote;
    };
    PageActions(Actions &actions, const RunModel &model, RunCommands &commands, Pages pages);

    [[nodiscard]] const RunSummary *run() const; ///< null: none, or several
    [[nodiscard]] QList<RunId> runs() const;
    void update();

private:
    void carryOut(QAction *action, void (RunCommands::*command)(const RunSummary &));
    void copyId();
    [[nodiscard]] bool isShown(const QWidget &page) const;

    Actions &m_actions;
    const RunModel &m_model;
    RunCommands &m_commands;
    Pages m_pages;
};
