// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefile.h"

#include "dialects/json.h"
#include "support/files.h"
#include "support/sharedfile.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonValue value(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().first();
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void status_data();
    void status();
    void sharedStatusCases();
    void time_data();
    void time();
    void sharedTimestampCases();
    void counts_data();
    void counts();
    void faults_data();
    void faults();
    void wrappedObjects_data();
    void wrappedObjects();
    void unreadableAnswers_data();
    void unreadableAnswers();
    void strings_data();
    void strings();
};

void TestJson::status_data()
{
    QTest::addColumn<QString>("state");
    const auto row = [](const char *raw, const char *state) {
        QTest::newRow(raw) << QString::fromLatin1(state);
    };
    row("validating", "validating");
    row(" In Progress ", "running");
    row("in-progress", "running");
    row("PROGRESS", "running");
    row("JOB_STATE_SUCCEEDED", "completed");
    row("BATCH_STATUS_FAILED", "failed");
    row("batch_state_cancelling", "cancelling");
    row("timed out", "expired");
    row("canceled", "cancelled");
    row("in_queue", "queued");
    row("created", "draft");
    row("creating_input_dataset", "uploading");
    row("finalising", "finalizing");
    row("rebalancing", "unknown");
    row("", "unknown");
    row("ended", "unknown");
}

void TestJson::status()
{
    QFETCH(const QString, state);
    const json::Status status = json::status(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(status.known, state != "unknown"_L1);
    QCOMPARE(stateName(status.state), status.known ? state : u"running"_s);
}

void TestJson::sharedStatusCases()
{
    const QString path = sharedFile(u"reference/payloads/edge/status_cases.json"_s);
    if (path.isEmpty())
        QSKIP("the shared samples are not here");
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(path)).array();
    QVERIFY(cases.size() > 20);
    for (const QJsonValue &one : cases)
        QCOMPARE(stateName(json::status(one["raw"_L1].toString()).state),
                 one["canonical"_L1].toString());
}

void TestJson::time_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *json, qint64 milliseconds) {
        QTest::newRow(json) << QByteArray(json) << milliseconds;
    };
    constexpr qint64 base = 1'760'000'000'000;
    row("1760000000", base);
    row("1760000000.25", base + 250);
    row("1760000000000", base);
    row("\"1760000000\"", base);
    row("\"2025-10-09T08:53:20Z\"", base);
    row("\"2025-10-09T08:53:20\"", base);
    row("\"2025-10-09 08:53:20Z\"", base);
    row("\"2025-10-09T10:53:20+02:00\"", base);
    row("\"2025-10-09T03:23:20-0530\"", base);
    row("\"2025-10-09T08:53:20.1Z\"", base + 100);
    row("\"2025-10-09T08:53:20.1239999+00:00\"", base + 123);
    row("\"2025-10-09T08:53:20.999999999Z\"", base + 999);
    row("\"2025-10-09\"", 1'759'968'000'000);
    for (const char *none :
         {"\"\"", "null", "0", "-5", "true", "{}", "\"soon\"", "\"2025-13-40T00:00:00Z\"",
          "\"2025-10-09T99:00:00Z\"", "\"2025-10-09T08:53:20.123X\"", "1e300"})
        row(none, -1);
}

void TestJson::time()
{
    QFETCH(const QByteArray, json);
    QFETCH(const qint64, milliseconds);
    const QDateTime time = json::time(value(json));
    QCOMPARE(time.isValid() ? time.toMSecsSinceEpoch() : -1, milliseconds);
    if (time.isValid())
        QCOMPARE(time.timeSpec(), Qt::UTC);
}

void TestJson::sharedTimestampCases()
{
    const QString path = sharedFile(u"reference/payloads/edge/timestamp_cases.json"_s);
    if (path.isEmpty())
        QSKIP("the shared samples are not here");
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(path)).array();
    QVERIFY(cases.size() > 5);
    for (const QJsonValue &one : cases) {
        const QDateTime time = json::time(one["in"_L1]);
        QCOMPARE(time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue(),
                 one["unix_ms"_L1]);
    }
}

