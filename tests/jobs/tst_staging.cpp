// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a staged batch: created, filled in parts, started or held, made longer, ended.
#include "jobrig.h"
#include "stagedprovider.h"

#include "jobs/intake.h"
#include "support/files.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using Settings = QMap<QString, QString>;

namespace {

const QByteArray addCall = "POST /v1/batches/batch_1/requests";
const QByteArray startCall = "POST /v1/batches/batch_1/start";

ConnectionId connectStaged(JobRig &rig, StagedProvider &provider, const Settings &settings = {})
{
    return rig.connect(u"staged"_s, provider.url(), settings);
}

/// A file as a person's, taken in: rows [first, first + count).
TakenIn taken(JobRig &rig, int first, int count, const QByteArray &body = R"({"model":"m"})")
{
    QByteArray lines = "\xef\xbb\xbf";
    for (int row = first; row < first + count; ++row)
        lines += R"({"custom_id":"q-)" + QByteArray::number(row)
            + R"(","method":"POST","url":"/v1/chat/completions","body":)" + body + "}\r\n";
    TakenIn more{.inputFile = rig.library->newPath(u"inputs"_s, u".jsonl"_s)};
    writeFile(rig.library->absolute(more.inputFile), lines);
    more.report.requests = count;
    return more;
}

} // namespace

