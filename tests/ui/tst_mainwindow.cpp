// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "dialogs/aboutdialog.h"
#include "dialogs/connectionsdialog.h"
#include "failurewindow.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "ui/palettes.h"
#include "ui/unnamed.h"
#include "ui/windowrig.h"
#include "widgets/messagearea.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

class TstMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void everythingThatTakesTheFocusHasAName()
    {
        WindowRig rig;
        QCOMPARE(unnamed(*rig.window), QStringList());
        rig.window->showRun(rig.withResults);
        auto *tabs = rig.window->findChild<RunPage *>()->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCOMPARE(unnamed(*rig.window), QStringList());
        }
        rig.window->messages().show({.text = u"Message"_s, .buttons = {{u"Undo"_s, {}, [] {}}}});
        rig.action("newRun")->trigger();
        QCOMPARE(unnamed(*rig.window), QStringList());
        rig.window->showRemote();
        QCOMPARE(unnamed(*rig.window), QStringList());
        rig.window->showConnections();
        auto *connections = rig.window->findChild<ConnectionsDialog *>();
        QCOMPARE(unnamed(*connections), QStringList());
        connections->addNew();
        QCOMPARE(unnamed(*connections), QStringList());
        FailureWindow failure({.kind = ErrorKind::Database}, u"/nowhere"_s);
        failure.show();
        QCOMPARE(unnamed(failure), QStringList());
        WindowRig empty(WindowRig::Runs::None);
        QCOMPARE(unnamed(*empty.window), QStringList());
    }
    void whatHappenedToTheLibraryIsSaidUntilSeen()
    {
        WindowRig rig;
        const auto reopen = [&rig] {
            rig.window.reset();
            rig.services.reset();
            rig.services
                = Services::make({.libraryFolder = rig.folder.filePath(u"library"_s)}).value();
            rig.window = std::make_unique<MainWindow>(*rig.services);
        };
        reopen();
        QCOMPARE(rig.window->messages().texts(), QStringList());
        const qsizetype runs = rig.services->library().runIds().size();
        rig.window.reset();
        rig.services.reset();
        QVERIFY(QFile::remove(rig.folder.filePath(u"library/library.db"_s)));
        for (int i = 0; i < 2; ++i) { // seen by nobody the first time
            reopen();
            QCOMPARE(rig.services->library().runIds().size(), runs);
            QCOMPARE(rig.window->messages().texts().size(), 1);
            QVERIFY(rig.window->messages().texts().first().contains("made again"_L1));
        }
        const auto buttons = rig.window->messages().findChildren<QToolButton *>();
        const auto seen = std::ranges::find(buttons, u"Seen"_s, &QToolButton::text);
        QVERIFY(seen != buttons.end());
        (*seen)->click();
        QVERIFY(rig.services->library().notices().isEmpty());
        reopen();
        QCOMPARE(rig.window->messages().texts(), QStringList());
    }
    void copiedLibraryAsksBeforeItDrives()
    {
        WindowRig rig;
        rig.window.reset();
        rig.services.reset();
        const QString copy = rig.folder.filePath(u"copy"_s);
        std::filesystem::copy(rig.folder.filePath(u"library"_s).toStdString(), copy.toStdString(),
                              std::filesystem::copy_options::recursive);
        rig.services = Services::make({.libraryFolder = copy}).value();
        rig.window = std::make_unique<MainWindow>(*rig.services);
        QVERIFY(rig.services->library().original());
        QCOMPARE(rig.window->messages().texts().size(), 1); // not one for each connection
        QVERIFY(rig.window->messages().texts().first().contains(rig.folder.filePath(u"library"_s)));
        const QSignalSpy reopen(rig.window.get(), &MainWindow::reopenWanted);
        const auto buttons = rig.window->messages().findChildren<QToolButton *>();
        const auto here = std::ranges::find(buttons, u"Go On Here"_s, &QToolButton::text);
        QVERIFY(here != buttons.end());
        (*here)->click();
        QTRY_COMPARE(reopen.size(), 1);
        rig.window.reset();
        rig.services.reset();
        rig.services = Services::make({.libraryFolder = copy}).value();
        QVERIFY(!rig.services->library().original());
    }
    void shortcutsAreUnique()
    {
        WindowRig rig;
        QHash<QKeySequence, QString> taken;
        for (const QList<QAction *> actions = rig.window->actions();
             const QAction *action : actions) {
            for (const QList<QKeySequence> keys = action->shortcuts();
                 const QKeySequence &key : keys) {
                QVERIFY2(!taken.contains(key),
                         qPrintable(key.toString() + u": "_s + action->text() + u", "_s
                                    + taken.value(key)));
                taken.insert(key, action->text());
            }
        }
        QVERIFY(taken.contains(QKeySequence(Qt::Key_F5))
                && taken.contains(QKeySequence(Qt::CTRL | Qt::Key_O)));
        QVERIFY(taken.contains(QKeySequence(Qt::CTRL | Qt::Key_E))
                && taken.contains(QKeySequence(Qt::CTRL | Qt::Key_F)));
    }
    void mnemonicsOfAMenuAreUnique()
    {
        WindowRig rig;
        QList<QMenu *> menus = rig.window->menuBar()->findChildren<QMenu *>();
        QVERIFY(menus.size() >= 5);
        for (const QMenu *menu : std::as_const(menus)) {
            QSet<QChar> taken;
            for (const QList<QAction *> actions = menu->actions();
                 const QAction *action : actions) {
                const QString text = action->text();
                const qsizetype at = text.indexOf(u'&');
                if (at < 0)
                    continue;
                const QChar letter = text.at(at + 1).toLower();
                QVERIFY2(!taken.contains(letter), qPrintable(menu->title() + u": "_s + text));
                taken.insert(letter);
            }
        }
    }
    void goesThroughThePagesByKeysAlone()
    {
        WindowRig rig;
        QVERIFY(rig.runsPage()->isVisible());
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, rig.withResults.toString());
        QTRY_COMPARE(rig.runsPage()->table()->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(rig.runsPage()->table()->hasFocus());
        QTest::keyClick(rig.runsPage()->table(), Qt::Key_Return);
        QTRY_VERIFY(rig.window->findChild<RunPage *>()->isVisible());
        QCOMPARE(rig.window->findChild<RunPage *>()->run(), rig.withResults);
        QTest::keyClick(rig.window.get(), Qt::Key_Escape);
        QVERIFY(rig.runsPage()->isVisible());
        QVERIFY(rig.runsPage()->table()->hasFocus());
        QTest::keyClick(rig.window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(rig.window->findChild<NewRunPage *>()->isVisible());
        QTest::keyClick(rig.window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(rig.runsPage()->isVisible());
        QVERIFY(rig.action("drafts")->isVisible()); // the draft is still there
    }
    void f6GoesThroughThePanes()
    {
        WindowRig rig;
        rig.window->showRun(rig.withResults);
        auto *tabs = rig.window->findChild<RunPage *>()->findChild<QTabWidget *>();
        tabs->setCurrentIndex(2);
        QSet<QWidget *> seen;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(rig.window.get(), Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY(seen.size() >= 4); // tabs, table, request, answer
    }
    void escapeClearsTheSearchFirst()
    {
        WindowRig rig;
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, u"zebra"_s);
        QTRY_COMPARE(rig.runsPage()->table()->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QTRY_VERIFY(rig.runsPage()->table()->model()->rowCount() > 10);
    }
    void theFirstWindowOffersTheNextSteps()
    {
        WindowRig rig(WindowRig::Runs::None);
        QStringList texts;
        for (const QList<QAbstractButton *> buttons
             = rig.runsPage()->findChildren<QAbstractButton *>();
             const QAbstractButton *button : buttons)
            if (button->isVisible())
                texts.append(button->text());
        QCOMPARE(texts.size(), 5);
        QAbstractButton *practice = nullptr;
        for (const QList<QAbstractButton *> buttons
             = rig.runsPage()->findChildren<QAbstractButton *>();
             QAbstractButton * button : buttons)
            if (button->text().contains(u"practice"_s))
                practice = button;
        QVERIFY(practice);
        practice->setFocus();
        QTest::keyClick(practice, Qt::Key_Return);
        QTRY_VERIFY(rig.window->findChild<NewRunPage *>()->isVisible());
        QCOMPARE(rig.window->findChild<NewRunPage *>()->draftCount(), 1);
    }
    void aChangedSchemeIsFollowedLive()
    {
        WindowRig rig;
        const QPalette before = QApplication::palette();
        QApplication::setPalette(palettes::light());
        QTest::qWait(20);
        const QImage light = rig.window->grab().toImage();
        QApplication::setPalette(palettes::dark());
        QTest::qWait(20);
        const QImage dark = rig.window->grab().toImage();
        QApplication::setPalette(before);
        QVERIFY(qGray(light.pixel(600, 680)) > 200);
        QVERIFY(qGray(dark.pixel(600, 680)) < 60);
    }
    void aNewWindowLooksAsTheLastOneWasLeft()
    {
        WindowRig rig;
        const auto runTabs = [](const MainWindow &window) {
            return window.findChild<RunPage *>()->findChild<QTabWidget *>();
        };
        const auto panes = [](const MainWindow &window) {
            QList<QList<int>> sizes;
            for (const QList<QSplitter *> all
                 = window.findChild<RunPage *>()->findChildren<QSplitter *>();
                 const QSplitter *each : all)
                if (each->isVisible())
                    sizes.append(each->sizes());
            return sizes;
        };
        rig.window->showRun(rig.withResults);
        QTabBar *bar = runTabs(*rig.window)->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(2).center());
        auto *splitter = runTabs(*rig.window)->currentWidget()->findChild<QSplitter *>();
        const QPoint grip = splitter->handle(1)->rect().center();
        QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, grip);
        QTest::mouseMove(splitter->handle(1), grip + QPoint(0, 20));
        QTest::mouseMove(splitter->handle(1), grip + QPoint(0, 60));
        QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, grip + QPoint(0, 60));
        rig.runsPage()->table()->setColumnHidden(RunModel::Progress, true);
        rig.runsPage()->table()->setColumnWidth(RunModel::State, 177);
        rig.window->resize(770, 560); // the offscreen display has 800 by 800
        const QList<QList<int>> left = panes(*rig.window);
        QVERIFY(!rig.window->close()); // it says once that runs go on
        QVERIFY(rig.window->close());
        rig.window.reset();
        rig.window = std::make_unique<MainWindow>(*rig.services);
        rig.window->show();
        QCOMPARE(rig.window->size(), QSize(770, 560));
        QCOMPARE(rig.runsPage()->table()->columnWidth(RunModel::State), 177);
        QVERIFY(rig.runsPage()->table()->isColumnHidden(RunModel::Progress));
        rig.window->showRun(rig.withResults);
        QCOMPARE(runTabs(*rig.window)->currentIndex(), 2);
        QTRY_COMPARE(panes(*rig.window), left);
    }
    void closingAsksAboutAChangedDraftOnce()
    {
        WindowRig rig;
        rig.action("newRun")->trigger();
        auto *page = rig.window->findChild<NewRunPage *>();
        QTableView *table = nullptr;
        for (const QList<QTableView *> tables = page->findChildren<QTableView *>();
             QTableView * candidate : tables)
            if (candidate->accessibleName() == u"Requests")
                table = candidate;
        QVERIFY(table);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Insert);
        QTRY_VERIFY(page->isDirty());
        QVERIFY(!rig.window->close());
        QVERIFY(rig.window->isVisible());
        QCOMPARE(rig.window->messages().texts().size(), 1);
    }
};

QTEST_MAIN(TstMainWindow)
#include "tst_mainwindow.moc"
