// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/jsonscan.h"

#include <QRandomGenerator>
#include <QTest>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace {

/// "key=value@parent" of each member.
QByteArray printed(const JsonScan &scan)
{
    QByteArrayList all;
    for (const JsonMember &member : scan.members()) {
        all.append(QByteArray(member.key.data(), qsizetype(member.key.size())) + '='
                   + QByteArray(member.value.data(), qsizetype(member.value.size())) + '@'
                   + QByteArray::number(member.parent));
    }
    return all.join(' ');
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

} // namespace

class TestJsonScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void membersKeepTheirBytes_data();
    void membersKeepTheirBytes();
    void brokenTextIsRefused_data();
    void brokenTextIsRefused();
    void odditiesAreNamed_data();
    void odditiesAreNamed();
    void agreesWithTheParserOnDamagedText();
    void deepNestingIsRead();
    void decodingGivesTheText_data();
    void decodingGivesTheText();
};

void TestJsonScan::membersKeepTheirBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("flat") << R"({"a":1,"b":"x"})"_ba << R"(a=1@-1 b="x"@-1)"_ba;
    QTest::newRow("blanks") << R"( { "a" : 1.0 , "b" : [ 1 , {"c":2} ] } )"_ba
                            << R"(a=1.0@-1 b=[ 1 , {"c":2} ]@-1)"_ba;
    QTest::newRow("second level") << R"({"a":{"b":{"c":1},"d":[]},"e":{},"f":{"g":null}})"_ba
                                  << R"(a={"b":{"c":1},"d":[]}@-1 b={"c":1}@0 d=[]@0 e={}@-1 )"
                                     R"(f={"g":null}@-1 g=null@4)"_ba;
    QTest::newRow("array of objects") << R"([{"a":1}])"_ba << ""_ba;
    QTest::newRow("object in an array") << R"({"a":[{"b":1},{"c":2}],"d":{"e":1}})"_ba
                                        << R"(a=[{"b":1},{"c":2}]@-1 d={"e":1}@-1 e=1@1)"_ba;
    QTest::newRow("escaped key") << R"({"\u0061\"":1})"_ba << R"(\u0061\"=1@-1)"_ba;
    QTest::newRow("empty") << "{}"_ba << ""_ba;
}

void TestJsonScan::membersKeepTheirBytes()
{
    QFETCH(QByteArray, text);
    JsonScan scan;
    QVERIFY(scan.read(view(text)));
    QTEST(printed(scan), "members");
}

void TestJsonScan::brokenTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "{",
                             "}",
                             "[",
                             "]",
                             "{]",
                             "[}",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{,}",
                             "[,]",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "{\"a\" 1}",
                             "{a:1}",
                             "{'a':1}",
                             "{1:1}",
                             "\"",
                             "\"a",
                             "\"\\\"",
                             "\"\\x\"",
                             "\"\\u12g4\"",
                             "\"\\u12\"",
                             "\"\t\"",
                             "\"\n\"",
                             "01",
                             "-",
                             "+1",
                             "1.",
                             ".1",
                             "1e",
                             "1e+",
                             "0x1",
                             "1_0",
                             "NaN",
                             "Infinity",
                             "nul",
                             "nulll",
                             "True",
                             "tru",
                             "{} {}",
                             "1 2",
                             "{}x",
                             "[1]]",
                             "/**/1",
                             "\v1",
                             "1\f",
                             "{\"a\":1}}",
                             "[\"a\",]",
                             "--1",
                             "-01",
                             "\"\\u+123\"",
                             "{\"a\":1 \"b\":2}",
                             "{\"a\"::1}",
                             "[[]",
                             "{\"a\":{}"})
        QTest::newRow(text[0] ? text : "nothing") << QByteArray(text);
    // The parser passes over this one; at the start of a line it is no JSON.
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("NUL") << QByteArray("1\0", 2);
    QTest::newRow("NUL in a string") << QByteArray("\"\0\"", 3);
}

void TestJsonScan::brokenTextIsRefused()
{
    QFETCH(QByteArray, text);
    JsonScan scan;
    QVERIFY(!scan.read(view(text)));
    simdjson::dom::parser parser;
    if (!text.startsWith('\xEF'))
        QVERIFY(parser.parse(text.constData(), size_t(text.size())).error() != simdjson::SUCCESS);
}

