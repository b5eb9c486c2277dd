// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"
#include "support/files.h"
#include "support/jsoncompare.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRawjsonl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_data() { addCaseRows(rawjsonlDialect); }
    void replies() { runReplyCase(rawjsonlDialect); }
    void next_data() { addCaseRows(rawjsonlDialect); }
    void next() { runNextCase(rawjsonlDialect); }
    void goldenBody();
    void methodAndUrlAreAlwaysThere();
    void contentTypeIsASetting();
    void outputIsAskedForOnceItIsOver();
    void aMissingOutputIsGoneOnWithout();
    void partialResultsAreTriedFor();
    void lineFaults_data();
    void lineFaults();
    void theUrlIsAlwaysTheSame();
    void aProviderForChatsLooksAtNothing();
    void refusalsNameTheirLine_data();
    void refusalsNameTheirLine();
    void errorsOfEveryStatus_data();
    void errorsOfEveryStatus();
    void answers_data();
    void answers();

private:
    Run m_run;
    Batch m_batch;
    Profile m_profile = profileOf(u"scaledown"_s);
    BatchView view() const { return {.run = m_run, .batch = m_batch, .profile = m_profile}; }
    Step nextIn(BatchState state)
    {
        m_batch.facts.remoteId = u"sdb_1"_s;
        m_batch.facts.state = state;
        return rawjsonlDialect.next(view());
    }
};

void TestRawjsonl::goldenBody()
{
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/dialects/data/bodies/");
    const QByteArray lines = bytesOf(folder + "requests.jsonl"_L1);
    COMPARE_BYTES(bodyOf(rawjsonlDialect, view(), lines), folder + "rawjsonl.body"_L1);
}

void TestRawjsonl::methodAndUrlAreAlwaysThere()
{
    const PaddedBuffer buffer(R"({"body": {"n":1.50},"custom_id":"a\u00e9"})"_ba);
    QByteArray out;
    rawjsonlDialect.writeLine(*readRequest(buffer.line()), view(), out);
    const QByteArray expected
        = R"({"custom_id":"a\u00e9","method":"POST","url":"/v1/chat/completions","body":{"n":1.50}})";
    QCOMPARE(out, expected);
}

void TestRawjsonl::contentTypeIsASetting()
{
    QCOMPARE(rawjsonlDialect.framing(view()).contentType, "application/jsonl"_ba);
    m_profile.bodyType = u"application/json"_s;
    QCOMPARE(rawjsonlDialect.framing(view()).contentType, "application/json"_ba);
    m_profile = profileOf(u"scaledown"_s);
}

void TestRawjsonl::outputIsAskedForOnceItIsOver()
{
    m_batch = {};
    for (const BatchState state : {BatchState::Completed, BatchState::Failed}) {
        m_batch.facts.inlineFetched = false;
        m_batch.facts.outputFetched = false;
        QCOMPARE(std::get<Call>(nextIn(state)).kind, StepKind::Status);
        m_batch.facts.inlineFetched = true;
        const Step step = nextIn(state);
        QCOMPARE(std::get<Call>(step).kind, StepKind::FetchOutput);
        QCOMPARE(std::get<Call>(step).request.path, u"/v1/batches/sdb_1/output"_s);
        m_batch.facts.outputFetched = true;
        QVERIFY(std::holds_alternative<Done>(nextIn(state)));
    }
}

void TestRawjsonl::aMissingOutputIsGoneOnWithout()
{
    m_batch = {};
    for (const int status : {404, 410}) {
        const auto facts = withoutAnswer(m_batch.facts, StepKind::FetchOutput, status);
        QVERIFY(facts && facts->outputFetched);
    }
    QVERIFY(!withoutAnswer(m_batch.facts, StepKind::FetchOutput, 502));
}

void TestRawjsonl::partialResultsAreTriedFor()
{
    m_batch = {};
    QVERIFY(rawjsonlDialect.sources(view()).empty());
    m_batch.facts.remoteId = u"sdb_1"_s;
    QCOMPARE(rawjsonlDialect.sources(view()).size(), 1U);
}

