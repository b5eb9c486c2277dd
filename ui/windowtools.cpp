// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowtools.h"

#include "actions.h"
#include "commandpalette.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "harmwatch.h"
#include "mainwindow.h"
#include "models/runmodel.h"
#include "notifier.h"
#include "pages/newrunpage.h"
#include "services.h"
#include "theme/icons.h"
#include "tray.h"
#include "waitnotes.h"
#include "wakewatch.h"
#include "widgets/keptkeys.h"
#include "widgets/messagearea.h"
#include "widgets/preferences.h"
#include "widgets/settings.h"

#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

WindowTools::WindowTools(Services &services, Actions &actions, MainWindow &window)
    : QObject(&window)
    , m_services(services)
    , m_actions(actions)
    , m_window(window)
    , m_notifier(new Notifier(services.library(), window.messages(), window, this))
    , m_tray(new Tray(window.runs(), services.clock(), actions, this))
    , m_palette(new CommandPalette(window))
{
    connect(actions.preferences, &QAction::triggered, this, &WindowTools::showPreferences);
    connect(actions.shortcutsHelp, &QAction::triggered, this, &WindowTools::showShortcuts);
    connect(actions.commandPalette, &QAction::triggered, this,
            [this] { m_palette->open(entries()); });
    connect(m_tray, &Tray::windowWanted, this, [this] { m_window.raiseFor({}); });
    connect(m_tray, &Tray::runWanted, this, [this](RunId run) {
        m_window.raiseFor({});
        m_window.showRun(run);
    });
    auto *wake = new WakeWatch(services.clock(), this);
    connect(wake, &WakeWatch::woke, this, &WindowTools::wakeUp);
    connectNotifier();
    for (const QList<ConnectionId> ids = services.library().connectionIds();
         const ConnectionId id : ids)
        tellTrouble(id);
    restoreKeys();
    applyPreferences();
}

WindowTools::~WindowTools() = default;

void WindowTools::applyPreferences()
{
    m_tray->setWanted(Preferences::load().tray);
}

bool WindowTools::staysInTray() const
{
    return Preferences::load().closeToTray && m_tray->isShown();
}

QString WindowTools::wordsOfClosing()
{
    const int underWay = m_window.runs().underWay();
    QSettings settings(settingsFile(), QSettings::IniFormat);
    if (underWay == 0 || settings.value("closingTold"_L1).toBool())
        return {};
    settings.setValue("closingTold"_L1, true);
    return tr(
        "%Ln run(s) go on at the provider. Nothing is lost: while Batchdesk is closed nothing "
        "is fetched, and the next start makes up for it.",
        nullptr, underWay);
}

void WindowTools::restoreKeys()
{
    for (const QList<QAction *> all = m_actions.all(); QAction * action : all)
        if (const auto keys = keptkeys::of(*action))
            Actions::setKeys(action, *keys);
}

void WindowTools::showPreferences()
{
    if (!m_preferences) {
        m_preferences = new PreferencesDialog(m_services, m_actions, &m_window);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preferences, &PreferencesDialog::applied, this, &WindowTools::applyPreferences);
    }
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

void WindowTools::showShortcuts()
{
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsDialog(m_actions, *m_window.menuBar(), &m_window);
    m_shortcuts->show();
    m_shortcuts->raise();
    m_shortcuts->activateWindow();
}

void WindowTools::connectNotifier()
{
    Driver &driver = m_services.driver();
    connect(&driver, &Driver::runsEnded, m_notifier, &Notifier::runsEnded);
    connect(&driver, &Driver::connectionTroubleChanged, this, &WindowTools::tellTrouble);
    connect(m_notifier, &Notifier::runWanted, this, [this](RunId run) {
        m_window.raiseFor({});
        if (run.isNull())
            m_window.showRuns();
        else
            m_window.showRun(run);
    });
    connect(m_notifier, &Notifier::exportWanted, this, [this](RunId run) {
        m_window.raiseFor({});
        m_window.exportRun(run);
    });
    connect(m_notifier, &Notifier::connectionWanted, this, [this](ConnectionId connection) {
        m_window.raiseFor({});
        m_window.showConnections(connection, true);
    });
    auto *harm = new HarmWatch(m_services.library(), m_window.runs(), m_window.messages(), this);
    connect(harm, &HarmWatch::runWanted, &m_window, &MainWindow::showRun);
    connect(harm, &HarmWatch::told, m_notifier,
            [this](RunId run, const QString &title, const QString &text) {
                m_notifier->needsYou({.title = title, .text = text, .run = run});
            });
    new WaitNotes(m_services, m_window.messages(), this);
    lookForDoubt(Say::Nothing); // what stands there from the start is no news
    RunModel &runs = m_window.runs();
    connect(&runs, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() && from.isValid()) // time alone changes no state
                    lookForDoubt(Say::News);
            });
}