void TestJson::counts_data()
{
    QTest::addColumn<QByteArray>("batch");
    QTest::addColumn<QByteArray>("counts");
    const auto row = [](const char *name, const char *batch, const char *counts) {
        QTest::newRow(name) << QByteArray(batch) << QByteArray(counts);
    };
    row("OpenAI", R"({"request_counts":{"total":3,"completed":2,"failed":1}})",
        R"({"total":3,"succeeded":2,"failed":1})");
    row("numeric strings", R"({"request_counts":{"total":"3","completed":"2"}})",
        R"({"total":3,"succeeded":2})");
    row("null", R"({"request_counts":null})", "{}");
    row("more than there is", R"({"request_counts":{"total":9223372036854775807,"failed":-1}})",
        "{}");
    row("nulls", R"({"request_counts":{"total":10,"completed":null,"failed":null}})",
        R"({"total":10})");
    row("flat counts", R"({"request_count":4,"completed_count":3,"failed_count":1})",
        R"({"total":4,"succeeded":3,"failed":1})");
    row("total_count", R"({"total_count":4})", R"({"total":4})");
    row("flat beside nested",
        R"({"total":9,"request_counts":{"total":5,"completed":2,"failed":0}})",
        R"({"total":5,"succeeded":2,"failed":0})");
    row("flat fills gaps", R"({"total":9,"failed":1,"request_counts":{"completed":2}})",
        R"({"total":9,"succeeded":2,"failed":1})");
    row("more of them",
        R"({"request_counts":{"processing":1,"succeeded":2,"errored":3,"canceled":4,"expired":5}})",
        R"({"pending":1,"succeeded":2,"failed":3,"cancelled":4,"expired":5})");
    row("Mistral",
        R"({"total_requests":9,"succeeded_requests":4,"failed_requests":1,"completed_requests":5})",
        R"({"total":9,"succeeded":4,"failed":1})");
    row("Gemini",
        R"({"metadata":{"batchStats":{"requestCount":"7","successfulRequestCount":"4","pendingRequestCount":"3"}}})",
        R"({"total":7,"succeeded":4,"pending":3})");
    row("Fireworks",
        R"({"state":"RUNNING","jobProgress":{"totalInputRequests":6,"successfullyProcessedRequests":5,"failedRequests":1}})",
        R"({"total":6,"succeeded":5,"failed":1})");
    row("xAI",
        R"({"state":{"num_requests":8,"num_pending":1,"num_success":4,"num_error":2,"num_cancelled":1}})",
        R"({"total":8,"pending":1,"succeeded":4,"failed":2,"cancelled":1})");
    row("a user's own metadata", R"({"metadata":{"requestCount":"7","batchStats":"none"}})", "{}");
    row("negative", R"({"request_counts":{"total":-1}})", "{}");
    row("words", R"({"completed":"yes","failed":false})", "{}");
}

void TestJson::counts()
{
    QFETCH(const QByteArray, batch);
    QFETCH(const QByteArray, counts);
    const BatchFacts expected = factsFrom({{u"counts"_s, object(counts)}});
    QCOMPARE(json::counts(object(batch)), expected.counts);
}

