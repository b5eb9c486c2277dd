// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/shortcutspage.h"

#include "actions.h"
#include "theme/icons.h"
#include "widgets/accessrole.h"
#include "widgets/keptkeys.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

bool isPartOf(const QKeySequence &a, const QKeySequence &b)
{
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

} // namespace

ShortcutsPage::ShortcutsPage(Actions &actions, QWidget *parent)
    : PreferencePage(parent)
    , m_actions(actions)
    , m_list(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_none(new QPushButton(icons::named(u"edit-clear"_s), tr("&None"), this))
    , m_usual(new QPushButton(icons::named(u"edit-undo"_s), tr("As &Usual"), this))
    , m_conflict(note({}))
{
    accessrole::set(*m_key, QAccessible::HotkeyField);
    m_list->setObjectName(u"shortcuts"_s);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_key->setObjectName(u"key"_s);
    m_key->setAccessibleName(tr("Keys of the chosen action"));
    m_key->setMaximumSequenceLength(1);
    m_key->setClearButtonEnabled(true);
    m_none->setToolTip(tr("The action has no key"));
    m_usual->setToolTip(tr("The keys that the action has from the start"));
    auto *label = new QLabel(tr("&Keys:"), this);
    label->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_none);
    row->addWidget(m_usual);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_conflict);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::choose);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::change);
    connect(m_none, &QPushButton::clicked, m_key, &QKeySequenceEdit::clear);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (const qsizetype at = current(); at >= 0) {
            m_rows[at].keys = Actions::usualKeys(m_rows.at(at).action);
            showRow(at);
            choose();
            Q_EMIT edited();
        }
    });
    for (const QList<QAction *> all = m_actions.all(); QAction * action : all)
        m_rows.append(Row{action, {}});
    fill();
}

void ShortcutsPage::fill()
{
    for (const Row &row : std::as_const(m_rows)) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, keptkeys::plainText(*row.action));
        item->setIcon(0, row.action->icon());
        item->setToolTip(0, Actions::usualTip(row.action));
    }
    m_list->resizeColumnToContents(0);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ShortcutsPage::showRow(qsizetype row)
{
    QTreeWidgetItem *item = m_list->topLevelItem(static_cast<int>(row));
    item->setText(1, textOf(m_rows.at(row).keys));
    QFont font = m_list->font();
    font.setBold(m_rows.at(row).keys != Actions::usualKeys(m_rows.at(row).action));
    item->setFont(1, font); // what a person has changed
}

qsizetype ShortcutsPage::current() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void ShortcutsPage::choose()
{
    const qsizetype row = current();
    const QSignalBlocker quiet(m_key);
    m_key->setKeySequence(row < 0 ? QKeySequence() : m_rows.at(row).keys.value(0));
    updateState();
}

void ShortcutsPage::change(const QKeySequence &key)
{
    const qsizetype row = current();
    if (row < 0)
        return;
    m_rows[row].keys = key.isEmpty() ? QList<QKeySequence>() : QList{key};
    showRow(row);
    updateState();
    Q_EMIT edited();
}

qsizetype ShortcutsPage::holder(const QKeySequence &key, qsizetype exceptFor) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (i != exceptFor)
            for (const QKeySequence &other : m_rows.at(i).keys)
                if (isPartOf(key, other))
                    return i;
    return -1;
}

void ShortcutsPage::updateState()
{
    const qsizetype row = current();
    const QString words = fault();
    if (words != m_conflict->text() && !words.isEmpty()) {
        QAccessibleAnnouncementEvent said(this, words);
        QAccessible::updateAccessibility(&said);
    }
    m_conflict->setText(words);
    m_none->setEnabled(row >= 0 && !m_rows.at(row).keys.isEmpty());
    m_usual->setEnabled(row >= 0
                        && m_rows.at(row).keys != Actions::usualKeys(m_rows.at(row).action));
}

QString ShortcutsPage::fault() const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        for (const QKeySequence &key : m_rows.at(i).keys)
            if (const qsizetype other = holder(key, i); other >= 0)
                //: %1 is a key such as Ctrl+E, %2 and %3 are actions
                return tr("%1 is the key of “%2” and of “%3”. Give one of them another one.")
                    .arg(key.toString(QKeySequence::NativeText),
                         keptkeys::plainText(*m_rows.at(i).action),
                         keptkeys::plainText(*m_rows.at(other).action));
    return {};
}

void ShortcutsPage::showKept()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].keys = m_rows.at(i).action->shortcuts();
        showRow(i);
    }
    choose();
}

void ShortcutsPage::showUsual()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].keys = Actions::usualKeys(m_rows.at(i).action);
        showRow(i);
    }
    choose();
    Q_EMIT edited();
}

QFuture<Result<>> ShortcutsPage::keep()
{
    for (const Row &row : std::as_const(m_rows)) {
        Actions::setKeys(row.action, row.keys);
        keptkeys::keep(*row.action, Actions::usualKeys(row.action));
    }
    return done();
}

#include "moc_shortcutspage.cpp"
