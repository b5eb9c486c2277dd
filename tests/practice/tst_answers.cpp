// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/answers.h"

#include "dialects/dialect.h"
#include "practice/answertext.h"
#include "requestof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace practice;

class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a prompt asks for is what the reader of results sees.
    void promptAsksForAnOutcome_data();
    void promptAsksForAnOutcome();
    void sameRequestHasTheSameAnswer();
    void chatHasAllItsFields();
    void tokensAreThoseOfTheUsage();
    void maxTokensIsKept();
    void textFitsTheTask_data();
    void textFitsTheTask();
    void severalChoices();
    void jsonIsAnsweredWhereItIsAskedFor();
    void schemaIsKept();
    void schemaWithoutAnEndStillHasAnAnswer();
    void vectorsHaveTheLengthAskedFor_data();
    void vectorsHaveTheLengthAskedFor();
    void tokenListsAreOneInput();
    void whatAProviderRefuses_data();
    void whatAProviderRefuses();
    void faultsByChanceAreOfSeveralKinds();
};

namespace {

QByteArray answerOf(const RequestLine &request, Tokens *tokens = nullptr)
{
    QByteArray body;
    const Tokens used = appendAnswer(body, request, 1760000000);
    if (tokens != nullptr)
        *tokens = used;
    return body;
}

QJsonObject jsonAnswer(const QByteArray &body, const QByteArray &url = "/v1/chat/completions")
{
    const ParsedRequest parsed = requestOf(body, url);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answerOf(parsed.request), &error);
    return error.error == QJsonParseError::NoError
        ? document.object()
        : QJsonObject{{u"broken"_s, error.errorString()}};
}

QByteArray chat(const QByteArray &prompt, const QByteArray &more = {})
{
    return R"({"model":"m","messages":[{"role":"user","content":")" + prompt + "\"}]" + more + '}';
}

QString contentOf(const QJsonObject &answer)
{
    return answer["choices"_L1][0]["message"_L1]["content"_L1].toString();
}

} // namespace

void TestAnswers::promptAsksForAnOutcome_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    const QByteArray chatUrl = "/v1/chat/completions";
    const auto row
        = [](const char *name, const QByteArray &url, const QByteArray &body, Outcome outcome) {
              QTest::newRow(name) << url << body << static_cast<int>(outcome);
          };
    row("chat answered", chatUrl, chat("Say it."), Outcome::Answered);
    row("chat refused", chatUrl, chat("Say it. practice:refuse"), Outcome::Refused);
    row("chat empty", chatUrl, chat("practice:empty"), Outcome::Empty);
    row("chat truncated", chatUrl, chat("practice:truncate"), Outcome::Truncated);
    row("chat malformed", chatUrl, chat("practice:malformed"), Outcome::Malformed);
    row("chat unknown word", chatUrl, chat("practice:dance"), Outcome::Answered);
    row("chat few tokens", chatUrl, chat("Say it at length.", R"(,"max_tokens":1)"),
        Outcome::Truncated);
    row("chat parts", chatUrl,
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"practice:refuse"}]}]})",
        Outcome::Refused);
    row("chat older message does not count", chatUrl,
        R"({"model":"m","messages":[{"role":"user","content":"practice:refuse"},{"role":"user","content":"Go on."}]})",
        Outcome::Answered);
    row("chat forced tool", chatUrl,
        chat(
            "Weather?",
            R"(,"tools":[{"type":"function","function":{"name":"f","parameters":)"
            R"({"type":"object","properties":{"place":{"type":"string"}}}}}],"tool_choice":"required")"),
        Outcome::Answered);
    for (const QByteArray url : {"/v1/responses", "/v1/completions"}) {
        const QByteArray key = url == "/v1/responses" ? "input" : "prompt";
        const auto body = [&key](const QByteArray &text) {
            return R"({"model":"m",")" + key + R"(":")" + text + "\"}";
        };
        QTest::addRow("%s answered", url.constData())
            << url << body("Go.") << static_cast<int>(Outcome::Answered);
        QTest::addRow("%s refused", url.constData())
            << url << body("practice:refuse") << static_cast<int>(Outcome::Refused);
        QTest::addRow("%s empty", url.constData())
            << url << body("practice:empty") << static_cast<int>(Outcome::Empty);
        QTest::addRow("%s truncated", url.constData())
            << url << body("practice:truncate") << static_cast<int>(Outcome::Truncated);
    }
    row("embedding", "/v1/embeddings", R"({"model":"m","input":["a","b"]})", Outcome::Answered);
    row("embedding empty", "/v1/embeddings", R"({"model":"m","input":"practice:empty"})",
        Outcome::Empty);
    row("moderation", "/v1/moderations", R"({"model":"m","input":"a"})", Outcome::Answered);
}

