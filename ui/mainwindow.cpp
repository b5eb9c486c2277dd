// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/connectionsdialog.h"
#include "dropzone.h"
#include "librarybanner.h"
#include "models/runmodel.h"
#include "models/timewords.h"
#include "notifier.h"
#include "pages/newrunpage.h"
#include "pages/remotepage.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "practicesample.h"
#include "remotecommands.h"
#include "runcommands.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/messagearea.h"
#include "widgets/panes.h"
#include "widgets/settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_actions(new Actions(this))
    , m_runs(new RunModel(services.library(), services.clock(), &services.driver(), this))
    , m_messages(new MessageArea(this))
    , m_commands(new RunCommands(services, *m_messages, this))
    , m_pages(new QStackedWidget(this))
    , m_toolBar(new QToolBar(this))
    , m_status(new QLabel(this))
    , m_notifier(new Notifier(services.library(), *m_messages, *this, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icons::application());
    connect(new DropZone(*this), &DropZone::dropped, this, &MainWindow::open);
    buildPages();
    buildToolBar();
    m_actions->addMenus(menuBar());
    m_status->setContentsMargins(8, 3, 8, 3);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    connectActions();
    connectServices();
    restore();
    showRuns();
    updateStatus();
    connect(&m_second, &QTimer::timeout, this, &MainWindow::updateStatus);
    m_second.start(1s);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_runsPage = new RunsPage(m_services.library().folder(), *m_runs, *m_actions, this);
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

    connect(m_runsPage, &RunsPage::runWanted, this, &MainWindow::showRun);
    connect(m_runsPage, &RunsPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_runsPage, &RunsPage::practiceWanted, this, &MainWindow::startPractice);
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
    connect(m_newRunPage, &NewRunPage::draftsChanged, this, &MainWindow::updateActions);
    connect(m_newRunPage, &NewRunPage::closed, this, [this] {
        if (m_pages->currentWidget() == m_newRunPage)
            showRuns();
    });
    connect(m_runPage, &RunPage::closed, this, &MainWindow::showRuns);
    connect(m_runPage, &RunPage::stateChanged, this, &MainWindow::updateActions);
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
    connect(m_remotePage, &RemotePage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_remotePage, &RemotePage::closed, this, &MainWindow::showRuns);
    connect(m_actions->atProvider, &QAction::triggered, this, [this] { showRemote(); });
}

void MainWindow::buildToolBar()
{
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setWindowTitle(tr("Tool Bar"));
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(18, 18));
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
    const auto withRun
        = [this, does](QAction *action, void (RunCommands::*command)(const RunSummary &)) {
              does(action, [this, command] {
                  if (const RunSummary *run = currentRun())
                      (m_commands->*command)(*run);
              });
          };
    does(m_actions->newRun, [this] {
        m_newRunPage->startEmpty();
        showPage(m_newRunPage);
    });
    does(m_actions->openFiles, &MainWindow::chooseFiles);
    does(m_actions->drafts, &MainWindow::showNewRun);
    does(m_actions->exportRun, [this] {
        if (const RunSummary *run = currentRun()) {
            showRun(run->id);
            m_runPage->exportResults();
        }
    });
    does(m_actions->quit, &MainWindow::close);
    does(m_actions->openRun, [this] {
        if (const RunSummary *run = currentRun())
            showRun(run->id);
    });
    withRun(m_actions->cancelRun, &RunCommands::cancel);
    withRun(m_actions->checkNow, &RunCommands::check);
    withRun(m_actions->fetchPartial, &RunCommands::fetchPartial);
    withRun(m_actions->startRun, &RunCommands::start);
    withRun(m_actions->addRequests, &RunCommands::addRequests);
    withRun(m_actions->submitAgain, &RunCommands::submitAgain);
    does(m_actions->copyId, [this] {
        if (m_pages->currentWidget() == m_remotePage)
            m_commands->copyIds(m_remotePage->selectedIds());
        else if (const RunSummary *run = currentRun())
            m_commands->copyIds({run->remoteIds});
    });
    does(m_actions->deleteRun, [this] {
        const QList<RunId> runs = currentRuns();
        showRuns();
        m_commands->moveToBin(runs);
    });
    does(m_actions->find, [this] {
        if (m_pages->currentWidget() == m_runPage)
            return m_runPage->focusSearch();
        showRuns();
        m_runsPage->focusSearch();
    });
    does(m_actions->back, &MainWindow::goBack);
    does(m_actions->cyclePanes, [this] { panes::focusNext(*this); });
    does(m_actions->connections, [this] { showConnections(); });
    does(m_actions->about, [this] { AboutDialog::open(this, m_services.library().folder()); });
}

