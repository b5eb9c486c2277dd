// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceserver.h"

#include "practicefixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestPracticeServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void resultsComeShuffledAndOnce_data();
    void resultsComeShuffledAndOnce();
    void fates_data();
    void fates();
    void cancelKeepsWhatIsThere_data();
    void cancelKeepsWhatIsThere();
    void cancelOfAnEndedBatch();
    void pagesOfAList_data();
    void pagesOfAList();
    void wrongPages_data();
    void wrongPages();
    void unknownThings_data();
    void unknownThings();
    void keyIsAskedFor();
    void everyAnswerHasARequestId();
    void healthIsForThoseWhoKnow();
    void idleOnlyWhenNobodyAsks();
    void tenThousandRows();

private:
    PracticeFixture m_fixture;
};

void TestPracticeServer::resultsComeShuffledAndOnce_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::newRow("files") << u"files"_s;
    QTest::newRow("inline") << u"inline"_s;
}

void TestPracticeServer::resultsComeShuffledAndOnce()
{
    QFETCH(QString, dialect);
    m_fixture.start({.life = shortLife});
    PracticeClient api = m_fixture.client(dialect);
    const QString id = dialect == "files"_L1
        ? api.submitFile(chatLines(100))
        : api.post(u"/v1/batches"_s, inlineBody(100)).json()["id"_L1].toString();
    QTRY_COMPARE(api.status(id), u"completed"_s);
    const QList<QJsonObject> lines = api.lines(api.batch(id)["output_file_id"_L1].toString());
    QCOMPARE(lines.size(), 100);
    QCOMPARE(idsOf(lines).size(), 100);
    QStringList order;
    for (const QJsonObject &line : lines)
        order.append(line["custom_id"_L1].toString());
    QStringList asSent;
    for (int i = 0; i < 100; ++i)
        asSent.append(u"r-%1"_s.arg(i));
    QVERIFY(order != asSent);
}

void TestPracticeServer::fates_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("fate");
    QTest::addColumn<QString>("status");
    for (const QString &dialect : {u"files"_s, u"inline"_s}) {
        for (const auto &[fate, status] :
             {std::pair(u"expire"_s, u"expired"_s), std::pair(u"lose"_s, u"completed"_s),
              std::pair(u"fail"_s, u"failed"_s)})
            QTest::addRow("%s %s", qPrintable(dialect), qPrintable(fate))
                << dialect << fate << status;
    }
}

void TestPracticeServer::fates()
{
    QFETCH(QString, dialect);
    QFETCH(QString, fate);
    QFETCH(QString, status);
    m_fixture.start({.life = std::chrono::milliseconds(600)});
    PracticeClient api = m_fixture.client(dialect);
    const QJsonObject metadata{{u"practice"_s, fate}};
    QJsonObject body = inlineBody(100);
    body.insert(u"metadata"_s, metadata);
    const QString id = dialect == "files"_L1
        ? api.submitFile(chatLines(100), {{u"metadata"_s, metadata}})
        : api.post(u"/v1/batches"_s, body).json()["id"_L1].toString();
    QTRY_COMPARE(api.status(id), status);
    const QJsonObject batch = api.batch(id);
    const QList<QJsonObject> output = api.lines(batch["output_file_id"_L1].toString());
    const QList<QJsonObject> errors = api.lines(batch["error_file_id"_L1].toString());
    if (fate == "expire"_L1) {
        QVERIFY(!output.isEmpty() && output.size() < 100);
        QCOMPARE(batch["request_counts"_L1]["completed"_L1].toInteger(), output.size());
        // OpenAI says so of each row, MeshAPI leaves the rest out.
        QCOMPARE(errors.size(), dialect == "files"_L1 ? 100 - output.size() : 0);
        if (!errors.isEmpty())
            QCOMPARE(errors.first()["error"_L1]["code"_L1].toString(), u"batch_expired"_s);
    } else if (fate == "lose"_L1) {
        QCOMPARE(batch["request_counts"_L1]["completed"_L1].toInteger(), 100);
        QCOMPARE(output.size(), 90);
    } else {
        QVERIFY(batch["output_file_id"_L1].isNull());
        const QJsonValue first = dialect == "files"_L1 ? batch["errors"_L1]["data"_L1][0]
                                                       : batch["errors_detail"_L1][0];
        QCOMPARE(first["code"_L1].toString(), u"token_limit_exceeded"_s);
    }
}

void TestPracticeServer::cancelKeepsWhatIsThere_data()
{
    resultsComeShuffledAndOnce_data();
}

