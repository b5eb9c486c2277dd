// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/task.h"
#include "results/exporter.h"
#include "results/runresults.h"
#include "widgets/requesttarget.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class Actions;
class DraftModel;
class KMessageWidget;
class OverviewPane;
class QProgressBar;
class QTabWidget;
class QTableView;
class RemoteRequestsPane;
class ResultsPane;
class RunHeader;
class Services;
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
    /// Goes to the line that searches the results.
    void focusSearch();
    void exportResults(); ///< what a search leaves out of the table is left out of the file
    void exportChosen();
    /// .csv, .xlsx or .jsonl by its suffix; these rows alone, none: all.
    void exportTo(const QString &path, std::optional<std::vector<qint64>> rows,
                  bool withRequests = false);
    /// Why it is not possible now; empty: it is.
    [[nodiscard]] QString exportObstacle() const;

Q_SIGNALS:
    void closed();
    void stateChanged(); ///< what is possible may be something else now

private:
    QWidget *buildRequests();
    using RowsToExport = std::function<std::optional<std::vector<qint64>>()>;
    void askForFile(const QString &title, const RowsToExport &rows);
    [[nodiscard]] QStringList exportFilters() const;
    void refresh();
    void join();
    void joined(const Result<std::shared_ptr<const RunResults>> &results);
    void showRequest();
    void showRemote();
    [[nodiscard]] std::optional<RequestTarget> target(const Run &run) const;
    void tell(const QString &text, bool isError = false, const QString &folder = {});
    [[nodiscard]] QByteArray resultsMark() const;

    Services &m_services;
    RunId m_run;
    RunHeader *m_header;
    KMessageWidget *m_message;
    QProgressBar *m_progress;
    QTabWidget *m_tabs;
    OverviewPane *m_overview;
    DraftModel *m_requestModel;
    QTableView *m_requests;
    TextViewer *m_request;
    ResultsPane *m_results;
    RemoteRequestsPane *m_remote; ///< a tab where the provider lists requests
    QByteArray m_mark; ///< what the joined results were made of
    std::shared_ptr<const RunResults> m_joined;
    TaskHandle<Result<std::shared_ptr<const RunResults>>> m_joining;
    TaskHandle<Result<ExportReport>> m_exporting;
    QTimer m_exportTick;
};
