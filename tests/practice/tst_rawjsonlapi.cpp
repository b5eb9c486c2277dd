// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/rawjsonlapi.h"

#include "dialects/dialect.h"
#include "dialects/textanswer.h"
#include "practicefixture.h"

using namespace Qt::StringLiterals;

class TestRawjsonlApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_fixture.stop(); }

    void fromCreateToOutput();
    void eachOperationAnswersInItsJson();
    void oneObjectIsABatchOfOne();
    void wrongBodies_data();
    void wrongBodies();
    void typesOfContent_data();
    void typesOfContent();
    void aRowFailsByItself();
    void failedRowsHaveNoResponse();
    void prompts_data();
    void prompts();
    void whatThereIsNot_data();
    void whatThereIsNot();
    void theKeyIsAsked();
    void aBatchOutlivesTheServer();

private:
    PracticeFixture m_fixture;
};

namespace {

QByteArray line(const QByteArray &id, const QByteArray &body)
{
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/chat/completions","body":)"
        + body + "}\n";
}

const QByteArray summarize = R"({"model":"summarize","text":"First one. Then another one."})";

PracticeClient::Answer submit(PracticeClient &client, const QByteArray &lines,
                              const QByteArray &type = "application/jsonl")
{
    return client.call("POST", u"/v1/batches"_s, lines, {{"Content-Type", type}});
}

/// The output of a batch, by custom_id, once it is over.
QHash<QString, QJsonObject> outputOf(PracticeClient &client, const QString &id)
{
    const bool isOver = QTest::qWaitFor([&] {
        const QString status = client.get(u"/v1/batches/"_s + id).json()["status"_L1].toString();
        return status == "completed"_L1 || status == "failed"_L1;
    });
    QHash<QString, QJsonObject> rows;
    const PracticeClient::Answer answer = client.get(u"/v1/batches/%1/output"_s.arg(id));
    if (!isOver || answer.status != 200)
        return rows;
    for (const QByteArray &bytes : answer.body.split('\n'))
        if (!bytes.isEmpty()) {
            const QJsonObject row = QJsonDocument::fromJson(bytes).object();
            rows.insert(row["custom_id"_L1].toString(), row);
        }
    return rows;
}

QString contentOf(const QJsonObject &row)
{
    return row["response"_L1]["body"_L1]["choices"_L1][0]["message"_L1]["content"_L1].toString();
}

QString idOf(const PracticeClient::Answer &answer)
{
    return answer.json()["batch_id"_L1].toString();
}

} // namespace

void TestRawjsonlApi::fromCreateToOutput()
{
    m_fixture.start({.life = std::chrono::milliseconds(400)});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    QByteArray lines;
    for (int n = 0; n < 30; ++n)
        lines += line("r-" + QByteArray::number(n), summarize) + "\r\n";
    const PracticeClient::Answer created = submit(client, lines);
    QCOMPARE(created.status, 200);
    QCOMPARE(created.json()["status"_L1].toString(), u"queued"_s);
    QCOMPARE(created.json()["total_count"_L1].toInt(), 30);
    const QString id = idOf(created);
    QCOMPARE(client.get(u"/v1/batches/%1/output"_s.arg(id)).status, 404);
    QSet<QString> words;
    QTRY_VERIFY([&] {
        words.insert(client.get(u"/v1/batches/"_s + id).json()["status"_L1].toString());
        return words.contains(u"completed"_s);
    }());
    QVERIFY(words.contains(u"processing"_s));
    const QHash<QString, QJsonObject> rows = outputOf(client, id);
    QCOMPARE(rows.size(), 30);
    for (const QJsonObject &row : rows) {
        QVERIFY(row["error"_L1].isNull());
        QCOMPARE(row["response"_L1]["status_code"_L1].toInt(), 200);
    }
}

