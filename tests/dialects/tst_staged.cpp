// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"
#include "support/files.h"
#include "support/jsoncompare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStaged : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_data() { addCaseRows(stagedDialect); }
    void replies() { runReplyCase(stagedDialect); }
    void next_data() { addCaseRows(stagedDialect); }
    void next() { runNextCase(stagedDialect); }
    void goldenBody();
    void aNameCarriesTheMark();
    void onlyItsOwnWordsFilterTheList();
    void theRestIsAskedForWhereRowsAreMissing();
    void partialResultsAreThePagesSoFar();
    void requestsOfABatch();
    void pagesOfRequests_data();
    void pagesOfRequests();
    void pagesOfResults_data();
    void pagesOfResults();
    void rowsSayTheirIds();
    void resultRows_data();
    void resultRows();
    void errorsNameTheRequest_data();
    void errorsNameTheRequest();
    void aServerWithoutStart_data();
    void aServerWithoutStart();

private:
    Run m_run;
    Batch m_batch;
    Profile m_profile = profileOf(u"staged"_s);
    BatchView view() const { return {.run = m_run, .batch = m_batch, .profile = m_profile}; }

private Q_SLOTS:
    void init()
    {
        m_run = {.name = u"my job"_s};
        m_batch = {};
        m_profile = profileOf(u"staged"_s);
        m_batch.facts.intent = u"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c11"_s;
        m_batch.facts.remoteId = u"batch_s"_s;
        m_batch.requests = 5;
    }
};

void TestStaged::goldenBody()
{
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/bodies/");
    const QByteArray lines = bytesOf(folder + "requests.jsonl"_L1);
    COMPARE_BYTES(bodyOf(stagedDialect, view(), lines), folder + "staged.body"_L1);
}

/// What create sends is found again in the list, and in no other run's row.
void TestStaged::aNameCarriesTheMark()
{
    m_batch.facts.state = BatchState::Uploading;
    const auto sentName = [this] {
        const Step step = stagedDialect.next(view());
        return QJsonDocument::fromJson(std::get<Call>(step).request.body)["name"_L1].toString();
    };
    for (const QString &name :
         {u"my job"_s, QString(), u"ends [0f6a3a4a1c12]"_s, u"\U0001F4E6 ]["_s}) {
        m_run.name = name;
        const QJsonObject row{{u"id"_s, u"b"_s}, {u"name"_s, sentName()}};
        const QByteArray list = QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{row}}}).toJson();
        const Result<ListPage> page = stagedDialect.readList(replyWith(200, list), {});
        QVERIFY(page);
        QCOMPARE(page->batches.first().name, name);
        QVERIFY(page->batches.first().isMarked(m_batch.facts.intent));
        QVERIFY(!page->batches.first().isMarked(u"5f0c2f0e-8c5e-4a36-9c54-0f6a3a4a1c12"_s));
    }
    QVERIFY(!RemoteBatch().isMarked({}));
    QVERIFY(!RemoteBatch{.intent = u"4a1c11"_s}.isMarked(m_batch.facts.intent));
    QVERIFY(RemoteBatch{.intent = m_batch.facts.intent}.isMarked(m_batch.facts.intent));
}

void TestStaged::onlyItsOwnWordsFilterTheList()
{
    const auto query = [this](const QString &status) {
        return stagedDialect.list({.limit = 7, .status = status}, m_profile).request.query;
    };
    using Query = QList<std::pair<QString, QString>>;
    QCOMPARE(query(u"created"_s), Query({{u"limit"_s, u"7"_s}, {u"status"_s, u"created"_s}}));
    QCOMPARE(query(u"queued"_s), Query({{u"limit"_s, u"7"_s}}));
    QCOMPARE(query({}), Query({{u"limit"_s, u"7"_s}}));
}

void TestStaged::theRestIsAskedForWhereRowsAreMissing()
{
    m_batch.facts.state = BatchState::Completed;
    m_batch.facts.inlineFetched = true;
    m_batch.facts.outputFetched = true;
    const auto asksForRest = [this] {
        const Step step = stagedDialect.next(view());
        const Call *call = std::get_if<Call>(&step);
        return call != nullptr && call->isRest;
    };
    QVERIFY(asksForRest());
    m_batch.resultFiles
        = {{.source = u"page"_s, .lines = 4}, {.source = u"requests"_s, .lines = 9}};
    QVERIFY(asksForRest());
    m_batch.resultFiles.first().lines = 5;
    QVERIFY(!asksForRest());
    m_batch.facts.counts.total = 6;
    QVERIFY(asksForRest());
    m_profile.paths.remove(u"requests"_s);
    QVERIFY(!asksForRest());
}

void TestStaged::partialResultsAreThePagesSoFar()
{
    const std::vector<Call> calls = stagedDialect.sources(view());
    QCOMPARE(calls.size(), 1U);
    QCOMPARE(calls.front().kind, StepKind::FetchOutput);
    QCOMPARE(calls.front().sink, SinkKind::Pages);
    m_batch.facts.remoteId.clear();
    QVERIFY(stagedDialect.sources(view()).empty());
}

