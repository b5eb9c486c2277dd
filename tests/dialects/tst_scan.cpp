// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/scan.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(std::string_view view)
{
    return {view.data(), qsizetype(view.size())};
}

} // namespace

class TestScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void grammar_data();
    void grammar();
    void validityTellsTextFromJson_data();
    void validityTellsTextFromJson();
    void membersAreTheBytesOfTheLine();
    void lastOfTwoEqualKeysCounts();
    void escapedKeysAreFound();
    void elementsStopAtTheLimit();
    void hugeLinesAreReadToo();
    void stringsAreDecoded_data();
    void stringsAreDecoded();
    void wholeNumbers_data();
    void wholeNumbers();
    void salvage_data();
    void salvage();
};

void TestScan::grammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    const auto row
        = [](const char *text, bool isJson) { QTest::newRow(text) << QByteArray(text) << isJson; };
    for (const char *text : {"{}",
                             "[]",
                             "0",
                             "-0",
                             "-0.5e-10",
                             "1E+5",
                             "true",
                             "false",
                             "null",
                             "\"\"",
                             " [ ] ",
                             "{\"a\":{\"b\":[1,{\"c\":null}]}}",
                             "[1,2]",
                             "[[],[]]",
                             "[{},{}]",
                             "\"\\u00e9\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
                             "\"\\ud800\"",
                             "1e400",
                             "123456789012345678901234567890",
                             "{\"a\":1,\"a\":2}",
                             "\t{\r\n}\n"})
        row(text, true);
    for (const char *text :
         {"",      " ",     "{",       "}",         "[",           "]",    "[1,]",
          "[,1]",  "[1 2]", "{\"a\"}", "{\"a\":}",  "{\"a\":1,}",  "{,}",  "{a:1}",
          "{1:2}", "[1}",   "{]",      "01",        "-",           "1.",   ".5",
          "1e",    "1e+",   "+1",      "NaN",       "Infinity",    "fals", "nul",
          "truex", "\"",    "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a",  "{} {}",
          "[] x",  "'a'",   "\"a\tb\""})
        row(text, false);
    QTest::newRow("deeper than any stack")
        << QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') << true;
    QTest::newRow("one bracket short")
        << QByteArray(1'000'000, '[') + QByteArray(999'999, ']') << false;
}

void TestScan::grammar()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isJson);
    QCOMPARE(scan::isJson({text.constData(), std::size_t(text.size())}), isJson);
    // The parser and the grammar are of one mind.
    const PaddedBuffer buffer(text);
    QCOMPARE(scan::validity(buffer.line()) == scan::Validity::Valid, isJson);
}

void TestScan::validityTellsTextFromJson_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("validity");
    const auto row = [](const char *name, const QByteArray &line, scan::Validity validity) {
        QTest::newRow(name) << line << int(validity);
    };
    row("plain", "{\"a\":1}", scan::Validity::Valid);
    row("big number", "{\"a\":123456789012345678901234567890}", scan::Validity::Valid);
    row("number out of range", "{\"a\":1e400}", scan::Validity::Valid);
    row("bad number", "{\"a\":01}", scan::Validity::NotJson);
    row("lone surrogate", "{\"a\":\"\\ud83d\"}", scan::Validity::Valid);
    row("bad escape", "{\"a\":\"\\q\"}", scan::Validity::NotJson);
    row("deep", "{\"a\":" + QByteArray(3'000, '[') + QByteArray(3'000, ']') + '}',
        scan::Validity::Valid);
    row("deep and cut", "{\"a\":" + QByteArray(3'000, '[') + QByteArray(2'999, ']') + '}',
        scan::Validity::NotJson);
    row("not UTF-8", "{\"a\":\"\xff\"}", scan::Validity::NotUtf8);
    row("UTF-16 surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}", scan::Validity::NotUtf8);
    row("byte order mark", "\xef\xbb\xbf{}", scan::Validity::NotJson);
    row("nothing", "", scan::Validity::NotJson);
    row("NUL behind", QByteArray("{}\0", 3), scan::Validity::NotJson);
}

void TestScan::validityTellsTextFromJson()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, validity);
    const PaddedBuffer buffer(line);
    QCOMPARE(int(scan::validity(buffer.line())), validity);
}

void TestScan::membersAreTheBytesOfTheLine()
{
    const PaddedBuffer buffer(
        QByteArray(R"({ "a" : 1.0 , "b":{"z":1, "y":[ 2 ]} ,"c":"x\/y","d":null,"e": [] })"));
    const scan::Members members(buffer.line().bytes);
    QCOMPARE(bytes(members["a"]), "1.0");
    QCOMPARE(bytes(members["b"]), R"({"z":1, "y":[ 2 ]})");
    QCOMPARE(bytes(members["c"]), R"("x\/y")");
    QCOMPARE(bytes(members["d"]), "null");
    QCOMPARE(bytes(members.set("d")), "");
    QCOMPARE(bytes(members["e"]), "[]");
    QVERIFY(members["f"].empty());
    QVERIFY(members["b"].data() > buffer.line().bytes.data());
    QVERIFY(members["b"].data() < buffer.line().bytes.data() + buffer.line().bytes.size());
    // A view of the line is read as the line was.
    QCOMPARE(bytes(scan::Members(members["b"])["y"]), "[ 2 ]");
    QVERIFY(scan::Members("[1]").isEmpty());
    QVERIFY(scan::Members({}).isEmpty());
}

