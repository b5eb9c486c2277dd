// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many live batches of one connection: few questions, none in a burst, whatever happens to clocks.
#include "steadyprovider.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class ListedPollsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// 1,000 live batches for two hours.
    void aThousandAreAskedForTogether()
    {
        constexpr int batches = 1000;
        VirtualClock clock;
        SteadyProvider provider(batches);
        JobRig rig(clock);
        provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(15min, settle);
        QCOMPARE(provider.told().size(), batches);

        provider.server().forget();
        constexpr auto span = 2h;
        const std::clock_t before = std::clock();
        clock.run(span, settle);
        const double processor = double(std::clock() - before) / CLOCKS_PER_SEC;
        const double seconds = double(milliseconds(span).count()) / 1000;
        const double rate = provider.server().hits() / seconds;
        const int looks = provider.server().hits("GET /v1/batches") / 10;
        qInfo("%.3f requests a second, %d looks of 10 pages, processor %.2f %%", rate, looks,
              100 * processor / seconds);
        QVERIFY2(rate < 1, qPrintable(QString::number(rate)));
        QVERIFY(processor / seconds < 0.01);
        QVERIFY(looks >= 10 && looks <= 20); // each ten minutes while nothing moves
        QCOMPARE(provider.server().hits("GET /v1/batches/*"), 0);
        QCOMPARE(provider.told().size(), batches);

        // One that ends is asked for by itself; so is one that the list does not show.
        provider.server().forget();
        provider.end(500);
        provider.hide(777);
        clock.run(30min, settle);
        QCOMPARE(rig.state(provider.runs.at(500)), BatchState::Failed);
        QVERIFY(provider.server().hits("GET /v1/batches/batch_500") >= 1);
        QVERIFY(provider.server().hits("GET /v1/batches/batch_777") >= 1);
        QCOMPARE(rig.state(provider.runs.at(777)), BatchState::Running);
        QVERIFY(provider.server().hits("GET /v1/batches/batch_778") == 0);
    }

    /// Without a list each is asked for alone, and still less than once a second.
    void aThousandWithoutAListWaitLonger()
    {
        VirtualClock clock;
        SteadyProvider provider(1000);
        JobRig rig(clock);
        provider.fill(rig, {{u"list"_s, u"no"_s}});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(10min, settle);
        QCOMPARE(provider.told().size(), 1000);
        provider.server().forget();
        clock.run(40min, settle);
        QCOMPARE(provider.server().hits("GET /v1/batches"), 0);
        const double rate = provider.server().hits() / 2400.0;
        QVERIFY2(rate <= 1.05 && rate > 0.8, qPrintable(QString::number(rate)));
        QCOMPARE(provider.told().size(), 1000);
    }

    void aListThatIsRefusedIsNotAskedForAgain()
    {
        VirtualClock clock;
        SteadyProvider provider(30);
        provider.server().on("GET", "/v1/batches", FaultReply::json(404, "{}"));
        JobRig rig(clock);
        provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(1h, settle);
        QCOMPARE(provider.server().hits("GET /v1/batches"), 1);
        for (int i = 0; i < 30; ++i)
            QVERIFY(provider.server().hits("GET /v1/batches/" + SteadyProvider::idOf(i)) >= 5);
    }

    void nobodyWakesWhenNoneIsLive()
    {
        VirtualClock clock;
        SteadyProvider provider(8);
        JobRig rig(clock);
        provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(30min, settle);
        provider.endAll();
        clock.run(30min, settle);
        for (const RunId run : std::as_const(provider.runs))
            QCOMPARE(rig.state(run), BatchState::Failed);
        const int rings = clock.rings();
        provider.server().forget();
        clock.run(48h, settle);
        QCOMPARE(clock.rings(), rings);
        QCOMPARE(provider.server().hits(), 0);
    }

    void sleeps_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("one by one") << u"no"_s;
        QTest::newRow("by the list") << u"yes"_s;
    }
    /// A hundred sleeps of a minute to three days.
    void sleeps()
    {
        QFETCH(const QString, list);
        VirtualClock clock;
        SteadyProvider provider(12);
        JobRig rig(clock);
        provider.fill(rig, {{u"list"_s, list}});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(2h, settle);
        for (int cycle = 0; cycle < 100; ++cycle) {
            clock.run(7s * (cycle % 10), settle);
            const milliseconds sleep = 15min + milliseconds(3 * 24h) * cycle / 100;
            provider.server().forget();
            const int connections = provider.server().connections();
            clock.sleep(sleep);
            clock.run(1900ms, settle);
            QCOMPARE(provider.server().hits(), 0); // the network is not back yet
            clock.run(8100ms, settle);
            QCOMPARE(provider.told().size(), 12);
            QCOMPARE(provider.server().hits(), list == u"no"_s ? 12 : 1);
            QVERIFY(provider.server().connections() > connections); // the old ones are dropped
            clock.run(20min, settle);
        }
    }

    /// Fifty jumps of the wall clock in a batch that is followed: the polls come as planned.
    void jumpsOfTheWallClock()
    {
        VirtualClock clock;
        SteadyProvider provider(1);
        JobRig rig(clock);
        provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        const QList<milliseconds> sizes
            = {24h, -24h, 24h * 3653, -24h * 3653, 1h, -1h, 1s, -1s, -24h * 3653, 24h * 3653};
        clock.run(2h, settle); // each five minutes from now on
        for (int i = 0; i < 50; ++i) {
            provider.server().forget();
            clock.jump(sizes.at(i % sizes.size()));
            clock.run(30min, settle);
            constexpr int plan = 6;
            QVERIFY2(std::abs(provider.server().hits() - plan) <= 1,
                     qPrintable(QString::number(provider.server().hits())));
            QCOMPARE(rig.state(provider.runs.first()), BatchState::Running);
        }
    }
};

QTEST_GUILESS_MAIN(ListedPollsTest)
#include "tst_listedpolls.moc"
