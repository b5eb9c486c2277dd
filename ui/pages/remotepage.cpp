// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/remotepage.h"

#include "actions.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/keptlook.h"
#include "widgets/messagelook.h"
#include "widgets/remotefilter.h"
#include "widgets/remotestate.h"
#include "widgets/statepane.h"
#include "widgets/tablelook.h"

#include <KMessageWidget>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RemotePage::RemotePage(Services &services, RemoteListing::Ask ask, Actions &actions,
                       QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(new RemoteModel(services.library(), services.clock(), this))
    , m_listing(new RemoteListing(*m_model, std::move(ask), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new RemoteFilter(services, this))
    , m_count(new QLabel(this))
    , m_trouble(new KMessageWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_state(new StatePane(this))
    , m_anyStatus(new QAction(icons::named(u"edit-clear"_s), tr("Any Status"), this))
    , m_more(new QToolButton(this))
    , m_id(new QLineEdit(this))
    , m_followId(new QToolButton(this))
{
    m_trouble->setMessageType(KMessageWidget::Error);
    m_trouble->setCloseButtonVisible(false);
    m_trouble->setWordWrap(true);
    messagelook::apply(*m_trouble);
    m_trouble->hide();
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->addLayout(buildHeader());
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_filter);
    choice->addStretch();
    choice->addWidget(m_count);
    column->addLayout(choice);
    column->addWidget(m_trouble);
    column->addWidget(m_stack, 1);
    column->addLayout(buildFooter());
    connectParts();
    setFocusProxy(m_filter);
    update();
}

RemotePage::~RemotePage()
{
    // A line edit that has the focus says that it was finished while it goes.
    m_filter->disconnect(this);
}

QLayout *RemotePage::buildHeader()
{
    auto *back = new QToolButton(this);
    back->setIcon(icons::named(u"go-previous"_s));
    back->setAutoRaise(true);
    back->setFocusPolicy(Qt::StrongFocus);
    back->setToolTip(tr("Back to the runs"));
    back->setAccessibleName(back->toolTip());
    connect(back, &QToolButton::clicked, this, &RemotePage::closed);
    auto *title = new QLabel(tr("At the provider"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addWidget(title);
    row->addStretch();
    for (QAction *action : {m_actions.followBatch, m_actions.followWithFile, m_actions.openRun,
                            m_actions.cancelRun, m_actions.refreshList}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    return row;
}

QLayout *RemotePage::buildFooter()
{
    m_more->setText(tr("Load &More"));
    m_more->setIcon(icons::named(u"go-next"_s));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_id->setAccessibleName(tr("Id of a batch to follow"));
    m_id->setPlaceholderText(u"batch_…"_s);
    m_id->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    m_followId->setText(tr("Follow"));
    m_followId->setAccessibleName(tr("Follow the batch with this id"));
    m_followId->setFocusPolicy(Qt::StrongFocus);
    auto *words = new QLabel(tr("Follow a batch by its &id:"), this);
    words->setBuddy(m_id);
    auto *row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addStretch();
    row->addWidget(words);
    row->addWidget(m_id, 1);
    row->addWidget(m_followId);
    return row;
}

void RemotePage::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Batches at the provider"));
    tablelook::apply(*m_table, tablelook::Rows::Roomy);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RemoteModel::Created, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < RemoteModel::ColumnsEnd; ++column)
        m_table->setColumnWidth(column, m_model->widthHint(column) * character);
    header->setSectionResizeMode(RemoteModel::OurRun, QHeaderView::Stretch);
    header->setMinimumSectionSize(character * 7);
    keptlook::columns(*m_table, u"remote"_s, RemoteModel::Id);
}

void RemotePage::connectParts()
{
    connect(m_table, &QTableView::activated, this, &RemotePage::activate);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(LinkRole).toBool())
            Q_EMIT runWanted(index.data(IdRole).value<RunId>());
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &RemotePage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RemotePage::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RemotePage::selectionChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty()) // time alone changes nothing
                    update();
            });
    connect(m_listing, &RemoteListing::changed, this, &RemotePage::update);
    connect(m_anyStatus, &QAction::triggered, m_filter, &RemoteFilter::clearStatus);
    connect(m_filter, &RemoteFilter::connectionChosen, this,
            [this] { m_listing->open(connection()); });
    connect(m_filter, &RemoteFilter::statusChosen, this,
            [this] { m_listing->setStatus(m_filter->status()); });
    connect(m_filter, &RemoteFilter::pageSizeChosen, this,
            [this] { m_listing->setPageSize(m_filter->pageSize()); });
    connect(m_more, &QToolButton::clicked, m_listing, &RemoteListing::loadMore);
    connect(m_id, &QLineEdit::textChanged, this, &RemotePage::updateActions);
    connect(m_id, &QLineEdit::returnPressed, this, &RemotePage::followTyped);
    connect(m_followId, &QToolButton::clicked, this, &RemotePage::followTyped);
    connect(m_actions.refreshList, &QAction::triggered, m_listing, &RemoteListing::refresh);
    connect(m_actions.followBatch, &QAction::triggered, this, &RemotePage::follow);
    connect(m_actions.followWithFile, &QAction::triggered, this, [this] {
        if (const QStringList ids = selectedIds(); ids.size() == 1)
            Q_EMIT followWithFileWanted(connection(), ids.first());
    });
    connect(&m_tick, &QTimer::timeout, m_model, &RemoteModel::tick);
    m_listing->setPageSize(m_filter->pageSize());
}

ConnectionId RemotePage::connection() const
{
    return m_filter->connection();
}

void RemotePage::selectConnection(ConnectionId id)
{
    m_filter->selectConnection(id);
    m_listing->open(connection());
}