class StagingTest : public QObject {
    Q_OBJECT

private:
    static RunId submitHeld(JobRig &rig, ConnectionId connection, int requests)
    {
        const RunId id = rig.draft(connection, requests);
        Run run = *rig.library->run(id);
        run.hold = true;
        rig.library->save(run);
        if (const Result<> submitted = JobRig::wait(rig.driver->submit(id)); !submitted)
            qFatal("%s", qPrintable(userText(submitted.error())));
        return id;
    }

private Q_SLOTS:
    void aRunGoesToItsEndInParts()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run
            = rig.submit(connectStaged(rig, provider, {{u"add_requests"_s, u"3"_s}}), 8);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.history(run), u"draft uploading creating queued running completed"_s);
        QCOMPARE(provider.added(), idsUpTo(8));
        QCOMPARE(provider.addSizes(), QList<int>({3, 3, 2}));
        QCOMPARE(provider.created(), 1);
        QCOMPARE(provider.hits(startCall), 1);
        QCOMPARE(rig.resultIds(run).size(), 8);
        const Batch &batch = rig.batch(run);
        QCOMPARE(batch.facts.addedRequests, 8);
        QCOMPARE(batch.facts.addedBytes, batch.bodyBytes);
        QCOMPARE(batch.facts.addingRequests, 0);
        QVERIFY(batch.facts.startAnswered && !batch.facts.error && batch.facts.reason.isEmpty());
        QCOMPARE(batch.facts.counts.succeeded, 8);

        // What was sent: the input's own bytes, and what the batch is made of.
        const QByteArray sent = provider.server().requests(addCall).last().body;
        QCOMPARE(sent,
                 R"({"requests":[{"custom_id":"q-6","body":{"model":"m","messages":[],"seed":0}},)"
                 R"({"custom_id":"q-7","body":{"model":"m","messages":[],"seed":0}}]})"_ba);
        const QJsonObject body = provider.createBody();
        QCOMPARE(body["endpoint"_L1].toString(), u"/v1/chat/completions"_s);
        QCOMPARE(body["model"_L1].toString(), u"m"_s);
        QVERIFY(body["name"_L1].toString().startsWith(u"run 0 ["_s));
        QCOMPARE(provider.server().requests(startCall).first().body, "{}"_ba);
    }

    void bytesLimitACallToo()
    {
        StagedProvider provider;
        JobRig rig;
        // Each line has 66 bytes: two fit, and one that is larger than all goes alone.
        const RunId two = rig.submit(connectStaged(rig, provider, {{u"add_bytes"_s, u"150"_s}}), 5);
        WAIT_FOR(rig.hasResults(two));
        QCOMPARE(provider.addSizes(), QList<int>({2, 2, 1}));
        const RunId one
            = rig.submit(connectStaged(rig, provider, {{u"add_bytes"_s, u"10"_s}}), 3, 1);
        WAIT_FOR(rig.hasResults(one));
        QCOMPARE(provider.addSizes().sliced(3), QList<int>({1, 1, 1}));
        QCOMPARE(provider.added(2), idsUpTo(3));
    }

    void tooLargeForTheProviderIsHalved()
    {
        StagedProvider provider;
        provider.server().once("POST", "/v1/batches/batch_1/requests",
                               {FaultReply::json(413, "{}"), FaultReply::json(413, "{}")});
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider), 8);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.addSizes(), QList<int>({2, 2, 2, 2}));
        QCOMPARE(provider.added(), idsUpTo(8));
    }

    void aServerWithoutStartBeginsByItself_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void aServerWithoutStartBeginsByItself()
    {
        QFETCH(const int, status);
        StagedProvider provider;
        provider.withoutStart(status);
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.hits(startCall), 1);
        QVERIFY(rig.batch(run).facts.startAnswered);
    }

    void noStartPathMeansNoStart()
    {
        StagedProvider provider;
        provider.withoutStart();
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider, {{u"path.start"_s, QString()}}));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits(startCall), 0);
    }

    void startAlwaysDoesNotLook()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider, {{u"start"_s, u"always"_s}}));
        WAIT_FOR(rig.hasResults(run));
        const QList<FaultRequest> all = provider.server().requests();
        const auto started
            = std::ranges::find(all, "/v1/batches/batch_1/start"_ba, &FaultRequest::path);
        QVERIFY(started != all.begin() && std::prev(started)->method == "POST");
    }

    void alreadyStartedIsStarted()
    {
        StagedProvider provider;
        provider.server().once("POST", "/v1/batches/batch_1/start",
                               FaultReply::json(409, R"({"error":{"message":"it runs"}})"));
        provider.withoutStart(); // and so it begins
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits(startCall), 1);
        QVERIFY(!rig.batch(run).facts.error);
    }

    void heldIsFilledAndNotStarted_data()
    {
        QTest::addColumn<bool>("byConnection");
        QTest::newRow("this run") << false;
        QTest::newRow("a connection that never starts") << true;
    }
    void heldIsFilledAndNotStarted()
    {
        QFETCH(const bool, byConnection);
        StagedProvider provider;
        JobRig rig;
        const ConnectionId connection = connectStaged(
            rig, provider, byConnection ? Settings{{u"start"_s, u"never"_s}} : Settings());
        const RunId run = byConnection ? rig.submit(connection) : submitHeld(rig, connection, 5);
        WAIT_FOR_EQUAL(rig.batch(run).facts.reason, u"created, with all requests; not started"_s);
        QTest::qWait(30);
        QCOMPARE(rig.state(run), BatchState::Queued);
        QCOMPARE(provider.added(), idsUpTo(5));
        QCOMPARE(provider.hits(startCall), 0);

        rig.restart();
        QTest::qWait(30);
        QCOMPARE(provider.hits(startCall), 0);
        QVERIFY(JobRig::wait(rig.driver->startHeld(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.hits(startCall), 1);
        QVERIFY(JobRig::wait(rig.driver->startHeld(run))); // it is done: nothing to do
        QCOMPARE(provider.hits(startCall), 1);
    }

    void startIsForStagedBatchesOnly()
    {
        FakeProvider files(FakeProvider::Wire::Files);
        StagedProvider provider;
        JobRig rig;
        const RunId run = rig.draft(rig.connect(files));
        QCOMPARE(JobRig::wait(rig.driver->startHeld(run)).error().kind, ErrorKind::NotSupported);
        const RunId draft = rig.draft(connectStaged(rig, provider));
        QCOMPARE(JobRig::wait(rig.driver->startHeld(draft)).error().kind, ErrorKind::BadInput);
        QCOMPARE(JobRig::wait(rig.driver->startHeld(RunId{99})).error().kind, ErrorKind::BadInput);
        QCOMPARE(JobRig::wait(rig.driver->add(run, taken(rig, 5, 1))).error().kind,
                 ErrorKind::NotSupported);
        QCOMPARE(rig.files(u"inputs"_s).size(), 2); // of the two drafts
    }

    void cancelOfAHeldBatch()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run = submitHeld(rig, connectStaged(rig, provider), 5);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Cancelled);
        QCOMPARE(rig.batch(run).facts.counts.total, 5); // the cancel's answer lacked it
        QVERIFY(rig.batch(run).facts.reason.isEmpty());
    }

    void moreRequestsForAHeldBatch()
    {
        StagedProvider provider;
        JobRig rig;
        const ConnectionId connection = connectStaged(rig, provider, {{u"add_requests"_s, u"3"_s}});
        const RunId run = submitHeld(rig, connection, 5);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        const Result<> added = JobRig::wait(rig.driver->add(run, taken(rig, 5, 4)));
        QVERIFY2(added, qPrintable(added ? QString() : userText(added.error())));
        WAIT_FOR_EQUAL(provider.added(), idsUpTo(9));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        QCOMPARE(rig.library->run(run)->requests, 9);
        QCOMPARE(rig.batch(run).requests, 9);
        QCOMPARE(rig.files(u"inputs"_s).size(), 1);

        QVERIFY(JobRig::wait(rig.driver->startHeld(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 9);
        QCOMPARE(provider.addSizes(), QList<int>({3, 2, 3, 1}));
        QCOMPARE(JobRig::wait(rig.driver->add(run, taken(rig, 9, 1))).error().code, u"begun"_s);
        QCOMPARE(rig.library->run(run)->requests, 9);
    }

    void moreRequestsForADraft()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run = rig.draft(connectStaged(rig, provider), 2);
        QVERIFY(JobRig::wait(rig.driver->add(run, taken(rig, 2, 2))));
        QVERIFY(JobRig::wait(rig.driver->submit(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.added(), idsUpTo(4));
    }

    /// While its parts are on their way, nothing of it is lost or doubled.
    void moreRequestsWhileItIsFilled()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run
            = submitHeld(rig, connectStaged(rig, provider, {{u"add_requests"_s, u"2"_s}}), 12);
        WAIT_FOR(provider.added().size() >= 4);
        QVERIFY(JobRig::wait(rig.driver->add(run, taken(rig, 12, 3))));
        WAIT_FOR_EQUAL(provider.added(), idsUpTo(15));
    }

    void moreRequestsThatCannotBeAdded_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("line");
        QTest::newRow("an id that is there")
            << 4 << R"({"model":"m"})"_ba << u"duplicate_custom_id"_s << qint64(6);
        QTest::newRow("another model")
            << 5 << R"({"model":"n"})"_ba << u"mixed_models"_s << qint64(6);
        QTest::newRow("no JSON") << 5 << R"({"model")"_ba << u"not_json"_s << qint64(6);
    }
    void moreRequestsThatCannotBeAdded()
    {
        QFETCH(const int, first);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const qint64, line);
        StagedProvider provider;
        JobRig rig;
        const RunId run = submitHeld(rig, connectStaged(rig, provider), 5);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        const Run before = *rig.library->run(run);
        const Result<> added = JobRig::wait(rig.driver->add(run, taken(rig, first, 2, body)));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::BadInput);
        QCOMPARE(added.error().code, code);
        QCOMPARE(added.error().line, line);
        QCOMPARE(*rig.library->run(run), before);
        QCOMPARE(rig.files(u"inputs"_s).size(), 1);
        QCOMPARE(provider.added(), idsUpTo(5));
    }

    void whatHasBegunTakesNoMore()
    {
        StagedProvider provider;
        provider.hold();
        JobRig rig;
        const RunId run = rig.submit(connectStaged(rig, provider), 5);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        QCOMPARE(JobRig::wait(rig.driver->add(run, taken(rig, 5, 1))).error().code, u"begun"_s);
        QCOMPARE(rig.library->run(run)->requests, 5);
        QCOMPARE(rig.files(u"inputs"_s).size(), 1);
    }

    void theRequestsAreListed()
    {
        StagedProvider provider;
        provider.setFailing({1}, true);
        JobRig rig;
        const RunId run = submitHeld(rig, connectStaged(rig, provider), 5);
        const auto ask = [&](const RequestQuery &query) {
            const QFuture<Result<RequestPage>> page = rig.driver->requests(run, query);
            (void)QTest::qWaitFor([&] { return page.isFinished(); }, 10'000);
            return page.result();
        };
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        const Result<RequestPage> page = ask({.limit = 2});
        QVERIFY(page);
        QCOMPARE(page->requests.size(), 2);
        QCOMPARE(page->requests.first().customId, u"q-0"_s);
        QCOMPARE(page->requests.first().remoteId, u"req_0"_s);
        QCOMPARE(page->requests.first().status, u"pending"_s);
        QCOMPARE(ask({.limit = 2, .after = page->nextCursor})->requests.first().customId, u"q-2"_s);
        QCOMPARE(ask({.status = u"failed"_s})->requests.size(), 1);
        provider.withoutRequestList(405);
        QCOMPARE(ask({}).error().kind, ErrorKind::NotSupported);
    }

    /// A batch of others is followed as it is, and not begun by us.
    void anAdoptedBatchIsNotStarted()
    {
        StagedProvider provider;
        JobRig rig;
        const ConnectionId connection = connectStaged(rig, provider);
        const RunId ours = submitHeld(rig, connection, 3);
        WAIT_FOR(rig.batch(ours).facts.reason.contains(u"not started"_s));
        JobRig other;
        const ConnectionId there = connectStaged(other, provider);
        const QFuture<Result<RunId>> adopted
            = other.driver->adopt(there, u"batch_1"_s, std::nullopt);
        WAIT_FOR(adopted.isFinished());
        QVERIFY(adopted.result());
        QCOMPARE(other.library->run(*adopted.result())->name, u"run 0"_s);
        QTest::qWait(50);
        QCOMPARE(provider.hits(startCall), 0);
        QCOMPARE(provider.added(), idsUpTo(3));
        QVERIFY(JobRig::wait(rig.driver->startHeld(ours)));
        WAIT_FOR(other.hasResults(*adopted.result()));
        QCOMPARE(provider.hits(startCall), 1);
    }

    void theSameIsTheSameHeldOrNot()
    {
        StagedProvider provider;
        JobRig rig;
        const ConnectionId connection = connectStaged(rig, provider);
        const RunId run = submitHeld(rig, connection, 3);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"not started"_s));
        const Result<> refused = JobRig::wait(rig.driver->submit(rig.draft(connection, 3)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"same_run"_s);
        QCOMPARE(provider.created(), 1);
    }
};

QTEST_GUILESS_MAIN(StagingTest)
#include "tst_staging.moc"