void TestAnswers::promptAsksForAnOutcome()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    const ParsedRequest parsed = requestOf(body, url);
    QVERIFY(!faultOf(parsed.request));
    const PaddedBuffer line(
        R"({"id":"i","custom_id":"a","response":{"status_code":200,"request_id":"r","body":)"
        + answerOf(parsed.request) + R"(},"error":null})");
    const ResultLine read = findDialect(u"files")->readResult(line.line());
    QCOMPARE(outcomeName(read.outcome), outcomeName(static_cast<Outcome>(outcome)));
}

void TestAnswers::sameRequestHasTheSameAnswer()
{
    const QByteArray first = answerOf(requestOf(chat("Tell me about rivers.")).request);
    QCOMPARE(answerOf(requestOf(chat("Tell me about rivers.")).request), first);
    QVERIFY(answerOf(requestOf(chat("Tell me about lakes.")).request) != first);
}

void TestAnswers::chatHasAllItsFields()
{
    const QJsonObject answer = jsonAnswer(chat("Tell me about \\\"rivers\\\"\\n and \\u00e4pfel."));
    QCOMPARE(
        answer.keys(),
        (QStringList{u"choices"_s, u"created"_s, u"id"_s, u"model"_s, u"object"_s, u"usage"_s}));
    QCOMPARE(answer["object"_L1].toString(), u"chat.completion"_s);
    QCOMPARE(answer["created"_L1].toInteger(), 1760000000);
    QCOMPARE(answer["choices"_L1][0]["finish_reason"_L1].toString(), u"stop"_s);
    QVERIFY(!contentOf(answer).isEmpty());
    const QJsonObject usage = answer["usage"_L1].toObject();
    QVERIFY(usage["prompt_tokens"_L1].toInt() > 0);
    QCOMPARE(usage["total_tokens"_L1].toInt(),
             usage["prompt_tokens"_L1].toInt() + usage["completion_tokens"_L1].toInt());
}

void TestAnswers::tokensAreThoseOfTheUsage()
{
    Tokens tokens;
    const QByteArray body = answerOf(requestOf(chat("Tell me more.")).request, &tokens);
    const QJsonValue usage = QJsonDocument::fromJson(body)["usage"_L1];
    QCOMPARE(usage["prompt_tokens"_L1].toInteger(), tokens.input);
    QCOMPARE(usage["completion_tokens"_L1].toInteger(), tokens.output);
}

void TestAnswers::maxTokensIsKept()
{
    for (int limit = 1; limit <= 40; ++limit) {
        const QJsonObject answer
            = jsonAnswer(chat("Describe \\u65e5\\u672c\\u8a9e mountains.",
                              R"(,"max_tokens":)" + QByteArray::number(limit)));
        QVERIFY(answer["usage"_L1]["completion_tokens"_L1].toInt() <= limit);
        const bool isFull = answer["choices"_L1][0]["finish_reason"_L1].toString() == "stop"_L1;
        QVERIFY(isFull || !contentOf(answer).isEmpty());
        QVERIFY(!contentOf(answer).contains(QChar::ReplacementCharacter));
    }
}

