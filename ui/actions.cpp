// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"

#include "theme/icons.h"
#include "widgets/usable.h"

#include <QMenuBar>
#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {
constexpr auto keysProperty = "usualKeys";
} // namespace

Actions::Actions(QWidget *window) : QObject(window)
{
    newRun = add(u"newRun"_s, tr("&New Run"), u"document-new"_s,
                 tr("Write requests by hand, or paste them"),
                 QKeySequence::keyBindings(QKeySequence::New));
    openFiles
        = add(u"openFiles"_s, tr("&Open Files…"), u"document-open"_s,
              tr("Start runs from JSONL files"), QKeySequence::keyBindings(QKeySequence::Open));
    drafts = add(u"drafts"_s, tr("&Drafts"), u"document-edit"_s,
                 tr("Back to the runs that are being prepared"));
    exportRun = add(u"exportRun"_s, tr("&Export Results…"), u"document-export"_s,
                    tr("Save the results as CSV or JSONL"), {QKeySequence(tr("Ctrl+E"))});
    quit = add(u"quit"_s, tr("&Quit"), u"application-exit"_s,
               tr("Close the window; runs go on at the provider"), {QKeySequence(tr("Ctrl+Q"))});
    quit->setMenuRole(QAction::QuitRole);

    openRun = add(u"openRun"_s, tr("&Open"), u"view-list-details"_s, tr("Show this run"));
    cancelRun = add(u"cancelRun"_s, tr("&Cancel Run"), u"process-stop"_s,
                    tr("Ask the provider to stop; what was answered by then is fetched"));
    checkNow = add(u"checkNow"_s, tr("Check &Now"), u"view-refresh"_s,
                   tr("Ask the provider for the state now"), {QKeySequence(Qt::Key_F5)});
    fetchPartial = add(u"fetchPartial"_s, tr("&Fetch Partial Results"), u"go-down"_s,
                       tr("Fetch what was answered so far; the run goes on"),
                       {QKeySequence(tr("Ctrl+Shift+F"))});
    startRun
        = add(u"startRun"_s, tr("S&tart Run"), u"media-playback-start"_s,
              tr("Start the batch that waits at the provider"), {QKeySequence(tr("Ctrl+Shift+S"))});
    addRequests = add(u"addRequests"_s, tr("&Add Requests…"), u"list-add"_s,
                      tr("Add the requests of a file to a batch that was not begun"),
                      {QKeySequence(tr("Ctrl+Shift+A"))});
    submitAgain = add(u"submitAgain"_s, tr("&Submit Again"), u"document-send"_s,
                      tr("Send a run that was not taken"));
    submitProblems
        = add(u"submitProblems"_s, tr("Submit &Problems Again…"), u"document-send"_s,
              tr("Prepare a new run of the requests without a good answer; nothing is sent yet"));
    deleteRun = add(u"deleteRun"_s, tr("&Delete Run"), u"edit-delete"_s,
                    tr("Move the run to the bin; this can be undone"),
                    QKeySequence::keyBindings(QKeySequence::Delete));
    tags = add(u"tags"_s, tr("Ta&gs…"), u"tag"_s, tr("Give runs words to find them by"),
               {QKeySequence(tr("Ctrl+T"))});
    copyId = add(u"copyId"_s, tr("Copy &Batch Id"), u"edit-copy"_s,
                 tr("Copy the provider's id of the batch"), {QKeySequence(tr("Ctrl+Shift+C"))});

    addRemote();
    addWindow();
}

void Actions::addRemote()
{
    atProvider = add(u"atProvider"_s, tr("At the &Provider"), u"network-server"_s,
                     tr("See the batches that are at a provider, and follow those of others"),
                     {QKeySequence(tr("Ctrl+L"))});
    followBatch = add(u"followBatch"_s, tr("&Follow"), u"list-add"_s,
                      tr("Follow this batch here, as a run without its requests"),
                      {QKeySequence(tr("Ctrl+D"))});
    followWithFile
        = add(u"followWithFile"_s, tr("Follow with &Input File…"), u"document-open"_s,
              tr("Follow this batch together with the file of requests that it was made of"),
              {QKeySequence(tr("Ctrl+Shift+D"))});
    refreshList = add(u"refreshList"_s, tr("&Refresh"), u"view-refresh"_s,
                      tr("Ask the provider for its batches again"), {QKeySequence(tr("Ctrl+R"))});
}