void TestRawjsonl::lineFaults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kinds");
    const auto row = [](const char *name, const QByteArray &body, const char *kinds = "") {
        QTest::newRow(name) << body << QString::fromLatin1(kinds);
    };
    row("extract", R"({"model":"extract","text":"t","entities":{"a":"b"},"instruction":"i"})");
    row("summarize", R"({"model":"summarize","text":"t","instructions":"i","max_tokens":9})");
    row("classify",
        R"({"model":"classify","text":"t","labels":[{"name":"a","rubric":"b?"}],"system_prompt":"s"})");
    row("another model", R"({"model":"gpt-4o","messages":[]})", "bad_model");
    row("a name in capitals", R"({"model":"Extract","text":"t","entities":{"a":"b"}})",
        "bad_model");
    row("a document", R"({"model":"summarize","text":"t","document":"x"})", "document_in_batch");
    row("its type", R"({"model":"summarize","text":"t","document_mime_type":"application/pdf"})",
        "document_in_batch");
    row("no document", R"({"model":"summarize","text":"t","document":null})");
    row("no text", R"({"model":"summarize"})", "missing_text");
    row("an empty text", R"({"model":"summarize","text":" \n"})", "missing_text");
    row("a text that is none", R"({"model":"summarize","text":["t"]})", "missing_text");
    row("no entities", R"({"model":"extract","text":"t"})", "bad_entities");
    row("an empty map", R"({"model":"extract","text":"t","entities":{ }})", "bad_entities");
    row("a list of entities", R"({"model":"extract","text":"t","entities":["a"]})", "bad_entities");
    row("entities without words", R"({"model":"extract","text":"t","entities":{"a":1}})",
        "bad_entities");
    row("no labels", R"({"model":"classify","text":"t"})", "bad_labels");
    row("an empty list", R"({"model":"classify","text":"t","labels":[]})", "bad_labels");
    row("labels as texts", R"({"model":"classify","text":"t","labels":["a"]})", "bad_labels");
    row("a label without rubric", R"({"model":"classify","text":"t","labels":[{"name":"a"}]})",
        "bad_labels");
    row("all at once", R"({"model":"classify","document":"x","labels":{}})",
        "document_in_batch missing_text bad_labels");
}

void TestRawjsonl::lineFaults()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kinds);
    const PaddedBuffer buffer(R"({"custom_id":"a","body":)" + body + '}');
    Result<Request> request = readRequest(buffer.line());
    QVERIFY(request);
    std::vector<LineFault> faults;
    rawjsonlDialect.checkLine(*request, m_profile, faults);
    QStringList found;
    for (const LineFault &fault : faults)
        found.append(fault.kind);
    QCOMPARE(found.join(u' '), kinds);
}

void TestRawjsonl::theUrlIsAlwaysTheSame()
{
    const PaddedBuffer buffer(
        R"({"custom_id":"a","url":"/v1/embeddings","body":{"model":"summarize","text":"t"}})"_ba);
    std::vector<LineFault> faults;
    rawjsonlDialect.checkLine(*readRequest(buffer.line()), m_profile, faults);
    QCOMPARE(faults.size(), 1U);
    QCOMPARE(faults.front().kind, "wrong_url"_L1);
}

void TestRawjsonl::aProviderForChatsLooksAtNothing()
{
    const PaddedBuffer chat(R"({"custom_id":"a","body":{"model":"gpt-4o","messages":[]}})"_ba);
    const PaddedBuffer text(R"({"custom_id":"a","body":{"model":"extract"}})"_ba);
    Profile profile = m_profile;
    const auto count = [&profile](PaddedLine line) {
        std::vector<LineFault> faults;
        rawjsonlDialect.checkLine(*readRequest(line), profile, faults);
        return faults.size();
    };
    profile.textOperations = TextOperations::None;
    QCOMPARE(count(chat.line()), 0U);
    QCOMPARE(count(text.line()), 0U);
    profile.textOperations = TextOperations::Also;
    QCOMPARE(count(chat.line()), 0U);
    QCOMPARE(count(text.line()), 2U);
}

