// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ids.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Ids : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void reads_data();
    void reads();
    void zeroIsNone();
    void ordersAndHashesByValue();
};

void tst_Ids::readsWhatItWrites()
{
    QCOMPARE(RunId{12}.toString(), u"r12"_s);
    QCOMPARE(BatchId{3}.toString(), u"b3"_s);
    QCOMPARE(ConnectionId{1}.toString(), u"c1"_s);
    const RunId largest{std::numeric_limits<qint64>::max()};
    QCOMPARE(RunId::fromString(largest.toString()), std::optional(largest));
}

void tst_Ids::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value"); // 0: none
    QTest::newRow("one") << u"r1"_s << qint64(1);
    QTest::newRow("leading zero") << u"r007"_s << qint64(7);
    QTest::newRow("zero") << u"r0"_s << qint64(0);
    QTest::newRow("negative") << u"r-1"_s << qint64(0);
    QTest::newRow("letter alone") << u"r"_s << qint64(0);
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("number alone") << u"12"_s << qint64(0);
    QTest::newRow("another kind") << u"b12"_s << qint64(0);
    QTest::newRow("capital letter") << u"R12"_s << qint64(0);
    QTest::newRow("text behind") << u"r12x"_s << qint64(0);
    QTest::newRow("too large") << u"r9223372036854775808"_s << qint64(0);
    QTest::newRow("fraction") << u"r1.5"_s << qint64(0);
    QTest::newRow("hexadecimal") << u"r0x10"_s << qint64(0);
}

void tst_Ids::reads()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    const std::optional<RunId> id = RunId::fromString(text);
    QCOMPARE(id.has_value(), value != 0);
    if (id)
        QCOMPARE(id->value, value);
}

void tst_Ids::zeroIsNone()
{
    QVERIFY(RunId().isNull());
    QVERIFY(!RunId{1}.isNull());
}

void tst_Ids::ordersAndHashesByValue()
{
    QVERIFY(RunId{9} < RunId{10});
    QVERIFY(LineNo{2} > LineNo{1});
    QVERIFY(ByteOffset{2} == ByteOffset{2});
    QCOMPARE((QSet<RunId>{{1}, {2}, {1}}).size(), 2);
}

QTEST_GUILESS_MAIN(tst_Ids)
#include "tst_ids.moc"