void MainWindow::connectServices()
{
    connect(&m_services.driver(), &Driver::connectionTroubleChanged, this,
            &MainWindow::showTrouble);
    connect(&m_services.driver(), &Driver::runsEnded, m_notifier, &Notifier::runsEnded);
    connect(m_notifier, &Notifier::runWanted, this, [this](RunId run) {
        raiseFor({});
        if (run.isNull())
            showRuns();
        else
            showRun(run);
    });
    connect(&m_services.library(), &Library::troubleChanged, this,
            [this](const std::optional<Error> &error) {
                if (error)
                    m_messages->show({.key = u"library"_s,
                                      .text = userText(*error),
                                      .kind = MessageArea::Kind::Error,
                                      .stays = true});
                else
                    m_messages->withdraw(u"library"_s);
            });
    showLibraryNotices(m_services.library(), *m_messages, [this] { Q_EMIT reopenWanted(); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_runs, signal, this, &MainWindow::updateActions);
    connect(m_runs, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() && from.isValid()) // time alone changes no action
                    updateActions();
            });
    const QList<ConnectionId> connections = m_services.library().connectionIds();
    for (const ConnectionId connection : connections)
        showTrouble(connection);
}

void MainWindow::open(const QList<QUrl> &urls)
{
    if (!urls.isEmpty())
        sortOut(m_services.pool(), urls).then(this, [this](const Result<DroppedFiles> &dropped) {
            opened(dropped);
        });
}

