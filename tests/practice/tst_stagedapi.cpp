// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedapi.h"

#include "practicefixture.h"
#include "stagedcalls.h"

using namespace Qt::StringLiterals;
using namespace StagedCalls;

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
    void cancelBeforeAndAfterTheStart();
    void anAnswerIsLostOnce();
    void fates_data();
    void fates();
    void allIsThereAfterARestart();
    void theKeyIsAsked();

private:
    PracticeFixture m_fixture;
};

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
