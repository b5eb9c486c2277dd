// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/inlineapi.h"

#include "practicefixture.h"

using namespace Qt::StringLiterals;

class TestInlineApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void inlineFromCreateToResults();
    void manyInlineResultsAreInFilesOnly();
    void wrongInlineRequests_data();
    void wrongInlineRequests();
    void wrongInlineTypeOfContent();
    void prettyBodyIsRead();
    void tenBatchesMayLive();
    void modelWithoutBatch();

private:
    PracticeFixture m_fixture;
};

namespace {

/// The first element of FastAPI's detail, as "loc.loc type".
QString detailOf(const PracticeClient::Answer &answer)
{
    const QJsonObject detail = answer.json()["detail"_L1][0].toObject();
    QStringList where;
    for (const QJsonValue part : detail["loc"_L1].toArray())
        where.append(part.toVariant().toString());
    return u"%1 %2 %3"_s.arg(answer.status).arg(where.join(u'.'), detail["type"_L1].toString());
}

} // namespace

void TestInlineApi::inlineFromCreateToResults()
{
    m_fixture.start({.life = shortLife, .failShare = 0.25});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    QJsonObject body = inlineBody(20);
    const QJsonObject metadata{{u"any"_s, QJsonArray{1, QJsonObject{{u"deep"_s, true}}}}};
    body.insert(u"metadata"_s, metadata);
    body.insert(u"completion_window"_s, u"24h"_s);
    const PracticeClient::Answer created = mesh.post(u"/v1/batches"_s, body);
    QCOMPARE(created.status, 200);
    QCOMPARE(created.json()["metadata"_L1].toObject(), metadata);
    QCOMPARE(created.json()["endpoint"_L1].toString(), u"/v1/chat/completions"_s);
    QCOMPARE(created.json()["request_counts"_L1]["total"_L1].toInt(), 20);
    const QString id = created.json()["id"_L1].toString();
    QVERIFY(!mesh.batch(id).contains("results"_L1));
    QTRY_COMPARE(mesh.status(id), u"completed"_s);
    const QJsonObject batch = mesh.batch(id);
    QCOMPARE(batch["request_counts"_L1].toObject(),
             (QJsonObject{{u"total"_s, 20}, {u"completed"_s, 15}, {u"failed"_s, 5}}));
    QList<QJsonObject> results;
    for (const QJsonValue result : batch["results"_L1].toArray())
        results.append(result.toObject());
    QCOMPARE(results.size(), 20);
    QCOMPARE(results.first().keys(), (QStringList{u"custom_id"_s, u"error"_s, u"response"_s}));
    const QList<QJsonObject> inFiles = mesh.lines(batch["output_file_id"_L1].toString())
        + mesh.lines(batch["error_file_id"_L1].toString());
    QCOMPARE(inFiles, results);
    // A list holds no results.
    QVERIFY(!mesh.get(u"/v1/batches"_s).json()["data"_L1][0].toObject().contains("results"_L1));
}

void TestInlineApi::manyInlineResultsAreInFilesOnly()
{
    m_fixture.start({.life = shortLife});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    const QString id = mesh.post(u"/v1/batches"_s, inlineBody(1001)).json()["id"_L1].toString();
    QTRY_COMPARE(mesh.status(id), u"completed"_s);
    const QJsonObject batch = mesh.batch(id);
    QVERIFY(!batch.contains("results"_L1));
    QCOMPARE(mesh.lines(batch["output_file_id"_L1].toString()).size(), 1001);
}

