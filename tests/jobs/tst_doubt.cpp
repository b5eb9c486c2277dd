// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The paid call: sent at most once whatever the answer, and what becomes of it when in doubt.
#include "jobrig.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

namespace {

/// As FastAPI words it.
FaultReply validationError()
{
    const QJsonObject detail{
        {u"loc"_s, QJsonArray({u"body"_s, u"requests"_s, 2, u"body"_s, u"model"_s})},
        {u"msg"_s, u"the provider's words"_s},
        {u"type"_s, u"missing"_s}};
    return FaultReply::json(422, QJsonObject{{u"detail"_s, QJsonArray{detail}}});
}

} // namespace

class DoubtTest : public QObject {
    Q_OBJECT

private:
    static void addForBoth(const char *name, const FaultReply &reply)
    {
        QTest::addRow("files, %s", name) << Wire::Files << reply;
        QTest::addRow("inline, %s", name) << Wire::Inline << reply;
    }

    /// MeshAPI's live batches are counted from the list too.
    static int looks(Wire wire, int looks) { return wire == Wire::Inline ? looks + 1 : looks; }

private Q_SLOTS:
    void clearRefusalsFail_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<FaultReply>("reply");
        for (const int status : {400, 402, 403, 404, 413, 415, 422, 501})
            addForBoth(QByteArray::number(status).constData(), refusal(status));
        addForBoth("422 of FastAPI", validationError());
        addForBoth("402 without words", FaultReply::json(402, QByteArray()));
    }

    void clearRefusalsFail()
    {
        QFETCH(const Wire, wire);
        QFETCH(const FaultReply, reply);
        FakeProvider provider(wire);
        provider.server().on("POST", "/v1/batches", reply);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);

        const Batch batch = rig.batch(run);
        QVERIFY(batch.facts.error);
        QCOMPARE(batch.facts.error->httpStatus, reply.status);
        QVERIFY(batch.facts.remoteId.isEmpty());
        QVERIFY(batch.facts.resultsComplete);
        QCOMPARE(rig.history(run), u"draft uploading creating failed"_s);
        if (reply.body.contains("req_42"))
            QCOMPARE(batch.facts.error->requestId, u"req_42"_s);
        if (reply.body.contains("words"))
            QVERIFY2(batch.facts.error->message.contains(u"the provider's words"_s),
                     qPrintable(batch.facts.error->message));
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
        QTest::qWait(50);
        QCOMPARE(provider.createCalls(), 1);

        // It surely was not created: the same run goes on under its own id.
        provider.server().on("POST", "/v1/batches", refusal(400));
        QVERIFY(JobRig::wait(rig.driver->submit(run)));
        WAIT_FOR_EQUAL(provider.createCalls(), 2);
        WAIT_FOR_EQUAL(rig.library->batches(run).size(), 1u);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        QVERIFY(rig.batch(run).id != batch.id);
        QVERIFY(rig.library->batch(batch.id) == nullptr
                || rig.library->batch(batch.id)->superseded);
    }

    void theLineAtFaultIsNamed()
    {
        FakeProvider provider(Wire::Inline);
        provider.server().on("POST", "/v1/batches", validationError());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        QCOMPARE(rig.batch(run).facts.error->line, 3);
        QVERIFY(rig.batch(run).facts.error->field.contains(u"model"_s));
    }

    void inDoubtIsNeverSentAgain_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<FaultReply>("reply");
        for (const int status : {408, 409, 500, 502, 503, 504, 405, 418, 302})
            addForBoth(QByteArray::number(status).constData(), refusal(status));
        addForBoth("500 with a page", FaultReply::html(500, "<html>oh</html>"));
        addForBoth("no answer", FaultReply::closed());
        addForBoth("reset", FaultReply::broken());
        addForBoth("half a status line", FaultReply::raw("HTTP/1."));
        addForBoth("half the headers", FaultReply::raw("HTTP/1.1 200 OK\r\nContent-Le"));
        addForBoth("a page with 200", FaultReply::html(200, "<html>log in</html>"));
        addForBoth("an empty body", FaultReply::json(200, QByteArray()));
        addForBoth("a cut body",
                   FaultReply::json(200, R"({"id":"batch_1","status":"validating"})"_ba.first(25)));
        addForBoth("a short body",
                   FaultReply::json(200, R"({"id":"batch_1","status":"validating"})").cutBodyAt(9));
        addForBoth("a chunk cut",
                   FaultReply::json(200, R"({"id":"batch_1","status":"validating"})")
                       .chunked(10)
                       .cutBodyAt(22));
        addForBoth("wrong JSON", FaultReply::json(200, R"(["batch"])"));
        addForBoth("no id", FaultReply::json(200, R"({"status":"validating"})"));
        addForBoth("an empty id", FaultReply::json(200, R"({"id":"","status":"validating"})"));
        addForBoth("an error with 200",
                   FaultReply::json(200, R"({"error":{"message":"overloaded"}})"));
    }

    void inDoubtIsNeverSentAgain()
    {
        QFETCH(const Wire, wire);
        QFETCH(const FaultReply, reply);
        FakeProvider provider(wire);
        provider.server().on("POST", "/v1/batches", reply);
        JobRig rig(0.0005);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        QTest::qWait(20);
        QCOMPARE(provider.createCalls(), 1);
        QCOMPARE(provider.server().hits("GET /v1/batches"), looks(wire, 4));
        QCOMPARE(rig.state(run), BatchState::Unknown);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::OutcomeUnknown);
        QVERIFY(rig.ended.isEmpty());
    }

    void doubtOutlivesARestart_data() { bothDialects(); }
    void doubtOutlivesARestart()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.server().on("POST", "/v1/batches", FaultReply::closed());
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(provider.server().hits("GET /v1/batches"), looks(wire, 4));
        rig.restart();
        WAIT_FOR_EQUAL(provider.server().hits("GET /v1/batches"), looks(wire, 8));
        const Result<> refused = JobRig::wait(rig.driver->submit(run));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::OutcomeUnknown);
        QTest::qWait(30);
        QCOMPARE(rig.state(run), BatchState::Unknown);
        QCOMPARE(provider.createCalls(), 1);
    }

    /// The call had its effect and the answer was lost.
    void aLostAnswerIsFoundInTheList_data() { bothDialects(); }
    void aLostAnswerIsFoundInTheList()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.loseAnswers(1);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(provider.createCalls(), 1);
        QCOMPARE(provider.created(), 1);
        QVERIFY(rig.history(run).startsWith(u"draft uploading creating unknown "_s));
        QVERIFY(!rig.batch(run).facts.error);
        QVERIFY(rig.batch(run).facts.reason.isEmpty());
    }

    void aListThatLagsIsReadAgain()
    {
        FakeProvider provider(Wire::Files);
        provider.loseAnswers(1);
        provider.lagList(2);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.server().hits("GET /v1/batches"), 3);
        QCOMPARE(provider.createCalls(), 1);
    }

    void withoutMetadataTheFileTells()
    {
        FakeProvider provider(Wire::Files);
        provider.loseAnswers(1);
        provider.hideMetadata();
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.created(), 1);
    }

    void anotherBatchIsNotTakenForOurs()
    {
        FakeProvider provider(Wire::Inline);
        provider.addOthers(3);
        provider.server().on("POST", "/v1/batches", FaultReply::closed());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Unknown);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        QVERIFY(rig.batch(run).facts.remoteId.isEmpty());
    }

    void alreadyOverWhenFound_data() { bothDialects(); }
    void alreadyOverWhenFound()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.setPhases({"completed"});
        provider.loseAnswers(1);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.history(run), u"draft uploading creating unknown completed"_s);
        QCOMPARE(rig.resultIds(run).size(), 5);
    }

    void aListThatFailsIsNoLook()
    {
        FakeProvider provider(Wire::Files);
        provider.loseAnswers(1);
        provider.server().once("GET", "/v1/batches",
                               {FaultReply::html(500, "<html>"), refusal(503), refusal(429),
                                FaultReply::json(200, "{"), FaultReply::closed(), refusal(403)});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
    }

    void withoutAListItStaysInDoubt_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("404") << 404;
        QTest::newRow("405") << 405;
        QTest::newRow("501") << 501;
        QTest::newRow("the profile knows of none") << 0;
    }
    void withoutAListItStaysInDoubt()
    {
        QFETCH(const int, status);
        FakeProvider provider(Wire::Files);
        provider.server().on("POST", "/v1/batches", FaultReply::closed());
        if (status > 0)
            provider.server().on("GET", "/v1/batches", refusal(status));
        JobRig rig;
        const RunId run = rig.submit(rig.connect(
            provider,
            status > 0 ? QMap<QString, QString>() : QMap<QString, QString>{{u"list"_s, u"no"_s}}));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"has no list"_s));
        QCOMPARE(rig.state(run), BatchState::Unknown);
        QTest::qWait(30);
        QCOMPARE(provider.createCalls(), 1);
        QCOMPARE(provider.server().hits("GET /v1/batches"), status > 0 ? 1 : 0);
    }

    void onlyAPersonSubmitsAgain_data() { bothDialects(); }
    void onlyAPersonSubmitsAgain()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.server().once("POST", "/v1/batches", FaultReply::closed());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        const QString intent = rig.batch(run).facts.intent;
        QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.createCalls(), 2);
        QCOMPARE(provider.created(), 1);
        QVERIFY(rig.batch(run).facts.intent != intent);
        const QJsonObject body = provider.server().requests("POST /v1/batches").last().json();
        QCOMPARE(body["metadata"_L1]["batchdesk_intent"_L1].toString(),
                 rig.batch(run).facts.intent);
    }

    void submitAgainIsForDoubtOnly()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(!JobRig::wait(rig.driver->submitAgain(run)));
        QCOMPARE(provider.createCalls(), 1);
    }

    void cancelInDoubtTakesEffectWhenFound()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        provider.loseAnswers(1);
        provider.lagList(2);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Unknown);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Cancelled);
        QCOMPARE(provider.created(), 1);
    }

    /// The submitted twin is in doubt: the same bytes are not sent from another run either.
    void theSameFromAnotherRunWaitsForTheDoubt()
    {
        FakeProvider provider(Wire::Files);
        provider.server().on("POST", "/v1/batches", FaultReply::closed());
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection, 3, 7);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Unknown);
        const Result<> refused = JobRig::wait(rig.driver->submit(rig.draft(connection, 3, 7)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"same_run"_s);
        QCOMPARE(provider.createCalls(), 1);
    }

    void checkNowLooksOnceMore()
    {
        FakeProvider provider(Wire::Files);
        provider.loseAnswers(1);
        provider.lagList(4);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        QVERIFY(JobRig::wait(rig.driver->checkNow(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
    }
};

QTEST_GUILESS_MAIN(DoubtTest)
#include "tst_doubt.moc"
