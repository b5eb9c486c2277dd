// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/newrunpage.h"

#include "dialogs/repairdialog.h"
#include "models/draft.h"
#include "models/visibletext.h"
#include "services.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/draftpane.h"

#include <QHBoxLayout>

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NewRunPage::NewRunPage(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setAccessibleName(tr("Drafts"));
    m_list->setMaximumWidth(fontMetrics().averageCharWidth() * 22);
    const int side = fonts::pictureBeside(fontMetrics());
    m_list->setIconSize(QSize(side, side));
    m_list->hide();
    auto *title = new QLabel(tr("New run"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    title->setFont(font);
    auto *discard = new QPushButton(icons::named(u"edit-delete"_s), tr("Discard draft"), this);
    discard->setFlat(true); // it is not what a person came for
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto *back = new QToolButton(this);
    back->setIcon(icons::named(u"go-previous"_s));
    back->setIconSize(QSize(side, side));
    back->setAutoRaise(true);
    back->setFocusPolicy(Qt::StrongFocus);
    back->setToolTip(tr("Back to the runs; drafts stay here"));
    back->setAccessibleName(back->toolTip());
    connect(back, &QToolButton::clicked, this, &NewRunPage::closed);
    auto *top = new QHBoxLayout;
    top->addWidget(back);
    top->addWidget(title);
    top->addStretch();
    top->addWidget(discard);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(row, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(discard, &QPushButton::clicked, this, [this] {
        if (auto *pane = qobject_cast<DraftPane *>(m_stack->currentWidget()))
            removePane(pane);
    });
}

NewRunPage::~NewRunPage() = default;

DraftPane *NewRunPage::addPane()
{
    auto *pane = new DraftPane(m_services, m_stack);
    m_stack->addWidget(pane);
    m_list->addItem(QString());
    connect(pane, &DraftPane::changed, this, &NewRunPage::updateList);
    connect(pane, &DraftPane::runWanted, this, &NewRunPage::runWanted);
    connect(pane, &DraftPane::newConnectionWanted, this, &NewRunPage::connectionsWanted);
    connect(pane, &DraftPane::repairWanted, this, [this, pane] { repair(pane); });
    connect(pane, &DraftPane::submitted, this, [this, pane](RunId run) {
        Q_EMIT runSubmitted(run);
        removePane(pane);
    });
    m_list->setCurrentRow(m_stack->count() - 1);
    m_stack->setCurrentWidget(pane);
    updateList();
    Q_EMIT draftsChanged();
    return pane;
}

void NewRunPage::repair(DraftPane *pane)
{
    std::optional<RepairSource> source = pane->draft().repairSource();
    if (!source)
        return;
    auto *dialog = new RepairDialog(m_services.pool(), *std::move(source), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RepairDialog::repaired, pane,
            [this, pane](const RepairReport &report, bool isOwn) {
                pane->takeRepaired(report, isOwn ? QString() : report.files.first());
                if (isOwn)
                    return;
                // Where the requests were divided, each file is a draft of its own.
                for (const QString &file : report.files.sliced(1)) {
                    DraftPane *other = addPane();
                    other->selectConnection(pane->connectionId());
                    other->takeRepaired(report, file);
                }
                m_list->setCurrentRow(m_stack->indexOf(pane));
            });
    dialog->open();
}

void NewRunPage::removePane(DraftPane *pane)
{
    const int row = m_stack->indexOf(pane);
    if (row < 0)
        return;
    m_stack->removeWidget(pane);
    delete m_list->takeItem(row);
    pane->deleteLater();
    updateList();
    Q_EMIT draftsChanged();
    if (m_stack->count() == 0)
        Q_EMIT closed();
}

void NewRunPage::openFiles(const QStringList &paths)
{
    DraftPane *first = nullptr;
    for (const QString &path : paths) {
        DraftPane *pane = addPane();
        pane->draft().import(path);
        first = first ? first : pane;
    }
    if (first)
        m_list->setCurrentRow(m_stack->indexOf(first));
}

void NewRunPage::startEmpty()
{
    addPane()->draft().startEmpty();
}

void NewRunPage::repeat(const RepeatedRequests &requests)
{
    addPane()->repeat(requests);
}

void NewRunPage::selectConnection(ConnectionId id)
{
    for (int i = 0; i < m_stack->count(); ++i)
        if (auto *pane = qobject_cast<DraftPane *>(m_stack->widget(i)))
            pane->selectConnection(id);
}

void NewRunPage::focusSearch()
{
    if (auto *pane = qobject_cast<DraftPane *>(m_stack->currentWidget()))
        pane->focusSearch();
}

bool NewRunPage::isDirty() const
{
    for (int i = 0; i < m_stack->count(); ++i)
        if (auto *pane = qobject_cast<DraftPane *>(m_stack->widget(i));
            pane && pane->draft().isDirty())
            return true;
    return false;
}

int NewRunPage::draftCount() const
{
    return m_stack->count();
}

QStringList NewRunPage::draftNames() const
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i)
        names.append(m_list->item(i)->text());
    return names;
}

void NewRunPage::showDraft(int draft)
{
    m_list->setCurrentRow(draft);
}

void NewRunPage::updateList()
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto *pane = qobject_cast<DraftPane *>(m_stack->widget(i));
        QListWidgetItem *item = m_list->item(i);
        if (!pane || !item)
            continue;
        Draft &draft = pane->draft();
        const bool bad = draft.error() || (draft.report() && draft.report()->hasErrors());
        item->setText(draft.title());
        item->setIcon(icons::named(draft.isBusy() ? u"view-refresh"_s
                                       : bad      ? u"dialog-error"_s
                                                  : u"dialog-ok"_s));
        item->setToolTip(
            visibletext::tip(draft.error() ? userText(*draft.error()) : draft.originPath()));
        //: for a screen reader, behind the draft's name
        item->setData(Qt::AccessibleDescriptionRole,
                      draft.isBusy() ? tr("being checked")
                          : bad      ? tr("has errors")
                                     : tr("ready"));
    }
    m_list->setVisible(m_stack->count() > 1);
}

#include "moc_newrunpage.cpp"