void TestInlineApi::wrongInlineRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QByteArray good = R"({"custom_id":"a","body":{"model":"m"}})";
    const auto with
        = [](const QByteArray &requests) { return R"({"requests":[)" + requests + "]}"; };
    QTest::newRow("nothing") << QByteArray("{}") << u"422 body.requests missing"_s;
    QTest::newRow("no body at all") << QByteArray() << u"422 body json_invalid"_s;
    QTest::newRow("not JSON") << QByteArray("{\"requests\":[") << u"422 body json_invalid"_s;
    QTest::newRow("something behind") << with(good) + "x" << u"422 body json_invalid"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"422 body model_attributes_type"_s;
    QTest::newRow("no request") << with({}) << u"422 body.requests too_short"_s;
    QTest::newRow("requests is an object")
        << QByteArray(R"({"requests":{}})") << u"422 body.requests list_type"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"requests":[)" + good
                                               + R"(],"endpoint":"/v1/x"})")
                                 << u"422 body.endpoint extra_forbidden"_s;
    QTest::newRow("other window") << QByteArray(R"({"completion_window":"1h","requests":[)" + good
                                                + "]}")
                                  << u"422 body.completion_window literal_error"_s;
    QTest::newRow("metadata is a text")
        << QByteArray(R"({"metadata":"x","requests":[)" + good + "]}")
        << u"422 body.metadata dict_type"_s;
    QTest::newRow("no id") << with(good + R"(,{"body":{"model":"m"}})")
                           << u"422 body.requests.1.custom_id missing"_s;
    QTest::newRow("duplicate") << with(good + ',' + good)
                               << u"422 body.requests.1.custom_id value_error"_s;
    QTest::newRow("no body") << with(R"({"custom_id":"a"})")
                             << u"422 body.requests.0.body missing"_s;
    QTest::newRow("no model") << with(R"({"custom_id":"a","body":{}})")
                              << u"422 body.requests.0.body.model missing"_s;
    QTest::newRow("two models") << with(good + R"(,{"custom_id":"b","body":{"model":"n"}})")
                                << u"422 body.requests.1.body.model value_error"_s;
    QTest::newRow("two urls") << with(
        good + R"(,{"custom_id":"b","url":"/v1/embeddings","body":{"model":"m"}})")
                              << u"422 body.requests.1.url value_error"_s;
    QTest::newRow("unknown url") << with(
        R"({"custom_id":"b","url":"/v1/dances","body":{"model":"m"}})")
                                 << u"422 body.requests.0.url value_error"_s;
    QTest::newRow("unknown key of a request")
        << with(R"({"custom_id":"b","body":{"model":"m"},"priority":1})")
        << u"422 body.requests.0.priority extra_forbidden"_s;
    QTest::newRow("a request that is a number")
        << with("7") << u"422 body.requests.0 model_attributes_type"_s;
    QTest::newRow("a request that is broken") << with(R"({"custom_id":"a","body":{"model":01}})")
                                              << u"422 body.requests.0 json_invalid"_s;
}

void TestInlineApi::wrongInlineRequests()
{
    QFETCH(QByteArray, body);
    m_fixture.start({});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    QTEST(
        detailOf(mesh.call("POST", u"/v1/batches"_s, body, {{"Content-Type", "application/json"}})),
        "detail");
    QCOMPARE(mesh.get(u"/v1/batches"_s).json()["data"_L1].toArray().size(), 0);
}

void TestInlineApi::wrongInlineTypeOfContent()
{
    m_fixture.start({});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    const QByteArray body = QJsonDocument(inlineBody(1)).toJson();
    QCOMPARE(mesh.call("POST", u"/v1/batches"_s, body, {{"Content-Type", "text/plain"}}).status,
             415);
    QCOMPARE(mesh.call("POST", u"/v1/batches"_s, body,
                       {{"Content-Type", "application/json; charset=utf-8"}})
                 .status,
             200);
}

void TestInlineApi::prettyBodyIsRead()
{
    m_fixture.start({.life = shortLife});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    QJsonObject body = inlineBody(3);
    body.insert(u"metadata"_s, QJsonValue());
    const PracticeClient::Answer answer
        = mesh.call("POST", u"/v1/batches"_s, QJsonDocument(body).toJson(QJsonDocument::Indented),
                    {{"Content-Type", "application/json"}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json()["metadata"_L1].isNull());
    const QString id = answer.json()["id"_L1].toString();
    QTRY_COMPARE(mesh.status(id), u"completed"_s);
    QCOMPARE(mesh.batch(id)["results"_L1].toArray().size(), 3);
}

void TestInlineApi::tenBatchesMayLive()
{
    m_fixture.start({.life = longLife});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    QString first;
    for (int i = 0; i < 10; ++i) {
        const PracticeClient::Answer answer = mesh.post(u"/v1/batches"_s, inlineBody(1));
        QCOMPARE(answer.status, 200);
        first = answer.json()["id"_L1].toString();
    }
    const PracticeClient::Answer refused = mesh.post(u"/v1/batches"_s, inlineBody(1));
    QCOMPARE(codeOf(refused), u"429 batch_limit_exceeded"_s);
    QCOMPARE(refused.json()["request_id"_L1].toString().toLatin1(), refused.header("X-Request-Id"));
    QCOMPARE(mesh.get(u"/v1/batches"_s).json()["data"_L1].toArray().size(), 10);
    // The other dialect has no such limit.
    QVERIFY(!m_fixture.client(u"files"_s).submitFile(chatLines(1)).isEmpty());
    m_fixture.start({.life = longLife});
    QCOMPARE(m_fixture.client(u"inline"_s).post(u"/v1/batches"_s, inlineBody(1)).status, 429);
    QVERIFY(!first.isEmpty());
}

void TestInlineApi::modelWithoutBatch()
{
    m_fixture.start({});
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    const PracticeClient::Answer answer = mesh.post(
        u"/v1/batches"_s, {{u"requests"_s, QJsonArray{inlineRequest(u"a"_s, u"no-batch/m"_s)}}});
    QCOMPARE(codeOf(answer), u"501 not_implemented"_s);
    QCOMPARE(mesh.get(u"/v1/batches"_s).json()["data"_L1].toArray().size(), 0);
}

QTEST_GUILESS_MAIN(TestInlineApi)
#include "tst_inlineapi.moc"
