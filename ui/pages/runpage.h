// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/task.h"
#include "results/exporter.h"
#include "results/runresults.h"

#include <QTimer>
#include <QWidget>

class DraftModel;
class KMessageWidget;
class OverviewPane;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTableView;
class ResultsPane;
class Services;
class TextViewer;

/// One run: overview, requests, results, and what can be done with it. Follows the library; joins
/// the results again when new ones are here. GUI thread.
class RunPage final : public QWidget {
    Q_OBJECT
public:
    explicit RunPage(Services &services, QWidget *parent = nullptr);
    ~RunPage() override;

    void showRun(RunId run);
    [[nodiscard]] RunId run() const { return m_run; }
    void showResults();
    void exportResults();
    void exportTo(const QString &path); ///< .csv or .jsonl by its suffix
    void cancelRun();
    void checkNow();
    void submitAgain();
    /// Why an action is not possible now; empty: it is.
    [[nodiscard]] QString cancelObstacle() const;
    [[nodiscard]] QString exportObstacle() const;

Q_SIGNALS:
    void closed();
    void stateChanged(); ///< the obstacles may be others now

private:
    QWidget *buildHeader();
    QWidget *buildRequests();
    void refresh();
    void join();
    void joined(const Result<std::shared_ptr<const RunResults>> &results);
    void showRequest();
    void updateActions();
    void carryOut(QFuture<Result<>> asked);
    void tell(const QString &text, bool isError, const QString &folder = {});
    [[nodiscard]] QByteArray resultsMark() const;

    Services &m_services;
    RunId m_run;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_check;
    QPushButton *m_again;
    QPushButton *m_export;
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
