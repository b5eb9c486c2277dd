// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/runpage.h"

#include "actions.h"
#include "core/safename.h"
#include "models/draftmodel.h"
#include "models/runsummary.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/announce.h"
#include "widgets/keptlook.h"
#include "widgets/overviewpane.h"
#include "widgets/preferences.h"
#include "widgets/remoterequestspane.h"
#include "widgets/resultspane.h"
#include "widgets/runheader.h"
#include "widgets/settings.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <KMessageWidget>

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QProgressBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr auto exportFolderKey = "export/folder"_L1;

} // namespace

RunPage::RunPage(Services &services, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_header(new RunHeader({.submitAgain = actions.submitAgain,
                              .addRequests = actions.addRequests,
                              .startRun = actions.startRun,
                              .checkNow = actions.checkNow,
                              .fetchPartial = actions.fetchPartial,
                              .cancelRun = actions.cancelRun,
                              .exportRun = actions.exportRun},
                             this))
    , m_message(new KMessageWidget(this))
    , m_progress(new QProgressBar(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewPane(services, this))
    , m_requestModel(new DraftModel(services.pool(), this))
    , m_requests(new QTableView(this))
    , m_request(new TextViewer(services.pool(), tr("Request"), this))
    , m_results(new ResultsPane(services.pool(), this))
    , m_remote(new RemoteRequestsPane(
          [&services](RunId run, const RequestQuery &query) {
              return services.driver().requests(run, query);
          },
          this))
{
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setAccessibleName(tr("Export"));
    m_progress->hide();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("&Overview"));
    m_tabs->addTab(buildRequests(), tr("&Requests"));
    m_tabs->addTab(m_results, tr("Res&ults"));
    m_tabs->addTab(m_remote, tr("A&t the provider"));
    keptlook::tabs(*m_tabs, u"run"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(m_tabs, 1);

    connect(m_header, &RunHeader::backPressed, this, &RunPage::closed);
    connect(m_overview, &OverviewPane::outcomeWanted, this, [this](Outcome outcome) {
        m_tabs->setCurrentWidget(m_results);
        m_results->showOutcome(outcome);
    });
    connect(m_results, &ResultsPane::readFailed, this,
            [this](const Error &error) { tell(userText(error), true); });
    connect(m_results, &ResultsPane::told, this, [this](const QString &text) { tell(text); });
    connect(m_results, &ResultsPane::exportChosenWanted, this, &RunPage::exportChosen);
    connect(&services.library(), &Library::batchesChanged, this, [this](const QList<BatchId> &ids) {
        for (const BatchId id : ids)
            if (const Batch *batch = m_services.library().batch(id); batch && batch->run == m_run)
                return refresh();
    });
    connect(&services.library(), &Library::runsChanged, this, [this](const QList<RunId> &ids) {
        if (ids.contains(m_run))
            refresh();
    });
    m_exportTick.setInterval(std::chrono::milliseconds(100));
    connect(&m_exportTick, &QTimer::timeout, this, [this] {
        const QFuture<Result<ExportReport>> future = m_exporting.future();
        m_progress->setRange(0, std::max(0, future.progressMaximum()));
        m_progress->setValue(future.progressValue());
    });
}

RunPage::~RunPage() = default;

QWidget *RunPage::buildRequests()
{
    m_requests->setModel(m_requestModel);
    m_requests->setAccessibleName(tr("Requests"));
    tablelook::apply(*m_requests);
    m_requests->setSelectionMode(QAbstractItemView::SingleSelection);
    m_requests->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_requests->setColumnWidth(DraftModel::NumberColumn, letter * 8);
    m_requests->setColumnWidth(DraftModel::IdColumn, letter * 22);
    m_requests->setColumnWidth(DraftModel::ModelColumn, letter * 20);
    keptlook::columns(*m_requests, u"requests"_s, DraftModel::IdColumn);
    connect(m_requests->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunPage::showRequest);
    connect(m_requestModel, &QAbstractItemModel::dataChanged, this, &RunPage::showRequest);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_requests);
    split->addWidget(m_request);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    keptlook::splitter(*split, u"requests"_s);
    return split;
}

void RunPage::showRun(RunId run)
{
    if (m_run != run) {
        m_run = run;
        m_mark.clear();
        m_joined.reset();
        m_joining = {};
        m_message->hide();
        m_results->clear();
        m_requestModel->setFile({}, nullptr);
        m_request->setProse({});
        m_overview->setCertificate(std::nullopt);
        m_remote->setRun(run);
    }
    refresh();
}

void RunPage::showRemote()
{
    const std::vector<const Batch *> batches = m_services.library().batches(m_run);
    const Dialect *dialect
        = batches.empty() ? nullptr : m_services.dialect(batches.front()->connection);
    const QSignalBlocker unasked(m_tabs); // it is no person who leaves a tab that goes
    m_tabs->setTabVisible(m_tabs->indexOf(m_remote),
                          dialect && dialect->requests
                              && !batches.front()->facts.remoteId.isEmpty());
}

void RunPage::showResults()
{
    m_tabs->setCurrentWidget(m_results);
}

void RunPage::refresh()
{
    const Run *run = m_services.library().run(m_run);
    if (!run)
        return;
    m_header->showRun(summarise(m_services.library(), *run));
    m_overview->showRun(m_run);
    showRemote();
    m_results->setTarget(target(*run));
    Q_EMIT stateChanged();
    join();
}

std::optional<RequestTarget> RunPage::target(const Run &run) const
{
    const Connection *connection = m_services.library().connection(run.connection);
    if (!connection)
        return std::nullopt;
    const Result<Profile> profile = m_services.profiles().effective(*connection);
    if (!profile)
        return std::nullopt;
    RequestTarget target{.base
                         = connection->baseUrl.isEmpty() ? profile->baseUrl : connection->baseUrl,
                         .endpoint = run.endpoint,
                         .request = {},
                         .keyVariable = connection->keySource == KeySource::Environment
                             ? connection->keyVariable.toUtf8()
                             : QByteArray()};
    // The practice provider is at another address each time, and answers batches alone.
    if (profile->isPractice || target.base.isEmpty())
        return std::nullopt;
    target.request.auth = profile->auth;
    target.request.headers = profile->headers;
    return target;
}

/// Changes when joining again would give something else.
QByteArray RunPage::resultsMark() const
{
    QByteArray mark;
    for (const Batch *batch : m_services.library().batches(m_run)) {
        mark += batch->id.toString().toUtf8() + stateName(batch->facts.state).toUtf8();
        for (const ResultFile &file : batch->resultFiles)
            mark += file.path.toUtf8() + file.sha256;
        if (isTerminal(batch->facts.state) && batch->facts.counts.total)
            mark += QByteArray::number(*batch->facts.counts.total);
    }
    return mark;
}

void RunPage::join()
{
    const QByteArray mark = resultsMark();
    if (mark == m_mark)
        return;
    m_mark = mark;
    m_joining = TaskHandle(m_services.results(m_run));
    m_joining.future().then(this,
                            [this, mark](const Result<std::shared_ptr<const RunResults>> &results) {
                                if (mark == m_mark)
                                    joined(results);
                            });
}

void RunPage::joined(const Result<std::shared_ptr<const RunResults>> &results)
{
    m_joining = {};
    if (!results) {
        tell(userText(results.error()), true);
        return;
    }
    const bool first = !m_joined;
    m_joined = *results;
    m_overview->setCertificate(m_joined->certificate());
    m_results->setResults(m_joined);
    const Run *run = m_services.library().run(m_run);
    if (first && run && m_joined->requestIndex()) {
        m_requestModel->setFile(m_services.library().absolute(run->inputFile),
                                m_joined->requestIndex());
        m_requests->setCurrentIndex(m_requestModel->index(0, DraftModel::IdColumn));
    }
    Q_EMIT stateChanged();
}

void RunPage::showRequest()
{
    const int row = m_requests->currentIndex().row();
    if (row < 0 || row >= m_requestModel->rowCount())
        return;
    if (const QByteArray line = m_requestModel->line(row); !line.isEmpty())
        m_request->setJson(line);
}

QString RunPage::exportObstacle() const
{
    if (m_exporting.isRunning())
        return tr("An export is under way.");
    if (!m_joined)
        return tr("The results are not read yet.");
    if (m_joined->certificate().count(Outcome::Pending) == m_joined->count())
        return tr("There are no results yet.");
    return {};
}

void RunPage::focusSearch()
{
    showResults();
    m_results->focusSearch();
}

void RunPage::exportResults()
{
    askForFile(m_results->shownRows() ? tr("Export the rows that are shown") : tr("Export results"),
               [this] { return m_results->shownRows(); });
}

void RunPage::exportChosen()
{
    if (const QString obstacle = exportObstacle(); !obstacle.isEmpty())
        tell(obstacle);
    else if (!m_results->chosenRows().empty())
        askForFile(tr("Export the rows that are chosen"),
                   [rows = std::optional(m_results->chosenRows())] { return rows; });
}

void RunPage::askForFile(const QString &title, const RowsToExport &rows)
{
    const Run *run = m_services.library().run(m_run);
    if (!run || !exportObstacle().isEmpty())
        return;
    const QString preferred = Preferences::load().exportFolder;
    const QString folder = !preferred.isEmpty()
        ? preferred
        : QSettings(settingsFile(), QSettings::IniFormat)
              .value(exportFolderKey,
                     QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
              .toString();
    auto *dialog = new QFileDialog(
        this, title, folder + u'/' + safeFileName(run->name, u"results"_s) + ".csv"_L1,
        exportFilters().join(";;"_L1));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1)      ? u"jsonl"_s
                                     : filter.contains("xlsx"_L1) ? u"xlsx"_s
                                                                  : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, rows](const QString &path) {
        const QString chosen = dialog->selectedNameFilter();
        const bool withRequests = chosen == exportFilters().last();
        exportTo(path, rows(), withRequests);
    });
    dialog->open();
}

