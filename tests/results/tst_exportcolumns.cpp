// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exportrig.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ExportRig;

/// What a column of an export may be, and what is in its cells.
class tst_ExportColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pointersIntoResultAndRequest_data();
    void pointersIntoResultAndRequest();
    void unknownColumnIsNamed_data();
    void unknownColumnIsNamed();
    void aloneEmptyCellIsNoBlankLine();
    void textAnswersHaveColumnsOfTheirOwn();
};

void tst_ExportColumns::pointersIntoResultAndRequest_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("string, decoded") << u"/s"_s << QByteArray("ü\U0001F600");
    QTest::newRow("number as it stands") << u"/n"_s << QByteArray("1.50e+3");
    QTest::newRow("negative number: no formula")
        << u"/minus"_s << QByteArray("-12345678901234567890");
    QTest::newRow("string of a number: guarded") << u"/text"_s << QByteArray("'-5");
    QTest::newRow("true") << u"/yes"_s << QByteArray("true");
    QTest::newRow("null") << u"/none"_s << QByteArray("null");
    QTest::newRow("object, raw") << u"/o"_s << QByteArray("\"{\"\"x\"\": [1,  2]}\"");
    QTest::newRow("element") << u"/o/x/1"_s << QByteArray("2");
    QTest::newRow("no such element") << u"/o/x/2"_s << QByteArray("");
    QTest::newRow("index with zero before") << u"/o/x/01"_s << QByteArray("");
    QTest::newRow("behind the end") << u"/o/x/-"_s << QByteArray("");
    QTest::newRow("absent") << u"/nothing/there"_s << QByteArray("");
    QTest::newRow("into a string") << u"/s/0"_s << QByteArray("");
    QTest::newRow("~1 and ~0") << u"/a~1b~0c"_s << QByteArray("slash");
    QTest::newRow("~01 is ~1") << u"/~01"_s << QByteArray("tilde");
    QTest::newRow("empty name") << u"/"_s << QByteArray("nameless");
    QTest::newRow("escaped name") << u"/key"_s << QByteArray("k");
    QTest::newRow("request") << u"request:/body/q"_s << QByteArray("why?");
    QTest::newRow("request, whole")
        << u"request:"_s << QByteArray(R"("{""custom_id"":""a"",""body"":{""q"":""why?""}}")");
    QTest::newRow("request, absent") << u"request:/s"_s << QByteArray("");
}

void tst_ExportColumns::pointersIntoResultAndRequest()
{
    QFETCH(QString, column);
    QFETCH(QByteArray, cell);
    RunFixture run;
    run.setInput("{\"custom_id\":\"a\",\"body\":{\"q\":\"why?\"}}\n");
    run.addBatch(BatchState::Completed, 0, 1);
    run.addResults(
        R"({"custom_id":"a","s":"\u00fc\ud83d\ude00","n":1.50e+3 ,"minus":-12345678901234567890,)"
        R"("text":"-5","yes":true,"none":null,"o":{"x": [1,  2]},"a/b~c":"slash","~1":"tilde",)"
        R"("":"nameless","k\u0065y":"k"})");
    QCOMPARE(csv(run, {.columns = {u"row"_s, column}}),
             "row," + column.toUtf8() + "\r\n1," + cell + "\r\n");
}

void tst_ExportColumns::unknownColumnIsNamed_data()
{
    QTest::addColumn<QString>("column");
    QTest::newRow("no such name") << u"contents"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("bad escape") << u"/a~2"_s;
    QTest::newRow("escape at the end") << u"/a~"_s;
    QTest::newRow("request without slash") << u"request:body"_s;
}

void tst_ExportColumns::unknownColumnIsNamed()
{
    QFETCH(QString, column);
    RunFixture run;
    run.setRequests({u"a"_s});
    const QString path = run.path(u"out.csv"_s);
    const auto report = exported(run, {.path = path, .columns = {u"row"_s, column}});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::BadInput);
    QVERIFY2(report.error().message.contains(column.section(u':', -1)),
             qPrintable(report.error().message));
    QVERIFY(!QFile::exists(path));
}

void tst_ExportColumns::aloneEmptyCellIsNoBlankLine()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addResults(lines({answerLine(u"b"_s, u"B"_s)}));
    QCOMPARE(csv(run, {.columns = {u"content"_s}}), QByteArray("content\r\n\"\"\r\nB\r\n"));
}

/// extract, summarize and classify answer with JSON in a string: raw and in parts.
void tst_ExportColumns::textAnswersHaveColumnsOfTheirOwn()
{
    const auto answer = [](const QByteArray &id, const QByteArray &model, QByteArray content) {
        content.replace('"', "\\\"");
        return R"({"custom_id":")" + id + R"(","response":{"status_code":200,"body":{"model":")"
            + model + R"(","choices":[{"message":{"content":")" + content
            + R"("}}]}},"error":null})";
    };
    RunFixture run;
    run.setRequests({u"x"_s, u"s"_s, u"c"_s, u"chat"_s, u"gone"_s});
    run.files().dialect = &rawjsonlDialect;
    run.addResults(
        lines({answer("x", "extract", R"({"entities":[{"type":"t","text":"A, B"}]})"),
               answer("s", "summarize", R"({"summary":"Short."})"),
               answer("c", "classify", R"({"top_label":"a","scores":{"a":0.9,"b":0.1}})"),
               answer("chat", "m", R"({"summary":"no part of it"})")}));
    const QByteArray expected = "custom_id,entities,summary,top_label,scores\r\n"
                                "x,\"[{\"\"type\"\":\"\"t\"\",\"\"text\"\":\"\"A, B\"\"}]\",,,\r\n"
                                "s,,Short.,,\r\n"
                                "c,,,a,\"{\"\"a\"\":0.9,\"\"b\"\":0.1}\"\r\n"
                                "chat,,,,\r\ngone,,,,\r\n";
    const QStringList columns{u"custom_id"_s, u"entities"_s, u"summary"_s, u"top_label"_s,
                              u"scores"_s};
    QCOMPARE(csv(run, {.columns = columns}), expected);
    // Others may pass such answers on.
    run.files().dialect = &filesDialect;
    QCOMPARE(csv(run, {.columns = columns}), expected);
    run.files().dialect = &rawjsonlDialect;
    // The request says what the answer is where the answer itself does not.
    RunFixture nameless;
    nameless.setInput("{\"custom_id\":\"s\",\"body\":{\"model\":\"summarize\"}}\n");
    nameless.files().dialect = &rawjsonlDialect;
    nameless.addResults(answer("s", "", R"({"summary":"Short."})").replace("\"model\":\"\",", ""));
    QCOMPARE(csv(nameless, {.columns = {u"custom_id"_s, u"summary"_s}}),
             QByteArray("custom_id,summary\r\ns,Short.\r\n"));
    // They come by themselves where the run names such a model, and only there.
    QVERIFY(!csv(run).startsWith("row,custom_id,outcome,http_status,error_code,error_message,model,"
                                 "finish_reason,content,input_tokens,output_tokens,total_tokens,"));
    run.files().run.models = {u"extract"_s};
    QVERIFY(csv(run).startsWith("row,custom_id,outcome,http_status,error_code,error_message,model,"
                                "finish_reason,content,input_tokens,output_tokens,total_tokens,"
                                "entities,summary,top_label,scores\r\n"));
    QVERIFY(csv(run).contains("{\"\"entities\"\":["));
}

QTEST_GUILESS_MAIN(tst_ExportColumns)
#include "tst_exportcolumns.moc"