void TestAnswers::textFitsTheTask_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("labels of the user")
        << chat("Classify as one of: red, green or blue. The sky.") << u"red|green|blue"_s;
    QTest::newRow("labels of the system") << QByteArray(
        R"({"model":"m","messages":[{"role":"system","content":"Answer with one word: billing, delivery)"
        R"( or praise."},{"role":"user","content":"My delivery is late."}]})")
                                          << u"delivery"_s;
    QTest::newRow("sentiment") << chat("What is the sentiment: I like it")
                               << u"positive|neutral|negative"_s;
    QTest::newRow("translation") << chat("Translate to French: Hello World")
                                 << u"\\[translation\\] Hello World"_s;
    QTest::newRow("summary") << chat("Summarize: AI is transforming care")
                             << u"In short: AI is transforming care ..."_s;
    QTest::newRow("few words") << chat("Capital of India?. Answer in 5 words or less.")
                               << u"It is India\\."_s;
    QTest::newRow("yes or no") << chat("Is it big? Answer yes or no.") << u"Yes\\.|No\\."_s;
    QTest::newRow("poem") << chat("Write a poem on winter") << u"The .*\\n.*\\n.*\\n.*\\."_s;
    QTest::newRow("rating") << chat("Please evaluate this candidate.")
                            << u"Rating: ([3-9]|10) of 10\\. .*"_s;
    QTest::newRow("anything") << chat("Why do bridges sing?") << u"(\\w+ .*\\. ){1,3}.*\\."_s;
    QTest::newRow("nothing") << chat("") << u".+\\..+"_s;
    QTest::newRow("only marks") << chat("?!:") << u".+"_s;
    QTest::newRow("colon at the end") << chat("Summarize: ") << u".+"_s;
}

void TestAnswers::textFitsTheTask()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pattern);
    const QString content = contentOf(jsonAnswer(body));
    const QRegularExpression wanted(QRegularExpression::anchoredPattern(pattern));
    QVERIFY2(wanted.match(content).hasMatch(), qPrintable(content));
}

void TestAnswers::severalChoices()
{
    const QJsonArray choices = jsonAnswer(chat("Why?", R"(,"n":3)"))["choices"_L1].toArray();
    QCOMPARE(choices.size(), 3);
    QCOMPARE(choices[2]["index"_L1].toInt(), 2);
}

void TestAnswers::jsonIsAnsweredWhereItIsAskedFor()
{
    const QString content
        = contentOf(jsonAnswer(chat("Why?", R"(,"response_format":{"type":"json_object"})")));
    QVERIFY2(QJsonDocument::fromJson(content.toUtf8()).isObject(), qPrintable(content));
}

void TestAnswers::schemaIsKept()
{
    const QByteArray schema
        = R"({"type":"object","required":["name","age","tags","kind"],"properties":{)"
          R"("name":{"type":"string","minLength":12,"maxLength":14},)"
          R"("age":{"type":"integer","minimum":18,"maximum":20},)"
          R"("tags":{"type":"array","minItems":3,"items":{"$ref":"#/$defs/tag"}},)"
          R"("kind":{"enum":["a","b"]},"when":{"type":"string","format":"date"},)"
          R"("child":{"anyOf":[{"$ref":"#"},{"type":"null"}]}},)"
          R"("$defs":{"tag":{"type":"string"}}})";
    const QByteArray format
        = R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":)" + schema
        + "}}";
    const QJsonObject made
        = QJsonDocument::fromJson(contentOf(jsonAnswer(chat("Make one.", format))).toUtf8())
              .object();
    QVERIFY(!made.isEmpty());
    const qsizetype length = made["name"_L1].toString().size();
    QVERIFY(length >= 12 && length <= 14);
    QVERIFY(made["age"_L1].toInt() >= 18 && made["age"_L1].toInt() <= 20);
    QCOMPARE(made["tags"_L1].toArray().size(), 3);
    QVERIFY((QStringList{u"a"_s, u"b"_s}.contains(made["kind"_L1].toString())));
    QVERIFY(QDate::fromString(made["when"_L1].toString(), Qt::ISODate).isValid());
    QVERIFY(made["child"_L1].isObject());
}

void TestAnswers::schemaWithoutAnEndStillHasAnAnswer()
{
    simdjson::dom::parser parser;
    simdjson::dom::element schema;
    const std::string text = R"({"$ref":"#/a","a":{"$ref":"#/a"}})";
    QVERIFY(!parser.parse(text).get(schema));
    QCOMPARE(sampleOf(schema, 1), std::string("null"));
}

void TestAnswers::vectorsHaveTheLengthAskedFor_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("dimensions");
    QTest::newRow("default") << QByteArray() << 64;
    QTest::newRow("some") << QByteArray(R"(,"dimensions":256)") << 256;
    QTest::newRow("one") << QByteArray(R"(,"dimensions":1)") << 1;
    QTest::newRow("base64") << QByteArray(R"(,"dimensions":8,"encoding_format":"base64")") << 8;
}

