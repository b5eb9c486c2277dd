// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/metadata.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Pairs = QList<std::pair<QString, QByteArray>>;

class TestMetadata : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodOnesPass_data();
    void goodOnesPass();
    void badOnesAreNamed_data();
    void badOnesAreNamed();
    void guessedLimitsDoNotRefuse();
    void noMetadataAtAll();

private:
    static Profile strict()
    {
        return {.maxMetadata = {.value = 4},
                .maxMetadataKey = {.value = 5},
                .maxMetadataValue = {.value = 8}};
    }
};

void TestMetadata::goodOnesPass_data()
{
    QTest::addColumn<Pairs>("pairs");
    QTest::newRow("none") << Pairs();
    QTest::newRow("as many as fit beside our mark")
        << Pairs{{u"a"_s, "\"1\""}, {u"b"_s, "2"}, {u"c"_s, "{}"}};
    QTest::newRow("null does not count") << Pairs{
        {u"a"_s, "1"}, {u"b"_s, "2"}, {u"c"_s, "3"}, {u"d"_s, "null"}, {u"too long"_s, " null "}};
    QTest::newRow("longest") << Pairs{{u"abcde"_s, "\"12345678\""}};
    QTest::newRow("escapes count once")
        << Pairs{{u"a"_s, R"("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9")"}};
    QTest::newRow("one character each")
        << Pairs{{u"\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"_s, "1"}};
}

void TestMetadata::goodOnesPass()
{
    QFETCH(const Pairs, pairs);
    const Result<> checked = checkMetadata(pairs, strict());
    QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
}

void TestMetadata::badOnesAreNamed_data()
{
    QTest::addColumn<Pairs>("pairs");
    QTest::addColumn<QString>("field");
    QTest::newRow("too many") << Pairs{{u"a"_s, "1"}, {u"b"_s, "2"}, {u"c"_s, "3"}, {u"d"_s, "4"}}
                              << QString();
    QTest::newRow("long key") << Pairs{{u"abcdef"_s, "1"}} << u"abcdef"_s;
    QTest::newRow("long text") << Pairs{{u"a"_s, "1"}, {u"b"_s, "\"123456789\""}} << u"b"_s;
    QTest::newRow("long JSON") << Pairs{{u"a"_s, "[1,2,3,4,5]"}} << u"a"_s;
    QTest::newRow("same key twice") << Pairs{{u"a"_s, "1"}, {u"a"_s, "2"}} << u"a"_s;
    QTest::newRow("empty key") << Pairs{{QString(), "1"}} << QString();
    QTest::newRow("our own key") << Pairs{{u"batchdesk_intent"_s, "1"}} << u"batchdesk_intent"_s;
    QTest::newRow("no JSON") << Pairs{{u"a"_s, "{"}} << u"a"_s;
    QTest::newRow("two values") << Pairs{{u"a"_s, "1,2"}} << u"a"_s;
    QTest::newRow("no value") << Pairs{{u"a"_s, ""}} << u"a"_s;
}

void TestMetadata::badOnesAreNamed()
{
    QFETCH(const Pairs, pairs);
    QFETCH(const QString, field);
    const Result<> checked = checkMetadata(pairs, strict());
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::BadInput);
    QCOMPARE(checked.error().field, field);
    QVERIFY(!checked.error().message.isEmpty());
}

void TestMetadata::guessedLimitsDoNotRefuse()
{
    Profile profile = strict();
    profile.maxMetadata.certain = profile.maxMetadataKey.certain = profile.maxMetadataValue.certain
        = false;
    QVERIFY(checkMetadata(
        {{u"abcdefgh"_s, "\"123456789\""}, {u"b"_s, "2"}, {u"c"_s, "3"}, {u"d"_s, "4"}}, profile));
}

void TestMetadata::noMetadataAtAll()
{
    const Profile profile{.title = u"Acme"_s, .hasMetadata = false};
    QVERIFY(checkMetadata({}, profile));
    QVERIFY(checkMetadata({{u"a"_s, "null"}}, profile));
    QVERIFY(!checkMetadata({{u"a"_s, "1"}}, profile));
}

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