void MainWindow::opened(const Result<DroppedFiles> &dropped)
{
    if (!dropped) {
        m_messages->show({.text = userText(dropped.error()), .kind = MessageArea::Kind::Error});
        return;
    }
    if (!dropped->problems.isEmpty())
        m_messages->show({.key = u"open"_s,
                          .text = dropped->problems.join(u'\n'),
                          .kind = MessageArea::Kind::Warning,
                          .stays = true});
    if (dropped->files.isEmpty())
        return;
    m_newRunPage->openFiles(dropped->files);
    showPage(m_newRunPage);
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open Request Files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Request files (*.jsonl *.ndjson)"), tr("All files (*)")});
    QSettings settings(settingsFile(), QSettings::IniFormat);
    dialog->setDirectory(
        settings
            .value("openFolder"_L1,
                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString());
    connect(dialog, &QFileDialog::urlsSelected, this, &MainWindow::open);
    connect(dialog, &QFileDialog::fileSelected, this, [dialog] {
        QSettings(settingsFile(), QSettings::IniFormat)
            .setValue("openFolder"_L1, dialog->directory().absolutePath());
    });
    dialog->open();
}

void MainWindow::startPractice()
{
    copyPracticeSample(m_services.pool()).then(this, [this](const Result<QString> &copy) {
        if (!copy) {
            m_messages->show({.text = userText(copy.error()), .kind = MessageArea::Kind::Error});
            return;
        }
        m_newRunPage->openFiles({*copy});
        if (const Connection *practice = m_services.library().connectionByName(u"practice-files"_s))
            m_newRunPage->selectConnection(practice->id);
        showPage(m_newRunPage);
    });
}

void MainWindow::showTrouble(ConnectionId id)
{
    const QString key = u"connection-"_s + id.toString();
    const std::optional<Error> trouble = m_services.driver().connectionTrouble(id);
    const Connection *connection = m_services.library().connection(id);
    // Of a copied library one message says it, not one for each connection.
    if (!trouble || !connection || m_services.library().original()) {
        m_messages->withdraw(key);
        return;
    }
    m_messages->show(
        {.key = key,
         .text = tr("Runs on “%1” are paused. %2").arg(connection->name, userText(*trouble)),
         .kind = MessageArea::Kind::Error,
         .buttons
         = {{tr("Replace Key…"), u"dialog-password"_s, [this, id] { showConnections(id, true); }}},
         .stays = true});
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
    updateActions();
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
    show();
    raise();
    activateWindow();
}

void MainWindow::goBack()
{
    showRuns();
}

const RunSummary *MainWindow::currentRun() const
{
    const QList<RunId> runs = currentRuns();
    return runs.size() == 1 ? m_runs->summary(runs.first()) : nullptr;
}

QList<RunId> MainWindow::currentRuns() const
{
    if (m_pages->currentWidget() == m_runPage && !m_runPage->run().isNull())
        return {m_runPage->run()};
    if (m_pages->currentWidget() == m_remotePage)
        return m_remotePage->selectedRuns();
    return m_pages->currentWidget() == m_runsPage ? m_runsPage->selectedRuns() : QList<RunId>();
}

void MainWindow::updateActions()
{
    const RunSummary *run = currentRun();
    const QList<RunId> runs = currentRuns();
    const bool remote = m_pages->currentWidget() == m_remotePage;
    const QString noRun = !runs.isEmpty()                  ? tr("Several runs are selected")
        : remote && !m_remotePage->selectedIds().isEmpty() ? tr("No run here follows this batch")
                                                           : tr("No run is selected");
    const auto allow
        = [&](QAction *action, QString (RunCommands::*whyNot)(const RunSummary &) const) {
              Actions::setUsable(action, run ? (m_commands->*whyNot)(*run) : noRun);
          };
    const int drafts = m_newRunPage->draftCount();
    m_actions->drafts->setVisible(drafts > 0 && m_pages->currentWidget() != m_newRunPage);
    m_actions->drafts->setText(tr("&Drafts (%1)").arg(QLocale().toString(drafts)));
    Actions::setUsable(m_actions->openRun, run ? QString() : noRun);
    allow(m_actions->cancelRun, &RunCommands::whyNotCancel);
    allow(m_actions->checkNow, &RunCommands::whyNotCheck);
    allow(m_actions->fetchPartial, &RunCommands::whyNotFetchPartial);
    allow(m_actions->startRun, &RunCommands::whyNotStart);
    allow(m_actions->addRequests, &RunCommands::whyNotAdd);
    allow(m_actions->submitAgain, &RunCommands::whyNotSubmit);
    if (run && m_pages->currentWidget() == m_runPage)
        Actions::setUsable(m_actions->exportRun, m_runPage->exportObstacle());
    else
        allow(m_actions->exportRun, &RunCommands::whyNotExport);
    if (remote)
        Actions::setUsable(m_actions->copyId,
                           m_remotePage->selectedIds().isEmpty() ? tr("No batch is selected")
                                                                 : QString());
    else
        allow(m_actions->copyId, &RunCommands::whyNotCopyId);
    QString whyNotDelete = runs.isEmpty() ? noRun
        : remote                          ? tr("Runs are deleted on their own page")
                                          : QString();
    for (const RunId id : runs)
        if (const RunSummary *each = m_runs->summary(id); each && whyNotDelete.isEmpty())
            whyNotDelete = m_commands->whyNotDelete(*each);
    Actions::setUsable(m_actions->deleteRun, whyNotDelete);
}

void MainWindow::updateStatus()
{
    const int underWay = m_runs->underWay();
    if (underWay == 0) {
        m_status->setText(tr("Nothing is under way"));
        return;
    }
    const QString count = tr("%n run(s) under way", nullptr, underWay);
    const QString next = timewords::ahead(m_runs->nextCheckAt(), m_services.clock().now());
    //: %1 is such as "3 runs under way", %2 such as "in 12 s"
    m_status->setText(next.isEmpty() ? count : tr("%1 · next check %2").arg(count, next));
}

void MainWindow::restore()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    resize(1240, 780);
    setMinimumSize(720, 480);
    restoreGeometry(settings.value("geometry"_L1).toByteArray());
    m_runsPage->restoreColumns(settings.value("runColumns"_L1).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_newRunPage->isDirty() && !m_closeAnyway) {
        event->ignore();
        showPage(m_newRunPage);
        m_messages->show({.key = u"close"_s,
                          .text = tr("There is a draft that was changed and not submitted. It is "
                                     "lost when the window closes."),
                          .kind = MessageArea::Kind::Warning,
                          .buttons = {{tr("Close Anyway"), u"application-exit"_s,
                                       [this] {
                                           m_closeAnyway = true;
                                           close();
                                       }},
                                      {tr("Keep Working"), {}, [] {}}},
                          .stays = true});
        return;
    }
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue("geometry"_L1, saveGeometry());
    settings.setValue("runColumns"_L1, m_runsPage->columnState());
    QMainWindow::closeEvent(event);
    qApp->quit();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_pages->currentWidget() != m_runsPage)
        goBack();
    else
        QMainWindow::keyPressEvent(event);
}

#include "moc_mainwindow.cpp"
