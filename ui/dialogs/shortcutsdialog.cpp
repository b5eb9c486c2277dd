// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/shortcutsdialog.h"

#include "actions.h"
#include "widgets/keptkeys.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

QTreeWidgetItem *group(QTreeWidget &list, const QString &name)
{
    auto *item = new QTreeWidgetItem(&list, {name});
    QFont font = list.font();
    font.setBold(true);
    item->setFont(0, font);
    item->setFirstColumnSpanned(true);
    return item;
}

void add(QTreeWidgetItem &group, const QAction &action)
{
    auto *item = new QTreeWidgetItem(
        &group,
        {keptkeys::plainText(action),
         QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)});
    item->setToolTip(0, Actions::usualTip(&action));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Actions &actions, const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsHelp"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Actions and their keys"));
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->setUniformRowHeights(true);
    list->setItemsExpandable(false);
    list->setRootIsDecorated(false);
    QSet<const QAction *> told;
    for (const QList<QAction *> titles = menus.actions(); const QAction *title : titles) {
        if (!title->menu())
            continue;
        QTreeWidgetItem *item = group(*list, keptkeys::plainText(*title));
        for (const QList<QAction *> entries = title->menu()->actions();
             const QAction *action : entries)
            if (!action->shortcuts().isEmpty()) {
                add(*item, *action);
                told.insert(action);
            }
        if (item->childCount() == 0)
            delete item;
    }
    QTreeWidgetItem *others = group(*list, tr("In lists and editors"));
    for (const QList<QAction *> all = actions.all(); const QAction *action : all)
        if (!told.contains(action) && !action->shortcuts().isEmpty())
            add(*others, *action);
    for (const auto &[text, keys] :
         {std::pair(tr("Open what is chosen"), keyText(Qt::Key_Return)),
          {tr("Clear the search, or go back"), keyText(Qt::Key_Escape)},
          {tr("Next field"), keyText(Qt::Key_Tab)},
          {tr("Undo"), keyText(QKeySequence::Undo)},
          {tr("Redo"), keyText(QKeySequence::Redo)},
          {tr("Copy"), keyText(QKeySequence::Copy)},
          {tr("Paste requests into the list of a draft"), keyText(QKeySequence::Paste)},
          {tr("Menus"), keyText(Qt::Key_F10)}})
        new QTreeWidgetItem(others, {text, keys});
    list->expandAll();
    list->resizeColumnToContents(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    list->setCurrentItem(list->topLevelItem(0));
    list->setFocus();
    const int character = fontMetrics().averageCharWidth();
    resize(character * 84, character * 76);
}

#include "moc_shortcutsdialog.cpp"