void TestRawjsonl::refusalsNameTheirLine_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("line");
    QTest::newRow("in words") << 400 << R"({"message":"line 12: invalid model value"})"_ba
                              << qint64(12);
    QTest::newRow("in capitals") << 400 << R"({"error":"Malformed JSON in Line #7"})"_ba
                                 << qint64(7);
    QTest::newRow("with the word number")
        << 400 << R"({"detail":"bad JSON, line number 3"})"_ba << qint64(3);
    QTest::newRow("as a number") << 400 << R"({"message":"bad model","line":7})"_ba << qint64(7);
    QTest::newRow("as text") << 400 << R"({"message":"bad","line_number":"8"})"_ba << qint64(8);
    QTest::newRow("inside") << 400 << R"({"error":{"message":"bad","line":9}})"_ba << qint64(9);
    QTest::newRow("no number") << 400 << R"({"message":"bad","line":-1})"_ba << qint64(0);
    QTest::newRow("a parser's own line too")
        << 400 << R"({"message":"line 4 is no JSON: Expecting value: line 1 column 2 of it"})"_ba
        << qint64(4);
    QTest::newRow("a parser's own line alone")
        << 400 << R"({"message":"Expecting value: line 1, column 2 of it"})"_ba << qint64(0);
    QTest::newRow("a page") << 400 << "<html><p>Error in line 2</p></html>"_ba << qint64(2);
    QTest::newRow("none") << 400 << R"({"message":"invalid model value"})"_ba << qint64(0);
    QTest::newRow("a deadline is none") << 400 << R"({"message":"deadline 5 s"})"_ba << qint64(0);
    QTest::newRow("trouble there") << 502 << R"({"message":"proxy.py line 12"})"_ba << qint64(0);
}

void TestRawjsonl::refusalsNameTheirLine()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, line);
    QCOMPARE(rawjsonlDialect.readError(replyWith(status, body)).line, line);
}

void TestRawjsonl::errorsOfEveryStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::Rejected;
    QTest::newRow("401") << 401 << ErrorKind::Unauthorised;
    QTest::newRow("422") << 422 << ErrorKind::Rejected;
    QTest::newRow("429") << 429 << ErrorKind::RateLimited;
    QTest::newRow("501") << 501 << ErrorKind::NotSupported;
    QTest::newRow("502") << 502 << ErrorKind::ServerFault;
    QTest::newRow("503") << 503 << ErrorKind::ServerFault;
}

void TestRawjsonl::errorsOfEveryStatus()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    const Error error
        = rawjsonlDialect.readError(replyWith(status, R"({"message":"their words"})"));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.message, u"their words"_s);
    QCOMPARE(error.httpStatus, status);
}

void TestRawjsonl::answers_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char *name, const char *model, const char *content, Outcome outcome) {
        QTest::newRow(name) << QByteArray(model) << QByteArray(content) << outcome;
    };
    row("entities", "extract", R"({\"entities\":[]})", Outcome::Answered);
    row("a summary", "summarize", R"({\"summary\":\"s\"})", Outcome::Answered);
    row("a label", "classify", R"({\"top_label\":\"a\",\"scores\":{\"a\":1}})", Outcome::Answered);
    row("prose in place of entities", "extract", "I found nothing", Outcome::Malformed);
    row("the answer of another operation", "extract", R"({\"summary\":\"s\"})", Outcome::Malformed);
    row("cut JSON", "classify", R"({\"top_label\":\"a\")", Outcome::Malformed);
    row("a chat may say anything", "gpt-4o", "I found nothing", Outcome::Answered);
    row("nothing at all", "extract", "", Outcome::Empty);
}

void TestRawjsonl::answers()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, content);
    QFETCH(const Outcome, outcome);
    const PaddedBuffer buffer(R"({"custom_id":"a","response":{"status_code":200,"body":{"model":")"
                              + model + R"(","choices":[{"message":{"content":")" + content
                              + R"("}}]}},"error":null})");
    const ResultLine result = rawjsonlDialect.readResult(buffer.line());
    QCOMPARE(result.outcome, outcome);
    QCOMPARE(result.customId, u"a"_s);
    QString raw = QString::fromUtf8(content);
    QCOMPARE(result.content, raw.remove(u'\\')); // kept, whatever it is
    QCOMPARE(result.errorMessage.isEmpty(), outcome != Outcome::Malformed);
}

QTEST_GUILESS_MAIN(TestRawjsonl)
#include "tst_rawjsonl.moc"