void TestJson::faults_data()
{
    QTest::addColumn<QByteArray>("batch");
    QTest::addColumn<QList<BatchFault>>("faults");
    const auto row = [](const char *name, const char *batch, const QList<BatchFault> &faults) {
        QTest::newRow(name) << QByteArray(batch) << faults;
    };
    row("null", R"({"errors":null})", {});
    row("empty text", R"({"errors":""})", {});
    row("empty list", R"({"errors":{"object":"list","data":[]}})", {});
    row("OpenAI",
        R"({"errors":{"data":[{"code":"c","message":"m","param":"p","line":3},{"message":"n","line":null}]}})",
        {{u"c"_s, u"m"_s, u"p"_s, 3}, {{}, u"n"_s, {}, 0}});
    row("objects", R"({"errors":[{"code":7,"message":"m"}]})", {{u"7"_s, u"m"_s, {}, 0}});
    row("texts", R"({"errors":["a","b"]})", {{{}, u"a"_s, {}, 0}, {{}, u"b"_s, {}, 0}});
    row("one text", R"({"errors":"a"})", {{{}, u"a"_s, {}, 0}});
    row("errors_detail", R"({"errors_detail":[{"message":"m"}]})", {{{}, u"m"_s, {}, 0}});
    row("error", R"({"error":{"type":"t","message":"m"}})", {{u"t"_s, u"m"_s, {}, 0}});
    row("said twice", R"({"errors":["a"],"errors_detail":["a"]})", {{{}, u"a"_s, {}, 0}});
}

void TestJson::faults()
{
    QFETCH(const QByteArray, batch);
    QFETCH(const QList<BatchFault>, faults);
    QCOMPARE(json::faults(object(batch)), faults);
}

void TestJson::wrappedObjects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::newRow("bare") << QByteArray(R"({"id":"x"})") << u"x"_s;
    QTest::newRow("job") << QByteArray(R"({"job":{"id":"x"}})") << u"x"_s;
    QTest::newRow("batch") << QByteArray(R"({"batch":{"id":"x"}})") << u"x"_s;
    QTest::newRow("data") << QByteArray(R"({"code":20000,"data":{"id":"x"}})") << u"x"_s;
    QTest::newRow("own id wins") << QByteArray(R"({"id":"x","data":{"id":"y"}})") << u"x"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"id\":\"x\"}") << u"x"_s;
}

void TestJson::wrappedObjects()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, id);
    const Result<QJsonObject> read = json::object(replyWith(200, body));
    QVERIFY(read);
    QCOMPARE(json::text(*read, "id"_L1), id);
}

void TestJson::unreadableAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"The answer is empty"_s;
    QTest::newRow("blank") << QByteArray(" \n") << u"The answer is empty"_s;
    QTest::newRow("page") << QByteArray("<html><h1>Hello</h1></html>")
                          << u"The answer is a web page where data should be"_s;
    QTest::newRow("cut") << QByteArray(R"({"id":"x","sta)")
                         << u"The answer is cut short or is not JSON"_s;
    QTest::newRow("text") << QByteArray("OK") << u"The answer is cut short or is not JSON"_s;
    QTest::newRow("array") << QByteArray("[1]")
                           << u"The answer is not the JSON object it should be"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"id\":\"\xff\"}")
                               << u"The answer is cut short or is not JSON"_s;
}

void TestJson::unreadableAnswers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    HttpReply reply = replyWith(200, body);
    reply.headers.emplaceBack("x-request-id", "req_1");
    const Result<QJsonObject> read = json::object(reply);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadReply);
    QCOMPARE(read.error().message, words);
    QCOMPARE(read.error().httpStatus, 200);
    QCOMPARE(read.error().requestId, u"req_1"_s);
    QCOMPARE(read.error().detail, QString::fromUtf8(body));
}

void TestJson::strings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << u"abc/"_s << QByteArray("\"abc/\"");
    QTest::newRow("quotes") << u"a\"b\\c"_s << QByteArray(R"("a\"b\\c")");
    QTest::newRow("controls") << u"a\n\0\x1f"_s << QByteArray(R"("a\u000a\u0000\u001f")");
    QTest::newRow("UTF-8") << u"\u00e9\U0001F600\u2028"_s
                           << QByteArray("\"\xc3\xa9\xf0\x9f\x98\x80\xe2\x80\xa8\"");
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << QByteArray(R"("\ud83d")");
}

void TestJson::strings()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, json);
    QByteArray out = "x:";
    json::appendString(out, text);
    QCOMPARE(out, "x:" + json);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
