// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keptlook.h"

#include "ui/ownsettings.h"
#include "widgets/settings.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

void show(QWidget &widget)
{
    widget.resize(600, 300);
    widget.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&widget));
}

/// Presses, moves and lets go, as a hand does.
void drag(QWidget *widget, const QPoint &from, const QPoint &by)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(widget, from + by / 2);
    QTest::mouseMove(widget, from + by);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
}

struct Table {
    QStandardItemModel model;
    QTableView view;

    explicit Table(int columns = 4, const QString &name = u"table"_s) : model(5, columns)
    {
        QStringList titles;
        for (int column = 0; column < columns; ++column)
            titles.append(u"Column %1"_s.arg(column));
        model.setHorizontalHeaderLabels(titles);
        view.setModel(&model);
        view.setSortingEnabled(true);
        view.horizontalHeader()->setStretchLastSection(true);
        keptlook::columns(view, name, 0);
        show(view);
    }
    [[nodiscard]] QHeaderView &header() const { return *view.horizontalHeader(); }
    /// Order, widths of those that have one of their own, and what is sorted by.
    [[nodiscard]] QString look() const
    {
        QStringList columns;
        for (int place = 0; place < header().count(); ++place) {
            const int column = header().logicalIndex(place);
            columns.append(header().isSectionHidden(column) ? u"%1 hidden"_s.arg(column)
                               : place == header().count() - 1
                               ? u"%1"_s.arg(column)
                               : u"%1: %2"_s.arg(column).arg(header().sectionSize(column)));
        }
        return columns.join(u", "_s)
            + u"; by %1 %2"_s.arg(header().sortIndicatorSection())
                  .arg(header().sortIndicatorOrder());
    }
    [[nodiscard]] QMenu *menu() const
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(20, 5),
                                header().mapToGlobal(QPoint(20, 5)));
        QCoreApplication::sendEvent(header().viewport(), &event);
        return header().findChild<QMenu *>();
    }
};

struct Split {
    QSplitter splitter;

    explicit Split(const QString &name = u"split"_s)
    {
        splitter.addWidget(new QLabel(u"left"_s));
        splitter.addWidget(new QLabel(u"right"_s));
        splitter.setSizes({300, 300});
        keptlook::splitter(splitter, name);
        show(splitter);
    }
};

struct Tabs {
    QTabWidget tabs;

    explicit Tabs(int count = 3)
    {
        for (int i = 0; i < count; ++i)
            tabs.addTab(new QLabel(u"page"_s), u"Tab %1"_s.arg(i));
        keptlook::tabs(tabs, u"tabs"_s);
        show(tabs);
    }
};

} // namespace

class TstKeptLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }

    void columnsComeBackAsTheyWereLeft()
    {
        auto first = std::make_unique<Table>();
        QHeaderView &header = first->header();
        const QString before = first->look();
        drag(header.viewport(), QPoint(header.sectionSize(0) - 1, 8), QPoint(60, 0));
        header.setSectionHidden(3, true);
        header.moveSection(2, 1);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(20, 8));
        const QString left = first->look();
        QVERIFY2(left != before && left.contains(u"3 hidden"_s) && left.contains(u", 2: "_s),
                 qPrintable(left));
        first.reset();
        QCOMPARE(Table().look(), left);
        QVERIFY(Table(4, u"another"_s).look() != left);
    }
    void theMenuOfTheTitlesHidesAndShows()
    {
        auto first = std::make_unique<Table>();
        QMenu *menu = first->menu();
        QVERIFY(menu);
        QTRY_VERIFY(menu->isVisible());
        QStringList texts;
        for (const QList<QAction *> actions = menu->actions(); const QAction *action : actions)
            texts.append(action->text());
        QCOMPARE(texts, (QStringList{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s}));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(first->header().isSectionHidden(1));
        first.reset();
        QVERIFY(Table().header().isSectionHidden(1));
    }
    void aTableWithOtherColumnsHasItsUsualLook()
    {
        const QString usual = Table(5).look();
        auto first = std::make_unique<Table>(4);
        first->header().setSectionHidden(3, true);
        first.reset();
        QCOMPARE(Table(5).look(), usual);
    }
    void theWindowsOwnChangesAreNotKept()
    {
        auto first = std::make_unique<Table>();
        first->view.resize(900, 300);
        QTRY_VERIFY(first->header().sectionSize(3) > 400);
        first.reset();
        QVERIFY(!QFileInfo::exists(settingsFile()));
    }
    void aSplitterComesBackWhereItWasLeft()
    {
        auto first = std::make_unique<Split>();
        QSplitterHandle *handle = first->splitter.handle(1);
        const QList<int> before = first->splitter.sizes();
        drag(handle, handle->rect().center(), QPoint(-120, 0));
        const QList<int> left = first->splitter.sizes();
        QVERIFY(left.first() <= before.first() - 100);
        first.reset();
        QCOMPARE(Split().splitter.sizes(), left);
        QCOMPARE(Split(u"another"_s).splitter.sizes(), before);
    }
    void aTabComesBack()
    {
        auto first = std::make_unique<Tabs>();
        QTest::mouseClick(first->tabs.tabBar(), Qt::LeftButton, {},
                          first->tabs.tabBar()->tabRect(2).center());
        QCOMPARE(first->tabs.currentIndex(), 2);
        first.reset();
        QCOMPARE(Tabs().tabs.currentIndex(), 2);
        QCOMPARE(Tabs(2).tabs.currentIndex(), 0);
    }
    void aChangeIsWrittenSoonAndNotOnlyAtTheEnd()
    {
        Tabs first;
        first.tabs.setCurrentIndex(1);
        const auto written = [] {
            return QSettings(settingsFile(), QSettings::IniFormat).value("tabs/tabs"_L1).toInt();
        };
        QTRY_COMPARE(written(), 1);
    }
    void junkInTheSettingsDoesNoHarm()
    {
        const QString usual = Table().look();
        {
            QSettings settings(settingsFile(), QSettings::IniFormat);
            settings.setValue("columns/table-4"_L1, "junk"_ba);
            settings.setValue("splitters/split"_L1, 12);
            settings.setValue("tabs/tabs"_L1, u"many"_s);
        }
        QCOMPARE(Table().look(), usual);
        QCOMPARE(Tabs().tabs.currentIndex(), 0);
        QVERIFY(!Split().splitter.sizes().contains(0));
    }

private:
    std::unique_ptr<OwnSettings> m_settings;
};

QTEST_MAIN(TstKeptLook)
#include "tst_keptlook.moc"
