// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "models/remotelisting.h"

#include <QTimer>
#include <QWidget>

class Actions;
class KMessageWidget;
class QAction;
class QLabel;
class QLayout;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;
class RemoteFilter;
class Services;
class StatePane;

/// What is at a provider, ours and others', and what can be done with it. Asks when it is shown for
/// the first time and when a person asks for it; never by itself. GUI thread.
class RemotePage final : public QWidget {
    Q_OBJECT
public:
    RemotePage(Services &services, RemoteListing::Ask ask, Actions &actions,
               QWidget *parent = nullptr);
    ~RemotePage() override;

    void selectConnection(ConnectionId connection);
    [[nodiscard]] ConnectionId connection() const;
    [[nodiscard]] QStringList selectedIds() const; ///< the provider's, as shown
    /// Our runs that follow what is selected; empty where any of it is not followed.
    [[nodiscard]] QList<RunId> selectedRuns() const;
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    void runWanted(RunId run);
    void followWanted(ConnectionId connection, const QStringList &remoteIds);
    void followWithFileWanted(ConnectionId connection, const QString &remoteId);
    void selectionChanged(); ///< or what is known of the selected rows
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QLayout *buildHeader();
    [[nodiscard]] QLayout *buildFooter();
    void buildTable();
    void connectParts();
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &place);
    void follow();
    void followTyped();
    void update();
    void updateActions();
    void showState();
    void showCount();
    [[nodiscard]] const RemoteRow *rowOf(const QModelIndex &index) const;
    [[nodiscard]] QList<const RemoteRow *> selection() const;

    Actions &m_actions;
    RemoteModel *m_model;
    RemoteListing *m_listing;
    QSortFilterProxyModel *m_sorted;
    RemoteFilter *m_filter;
    QLabel *m_count;
    KMessageWidget *m_trouble;
    QStackedWidget *m_stack;
    QTableView *m_table;
    StatePane *m_state;
    QAction *m_anyStatus;
    QToolButton *m_more;
    QLineEdit *m_id;
    QToolButton *m_followId;
    QTimer m_tick;
};