void TestPracticeServer::cancelKeepsWhatIsThere()
{
    QFETCH(QString, dialect);
    m_fixture.start({.life = std::chrono::milliseconds(2000)});
    PracticeClient api = m_fixture.client(dialect);
    const QString id = dialect == "files"_L1
        ? api.submitFile(chatLines(400))
        : api.post(u"/v1/batches"_s, inlineBody(400)).json()["id"_L1].toString();
    QTRY_VERIFY(api.batch(id)["request_counts"_L1]["completed"_L1].toInt() > 0);
    const PracticeClient::Answer cancelled = api.post(u"/v1/batches/%1/cancel"_s.arg(id), {});
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json()["status"_L1].toString(), u"cancelling"_s);
    QCOMPARE(api.post(u"/v1/batches/%1/cancel"_s.arg(id), {}).status, 200); // twice is no fault
    QTRY_COMPARE(api.status(id), u"cancelled"_s);
    const QJsonObject batch = api.batch(id);
    const qint64 completed = batch["request_counts"_L1]["completed"_L1].toInteger();
    QVERIFY(completed > 0 && completed < 400);
    QCOMPARE(api.lines(batch["output_file_id"_L1].toString()).size(), completed);
    const QList<QJsonObject> errors = api.lines(batch["error_file_id"_L1].toString());
    QCOMPARE(errors.size(), dialect == "files"_L1 ? 400 - completed : 0);
    if (!errors.isEmpty())
        QCOMPARE(errors.first()["error"_L1]["code"_L1].toString(), u"batch_cancelled"_s);
}

void TestPracticeServer::cancelOfAnEndedBatch()
{
    m_fixture.start({.life = std::chrono::milliseconds(50)});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QString id = files.submitFile(chatLines(1));
    QTRY_COMPARE(files.status(id), u"completed"_s);
    QCOMPARE(files.post(u"/v1/batches/%1/cancel"_s.arg(id), {}).status, 409);
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    const QString other = mesh.post(u"/v1/batches"_s, inlineBody(1)).json()["id"_L1].toString();
    QTRY_COMPARE(mesh.status(other), u"completed"_s);
    QCOMPARE(codeOf(mesh.post(u"/v1/batches/%1/cancel"_s.arg(other), {})), u"409 conflict"_s);
}

void TestPracticeServer::pagesOfAList_data()
{
    resultsComeShuffledAndOnce_data();
}

void TestPracticeServer::pagesOfAList()
{
    QFETCH(QString, dialect);
    m_fixture.start({.life = longLife});
    PracticeClient api = m_fixture.client(dialect);
    const QJsonObject none = api.get(u"/v1/batches"_s).json();
    QCOMPARE(none,
             (QJsonObject{{u"object"_s, u"list"_s},
                          {u"data"_s, QJsonArray()},
                          {u"first_id"_s, QJsonValue()},
                          {u"last_id"_s, QJsonValue()},
                          {u"has_more"_s, false}}));
    QStringList made;
    for (int i = 0; i < 5; ++i)
        made.prepend(dialect == "files"_L1
                         ? api.submitFile(chatLines(1))
                         : api.post(u"/v1/batches"_s, inlineBody(1)).json()["id"_L1].toString());
    QStringList listed;
    QString after;
    bool hasMore = true;
    for (int pages = 0; hasMore && pages < 4; ++pages) {
        const QJsonObject page = api.get(u"/v1/batches?limit=2"_s + after).json();
        const QJsonArray data = page["data"_L1].toArray();
        for (const QJsonValue batch : data)
            listed.append(batch["id"_L1].toString());
        QCOMPARE(page["first_id"_L1], data.first()["id"_L1]);
        QCOMPARE(page["last_id"_L1], data.last()["id"_L1]);
        hasMore = page["has_more"_L1].toBool();
        after = "&after="_L1 + page["last_id"_L1].toString();
    }
    QCOMPARE(listed, made);
    QVERIFY(!hasMore);
}

void TestPracticeServer::wrongPages_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("no limit") << u"limit=0"_s;
    QTest::newRow("large limit") << u"limit=101"_s;
    QTest::newRow("no number") << u"limit=x"_s;
    QTest::newRow("unknown id") << u"after=batch_none"_s;
}

void TestPracticeServer::wrongPages()
{
    QFETCH(QString, query);
    m_fixture.start({});
    QCOMPARE(m_fixture.client(u"files"_s).get(u"/v1/batches?"_s + query).status, 400);
    QCOMPARE(codeOf(m_fixture.client(u"inline"_s).get(u"/v1/batches?"_s + query)),
             u"422 validation_error"_s);
}

