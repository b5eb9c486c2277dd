// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alarmsRingOnce_data()
    {
        QTest::addColumn<bool>("isSystems");
        QTest::newRow("the system's") << true;
        QTest::newRow("Qt's") << false;
    }
    void alarmsRingOnce()
    {
        QFETCH(const bool, isSystems);
        const SystemClock system;
        const QuickClock quick;
        const Clock &clock = isSystems ? static_cast<const Clock &>(system) : quick;
        int rings = 0;
        const std::unique_ptr<Alarm> alarm = clock.alarm([&rings] { ++rings; });
        QVERIFY(!alarm->isSet());
        QElapsedTimer time;
        time.start();
        alarm->set(10min);
        alarm->set(30ms); // the last word counts
        QVERIFY(alarm->isSet());
        QVERIFY(QTest::qWaitFor([&rings] { return rings > 0; }, 10'000));
        QVERIFY(time.elapsed() >= 29);
        QVERIFY(!alarm->isSet());

        alarm->set(0ms);
        QVERIFY(QTest::qWaitFor([&rings] { return rings > 1; }, 10'000));
        alarm->set(0ms);
        alarm->stop();
        QVERIFY(!alarm->isSet());
        const std::unique_ptr<Alarm> later = clock.alarm([&rings] { rings += 10; });
        later->set(20ms);
        QVERIFY(QTest::qWaitFor([&rings] { return rings > 2; }, 10'000));
        QCOMPARE(rings, 12);
    }

    void aGoneAlarmIsSilent()
    {
        const SystemClock clock;
        int rings = 0;
        clock.alarm([&rings] { ++rings; })->set(0ms);
        const std::unique_ptr<Alarm> later = clock.alarm([&rings] { rings += 10; });
        later->set(20ms);
        QVERIFY(QTest::qWaitFor([&rings] { return rings > 0; }, 10'000));
        QCOMPARE(rings, 10);
    }

    void theTimeSinceBootHoldsTheSteadyOne()
    {
        const SystemClock clock;
        const auto boot = clock.sinceBoot();
        const auto steady = clock.steady();
        QTest::qWait(20);
        const auto difference = (clock.sinceBoot() - boot) - (clock.steady() - steady);
        QVERIFY(difference >= -5ms && difference <= 5s);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