QStringList RunPage::exportFilters() const
{
    return {tr("Table (*.csv)"), tr("Spreadsheet (*.xlsx)"), tr("Lines as they came (*.jsonl)"),
            tr("Requests beside results (*.jsonl)")};
}

void RunPage::exportTo(const QString &path, std::optional<std::vector<qint64>> rows,
                       bool withRequests)
{
    if (!m_joined)
        return;
    QSettings(settingsFile(), QSettings::IniFormat)
        .setValue(exportFolderKey, QFileInfo(path).absolutePath());
    ExportOptions options;
    options.path = path;
    options.format = exportFormatOf(path).value_or(ExportFormat::Csv);
    options.withRequests = withRequests && options.format == ExportFormat::Jsonl;
    options.rows = std::move(rows);
    m_exporting = TaskHandle(::exportResults(m_services.pool(), m_joined, options));
    m_progress->show();
    m_exportTick.start();
    Q_EMIT stateChanged();
    m_exporting.future().then(this, [this](const Result<ExportReport> &report) {
        m_exporting = {};
        m_exportTick.stop();
        m_progress->hide();
        Q_EMIT stateChanged();
        if (!report) {
            tell(userText(report.error()), true);
            return;
        }
        QString text
            = tr("Wrote %Ln row(s) to %1.", nullptr, int(report->rows)).arg(report->written);
        if (report->cutCells > 0)
            text += u' '
                + tr("%Ln text(s) were longer than a cell may be and were cut.", nullptr,
                     int(report->cutCells));
        if (report->guardedCells > 0)
            text += u' '
                + tr("%Ln cell(s) that a spreadsheet would run as a formula got an apostrophe.",
                     nullptr, int(report->guardedCells));
        tell(text, false, QFileInfo(report->written).absolutePath());
    });
}

void RunPage::tell(const QString &text, bool isError, const QString &folder)
{
    for (QAction *action : m_message->actions())
        m_message->removeAction(action);
    if (!folder.isEmpty()) {
        auto *open = new QAction(icons::named(u"folder-open"_s), tr("Open folder"), m_message);
        connect(open, &QAction::triggered, this,
                [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        m_message->addAction(open);
    }
    m_message->setMessageType(isError ? KMessageWidget::Error : KMessageWidget::Positive);
    m_message->setText(text.toHtmlEscaped());
    m_message->show();
    announce(*this, text);
}

#include "moc_runpage.cpp"