void TestPracticeServer::unknownThings_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("batch") << QByteArray("GET") << u"/v1/batches/batch_none"_s << 404;
    QTest::newRow("cancel") << QByteArray("POST") << u"/v1/batches/batch_none/cancel"_s << 404;
    QTest::newRow("content") << QByteArray("GET") << u"/v1/files/file-none/content"_s << 404;
    QTest::newRow("call") << QByteArray("GET") << u"/v1/dances"_s << 404;
    QTest::newRow("no prefix") << QByteArray("GET") << u"/batches"_s << 404;
    QTest::newRow("twice the prefix") << QByteArray("GET") << u"/v1/v1/batches"_s << 404;
    QTest::newRow("slash at the end") << QByteArray("GET") << u"/v1/batches/"_s << 404;
    QTest::newRow("two slashes") << QByteArray("GET") << u"/v1//batches"_s << 404;
    QTest::newRow("nothing") << QByteArray("GET") << QString() << 404;
    QTest::newRow("wrong method") << QByteArray("DELETE") << u"/v1/batches"_s << 405;
    QTest::newRow("wrong method of models") << QByteArray("POST") << u"/v1/models"_s << 405;
    QTest::newRow("models") << QByteArray("GET") << u"/v1/models"_s << 200;
}

void TestPracticeServer::unknownThings()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    m_fixture.start({});
    for (const QString &dialect : {u"files"_s, u"inline"_s}) {
        const PracticeClient::Answer answer = m_fixture.client(dialect).call(method, path);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.json().contains("error"_L1), status != 200);
    }
    QCOMPARE(PracticeClient(QUrl(u"http://127.0.0.1:%1"_s.arg(m_fixture.server().port())))
                 .get(u"/dance/v1"_s)
                 .status,
             404);
}

void TestPracticeServer::keyIsAskedFor()
{
    m_fixture.start({.key = "sesame"});
    PracticeClient files = m_fixture.client(u"files"_s);
    PracticeClient mesh = m_fixture.client(u"inline"_s);
    for (const QByteArray &wrong :
         {QByteArray(), QByteArray("Bearer other"), QByteArray("sesame")}) {
        const PracticeClient::Headers headers{{"Authorization", wrong}};
        QCOMPARE(codeOf(files.get(u"/v1/batches"_s, headers)), u"401 invalid_api_key"_s);
        QCOMPARE(codeOf(mesh.get(u"/v1/batches"_s, headers)), u"401 unauthorized"_s);
    }
    const PracticeClient::Headers right{{"Authorization", "Bearer sesame"}};
    QCOMPARE(files.get(u"/v1/batches"_s, right).status, 200);
    QCOMPARE(mesh.get(u"/v1/batches"_s, right).status, 200);
}

void TestPracticeServer::everyAnswerHasARequestId()
{
    m_fixture.start({});
    const PracticeClient::Answer first = m_fixture.client(u"inline"_s).get(u"/v1/batches/none"_s);
    const PracticeClient::Answer second = m_fixture.client(u"files"_s).get(u"/v1/batches"_s);
    QCOMPARE(QString::fromLatin1(first.header("X-Request-Id")),
             first.json()["request_id"_L1].toString());
    QCOMPARE(first.header("X-Request-Id").size(), 30);
    QVERIFY(second.header("x-request-id").startsWith("req_"));
    QVERIFY(first.header("X-Request-Id") != second.header("X-Request-Id"));
}

void TestPracticeServer::healthIsForThoseWhoKnow()
{
    m_fixture.start({.key = "sesame", .token = "t"});
    PracticeClient root(QUrl(u"http://127.0.0.1:%1"_s.arg(m_fixture.server().port())));
    QCOMPARE(root.get(u"/healthz"_s).status, 403);
    QCOMPARE(root.get(u"/healthz"_s, {{"X-Practice-Token", "u"}}).status, 403);
    QCOMPARE(root.get(u"/healthz"_s, {{"X-Practice-Token", "t"}}).status, 200);
}

void TestPracticeServer::idleOnlyWhenNobodyAsks()
{
    m_fixture.start({.idleExit = std::chrono::milliseconds(1000)});
    QSignalSpy idle(&m_fixture.server(), &PracticeServer::becameIdle);
    PracticeClient files = m_fixture.client(u"files"_s);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1500)
        QCOMPARE(files.get(u"/v1/batches"_s).status, 200);
    const QString id = files.upload(QByteArray(100'000, 'x')).json()["id"_L1].toString();
    QCOMPARE(files.get(u"/v1/files/%1/content"_s.arg(id)).body.size(), 100'000);
    QCOMPARE(idle.count(), 0);
    QTRY_COMPARE(idle.count(), 1);
}

void TestPracticeServer::tenThousandRows()
{
    m_fixture.start({.life = shortLife, .failShare = 0.01});
    PracticeClient files = m_fixture.client(u"files"_s);
    const QString id = files.submitFile(chatLines(10'000, QByteArray(900, 'w')));
    QTRY_COMPARE(files.status(id), u"completed"_s);
    const QJsonObject batch = files.batch(id);
    QCOMPARE(batch["request_counts"_L1].toObject(),
             (QJsonObject{{u"total"_s, 10'000}, {u"completed"_s, 9'900}, {u"failed"_s, 100}}));
    QCOMPARE((idsOf(files.lines(batch["output_file_id"_L1].toString()))
              + idsOf(files.lines(batch["error_file_id"_L1].toString())))
                 .size(),
             10'000);
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