void TestJsonScan::odditiesAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("number");
    QTest::addColumn<bool>("surrogate");
    QTest::newRow("most of 64 bits") << "18446744073709551615"_ba << false << false;
    QTest::newRow("one more") << "18446744073709551616"_ba << true << false;
    QTest::newRow("least of 64 bits") << "-9223372036854775808"_ba << false << false;
    QTest::newRow("one less") << "-9223372036854775809"_ba << true << false;
    QTest::newRow("thirty digits") << "[123456789012345678901234567890]"_ba << true << false;
    QTest::newRow("thirty digits, a fraction")
        << "123456789012345678901234567890.5"_ba << false << false;
    QTest::newRow("1e308") << "1e308"_ba << false << false;
    QTest::newRow("1e999") << "1e999"_ba << true << false;
    QTest::newRow("-1e999") << "-1E+999"_ba << true << false;
    QTest::newRow("1e-999 is nearly nothing") << "1e-999"_ba << false << false;
    QTest::newRow("large, but for its exponent")
        << "1" + QByteArray(400, '0') + "e-400" << false << false;
    QTest::newRow("small, but for its exponent")
        << "0." + QByteArray(400, '0') + "1e400" << false << false;
    QTest::newRow("400 digits and a fraction") << QByteArray(400, '1') + ".0" << true << false;
    QTest::newRow("exponent beyond 64 bits") << "1e99999999999999999999"_ba << true << false;
    QTest::newRow("negative exponent beyond 64 bits")
        << "1e-99999999999999999999"_ba << false << false;
    QTest::newRow("0e999") << "0e999"_ba << false << false;
    QTest::newRow("pair") << R"("\ud83d\ude00")"_ba << false << false;
    QTest::newRow("high alone") << R"("\uD83d")"_ba << false << true;
    QTest::newRow("low alone") << R"("\ude00")"_ba << false << true;
    QTest::newRow("high, high, low") << R"("\ud83d\ud83d\ude00")"_ba << false << true;
    QTest::newRow("high and text") << R"("\ud83dx")"_ba << false << true;
    QTest::newRow("in a key") << R"({"\udfff":1})"_ba << false << true;
    QTest::newRow("escaped backslash") << R"("\\ud83d")"_ba << false << false;
    QTest::newRow("both") << R"({"a":1e400,"b":"\ud800"})"_ba << true << true;
}

void TestJsonScan::odditiesAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, number);
    QFETCH(bool, surrogate);
    JsonScan scan;
    QVERIFY(scan.read(view(text)));
    QCOMPARE(scan.hasNumberOutOfRange(), number);
    QCOMPARE(scan.hasLoneSurrogate(), surrogate);
    simdjson::dom::parser parser;
    const bool isPlain
        = parser.parse(text.constData(), size_t(text.size())).error() == simdjson::SUCCESS;
    QCOMPARE(isPlain, !number && !surrogate);
}

void TestJsonScan::agreesWithTheParserOnDamagedText()
{
    const QByteArray base
        = R"({"custom_id":"a\u00e9\ud83d\ude00","n":[0,-1.5e+3,12,{"x":null,"y":[]}],)"
          R"("t":true, "f":false,"s":"\"\\\/\b\f\n\r\t and long plain text","o":{}})";
    constexpr std::string_view bytes = "{}[]\",:\\ue0123456789+-.Eabdfnrtx \t\r\x01";
    QRandomGenerator random(42);
    simdjson::dom::parser parser;
    JsonScan scan;
    int valid = 0;
    for (int i = 0; i < 200'000; ++i) {
        QByteArray text = base;
        const int edits = 1 + random.bounded(3);
        for (int e = 0; e < edits; ++e) {
            const int at = random.bounded(int(text.size()));
            const char c = bytes[random.bounded(quint32(bytes.size()))];
            switch (random.bounded(3)) {
            case 0: text[at] = c; break;
            case 1: text.insert(at, c); break;
            default: text.remove(at, 1 + random.bounded(4));
            }
        }
        const auto parsed = parser.parse(text.constData(), size_t(text.size()));
        const bool isRead = scan.read(view(text));
        const bool isPlain = isRead && !scan.hasNumberOutOfRange() && !scan.hasLoneSurrogate();
        if (isPlain != (parsed.error() == simdjson::SUCCESS))
            QFAIL(text.constData());
        valid += isPlain;
    }
    // Enough of both, or the comparison says little.
    QVERIFY(valid > 5'000 && valid < 195'000);
}

void TestJsonScan::deepNestingIsRead()
{
    constexpr qsizetype depth = 1'000'000;
    const QByteArray arrays = QByteArray(depth, '[') + QByteArray(depth, ']');
    JsonScan scan;
    QVERIFY(scan.read(view(arrays)));
    QCOMPARE(scan.depth(), depth);
    QVERIFY(!scan.read(view(arrays.chopped(1))));
    const QByteArray objects = QByteArray("{\"a\":").repeated(depth) + "1" + QByteArray(depth, '}');
    QVERIFY(scan.read(view(objects)));
    QCOMPARE(scan.members().size(), 2u);
    QCOMPARE(scan.members()[0].value.size(), size_t(objects.size() - 6));
}

void TestJsonScan::decodingGivesTheText_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "abc"_ba << "abc"_ba;
    QTest::newRow("short escapes") << R"(\"\\\/\b\f\n\r\t)"_ba << "\"\\/\b\f\n\r\t"_ba;
    QTest::newRow("one byte") << R"(\u0041)"_ba << "A"_ba;
    QTest::newRow("NUL") << R"(\u0000)"_ba << QByteArray("\0", 1);
    QTest::newRow("two bytes") << R"(\u00e9)"_ba << "\xC3\xA9"_ba;
    QTest::newRow("three bytes") << R"(\u20AC)"_ba << "\xE2\x82\xAC"_ba;
    QTest::newRow("pair") << R"(\ud83d\ude00)"_ba << "\xF0\x9F\x98\x80"_ba;
    QTest::newRow("lone halves stay different")
        << R"(\ud83d \ude00)"_ba << "\xED\xA0\xBD \xED\xB8\x80"_ba;
}

void TestJsonScan::decodingGivesTheText()
{
    QFETCH(QByteArray, raw);
    QTEST(QByteArray::fromStdString(decodedJson(view(raw))), "text");
}

QTEST_GUILESS_MAIN(TestJsonScan)
#include "tst_jsonscan.moc"
