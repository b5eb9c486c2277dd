// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adding requests in parts: whatever the provider answers, and whenever the program ends, each
// request is there once.
#include "jobrig.h"
#include "stagedprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Settings = QMap<QString, QString>;

namespace {

const QByteArray addPath = "/v1/batches/batch_1/requests";
const QByteArray addCall = "POST " + addPath;
const QByteArray listCall = "GET " + addPath;
const QByteArray startPath = "/v1/batches/batch_1/start";

QByteArrayList idsUpTo(int count)
{
    QByteArrayList ids;
    for (int row = 0; row < count; ++row)
        ids.append("q-" + QByteArray::number(row));
    return ids;
}

QByteArrayList sorted(QByteArrayList ids)
{
    std::ranges::sort(ids, {}, [](const QByteArray &id) { return id.sliced(2).toInt(); });
    return ids;
}

FaultReply error(int status, const QByteArray &message = "the provider's words")
{
    return FaultReply::json(status, R"({"error":{"message":")" + message + "\"}}");
}

RunId submitStaged(JobRig &rig, StagedProvider &provider, int requests, Settings settings = {})
{
    if (!settings.contains(u"add_requests"_s))
        settings.insert(u"add_requests"_s, u"3"_s);
    return rig.submit(rig.connect(u"staged"_s, provider.url(), settings), requests);
}

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
        provider.server().once("POST", addPath, error(status));
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
        provider.server().on("POST", addPath, error(400));
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
                                error(400, "requests[1].body: no model"),
                                error(400, "requests[7]: ?")});
        const RunId run = submitStaged(rig, provider, 7);
        WAIT_FOR(rig.batch(run).facts.refused);
        QCOMPARE(rig.batch(run).facts.error->line, 5);
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR(rig.batch(run).facts.refused && rig.batch(run).facts.error->line == 0);
    }

    void whatPassesGoesAgain_data()
    {
        QTest::addColumn<FaultReply>("reply");
        QTest::newRow("429") << error(429);
        QTest::newRow("429 with a time") << error(429).with("retry-after", "0.05");
        QTest::newRow("425") << error(425);
        QTest::newRow("404 of a replica") << error(404);
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
        provider.server().on("POST", addPath, error(404));
        const RunId run = submitStaged(rig, provider, 4);
        WAIT_FOR(rig.batch(run).facts.refused);
        QCOMPARE(provider.hits(addCall), 3);
    }

    void aRefusedKeyWaitsForAnother()
    {
        StagedProvider provider;
        JobRig rig;
        provider.server().once("POST", addPath, {FaultReply::json(200, "{}"), error(401)});
        const RunId run = submitStaged(rig, provider, 4);
        const auto connection = [&] { return rig.batch(run).connection; };
        WAIT_FOR(rig.driver->connectionTrouble(connection()));
        QCOMPARE(rig.batch(run).facts.addingRequests, 0);
        QCOMPARE(rig.batch(run).facts.addedRequests, 3);
        rig.driver->keyChanged(connection());
        WAIT_FOR_EQUAL(provider.added(), QByteArrayList({"q-3"}));
    }

    /// No clear answer, and it had no effect: found missing, sent again.
    void inDoubtIsLookedForAndSentOnce_data()
    {
        QTest::addColumn<FaultReply>("reply");
        for (const int status : {408, 500, 502, 503, 504})
            QTest::addRow("%d", status) << error(status);
        QTest::newRow("no answer") << FaultReply::closed();
        QTest::newRow("reset") << FaultReply::broken();
        QTest::newRow("a page") << FaultReply::html(200, "<html>log in</html>");
        QTest::newRow("cut") << FaultReply::json(200, R"({"object":)");
        QTest::newRow("an error with 200") << error(200);
        QTest::newRow("redirect") << FaultReply::redirect(302, "/elsewhere");
    }
    void inDoubtIsLookedForAndSentOnce()
    {
        QFETCH(const FaultReply, reply);
        StagedProvider provider;
        JobRig rig(0.001);
        provider.server().once("POST", addPath, reply);
        const RunId run = submitStaged(rig, provider, 7);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(7));
        QCOMPARE(provider.hits(addCall), 4);
        QCOMPARE(provider.hits(listCall), 3);
        QVERIFY(!rig.batch(run).facts.error && rig.batch(run).facts.reason.isEmpty());
    }

    /// No clear answer, and it had its effect: found there, not sent again.
    void aLostAnswerIsFoundInTheList_data()
    {
        QTest::addColumn<int>("nth");
        for (const int nth : {1, 2, 3})
            QTest::addRow("part %d", nth) << nth;
    }
    void aLostAnswerIsFoundInTheList()
    {
        QFETCH(const int, nth);
        StagedProvider provider;
        provider.loseAddAnswer(nth);
        provider.setPageSize(2);
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 8);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(8));
        QCOMPARE(provider.addSizes(), QList<int>({3, 3, 2}));
        QCOMPARE(rig.resultIds(run).size(), 8);
    }

    void aListThatLagsIsReadAgain()
    {
        StagedProvider provider;
        provider.loseAddAnswer(1);
        provider.lagList(2);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(5));
    }

    void onlyWhatIsMissingIsSent()
    {
        StagedProvider provider;
        provider.takePart(2, 1);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 8);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(sorted(provider.added()), idsUpTo(8));
        QCOMPARE(provider.addSizes(), QList<int>({3, 1, 2, 2}));
    }

    /// A server that ignores the cursor cannot show what is missing: the count does.
    void anIgnoredCursorIsNoProof_data()
    {
        QTest::addColumn<bool>("hasMore");
        QTest::newRow("and says that there is more") << true;
        QTest::newRow("and does not say") << false;
    }
    void anIgnoredCursorIsNoProof()
    {
        QFETCH(const bool, hasMore);
        StagedProvider provider;
        provider.ignoreCursors();
        if (!hasMore)
            provider.hideHasMore();
        provider.loseAddAnswer(1);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 6,
                                       {{u"add_requests"_s, u"6"_s}, {u"page_size"_s, u"2"_s}});
        WAIT_FOR(rig.batch(run).facts.addedRequests == 6);
        QCOMPARE(provider.added(), idsUpTo(6));
        QCOMPARE(provider.hits(addCall), 1);
    }

    void withoutAListTheCountTells_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("wasTaken");
        for (const int status : {404, 405, 501}) {
            QTest::addRow("%d, taken", status) << status << true;
            QTest::addRow("%d, not taken", status) << status << false;
        }
    }
    void withoutAListTheCountTells()
    {
        QFETCH(const int, status);
        QFETCH(const bool, wasTaken);
        StagedProvider provider;
        provider.withoutRequestList(status);
        if (wasTaken)
            provider.loseAddAnswer(2);
        else
            provider.dropAdd(2);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 8);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(8));
        QCOMPARE(provider.hits(addCall), wasTaken ? 3 : 4);
    }

    void whatCannotBeToldAsksAPerson_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::newRow("asked at once") << false;
        QTest::newRow("asked after a restart") << true;
    }
    void whatCannotBeToldAsksAPerson()
    {
        QFETCH(const bool, restarts);
        StagedProvider provider;
        provider.withoutRequestList();
        provider.withoutCount();
        provider.dropAdd(2);
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 8);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"cannot be seen"_s));
        QTest::qWait(50);
        QCOMPARE(provider.hits(addCall), 2);
        QCOMPARE(rig.batch(run).facts.addingRequests, 3);
        QCOMPARE(rig.state(run), BatchState::Queued);
        if (restarts) {
            rig.restart();
            WAIT_FOR(rig.batch(run).facts.reason.contains(u"looking"_s));
            WAIT_FOR(rig.batch(run).facts.reason.contains(u"cannot be seen"_s));
            QCOMPARE(provider.hits(addCall), 2);
        }
        QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(8));
    }

    void aListThatFailsIsNoLook()
    {
        StagedProvider provider;
        provider.dropAdd(1);
        provider.server().once(
            "GET", addPath,
            {error(500), error(429), FaultReply::json(200, "{"), FaultReply::closed(), error(403)});
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits(listCall), 5 + 3);
        QCOMPARE(provider.added(), idsUpTo(3));
    }

    void aServerThatNeverTakesThemIsGivenUpOn()
    {
        StagedProvider provider;
        provider.server().on("POST", addPath, error(500));
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
        provider.server().once("POST", addPath, {FaultReply::json(200, "{}"), error(400)});
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
