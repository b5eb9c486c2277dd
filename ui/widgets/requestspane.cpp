// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requestspane.h"

#include "compose/rawedit.h"
#include "core/paddedline.h"
#include "dialects/scan.h"
#include "models/draftmodel.h"
#include "models/shownrequests.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/keptlook.h"
#include "widgets/requesteditor.h"
#include "widgets/requestfilter.h"
#include "widgets/tablelook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RequestsPane::RequestsPane(DraftModel &model, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_model(model)
    , m_shown(new ShownRequests(model, this))
    , m_filter(new RequestFilter(this))
    , m_table(new QTableView(this))
    , m_nothing(new QLabel(m_table->viewport()))
    , m_empty(new QLabel(m_table->viewport()))
    , m_editor(new RequestEditor(model, this))
{
    auto *requests = new QWidget(this);
    buildTable();
    buildToolBar(requests);
    addWidget(requests);
    addWidget(m_editor);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setSizes({520, 400});
    keptlook::splitter(*this, u"compose"_s);
    connect(m_filter, &RequestFilter::changed, this, [this] { filter(-1); });
    connect(m_filter, &RequestFilter::leaveDown, this, [this] { m_table->setFocus(); });
    connect(m_shown, &ShownRequests::searchEnded, this, &RequestsPane::showCount);
    connect(m_shown, &ShownRequests::searchFailed, this, &RequestsPane::searchFailed);
    connect(m_editor, &RequestEditor::validityChanged, this, &RequestsPane::validityChanged);
    connect(m_editor, &RequestEditor::undoPressed, this, &RequestsPane::undo);
    connect(m_editor, &RequestEditor::redoPressed, this, &RequestsPane::redo);
    showCount();
}

RequestsPane::~RequestsPane() = default;

void RequestsPane::buildTable()
{
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Requests"));
    tablelook::apply(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(DraftModel::NumberColumn, letter * 7);
    m_table->setColumnWidth(DraftModel::IdColumn, letter * 15);
    m_table->setColumnWidth(DraftModel::ModelColumn, letter * 14);
    keptlook::columns(*m_table, u"drafts"_s, DraftModel::IdColumn);
    auto *over = new QVBoxLayout(m_table->viewport());
    for (QLabel *label : {m_empty, m_nothing}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        over->addWidget(label);
    }
    m_empty->setText(
        tr("No requests yet.\nAdd one with Insert, or paste JSONL with %1.")
            .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showRow();
        m_chosen = currentRow();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int row = currentRow();
                if (row >= from.row() && row <= to.row())
                    m_editor->refresh();
                follow(from.row());
            });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) { follow(first); });
    connect(m_shown, &QAbstractItemModel::modelReset, this, &RequestsPane::rowsReset);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, signal, this, &RequestsPane::showCount);
}

/// A person stays at the row that they chose, and comes back to it when a search that left it out, or
/// has not come to it yet, is over.
void RequestsPane::rowsReset()
{
    const int chosen = m_chosen;
    const int place = m_shown->placeOf(chosen);
    if (m_shown->rowCount() > 0)
        m_table->setCurrentIndex(m_shown->index(std::max(0, place), DraftModel::IdColumn));
    m_chosen = chosen < m_model.rowCount() ? chosen : -1;
    showRow();
    showCount();
}

void RequestsPane::filter(int kept)
{
    const RequestFilter::Sort sort = m_filter->sort();
    RequestQuery query{.query = m_filter->query(), .within = {}};
    if (!sort.isAll) {
        if (!m_findingRows) {
            Q_EMIT findingRowsWanted();
            showCount();
            return;
        }
        query.within = m_findingRows->rows(sort.which, sort.kind);
    }
    m_shown->setQuery(std::move(query), kept);
    showCount();
}

void RequestsPane::setFindings(const QList<Finding> &findings)
{
    m_filter->setFindings(findings);
    if (!m_filter->sort().isAll && !m_findingRows)
        Q_EMIT findingRowsWanted();
}

