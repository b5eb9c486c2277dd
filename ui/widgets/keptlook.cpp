// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keptlook.h"

#include "widgets/settings.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Writes a value when it has not changed for a while, or when the widget goes that it is a child of.
class Keeper final : public QObject {
public:
    using State = std::function<QVariant()>;
    Keeper(QString key, State state, QWidget &owner)
        : QObject(&owner), m_key(std::move(key)), m_state(std::move(state))
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(500ms);
        connect(&m_soon, &QTimer::timeout, this, [this] {
            m_value = m_state(); // a header tells of a change before it is done
            write();
        });
    }
    ~Keeper() override { write(); }
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;

    [[nodiscard]] QVariant kept() const
    {
        return QSettings(settingsFile(), QSettings::IniFormat).value(m_key);
    }
    void change()
    {
        m_value = m_state(); // when the widget goes, it is too late to ask
        m_soon.start();
    }

private:
    void write()
    {
        if (m_value.isValid())
            QSettings(settingsFile(), QSettings::IniFormat).setValue(m_key, m_value);
        m_value.clear();
    }

    QString m_key;
    State m_state;
    QVariant m_value; ///< not written yet
    QTimer m_soon;
};

bool fillsTheRest(const QHeaderView &header, int column)
{
    return header.sectionResizeMode(column) == QHeaderView::Stretch
        || (header.stretchLastSection() && header.visualIndex(column) == header.count() - 1);
}

void showColumnMenu(QHeaderView &header, Keeper &keeper, int alwaysShown, const QPoint &place)
{
    auto *menu = new QMenu(&header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < header.count(); ++column) {
        if (column == alwaysShown)
            continue;
        QAction *action
            = menu->addAction(header.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header.isSectionHidden(column));
        QObject::connect(action, &QAction::toggled, &header,
                         [&header, &keeper, column](bool shown) {
                             header.setSectionHidden(column, !shown);
                             keeper.change();
                         });
    }
    menu->popup(header.mapToGlobal(place));
}

} // namespace

void keptlook::columns(QTableView &table, const QString &name, int alwaysShown)
{
    QHeaderView *header = table.horizontalHeader();
    // A language with long words begins with titles that can be read.
    for (int column = 0; column < header->count(); ++column)
        if (header->sectionResizeMode(column) == QHeaderView::Interactive)
            table.setColumnWidth(
                column, std::max(table.columnWidth(column), header->sectionSizeHint(column)));
    // A table that has got another column since has a look of its own.
    auto *keeper = new Keeper(
        u"columns/%1-%2"_s.arg(name).arg(header->count()), [header] { return header->saveState(); },
        *header);
    header->restoreState(keeper->kept().toByteArray());
    header->setSectionsMovable(true);
    header->setSectionHidden(alwaysShown, false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(
        header, &QWidget::customContextMenuRequested, keeper,
        [=](const QPoint &place) { showColumnMenu(*header, *keeper, alwaysShown, place); });
    QObject::connect(header, &QHeaderView::sectionResized, keeper,
                     [=](int column, int before, int after) {
                         // What fills the rest follows the window, not a person.
                         if (!fillsTheRest(*header, column) || before == 0 || after == 0)
                             keeper->change();
                     });
    QObject::connect(header, &QHeaderView::sectionMoved, keeper, &Keeper::change);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, keeper, &Keeper::change);
}

void keptlook::splitter(QSplitter &splitter, const QString &name)
{
    auto *keeper = new Keeper(
        u"splitters/"_s + name, [&splitter] { return splitter.saveState(); }, splitter);
    splitter.restoreState(keeper->kept().toByteArray());
    QObject::connect(&splitter, &QSplitter::splitterMoved, keeper, &Keeper::change);
}

void keptlook::tabs(QTabWidget &tabs, const QString &name)
{
    auto *keeper = new Keeper(u"tabs/"_s + name, [&tabs] { return tabs.currentIndex(); }, tabs);
    if (const int tab = keeper->kept().toInt(); tabs.isTabVisible(tab))
        tabs.setCurrentIndex(tab);
    QObject::connect(&tabs, &QTabWidget::currentChanged, keeper, &Keeper::change);
}