void TestRawjsonlApi::eachOperationAnswersInItsJson()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const QByteArray text
        = R"("text":"Anna Meyer of Blue Fjord Energy paid €1,250.50 in Lisbon on 3 May 2026. She is content.")";
    const QString id = idOf(submit(
        client,
        line("x",
             R"({"model":"extract",)" + text
                 + R"(,"entities":{"person":"Who?","amount":"How much?","place":"Where?"}})")
            + line("s", R"({"model":"summarize",)" + text + R"(,"max_tokens":20})")
            + line("c",
                   R"({"model":"classify",)" + text
                       + R"(,"labels":[{"name":"payment","rubric":"Was something paid?"},)"
                         R"({"name":"travel","rubric":"Is it about a journey?"}]})")
            + line("chat", R"({"model":"m","messages":[{"role":"user","content":"Hi."}]})")));
    const QHash<QString, QJsonObject> rows = outputOf(client, id);
    QCOMPARE(rows.size(), 4);

    const auto extracted = readTextAnswer(TextAnswer::Kind::Extract, contentOf(rows[u"x"_s]));
    QVERIFY(extracted);
    QStringList found;
    for (const TextAnswer::Entity &entity : extracted->entities) {
        found.append(entity.type + u'=' + entity.text);
        QVERIFY(entity.confidence > 0.5 && entity.confidence <= 1);
    }
    QVERIFY2(found.contains(u"person=Anna Meyer"_s), qPrintable(found.join(u' ')));
    QVERIFY2(found.contains(u"place=Lisbon"_s), qPrintable(found.join(u' ')));
    QVERIFY2(found.contains(u"amount=€1,250.50"_s), qPrintable(found.join(u' ')));

    const auto summary = readTextAnswer(TextAnswer::Kind::Summarize, contentOf(rows[u"s"_s]));
    QVERIFY(summary);
    QVERIFY(summary->summary.startsWith(u"Anna Meyer"_s));
    QVERIFY(summary->inputChars > summary->outputChars);
    QCOMPARE(summary->outputChars, summary->summary.size());

    const auto label = readTextAnswer(TextAnswer::Kind::Classify, contentOf(rows[u"c"_s]));
    QVERIFY(label);
    QCOMPARE(label->topLabel, u"payment"_s);
    QCOMPARE(label->scores.size(), 2);
    QVERIFY(!label->reasoning.isEmpty());
    QVERIFY(!contentOf(rows[u"chat"_s]).isEmpty());
}

void TestRawjsonlApi::oneObjectIsABatchOfOne()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const PracticeClient::Answer created
        = submit(client, line("a", summarize).trimmed(), "application/json");
    QCOMPARE(created.json()["total_count"_L1].toInt(), 1);
    QCOMPARE(outputOf(client, idOf(created)).size(), 1);
}

void TestRawjsonlApi::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("words");
    const QByteArray good = line("a", summarize);
    const auto row = [](const char *name, const QByteArray &lines, const char *words) {
        QTest::newRow(name) << lines << QString::fromLatin1(words);
    };
    row("nothing", "", "no requests");
    row("blank lines", "\n \n", "no requests");
    row("no JSON", good + "{\"custom_id\":\n", "line 2:");
    row("a pretty-printed object", "{\n\"custom_id\": \"a\"\n}", "line 1:");
    row("a model that is none", good + line("b", R"({"model":"translate","text":"t"})"),
        "line 2: invalid model value");
    row("a document", line("a", R"({"model":"summarize","text":"t","document":"x"})"),
        "line 1: documents");
    row("another url",
        R"({"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{"model":"summarize","text":"t"}})",
        "line 1: url");
    row("no method",
        R"({"custom_id":"a","url":"/v1/chat/completions","body":{"model":"summarize"}})",
        "line 1:");
    row("the same id twice", good + "\n" + good, "line 3: duplicate");
}

void TestRawjsonlApi::wrongBodies()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QString, words);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const PracticeClient::Answer answer = submit(client, lines);
    QCOMPARE(answer.status, 400);
    const QString message = answer.json()["message"_L1].toString();
    QVERIFY2(message.contains(words), qPrintable(message));
}

void TestRawjsonlApi::typesOfContent_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::newRow("jsonl") << "application/jsonl"_ba << 200;
    QTest::newRow("json") << "application/json; charset=utf-8"_ba << 200;
    QTest::newRow("ndjson") << "application/x-ndjson"_ba << 200;
    QTest::newRow("a form") << "multipart/form-data"_ba << 415;
    QTest::newRow("text") << "text/plain"_ba << 415;
}

void TestRawjsonlApi::typesOfContent()
{
    QFETCH(const QByteArray, type);
    QFETCH(const int, status);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    QCOMPARE(submit(client, line("a", summarize), type).status, status);
}

void TestRawjsonlApi::aRowFailsByItself()
{
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const QString id
        = idOf(submit(client,
                      line("good", summarize) + line("no-text", R"({"model":"summarize"})")
                          + line("no-entities", R"({"model":"extract","text":"t"})")
                          + line("no-labels", R"({"model":"classify","text":"t"})")));
    const QHash<QString, QJsonObject> rows = outputOf(client, id);
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[u"good"_s]["error"_L1].isNull());
    for (const QString &failed : {u"no-text"_s, u"no-entities"_s, u"no-labels"_s}) {
        QVERIFY(rows[failed]["response"_L1].isNull());
        QVERIFY(!rows[failed]["error"_L1]["message"_L1].toString().isEmpty());
    }
}

