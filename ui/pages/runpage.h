// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/task.h"
#include "results/runfigures.h"
#include "results/runresults.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class Actions;
class ExportBar;
class FiguresPane;
class FilesPane;
class OverviewPane;
class ProblemsPane;
class QAction;
class QTabWidget;
class RawPane;
class RemoteRequestsPane;
class RequestRepeater;
struct RepeatedRequests;
class ResultsPane;
class RunHeader;
class SentRequestsPane;
class Services;
class ToldMessage;

/// One run: overview, requests, results, what went wrong with them, their figures, its files, and
/// what can be done with it. Follows the library; joins the results again when new ones are here,
/// and reads them all for problems and figures once somebody looks at these. GUI thread.
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
    /// Takes the requests of these rows together for a new run; without rows: all that have no good
    /// answer.
    void repeat(std::optional<std::vector<quint32>> rows);
    /// Why it is not possible now; empty: it is.
    [[nodiscard]] QString repeatObstacle() const;
    /// Does this once the results are read, unless another run is shown or they cannot be.
    void onceRead(std::function<void()> wish);

Q_SIGNALS:
    void repeatWanted(const RepeatedRequests &requests); ///< as a draft of a new run
    void closed();
    void stateChanged(); ///< what is possible may be something else now

private:
    void build();
    void follow();
    using RowsToExport = std::function<std::optional<std::vector<qint64>>()>;
    void askForFile(const QString &title, const RowsToExport &rows);
    void refresh();
    void join();
    void joined(const Result<std::shared_ptr<const RunResults>> &results);
    void showRemote();
    void showTab(); ///< what the tab in front shows is read when it is in front
    void readFigures();
    void figuresRead(const Result<std::shared_ptr<const RunFigures>> &figures);
    void clear();
    void openFolder();
    void showObstacle();
    [[nodiscard]] bool isRead() const;
    void tell(const QString &text, bool isError = false, const QString &file = {});

    Services &m_services;
    const Actions &m_actions;
    RunId m_run;
    QAction *m_openFolder;
    RunHeader *m_header;
    ToldMessage *m_message;
    ExportBar *m_export;
    RequestRepeater *m_repeater;
    std::function<void()> m_onceRead;
    QTabWidget *m_tabs;
    OverviewPane *m_overview;
    SentRequestsPane *m_requests;
    ResultsPane *m_results;
    ProblemsPane *m_problems;
    FiguresPane *m_figures;
    FilesPane *m_files;
    RawPane *m_raw;
    RemoteRequestsPane *m_remote; ///< a tab where the provider lists requests
    QByteArray m_mark; ///< what the joined results were made of
    std::shared_ptr<const RunResults> m_joined;
    TaskHandle<Result<std::shared_ptr<const RunResults>>> m_joining;
    std::shared_ptr<const RunResults> m_read; ///< the results whose figures are shown or read
    TaskHandle<Result<std::shared_ptr<const RunFigures>>> m_reading;
};
