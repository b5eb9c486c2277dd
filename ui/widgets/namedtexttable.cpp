// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/namedtexttable.h"

#include "theme/icons.h"
#include "widgets/tablelook.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

NamedTextTable::NamedTextTable(QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, 2, this))
{
    tablelook::apply(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 16);
    m_table->setMinimumHeight(fontMetrics().height() * 7);
    m_table->installEventFilter(this);
    auto *add = new QToolButton(this);
    add->setIcon(icons::named(u"list-add"_s));
    add->setToolTip(tr("Add a row (Insert)"));
    auto *remove = new QToolButton(this);
    remove->setIcon(icons::named(u"list-remove"_s));
    remove->setToolTip(tr("Take the row out (Delete)"));
    for (QToolButton *button : {add, remove}) {
        button->setAccessibleName(button->toolTip());
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_table, 1);
    row->addLayout(buttons);
    setFocusProxy(m_table);
    connect(add, &QToolButton::clicked, this, &NamedTextTable::addRow);
    connect(remove, &QToolButton::clicked, this, &NamedTextTable::removeRow);
    connect(m_table, &QTableWidget::cellChanged, this, &NamedTextTable::takeCell);
}

void NamedTextTable::setWords(const QString &accessibleName, const QStringList &headings)
{
    m_table->setAccessibleName(accessibleName);
    m_table->setHorizontalHeaderLabels(headings);
}

void NamedTextTable::setEntries(const QList<NamedText> &entries)
{
    if (entries == m_entries)
        return;
    const QSignalBlocker blocker(m_table);
    m_entries = entries;
    m_table->setRowCount(int(entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        showRow(row);
}

void NamedTextTable::showRow(int row)
{
    m_table->setItem(row, 0, new QTableWidgetItem(m_entries[row].name));
    m_table->setItem(row, 1, new QTableWidgetItem(m_entries[row].text));
}

void NamedTextTable::takeCell(int row, int column)
{
    if (row >= m_entries.size())
        return;
    NamedText &entry = m_entries[row];
    (column == 0 ? entry.name : entry.text) = m_table->item(row, column)->text();
    Q_EMIT edited();
}

void NamedTextTable::addRow()
{
    const int row = int(m_entries.size());
    {
        const QSignalBlocker blocker(m_table);
        m_entries.append(NamedText());
        m_table->setRowCount(row + 1);
        showRow(row);
    }
    Q_EMIT edited();
    m_table->setFocus();
    m_table->setCurrentCell(row, 0);
    m_table->editItem(m_table->item(row, 0));
}

void NamedTextTable::removeRow()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_entries.size())
        return;
    m_entries.removeAt(row);
    {
        const QSignalBlocker blocker(m_table);
        m_table->removeRow(row);
    }
    m_table->setFocus();
    Q_EMIT edited();
}

bool NamedTextTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Insert || key.matches(QKeySequence::Delete)) {
            key.key() == Qt::Key_Insert ? addRow() : removeRow();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_namedtexttable.cpp"
