// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/poller.h"

#include "support/fakeclock.h"
#include "support/virtualclock.h"

#include "jobs/pollpace.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

struct Told {
    explicit Told(Poller &poller)
    {
        QObject::connect(&poller, &Poller::batchesDue, &poller, [this](const QList<BatchId> &ids) {
            for (const BatchId id : ids)
                batches.append(id.value);
        });
        QObject::connect(&poller, &Poller::connectionsDue, &poller,
                         [this](const QList<ConnectionId> &ids) {
                             for (const ConnectionId id : ids)
                                 connections.append(id.value);
                         });
    }
    QList<qint64> batches;
    QList<qint64> connections;
};

} // namespace

class PollerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsInTheOrderOfDueTimesAndOnce()
    {
        FakeClock clock;
        Poller poller(clock);
        const Told told(poller);
        poller.plan(BatchId{3}, 30s);
        poller.plan(BatchId{1}, 10s);
        poller.plan(ConnectionId{1}, 15s);
        poller.plan(BatchId{2}, 20s);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>());
        clock.advance(20s);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>({1, 2}));
        QCOMPARE(told.connections, QList<qint64>({1}));
        clock.advance(1h);
        poller.check();
        poller.check();
        QCOMPARE(told.batches, QList<qint64>({1, 2, 3}));
    }

    void aNewPlanTakesThePlaceOfTheOld()
    {
        FakeClock clock;
        Poller poller(clock);
        const Told told(poller);
        poller.plan(BatchId{1}, 10s);
        poller.plan(BatchId{1}, 60s);
        poller.plan(BatchId{2}, 10s);
        poller.forget(BatchId{2});
        QVERIFY(!poller.isPlanned(BatchId{2}));
        clock.advance(59s);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>());
        clock.advance(1s);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>({1}));
    }

    void isSilentWhenNothingIsPlanned()
    {
        FakeClock clock;
        Poller poller(clock);
        QVERIFY(poller.isSilent());
        poller.plan(BatchId{1}, 10s);
        QVERIFY(!poller.isSilent());
        poller.forget(BatchId{1});
        QVERIFY(poller.isSilent());
        poller.plan(BatchId{1}, 10s);
        clock.advance(10s);
        poller.check();
        QVERIFY(poller.isSilent());
        poller.plan(BatchId{1}, 10s);
        poller.clear();
        QVERIFY(poller.isSilent());
    }

    void aJumpOfTheWallClockChangesNothing()
    {
        FakeClock clock;
        Poller poller(clock);
        const Told told(poller);
        poller.plan(BatchId{1}, 10s);
        clock.jump(24h * 365);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>());
        clock.jump(-24h * 3650);
        clock.advance(10s);
        poller.check();
        QCOMPARE(told.batches, QList<qint64>({1}));
    }

    /// A hundred sleeps of a minute to three days: what was missed comes once, soon after.
    void aSleepIsSeenAndWhatWasMissedComesOnce()
    {
        VirtualClock clock;
        Poller poller(clock);
        const Told told(poller);
        QList<qint64> slept;
        QObject::connect(&poller, &Poller::woke, &poller,
                         [&slept](milliseconds time) { slept.append(time.count()); });
        const auto settle = [] {};
        for (int cycle = 0; cycle < 100; ++cycle) {
            const milliseconds sleep = 1min + milliseconds(3 * 24h) * cycle / 100;
            qsizetype before = told.batches.size();
            poller.plan(BatchId{1}, 30s); // missed
            poller.plan(BatchId{2}, sleep + 1h); // not missed
            clock.run(1s, settle);
            clock.sleep(sleep);
            clock.run(1s, settle);
            QCOMPARE(told.batches.size(), before);
            clock.run(9s, settle);
            QCOMPARE(told.batches.mid(before), QList<qint64>({1}));
            QCOMPARE(slept.size(), cycle + 1);
            QCOMPARE(slept.last(), sleep.count());
            clock.run(58min, settle);
            QCOMPARE(told.batches.size(), before + 1);
            clock.run(2min, settle);
            QCOMPARE(told.batches.mid(before), QList<qint64>({1, 2}));
            QVERIFY(poller.isSilent());
        }
    }

    void aSleepWhileNothingWasPlannedIsNone()
    {
        VirtualClock clock;
        Poller poller(clock);
        const QSignalSpy woke(&poller, &Poller::woke);
        clock.sleep(24h);
        poller.plan(BatchId{1}, 10s);
        clock.run(1min, [] {});
        QCOMPARE(woke.size(), 0);
        QCOMPARE(clock.rings(), 1);
        clock.run(24h, [] {});
        QCOMPARE(clock.rings(), 1); // silent while nothing is planned
    }

    void theTimerTells()
    {
        const SystemClock clock;
        Poller poller(clock);
        const Told told(poller);
        poller.plan(BatchId{1}, 5ms);
        QVERIFY(QTest::qWaitFor([&] { return !told.batches.isEmpty(); }, 10'000));
        QCOMPARE(told.batches, QList<qint64>({1}));
        QVERIFY(poller.isSilent());
    }

    void aPlanMadeWhileTellingIsKept()
    {
        FakeClock clock;
        Poller poller(clock);
        QList<qint64> told;
        QObject::connect(&poller, &Poller::batchesDue, &poller, [&](const QList<BatchId> &ids) {
            told.append(ids.first().value);
            poller.plan(ids.first(), 5s);
        });
        poller.plan(BatchId{1}, 5s);
        clock.advance(5s);
        poller.check();
        QVERIFY(poller.isPlanned(BatchId{1}));
        QCOMPARE(told, QList<qint64>({1}));
    }

    void waits_data()
    {
        QTest::addColumn<PollNews>("news");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("first") << PollNews{} << 5LL;
        QTest::newRow("young") << PollNews{.last = 20s, .age = 25s} << 5LL;
        QTest::newRow("changed") << PollNews{.last = 200s, .age = 1h, .changed = true} << 5LL;
        QTest::newRow("quiet") << PollNews{.last = 10s, .age = 1h} << 15LL;
        QTest::newRow("quiet for long") << PollNews{.last = 250s, .age = 9h} << 300LL;
        QTest::newRow("near the end")
            << PollNews{.last = 250s, .age = 9h, .progress = 0.97} << 15LL;
        QTest::newRow("in the middle")
            << PollNews{.last = 100s, .age = 9h, .progress = 0.5} << 150LL;
        QTest::newRow("unknown status, even when young")
            << PollNews{.last = 5s, .age = 1s, .changed = true, .unknownStatus = true} << 20LL;
        QTest::newRow("unknown status for long")
            << PollNews{.last = 200s, .age = 1h, .unknownStatus = true} << 300LL;
    }

    void waits()
    {
        QFETCH(const PollNews, news);
        QFETCH(const qint64, seconds);
        QCOMPARE(pollWait(news, 5s, 300s), milliseconds(seconds * 1000));
    }

    void aMaximumBelowTheMinimumIsNoTrap()
    {
        QCOMPARE(pollWait({.last = 5s, .age = 1h}, 5s, 1s), milliseconds(5s));
        QCOMPARE(pollWait({.last = 5s, .age = 1h, .unknownStatus = true}, 5s, 1s),
                 milliseconds(5s));
    }

    void jitterIsATenthAtMost()
    {
        QCOMPARE(jittered(10s, 0.0), milliseconds(9s));
        QCOMPARE(jittered(10s, 0.5), milliseconds(10s));
        QVERIFY(jittered(10s, 0.999) < 11s);
    }
};

QTEST_GUILESS_MAIN(PollerTest)
#include "tst_poller.moc"
