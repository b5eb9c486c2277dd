// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedapi.h"

#include "practicefixture.h"

using namespace Qt::StringLiterals;

class TestStagedApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void fromCreateToResults();
    void nothingBeginsWithoutStart();
    void aServerThatBeginsByItself();
    void resultsComeWhileItRuns();
    void requestsAreListedByStatus();
    void failedRowsSayWhy();
    void listsBatchesByStatusAndPage();
    void wrongCreations_data();
    void wrongCreations();
    void wrongAdditions_data();
    void wrongAdditions();
    void anAdditionIsTakenWholeOrNotAtAll();
    void tooManyAtOnce();
    void noneAreAddedOnceItRuns();
    void cancelBeforeAndAfterTheStart();
    void anAnswerIsLostOnce();
    void fates_data();
    void fates();
    void wrongPages_data();
    void wrongPages();
    void allIsThereAfterARestart();
    void theKeyIsAsked();

private:
    PracticeFixture m_fixture;
};

namespace {

QJsonObject item(const QString &id)
{
    const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hi."_s}}};
    return {{u"custom_id"_s, id},
            {u"body"_s, QJsonObject{{u"model"_s, u"m"_s}, {u"messages"_s, messages}}}};
}

QJsonObject items(int first, int count)
{
    QJsonArray list;
    for (int i = first; i < first + count; ++i)
        list.append(item(u"q-%1"_s.arg(i)));
    return {{u"requests"_s, list}};
}

QString create(PracticeClient &client, const QString &description = {})
{
    QJsonObject body{{u"name"_s, u"mine"_s}};
    if (!description.isEmpty())
        body.insert(u"description"_s, description);
    return client.post(u"/v1/batches"_s, body).json()["id"_L1].toString();
}

QString path(const QString &id, const QString &part)
{
    return u"/v1/batches/%1/%2"_s.arg(id, part);
}

/// A batch with so many requests that has been started.
QString started(PracticeClient &client, int count, const QString &description = {})
{
    const QString id = create(client, description);
    (void)client.post(path(id, u"requests"_s), items(0, count));
    (void)client.post(path(id, u"start"_s), {});
    return id;
}

struct Listed {
    QList<QJsonObject> rows;
    int pages = 0;
};

/// All pages, going on after the last id of each.
Listed all(PracticeClient &client, const QString &id, const QString &part, int limit,
           const QString &more = {})
{
    Listed listed;
    QString after;
    do {
        const QString query = u"?limit=%1%2%3"_s.arg(limit).arg(
            after.isEmpty() ? QString() : u"&after="_s + after, more);
        const QJsonObject page = client.get(path(id, part) + query).json();
        const QJsonArray data = page["data"_L1].toArray();
        for (const QJsonValue row : data)
            listed.rows.append(row.toObject());
        ++listed.pages;
        if (!page["has_more"_L1].toBool() || data.isEmpty())
            break;
        after = data.last()["id"_L1].toString();
    } while (listed.pages < 1000);
    return listed;
}

} // namespace

void TestStagedApi::fromCreateToResults()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QJsonObject created = client
                                    .post(u"/v1/batches"_s,
                                          {{u"name"_s, u"mine"_s},
                                           {u"description"_s, u"of mine"_s},
                                           {u"model"_s, u"m"_s},
                                           {u"endpoint"_s, u"/v1/chat/completions"_s}})
                                    .json();
    QCOMPARE(created["status"_L1].toString(), u"created"_s);
    QCOMPARE(created["object"_L1].toString(), u"batch"_s);
    QCOMPARE(created["request_count"_L1].toInt(), 0);
    QVERIFY(QDateTime::fromString(created["created_at"_L1].toString(), Qt::ISODate).isValid());
    const QString id = created["id"_L1].toString();
    for (int first = 0; first < 25; first += 10)
        QCOMPARE(
            client.post(path(id, u"requests"_s), items(first, std::min(10, 25 - first))).status,
            200);
    QCOMPARE(client.batch(id)["request_count"_L1].toInt(), 25);
    QCOMPARE(client.batch(id)["status"_L1].toString(), u"created"_s);
    QCOMPARE(client.post(path(id, u"start"_s), {}).status, 200);
    QCOMPARE(client.post(path(id, u"start"_s), {}).status, 409);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    QCOMPARE(client.batch(id)["completed_count"_L1].toInt(), 25);
    const Listed listed = all(client, id, u"results"_s, 4);
    QCOMPARE(listed.pages, 7);
    QCOMPARE(idsOf(listed.rows).size(), 25);
    QCOMPARE(listed.rows.size(), 25);
    for (const QJsonObject &row : listed.rows) {
        QCOMPARE(row["status"_L1].toString(), u"completed"_s);
        QVERIFY(row["response"_L1]["choices"_L1][0]["message"_L1]["content"_L1].isString());
    }
}