void RequestsPane::setFindingRows(std::shared_ptr<const FindingRows> rows)
{
    m_findingRows = std::move(rows);
    if (!m_findingRows || m_filter->sort().isAll)
        return; // what is shown stays until it is known anew
    // Who has just mended a request goes on with it, though it has no finding any more.
    filter(m_shown->query().within ? currentRow() : -1);
}

void RequestsPane::showOnly(const QString &kind)
{
    m_filter->setKind(kind);
    m_table->setFocus();
}

void RequestsPane::focusSearch()
{
    m_filter->focusLine();
}

void RequestsPane::showCount()
{
    const int shown = m_shown->rowCount();
    const int all = m_model.rowCount();
    const bool waits = !m_filter->sort().isAll && !m_findingRows;
    const QLocale locale;
    QString text;
    if (m_shown->searched()) {
        const qint64 whole = m_shown->query().within ? std::ssize(*m_shown->query().within) : all;
        //: while a search goes on: requests found so far, and how far it is in percent
        text = tr("%1 found so far (%2 %)")
                   .arg(locale.toString(shown),
                        locale.toString(100 * *m_shown->searched() / std::max<qint64>(1, whole)));
    } else if (!m_shown->query().isAll()) {
        //: requests that are shown of all that there are
        text = tr("%1 of %2").arg(locale.toString(shown), locale.toString(all));
    } else if (all > 0) {
        text = tr("%Ln request(s)", nullptr, all);
    }
    m_filter->setCount(text);
    m_filter->setEnabled(all > 0);
    m_nothing->setVisible(shown == 0 && all > 0);
    m_nothing->setText(m_shown->searched() || waits
                           ? tr("Looking…")
                           : tr("No request fits. Take something out of the search."));
    m_empty->setVisible(m_isEmptyWanted && all == 0);
}

void RequestsPane::buildToolBar(QWidget *side)
{
    auto *bar = new QToolBar(side);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(1, 1) * fonts::pictureBeside(fontMetrics()));
    bar->addAction(addAction(tr("Add"), u"list-add"_s, Qt::Key_Insert, &RequestsPane::addRequest));
    QAction *duplicate = addAction(tr("Duplicate"), u"edit-copy"_s, {Qt::CTRL | Qt::Key_D},
                                   &RequestsPane::duplicateRequests);
    QAction *remove = addAction(tr("Delete"), u"edit-delete"_s, QKeySequence::Delete,
                                &RequestsPane::deleteRequests);
    m_needSelection = {duplicate, remove};
    bar->addActions(m_needSelection);
    bar->addAction(
        addAction(tr("Paste JSONL"), u"edit-paste"_s, QKeySequence::Paste, &RequestsPane::paste));
    bar->addSeparator();
    QAction *undoing
        = addAction(tr("Undo"), u"edit-undo"_s, QKeySequence::Undo, &RequestsPane::undo);
    QAction *redoing
        = addAction(tr("Redo"), u"edit-redo"_s, QKeySequence::Redo, &RequestsPane::redo);
    for (QAction *action : {undoing, redoing}) {
        action->setEnabled(false);
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    QUndoStack &history = m_model.undoStack();
    connect(&history, &QUndoStack::canUndoChanged, undoing, &QAction::setEnabled);
    connect(&history, &QUndoStack::canRedoChanged, redoing, &QAction::setEnabled);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(bar);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        for (QAction *action : std::as_const(m_needSelection))
            action->setEnabled(m_table->selectionModel()->hasSelection());
    });
    for (QAction *action : std::as_const(m_needSelection))
        action->setEnabled(false);
}

