// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a batch whose requests are the body of the paid call and whose provider has neither a
// list nor a cancel: its good way, and every answer to each of its three calls.
#include "jobrig.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

const QByteArray create = "POST /v1/batches";
const QByteArray look = "GET /v1/batches/sdb_1";
const QByteArray output = "GET /v1/batches/sdb_1/output";

constexpr int everyStatus[] = {400, 401, 402, 403, 404, 422, 429, 500, 501, 502, 503};

/// As a gateway words it.
FaultReply inGatewayWords(int status)
{
    return FaultReply::json(status, R"({"message":"Line 2: their own words"})");
}

/// One batch of five requests.
class RawProvider {
public:
    RawProvider()
    {
        m_server.on(
            "POST", "/v1/batches",
            FaultReply::json(200, R"({"batch_id":"sdb_1","status":"queued","total_count":5})"));
        m_server.on("GET", "/v1/batches/sdb_1", [this](const FaultRequest &) {
            const QByteArray word = m_isOver ? m_end : "processing"_ba;
            return FaultReply::json(200, R"({"batch_id":"sdb_1","status":")" + word + "\"}");
        });
        QByteArray lines;
        for (const char *row : {"3", "0", "4", "2", "1"})
            lines += FakeProvider::resultLine("q-"_ba + row) + '\n';
        m_server.on("GET", "/v1/batches/sdb_1/output", FaultReply::jsonl(lines));
    }
    [[nodiscard]] FaultServer &server() { return m_server; }
    void finish(const QByteArray &word = "completed")
    {
        m_end = word;
        m_isOver = true;
    }
    [[nodiscard]] ConnectionId connectTo(JobRig &rig) const
    {
        return rig.connect(u"scaledown"_s, m_server.url());
    }

private:
    QByteArray m_end; ///< written before m_isOver is
    std::atomic<bool> m_isOver = false;
    FaultServer m_server; ///< last: goes first, so that no handler runs into what is gone
};

void addStatuses()
{
    QTest::addColumn<int>("status");
    for (const int status : everyStatus)
        QTest::addRow("%d", status) << status;
}

} // namespace

class RawjsonlRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunGoesToItsEnd()
    {
        RawProvider provider;
        JobRig rig;
        const RunId run = rig.submit(provider.connectTo(rig));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        provider.finish();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.history(run), u"draft uploading creating queued running completed"_s);
        QCOMPARE(rig.resultIds(run),
                 QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s, u"q-4"_s}));
        QCOMPARE(rig.batch(run).facts.remoteId, u"sdb_1"_s);
        QCOMPARE(rig.batch(run).facts.counts.total, 5);
        QCOMPARE(provider.server().hits(create), 1);

        const FaultRequest sent = provider.server().requests(create).first();
        QCOMPARE(sent.header("content-type"), "application/jsonl"_ba);
        QCOMPARE(sent.header("x-api-key"), "secret-key"_ba);
        QVERIFY(sent.header("authorization").isEmpty());
        const QByteArrayList lines = sent.body.split('\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.first().startsWith(
            R"({"custom_id":"q-0","method":"POST","url":"/v1/chat/completions","body":{)"));
        QVERIFY(lines.last().isEmpty());
    }

    void creationsOfEveryStatus_data() { addStatuses(); }
    void creationsOfEveryStatus()
    {
        QFETCH(const int, status);
        RawProvider provider;
        provider.finish();
        provider.server().once("POST", "/v1/batches", inGatewayWords(status));
        JobRig rig;
        const ConnectionId connection = provider.connectTo(rig);
        const RunId run = rig.submit(connection);
        if (status == 429) {
            WAIT_FOR(rig.hasResults(run));
            QCOMPARE(provider.server().hits(create), 2);
            return;
        }
        if (status == 401) {
            WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
            rig.driver->keyChanged(connection);
            WAIT_FOR(rig.hasResults(run));
            QCOMPARE(provider.server().hits(create), 2);
            return;
        }
        const bool isInDoubt = status == 500 || status == 502;
        const BatchState expected = isInDoubt ? BatchState::Unknown : BatchState::Failed;
        WAIT_FOR_EQUAL(rig.state(run), expected);
        QTest::qWait(30);
        QCOMPARE(rig.state(run), expected);
        QCOMPARE(provider.server().hits(), 1); // nothing is sent again, and there is no list to ask
        const Error error = rig.batch(run).facts.error.value_or(Error());
        QCOMPARE(error.httpStatus, status);
        QVERIFY(error.message.contains(u"their own words"_s));
        QCOMPARE(error.line, status == 400 || status == 422 ? 2 : 0);
        QVERIFY(!isInDoubt || rig.batch(run).facts.reason.contains(u"has no list"_s));
        QVERIFY(isInDoubt || rig.batch(run).facts.resultsComplete);
    }

    void aLostAnswerStaysInDoubt()
    {
        RawProvider provider;
        provider.finish();
        provider.server().once("POST", "/v1/batches", FaultReply::closed());
        JobRig rig;
        const RunId run = rig.submit(provider.connectTo(rig));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Unknown);
        rig.restart();
        QTest::qWait(50);
        QCOMPARE(rig.state(run), BatchState::Unknown);
        QCOMPARE(provider.server().hits(), 1);
        // Only a person can say that it is to be sent again.
        QVERIFY(!JobRig::wait(rig.driver->submit(run)));
        QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.server().hits(create), 2);
    }

    void looksOfEveryStatus_data() { addStatuses(); }
    void looksOfEveryStatus()
    {
        QFETCH(const int, status);
        RawProvider provider;
        JobRig rig(0.002);
        const ConnectionId connection = provider.connectTo(rig);
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        const FaultReply reply = inGatewayWords(status);
        provider.server().once("GET", "/v1/batches/sdb_1", {reply, reply, reply});
        WAIT_FOR(rig.batch(run).facts.error || rig.driver->connectionTrouble(connection));
        QCOMPARE(rig.state(run), BatchState::Running);
        QCOMPARE(rig.batch(run).facts.counts.total, 5);
        provider.finish();
        if (status == 401) {
            WAIT_FOR(rig.driver->connectionTrouble(connection));
            provider.server().on(
                "GET", "/v1/batches/sdb_1",
                FaultReply::json(200, R"({"batch_id":"sdb_1","status":"completed"})"));
            for (int tries = 0; tries < 4 && !rig.hasResults(run); ++tries) {
                rig.driver->keyChanged(connection);
                WAIT_FOR(rig.hasResults(run) || rig.driver->connectionTrouble(connection));
            }
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.error);
        QCOMPARE(provider.server().hits(create), 1);
        QVERIFY(provider.server().hits(look) > 3);
    }

    /// Whatever comes in place of the results, they are there in the end.
    void outputsOfEveryStatus_data() { addStatuses(); }
    void outputsOfEveryStatus()
    {
        QFETCH(const int, status);
        RawProvider provider;
        provider.finish();
        provider.server().once("GET", "/v1/batches/sdb_1/output", inGatewayWords(status));
        JobRig rig(0.002);
        const ConnectionId connection = provider.connectTo(rig);
        const RunId run = rig.submit(connection);
        if (status == 401) {
            WAIT_FOR(rig.driver->connectionTrouble(connection));
            rig.driver->keyChanged(connection);
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.error);
        QVERIFY(provider.server().hits(output) >= 2);
        QCOMPARE(provider.server().hits(create), 1);
    }

    void aFailedBatchMayHaveResults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("results");
        QTest::newRow("it has") << 200 << 5;
        QTest::newRow("it has none") << 404 << 0;
    }
    void aFailedBatchMayHaveResults()
    {
        QFETCH(const int, status);
        QFETCH(const int, results);
        RawProvider provider;
        provider.finish("failed");
        if (status != 200)
            provider.server().on("GET", "/v1/batches/sdb_1/output", inGatewayWords(status));
        JobRig rig(0.002);
        const RunId run = rig.submit(provider.connectTo(rig));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Failed);
        QCOMPARE(rig.resultIds(run).size(), results);
        QVERIFY(provider.server().hits(output) > 0);
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
    }

    void thereIsNothingToCancelWith()
    {
        RawProvider provider;
        JobRig rig;
        const ConnectionId connection = provider.connectTo(rig);
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        const Result<> cancelled = JobRig::wait(rig.driver->cancel(run));
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::NotSupported);
        QVERIFY(!rig.batch(run).facts.cancelRequested);
        auto listed = rig.driver->list(connection, {});
        WAIT_FOR(listed.isFinished());
        QVERIFY(!listed.result());
        QCOMPARE(listed.result().error().kind, ErrorKind::NotSupported);
        provider.finish();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.server().hits("POST *"), 1);
        QCOMPARE(provider.server().hits("GET /v1/batches"), 0);
    }

    void aRestartGoesOnWithTheId()
    {
        RawProvider provider;
        JobRig rig;
        const RunId run = rig.submit(provider.connectTo(rig));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        rig.restart();
        provider.finish();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(provider.server().hits(create), 1);
    }
};

QTEST_GUILESS_MAIN(RawjsonlRunsTest)
#include "tst_rawjsonlruns.moc"
