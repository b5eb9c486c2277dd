// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/runpage.h"

#include "actions.h"
#include "models/nextstep.h"
#include "models/runfiles.h"
#include "models/runoutlook.h"
#include "models/runsummary.h"
#include "results/requestcopy.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/exportbar.h"
#include "widgets/figurespane.h"
#include "widgets/filespane.h"
#include "widgets/keptlook.h"
#include "widgets/norows.h"
#include "widgets/overviewpane.h"
#include "widgets/problemspane.h"
#include "widgets/rawpane.h"
#include "widgets/remoterequestspane.h"
#include "widgets/requestrepeater.h"
#include "widgets/resultspane.h"
#include "widgets/runheader.h"
#include "widgets/sentrequestspane.h"
#include "widgets/showinfolder.h"
#include "widgets/toldmessage.h"
#include "widgets/usable.h"

#include <QAction>
#include <QLocale>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RunPage::RunPage(Services &services, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_actions(actions)
    , m_openFolder(new QAction(icons::named(u"folder-open"_s), tr("Open Folder"), this))
    , m_header(new RunHeader(
          {.submitAgain = actions.submitAgain,
           .addRequests = actions.addRequests,
           .startRun = actions.startRun,
           .checkNow = actions.checkNow,
           .fetchPartial = actions.fetchPartial,
           .cancelRun = actions.cancelRun,
           .exportRun = actions.exportRun,
           .more = {actions.submitProblems, actions.copyId, m_openFolder, actions.deleteRun}},
          this))
    , m_message(new ToldMessage(this))
    , m_export(new ExportBar(services.pool(), this))
    , m_repeater(new RequestRepeater(services, this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewPane(services, this))
    , m_requests(new SentRequestsPane(services.pool(), this))
    , m_results(new ResultsPane(services.pool(), this))
    , m_problems(new ProblemsPane(services.pool(), this))
    , m_figures(new FiguresPane(this))
    , m_files(new FilesPane(services.pool(), this))
    , m_raw(new RawPane(services.pool(), this))
    , m_remote(new RemoteRequestsPane(
          [&services](RunId run, const RequestQuery &query) {
              return services.driver().requests(run, query);
          },
          this))
{
    build();
    follow();
}

RunPage::~RunPage() = default;

void RunPage::build()
{
    usable::setTip(m_openFolder, tr("Open the folder with the files of this run"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("&Overview"));
    m_tabs->addTab(m_requests, tr("Re&quests"));
    m_tabs->addTab(m_results, tr("Res&ults"));
    m_tabs->addTab(m_problems, tr("Pro&blems"));
    m_tabs->addTab(m_figures, tr("Fi&gures"));
    m_tabs->addTab(m_files, tr("F&iles"));
    m_tabs->addTab(m_raw, tr("R&aw replies"));
    m_tabs->addTab(m_remote, tr("At the provi&der"));
    keptlook::tabs(*m_tabs, u"run"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_export);
    column->addWidget(m_tabs, 1);
}

void RunPage::follow()
{
    connect(m_openFolder, &QAction::triggered, this, &RunPage::openFolder);
    connect(m_header, &RunHeader::backPressed, this, &RunPage::closed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RunPage::showTab);
    connect(m_overview, &OverviewPane::outcomeWanted, this, [this](Outcome outcome) {
        m_tabs->setCurrentWidget(m_results);
        m_results->showOutcome(outcome);
    });
    connect(m_problems, &ProblemsPane::searchWanted, this, [this](const QString &search) {
        m_tabs->setCurrentWidget(m_results);
        m_results->showSearch(search);
    });
    connect(m_problems, &ProblemsPane::repeatWanted, this, &RunPage::repeat);
    connect(m_repeater, &RequestRepeater::stateChanged, this, &RunPage::showObstacle);
    connect(m_repeater, &RequestRepeater::ready, this, [this](const RepeatedRequests &requests) {
        m_message->hide();
        Q_EMIT repeatWanted(requests);
    });
    const auto done = [this](const QString &text) { tell(text, false); };
    connect(m_problems, &ProblemsPane::told, this, done);
    connect(m_files, &FilesPane::told, this, done);
    connect(m_raw, &RawPane::told, this, done);
    const auto failed = [this](const Error &error) { tell(userText(error), true); };
    connect(m_export, &ExportBar::stateChanged, this, &RunPage::stateChanged);
    connect(m_export, &ExportBar::told, this,
            [this](const QString &text, const QString &file) { tell(text, false, file); });
    connect(m_export, &ExportBar::failed, this, failed);
    connect(m_repeater, &RequestRepeater::failed, this, failed);
    connect(m_results, &ResultsPane::readFailed, this, failed);
    connect(m_problems, &ProblemsPane::failed, this, failed);
    connect(m_results, &ResultsPane::told, this, [this](const QString &text) { tell(text); });
    connect(m_results, &ResultsPane::exportChosenWanted, this, &RunPage::exportChosen);
    connect(&m_services.library(), &Library::batchesChanged, this,
            [this](const QList<BatchId> &ids) {
                for (const BatchId id : ids)
                    if (const Batch *batch = m_services.library().batch(id);
                        batch && batch->run == m_run)
                        return refresh();
            });
    connect(&m_services.library(), &Library::runsChanged, this, [this](const QList<RunId> &ids) {
        if (ids.contains(m_run))
            refresh();
    });
}

void RunPage::showRun(RunId run)
{
    if (m_run != run) {
        m_run = run;
        clear();
        m_remote->setRun(run);
    }
    refresh();
}

void RunPage::clear()
{
    m_mark.clear();
    m_joined.reset();
    m_joining = {};
    m_read.reset();
    m_reading = {};
    m_repeater->stop();
    m_onceRead = {};
    m_message->hide();
    m_results->clear();
    m_requests->clear();
    m_problems->showReading();
    m_figures->showReading();
    m_tabs->setTabText(m_tabs->indexOf(m_problems), tr("Pro&blems"));
    m_overview->setCertificate(std::nullopt);
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
    const QDateTime now = m_services.clock().now();
    const std::optional<Harm> harm
        = harmOf(m_services.library(), m_services.profiles(), m_run, now);
    const RunSummary summary = summarise(m_services.library(), *run);
    m_header->showRun(summary, harm ? nextstep::harmText(*harm, now) : QString());
    m_overview->showRun(m_run);
    showRemote();
    m_results->setTarget(requestTarget(m_services, *run));
    showTab();
    const bool hasFiles = !filesOf(*run, m_services.library().batches(m_run), {}).isEmpty();
    usable::set(m_openFolder, hasFiles ? QString() : tr("There are no files of this run yet"));
    const StatePane::Content nothing
        = noRows(summary, {m_actions.checkNow, m_actions.fetchPartial, m_actions.submitAgain});
    m_results->setNothing(nothing);
    m_problems->setNothing(nothing);
    join();
    showObstacle();
}

void RunPage::showTab()
{
    const Run *run = m_services.library().run(m_run);
    if (!run)
        return;
    const std::vector<const Batch *> batches = m_services.library().batches(m_run);
    const QWidget *shown = m_tabs->currentWidget();
    if (shown == m_files)
        m_files->showFiles(filesOf(*run, batches, m_services.library().folder()));
    else if (shown == m_raw)
        m_raw->showReplies(rawReplies(batches));
    else if (shown == m_problems || shown == m_figures)
        readFigures();
}

void RunPage::readFigures()
{
    if (!m_joined || m_read == m_joined)
        return;
    m_read = m_joined;
    m_reading = TaskHandle(::readFigures(m_services.pool(), m_joined));
    m_reading.future().then(
        this, [this, of = m_joined](const Result<std::shared_ptr<const RunFigures>> &figures) {
            if (of == m_read)
                figuresRead(figures);
        });
}

void RunPage::figuresRead(const Result<std::shared_ptr<const RunFigures>> &figures)
{
    m_reading = {};
    if (!figures) {
        m_problems->showFailure(figures.error());
        m_figures->showFailure(figures.error());
        return;
    }
    m_problems->showProblems(m_read, *figures);
    m_figures->showFigures(*figures);
}

void RunPage::openFolder()
{
    const Run *run = m_services.library().run(m_run);
    const QString file = run ? newestPath(filesOf(*run, m_services.library().batches(m_run),
                                                  m_services.library().folder()))
                             : QString();
    if (!file.isEmpty())
        showInFolder(file);
}

void RunPage::join()
{
    const QByteArray mark = resultsMark(m_services.library().batches(m_run));
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
        m_joined.reset();
        m_onceRead = {};
        tell(userText(results.error()), true);
        m_problems->showFailure(results.error());
        m_figures->showFailure(results.error());
        return showObstacle();
    }
    const bool first = !m_joined;
    m_joined = *results;
    m_overview->setCertificate(m_joined->certificate());
    m_results->setResults(m_joined);
    const Certificate &certificate = m_joined->certificate();
    const qint64 problems = withoutGoodAnswer(certificate);
    m_tabs->setTabText(m_tabs->indexOf(m_problems),
                       problems > 0
                           //: a tab, and the number of rows that it is about
                           ? tr("Pro&blems (%1)").arg(QLocale().toString(problems))
                           : tr("Pro&blems"));
    const Run *run = m_services.library().run(m_run);
    if (first && run && m_joined->requestIndex())
        m_requests->setRequests(m_services.library().absolute(run->inputFile),
                                m_joined->requestIndex());
    showTab();
    showObstacle();
    if (const auto wish = std::exchange(m_onceRead, {}))
        wish();
}

void RunPage::focusSearch()
{
    showResults();
    m_results->focusSearch();
}

QString RunPage::exportObstacle() const
{
    if (m_export->isRunning())
        return tr("An export is under way.");
    if (!m_joined)
        return tr("The results are not read yet.");
    if (m_joined->certificate().count(Outcome::Pending) == m_joined->count())
        return tr("There are no results yet.");
    return {};
}

/// Old results are shown while newer ones are read.
bool RunPage::isRead() const
{
    return m_joined && !m_joining.future().isValid();
}

QString RunPage::repeatObstacle() const
{
    return m_repeater->obstacle(m_run, isRead() ? m_joined.get() : nullptr);
}

void RunPage::repeat(std::optional<std::vector<quint32>> rows)
{
    const QString obstacle = repeatObstacle();
    tell(obstacle.isEmpty() ? tr("The requests are being taken together…") : obstacle);
    if (obstacle.isEmpty())
        m_repeater->repeat(m_joined, std::move(rows));
}

void RunPage::showObstacle()
{
    m_problems->setRepeatObstacle(repeatObstacle());
    Q_EMIT stateChanged();
}

void RunPage::onceRead(std::function<void()> wish)
{
    if (isRead())
        wish();
    else
        m_onceRead = std::move(wish);
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
    if (run && exportObstacle().isEmpty())
        m_export->ask(title, run->name, [this, rows] {
            return ExportBar::What{.results = m_joined, .rows = rows()};
        });
}

void RunPage::exportTo(const QString &path, std::optional<std::vector<qint64>> rows,
                       bool withRequests)
{
    if (m_joined)
        m_export->exportTo({.results = m_joined, .rows = std::move(rows)}, path, withRequests);
}

void RunPage::tell(const QString &text, bool isError, const QString &file)
{
    m_message->tell(text, isError ? KMessageWidget::Error : KMessageWidget::Positive, file);
}

#include "moc_runpage.cpp"
