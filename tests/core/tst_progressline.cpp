// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/progressline.h"

#include <QTest>
#include <QTimeZone>

#include <random>

namespace {

using Points = QList<std::pair<int, int>>; ///< seconds, and how many were done then

QDateTime at(qint64 seconds)
{
    return QDateTime(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::UTC).addSecs(seconds);
}

ProgressLine of(const Points &doneAt)
{
    ProgressLine line;
    for (const auto &[seconds, done] : doneAt)
        line.add({.at = at(seconds), .done = done});
    return line;
}

} // namespace

class TestProgressLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTimeWithoutNewsIsTwoPoints();
    void aClockThatGoesBackStartsAnew();
    void staysSmallAndInOrder();
    void expectedEnd_data();
    void expectedEnd();
};

void TestProgressLine::aTimeWithoutNewsIsTwoPoints()
{
    const ProgressLine line = of({{0, 0}, {10, 5}, {20, 5}, {30, 5}, {40, 5}, {50, 9}});
    QCOMPARE(line, of({{0, 0}, {10, 5}, {40, 5}, {50, 9}}));
    QCOMPARE(line.points().size(), 4);
}

void TestProgressLine::aClockThatGoesBackStartsAnew()
{
    QCOMPARE(of({{0, 0}, {10, 5}, {20, 8}, {10, 9}}), of({{0, 0}, {10, 9}}));
}

void TestProgressLine::staysSmallAndInOrder()
{
    std::mt19937 random(7);
    ProgressLine line;
    qint64 time = 0;
    qint64 done = 0;
    for (int i = 0; i < 20'000; ++i) {
        time += 1 + random() % 90;
        done += random() % 3;
        line.add({.at = at(time), .done = done, .failed = done / 10});
        QVERIFY(line.points().size() <= ProgressLine::mostPoints);
    }
    QVERIFY(line.points().size() > ProgressLine::mostPoints / 4);
    QCOMPARE(line.points().last(), (ProgressPoint{at(time), done, done / 10}));
    QVERIFY(line.points().first().at < at(200));
    for (qsizetype i = 1; i < line.points().size(); ++i) {
        QVERIFY(line.points()[i].at > line.points()[i - 1].at);
        QVERIFY(line.points()[i].done >= line.points()[i - 1].done);
    }
}

void TestProgressLine::expectedEnd_data()
{
    QTest::addColumn<Points>("doneAt");
    QTest::addColumn<int>("end"); // seconds; -1: none
    QTest::newRow("nothing") << Points{} << -1;
    QTest::newRow("one look") << Points{{0, 50}} << -1;
    QTest::newRow("steady") << Points{{0, 0}, {10, 10}, {20, 20}} << 100;
    QTest::newRow("late in going") << Points{{0, 0}, {100, 0}, {110, 10}, {120, 20}} << 360;
    QTest::newRow("the first half does not count")
        << Points{{0, 0}, {10, 60}, {50, 64}, {100, 74}} << 230;
    QTest::newRow("stands still") << Points{{0, 0}, {10, 60}, {50, 60}, {100, 60}} << -1;
    QTest::newRow("too few") << Points{{0, 0}, {10, 1}, {20, 2}} << -1;
    QTest::newRow("done") << Points{{0, 0}, {10, 100}} << -1;
    QTest::newRow("years") << Points{{0, 0}, {8'000'000, 10}} << -1;
}

void TestProgressLine::expectedEnd()
{
    QFETCH(const Points, doneAt);
    QFETCH(int, end);
    QCOMPARE(of(doneAt).expectedEnd(100),
             end < 0 ? std::optional<QDateTime>() : std::optional(at(end)));
}

QTEST_GUILESS_MAIN(TestProgressLine)
#include "tst_progressline.moc"
