// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "models/remoterequestlisting.h"

#include <QWidget>

class KMessageWidget;
class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;
class StatePane;

/// The requests of a run as its provider lists them. Asks when it is seen for the first time with a
/// run, and when a person asks for it. GUI thread.
class RemoteRequestsPane final : public QWidget {
    Q_OBJECT
public:
    explicit RemoteRequestsPane(RemoteRequestListing::Ask ask, QWidget *parent = nullptr);
    ~RemoteRequestsPane() override;

    void setRun(RunId run);
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void filter();
    void update();
    void showState();
    void offerStatuses();

    RemoteRequestModel *m_model;
    RemoteRequestListing *m_listing;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_status;
    QToolButton *m_refresh;
    QLabel *m_count;
    KMessageWidget *m_trouble;
    QStackedWidget *m_stack;
    QTableView *m_table;
    StatePane *m_state;
    QAction *m_again;
    QToolButton *m_more;
};
