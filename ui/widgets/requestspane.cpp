// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requestspane.h"

#include "models/draftmodel.h"
#include "theme/icons.h"
#include "widgets/jsoneditor.h"
#include "widgets/tablelook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What a request composed by hand begins with.
QByteArray template_(const QString &id, const QString &model)
{
    const QByteArray customId = QJsonDocument(QJsonArray{id}).toJson(QJsonDocument::Compact);
    const QByteArray modelName = QJsonDocument(QJsonArray{model}).toJson(QJsonDocument::Compact);
    const auto inner = [](const QByteArray &list) { return list.sliced(1, list.size() - 2); };
    return "{\"custom_id\":" + inner(customId)
        + ",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":"
        + inner(modelName) + ",\"messages\":[{\"role\":\"user\",\"content\":\"\"}]}}";
}

/// The line with another custom_id; every other byte stays.
QByteArray withId(const QByteArray &line, const QString &id)
{
    const QString old = QJsonDocument::fromJson(line).object().value("custom_id"_L1).toString();
    const auto quoted = [](const QString &text) {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    };
    const qsizetype key = line.indexOf("\"custom_id\"");
    const QByteArray was = quoted(old);
    const qsizetype at = key < 0 ? -1 : line.indexOf(was, key + 11);
    if (at < 0)
        return line;
    QByteArray copy = line;
    return copy.replace(at, was.size(), quoted(id));
}

} // namespace

RequestsPane::RequestsPane(DraftModel &model, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_model(model)
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_editor(new JsonEditor(this))
{
    auto *requests = new QWidget(this);
    buildTable();
    buildToolBar(requests);
    addWidget(requests);
    addWidget(m_editor);
    setStretchFactor(0, 5);
    setStretchFactor(1, 4);
    setChildrenCollapsible(false);
    setSizes({560, 440});
    connect(m_editor, &JsonEditor::edited, this, [this](const QByteArray &line) {
        if (const int row = m_table->currentIndex().row(); row >= 0)
            m_model.setLine(row, line);
    });
    connect(m_editor, &JsonEditor::validityChanged, this, &RequestsPane::validityChanged);
}

RequestsPane::~RequestsPane() = default;

void RequestsPane::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Requests"));
    tablelook::apply(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(DraftModel::NumberColumn, letter * 8);
    m_table->setColumnWidth(DraftModel::IdColumn, letter * 18);
    m_table->setColumnWidth(DraftModel::ModelColumn, letter * 16);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(
        tr("No requests yet.\nAdd one with Insert, or paste JSONL with %1.")
            .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));

    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RequestsPane::showRow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int row = m_table->currentIndex().row();
                if (row >= from.row() && row <= to.row())
                    showRow();
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, DraftModel::IdColumn));
        showRow();
    });
}

void RequestsPane::buildToolBar(QWidget *side)
{
    auto *bar = new QToolBar(side);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({16, 16});
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
    for (QAction *action :
         {m_model.undoStack().createUndoAction(this), m_model.undoStack().createRedoAction(this)}) {
        const bool undo = bar->actions().last()->isSeparator();
        action->setIcon(icons::named(undo ? u"edit-undo"_s : u"edit-redo"_s));
        action->setShortcut(undo ? QKeySequence::Undo : QKeySequence::Redo);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(bar);
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
            rows.append(row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RequestsPane::addRequest()
{
    m_editor->commit();
    const int row = m_model.rowCount();
    QString name = row > 0
        ? m_model.data(m_model.index(row - 1, DraftModel::ModelColumn), Qt::DisplayRole).toString()
        : QString();
    if (name.isEmpty() || name == "…"_L1)
        name = u"practice-chat"_s;
    m_model.insertLines(row, {template_(m_model.freshId(u"request-%1"_s.arg(row + 1)), name)});
    m_table->setCurrentIndex(m_model.index(row, DraftModel::IdColumn));
    m_editor->setFocus();
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
        const QString id = QJsonDocument::fromJson(line).object().value("custom_id"_L1).toString();
        if (!line.isEmpty())
            copies.append(withId(line, m_model.freshId(tr("%1-copy").arg(id))));
    }
    m_model.insertLines(rows.last() + 1, copies);
    m_table->setCurrentIndex(m_model.index(rows.last() + 1, DraftModel::IdColumn));
}

void RequestsPane::deleteRequests()
{
    m_editor->clear();
    m_model.removeLines(selectedRows());
    showRow();
}

void RequestsPane::paste()
{
    const QByteArray text = QApplication::clipboard()->text().toUtf8();
    QList<QByteArray> lines;
    const QByteArrayView whole = QByteArrayView(text).trimmed();
    // One object over several lines is one request; else each line is.
    if (QJsonDocument::fromJson(whole.toByteArray()).isObject())
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
        m_table->setCurrentIndex(m_model.index(row, DraftModel::IdColumn));
}

void RequestsPane::showRow()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model.rowCount()) {
        m_editor->clear();
        return;
    }
    const QByteArray line = m_model.line(row);
    if (!line.isEmpty())
        m_editor->setJson(line);
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
    m_empty->setVisible(isVisible);
}

void RequestsPane::goToRow(int row)
{
    m_table->setCurrentIndex(m_model.index(row, DraftModel::IdColumn));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

#include "moc_requestspane.cpp"
