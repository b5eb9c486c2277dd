// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/connectionsdialog.h"
#include "dropzone.h"
#include "fileopener.h"
#include "librarybanner.h"
#include "models/repeatedrequests.h"
#include "models/runmodel.h"
#include "pageactions.h"
#include "pages/newrunpage.h"
#include "pages/remotepage.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "remotecommands.h"
#include "runcommands.h"
#include "services.h"
#include "statusstrip.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/messagearea.h"
#include "widgets/panes.h"
#include "widgets/settings.h"
#include "windowtools.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_actions(new Actions(this))
    , m_runs(new RunModel(services.library(), services.clock(), &services.driver(), this,
                          &services.profiles()))
    , m_messages(new MessageArea(this))
    , m_commands(new RunCommands(services, *m_messages, this))
    , m_pages(new QStackedWidget(this))
    , m_toolBar(new QToolBar(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icons::application());
    connect(new DropZone(*this), &DropZone::dropped, this, &MainWindow::open);
    buildPages();
    buildToolBar();
    m_actions->addMenus(menuBar());
    statusBar()->addWidget(new StatusStrip(*m_runs, services.clock(), this), 1);
    statusBar()->setSizeGripEnabled(false);
    connectActions();
    showLibraryNotices(m_services.library(), *m_messages, [this] { Q_EMIT reopenWanted(); });
    m_tools = new WindowTools(services, *m_actions, *this);
    restore();
    showRuns();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_runsPage = new RunsPage(m_services.library(), *m_runs, *m_actions, this);
    m_newRunPage = new NewRunPage(m_services, this);
    m_runPage = new RunPage(m_services, *m_actions, this);
    for (QWidget *page : {static_cast<QWidget *>(m_runsPage), static_cast<QWidget *>(m_newRunPage),
                          static_cast<QWidget *>(m_runPage)})
        m_pages->addWidget(page);
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(middle);
    buildRemotePage();
    m_opener = new FileOpener(m_services, *m_messages, *m_newRunPage);
    m_pageActions = std::make_unique<PageActions>(*m_actions, *m_runs, *m_commands,
                                                  PageActions::Pages{.stack = *m_pages,
                                                                     .runs = *m_runsPage,
                                                                     .newRun = *m_newRunPage,
                                                                     .run = *m_runPage,
                                                                     .remote = *m_remotePage});

    connect(m_runsPage, &RunsPage::runWanted, this, &MainWindow::showRun);
    connect(m_runsPage, &RunsPage::sampleRunWanted, m_opener, &FileOpener::sendPractice);
    connect(m_runsPage, &RunsPage::practiceWanted, m_opener, &FileOpener::openPractice);
    connect(m_runsPage, &RunsPage::lookWanted, this, [this](const QList<RunId> &runs) {
        for (const RunId id : runs)
            if (const RunSummary *run = m_runs->summary(id))
                m_commands->check(*run);
    });
    connect(m_newRunPage, &NewRunPage::runSubmitted, this, [this](RunId run) {
        showRuns();
        m_runsPage->select(run);
    });
    connect(m_newRunPage, &NewRunPage::runWanted, this, &MainWindow::showRun);
    connect(m_newRunPage, &NewRunPage::connectionsWanted, this, [this] {
        showConnections();
        m_connections->addNew();
    });
    connect(m_opener, &FileOpener::opened, this, [this] { showPage(m_newRunPage); });
    connect(m_newRunPage, &NewRunPage::closed, this, [this] {
        if (m_pages->currentWidget() == m_newRunPage)
            showRuns();
    });
    connect(m_runPage, &RunPage::closed, this, &MainWindow::showRuns);
    connect(m_runPage, &RunPage::repeatWanted, this, [this](const RepeatedRequests &requests) {
        m_newRunPage->repeat(requests);
        showPage(m_newRunPage);
    });
}

