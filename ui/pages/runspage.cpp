// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/runspage.h"

#include "actions.h"
#include "delegates/labelsdelegate.h"
#include "delegates/progressdelegate.h"
#include "library/library.h"
#include "models/runfiltermodel.h"
#include "models/runmodel.h"
#include "theme/icons.h"
#include "widgets/daystrip.h"
#include "widgets/doubtnote.h"
#include "widgets/keptlook.h"
#include "widgets/runfilterbar.h"
#include "widgets/tablelook.h"
#include "widgets/welcome.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RunsPage::RunsPage(const Library &library, RunModel &runs, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_actions(actions)
    , m_filter(new RunFilterModel(this))
    , m_pages(new QStackedWidget(this))
    , m_welcome(new Welcome(library.folder(), this))
    , m_list(new QWidget(this))
    , m_rows(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_bar(new RunFilterBar(library, runs, this))
    , m_doubt(new DoubtNote(runs, this))
    , m_days(new DayStrip(runs, runs.clock(), this))
{
    m_filter->setFilter(m_bar->filter());
    m_filter->setSourceModel(&runs);
    buildTable();
    m_nothing = buildNothingFound();
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_nothing);

    // A note is as wide as the window, like every other message of it.
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_doubt);
    auto *below = new QVBoxLayout(new QWidget(m_list));
    below->addWidget(m_bar);
    below->addWidget(m_rows, 1);
    below->addWidget(m_days);
    column->addWidget(below->parentWidget(), 1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_list);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_bar, &RunFilterBar::changed, this, [this] {
        m_filter->setFilter(m_bar->filter());
        update();
    });
    connect(m_bar, &RunFilterBar::listWanted, this, [this] {
        if (m_filter->rowCount() == 0)
            return;
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_doubt, &DoubtNote::lookWanted, this, &RunsPage::lookWanted);
    connect(m_doubt, &DoubtNote::showWanted, this, [this] {
        m_bar->setFilter(
            {.text = {}, .group = RunFilter::Group::Uncertain, .connection = {}, .tag = {}});
        m_table->setFocus();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &RunsPage::update);
    connect(m_welcome, &Welcome::sampleRunWanted, this, &RunsPage::sampleRunWanted);
    connect(m_welcome, &Welcome::practiceWanted, this, &RunsPage::practiceWanted);
    connect(m_welcome, &Welcome::filesWanted, actions.openFiles, &QAction::trigger);
    connect(m_welcome, &Welcome::emptyRunWanted, actions.newRun, &QAction::trigger);
    connect(m_welcome, &Welcome::connectionWanted, actions.connections, &QAction::trigger);
    connect(m_days, &DayStrip::obstacleChanged, this, &RunsPage::daysObstacleChanged);
    connect(m_days, &DayStrip::left, this, [this] { m_table->setFocus(); });
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] { tellTimes(); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&runs, signal, this, &RunsPage::tellTimesSoon);
    connect(&runs, &QAbstractItemModel::dataChanged, this, &RunsPage::tellTimesSoon);
    update();
}

RunsPage::~RunsPage() = default;

void RunsPage::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Runs"));
    tablelook::apply(*m_table, tablelook::Rows::Roomy);
    m_table->setItemDelegateForColumn(RunModel::Progress, new ProgressDelegate(m_table));
    m_table->setItemDelegateForColumn(RunModel::Tags, new LabelsDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunModel::WhatNow, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < RunModel::ColumnsEnd; ++column)
        m_table->setColumnWidth(column, m_runs.widthHint(column) * character);
    header->setSectionResizeMode(RunModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(character * 7);
    // The number of requests stands in the progress, the others on the run's own page.
    for (const int column : {RunModel::Requests, RunModel::ModelName, RunModel::Checked})
        m_table->setColumnHidden(column, true);
    keptlook::columns(*m_table, u"runs"_s, RunModel::Name);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT runWanted(index.data(IdRole).value<RunId>());
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &RunsPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsPage::selectionChanged);
}

QWidget *RunsPage::buildNothingFound()
{
    auto *page = new QWidget(this);
    auto *text = new QLabel(tr("No run fits the search."), page);
    text->setAlignment(Qt::AlignCenter);
    auto *all = new QPushButton(icons::named(u"edit-clear"_s), tr("Show all runs"), page);
    connect(all, &QPushButton::clicked, this, [this] {
        m_bar->clear();
        m_table->setFocus();
    });
    auto *column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(text);
    column->addWidget(all, 0, Qt::AlignHCenter);
    column->addStretch();
    return page;
}

void RunsPage::update()
{
    const bool any = m_runs.rowCount() > 0;
    m_pages->setCurrentWidget(any ? m_list : static_cast<QWidget *>(m_welcome));
    setFocusProxy(any ? static_cast<QWidget *>(m_table) : m_welcome);
    m_rows->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_table)
                                                      : m_nothing);
    m_bar->setCount(m_filter->rowCount(), m_runs.rowCount());
}

/// "20 s ago" is only told while somebody can see it, and "2 h ago" not each second.
void RunsPage::tellTimes()
{
    if (!isVisible() || window()->isMinimized())
        return m_tick.stop();
    m_runs.tick(); // tells of a change, too, which is none that matters here
    m_tick.start(m_runs.timesHoldFor());
}

void RunsPage::tellTimesSoon()
{
    if (isVisible() && (!m_tick.isActive() || m_tick.remainingTimeAsDuration() > 1s))
        m_tick.start(1s);
}

bool RunsPage::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowActivate: tellTimes(); break; // the last: when it is no longer minimised
    default: break;
    }
    return done;
}

QList<RunId> RunsPage::selectedRuns() const
{
    QList<RunId> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        ids.append(index.data(IdRole).value<RunId>());
    return ids;
}

void RunsPage::select(RunId run)
{
    const QModelIndex index = m_filter->mapFromSource(m_runs.index(m_runs.rowOf(run), 0));
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void RunsPage::focusSearch()
{
    m_bar->focusSearch();
}

void RunsPage::toggleDays()
{
    m_days->toggle();
}

QString RunsPage::daysObstacle() const
{
    return m_days->obstacle();
}

/// The name takes what the others leave, but stays readable: a narrow window scrolls sideways.
void RunsPage::fitName()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int least = fontMetrics().averageCharWidth() * 22;
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        if (column != RunModel::Name)
            others += header->sectionSize(column);
    const bool fits = m_table->viewport()->width() - others >= least;
    const auto mode = fits ? QHeaderView::Stretch : QHeaderView::Interactive;
    if (header->sectionResizeMode(RunModel::Name) == mode)
        return;
    header->setSectionResizeMode(RunModel::Name, mode);
    if (!fits)
        header->resizeSection(RunModel::Name, least);
}

bool RunsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitName();
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    // Some styles open on a single click only: Enter always opens.
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentIndex().isValid()) {
        Q_EMIT runWanted(m_table->currentIndex().data(IdRole).value<RunId>());
        return true;
    }
    if (key == Qt::Key_Escape && !m_bar->filter().isEmpty()) {
        m_bar->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunsPage::showMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_actions.openRun, m_actions.exportRun});
    menu->addSeparator();
    menu->addActions({m_actions.checkNow, m_actions.fetchPartial, m_actions.cancelRun,
                      m_actions.submitAgain, m_actions.submitProblems});
    menu->addSeparator();
    menu->addActions({m_actions.addRequests, m_actions.startRun});
    menu->addSeparator();
    menu->addActions({m_actions.tags, m_actions.copyId, m_actions.deleteRun});
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

#include "moc_runspage.cpp"
