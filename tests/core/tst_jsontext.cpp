// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsontext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void indents_data();
    void indents();
    void stopsAtMost();
    void keepsEveryTokenOfAnyInput();
};

void TestJsonText::indents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("object") << QByteArray(R"({"a":1,"b":[1,2]})")
                            << QByteArray("{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2\n  ]\n}");
    QTest::newRow("empty ones stay on a line")
        << QByteArray(R"({"a":{},"b":[ ]})") << QByteArray("{\n  \"a\": {},\n  \"b\": []\n}");
    QTest::newRow("numbers keep their bytes")
        << QByteArray(R"([1.0,123456789012345678901234567890,-0,1e400])")
        << QByteArray("[\n  1.0,\n  123456789012345678901234567890,\n  -0,\n  1e400\n]");
    QTest::newRow("strings keep their bytes")
        << QByteArray(R"(["a{,}:[]\"\\","\u00e9\/"])")
        << QByteArray("[\n  \"a{,}:[]\\\"\\\\\",\n  \"\\u00e9\\/\"\n]");
    QTest::newRow("cut") << QByteArray(R"({"a":"b)") << QByteArray("{\n  \"a\": \"b");
}

void TestJsonText::indents()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(jsontext::indented(json), expected);
    // The way back gives what was there, without the blanks between tokens.
    QByteArray compact = json;
    if (!json.contains("[ ]"))
        QCOMPARE(jsontext::compact(expected), compact);
}

void TestJsonText::stopsAtMost()
{
    const QByteArray json = '[' + QByteArray("1,").repeated(10'000) + "1]";
    QVERIFY(jsontext::indented(json, 100).size() < 120);
}

void TestJsonText::keepsEveryTokenOfAnyInput()
{
    QRandomGenerator random(17);
    const QByteArray letters = "{}[]:,\"\\ \n\t1ae";
    for (int n = 0; n < 5000; ++n) {
        QByteArray json;
        for (int i = random.bounded(40); i > 0; --i)
            json += letters[random.bounded(letters.size())];
        QCOMPARE(jsontext::compact(jsontext::indented(json)), jsontext::compact(json));
    }
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
