// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/idtable.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_IdTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCallerHasTheLastWord();
    void aFullTableFindsAll_data();
    void aFullTableFindsAll();
};

void tst_IdTable::theCallerHasTheLastWord()
{
    IdTable table(4);
    for (const qint64 row : {0, 1, 2})
        table.insert(u"same", row);
    table.insert(u"other", 3);
    std::vector<qint64> asked;
    const auto isTwo = [&asked](qint64 row) {
        asked.push_back(row);
        return row == 2;
    };
    QCOMPARE(table.find(u"same", isTwo), 2);
    QCOMPARE(asked, (std::vector<qint64>{0, 1, 2}));
    QCOMPARE(table.find(u"same", [](qint64) { return false; }), -1);
    QCOMPARE(table.find(u"third", [](qint64) { return false; }), -1);
    QCOMPARE(table.find(u"other", [](qint64 row) { return row == 3; }), 3);
}

void tst_IdTable::aFullTableFindsAll_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 1000, 49'152})
        QTest::addRow("%d rows", rows) << rows;
}

void tst_IdTable::aFullTableFindsAll()
{
    QFETCH(int, rows);
    IdTable table(rows);
    for (int row = 0; row < rows; ++row)
        table.insert(QString::number(row), row);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(table.find(QString::number(row), [row](qint64 found) { return found == row; }),
                 row);
    // Must end, however full it is.
    QCOMPARE(table.find(u"none"_s, [](qint64) { return false; }), -1);
}

QTEST_GUILESS_MAIN(tst_IdTable)
#include "tst_idtable.moc"