void WindowTools::lookForDoubt(Say say)
{
    const RunModel &runs = m_window.runs();
    for (int row = 0; row < runs.rowCount(); ++row) {
        const RunSummary *run = runs.summaryAt(row);
        const bool inDoubt = run && (run->state == BatchState::Unknown || run->addingInDoubt);
        if (!inDoubt) {
            if (run)
                m_inDoubt.remove(run->id);
            continue;
        }
        if (m_inDoubt.contains(run->id))
            continue;
        m_inDoubt.insert(run->id);
        if (say == Say::News)
            m_notifier->needsYou(
                {.title = tr("%1: uncertain").arg(run->name),
                 .text = tr("It is not certain that the provider has it. Nothing is "
                            "sent again unless you say so."),
                 .run = run->id});
    }
}

void WindowTools::tellTrouble(ConnectionId id)
{
    const QString key = u"connection-"_s + id.toString();
    const std::optional<Error> trouble = m_services.driver().connectionTrouble(id);
    const Connection *connection = m_services.library().connection(id);
    // Of a copied library one message says it, not one for each connection.
    if (!trouble || !connection || m_services.library().original()) {
        m_window.messages().withdraw(key);
        m_troubled.remove(id);
        return;
    }
    const QString words = userText(*trouble);
    m_window.messages().show(
        {.key = key,
         .text = tr("Runs on “%1” are paused. %2").arg(connection->name, words),
         .kind = MessageArea::Kind::Error,
         .buttons = {{tr("Replace Key…"), u"dialog-password"_s,
                      [this, id] { m_window.showConnections(id, true); }}},
         .stays = true});
    if (m_troubled.contains(id))
        return; // told outside already
    m_troubled.insert(id);
    m_notifier->needsYou({.title = tr("Runs on “%1” are paused").arg(connection->name),
                          .text = words,
                          .connection = id});
}

void WindowTools::wakeUp()
{
    m_services.http().dropIdleConnections(); // the other ends have forgotten them
    m_services.driver().networkCame();
    if (!Preferences::load().checkOnWake)
        return;
    const RunModel &runs = m_window.runs();
    for (int row = 0; row < runs.rowCount(); ++row)
        if (const RunSummary *run = runs.summaryAt(row); run && run->isUnderWay())
            m_services.driver().checkNow(run->id).then(this, [](const Result<> &) {
                // An error is told where the run is; polling goes on as it did.
            });
}

std::vector<PaletteEntry> WindowTools::entries() const
{
    std::vector<PaletteEntry> found;
    for (const QList<QAction *> all = m_actions.all(); QAction * action : all) {
        if (action == m_actions.commandPalette || !action->isVisible())
            continue;
        found.push_back({.name = keptkeys::plainText(*action),
                         .detail = action->shortcut().toString(QKeySequence::NativeText),
                         .reasonNot = action->isEnabled() ? QString() : action->statusTip(),
                         .icon = action->icon(),
                         .run = [action] { action->trigger(); }});
    }
    NewRunPage &drafts = m_window.drafts();
    const QStringList names = drafts.draftNames();
    for (int i = 0; i < static_cast<int>(names.size()); ++i)
        found.push_back({.name = names.at(i),
                         .detail = tr("Draft"),
                         .reasonNot = {},
                         .icon = icons::named(u"document-edit"_s),
                         .run = [this, i] { m_window.showDraft(i); }});
    const RunModel &runs = m_window.runs();
    for (int row = 0; row < runs.rowCount(); ++row)
        if (const RunSummary *run = runs.summaryAt(row))
            found.push_back({.name = run->name,
                             .detail = run->stateWords(),
                             .reasonNot = {},
                             .icon = icons::forState(run->state),
                             .run = [this, id = run->id] { m_window.showRun(id); }});
    for (const QList<ConnectionId> ids = m_services.library().connectionIds();
         const ConnectionId id : ids)
        if (const Connection *connection = m_services.library().connection(id))
            found.push_back({.name = connection->name,
                             .detail = tr("Connection"),
                             .reasonNot = {},
                             .icon = icons::named(u"network-connect"_s),
                             .run = [this, id] { m_window.showConnections(id); }});
    return found;
}

#include "moc_windowtools.cpp"
