// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A part of the requests that got no clear answer: it is looked for, and what is there is not sent
// again.
#include "addingrig.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace AddingRig;

namespace {

QByteArrayList sorted(QByteArrayList ids)
{
    std::ranges::sort(ids, {}, [](const QByteArray &id) { return id.sliced(2).toInt(); });
    return ids;
}

} // namespace

class AddDoubtTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// No clear answer, and it had no effect: found missing, sent again.
    void inDoubtIsLookedForAndSentOnce_data()
    {
        QTest::addColumn<FaultReply>("reply");
        for (const int status : {408, 500, 502, 503, 504})
            QTest::addRow("%d", status) << refusal(status);
        QTest::newRow("no answer") << FaultReply::closed();
        QTest::newRow("reset") << FaultReply::broken();
        QTest::newRow("a page") << FaultReply::html(200, "<html>log in</html>");
        QTest::newRow("cut") << FaultReply::json(200, R"({"object":)");
        QTest::newRow("an error with 200") << refusal(200);
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
        provider.server().once("GET", addPath,
                               {refusal(500), refusal(429), FaultReply::json(200, "{"),
                                FaultReply::closed(), refusal(403)});
        JobRig rig(0.001);
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits(listCall), 5 + 3);
        QCOMPARE(provider.added(), idsUpTo(3));
    }
};

QTEST_GUILESS_MAIN(AddDoubtTest)
#include "tst_adddoubt.moc"
