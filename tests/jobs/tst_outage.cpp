// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A provider that does not answer, for a day: steady, polite, and back soon after.
#include "jobs/callpace.h"
#include "jobs/circuit.h"
#include "net/portal.h"
#include "steadyprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Mood = SteadyProvider::Mood;
using Sign = Circuit::Sign;

class OutageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDay_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<QString>("list");
        QTest::newRow("503, one by one") << Mood::Busy503 << u"no"_s;
        QTest::newRow("reset, one by one") << Mood::Resetting << u"no"_s;
        QTest::newRow("sign in, by the list") << Mood::Portal << u"yes"_s;
    }
    /// 24 hours of outage with 500 live batches.
    void aDay()
    {
        QFETCH(const Mood, mood);
        QFETCH(const QString, list);
        constexpr int batches = 500;
        VirtualClock clock;
        SteadyProvider provider(batches);
        JobRig rig(clock);
        const ConnectionId connection = provider.fill(rig, {{u"list"_s, list}});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(5min, settle);
        QCOMPARE(provider.told().size(), batches);
        QVERIFY(!rig.driver->connectionWait(connection));

        provider.setMood(mood);
        int most = 0;
        int all = 0;
        for (int hour = 0; hour < 24; ++hour) {
            provider.server().forget();
            clock.run(1h, settle);
            most = std::max(most, provider.server().hits());
            all += provider.server().hits();
        }
        const std::optional<ConnectionWait> wait = rig.driver->connectionWait(connection);
        QVERIFY(wait && !wait->words.isEmpty());
        QVERIFY(wait->since.secsTo(clock.now()) > 22 * 3600);
        QVERIFY(clock.now().secsTo(wait->nextTry) <= 300);
        for (const RunId run : std::as_const(provider.runs)) {
            QCOMPARE(rig.state(run), BatchState::Running);
            QVERIFY2(rig.batch(run).facts.reason.startsWith(u"waits: "_s)
                         && rig.batch(run).facts.reason.contains(u"since"_s),
                     qPrintable(rig.batch(run).facts.reason));
        }

        provider.setMood(Mood::Well);
        provider.server().forget();
        milliseconds back(0);
        while (provider.told().size() < batches && back < 1h) {
            clock.run(10s, settle);
            back += 10s;
        }
        qInfo("%d requests in the worst hour, %d in the day; all asked again after %lld s", most,
              all, qint64(back.count() / 1000));
        QVERIFY2(most <= 300, qPrintable(QString::number(most)));
        QVERIFY(all >= 24); // it never gives up
        QVERIFY2(back <= 10min, qPrintable(QString::number(back.count())));
        clock.run(1min, settle);
        QVERIFY(!rig.driver->connectionWait(connection));
        for (const RunId run : std::as_const(provider.runs))
            QCOMPARE(rig.batch(run).facts.reason, QString());
    }

    /// A person who knows that it is back need not wait.
    void aPersonsQuestionIsTheNextTry()
    {
        VirtualClock clock;
        SteadyProvider provider(20);
        JobRig rig(clock);
        const ConnectionId connection = provider.fill(rig, {{u"list"_s, u"no"_s}});
        const auto settle = [&rig] { rig.settle(); };
        provider.setMood(Mood::Busy503);
        clock.run(3h, settle);
        QVERIFY(rig.driver->connectionWait(connection));
        provider.setMood(Mood::Well);
        provider.server().forget();
        QVERIFY(JobRig::wait(rig.driver->checkNow(provider.runs.last())));
        QVERIFY(QTest::qWaitFor([&] { return rig.library->wishes().isEmpty(); }, 10'000));
        clock.run(3s, settle);
        QVERIFY(provider.told().contains(SteadyProvider::idOf(19)));
        QVERIFY(!rig.driver->connectionWait(connection));
        clock.run(20s, settle);
        QCOMPARE(provider.told().size(), 20);
    }

    void theNetworkComingBackIsAReasonToTry()
    {
        VirtualClock clock;
        SteadyProvider provider(20);
        JobRig rig(clock);
        provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        provider.setMood(Mood::Resetting);
        clock.run(5h, settle);
        for (int cycle = 0; cycle < 50; ++cycle) {
            provider.setMood(Mood::Well);
            provider.server().forget();
            rig.driver->networkCame();
            clock.run(60s, settle);
            QCOMPARE(provider.told().size(), 20);
            QVERIFY(provider.server().hits() <= 25);
            provider.setMood(Mood::Resetting);
            clock.run(2h, settle);
        }
    }

    void oneBatchesTroubleIsNoOutage()
    {
        VirtualClock clock;
        SteadyProvider provider(10);
        provider.server().on("GET", "/v1/batches/batch_3",
                             FaultReply::json(500, R"({"error":{"message":"its own"}})"));
        JobRig rig(clock);
        const ConnectionId connection = provider.fill(rig, {{u"list"_s, u"no"_s}});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(2h, settle);
        QVERIFY(!rig.driver->connectionWait(connection));
        QVERIFY(provider.server().hits("GET /v1/batches/batch_3") >= 10);
        QVERIFY(provider.server().hits("GET /v1/batches/batch_3") <= 60);
        QVERIFY(provider.server().hits("GET /v1/batches/batch_4") >= 20);
    }

    void faultsOpenItInARowAndOneAnswerCloses()
    {
        const VirtualClock clock;
        Circuit circuit;
        for (int i = 1; i < Circuit::patience; ++i)
            circuit.take(Sign::Faulty, false, clock, 0.5);
        QVERIFY(!circuit.isOpen());
        circuit.take(Sign::Answered, false, clock, 0.5);
        for (int i = 1; i < Circuit::patience; ++i)
            circuit.take(Sign::Faulty, false, clock, 0.5);
        QVERIFY(!circuit.isOpen());
        circuit.take(Sign::Faulty, false, clock, 0.5);
        QVERIFY(circuit.isOpen());
        const milliseconds next = circuit.nextTry();
        circuit.take(Sign::Faulty, false, clock, 0.9); // was under way when it opened
        QCOMPARE(circuit.nextTry(), next);
        for (int i = 0; i < 1000; ++i) {
            circuit.take(Sign::Faulty, true, clock, 0.99999);
            QVERIFY(circuit.nextTry() - clock.steady() <= Circuit::longest);
        }
        QCOMPARE(circuit.nextTry() - clock.steady() > 299s, true);
        circuit.hurry(clock, 2s);
        QCOMPARE(circuit.nextTry() - clock.steady(), milliseconds(2s));
        circuit.take(Sign::Answered, false, clock, 0.5);
        QVERIFY(!circuit.isOpen());
        circuit.take(Sign::Unreachable, false, clock, 0.5);
        QVERIFY(circuit.isOpen());
    }

    void signs_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("sign"); // -1: none
        QTest::newRow("offline") << Error{.kind = ErrorKind::Offline} << int(Sign::Unreachable);
        QTest::newRow("tls") << Error{.kind = ErrorKind::Tls} << int(Sign::Unreachable);
        QTest::newRow("portal") << errorOfAnother(200, false) << int(Sign::Unreachable);
        QTest::newRow("portal, paid") << errorOfAnother(200, true) << int(Sign::Unreachable);
        QTest::newRow("timeout") << Error{.kind = ErrorKind::Timeout} << int(Sign::Faulty);
        QTest::newRow("500") << Error{.kind = ErrorKind::ServerFault, .httpStatus = 500}
                             << int(Sign::Faulty);
        QTest::newRow("404") << Error{.kind = ErrorKind::NotFound, .httpStatus = 404}
                             << int(Sign::Answered);
        QTest::newRow("429") << Error{.kind = ErrorKind::RateLimited, .httpStatus = 429} << -1;
        QTest::newRow("disk") << Error{.kind = ErrorKind::Disk} << -1;
        QTest::newRow("key") << Error{.kind = ErrorKind::Keychain} << -1;
    }
    void signs()
    {
        QFETCH(const Error, error);
        const std::optional<Sign> sign = signOf(error, false);
        QTEST(sign ? int(*sign) : -1, "sign");
    }

    void thePaceLetsABurstAndThenOneByOne()
    {
        CallPace pace;
        milliseconds now(5);
        for (int i = 0; i < CallPace::burst; ++i)
            QCOMPARE(pace.takeTurn(now, 100ms), 0ms);
        for (int i = 1; i <= 50; ++i)
            QCOMPARE(pace.takeTurn(now, 100ms), 100ms * i);
        now += 5s;
        QCOMPARE(pace.takeTurn(now, 100ms), 100ms); // turns that were given away are kept
        now += 1h;
        for (int i = 0; i < CallPace::burst; ++i)
            QCOMPARE(pace.takeTurn(now, 100ms), 0ms);
        QCOMPARE(pace.takeTurn(now, 100ms), 100ms);
    }
};

QTEST_GUILESS_MAIN(OutageTest)
#include "tst_outage.moc"