void TestStaged::requestsOfABatch()
{
    const Call call = stagedDialect.requests(
        view(), {.limit = 50, .after = u"req_7"_s, .status = u"pending"_s});
    QCOMPARE(call.kind, StepKind::ListRequests);
    QCOMPARE(call.request.method, "GET");
    QCOMPARE(call.request.path, u"/v1/batches/batch_s/requests"_s);
    using Query = QList<std::pair<QString, QString>>;
    QCOMPARE(call.request.query,
             Query({{u"limit"_s, u"50"_s}, {u"after"_s, u"req_7"_s}, {u"status"_s, u"pending"_s}}));
}

void TestStaged::pagesOfRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("rows"); ///< -1: no page
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const QByteArray &body, qsizetype rows,
                        const QString &next = {}) { QTest::newRow(name) << body << rows << next; };
    const QByteArray two = R"([{"id":"r1","custom_id":"a","status":"pending"},{"id":"r2"}])";
    row("more", R"({"data":)" + two + R"(,"has_more":true})", 2, u"r2"_s);
    row("its own cursor", R"({"data":)" + two + R"(,"has_more":true,"last_id":"c"})", 2, u"c"_s);
    row("the last", R"({"data":)" + two + R"(,"has_more":false})", 2);
    row("full, and it does not say", R"({"data":)" + two + "}", 2, u"r2"_s);
    row("not full, and it does not say", R"({"data":[{"id":"r1"}]})", 1);
    row("the same again", R"({"data":[{"id":"r0"}],"has_more":true})", 1);
    row("empty, and more", R"({"data":[],"has_more":true})", 0);
    row("null", R"({"data":null})", 0);
    row("a bare list", two, 2, u"r2"_s);
    row("under another name", R"({"requests":)" + two + R"(,"has_more":false})", 2);
    row("no ids", R"({"data":[7,null],"has_more":true})", 2);
    row("an object", R"({"data":{"id":"r1"}})", -1);
    row("something else", R"({"id":"batch_s"})", -1);
    row("a page", "<html>", -1);
    row("cut", R"({"data":[{"id":"r1")", -1);
}

void TestStaged::pagesOfRequests()
{
    QFETCH(const QByteArray, body);
    QFETCH(const qsizetype, rows);
    QFETCH(const QString, next);
    const Result<RequestPage> page
        = stagedDialect.readRequests(replyWith(200, body), {.limit = 2, .after = u"r0"_s});
    QCOMPARE(page.has_value(), rows >= 0);
    if (!page)
        return;
    QCOMPARE(page->requests.size(), rows);
    QCOMPARE(page->nextCursor, next);
}

void TestStaged::pagesOfResults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<PageRows>("rows");
    QTest::addColumn<QString>("next"); ///< "!": no page; "": the last one
    const auto row
        = [](const char *name, const char *body, const PageRows &rows, const char *next) {
              QTest::newRow(name) << QByteArray(body) << rows << QString::fromLatin1(next);
          };
    const PageRows two{.count = 2, .fresh = 2, .lastId = u"r9"_s};
    row("more", R"({"data":[],"has_more":true})", two, "r9");
    row("its own cursor", R"({"data":[],"has_more":true,"last_id":"c"})", two, "c");
    row("the last", R"({"data":[],"has_more":false})", two, "");
    row("full, and it does not say", R"({"data":[]})", two, "r9");
    row("not full, and it does not say", R"({"data":[]})",
        {.count = 1, .fresh = 1, .lastId = u"r9"_s}, "");
    row("nothing new", R"({"data":[],"has_more":true})",
        {.count = 2, .fresh = 0, .lastId = u"r9"_s}, "");
    row("the cursor stays", R"({"data":[],"has_more":true})",
        {.count = 2, .fresh = 2, .lastId = u"r0"_s}, "");
    row("some are known", R"({"data":[],"has_more":true})",
        {.count = 2, .fresh = 1, .lastId = u"r9"_s}, "r9");
    row("no ids to go on with", R"({"data":[],"has_more":true})", {.count = 2, .fresh = 2}, "");
    row("empty, and more", R"({"data":[],"has_more":true})", {}, "");
    row("null", R"({"data":null,"has_more":false})", {}, "");
    row("no rows at all", R"({"object":"list"})", {}, "!");
    row("a page", "<html>", {}, "!");
    row("nothing", "", {}, "!");
}

