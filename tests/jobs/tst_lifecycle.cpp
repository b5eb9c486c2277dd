// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a batch through the real library, client and dialects, against a provider on loopback.
#include "jobrig.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Wire = FakeProvider::Wire;

class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunGoesToItsEnd_data() { bothDialects(); }
    void aRunGoesToItsEnd()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.setFailing({1});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection, 5);
        WAIT_FOR(rig.hasResults(run));

        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.history(run), u"draft uploading creating validating running completed"_s);
        QCOMPARE(rig.resultIds(run),
                 QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s, u"q-4"_s}));
        QCOMPARE(provider.created(), 1);
        QCOMPARE(provider.createCalls(), 1);
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
        QVERIFY(rig.library->run(run)->unread);

        const Batch &batch = rig.batch(run);
        QVERIFY(!batch.facts.error);
        QVERIFY(batch.facts.reason.isEmpty());
        QCOMPARE(batch.facts.counts.succeeded, 4);
        QCOMPARE(batch.facts.counts.failed, 1);
        QVERIFY(batch.submittedAt.isValid() && batch.checkedAt.isValid());
        QVERIFY(!batch.nextCheckAt.isValid());
        QVERIFY(batch.facts.endedAt.isValid());
        WAIT_FOR(!rig.library->holdsLease(connection));

        // The key was sent, and is nowhere in the library.
        QCOMPARE(provider.server().requests("POST /v1/batches").first().header("authorization"),
                 "Bearer secret-key"_ba);
    }

    void theIntentIsStoredBeforeItIsSent_data() { bothDialects(); }
    void theIntentIsStoredBeforeItIsSent()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(provider.created(), 1);
        const QJsonObject body = provider.server().requests("POST /v1/batches").first().json();
        QCOMPARE(body["metadata"_L1]["batchdesk_intent"_L1].toString(),
                 rig.batch(run).facts.intent);
        QVERIFY(!rig.batch(run).facts.intent.isEmpty());
    }

    void manyRunsEndAndAreToldOnce()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        QSet<RunId> runs;
        for (int seed = 0; seed < 12; ++seed)
            runs.insert(rig.submit(connection, 2, seed));
        WAIT_FOR_EQUAL(rig.ended.size(), 12);
        QCOMPARE(QSet<RunId>(rig.ended.cbegin(), rig.ended.cend()), runs);
        QCOMPARE(provider.createCalls(), 12);

        rig.restart();
        QTest::qWait(50);
        QCOMPARE(rig.ended.size(), 12);
    }

    void pollingGoesOnUntilTheEnd()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"validating", "in_progress", "in_progress", "in_progress", "finalizing",
                            "in_progress", "completed"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.history(run),
                 u"draft uploading creating validating running finalizing running completed"_s);
    }

    void otherEnds_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<BatchState>("state");
        QTest::addColumn<int>("results");
        QTest::newRow("expired keeps what was paid for")
            << "expired"_ba << BatchState::Expired << 5;
        QTest::newRow("failed has none") << "failed"_ba << BatchState::Failed << 0;
        QTest::newRow("cancelled there") << "cancelled"_ba << BatchState::Cancelled << 5;
    }
    void otherEnds()
    {
        QFETCH(const QByteArray, word);
        QFETCH(const BatchState, state);
        QFETCH(const int, results);
        FakeProvider provider(Wire::Files);
        provider.setPhases({"validating", word});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), state);
        QCOMPARE(rig.resultIds(run).size(), results);
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
    }

    void aCompletedBatchWithoutFilesEnds()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        provider.server().on("GET", "/v1/batches/*",
                             FaultReply::json(200, R"({"id":"batch_1","status":"completed",
                                 "output_file_id":null,"error_file_id":"",
                                 "request_counts":{"total":5,"completed":0,"failed":5}})"));
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QVERIFY(rig.batch(run).resultFiles.isEmpty());
    }

    void cancelBeforeTheCreationSendsNothing()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        provider.server().once("POST", "/v1/files",
                               FaultReply::json(200, "{}").after(std::chrono::seconds(30)));
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Uploading);
        WAIT_FOR_EQUAL(provider.server().hits("POST /v1/files"), 1);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Cancelled);
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
        QCOMPARE(provider.createCalls(), 0);
        QVERIFY(!rig.driver->isBusy(rig.batch(run).id));
    }

    void cancelOfALiveBatchFetchesWhatIsThere_data() { bothDialects(); }
    void cancelOfALiveBatchFetchesWhatIsThere()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Cancelled);
        QCOMPARE(rig.history(run), u"draft uploading creating running cancelling cancelled"_s);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.cancelRequested);
    }

    void cancelOfAnEndedRunDoesNothing()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.server().hits("POST /v1/batches/*"), 0);
    }

    void cancelWhereThereIsNoneIsRefused()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider, {{u"cancel"_s, u"no"_s}}));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        const Result<> cancelled = JobRig::wait(rig.driver->cancel(run));
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::NotSupported);
    }

    void theSameTwiceIsRefused()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId first = rig.submit(connection, 3, 1);
        WAIT_FOR(rig.hasResults(first));
        const RunId second = rig.draft(connection, 3, 1);
        const Result<> refused = JobRig::wait(rig.driver->submit(second));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(refused.error().code, u"same_run"_s);
        QCOMPARE(refused.error().field, first.toString());

        Run again = *rig.library->run(second);
        again.again = true;
        rig.library->save(again);
        QVERIFY(JobRig::wait(rig.driver->submit(second)));
        WAIT_FOR(rig.hasResults(second));
        QCOMPARE(provider.createCalls(), 2);
    }

    /// Two at once: the first guard sees neither, the second one does.
    void theSameTwiceAtOnceIsPaidOnce()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId first = rig.draft(connection, 3, 1);
        const RunId second = rig.draft(connection, 3, 1);
        const QFuture<Result<>> a = rig.driver->submit(first);
        const QFuture<Result<>> b = rig.driver->submit(second);
        QVERIFY(JobRig::wait(a) && JobRig::wait(b));
        WAIT_FOR(isTerminal(rig.state(first)) && isTerminal(rig.state(second)));
        QCOMPARE(provider.createCalls(), 1);
        const RunId loser = rig.state(first) == BatchState::Failed ? first : second;
        QCOMPARE(rig.batch(loser).facts.error->code, u"same_run"_s);
    }

    void pressingSubmitTwiceSendsOnce()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const RunId run = rig.draft(rig.connect(provider));
        const QFuture<Result<>> a = rig.driver->submit(run);
        const QFuture<Result<>> b = rig.driver->submit(run);
        QVERIFY(JobRig::wait(a) && JobRig::wait(b));
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(!JobRig::wait(rig.driver->submit(run)));
        QCOMPARE(provider.createCalls(), 1);
        QCOMPARE(rig.library->batches(run).size(), 1u);
    }

    void whatCannotBeSubmittedSaysWhy()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const Result<> none = JobRig::wait(rig.driver->submit(RunId{99}));
        QCOMPARE(none.error().kind, ErrorKind::BadInput);
        const Result<> unconnected = JobRig::wait(rig.driver->submit(rig.draft({}, 3)));
        QCOMPARE(unconnected.error().field, u"connection"_s);
        const Result<> empty
            = JobRig::wait(rig.driver->submit(rig.draft(rig.connect(provider), 0)));
        QCOMPARE(empty.error().code, u"no_requests"_s);
        QCOMPARE(provider.server().hits(), 0);
    }

    void fetchBringsTheResultsOnceMore_data() { bothDialects(); }
    void fetchBringsTheResultsOnceMore()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        for (const QString &name : rig.files(u"results"_s))
            QVERIFY(QFile::remove(rig.library->absolute(rig.batch(run).resultFiles.first().path))
                    || !name.isEmpty());
        QVERIFY(JobRig::wait(rig.driver->fetch(run)));
        WAIT_FOR(!rig.batch(run).facts.resultsComplete);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(rig.ended, QList<RunId>({run}));
    }

    void checkNowDoesNotWait()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig;
        ConnectionId id = rig.connect(provider);
        Connection slow = *rig.library->connection(id);
        slow.pollMin = slow.pollMax = std::chrono::hours(1000);
        QVERIFY(rig.library->save(slow));
        const RunId run = rig.submit(id);
        WAIT_FOR_EQUAL(provider.created(), 1);
        WAIT_FOR(!rig.driver->isBusy(rig.batch(run).id) && isLive(rig.state(run)));
        const int looks = provider.server().hits("GET /v1/batches/*");
        provider.finishAll();
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(provider.server().hits("GET /v1/batches/*") > looks);
    }

    void fetchOfALiveBatchBringsWhatIsThere_data() { bothDialects(); }
    void fetchOfALiveBatchBringsWhatIsThere()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        QVERIFY(rig.batch(run).resultFiles.isEmpty());
        provider.showPartial(2);
        QVERIFY(JobRig::wait(rig.driver->fetch(run)));
        WAIT_FOR_EQUAL(rig.resultIds(run).size(), 2);
        QVERIFY(isLive(rig.state(run)));
        QVERIFY(!rig.batch(run).facts.resultsComplete);
        QVERIFY(rig.ended.isEmpty());
        provider.showPartial(-1);
        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(provider.createCalls(), 1);
    }

    void aDraftIsGivenUpWithoutADriver()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        rig.secrets.trouble = Error{.kind = ErrorKind::Keychain, .message = u"locked"_s};
        const RunId run = rig.submit(connection);
        WAIT_FOR(rig.driver->connectionTrouble(connection));
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        QCOMPARE(rig.state(run), BatchState::Cancelled);
        // The wish to submit is older than the cancel: the key's coming back sends nothing.
        rig.secrets.trouble.reset();
        rig.driver->keyChanged(connection);
        WAIT_FOR(rig.library->wishes().isEmpty());
        QCOMPARE(rig.state(run), BatchState::Cancelled);
        QCOMPARE(provider.server().hits(), 0);
    }

    /// Memory, folder, and the wishes of a process that may not drive.
    void onlyTheGivenConnectionsAreDriven()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId mine = rig.connect(provider);
        const ConnectionId other = rig.connect(provider);
        rig.driver->stop();
        rig.driver->start({mine});
        const RunId left = rig.submit(other, 2, 1);
        const RunId driven = rig.submit(mine, 2, 2);
        WAIT_FOR(rig.hasResults(driven));
        QCOMPARE(rig.state(left), BatchState::Draft);
        QCOMPARE(rig.library->wishes().size(), 1);

        rig.restart();
        WAIT_FOR(rig.hasResults(left));
        QVERIFY(rig.library->wishes().isEmpty());
        QCOMPARE(provider.createCalls(), 2);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