void Actions::addWindow()
{
    find = add(u"find"_s, tr("&Find"), u"edit-find"_s, tr("Search what is shown"),
               {QKeySequence(tr("Ctrl+F"))});
    back = add(u"back"_s, tr("&Back"), u"go-previous"_s, tr("Back to the runs"),
               {QKeySequence(tr("Alt+Left")), QKeySequence(Qt::Key_Back)});
    runsByDay = add(u"runsByDay"_s, tr("Runs by &Day"), u"office-chart-bar"_s,
                    tr("Show how the runs of the last weeks ended, or hide it"),
                    {QKeySequence(tr("Ctrl+Shift+B"))});
    cyclePanes = add(u"cyclePanes"_s, tr("Next &Pane"), {},
                     tr("Move to the next part of the window"), {QKeySequence(Qt::Key_F6)});
    previousPane = add(u"previousPane"_s, tr("P&revious Pane"), {},
                       tr("Move to the part of the window before this one"),
                       {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    commandPalette = add(u"commandPalette"_s, tr("&Command Palette…"), u"edit-find"_s,
                         tr("Find a command, a run, a connection or a draft by its name"),
                         {QKeySequence(tr("Ctrl+Shift+P"))});
    preferences = add(u"preferences"_s, tr("&Preferences…"), u"preferences-system"_s,
                      tr("Notifications, folders, network, appearance, shortcuts"),
                      {QKeySequence(tr("Ctrl+,"))});
    preferences->setMenuRole(QAction::PreferencesRole);
    connections = add(u"connections"_s, tr("&Connections…"), u"network-connect"_s,
                      tr("Providers, their addresses and keys"));
    shortcutsHelp = add(u"shortcutsHelp"_s, tr("&Keyboard Shortcuts"), u"input-keyboard"_s,
                        tr("All keys and what they do"), {QKeySequence(Qt::Key_F1)});
    about = add(u"about"_s, tr("&About Batchdesk"), u"help-about"_s,
                tr("Version, licence and where your data is"));
    about->setMenuRole(QAction::AboutRole);
}

QAction *Actions::add(const QString &name, const QString &text, const QString &icon,
                      const QString &tip, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(icons::named(icon));
    action->setShortcuts(keys);
    action->setProperty(keysProperty, QVariant::fromValue(keys));
    usable::setTip(action, tip);
    qobject_cast<QWidget *>(parent())->addAction(action);
    return action;
}

void Actions::setUsable(QAction *action, const QString &reasonNot)
{
    usable::set(action, reasonNot);
}

void Actions::setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    usable::keysChanged(action);
}

QList<QKeySequence> Actions::usualKeys(const QAction *action)
{
    return action->property(keysProperty).value<QList<QKeySequence>>();
}

QString Actions::usualTip(const QAction *action)
{
    return usable::tip(action);
}

QList<QAction *> Actions::all() const
{
    return findChildren<QAction *>(Qt::FindDirectChildrenOnly);
}

void Actions::addMenus(QMenuBar *bar) const
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newRun, openFiles, drafts});
    file->addSeparator();
    file->addAction(exportRun);
    file->addSeparator();
    file->addAction(quit);
    QMenu *run = bar->addMenu(tr("&Run"));
    run->addActions({openRun, checkNow, fetchPartial});
    run->addSeparator();
    run->addActions({addRequests, startRun});
    run->addSeparator();
    run->addActions({cancelRun, submitAgain, submitProblems});
    run->addSeparator();
    run->addActions({tags, copyId, deleteRun});
    QMenu *provider = bar->addMenu(tr("&Provider"));
    provider->addAction(atProvider);
    provider->addSeparator();
    provider->addActions({followBatch, followWithFile, refreshList});
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({back, find, commandPalette});
    view->addSeparator();
    view->addAction(runsByDay);
    view->addSeparator();
    view->addActions({cyclePanes, previousPane});
    QMenu *settings = bar->addMenu(tr("&Settings"));
    settings->addActions({connections, preferences});
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({shortcutsHelp, about});
    for (QMenu *menu : {file, run, provider, view, settings, help})
        menu->setToolTipsVisible(true);
}

#include "moc_actions.cpp"
