// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/task.h"
#include "results/exporter.h"
#include "results/runresults.h"

#include <QTimer>
#include <QWidget>

class Actions;
class DraftModel;
class KMessageWidget;
class OverviewPane;
class QLabel;
class QProgressBar;
class QTabWidget;
class QTableView;
class ResultsPane;
class Services;
class QToolButton;
class TextViewer;

/// One run: overview, requests, results, and what can be done with it. Follows the library; joins
/// the results again when new ones are here. GUI thread.
class RunPage final : public QWidget {
    Q_OBJECT
public:
    RunPage(Services &services, Actions &actions, QWidget *parent = nullptr);
    ~RunPage() override;

    void showRun(RunId run);
    [[nodiscard]] RunId run() const { return m_run; }
    void showResults();
    void exportResults();
    void exportTo(const QString &path); ///< .csv or .jsonl by its suffix
    /// Why it is not possible now; empty: it is.
    [[nodiscard]] QString exportObstacle() const;

Q_SIGNALS:
    void closed();
    void stateChanged(); ///< what is possible may be something else now

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildRequests();
    void refresh();
    void join();
    void joined(const Result<std::shared_ptr<const RunResults>> &results);
    void showRequest();
    void showState();
    void updateActions();
    void tell(const QString &text, bool isError, const QString &folder = {});
    [[nodiscard]] QByteArray resultsMark() const;

    Services &m_services;
    Actions &m_actions;
    RunId m_run;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QLabel *m_summary;
    QToolButton *m_cancel;
    QToolButton *m_check;
    QToolButton *m_partial;
    QToolButton *m_again;
    QToolButton *m_export;
    KMessageWidget *m_message;
    QProgressBar *m_progress;
    QTabWidget *m_tabs;
    OverviewPane *m_overview;
    DraftModel *m_requestModel;
    QTableView *m_requests;
    TextViewer *m_request;
    ResultsPane *m_results;
    QByteArray m_mark; ///< what the joined results were made of
    std::shared_ptr<const RunResults> m_joined;
    TaskHandle<Result<std::shared_ptr<const RunResults>>> m_joining;
    TaskHandle<Result<ExportReport>> m_exporting;
    QTimer m_exportTick;
};