void MainWindow::buildRemotePage()
{
    Driver &driver = m_services.driver();
    m_remotePage = new RemotePage(
        m_services,
        [&driver](ConnectionId connection, const ListQuery &query) {
            return driver.list(connection, query);
        },
        *m_actions, this);
    m_pages->addWidget(m_remotePage);
    auto *commands = new RemoteCommands(
        m_services,
        [&driver](ConnectionId connection, const QString &id, std::optional<TakenIn> input) {
            return driver.adopt(connection, id, std::move(input));
        },
        *m_messages, this);
    connect(m_remotePage, &RemotePage::followWanted, commands, &RemoteCommands::follow);
    connect(m_remotePage, &RemotePage::followWithFileWanted, commands,
            [this, commands](ConnectionId connection, const QString &id) {
                commands->followWithFile(connection, id, this);
            });
    connect(commands, &RemoteCommands::runWanted, this, &MainWindow::showRun);
    connect(m_remotePage, &RemotePage::runWanted, this, &MainWindow::showRun);
    connect(m_remotePage, &RemotePage::closed, this, &MainWindow::showRuns);
    connect(m_actions->atProvider, &QAction::triggered, this, [this] { showRemote(); });
}

void MainWindow::buildToolBar()
{
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setWindowTitle(tr("Tool Bar"));
    m_toolBar->setMovable(false);
    const int side = std::max(18, fonts::pictureBeside(fontMetrics()));
    m_toolBar->setIconSize(QSize(side, side));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addActions(
        {m_actions->newRun, m_actions->openFiles, m_actions->drafts, m_actions->atProvider});
    auto *gap = new QWidget(m_toolBar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(gap);
    m_toolBar->addAction(m_actions->connections);
    addToolBar(m_toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::connectActions()
{
    const auto does
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    const auto doesToRun = [this](QAction *action, void (MainWindow::*slot)(RunId)) {
        connect(action, &QAction::triggered, this, [this, slot] {
            if (const RunSummary *run = m_pageActions->run())
                (this->*slot)(run->id);
        });
    };
    doesToRun(m_actions->exportRun, &MainWindow::exportRun);
    doesToRun(m_actions->openRun, &MainWindow::showRun);
    doesToRun(m_actions->submitProblems, &MainWindow::repeatProblems);
    does(m_actions->newRun, [this] {
        m_newRunPage->startEmpty();
        showPage(m_newRunPage);
    });
    connect(m_actions->openFiles, &QAction::triggered, m_opener, &FileOpener::choose);
    does(m_actions->drafts, &MainWindow::showNewRun);
    does(m_actions->quit, [this] {
        m_isQuitting = true;
        close();
        m_isQuitting = false; // somebody may have said no
    });
    does(m_actions->deleteRun, [this] {
        const QList<RunId> runs = m_pageActions->runs();
        showRuns();
        m_commands->moveToBin(runs);
    });
    does(m_actions->tags, [this] { m_commands->editTags(m_pageActions->runs(), m_runs->tags()); });
    does(m_actions->find, [this] {
        if (m_pages->currentWidget() == m_runPage)
            return m_runPage->focusSearch();
        if (m_pages->currentWidget() == m_newRunPage)
            return m_newRunPage->focusSearch();
        showRuns();
        m_runsPage->focusSearch();
    });
    does(m_actions->runsByDay, [this] {
        if (m_pages->currentWidget() != m_runsPage)
            showRuns(); // which moves the focus, and that says what is to be toggled
        m_runsPage->toggleDays();
    });
    does(m_actions->back, &MainWindow::showRuns);
    does(m_actions->cyclePanes, [this] { panes::focusNext(*this); });
    does(m_actions->previousPane, [this] { panes::focusPrevious(*this); });
    does(m_actions->connections, [this] { showConnections(); });
    does(m_actions->about, [this] { AboutDialog::open(this, m_services.library().folder()); });
}

void MainWindow::open(const QList<QUrl> &urls)
{
    m_opener->open(urls);
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    Actions::setUsable(m_actions->back, page == m_runsPage ? tr("These are all runs") : QString());
    page->setFocus();
    const RunSummary *run = page == m_runPage ? m_runs->summary(m_runPage->run()) : nullptr;
    setWindowTitle(run                        ? run->name
                       : page == m_newRunPage ? tr("New run")
                       : page == m_remotePage ? tr("At the provider")
                                              : tr("Runs"));
    m_pageActions->update();
}

void MainWindow::showRuns()
{
    if (m_pages->currentWidget() == m_runPage && !m_runPage->run().isNull())
        m_runsPage->select(m_runPage->run());
    showPage(m_runsPage);
}

void MainWindow::showRun(RunId run)
{
    if (!m_runs->summary(run))
        return;
    m_runPage->showRun(run);
    showPage(m_runPage);
    m_commands->markRead(run);
}

void MainWindow::showRemote(ConnectionId connection)
{
    showPage(m_remotePage);
    if (!connection.isNull())
        m_remotePage->selectConnection(connection);
}

void MainWindow::exportRun(RunId run)
{
    showRun(run);
    m_runPage->onceRead([this] { m_runPage->exportResults(); });
}

void MainWindow::repeatProblems(RunId run)
{
    showRun(run);
    m_runPage->onceRead([this] { m_runPage->repeat(std::nullopt); });
}

void MainWindow::showDraft(int draft)
{
    m_newRunPage->showDraft(draft);
    showPage(m_newRunPage);
}

void MainWindow::showNewRun()
{
    if (m_newRunPage->draftCount() == 0)
        m_newRunPage->startEmpty();
    showPage(m_newRunPage);
}

void MainWindow::showConnections(ConnectionId select, bool replaceKey)
{
    if (!m_connections) {
        m_connections = new ConnectionsDialog(m_services, this);
        m_connections->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_connections->show();
    m_connections->raise();
    m_connections->activateWindow();
    if (!select.isNull())
        m_connections->select(select, replaceKey);
}

void MainWindow::raiseFor(const QByteArray &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    QGuiApplication::setQuitOnLastWindowClosed(true);
    show();
    raise();
    activateWindow();
}

void MainWindow::restore()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    resize(1240, 780);
    setMinimumSize(720, 480);
    restoreGeometry(settings.value("geometry"_L1).toByteArray());
}

void MainWindow::keepLook() const
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue("geometry"_L1, saveGeometry());
    const QList<RunId> selected = m_runsPage->selectedRuns();
    settings.setValue("run"_L1, selected.isEmpty() ? QString() : selected.first().toString());
    const QWidget *page = m_pages->currentWidget();
    settings.setValue("page"_L1,
                      page == m_runPage          ? m_runPage->run().toString()
                          : page == m_newRunPage ? u"new"_s
                          : page == m_remotePage ? u"remote"_s
                                                 : u"runs"_s);
}

void MainWindow::showKeptPage()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    const QString page = settings.value("page"_L1).toString();
    if (const auto selected = RunId::fromString(settings.value("run"_L1).toString()))
        m_runsPage->select(*selected);
    if (const std::optional<RunId> run = RunId::fromString(page))
        showRun(*run); // one that has gone meanwhile is not shown
    else if (page == u"remote")
        showRemote();
    else if (page == u"new" && m_newRunPage->draftCount() > 0)
        showNewRun();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isQuitting && m_tools->staysInTray()) {
        keepLook();
        event->ignore();
        // A dialog that is opened from the tray and closed is not the end of it.
        QGuiApplication::setQuitOnLastWindowClosed(false);
        hide();
        return;
    }
    if (!m_closeAnyway && holdsClosing()) {
        event->ignore();
        return;
    }
    keepLook();
    QMainWindow::closeEvent(event);
    qApp->quit();
}

bool MainWindow::holdsClosing()
{
    const bool isDirty = m_newRunPage->isDirty();
    // A desktop that is logged out of gets no answer to words that are not about a loss.
    const QString runs = isDirty || qApp->isSavingSession() ? QString() : m_tools->wordsOfClosing();
    if (!isDirty && runs.isEmpty())
        return false;
    if (isDirty)
        showPage(m_newRunPage);
    m_messages->show(
        {.key = u"close"_s,
         .text = isDirty ? tr("There is a draft that was changed and not submitted. It "
                              "is lost when the window closes.")
                         : runs,
         .kind = isDirty ? MessageArea::Kind::Warning : MessageArea::Kind::Information,
         .buttons = {{isDirty ? tr("Close Anyway") : tr("Close Window"), u"application-exit"_s,
                      [this] {
                          m_closeAnyway = true;
                          m_isQuitting = true;
                          close();
                      }},
                     {tr("Keep Working"), {}, [] {}}},
         .stays = true});
    return true;
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_pages->currentWidget() != m_runsPage)
        showRuns();
    else
        QMainWindow::keyPressEvent(event);
}

#include "moc_mainwindow.cpp"