void TestStaged::pagesOfResults()
{
    QFETCH(const QByteArray, body);
    QFETCH(const PageRows, rows);
    QFETCH(const QString, next);
    Call asked{.kind = StepKind::FetchOutput, .sink = SinkKind::Pages, .splitKey = "data"};
    asked.request.query = {{u"limit"_s, u"2"_s}, {u"after"_s, u"r0"_s}};
    const Result<std::optional<Call>> page
        = stagedDialect.nextPage(asked, replyWith(200, body), rows);
    QCOMPARE(page.has_value(), next != "!"_L1);
    if (!page)
        return;
    QCOMPARE(page->has_value(), !next.isEmpty());
    if (!*page)
        return;
    using Query = QList<std::pair<QString, QString>>;
    QCOMPARE((*page)->request.query, Query({{u"limit"_s, u"2"_s}, {u"after"_s, next}}));
    QCOMPARE((*page)->kind, StepKind::FetchOutput);
}

void TestStaged::rowsSayTheirIds()
{
    const auto read = [](const QByteArray &text) {
        const PaddedBuffer buffer(text);
        const PageRow row = stagedDialect.readRow(buffer.line());
        return QStringList{row.id, row.customId, row.hasFailed ? u"failed"_s : QString()};
    };
    QCOMPARE(read(R"( {"id":"r\u0031","custom_id":"q-1","status":"completed"})"),
             QStringList({u"r1"_s, u"q-1"_s, QString()}));
    QCOMPARE(read(R"({"custom_id":"q-1","status":"FAILED"})"),
             QStringList({QString(), u"q-1"_s, u"failed"_s}));
    for (const QByteArray &odd : {"{\"id\":\"r1\""_ba, "[]"_ba, "7"_ba, ""_ba, "\xff"_ba})
        QCOMPARE(read(odd), QStringList({QString(), QString(), QString()}));
}

void TestStaged::resultRows_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *line, Outcome outcome, const char *code = "",
                        const char *words = "") {
        QTest::newRow(name) << QByteArray(line) << outcome << QString::fromLatin1(code)
                            << QString::fromLatin1(words);
    };
    row("a bare answer",
        R"({"id":"r","custom_id":"a","status":"completed","response":{"choices":[{"message":{"content":"x"}}]}})",
        Outcome::Answered);
    row("an error object",
        R"({"custom_id":"a","status":"failed","error":{"code":"bad","message":"no"}})",
        Outcome::Failed, "bad", "no");
    row("an error text", R"({"custom_id":"a","status":"failed","error":"no"})", Outcome::Failed, "",
        "no");
    row("an error in the response",
        R"({"custom_id":"a","status":"failed","response":{"error":{"code":"bad","message":"no"}}})",
        Outcome::Failed, "bad", "no");
    row("failed, and no more", R"({"custom_id":"a","status":"failed"})", Outcome::Failed, "",
        "The provider says that it failed, but not why");
    row("cancelled", R"({"custom_id":"a","status":"cancelled"})", Outcome::Cancelled, "",
        "The provider sent neither an answer nor an error");
    row("expired", R"({"custom_id":"a","status":"expired","response":null})", Outcome::Expired, "",
        "The provider sent neither an answer nor an error");
    row("completed without an answer", R"({"custom_id":"a","status":"completed"})", Outcome::Failed,
        "empty_result", "The provider sent neither an answer nor an error");
}

void TestStaged::resultRows()
{
    QFETCH(const QByteArray, line);
    QFETCH(const Outcome, outcome);
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    const PaddedBuffer buffer(line);
    const ResultLine result = stagedDialect.readResult(buffer.line());
    QCOMPARE(result.outcome, outcome);
    QCOMPARE(result.customId, u"a"_s);
    QCOMPARE(result.errorCode, code);
    QCOMPARE(result.errorMessage, words);
}

void TestStaged::errorsNameTheRequest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *name, const char *body, qint64 line) {
        QTest::newRow(name) << QByteArray(body) << line;
    };
    row("a place", R"({"detail":[{"loc":["body","requests",2,"body"],"msg":"m"}]})", 3);
    row("a field", R"({"error":{"message":"m","param":"requests[4].body.model"}})", 5);
    row("words", R"({"error":{"message":"requests.0.custom_id: too long"}})", 1);
    row("words with brackets", R"({"error":"request[11] is bad"})", 12);
    row("a number of something else", R"({"error":{"message":"at most 3 requests. 7 given"}})", 0);
    row("nothing", R"({"error":{"message":"m"}})", 0);
}

void TestStaged::errorsNameTheRequest()
{
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, line);
    QCOMPARE(stagedDialect.readError(replyWith(400, body)).line, line);
}

void TestStaged::aServerWithoutStart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isAnswer");
    for (const int status : {404, 405, 501})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {400, 401, 402, 403, 409, 410, 413, 422, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status << false;
}

void TestStaged::aServerWithoutStart()
{
    QFETCH(const int, status);
    QFETCH(const bool, isAnswer);
    const std::optional<BatchFacts> facts = withoutAnswer(m_batch.facts, StepKind::Start, status);
    QCOMPARE(facts.has_value(), isAnswer);
    if (facts)
        QVERIFY(facts->startAnswered);
}

QTEST_GUILESS_MAIN(TestStaged)
#include "tst_staged.moc"