void TestScan::lastOfTwoEqualKeysCounts()
{
    const PaddedBuffer buffer(QByteArray(R"({"a":1,"b":2,"a":3})"));
    const scan::Members members(buffer.line().bytes);
    QCOMPARE(bytes(members["a"]), "3");
    QVERIFY(members.hasDuplicate());
    const PaddedBuffer other(QByteArray(R"({"a":{"x":1},"b":{"x":1}})"));
    QVERIFY(!scan::Members(other.line().bytes).hasDuplicate());
}

void TestScan::escapedKeysAreFound()
{
    const PaddedBuffer buffer(QByteArray(R"({"custom\u005fid":"a"})"));
    QCOMPARE(bytes(scan::Members(buffer.line().bytes)["custom_id"]), "\"a\"");
}

void TestScan::elementsStopAtTheLimit()
{
    const PaddedBuffer buffer(QByteArray(R"([ 1, {"a":2} ,"x", [3] ])"));
    QList<QByteArray> found;
    for (const std::string_view element : scan::elements(buffer.line().bytes))
        found.append(bytes(element));
    QCOMPARE(found, (QList<QByteArray>{"1", R"({"a":2})", "\"x\"", "[3]"}));
    QCOMPARE(scan::elements(buffer.line().bytes, 1).size(), 1U);
    QVERIFY(scan::elements("{}").empty());
}

void TestScan::hugeLinesAreReadToo()
{
    const QByteArray text(3'000'000, 'x');
    const PaddedBuffer buffer("{\"a\":\"" + text + "\",\"b\":[1]}");
    QCOMPARE(scan::validity(buffer.line()), scan::Validity::Valid);
    const scan::Members members(buffer.line().bytes);
    QCOMPARE(members["a"].size(), std::size_t(text.size() + 2));
    QCOMPARE(bytes(members["b"]), "[1]");
}

void TestScan::stringsAreDecoded_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("\"abc\"") << u"abc"_s;
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
    QTest::newRow("UTF-8") << QByteArray("\"\xc3\xa9\xf0\x9f\x98\x80\"") << u"\u00e9\U0001F600"_s;
    QTest::newRow("short escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("code units") << QByteArray(R"("\u00E9\ud83d\ude00")") << u"\u00e9\U0001F600"_s;
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << u"a\0b"_s;
    QTest::newRow("lone surrogate stays")
        << QByteArray(R"("a\ud83db")") << QString(u"a"_s + QChar(0xd83d) + u'b');
    QTest::newRow("a byte order mark is a sign like any other")
        << QByteArray("\"\xef\xbb\xbf\xef\xbb\xbf"
                      "a\\n\xef\xbb\xbf\"")
        << u"\uFEFF\uFEFFa\n\uFEFF"_s;
    QTest::newRow("no string") << QByteArray("17") << QString();
    QTest::newRow("one quote") << QByteArray("\"") << QString();
}

void TestScan::stringsAreDecoded()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, text);
    QCOMPARE(scan::unescaped({raw.constData(), std::size_t(raw.size())}), text);
}

void TestScan::wholeNumbers_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<qint64>("number");
    constexpr qint64 none = -1'000;
    QTest::newRow("plain") << QByteArray("17") << qint64(17);
    QTest::newRow("negative") << QByteArray("-3") << qint64(-3);
    QTest::newRow("text") << QByteArray("\"17\"") << qint64(17);
    QTest::newRow("with a point") << QByteArray("5.0") << qint64(5);
    QTest::newRow("fraction") << QByteArray("5.5") << none;
    QTest::newRow("too big") << QByteArray("123456789012345678901234567890") << none;
    QTest::newRow("word") << QByteArray("\"x\"") << none;
    QTest::newRow("null") << QByteArray("null") << none;
    QTest::newRow("nothing") << QByteArray() << none;
}

void TestScan::wholeNumbers()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const qint64, number);
    QCOMPARE(scan::integer({raw.constData(), std::size_t(raw.size())}).value_or(-1'000), number);
}

void TestScan::salvage_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("id"); // "-": none
    QTest::newRow("first") << QByteArray(R"({"custom_id":"b")") << u"b"_s;
    QTest::newRow("second") << QByteArray(R"( {"id" : "x" , "custom_id" : "b\u0041","resp)")
                            << u"bA"_s;
    QTest::newRow("id itself is cut") << QByteArray(R"({"custom_id":"b)") << u"-"_s;
    QTest::newRow("behind an object") << QByteArray(R"({"a":{},"custom_id":"b")") << u"-"_s;
    QTest::newRow("no object") << QByteArray("[1]") << u"-"_s;
    QTest::newRow("nothing") << QByteArray() << u"-"_s;
}

void TestScan::salvage()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, id);
    QCOMPARE(
        scan::salvage({line.constData(), std::size_t(line.size())}, "custom_id").value_or(u"-"_s),
        id);
}

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
