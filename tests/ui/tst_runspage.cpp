// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/runspage.h"

#include "dialogs/tagsdialog.h"
#include "mainwindow.h"
#include "models/runmodel.h"
#include "services.h"
#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"
#include "ui/unnamed.h"
#include "widgets/daychart.h"
#include "widgets/daystrip.h"
#include "widgets/messagearea.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;

    explicit Rig(bool empty = false)
    {
        services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
        if (!empty)
            samplelibrary::fill(*services);
        open();
    }
    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(*services);
        window->resize(1280, 760);
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }
    [[nodiscard]] RunsPage *page() const { return window->findChild<RunsPage *>(); }
    [[nodiscard]] QTableView *table() const { return page()->table(); }
    [[nodiscard]] QStringList names(int most = 100) const
    {
        QStringList names;
        for (int row = 0; row < std::min(most, table()->model()->rowCount()); ++row)
            names.append(table()->model()->index(row, RunModel::Name).data().toString());
        return names;
    }
    template <class Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        return hands::named<Widget>(*window, name);
    }
    [[nodiscard]] RunId run(const QString &name) const
    {
        return services->library().findRun(name).value_or(RunId());
    }
};

} // namespace

class TstRunsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void whatNeedsMeStandsOnTop()
    {
        Rig rig;
        const QStringList first = rig.names(5);
        QCOMPARE(first,
                 (QStringList{u"Reviews to labels"_s, u"Letters, wave 2"_s, u"Night evals"_s,
                              u"Product texts EN"_s, u"Survey, wave 3"_s}));
        const QModelIndex deadline = rig.table()->model()->index(3, RunModel::WhatNow);
        QVERIFY2(deadline.data().toString().startsWith(u"Window ends in 2 h at 63"_s),
                 qPrintable(deadline.data().toString()));
    }
    void runsByDayUnfoldByKeyAndStaySo()
    {
        Rig rig;
        auto *strip = rig.window->findChild<DayStrip *>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->isFolded());
        auto *chart = rig.window->findChild<DayChart *>();
        QVERIFY(!chart->isVisible());
        const auto *words = strip->findChild<QToolButton *>();
        QVERIFY2(words->text().startsWith(u"Last four weeks: "_s)
                     && words->text().contains(u"1 uncertain"_s),
                 qPrintable(words->text()));
        // One key leads to the figures, and back to the runs.
        const auto press = [&] {
            QTest::keyClick(rig.window->focusWidget(), Qt::Key_B,
                            Qt::ControlModifier | Qt::ShiftModifier);
        };
        rig.table()->setFocus();
        press();
        QTRY_VERIFY(chart->isVisible() && chart->hasFocus());
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chart->current(), 27);
        QCOMPARE(chart->table().rows.size(), 28);
        int shown = 0;
        for (const QStringList &row : chart->table().rows)
            for (int column = 1; column <= 3; ++column)
                shown += row[column].toInt();
        QVERIFY(shown > 3);
        QVERIFY(chart->accessibleDescription().contains(words->text()));
        rig.open(); // another life of the window
        strip = rig.window->findChild<DayStrip *>();
        chart = rig.window->findChild<DayChart *>();
        QTRY_VERIFY(strip->isVisible() && !strip->isFolded() && chart->isVisible());
        chart->setFocus();
        QTRY_VERIFY(chart->hasFocus()); // once the window is the active one
        press();
        QTRY_VERIFY(!chart->isVisible());
        QVERIFY(rig.table()->hasFocus());
    }
    void fewRunsMakeNoPicture()
    {
        Rig rig(true);
        auto *strip = rig.window->findChild<DayStrip *>();
        const auto *action = rig.window->findChild<QAction *>(u"runsByDay"_s);
        const auto add = [&] {
            samplelibrary::add(
                *rig.services,
                {.name = "Run", .state = BatchState::Completed, .requests = 5, .succeeded = 5});
        };
        add();
        add();
        QTRY_COMPARE(rig.table()->model()->rowCount(), 2);
        QTest::qWait(300);
        QVERIFY(!strip->isVisible());
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(u"three"_s));
        add();
        QTRY_VERIFY(strip->isVisible());
        QTRY_VERIFY(action->isEnabled());
        QCOMPARE(strip->findChild<QToolButton *>()->text(), u"Last four weeks: 3 ended well"_s);
    }
    void theNameStaysReadableInANarrowWindow()
    {
        Rig rig;
        const int least = rig.page()->fontMetrics().averageCharWidth() * 22;
        const QHeaderView *header = rig.table()->horizontalHeader();
        for (const int width : {720, 1280, 720}) {
            rig.window->resize(width, 600);
            QTRY_COMPARE(rig.window->width(), width);
            QTRY_VERIFY(header->sectionSize(RunModel::Name) >= least);
            // No gap behind the last column, nor a bar below where there is room.
            const int room = rig.table()->viewport()->width();
            QTRY_VERIFY(width < 1000 ? header->length() > room : header->length() == room);
        }
    }
    void anotherOrderIsKeptOverARestart()
    {
        Rig rig;
        QHeaderView *header = rig.table()->horizontalHeader();
        const QPoint title(header->sectionViewportPosition(RunModel::Name) + 20,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        const QStringList sorted = rig.names();
        QCOMPARE(sorted.first(), u"A gateway with words of its own"_s);
        rig.open();
        QCOMPARE(rig.names(), sorted);
    }
    void searchAndFiltersGoTogetherAndEscapeClears()
    {
        Rig rig;
        const int all = rig.table()->model()->rowCount();
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(rig.named<QLineEdit>(u"Search runs"_s)->hasFocus());
        QTest::keyClicks(rig.named<QLineEdit>(u"Search runs"_s), u"texts"_s);
        QCOMPARE(rig.names(), (QStringList{u"Product texts EN"_s, u"Product texts DE"_s}));
        QVERIFY(hands::texts(*rig.page()).contains(u"2 of %1 run(s)"_s.arg(all)));
        QVERIFY(hands::choose(rig.named<QComboBox>(u"Connection of the runs to show"_s),
                              u"practice-files"_s));
        QCOMPARE(rig.names(), QStringList{u"Product texts EN"_s});
        QVERIFY(hands::choose(rig.named<QComboBox>(u"Tag of the runs to show"_s), u"survey"_s));
        QCOMPARE(rig.names(), QStringList());
        QVERIFY(hands::texts(*rig.page()).contains(u"No run fits the search."_s));
        QTest::keyClick(rig.named<QComboBox>(u"Tag of the runs to show"_s), Qt::Key_Escape);
        QCOMPARE(rig.names().size(), all);
        QVERIFY(rig.named<QLineEdit>(u"Search runs"_s)->text().isEmpty());
        QVERIFY(hands::choose(rig.named<QComboBox>(u"State of the runs to show"_s), u"Need you"_s));
        QCOMPARE(rig.names().size(), 4); // uncertain, failed, expired, a deadline
        rig.table()->setFocus();
        QTest::keyClick(rig.table(), Qt::Key_Escape);
        QCOMPARE(rig.names().size(), all);
    }
    void aFilterIsKeptOverARestart()
    {
        Rig rig;
        QVERIFY(hands::choose(rig.named<QComboBox>(u"Tag of the runs to show"_s), u"weekly"_s));
        QTest::keyClicks(rig.named<QLineEdit>(u"Search runs"_s), u"catalogue"_s);
        QCOMPARE(rig.names(), QStringList{u"Catalogue FR"_s});
        rig.open();
        QCOMPARE(rig.names(), QStringList{u"Catalogue FR"_s});
        QCOMPARE(rig.named<QComboBox>(u"Tag of the runs to show"_s)->currentText(), u"weekly"_s);
    }
    void tagsAreGivenByKeysAndTakenBack()
    {
        Rig rig;
        rig.page()->select(rig.run(u"Summaries"_s));
        rig.table()->setFocus();
        QTest::keyClick(rig.table(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(rig.window->findChild<TagsDialog *>());
        auto *dialog = rig.window->findChild<TagsDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(unnamed(*dialog), QStringList());
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->item(0)->text(), u"shop"_s);
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        auto *line = hands::named<QLineEdit>(*dialog, u"New tag"_s);
        line->setFocus();
        QTest::keyClicks(line, u"letters of may"_s);
        QTest::keyClick(line, Qt::Key_Return); // Ok
        const RunId id = rig.run(u"Summaries"_s);
        const QStringList wanted{u"letters of may"_s, u"shop"_s};
        QTRY_COMPARE(QSet<QString>(rig.services->library().run(id)->tags.begin(),
                                   rig.services->library().run(id)->tags.end()),
                     QSet<QString>(wanted.begin(), wanted.end()));
        QTRY_VERIFY(
            rig.named<QComboBox>(u"Tag of the runs to show"_s)->findText(u"letters of may"_s) > 0);
        QAbstractButton *undo = hands::button(rig.window->messages(), u"Undo"_s);
        QVERIFY(undo && hands::click(undo));
        QTRY_COMPARE(rig.services->library().run(id)->tags, QStringList());
    }
    void tagsThatSomeHaveStayUntouched()
    {
        TagsDialog dialog({{u"a"_s, u"b"_s}, {u"a"_s, u"c"_s}}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        dialog.show();
        auto *list = dialog.findChild<QListWidget *>();
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        QCOMPARE(list->item(1)->checkState(), Qt::PartiallyChecked);
        QCOMPARE(list->item(3)->checkState(), Qt::Unchecked);
        list->setCurrentRow(0);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        list->setCurrentRow(3);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog.applied({u"a"_s, u"b"_s}), (QStringList{u"b"_s, u"d"_s}));
        QCOMPARE(dialog.applied({u"a"_s, u"c"_s}), (QStringList{u"c"_s, u"d"_s}));
        auto *line = hands::named<QLineEdit>(dialog, u"New tag"_s);
        QTest::keyClicks(line, u"  B  "_s); // the one that is there, whatever its letters
        QVERIFY(hands::click(hands::named<QPushButton>(dialog, u"Add the new tag"_s)));
        QCOMPARE(dialog.applied({u"c"_s}), (QStringList{u"c"_s, u"b"_s, u"d"_s}));
    }
    void aSampleRunTakesOneClick()
    {
        Rig rig(true);
        QAbstractButton *sample = hands::button(*rig.page(), u"Send a sample run"_s);
        QVERIFY(sample);
        QVERIFY(hands::click(sample));
        QTRY_COMPARE(rig.services->library().runIds().size(), 1);
        QTRY_COMPARE(rig.names(), QStringList{u"Sample run"_s});
        const Run run = *rig.services->library().run(rig.services->library().runIds().first());
        QVERIFY(run.requests > 0 && !run.sha256.isEmpty());
        QTRY_VERIFY(!rig.services->library().batches(run.id).empty());
    }
};

QTEST_MAIN(TstRunsPage)
#include "tst_runspage.moc"
