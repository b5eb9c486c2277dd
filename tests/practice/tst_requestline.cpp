// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/requestline.h"

#include "practice/jsontext.h"

#include <QTest>

using namespace practice;

class TestRequestLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void tamedJsonChangesNothingElse_data();
    void tamedJsonChangesNothingElse();
    void stringsAreEscaped();
    void textIsCutBetweenCharacters();
};

Q_DECLARE_METATYPE(practice::LineRules)

void TestRequestLine::faults_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<LineRules>("rules");
    QTest::addColumn<QByteArray>("fault"); ///< code:param:type, empty for none
    const LineRules files{.wantsMethodAndUrl = true};
    const LineRules inlined{.wantsMethodAndUrl = false, .refusesUnknownKeys = true};
    const auto row = [](const char *name, LineRules rules, const QByteArray &line,
                        const QByteArray &fault) { QTest::newRow(name) << line << rules << fault; };
    const QByteArray end = R"("method":"POST","url":"/v1/chat/completions","body":{"model":"m"}})";
    row("whole", files, R"({"custom_id":"a",)" + end, {});
    row("order does not matter", files,
        R"({"body":{"model":"m"},"url":"/v1/embeddings","method":"POST","custom_id":"a"})", {});
    row("unknown key is let pass", files, R"({"x":1,"custom_id":"a",)" + end, {});
    row("number out of range", files,
        R"({"custom_id":"a","method":"POST","url":"/v1/x","body":{"model":"m","n":123456789012345678901234,"x":1e999}})",
        {});
    row("lone surrogate", files,
        R"({"custom_id":"a","method":"POST","url":"/v1/x","body":{"model":"m","t":"\ud83d"}})", {});
    row("defaults", inlined, R"({"custom_id":"a","body":{"model":"m"}})", {});
    row("unknown key is refused", inlined, R"({"custom_id":"a","body":{"model":"m"},"x":1})",
        "unknown_parameter:x:extra_forbidden");
    row("no method", files, R"({"custom_id":"a","url":"/v1/x","body":{"model":"m"}})",
        "missing_required_parameter:method:missing");
    row("no url", files, R"({"custom_id":"a","method":"POST","body":{"model":"m"}})",
        "missing_required_parameter:url:missing");
    row("GET", inlined, R"({"custom_id":"a","method":"GET","body":{"model":"m"}})",
        "invalid_method:method:value_error");
    row("blank", files, "  ", "invalid_json_line::json_invalid");
    row("empty", files, "", "invalid_json_line::json_invalid");
    row("cut", files, R"({"custom_id":"a")", "invalid_json_line::json_invalid");
    row("number with zero", files, R"({"custom_id":"a","x":01,)" + end,
        "invalid_json_line::json_invalid");
    row("not UTF-8", files, "{\"custom_id\":\"\xff\"," + end, "invalid_json_line::json_invalid");
    row("byte order mark", files, "\xef\xbb\xbf{\"custom_id\":\"a\"," + end,
        "invalid_json_line::json_invalid");
    row("list", files, "[]", "invalid_json_line::model_attributes_type");
    row("no id", files, "{" + end, "missing_required_parameter:custom_id:missing");
    row("id is a number", files, R"({"custom_id":1,)" + end, "invalid_type:custom_id:string_type");
    row("id empty", files, R"({"custom_id":"",)" + end, "invalid_value:custom_id:value_error");
    row("id of 512", files, R"({"custom_id":")" + QByteArray(512, 'i') + "\"," + end, {});
    row("id of 513", files, R"({"custom_id":")" + QByteArray(513, 'i') + "\"," + end,
        "invalid_value:custom_id:value_error");
    row("no body", inlined, R"({"custom_id":"a"})", "missing_required_parameter:body:missing");
    row("body is a text", inlined, R"({"custom_id":"a","body":"x"})",
        "invalid_type:body:dict_type");
    row("no model", inlined, R"({"custom_id":"a","body":{}})",
        "missing_required_parameter:body.model:missing");
    row("model is null", inlined, R"({"custom_id":"a","body":{"model":null}})",
        "invalid_type:body.model:string_type");
    row("stream", inlined, R"({"custom_id":"a","body":{"model":"m","stream":true}})",
        "invalid_request:body.stream:value_error");
    row("no stream", inlined, R"({"custom_id":"a","body":{"model":"m","stream":false}})", {});
}

void TestRequestLine::faults()
{
    QFETCH(QByteArray, line);
    QFETCH(LineRules, rules);
    QFETCH(QByteArray, fault);
    LineParser parser;
    const auto request
        = parser.parse({line.constData(), static_cast<std::size_t>(line.size())}, rules);
    const QByteArray found = request
        ? QByteArray()
        : request.error().code + ':' + request.error().param + ':' + request.error().type;
    QCOMPARE(found, fault);
    if (request)
        QCOMPARE(request->model, std::string_view("m"));
}

void TestRequestLine::tamedJsonChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("tamed");
    const auto same
        = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json << json; };
    same("plain", R"({"a":[1,-2.5e3,"x\n\"1e999\"",true,null]})");
    same("pair", R"(["\ud83d\ude00"])");
    same("broken number", "[01,1.,--3]");
    same("cut escape", R"(["\ud8)");
    QTest::newRow("huge") << QByteArray("[1e999,-1e999]") << QByteArray("[0,0]");
    QTest::newRow("long integer") << QByteArray("[12345678901234567890]") << QByteArray("[0]");
    QTest::newRow("high alone") << QByteArray(R"(["\ud83dx"])") << QByteArray(R"(["\ufffdx"])");
    QTest::newRow("low alone") << QByteArray(R"(["\ude00\u0041"])")
                               << QByteArray(R"(["\ufffd\u0041"])");
    QTest::newRow("two highs") << QByteArray(R"(["\ud83d\ud83d\ude00"])")
                               << QByteArray(R"(["\ufffd\ud83d\ude00"])");
}

void TestRequestLine::tamedJsonChangesNothingElse()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, tamed);
    QCOMPARE(QByteArray::fromStdString(tamedJson(json.toStdString())), tamed);
}

void TestRequestLine::stringsAreEscaped()
{
    QByteArray out;
    appendJsonString(out, std::string_view("a\"\\\n\t\r\x01\0\xc3\xa4/\x7f", 12));
    QCOMPARE(out, QByteArray("\"a\\\"\\\\\\n\\t\\u000d\\u0001\\u0000\xc3\xa4/\x7f\""));
}

void TestRequestLine::textIsCutBetweenCharacters()
{
    const std::string_view text = "a\xc3\xa4\xe6\x97\xa5";
    QCOMPARE(cutUtf8(text, 6), text);
    QCOMPARE(cutUtf8(text, 5), std::string_view("a\xc3\xa4"));
    QCOMPARE(cutUtf8(text, 2), std::string_view("a"));
    QCOMPARE(cutUtf8(text, 0), std::string_view());
}

QTEST_GUILESS_MAIN(TestRequestLine)
#include "tst_requestline.moc"
