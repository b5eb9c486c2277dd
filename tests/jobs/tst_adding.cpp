// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adding requests in parts: whatever the provider answers, and whenever the program ends, each
// request is there once.
#include "addingrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace AddingRig;

namespace {

const QByteArray startPath = "/v1/batches/batch_1/start";

} // namespace

class AddingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clearRefusalsWaitForAPerson_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 402, 403, 405, 409, 410, 413, 415, 418, 422, 501})
            QTest::addRow("%d", status) << status;
    }

    void clearRefusalsWaitForAPerson()
    {
        QFETCH(const int, status);
        StagedProvider provider;
        JobRig rig(0.001);
        provider.server().once("POST", addPath, refusal(status));
        const RunId run = submitStaged(rig, provider, 3, {{u"add_requests"_s, u"1"_s}});
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"refused some of the requests"_s));
        QTest::qWait(30);
        const Batch batch = rig.batch(run);
        QCOMPARE(batch.facts.state, BatchState::Queued);
        QVERIFY(batch.facts.refused && batch.facts.error);
        QCOMPARE(batch.facts.error->httpStatus, status);
        QCOMPARE(batch.facts.error->message, u"the provider's words"_s);
        QCOMPARE(provider.hits(addCall), 1);
        QCOMPARE(provider.hits("POST " + startPath), 0);

        rig.restart(); // it is not tried by itself either
        QTest::qWait(30);
        QCOMPARE(provider.hits(addCall), 1);
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(3));
        QVERIFY(!rig.batch(run).facts.error);
        QCOMPARE(provider.hits(listCall) > 0, status == 409); // may be there: looked first
    }

    void aRefusedBatchCanBeCancelled()
    {
        StagedProvider provider;
        JobRig rig;
        provider.server().on("POST", addPath, refusal(400));
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.batch(run).facts.refused);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Cancelled);
    }

    void theLineAtFaultIsTheRunsOwn()
    {
        StagedProvider provider;
        JobRig rig;
        provider.server().once("POST", addPath,
                               {FaultReply::json(200, "{}"),
                                refusal(400, "requests[1].body: no model"),
                                refusal(400, "requests[7]: ?")});
        const RunId run = submitStaged(rig, provider, 7);
        WAIT_FOR(rig.batch(run).facts.refused);
        QCOMPARE(rig.batch(run).facts.error->line, 5);
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR(rig.batch(run).facts.refused && rig.batch(run).facts.error->line == 0);
    }

    void whatPassesGoesAgain_data()
    {
        QTest::addColumn<FaultReply>("reply");
        QTest::newRow("429") << refusal(429);
        QTest::newRow("429 with a time") << refusal(429).with("retry-after", "0.05");
        QTest::newRow("425") << refusal(425);
        QTest::newRow("404 of a replica") << refusal(404);
    }

    void whatPassesGoesAgain()
    {
        QFETCH(const FaultReply, reply);
        StagedProvider provider;
        JobRig rig;
        provider.server().once("POST", addPath, {reply, reply});
        const RunId run = submitStaged(rig, provider, 4);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(4));
        QCOMPARE(provider.hits(addCall), 4);
        QCOMPARE(provider.hits(listCall), 0); // nothing was in doubt
    }

    void aBatchThatIsGoneIsRefused()
    {
        StagedProvider provider;
        JobRig rig;
        provider.server().on("POST", addPath, refusal(404));
        const RunId run = submitStaged(rig, provider, 4);
        WAIT_FOR(rig.batch(run).facts.refused);
        QCOMPARE(provider.hits(addCall), 3);
    }

    void aRefusedKeyWaitsForAnother()
    {
        StagedProvider provider;
        JobRig rig;
        provider.server().once("POST", addPath, {FaultReply::json(200, "{}"), refusal(401)});
        const RunId run = submitStaged(rig, provider, 4);
        const auto connection = [&] { return rig.batch(run).connection; };
        WAIT_FOR(rig.driver->connectionTrouble(connection()));
        QCOMPARE(rig.batch(run).facts.addingRequests, 0);
        QCOMPARE(rig.batch(run).facts.addedRequests, 3);
        rig.driver->keyChanged(connection());
        WAIT_FOR_EQUAL(provider.added(), QByteArrayList({"q-3"}));
    }

    void aServerThatNeverTakesThemIsGivenUpOn()
    {
        StagedProvider provider;
        provider.server().on("POST", addPath, refusal(500));
        JobRig rig(0.0005);
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.batch(run).facts.refused);
        QCOMPARE(provider.hits(addCall), 5);
        QTest::qWait(30);
        QCOMPARE(provider.hits(addCall), 5);
    }

    /// The program ends while a part is on its way; the provider takes it, or never gets it.
    void endedWhileAddingLosesAndDoublesNothing_data()
    {
        QTest::addColumn<int>("nth");
        QTest::addColumn<bool>("wasTaken");
        for (const int nth : {1, 2, 3}) {
            QTest::addRow("part %d, taken", nth) << nth << true;
            QTest::addRow("part %d, not taken", nth) << nth << false;
        }
    }

    void endedWhileAddingLosesAndDoublesNothing()
    {
        QFETCH(const int, nth);
        QFETCH(const bool, wasTaken);
        StagedProvider provider;
        if (wasTaken)
            provider.loseAddAnswer(nth);
        else
            provider.dropAdd(nth);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 8);
        WAIT_FOR(provider.hits(addCall) >= nth);
        rig.restart();
        const BatchFacts stored = rig.batch(run).facts;
        QVERIFY(stored.addedRequests + stored.addingRequests >= 3 * (nth - 1));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(8));
        QCOMPARE(provider.created(), 1);
    }

    /// A new life after each change that is stored.
    void restartsBetweenAnyTwoSteps()
    {
        StagedProvider provider;
        provider.loseAddAnswer(2);
        JobRig rig(0.0005);
        const RunId run = submitStaged(rig, provider, 9, {{u"add_requests"_s, u"2"_s}});
        WAIT_FOR(!rig.batch(run).facts.remoteId.isEmpty()); // the paid call is tst_restart's
        int lives = 0;
        while (!rig.hasResults(run) && lives < 60) {
            const Batch before = rig.batch(run);
            (void)QTest::qWaitFor([&] { return rig.batch(run) != before; }, 1'000);
            rig.restart();
            ++lives;
        }
        WAIT_FOR(rig.hasResults(run));
        QVERIFY2(lives > 5, QByteArray::number(lives).constData());
        QCOMPARE(provider.added(), idsUpTo(9));
        QCOMPARE(provider.created(), 1);
        QCOMPARE(rig.resultIds(run).size(), 9);
    }

    void aBodyThatWasTakenAwayIsMadeAnew()
    {
        StagedProvider provider;
        provider.server().once("POST", addPath, {FaultReply::json(200, "{}"), refusal(400)});
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 7);
        WAIT_FOR(rig.batch(run).facts.refused);
        QVERIFY(QFile::remove(rig.library->absolute(rig.batch(run).bodyFile)));
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR_EQUAL(provider.added(), QByteArrayList({"q-3", "q-4", "q-5", "q-6"}));
    }

    /// The creation itself is as any other: paid once, found by its name.
    void aLostCreationIsFoundByItsName()
    {
        StagedProvider provider;
        provider.loseCreateAnswer();
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits("POST /v1/batches"), 1);
        QCOMPARE(provider.added(), idsUpTo(3));
        QVERIFY(rig.history(run).startsWith(u"draft uploading creating unknown queued"_s));
    }
};

QTEST_GUILESS_MAIN(AddingTest)
#include "tst_adding.moc"
