// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedapi.h"

#include "practicefixture.h"
#include "stagedcalls.h"

using namespace Qt::StringLiterals;
using namespace StagedCalls;

/// What the practice provider of staged batches does not take, and what of it is there afterwards.
class TestStagedRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void wrongCreations_data();
    void wrongCreations();
    void wrongAdditions_data();
    void wrongAdditions();
    void anAdditionIsTakenWholeOrNotAtAll();
    void tooManyAtOnce();
    void noneAreAddedOnceItRuns();
    void wrongPages_data();
    void wrongPages();

private:
    PracticeFixture m_fixture;
};

void TestStagedRefusals::wrongCreations_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("no name") << QJsonObject() << u"400 missing_required_parameter name"_s;
    QTest::newRow("unknown field") << QJsonObject{{u"name"_s, u"n"_s}, {u"metadata"_s, u"x"_s}}
                                   << u"400 unknown_parameter metadata"_s;
    QTest::newRow("no text") << QJsonObject{{u"name"_s, 3}} << u"422 invalid_type name"_s;
    QTest::newRow("endpoint") << QJsonObject{{u"name"_s, u"n"_s}, {u"endpoint"_s, u"/v1/x"_s}}
                              << u"400 invalid_value endpoint"_s;
}

void TestStagedRefusals::wrongCreations()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, code);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    QCOMPARE(codeOf(client.post(u"/v1/batches"_s, body)), code);
    QCOMPARE(
        client.call("POST", u"/v1/batches"_s, "x", {{"Content-Type", "application/json"}}).status,
        400);
    QCOMPARE(client.call("POST", u"/v1/batches"_s, "{}", {{"Content-Type", "text/plain"}}).status,
             415);
}

void TestStagedRefusals::wrongAdditions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, const char *code) {
        QTest::newRow(name) << body << QString::fromLatin1(code);
    };
    row("no JSON", "{", "400 invalid_json");
    row("no list", "{}", "400 missing_required_parameter requests");
    row("an empty list", R"({"requests":[]})", "400 missing_required_parameter requests");
    row("no id", R"({"requests":[{"body":{"model":"m"}}]})",
        "400 missing_required_parameter requests[0].custom_id");
    row("no body", R"({"requests":[{"custom_id":"a"}]})",
        "400 missing_required_parameter requests[0].body");
    row("no model", R"({"requests":[{"custom_id":"a","body":{}}]})",
        "400 missing_required_parameter requests[0].body.model");
    row("an unknown field", R"({"requests":[{"custom_id":"a","x":1,"body":{"model":"m"}}]})",
        "400 unknown_parameter requests[0].x");
    row("the same id twice",
        R"({"requests":[{"custom_id":"a","body":{"model":"m"}},{"custom_id":"a","body":{"model":"m"}}]})",
        "400 duplicate_custom_id requests[1].custom_id");
}

void TestStagedRefusals::wrongAdditions()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, code);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client);
    QCOMPARE(codeOf(client.call("POST", path(id, u"requests"_s), body,
                                {{"Content-Type", "application/json"}})),
             code);
    QCOMPARE(client.batch(id)["request_count"_L1].toInt(), 0);
}

void TestStagedRefusals::anAdditionIsTakenWholeOrNotAtAll()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 5)).status, 200);
    QCOMPARE(codeOf(client.post(path(id, u"requests"_s), items(3, 5))),
             u"400 duplicate_custom_id requests[0].custom_id"_s);
    QCOMPARE(client.batch(id)["request_count"_L1].toInt(), 5);
    QCOMPARE(client.post(path(id, u"requests"_s), items(5, 5)).status, 200);
    QCOMPARE(all(client, id, u"requests"_s, 100).rows.size(), 10);
}

void TestStagedRefusals::tooManyAtOnce()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 1001)).status, 413);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 1000)).status, 200);
}

void TestStagedRefusals::noneAreAddedOnceItRuns()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 2);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    QCOMPARE(client.post(path(id, u"requests"_s), items(5, 1)).status, 409);
}

void TestStagedRefusals::wrongPages_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"requests?limit=0", "requests?limit=1001", "requests?after=x",
                             "requests?after=req_0000009", "requests?status=song",
                             "results?limit=x", "results?after=req_9"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestStagedRefusals::wrongPages()
{
    QFETCH(const QString, part);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 3);
    QCOMPARE(client.get(path(id, part)).status, 400);
    QCOMPARE(client.get(u"/v1/batches?limit=0"_s).status, 400);
    QCOMPARE(client.get(u"/v1/batches/none"_s).status, 404);
    QCOMPARE(client.call("DELETE", u"/v1/batches/"_s + id).status, 405);
}

QTEST_GUILESS_MAIN(TestStagedRefusals)
#include "tst_stagedrefusals.moc"
