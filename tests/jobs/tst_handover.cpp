// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two programs on one library: one drives a connection, the other one wishes; and they hand over.
#include "jobrig.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Wire = FakeProvider::Wire;

class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyOneDrives()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        const RunId run = first.submit(connection);
        WAIT_FOR_EQUAL(first.state(run), BatchState::Running);

        JobRig second(first, true);
        WAIT_FOR_EQUAL(second.state(run), BatchState::Running);
        QTest::qWait(100);
        QVERIFY(first.library->holdsLease(connection));
        QVERIFY(!second.library->holdsLease(connection));

        // What the other one wants is done by the one that drives, and both see it.
        QVERIFY(JobRig::wait(second.driver->cancel(run)));
        WAIT_FOR(first.hasResults(run));
        WAIT_FOR(second.hasResults(run));
        QCOMPARE(second.state(run), BatchState::Cancelled);
        WAIT_FOR_EQUAL(first.ended, QList<RunId>({run}));
        WAIT_FOR_EQUAL(second.ended, QList<RunId>({run}));
        QCOMPARE(provider.server().hits("POST /v1/batches/*"), 1);
        QCOMPARE(provider.createCalls(), 1);
    }

    /// Who asked, who looked: kept with the history, whichever program it was.
    void eachChangeSaysWhoDidIt()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        const RunId run = first.submit(connection);
        WAIT_FOR_EQUAL(first.state(run), BatchState::Running);
        JobRig second(first, true);
        WAIT_FOR_EQUAL(second.state(run), BatchState::Running);
        QVERIFY(JobRig::wait(second.driver->cancel(run)));
        WAIT_FOR(first.hasResults(run));
        QCOMPARE(first.causes(run),
                 u"draft person window, uploading person window, creating step window, "
                 "running answer window, cancelling person batchctl, cancelled poll window"_s);
        WAIT_FOR_EQUAL(second.causes(run), first.causes(run));
    }

    /// The course of a run is kept whole, though no program saw all of it.
    void theCourseIsKeptAcrossPrograms()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        auto first = std::make_unique<JobRig>();
        const ConnectionId connection = first->connect(provider);
        const RunId run = first->submit(connection);
        WAIT_FOR_EQUAL(first->state(run), BatchState::Running);
        JobRig second(*first, true);
        WAIT_FOR_EQUAL(second.state(run), BatchState::Running);
        first->end();
        WAIT_FOR(second.library->holdsLease(connection));
        provider.finishAll();
        WAIT_FOR(second.hasResults(run));
        second.restart();
        QFuture<Result<QList<Observation>>> asked = second.library->observations(run);
        WAIT_FOR(asked.isFinished());
        const QList<Observation> seen = asked.takeResult().value();
        QVERIFY(seen.size() >= 2);
        QCOMPARE(seen.first().done, 0);
        QCOMPARE(seen.first().rawStatus, u"in_progress"_s);
        QCOMPARE(seen.last().done, 5);
        QCOMPARE(seen.last().total, 5);
        QCOMPARE(seen.last().rawStatus, u"completed"_s);
        QVERIFY(seen.last().at <= second.batch(run).checkedAt); // fetching is an answer, too
    }

    void theOtherGoesOnWhenTheDriverEnds()
    {
        FakeProvider provider(Wire::Inline);
        provider.setPhases({"in_progress"});
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        const RunId run = first.submit(connection);
        WAIT_FOR_EQUAL(first.state(run), BatchState::Running);
        JobRig second(first, true);
        WAIT_FOR_EQUAL(second.state(run), BatchState::Running);
        first.end();
        WAIT_FOR(second.library->holdsLease(connection));
        provider.finishAll();
        WAIT_FOR(second.hasResults(run));
        QCOMPARE(second.resultIds(run).size(), 5);
        QCOMPARE(provider.createCalls(), 1);
    }

    void whoCannotReadTheKeyLeavesItToTheOther()
    {
        FakeProvider provider(Wire::Files);
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        first.driver->stop();
        JobRig second(first, false);
        WAIT_FOR(second.library->connection(connection) != nullptr);
        const RunId run = second.submit(connection);
        WAIT_FOR(second.driver->connectionTrouble(connection));
        QCOMPARE(provider.server().hits(), 0);
        first.driver->start();
        WAIT_FOR(first.hasResults(run));
        WAIT_FOR(second.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
    }

    void aRefusedKeyIsHandedOn()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        const RunId run = first.submit(connection);
        WAIT_FOR_EQUAL(first.state(run), BatchState::Running);
        provider.server().on("GET", "/v1/batches/*", [&provider](const FaultRequest &request) {
            return request.header("authorization") == "Bearer new-key"
                ? provider.get(request)
                : FaultReply::json(401, R"({"error":{"message":"bad key"}})");
        });
        WAIT_FOR(first.driver->connectionTrouble(connection));
        JobRig second(first, true);
        second.secrets.put(connection, "new-key");
        provider.finishAll();
        WAIT_FOR(second.hasResults(run));
        WAIT_FOR(first.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
    }

    /// The same run, and many runs, submitted by both at the same moment.
    void bothSubmitAtOnce()
    {
        FakeProvider provider(Wire::Files);
        JobRig first;
        const ConnectionId connection = first.connect(provider);
        JobRig second(first, true);
        const RunId shared = first.draft(connection, 3, 100);
        WAIT_FOR(second.library->run(shared) != nullptr);
        const QFuture<Result<>> a = first.driver->submit(shared);
        const QFuture<Result<>> b = second.driver->submit(shared);
        QList<RunId> runs;
        for (int seed = 0; seed < 6; ++seed)
            runs.append((seed % 2 == 0 ? first : second).submit(connection, 2, seed));
        QVERIFY(JobRig::wait(a) && JobRig::wait(b));
        for (const RunId run : std::as_const(runs))
            WAIT_FOR(first.hasResults(run) && second.hasResults(run));
        WAIT_FOR(first.library->batches(shared).size() == 1 && first.hasResults(shared));
        WAIT_FOR(second.library->batches(shared).size() == 1 && second.hasResults(shared));
        QCOMPARE(provider.created(), 7);
        QCOMPARE(provider.createCalls(), 7);
        WAIT_FOR(first.library->wishes().isEmpty() && second.library->wishes().isEmpty());
    }
};

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