void TestAnswers::vectorsHaveTheLengthAskedFor()
{
    QFETCH(QByteArray, more);
    QFETCH(int, dimensions);
    const QJsonObject answer = jsonAnswer(
        R"({"model":"e","input":["alpha","beta","alpha"])" + more + '}', "/v1/embeddings");
    const QJsonArray data = answer["data"_L1].toArray();
    QCOMPARE(data.size(), 3);
    QVERIFY(data[0]["embedding"_L1] != data[1]["embedding"_L1]);
    QCOMPARE(data[0]["embedding"_L1], data[2]["embedding"_L1]);
    QCOMPARE(data[2]["index"_L1].toInt(), 2);
    std::vector<double> parts;
    if (const QJsonValue vector = data[0]["embedding"_L1]; vector.isString()) {
        const QByteArray bytes = QByteArray::fromBase64(vector.toString().toLatin1());
        for (qsizetype i = 0; i < bytes.size(); i += 4) {
            float part = 0;
            std::memcpy(&part, bytes.constData() + i, sizeof part);
            parts.push_back(part);
        }
    } else {
        for (const QJsonValue part : vector.toArray())
            parts.push_back(part.toDouble());
    }
    QCOMPARE(static_cast<int>(parts.size()), dimensions);
    double square = 0;
    for (const double part : parts)
        square += part * part;
    QVERIFY(std::sqrt(square) > 0.05 && std::sqrt(square) < 2);
}

void TestAnswers::tokenListsAreOneInput()
{
    const QJsonObject answer = jsonAnswer(R"({"model":"e","input":[1,2,3]})", "/v1/embeddings");
    QCOMPARE(answer["data"_L1].toArray().size(), 1);
    const QJsonObject several
        = jsonAnswer(R"({"model":"e","input":[[1,2],[3]]})", "/v1/embeddings");
    QCOMPARE(several["data"_L1].toArray().size(), 2);
}

void TestAnswers::whatAProviderRefuses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("param");
    const QByteArray chatUrl = "/v1/chat/completions";
    QTest::newRow("asked for") << chatUrl << chat("practice:fail") << QByteArray("practice_failure")
                               << QByteArray();
    QTest::newRow("no messages") << chatUrl << QByteArray(R"({"model":"m"})")
                                 << QByteArray("missing_required_parameter")
                                 << QByteArray("messages");
    QTest::newRow("messages empty") << chatUrl << QByteArray(R"({"model":"m","messages":[]})")
                                    << QByteArray("invalid_value") << QByteArray("messages");
    QTest::newRow("too hot") << chatUrl << chat("a", R"(,"temperature":2.5)")
                             << QByteArray("invalid_value") << QByteArray("temperature");
    QTest::newRow("no tokens") << chatUrl << chat("a", R"(,"max_tokens":0)")
                               << QByteArray("invalid_value") << QByteArray("max_tokens");
    QTest::newRow("no input") << QByteArray("/v1/embeddings") << QByteArray(R"({"model":"m"})")
                              << QByteArray("missing_required_parameter") << QByteArray("input");
    QTest::newRow("no dimension") << QByteArray("/v1/embeddings")
                                  << QByteArray(R"({"model":"m","input":"a","dimensions":0})")
                                  << QByteArray("invalid_value") << QByteArray("dimensions");
    QTest::newRow("embedding asked for")
        << QByteArray("/v1/embeddings") << QByteArray(R"({"model":"m","input":["practice:fail"]})")
        << QByteArray("practice_failure") << QByteArray();
    QTest::newRow("no prompt") << QByteArray("/v1/completions") << QByteArray(R"({"model":"m"})")
                               << QByteArray("missing_required_parameter") << QByteArray("prompt");
}

void TestAnswers::whatAProviderRefuses()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, param);
    const auto fault = faultOf(requestOf(body, url).request);
    QVERIFY(fault);
    QCOMPARE(fault->code, code);
    QCOMPARE(fault->param, param);
    QByteArray json;
    appendFault(json, *fault);
    QCOMPARE(QJsonDocument::fromJson(json)["error"_L1]["code"_L1].toString(),
             QString::fromLatin1(code));
}

void TestAnswers::faultsByChanceAreOfSeveralKinds()
{
    QSet<int> statuses;
    for (quint64 hash = 0; hash < 8; ++hash)
        statuses.insert(chanceFault(hash).status);
    QCOMPARE(statuses, (QSet<int>{400, 429, 500}));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