void TestStagedApi::nothingBeginsWithoutStart()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client);
    QCOMPARE(client.post(path(id, u"start"_s), {}).status, 400);
    (void)client.post(path(id, u"requests"_s), items(0, 2));
    QTest::qWait(300);
    QCOMPARE(client.status(id), u"created"_s);
    QVERIFY(all(client, id, u"results"_s, 10).rows.isEmpty());
}

void TestStagedApi::aServerThatBeginsByItself()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client, u"practice=autostart"_s);
    QCOMPARE(client.status(id), u"created"_s);
    (void)client.post(path(id, u"requests"_s), items(0, 2));
    QCOMPARE(client.status(id), u"pending"_s);
    QCOMPARE(client.post(path(id, u"requests"_s), items(2, 2)).status, 200);
    QCOMPARE(client.post(path(id, u"start"_s), {}).status, 404);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    QCOMPARE(all(client, id, u"results"_s, 10).rows.size(), 4);
}

void TestStagedApi::resultsComeWhileItRuns()
{
    m_fixture.start({.life = std::chrono::milliseconds(1500)});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 200);
    qsizetype some = 0;
    QTRY_VERIFY([&] {
        some = all(client, id, u"results"_s, 1000).rows.size();
        return some > 0;
    }());
    QVERIFY(some < 200);
    QCOMPARE(client.status(id), u"processing"_s);
    const qsizetype pending
        = all(client, id, u"requests"_s, 1000, u"&status=pending"_s).rows.size();
    QVERIFY(pending > 0 && pending < 200);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    QCOMPARE(idsOf(all(client, id, u"results"_s, 7).rows).size(), 200);
}

void TestStagedApi::requestsAreListedByStatus()
{
    m_fixture.start({.life = shortLife, .failShare = 0.25});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 20);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    const Listed whole = all(client, id, u"requests"_s, 6);
    QCOMPARE(whole.pages, 4);
    QCOMPARE(whole.rows.first()["custom_id"_L1].toString(), u"q-0"_s);
    QCOMPARE(whole.rows.last()["custom_id"_L1].toString(), u"q-19"_s);
    QCOMPARE(all(client, id, u"requests"_s, 2, u"&status=failed"_s).rows.size(), 5);
    QCOMPARE(all(client, id, u"requests"_s, 2, u"&status=completed"_s).rows.size(), 15);
    QVERIFY(all(client, id, u"requests"_s, 2, u"&status=pending"_s).rows.isEmpty());
}

void TestStagedApi::failedRowsSayWhy()
{
    m_fixture.start({.life = shortLife, .failShare = 1});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 3);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    const Listed listed = all(client, id, u"results"_s, 10);
    QCOMPARE(listed.rows.size(), 3);
    for (const QJsonObject &row : listed.rows) {
        QCOMPARE(row["status"_L1].toString(), u"failed"_s);
        QVERIFY(!row["error"_L1]["message"_L1].toString().isEmpty());
        QVERIFY(!row.contains("response"_L1));
    }
}

void TestStagedApi::listsBatchesByStatusAndPage()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.prepend(create(client));
    const QString done = started(client, 1);
    QTRY_COMPARE(client.status(done), u"completed"_s);
    const auto idsOn = [&client](const QString &query) {
        QStringList found;
        const QJsonArray data = client.get(u"/v1/batches"_s + query).json()["data"_L1].toArray();
        for (const QJsonValue row : data)
            found.append(row["id"_L1].toString());
        return found;
    };
    QCOMPARE(idsOn({}), QStringList{done} + ids);
    QCOMPARE(idsOn(u"?limit=2"_s), QStringList({done, ids[0]}));
    QCOMPARE(idsOn(u"?limit=2&after="_s + ids[0]), QStringList({ids[1], ids[2]}));
    QCOMPARE(idsOn(u"?status=completed"_s), QStringList{done});
    QCOMPARE(idsOn(u"?status=created"_s), ids);
}

void TestStagedApi::wrongCreations_data()
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

void TestStagedApi::wrongCreations()
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

