// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/remoterequestspane.h"

#include "models/columns.h"
#include "theme/icons.h"
#include "widgets/keptlook.h"
#include "widgets/messagelook.h"
#include "widgets/statepane.h"
#include "widgets/tablelook.h"

#include <KMessageWidget>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RemoteRequestsPane::RemoteRequestsPane(RemoteRequestListing::Ask ask, QWidget *parent)
    : QWidget(parent)
    , m_model(new RemoteRequestModel(this))
    , m_listing(new RemoteRequestListing(*m_model, std::move(ask), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_status(new QComboBox(this))
    , m_refresh(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_trouble(new KMessageWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_state(new StatePane(this))
    , m_again(new QAction(icons::named(u"view-refresh"_s), tr("&Refresh"), this))
    , m_more(new QToolButton(this))
{
    m_again->setToolTip(tr("Ask the provider for its list again (F5)"));
    m_trouble->setMessageType(KMessageWidget::Error);
    m_trouble->setCloseButtonVisible(false);
    m_trouble->setWordWrap(true);
    messagelook::apply(*m_trouble);
    m_trouble->hide();
    build();
    connect(m_again, &QAction::triggered, m_listing, &RemoteRequestListing::refresh);
    connect(m_listing, &RemoteRequestListing::changed, this, &RemoteRequestsPane::update);
    connect(m_more, &QToolButton::clicked, m_listing, &RemoteRequestListing::loadMore);
    connect(m_status, &QComboBox::activated, this, &RemoteRequestsPane::filter);
    connect(m_status->lineEdit(), &QLineEdit::editingFinished, this, &RemoteRequestsPane::filter);
    connect(m_status->lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            filter();
    });
    update();
}

RemoteRequestsPane::~RemoteRequestsPane()
{
    // A line edit that has the focus says that it was finished while it goes.
    m_status->lineEdit()->disconnect(this);
}

void RemoteRequestsPane::build()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SortRole);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Requests at the provider"));
    tablelook::apply(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as the provider orders them
    for (int column = 0; column < RemoteRequestModel::ColumnsEnd; ++column)
        m_table->setColumnWidth(column,
                                m_model->widthHint(column) * fontMetrics().averageCharWidth());
    m_table->horizontalHeader()->setStretchLastSection(true);
    keptlook::columns(*m_table, u"remote-requests"_s, RemoteRequestModel::CustomId);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);

    m_status->setEditable(true);
    m_status->setInsertPolicy(QComboBox::NoInsert);
    m_status->setAccessibleName(tr("Status"));
    m_status->setToolTip(tr("Only requests with this status, in the provider's own word"));
    m_status->lineEdit()->setPlaceholderText(tr("Any status"));
    m_status->lineEdit()->setClearButtonEnabled(true);
    m_status->setMinimumContentsLength(14);
    m_refresh->setDefaultAction(m_again);
    m_refresh->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    m_more->setIcon(icons::named(u"go-next"_s));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto *words = new QLabel(tr("S&tatus:"), this);
    words->setBuddy(m_status);
    auto *bar = new QHBoxLayout;
    bar->addWidget(words);
    bar->addWidget(m_status);
    bar->addStretch();
    bar->addWidget(m_count);
    bar->addWidget(m_refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addLayout(bar);
    column->addWidget(m_trouble);
    column->addWidget(m_stack, 1);
    column->addWidget(m_more, 0, Qt::AlignLeading);
}

void RemoteRequestsPane::setRun(RunId run)
{
    const QSignalBlocker quiet(m_status);
    const QSignalBlocker quietText(m_status->lineEdit());
    m_status->clear();
    m_listing->setRun({});
    m_listing->setStatus({});
    m_listing->setRun(run);
    if (isVisible())
        m_listing->refresh();
}

void RemoteRequestsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_listing->state() == PagedListing::State::Idle)
        m_listing->refresh();
}

bool RemoteRequestsPane::event(QEvent *event)
{
    // F5 means this list here, and not the run that it means elsewhere.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)
        if (const auto *key = static_cast<QKeyEvent *>(event); key->key() == Qt::Key_F5) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                m_listing->refresh();
            return true;
        }
    return QWidget::event(event);
}

void RemoteRequestsPane::filter()
{
    m_listing->setStatus(m_status->currentText().trimmed());
}

void RemoteRequestsPane::update()
{
    showState();
    offerStatuses();
    const bool loading = m_listing->isLoadingMore();
    m_more->setVisible(m_listing->state() == PagedListing::State::Shown);
    m_more->setEnabled(m_listing->hasMore() && !loading);
    m_more->setText(loading ? tr("Loading…") : tr("Load &More"));
    m_more->setToolTip(m_listing->hasMore() ? tr("Ask for the requests behind these")
                                            : tr("The provider has no more than these"));
    const int count = m_model->rowCount();
    m_count->setText(count == 0 ? QString() : tr("%Ln request(s)", nullptr, count));
}

void RemoteRequestsPane::showState()
{
    using State = PagedListing::State;
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_state);
    if (any && m_listing->error())
        m_trouble->setText(userText(*m_listing->error()).toHtmlEscaped());
    m_trouble->setVisible(any && m_listing->error().has_value());
    switch (m_listing->state()) {
    case State::Idle:
    case State::Loading:
        m_state->say({.icon = u"view-refresh"_s,
                      .heading = tr("Asking the provider for its list…"),
                      .isBusy = true});
        break;
    case State::Shown:
        m_state->say({.icon = u"folder"_s,
                      .heading = m_listing->status().isEmpty()
                          ? tr("The provider has no requests of this run")
                          : tr("No request has this status")});
        break;
    case State::Failed:
        m_state->say({.icon = u"dialog-error"_s,
                      .heading = tr("The list could not be fetched"),
                      .words = m_listing->error() ? userText(*m_listing->error()) : QString(),
                      .actions = {m_again}});
        break;
    case State::NotSupported:
        m_state->say({.icon = u"dialog-information"_s,
                      .heading = tr("This provider does not list requests"),
                      .words = tr("What was sent is under “Requests”, what came back under "
                                  "“Results”.")});
        break;
    }
}

/// The provider's words are known as far as they were seen.
void RemoteRequestsPane::offerStatuses()
{
    const QSignalBlocker quiet(m_status);
    const QSignalBlocker quietText(m_status->lineEdit());
    const QStringList words = m_model->statuses();
    const QString typed = m_status->currentText();
    bool isNew = false;
    for (const QString &word : words)
        if (m_status->findText(word) < 0) {
            m_status->addItem(word);
            isNew = true;
        }
    if (isNew) {
        m_status->setCurrentIndex(m_status->findText(typed));
        m_status->setEditText(typed);
    }
}

#include "moc_remoterequestspane.cpp"
