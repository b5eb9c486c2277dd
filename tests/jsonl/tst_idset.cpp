// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/idset.h"

#include <QTest>

#include <set>
#include <string>

class TestIdSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repeatedIdGivesTheFirstRow();
    void hundredThousandIdsStayApart();
    void meetingHashesAreDecidedByTheText();
};

void TestIdSet::repeatedIdGivesTheFirstRow()
{
    std::vector<std::string> ids;
    IdSet set([&ids](qint64 row, std::string_view id) { return ids[size_t(row)] == id; });
    const auto insert = [&](const char *id) {
        ids.emplace_back(id);
        return set.insert(id, qint64(ids.size()) - 1).value_or(-1);
    };
    QCOMPARE(insert("a"), -1);
    QCOMPARE(insert("b"), -1);
    QCOMPARE(insert("a"), 0);
    QCOMPARE(insert("a"), 0);
    QCOMPARE(insert("b"), 1);
    QCOMPARE(insert("A"), -1);
    QCOMPARE(set.size(), 3u);
}

void TestIdSet::hundredThousandIdsStayApart()
{
    constexpr qint64 rows = 100'000;
    const auto idOf = [](qint64 row) { return "request-" + std::to_string(row % 70'001); };
    qint64 asked = 0;
    IdSet set([&](qint64 row, std::string_view id) {
        ++asked;
        return idOf(row) == id;
    });
    for (qint64 row = 0; row < rows; ++row)
        QCOMPARE(set.insert(idOf(row), row).value_or(-1), row < 70'001 ? -1 : row - 70'001);
    QCOMPARE(set.size(), 70'001u);
    // Equality is asked for where it holds and where two hashes meet, which is rare.
    QVERIFY2(asked < rows - 70'001 + 100, qPrintable(QString::number(asked)));
}

void TestIdSet::meetingHashesAreDecidedByTheText()
{
    // Some pair among so many ids has the same 32 bits, so that an answer by hash alone shows.
    constexpr qint64 rows = 400'000;
    qint64 refused = 0;
    IdSet set([&](qint64 row, std::string_view id) {
        const bool isSame = std::to_string(row) == id;
        refused += !isSame;
        return isSame;
    });
    for (qint64 row = 0; row < rows; ++row)
        QVERIFY(!set.insert(std::to_string(row), row));
    QCOMPARE(set.size(), size_t(rows));
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(TestIdSet)
#include "tst_idset.moc"
