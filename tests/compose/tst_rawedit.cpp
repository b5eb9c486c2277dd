// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/rawedit.h"

#include "dialects/scan.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstRawEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextBecomesAString_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QString() << QByteArray(R"("")");
        QTest::newRow("quotes") << u"a \"b\" \\c/"_s << QByteArray("\"a \\\"b\\\" \\\\c/\"");
        QTest::newRow("line ends") << u"a\r\n\tb"_s << QByteArray(R"("a\r\n\tb")");
        QTest::newRow("control") << QString(QChar(1)) + u'b' << QByteArray(R"("\u0001b")");
        QTest::newRow("not ASCII") << u"Grüße 😀"_s << QByteArray("\"Grüße 😀\"");
        QTest::newRow("half a pair")
            << u'a' + QString(QChar(char16_t(0xd83d))) + u'b' << QByteArray(R"("a\ud83db")");
        QTest::newRow("halves the wrong way round") << QString(QChar(char16_t(0xde00)))
                + QChar(char16_t(0xd83d)) << QByteArray(R"("\ude00\ud83d")");
    }
    void aTextBecomesAString()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        QCOMPARE(rawedit::quoted(text), json);
        QCOMPARE(scan::unescaped(json.toStdString()), text);
    }

    void oneMemberChangesAndNoOtherByte_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("without");
        QTest::newRow("empty") << QByteArray("{ }") << QByteArray(R"({"k":7 })")
                               << QByteArray("{ }");
        QTest::newRow("not there")
            << QByteArray(R"({"a": 1e400 })") << QByteArray(R"({"a": 1e400,"k":7 })")
            << QByteArray(R"({"a": 1e400 })");
        QTest::newRow("only one") << QByteArray(R"( { "k" : "x" } )")
                                  << QByteArray(R"( { "k" : 7 } )") << QByteArray(" {  } ");
        QTest::newRow("first") << QByteArray(R"({"k":[1,2], "a":12345678901234567890})")
                               << QByteArray(R"({"k":7, "a":12345678901234567890})")
                               << QByteArray(R"({"a":12345678901234567890})");
        QTest::newRow("last") << QByteArray(R"({"a" : "\u00e9" , "k":{"k":1} })")
                              << QByteArray(R"({"a" : "\u00e9" , "k":7 })")
                              << QByteArray(R"({"a" : "\u00e9" })");
        QTest::newRow("between") << QByteArray(R"({"a":1,"k":null,"b":2})")
                                 << QByteArray(R"({"a":1,"k":7,"b":2})")
                                 << QByteArray(R"({"a":1,"b":2})");
        QTest::newRow("key written with an escape")
            << QByteArray(R"({"\u006b":1,"a":2})") << QByteArray(R"({"\u006b":7,"a":2})")
            << QByteArray(R"({"a":2})");
        QTest::newRow("twice: the last counts")
            << QByteArray(R"({"k":1,"a":2,"k":3})") << QByteArray(R"({"k":1,"a":2,"k":7})")
            << QByteArray(R"({"a":2})");
    }
    void oneMemberChangesAndNoOtherByte()
    {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, without);
        QCOMPARE(rawedit::withMember(object, "k", "7"), with);
        QCOMPARE(rawedit::withoutMember(object, "k"), without);
    }

    void anotherIdLeavesNumbersNoParserHolds()
    {
        QCOMPARE(rawedit::withCustomId(R"({"custom_id":"a","body":{"text":"","t":1e400}})", u"b"_s),
                 QByteArray(R"({"custom_id":"b","body":{"text":"","t":1e400}})"));
    }
};

QTEST_GUILESS_MAIN(TstRawEdit)
#include "tst_rawedit.moc"