bool RemotePage::event(QEvent *event)
{
    // F5 means this list here, and not the run that it means elsewhere.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)
        if (const auto *key = static_cast<QKeyEvent *>(event); key->key() == Qt::Key_F5) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                m_actions.refreshList->trigger();
            return true;
        }
    return QWidget::event(event);
}

bool RemotePage::eventFilter(QObject *watched, QEvent *event)
{
    // Some styles open on a single click only: Enter always opens.
    if (watched == m_table && event->type() == QEvent::KeyPress)
        if (const auto *key = static_cast<QKeyEvent *>(event);
            (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && m_table->currentIndex().isValid()) {
            activate(m_table->currentIndex());
            return true;
        }
    return QWidget::eventFilter(watched, event);
}

void RemotePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start(10s);
    m_model->tick();
    if (m_listing->state() == RemoteListing::State::Idle)
        m_listing->open(connection());
    updateActions();
}

void RemotePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    updateActions();
}

const RemoteRow *RemotePage::rowOf(const QModelIndex &index) const
{
    return m_model->row(m_sorted->mapToSource(index).row());
}

QList<const RemoteRow *> RemotePage::selection() const
{
    QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<const RemoteRow *> rows;
    for (const QModelIndex &index : std::as_const(chosen))
        if (const RemoteRow *row = rowOf(index))
            rows.append(row);
    return rows;
}

QStringList RemotePage::selectedIds() const
{
    QStringList ids;
    for (const RemoteRow *row : selection())
        ids.append(row->batch.facts.remoteId);
    return ids;
}

QList<RunId> RemotePage::selectedRuns() const
{
    QList<RunId> runs;
    for (const RemoteRow *row : selection()) {
        if (!row->isOurs() || row->inBin)
            return {};
        if (!runs.contains(row->run))
            runs.append(row->run);
    }
    return runs;
}

void RemotePage::activate(const QModelIndex &index)
{
    const RemoteRow *row = rowOf(index);
    if (!row)
        return;
    if (row->isOurs() && !row->inBin)
        Q_EMIT runWanted(row->run);
    else
        showMenu(m_table->visualRect(index).center());
}

void RemotePage::showMenu(const QPoint &place)
{
    // The menu key does not point at a row: the menu is then where the current one is.
    QModelIndex index = m_table->indexAt(place);
    QPoint where = place;
    if (!index.isValid()) {
        index = m_table->currentIndex();
        where = m_table->visualRect(index).center();
    }
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_actions.followBatch, m_actions.followWithFile});
    menu->addSeparator();
    menu->addActions({m_actions.openRun, m_actions.cancelRun});
    menu->addSeparator();
    menu->addActions({m_actions.copyId, m_actions.refreshList});
    menu->popup(m_table->viewport()->mapToGlobal(where));
}

void RemotePage::follow()
{
    QStringList ids;
    for (const RemoteRow *row : selection())
        if (!row->isOurs())
            ids.append(row->batch.facts.remoteId);
    if (!ids.isEmpty())
        Q_EMIT followWanted(connection(), ids);
}

void RemotePage::followTyped()
{
    const QString id = m_id->text().trimmed();
    if (id.isEmpty())
        return;
    m_id->clear();
    Q_EMIT followWanted(connection(), {id});
}

void RemotePage::update()
{
    showState();
    showCount();
    const bool loading = m_listing->isLoadingMore();
    m_more->setEnabled(m_listing->hasMore() && !loading);
    m_more->setText(loading ? tr("Loading…") : tr("Load &More"));
    m_more->setToolTip(m_listing->hasMore() ? tr("Ask for the batches before these")
                                            : tr("The provider has no more than these"));
    m_table->setColumnHidden(RemoteModel::Name, !m_model->hasNames());
    m_more->setVisible(m_listing->state() == RemoteListing::State::Shown);
    updateActions();
    Q_EMIT selectionChanged();
}

void RemotePage::updateActions()
{
    const QList<const RemoteRow *> chosen = selection();
    const bool allOurs = std::ranges::all_of(chosen, &RemoteRow::isOurs);
    QString whyNot;
    if (!isVisible())
        whyNot = tr("This is for the page “At the provider”");
    else if (chosen.isEmpty())
        whyNot = tr("No batch is selected");
    else if (allOurs)
        whyNot = tr("This batch is followed already");
    Actions::setUsable(m_actions.followBatch, whyNot);
    if (whyNot.isEmpty() && chosen.size() > 1)
        whyNot = tr("Several batches are selected");
    Actions::setUsable(m_actions.followWithFile, whyNot);
    Actions::setUsable(m_actions.refreshList,
                       isVisible() ? QString() : tr("This is for the page “At the provider”"));
    m_followId->setEnabled(!m_id->text().trimmed().isEmpty());
    m_followId->setToolTip(m_followId->isEnabled() ? tr("Follow the batch with this id")
                                                   : tr("Write the id of a batch first"));
}

void RemotePage::showState()
{
    const bool any = m_model->rowCount() > 0;
    if (!any)
        m_state->say(remoteState(*m_listing, m_filter->connectionName(),
                                 {m_actions.refreshList, m_actions.connections, m_actions.back,
                                  m_actions.newRun, m_anyStatus}));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_state);
    if (any && m_listing->error())
        m_trouble->setText(userText(*m_listing->error()).toHtmlEscaped());
    m_trouble->setVisible(any && m_listing->error().has_value());
}

void RemotePage::showCount()
{
    if (m_model->rowCount() == 0) {
        m_count->clear();
        return;
    }
    const QString all = tr("%Ln batch(es)", nullptr, m_model->rowCount());
    const int ours = m_model->ours();
    //: %1 is such as "20 batches"
    m_count->setText(ours == 0 ? all : tr("%1, %Ln followed here", nullptr, ours).arg(all));
}

#include "moc_remotepage.cpp"
