// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcommands.h"

#include "ui/windowrig.h"
#include "widgets/messagearea.h"

#include <QApplication>
#include <QClipboard>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// What can be done with the run that is chosen in the list, and what says that it cannot.
class TstRunActions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

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
        WindowRig rig;
        rig.runsPage()->select(rig.named(run));
        QCOMPARE(rig.window->findChild<QAction *>(action)->isEnabled(), reason.isEmpty());
        if (!reason.isEmpty()) {
            QCOMPARE(rig.window->findChild<QAction *>(action)->toolTip(), reason);
            QCOMPARE(rig.window->findChild<QAction *>(action)->statusTip(), reason);
        }
    }
    void deletingCanBeUndone()
    {
        WindowRig rig;
        const int before = rig.runsPage()->table()->model()->rowCount();
        rig.runsPage()->select(rig.named(u"Old draft"_s));
        rig.runsPage()->table()->setFocus();
        QTest::keyClick(rig.window.get(), Qt::Key_Delete);
        QTRY_COMPARE(rig.runsPage()->table()->model()->rowCount(), before - 1);
        QCOMPARE(rig.window->messages().texts(), QStringList{u"“Old draft” is in the bin."_s});
        QToolButton *undo = nullptr;
        for (const QList<QToolButton *> buttons
             = rig.window->messages().findChildren<QToolButton *>();
             QToolButton * button : buttons)
            if (button->text().contains(u"Undo"_s))
                undo = button;
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(rig.runsPage()->table()->model()->rowCount(), before);
        QVERIFY(!rig.services->library().run(rig.named(u"Old draft"_s))->deleted);
        QVERIFY(rig.window->messages().texts().isEmpty());
    }
    void cancellingAsksInTheWindowAndTheWayBackSendsNothing()
    {
        WindowRig rig;
        rig.runsPage()->select(rig.named(u"Product texts EN"_s));
        rig.action("cancelRun")->trigger();
        QCOMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(rig.services->library().wishes().isEmpty());
    }
    void aProviderWithoutCancelSaysSo()
    {
        WindowRig rig;
        QVERIFY(rig.services->library().add(Connection{
            .id = {}, .name = u"Lines"_s, .profile = u"scaledown"_s, .keyVariable = {}}));
        const RunId run
            = samplelibrary::add(*rig.services, {.name = "No way back", .connection = "Lines"});
        QTRY_VERIFY(rig.window->runs().summary(run));
        rig.runsPage()->select(rig.named(u"No way back"_s));
        QVERIFY(!rig.action("cancelRun")->isEnabled());
        QCOMPARE(rig.action("cancelRun")->statusTip(), u"This provider has no cancel"_s);
        QVERIFY(rig.action("checkNow")->isEnabled());
    }
    void partialResultsAreAskedFor()
    {
        WindowRig rig;
        rig.runsPage()->select(rig.named(u"A gateway with words of its own"_s));
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rig.services->library().wishes().size(), 1);
        QCOMPARE(rig.services->library().wishes().first().kind, WishKind::Fetch);
        QTRY_COMPARE(rig.window->messages().texts().size(), 1);
    }
    void openingARunMarksItAsRead()
    {
        WindowRig rig;
        QVERIFY(rig.services->library().run(rig.withResults)->unread);
        rig.window->showRun(rig.withResults);
        QVERIFY(!rig.services->library().run(rig.withResults)->unread);
    }
    void copiesTheBatchId()
    {
        WindowRig rig;
        rig.runsPage()->select(rig.named(u"Product texts EN"_s));
        rig.action("copyId")->trigger();
        QCOMPARE(QApplication::clipboard()->text(),
                 rig.window->runs().summary(rig.named(u"Product texts EN"_s))->remoteIds);
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
    }
    void theSelectionOutlivesAPoll()
    {
        WindowRig rig;
        rig.runsPage()->select(rig.named(u"Product texts EN"_s));
        rig.runsPage()->table()->setFocus();
        const RunId id = rig.named(u"Product texts EN"_s);
        Batch batch = *rig.services->library().batches(id).front();
        batch.facts.counts.succeeded = 6000;
        rig.services->library().save(batch);
        QTRY_COMPARE(rig.window->runs().summary(id)->succeeded, 6000);
        QCOMPARE(rig.runsPage()->selectedRuns(), QList<RunId>{id});
        QVERIFY(rig.runsPage()->table()->hasFocus());
    }
};

QTEST_MAIN(TstRunActions)
#include "tst_runactions.moc"
