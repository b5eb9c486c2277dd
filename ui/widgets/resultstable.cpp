// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultstable.h"

#include "models/resultmodel.h"
#include "theme/icons.h"
#include "widgets/keptlook.h"
#include "widgets/tablelook.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

ResultsTable::ResultsTable(ResultModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_sortMenu(new QMenu(tr("&Sort by"), this))
{
    build();
    addActions();
}

void ResultsTable::build()
{
    setObjectName("results"_L1);
    setModel(&m_model);
    setAccessibleName(tr("Results"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    tablelook::apply(*this);
    const int letter = fontMetrics().averageCharWidth();
    setColumnWidth(ResultModel::NumberColumn, letter * 8);
    setColumnWidth(ResultModel::IdColumn, letter * 20);
    setColumnWidth(ResultModel::OutcomeColumn, letter * 16);
    setColumnWidth(ResultModel::TokensColumn, letter * 9);
    setColumnWidth(ResultModel::FinishColumn, letter * 10);
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(ResultModel::AnswerColumn, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true);
    keptlook::columns(*this, u"results"_s, ResultModel::IdColumn);
    // Each run is first seen as it was sent; the order is not kept for the next one.
    clearOrder();
    setSortingEnabled(true);
}

QAction *ResultsTable::addKey(const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(icons::named(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void ResultsTable::addActions()
{
    QAction *copy = addKey(tr("&Copy Rows"), u"edit-copy"_s, QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, [this] { Q_EMIT copyWanted(CopyAs::Table); });
    QAction *lines
        = addKey(tr("Copy as &JSON Lines"), u"edit-copy"_s, QKeySequence(tr("Ctrl+Alt+C")));
    connect(lines, &QAction::triggered, this, [this] { Q_EMIT copyWanted(CopyAs::Lines); });
    QAction *save = addKey(tr("&Export Chosen Rows…"), u"document-export"_s,
                           QKeySequence(tr("Ctrl+Shift+E")));
    connect(save, &QAction::triggered, this, &ResultsTable::exportWanted);
    m_needChosen = {copy, lines, save};
    QAction *all = addKey(tr("Choose &All Rows"), u"edit-select-all"_s, QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, &QAbstractItemView::selectAll);
    const QKeySequence sortKey(tr("Ctrl+Shift+O"));
    QAction *sort = addKey(tr("&Sort by…"), u"view-sort"_s, sortKey);
    connect(sort, &QAction::triggered, this, [this] {
        m_sortMenu->popup(viewport()->mapToGlobal(QPoint(0, 0)));
        m_sortMenu->setActiveAction(m_sortMenu->actions().front());
    });
    connect(m_sortMenu, &QMenu::aboutToShow, this, &ResultsTable::fillSortMenu);
    horizontalHeader()->setToolTip(
        tr("Click: sort upwards, downwards, then as the requests stand (%1 for all orders)")
            .arg(sortKey.toString(QKeySequence::NativeText)));
}

void ResultsTable::fillSortMenu()
{
    m_sortMenu->clear();
    qDeleteAll(m_sortMenu->findChildren<QActionGroup *>());
    const RowOrder now = m_model.order();
    auto *keys = new QActionGroup(m_sortMenu);
    const auto add = [&](const QString &text, RowOrder order, bool isChecked, QActionGroup *group) {
        QAction *action = m_sortMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(isChecked);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] {
            m_model.setOrder(order);
            showOrder();
        });
    };
    const auto addKey = [&](const QString &text, RowOrder::Key key) {
        add(text, {.key = key, .direction = now.direction}, now.key == key, keys);
    };
    addKey(tr("&Number of the request"), RowOrder::Key::Number);
    addKey(tr("custom_&id"), RowOrder::Key::CustomId);
    addKey(tr("&Outcome"), RowOrder::Key::Outcome);
    addKey(tr("&Answer"), RowOrder::Key::Answer);
    addKey(tr("&Length of the answer"), RowOrder::Key::AnswerLength);
    addKey(tr("&Tokens"), RowOrder::Key::TotalTokens);
    addKey(tr("&Finish"), RowOrder::Key::FinishReason);
    m_sortMenu->addSeparator();
    auto *directions = new QActionGroup(m_sortMenu);
    const auto addDirection = [&](const QString &text, Qt::SortOrder direction) {
        add(text, {.key = now.key, .direction = direction}, now.direction == direction, directions);
    };
    addDirection(tr("&Upwards"), Qt::AscendingOrder);
    addDirection(tr("&Downwards"), Qt::DescendingOrder);
}

void ResultsTable::showOrder()
{
    const RowOrder order = m_model.order();
    const QSignalBlocker blocker(horizontalHeader());
    int shown = -1;
    for (int column = 0; column < ResultModel::ColumnCount && !order.isOriginal(); ++column)
        if (ResultModel::keyOf(ResultModel::Column(column)) == order.key)
            shown = column;
    horizontalHeader()->setSortIndicator(shown, order.direction);
    horizontalHeader()->viewport()->update();
}

void ResultsTable::clearOrder()
{
    m_model.setOrder({});
    showOrder();
}

std::vector<std::pair<int, int>> ResultsTable::chosenRanges() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    std::vector<std::pair<int, int>> apart;
    for (const auto &range : ranges) {
        if (apart.empty() || range.first > apart.back().second)
            apart.push_back(range);
        else
            apart.back().second = std::max(apart.back().second, range.second);
    }
    return apart;
}

int ResultsTable::chosenCount() const
{
    int count = 0;
    for (const auto &[first, last] : chosenRanges())
        count += last - first + 1;
    return count;
}

std::vector<qint64> ResultsTable::chosenRows() const
{
    std::vector<qint64> rows;
    rows.reserve(static_cast<size_t>(chosenCount()));
    for (const auto &[first, last] : chosenRanges())
        for (int row = first; row <= last; ++row)
            rows.push_back(m_model.runRow(row));
    return rows;
}

void ResultsTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasChosen = selectionModel()->hasSelection();
    for (QAction *action : m_needChosen)
        action->setEnabled(hasChosen);
    // A key may be pressed when rows are chosen again.
    connect(menu, &QMenu::aboutToHide, this, [this] {
        for (QAction *action : m_needChosen)
            action->setEnabled(true);
    });
    for (QAction *action : actions())
        if (action != actions().back())
            menu->addAction(action);
    menu->addSeparator();
    menu->addMenu(m_sortMenu);
    menu->popup(event->globalPos());
}
