// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/connectionsdialog.h"
#include "failurewindow.h"
#include "models/runmodel.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "services.h"
#include "ui/ownsettings.h"
#include "ui/palettes.h"
#include "ui/samplelibrary.h"
#include "ui/unnamed.h"
#include "widgets/messagearea.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace {

struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;
    RunId withResults;

    explicit Rig(bool empty = false)
    {
        services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
        if (!empty)
            withResults = samplelibrary::fill(*services);
        window = std::make_unique<MainWindow>(*services);
        window->resize(1200, 760);
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return window->findChild<QAction *>(name);
    }
    [[nodiscard]] QTableView *table() const { return window->findChild<RunsPage *>()->table(); }
    template <class Page>
    [[nodiscard]] bool shows() const
    {
        return window->findChild<Page *>()->isVisible();
    }
    [[nodiscard]] RunId named(const QString &name) const
    {
        return services->library().findRun(name).value();
    }
    void select(const QString &name) const { window->findChild<RunsPage *>()->select(named(name)); }
};

} // namespace

class TstMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void everythingThatTakesTheFocusHasAName()
    {
        Rig rig;
        QCOMPARE(unnamed(*rig.window), QStringList());
        rig.window->showRun(rig.withResults);
        auto *tabs = rig.window->findChild<RunPage *>()->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCOMPARE(unnamed(*rig.window), QStringList());
        }
        rig.window->messages().show({.text = u"Message"_s, .buttons = {{u"Undo"_s, {}, [] {}}}});
        rig.action(u"newRun"_s)->trigger();
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
        Rig empty(true);
        QCOMPARE(unnamed(*empty.window), QStringList());
    }
    void whatHappenedToTheLibraryIsSaidUntilSeen()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
        QVERIFY(rig.shows<RunsPage>());
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, rig.withResults.toString());
        QTRY_COMPARE(rig.table()->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(rig.table()->hasFocus());
        QTest::keyClick(rig.table(), Qt::Key_Return);
        QTRY_VERIFY(rig.shows<RunPage>());
        QCOMPARE(rig.window->findChild<RunPage *>()->run(), rig.withResults);
        QTest::keyClick(rig.window.get(), Qt::Key_Escape);
        QVERIFY(rig.shows<RunsPage>());
        QVERIFY(rig.table()->hasFocus());
        QTest::keyClick(rig.window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(rig.shows<NewRunPage>());
        QTest::keyClick(rig.window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(rig.shows<RunsPage>());
        QVERIFY(rig.action(u"drafts"_s)->isVisible()); // the draft is still there
    }
    void f6GoesThroughThePanes()
    {
        Rig rig;
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
        Rig rig;
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, u"zebra"_s);
        QTRY_COMPARE(rig.table()->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QTRY_VERIFY(rig.table()->model()->rowCount() > 10);
    }
    void anActionThatCannotBeUsedSaysWhy_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("reason");
        QTest::newRow("ended: cancel")
            << u"Survey, wave 3"_s << u"cancelRun"_s << u"The run has ended"_s;
        QTest::newRow("draft: check")
            << u"Old draft"_s << u"checkNow"_s << u"The run was not sent"_s;
        QTest::newRow("running: delete") << u"Product texts EN"_s << u"deleteRun"_s
                                         << u"The run is under way; cancel it first"_s;
        QTest::newRow("running: again")
            << u"Product texts EN"_s << u"submitAgain"_s << u"The run is under way"_s;
        QTest::newRow("uploading: id")
            << u"Embeddings 2026-11"_s << u"copyId"_s << u"The provider has given no id yet"_s;
        QTest::newRow("validating: export")
            << u"Codes for open answers"_s << u"exportRun"_s << u"No results have come back yet"_s;
        QTest::newRow("uncertain: cancel") << u"Reviews to labels"_s << u"cancelRun"_s
                                           << u"It is not certain yet that the provider has it"_s;
        QTest::newRow("uncertain: again")
            << u"Reviews to labels"_s << u"submitAgain"_s << QString();
        QTest::newRow("refused: again") << u"Letters, wave 2"_s << u"submitAgain"_s << QString();
        QTest::newRow("no file of results yet: partial")
            << u"Product texts EN"_s << u"fetchPartial"_s << u"The provider gives no results yet"_s;
        QTest::newRow("held: partial")
            << u"Translations IT"_s << u"fetchPartial"_s << u"The provider has nothing of it yet"_s;
        QTest::newRow("ended: partial") << u"Survey, wave 3"_s << u"fetchPartial"_s
                                        << u"The run has ended and its results are here"_s;
        QTest::newRow("results within the batch: partial")
            << u"A gateway with words of its own"_s << u"fetchPartial"_s << QString();
        QTest::newRow("running: problems")
            << u"Product texts EN"_s << u"submitProblems"_s << u"The run has not ended"_s;
        QTest::newRow("draft: problems")
            << u"Old draft"_s << u"submitProblems"_s << u"The run was not sent"_s;
        QTest::newRow("without requests: problems") << u"Night evals"_s << u"submitProblems"_s
                                                    << u"The requests of this run are not here"_s;
        QTest::newRow("with requests: problems")
            << u"Survey, wave 3"_s << u"submitProblems"_s << QString();
        QTest::newRow("running: cancel") << u"Product texts EN"_s << u"cancelRun"_s << QString();
    }
    void anActionThatCannotBeUsedSaysWhy()
    {
        QFETCH(QString, run);
        QFETCH(QString, action);
        QFETCH(QString, reason);
        Rig rig;
        rig.select(run);
        QCOMPARE(rig.action(action)->isEnabled(), reason.isEmpty());
        if (!reason.isEmpty()) {
            QCOMPARE(rig.action(action)->toolTip(), reason);
            QCOMPARE(rig.action(action)->statusTip(), reason);
        }
    }
    void deletingCanBeUndone()
    {
        Rig rig;
        const int before = rig.table()->model()->rowCount();
        rig.select(u"Old draft"_s);
        rig.table()->setFocus();
        QTest::keyClick(rig.window.get(), Qt::Key_Delete);
        QTRY_COMPARE(rig.table()->model()->rowCount(), before - 1);
        QCOMPARE(rig.window->messages().texts(), QStringList{u"“Old draft” is in the bin."_s});
        QToolButton *undo = nullptr;
        for (const QList<QToolButton *> buttons
             = rig.window->messages().findChildren<QToolButton *>();
             QToolButton * button : buttons)
            if (button->text().contains(u"Undo"_s))
                undo = button;
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(rig.table()->model()->rowCount(), before);
        QVERIFY(!rig.services->library().run(rig.named(u"Old draft"_s))->deleted);
        QVERIFY(rig.window->messages().texts().isEmpty());
    }
    void cancellingAsksInTheWindowAndTheWayBackSendsNothing()
    {
        Rig rig;
        rig.select(u"Product texts EN"_s);
        rig.action(u"cancelRun"_s)->trigger();
        QCOMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(rig.services->library().wishes().isEmpty());
    }
    void aProviderWithoutCancelSaysSo()
    {
        Rig rig;
        QVERIFY(rig.services->library().add(Connection{
            .id = {}, .name = u"Lines"_s, .profile = u"scaledown"_s, .keyVariable = {}}));
        const RunId run
            = samplelibrary::add(*rig.services, {.name = "No way back", .connection = "Lines"});
        QTRY_VERIFY(rig.window->runs().summary(run));
        rig.select(u"No way back"_s);
        QVERIFY(!rig.action(u"cancelRun"_s)->isEnabled());
        QCOMPARE(rig.action(u"cancelRun"_s)->statusTip(), u"This provider has no cancel"_s);
        QVERIFY(rig.action(u"checkNow"_s)->isEnabled());
    }
    void partialResultsAreAskedFor()
    {
        Rig rig;
        rig.select(u"A gateway with words of its own"_s);
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rig.services->library().wishes().size(), 1);
        QCOMPARE(rig.services->library().wishes().first().kind, WishKind::Fetch);
        QTRY_COMPARE(rig.window->messages().texts().size(), 1);
    }
    void openingARunMarksItAsRead()
    {
        Rig rig;
        QVERIFY(rig.services->library().run(rig.withResults)->unread);
        rig.window->showRun(rig.withResults);
        QVERIFY(!rig.services->library().run(rig.withResults)->unread);
    }
    void copiesTheBatchId()
    {
        Rig rig;
        rig.select(u"Product texts EN"_s);
        rig.action(u"copyId"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(),
                 rig.window->runs().summary(rig.named(u"Product texts EN"_s))->remoteIds);
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
    }
    void theFirstWindowOffersTheNextSteps()
    {
        Rig rig(true);
        QStringList texts;
        for (const QList<QAbstractButton *> buttons
             = rig.window->findChild<RunsPage *>()->findChildren<QAbstractButton *>();
             const QAbstractButton *button : buttons)
            if (button->isVisible())
                texts.append(button->text());
        QCOMPARE(texts.size(), 5);
        QAbstractButton *practice = nullptr;
        for (const QList<QAbstractButton *> buttons
             = rig.window->findChild<RunsPage *>()->findChildren<QAbstractButton *>();
             QAbstractButton * button : buttons)
            if (button->text().contains(u"practice"_s))
                practice = button;
        QVERIFY(practice);
        practice->setFocus();
        QTest::keyClick(practice, Qt::Key_Return);
        QTRY_VERIFY(rig.shows<NewRunPage>());
        QCOMPARE(rig.window->findChild<NewRunPage *>()->draftCount(), 1);
    }
    void theSelectionOutlivesAPoll()
    {
        Rig rig;
        rig.select(u"Product texts EN"_s);
        rig.table()->setFocus();
        const RunId id = rig.named(u"Product texts EN"_s);
        Batch batch = *rig.services->library().batches(id).front();
        batch.facts.counts.succeeded = 6000;
        rig.services->library().save(batch);
        QTRY_COMPARE(rig.window->runs().summary(id)->succeeded, 6000);
        QCOMPARE(rig.window->findChild<RunsPage *>()->selectedRuns(), QList<RunId>{id});
        QVERIFY(rig.table()->hasFocus());
    }
    void aChangedSchemeIsFollowedLive()
    {
        Rig rig;
        const QPalette before = QApplication::palette();
        QApplication::setPalette(palettes::light());
        QTest::qWait(20);
        const QImage light = rig.window->grab().toImage();
        QApplication::setPalette(palettes::dark());
        QTest::qWait(20);
        const QImage dark = rig.window->grab().toImage();
        QApplication::setPalette(before);
        QVERIFY(qGray(light.pixel(600, 740)) > 200);
        QVERIFY(qGray(dark.pixel(600, 740)) < 60);
    }
    void aNewWindowLooksAsTheLastOneWasLeft()
    {
        Rig rig;
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
        rig.table()->setColumnHidden(RunModel::Progress, true);
        rig.table()->setColumnWidth(RunModel::State, 177);
        rig.window->resize(770, 560); // the offscreen display has 800 by 800
        const QList<QList<int>> left = panes(*rig.window);
        QVERIFY(!rig.window->close()); // it says once that runs go on
        QVERIFY(rig.window->close());
        rig.window.reset();
        rig.window = std::make_unique<MainWindow>(*rig.services);
        rig.window->show();
        QCOMPARE(rig.window->size(), QSize(770, 560));
        QCOMPARE(rig.table()->columnWidth(RunModel::State), 177);
        QVERIFY(rig.table()->isColumnHidden(RunModel::Progress));
        rig.window->showRun(rig.withResults);
        QCOMPARE(runTabs(*rig.window)->currentIndex(), 2);
        QTRY_COMPARE(panes(*rig.window), left);
    }
    void closingAsksAboutAChangedDraftOnce()
    {
        Rig rig;
        rig.action(u"newRun"_s)->trigger();
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