void TestStagedApi::wrongAdditions_data()
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

void TestStagedApi::wrongAdditions()
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

void TestStagedApi::anAdditionIsTakenWholeOrNotAtAll()
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

void TestStagedApi::tooManyAtOnce()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 1001)).status, 413);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 1000)).status, 200);
}

void TestStagedApi::noneAreAddedOnceItRuns()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 2);
    QTRY_COMPARE(client.status(id), u"completed"_s);
    QCOMPARE(client.post(path(id, u"requests"_s), items(5, 1)).status, 409);
}

void TestStagedApi::cancelBeforeAndAfterTheStart()
{
    m_fixture.start({.life = std::chrono::milliseconds(3000)});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString early = create(client);
    const PracticeClient::Answer answer = client.post(path(early, u"cancel"_s), {});
    QCOMPARE(answer.json(),
             (QJsonObject{{u"id"_s, early}, {u"status"_s, u"cancelling"_s}})); // partial
    QCOMPARE(client.status(early), u"cancelled"_s);
    QCOMPARE(client.post(path(early, u"cancel"_s), {}).status, 409);
    QCOMPARE(client.post(path(early, u"start"_s), {}).status, 409);

    const QString late = started(client, 100);
    QTRY_COMPARE(client.status(late), u"processing"_s);
    QCOMPARE(client.post(path(late, u"cancel"_s), {}).status, 200);
    QTRY_COMPARE(client.status(late), u"cancelled"_s);
    QVERIFY(all(client, late, u"results"_s, 1000).rows.size() < 100);
}

void TestStagedApi::anAnswerIsLostOnce()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = create(client, u"practice=lose_add"_s);
    QCOMPARE(client.post(path(id, u"requests"_s), items(0, 2)).status, 200);
    QCOMPARE(client.post(path(id, u"requests"_s), items(2, 2)).status, 504);
    QCOMPARE(client.batch(id)["request_count"_L1].toInt(), 4);
    QCOMPARE(client.post(path(id, u"requests"_s), items(4, 2)).status, 200);
}

void TestStagedApi::fates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("most");
    QTest::newRow("practice=fail") << u"failed"_s << 0;
    QTest::newRow("practice=expire") << u"failed"_s << 39;
    QTest::newRow("practice=lose") << u"completed"_s << 36;
}

void TestStagedApi::fates()
{
    QFETCH(const QString, status);
    QFETCH(const int, most);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"staged"_s);
    const QString id = started(client, 40, QString::fromLatin1(QTest::currentDataTag()));
    QTRY_COMPARE(client.status(id), status);
    QVERIFY(all(client, id, u"results"_s, 100).rows.size() <= most);
}

void TestStagedApi::wrongPages_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"requests?limit=0", "requests?limit=1001", "requests?after=x",
                             "requests?after=req_0000009", "requests?status=song",
                             "results?limit=x", "results?after=req_9"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestStagedApi::wrongPages()
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

void TestStagedApi::allIsThereAfterARestart()
{
    const PracticeOptions options{.life = shortLife};
    m_fixture.start(options);
    PracticeClient before = m_fixture.client(u"staged"_s);
    const QString id = create(before);
    (void)before.post(path(id, u"requests"_s), items(0, 3));
    m_fixture.start(options);
    PracticeClient after = m_fixture.client(u"staged"_s);
    QCOMPARE(after.batch(id)["request_count"_L1].toInt(), 3);
    QCOMPARE(after.post(path(id, u"requests"_s), items(2, 3)).status, 400); // q-2 is known still
    QCOMPARE(after.post(path(id, u"requests"_s), items(3, 3)).status, 200);
    (void)after.post(path(id, u"start"_s), {});
    m_fixture.start(options);
    PracticeClient again = m_fixture.client(u"staged"_s);
    QTRY_COMPARE(again.status(id), u"completed"_s);
    QCOMPARE(idsOf(all(again, id, u"results"_s, 4).rows).size(), 6);
}

void TestStagedApi::theKeyIsAsked()
{
    PracticeOptions options{.life = shortLife};
    options.key = "secret";
    m_fixture.start(options);
    PracticeClient client = m_fixture.client(u"staged"_s);
    QCOMPARE(client.get(u"/v1/batches"_s).status, 401);
    QCOMPARE(client.get(u"/v1/batches"_s, {{"Authorization", "Bearer secret"}}).status, 200);
}

QTEST_GUILESS_MAIN(TestStagedApi)
#include "tst_stagedapi.moc"