QAction *RequestsPane::addAction(const QString &text, const QString &icon, const QKeySequence &key,
                                 void (RequestsPane::*slot)())
{
    auto *action = new QAction(icons::named(icon), text, this);
    action->setShortcut(key);
    // Delete and Paste belong to the editor while one types there.
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

QList<int> RequestsPane::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(m_shown->rowOf(row));
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RequestsPane::setKinds(const QList<RequestKind> &kinds, const QString &chatModel)
{
    m_kinds = kinds;
    m_chatModel = chatModel;
    m_editor->setChatModel(chatModel);
}

void RequestsPane::addRequest()
{
    m_editor->commit();
    const int row = m_model.rowCount();
    RequestForm form{.kind = m_kinds.value(0, RequestKind::Chat)};
    QString model = m_chatModel;
    // Like the one that is there, where the connection takes that.
    if (const std::optional<RequestKind> last = m_editor->kind(); last && m_kinds.contains(*last))
        form.kind = *last;
    if (row > 0 && form.hasModel()) {
        const FormReading before = readForm(m_model.line(row - 1));
        if (before.form && before.form->hasModel())
            model = before.form->model;
    }
    if (form.hasModel())
        form.model = model;
    const QString id = m_model.freshId(u"request-%1"_s.arg(row + 1));
    m_model.insertLines(row, {newRequest(id, form)});
    choose(row);
    m_editor->focusInput();
}

void RequestsPane::duplicateRequests()
{
    m_editor->commit();
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    QList<QByteArray> copies;
    for (const int row : rows) {
        const QByteArray line = m_model.line(row);
        if (line.isEmpty())
            continue;
        const PaddedBuffer buffer(line);
        const bool isJson = scan::validity(buffer.line()) == scan::Validity::Valid
            && scan::isObject(scan::trimmed(buffer.line().bytes));
        const QString id
            = m_model.data(m_model.index(row, DraftModel::IdColumn), Qt::DisplayRole).toString();
        copies.append(isJson ? rawedit::withCustomId(line, m_model.freshId(tr("%1-copy").arg(id)))
                             : line);
    }
    m_model.insertLines(rows.last() + 1, copies);
    choose(rows.last() + 1);
}

void RequestsPane::undo()
{
    step(&QUndoStack::undo);
}

void RequestsPane::redo()
{
    step(&QUndoStack::redo);
}

void RequestsPane::step(void (QUndoStack::*way)())
{
    m_editor->commit();
    m_isStepping = true;
    (m_model.undoStack().*way)();
    m_isStepping = false;
    showRow();
}

/// Undoing what is out of sight would be a riddle: the row comes along.
void RequestsPane::follow(int row)
{
    if (m_isStepping && row < m_model.rowCount() && row != currentRow())
        choose(row);
}

void RequestsPane::deleteRequests()
{
    m_editor->commit();
    m_model.removeLines(selectedRows());
    showRow();
}

void RequestsPane::paste()
{
    m_editor->commit();
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    QList<QByteArray> lines;
    const QByteArrayView whole = QByteArrayView(text).trimmed();
    // One object over several lines is one request; else each line is.
    const std::string_view bytes(whole.data(), std::size_t(whole.size()));
    if (scan::isObject(bytes) && scan::isJson(bytes))
        lines.append(whole.toByteArray());
    else
        for (const QByteArray &line : text.split('\n'))
            if (!line.trimmed().isEmpty())
                lines.append(line.trimmed());
    for (QByteArray &line : lines)
        line.replace('\n', ' ').replace('\r', ' ');
    const int row = m_model.rowCount();
    m_model.insertLines(row, lines);
    if (!lines.isEmpty())
        choose(row);
}

void RequestsPane::showRow()
{
    m_editor->setRow(currentRow());
}

void RequestsPane::commit()
{
    m_editor->commit();
}

bool RequestsPane::isValid() const
{
    return m_editor->isValid();
}

void RequestsPane::setEmptyTextVisible(bool isVisible)
{
    m_isEmptyWanted = isVisible;
    showCount();
}

int RequestsPane::currentRow() const
{
    return m_shown->rowOf(m_table->currentIndex().row());
}

/// Also where a search leaves it out: then that is over.
void RequestsPane::choose(int row)
{
    if (m_shown->placeOf(row) < 0)
        m_filter->clear();
    m_table->setCurrentIndex(m_shown->index(m_shown->placeOf(row), DraftModel::IdColumn));
}

void RequestsPane::goToRow(int row)
{
    choose(row);
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

#include "moc_requestspane.cpp"
