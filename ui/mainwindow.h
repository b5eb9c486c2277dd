// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QMainWindow>
#include <QPointer>
#include <QUrl>

#include <memory>

class Actions;
class ConnectionsDialog;
class FileOpener;
class MessageArea;
class NewRunPage;
class PageActions;
class QStackedWidget;
class QToolBar;
class RemoteCommands;
class RemotePage;
class RunCommands;
class RunModel;
class RunPage;
class RunsPage;
class Services;
class WindowTools;

/// The window: pages one above the other, actions, messages, status strip; files can be dropped
/// anywhere. Knows how the parts hang together and nothing of what is in them. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Request files and folders from a drop, the file dialog, the command line or a second start.
    void open(const QList<QUrl> &urls);
    void showRuns();
    void showRun(RunId run);
    void showRemote(ConnectionId connection = {}); ///< null: the one of the last time
    void showNewRun(); ///< the drafts there are, else an empty one
    /// In front of the user's eyes, with the token of whoever asked for it.
    void raiseFor(const QByteArray &activationToken);
    void showConnections(ConnectionId select = {}, bool replaceKey = false);
    void showDraft(int draft); ///< of those that the page of new runs has
    void exportRun(RunId run); ///< asks where to
    void keepLook() const; ///< size, and what is shown; closing does it, too
    /// The one that was in front when the window closed, and the run that was selected.
    void showKeptPage();
    [[nodiscard]] MessageArea &messages() { return *m_messages; }
    [[nodiscard]] RunModel &runs() { return *m_runs; }
    [[nodiscard]] NewRunPage &drafts() { return *m_newRunPage; }
    [[nodiscard]] WindowTools &tools() { return *m_tools; }

Q_SIGNALS:
    /// The library has to be opened anew, and with it this window.
    void reopenWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildPages();
    void buildRemotePage();
    void buildToolBar();
    void connectActions();
    void showPage(QWidget *page);
    void repeatProblems(RunId run);
    void restore();
    [[nodiscard]] bool holdsClosing();

    Services &m_services;
    Actions *m_actions;
    RunModel *m_runs;
    MessageArea *m_messages;
    RunCommands *m_commands;
    QStackedWidget *m_pages;
    RunsPage *m_runsPage;
    NewRunPage *m_newRunPage;
    RunPage *m_runPage = nullptr;
    RemotePage *m_remotePage = nullptr;
    FileOpener *m_opener = nullptr;
    std::unique_ptr<PageActions> m_pageActions; ///< goes before the pages that it looks at
    QToolBar *m_toolBar;
    WindowTools *m_tools = nullptr;
    QPointer<ConnectionsDialog> m_connections;
    bool m_closeAnyway = false;
    bool m_isQuitting = false; ///< the tray does not keep it
};
