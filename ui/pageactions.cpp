// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageactions.h"

#include "actions.h"
#include "models/runmodel.h"
#include "pages/newrunpage.h"
#include "pages/remotepage.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "runcommands.h"

#include <QLocale>
#include <QStackedWidget>

PageActions::PageActions(Actions &actions, const RunModel &model, RunCommands &commands,
                         Pages pages)
    : m_actions(actions), m_model(model), m_commands(commands), m_pages(pages)
{
    carryOut(m_actions.cancelRun, &RunCommands::cancel);
    carryOut(m_actions.checkNow, &RunCommands::check);
    carryOut(m_actions.fetchPartial, &RunCommands::fetchPartial);
    carryOut(m_actions.startRun, &RunCommands::start);
    carryOut(m_actions.addRequests, &RunCommands::addRequests);
    carryOut(m_actions.submitAgain, &RunCommands::submitAgain);
    connect(m_actions.copyId, &QAction::triggered, this, &PageActions::copyId);
    connect(&pages.runs, &RunsPage::selectionChanged, this, &PageActions::update);
    connect(&pages.runs, &RunsPage::daysObstacleChanged, this, &PageActions::update);
    connect(&pages.newRun, &NewRunPage::draftsChanged, this, &PageActions::update);
    connect(&pages.run, &RunPage::stateChanged, this, &PageActions::update);
    connect(&pages.remote, &RemotePage::selectionChanged, this, &PageActions::update);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &PageActions::update);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() && from.isValid()) // time alone changes no action
                    update();
            });
}

void PageActions::carryOut(QAction *action, void (RunCommands::*command)(const RunSummary &))
{
    connect(action, &QAction::triggered, this, [this, command] {
        if (const RunSummary *current = run())
            (m_commands.*command)(*current);
    });
}

void PageActions::copyId()
{
    if (isShown(m_pages.remote))
        m_commands.copyIds(m_pages.remote.selectedIds());
    else if (const RunSummary *current = run())
        m_commands.copyIds({current->remoteIds});
}

bool PageActions::isShown(const QWidget &page) const
{
    return m_pages.stack.currentWidget() == &page;
}

const RunSummary *PageActions::run() const
{
    const QList<RunId> all = runs();
    return all.size() == 1 ? m_model.summary(all.first()) : nullptr;
}

QList<RunId> PageActions::runs() const
{
    if (isShown(m_pages.run) && !m_pages.run.run().isNull())
        return {m_pages.run.run()};
    if (isShown(m_pages.remote))
        return m_pages.remote.selectedRuns();
    return isShown(m_pages.runs) ? m_pages.runs.selectedRuns() : QList<RunId>();
}

void PageActions::update()
{
    const RunSummary *current = run();
    const QList<RunId> all = runs();
    const bool remote = isShown(m_pages.remote);
    const QString noRun = !all.isEmpty()                    ? tr("Several runs are selected")
        : remote && !m_pages.remote.selectedIds().isEmpty() ? tr("No run here follows this batch")
                                                            : tr("No run is selected");
    const auto allow
        = [&](QAction *action, QString (RunCommands::*whyNot)(const RunSummary &) const) {
              Actions::setUsable(action, current ? (m_commands.*whyNot)(*current) : noRun);
          };
    const int drafts = m_pages.newRun.draftCount();
    m_actions.drafts->setVisible(drafts > 0 && !isShown(m_pages.newRun));
    m_actions.drafts->setText(tr("&Drafts (%1)").arg(QLocale().toString(drafts)));
    Actions::setUsable(m_actions.openRun, current ? QString() : noRun);
    allow(m_actions.cancelRun, &RunCommands::whyNotCancel);
    allow(m_actions.checkNow, &RunCommands::whyNotCheck);
    allow(m_actions.fetchPartial, &RunCommands::whyNotFetchPartial);
    allow(m_actions.startRun, &RunCommands::whyNotStart);
    allow(m_actions.addRequests, &RunCommands::whyNotAdd);
    allow(m_actions.submitAgain, &RunCommands::whyNotSubmit);
    if (current && isShown(m_pages.run))
        Actions::setUsable(m_actions.exportRun, m_pages.run.exportObstacle());
    else
        allow(m_actions.exportRun, &RunCommands::whyNotExport);
    Actions::setUsable(m_actions.tags, all.isEmpty() ? noRun : QString());
    if (current && isShown(m_pages.run))
        Actions::setUsable(m_actions.submitProblems, m_pages.run.repeatObstacle());
    else
        allow(m_actions.submitProblems, &RunCommands::whyNotSubmitProblems);
    if (remote)
        Actions::setUsable(m_actions.copyId,
                           m_pages.remote.selectedIds().isEmpty() ? tr("No batch is selected")
                                                                  : QString());
    else
        allow(m_actions.copyId, &RunCommands::whyNotCopyId);
    Actions::setUsable(m_actions.runsByDay, m_pages.runs.daysObstacle());
    QString whyNotDelete = all.isEmpty() ? noRun
        : remote                         ? tr("Runs are deleted on their own page")
                                         : QString();
    for (const RunId id : all)
        if (const RunSummary *each = m_model.summary(id); each && whyNotDelete.isEmpty())
            whyNotDelete = m_commands.whyNotDelete(*each);
    Actions::setUsable(m_actions.deleteRun, whyNotDelete);
}

#include "moc_pageactions.cpp"