void TestRawjsonlApi::failedRowsHaveNoResponse()
{
    m_fixture.start({.life = shortLife, .failShare = 1});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const QHash<QString, QJsonObject> rows
        = outputOf(client, idOf(submit(client, line("a", summarize) + line("b", summarize))));
    QCOMPARE(rows.size(), 2);
    for (const QJsonObject &row : rows) {
        QVERIFY(row["response"_L1].isNull());
        QVERIFY(row["error"_L1].isObject());
    }
}

void TestRawjsonlApi::prompts_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("none") << "hello"_ba << Outcome::Answered;
    QTest::newRow("refuse") << "practice:refuse"_ba << Outcome::Refused;
    QTest::newRow("empty") << "practice:empty"_ba << Outcome::Empty;
    QTest::newRow("truncate") << "practice:truncate"_ba << Outcome::Truncated;
    QTest::newRow("malformed") << "practice:malformed"_ba << Outcome::Malformed;
    QTest::newRow("fail") << "practice:fail"_ba << Outcome::Failed;
}

void TestRawjsonlApi::prompts()
{
    QFETCH(const QByteArray, word);
    QFETCH(const Outcome, outcome);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const QString id = idOf(
        submit(client, line("a", R"({"model":"summarize","text":"Please )" + word + R"("})")));
    const QHash<QString, QJsonObject> rows = outputOf(client, id);
    QCOMPARE(rows.size(), 1);
    const PaddedBuffer buffer(QJsonDocument(rows[u"a"_s]).toJson(QJsonDocument::Compact));
    QCOMPARE(rawjsonlDialect.readResult(buffer.line()).outcome, outcome);
}

void TestRawjsonlApi::whatThereIsNot_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("a list") << "GET"_ba << u"/v1/batches"_s << 405;
    QTest::newRow("a batch") << "GET"_ba << u"/v1/batches/none"_s << 404;
    QTest::newRow("its output") << "GET"_ba << u"/v1/batches/none/output"_s << 404;
    QTest::newRow("cancel") << "POST"_ba << u"/v1/batches/none/cancel"_s << 404;
    QTest::newRow("files") << "GET"_ba << u"/v1/files"_s << 404;
}

void TestRawjsonlApi::whatThereIsNot()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const int, status);
    m_fixture.start({.life = shortLife});
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    QCOMPARE(client.call(method, path).status, status);
}

void TestRawjsonlApi::theKeyIsAsked()
{
    PracticeOptions options{.life = shortLife};
    options.key = "secret";
    m_fixture.start(options);
    PracticeClient client = m_fixture.client(u"rawjsonl"_s);
    const PracticeClient::Answer answer = submit(client, line("a", summarize));
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.json()["message"_L1].toString().contains(u"x-api-key"_s));
    const auto with = client.call("POST", u"/v1/batches"_s, line("a", summarize),
                                  {{"Content-Type", "application/jsonl"}, {"x-api-key", "secret"}});
    QCOMPARE(with.status, 200);
    // Each way of sending a key is none for the other dialects.
    const PracticeClient::Headers bearer{{"Content-Type", "application/jsonl"},
                                         {"Authorization", "Bearer secret"}};
    QCOMPARE(client.call("POST", u"/v1/batches"_s, line("a", summarize), bearer).status, 401);
    PracticeClient files = m_fixture.client(u"files"_s);
    QCOMPARE(files.get(u"/v1/models"_s, {{"x-api-key", "secret"}}).status, 401);
    QCOMPARE(files.get(u"/v1/models"_s, bearer).status, 200);
}

void TestRawjsonlApi::aBatchOutlivesTheServer()
{
    m_fixture.start({.life = std::chrono::milliseconds(500)});
    PracticeClient before = m_fixture.client(u"rawjsonl"_s);
    const QString id = idOf(submit(before, line("a", summarize)));
    m_fixture.start({.life = std::chrono::milliseconds(500)});
    PracticeClient after = m_fixture.client(u"rawjsonl"_s);
    QCOMPARE(outputOf(after, id).size(), 1);
}

QTEST_GUILESS_MAIN(TestRawjsonlApi)
#include "tst_rawjsonlapi.moc"
