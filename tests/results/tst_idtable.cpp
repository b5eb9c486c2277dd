// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/idtable.h"

#include "dialects/scan.h"
#include "jsonl/jsonscan.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

class tst_IdTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstRowHasTheId();
    void anyNumberIsFound_data();
    void anyNumberIsFound();
    void sameSlotOtherIdIsToldApart();
    void bytesAreThoseOfTheRawId_data();
    void bytesAreThoseOfTheRawId();
    void hashesSpread();
};

void tst_IdTable::theFirstRowHasTheId()
{
    IdTable table;
    QCOMPARE(table.find(hashOfId("same")), -1);
    QCOMPARE(table.insert(hashOfId("same"), 0), 0);
    QCOMPARE(table.insert(hashOfId("same"), 1), 0);
    QCOMPARE(table.insert(hashOfId("other"), 5), 5); // rows without an id lie between
    QCOMPARE(table.find(hashOfId("same")), 0);
    QCOMPARE(table.find(hashOfId("other")), 5);
    QCOMPARE(table.find(hashOfId("third")), -1);
}

void tst_IdTable::anyNumberIsFound_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("room");
    for (const int rows : {0, 1, 2, 3, 37, 38, 39, 40, 1000, 49'152}) {
        QTest::addRow("%d rows, room for all", rows) << rows << rows;
        QTest::addRow("%d rows, grown", rows) << rows << 0;
    }
}

void tst_IdTable::anyNumberIsFound()
{
    QFETCH(int, rows);
    QFETCH(int, room);
    const auto id = [](int row) { return hashOfId("id-" + std::to_string(row)); };
    IdTable table(room);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(table.insert(id(row), row), row);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(table.find(id(row)), row);
    QCOMPARE(table.find(id(rows)), -1); // ends, however full it is
}

void tst_IdTable::sameSlotOtherIdIsToldApart()
{
    IdTable table;
    for (quint64 proof = 0; proof < 200; ++proof)
        QCOMPARE(table.insert({.place = 0xFFFF'FFFF, .proof = proof}, qint64(proof)),
                 qint64(proof));
    for (quint64 proof = 0; proof < 200; ++proof)
        QCOMPARE(table.find({.place = 0xFFFF'FFFF, .proof = proof}), qint64(proof));
    QCOMPARE(table.find({.place = 0xFFFF'FFFF, .proof = 200}), -1);
}

void tst_IdTable::bytesAreThoseOfTheRawId_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw :
         {"plain", "", "gr\\u00fcn", "\xC3\xA9t\xC3\xA9", "\\ud83d\\ude00", "a\\ud83d", "\\ude00b",
          "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d", "\\u0000", "\\\"\\\\\\/\\b\\n"})
        QTest::newRow(*raw ? raw : "empty") << QByteArray(raw);
}

void tst_IdTable::bytesAreThoseOfTheRawId()
{
    QFETCH(QByteArray, raw);
    const QByteArray quoted = '"' + raw + '"';
    QCOMPARE(idBytes(scan::unescaped({quoted.constData(), size_t(quoted.size())})),
             decodedJson({raw.constData(), size_t(raw.size())}));
}

void tst_IdTable::hashesSpread()
{
    std::set<quint32> places;
    std::set<quint64> proofs;
    for (int i = 0; i < 20'000; ++i) {
        const IdHash hash = hashOfId("request-" + std::to_string(i));
        places.insert(hash.place);
        proofs.insert(hash.proof);
    }
    QCOMPARE(proofs.size(), 20'000u);
    QVERIFY(places.size() > 19'990); // a few of 2^32 may meet
}

QTEST_GUILESS_MAIN(tst_IdTable)
#include "tst_idtable.moc"
