// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program is ended at every step of a batch's life and started again on the same folder: the
// run goes on where it was, and the provider never has more than one batch.
#include "jobrig.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

class RestartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endedWhileACallIsUnderWay_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<QByteArray>("call");
        for (const QByteArray call : {"POST /v1/files", "POST /v1/batches", "GET /v1/batches/*",
                                      "GET /v1/files/out*", "GET /v1/files/err*"})
            QTest::addRow("files, %s", call.constData()) << Wire::Files << call;
        for (const QByteArray call : {"POST /v1/batches", "GET /v1/batches/*"})
            QTest::addRow("inline, %s", call.constData()) << Wire::Inline << call;
    }

    /// The call has arrived and had its effect; its answer comes too late for this life.
    void endedWhileACallIsUnderWay()
    {
        QFETCH(const Wire, wire);
        QFETCH(const QByteArray, call);
        FakeProvider provider(wire);
        provider.setFailing({2});
        provider.delayOnce(call, 30s);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(provider.server().hits(call), 1);
        rig.restart();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run),
                 QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s, u"q-4"_s}));
        QCOMPARE(provider.created(), 1);
        QCOMPARE(provider.createCalls(), 1);
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
        WAIT_FOR(rig.files(u"results"_s).filter(u".part"_s).isEmpty());
    }

    /// The call never arrived: what is in doubt then is not sent again, all else is.
    void endedBeforeTheCreationArrived()
    {
        FakeProvider provider(Wire::Files);
        provider.server().once("POST", "/v1/batches", FaultReply::stalled());
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(provider.createCalls(), 1);
        QCOMPARE(rig.state(run), BatchState::Creating);
        rig.restart();
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Unknown);
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(provider.createCalls(), 1);
        QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.created(), 1);
    }

    void endedAtAnyMoment_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<int>("turns");
        for (int turns = 0; turns < 60; turns += turns < 20 ? 1 : 5) {
            QTest::addRow("files, after %d turns", turns) << Wire::Files << turns;
            QTest::addRow("inline, after %d turns", turns) << Wire::Inline << turns;
        }
    }

    /// After so many turns of the event loop, wherever that is; and again and again.
    void endedAtAnyMoment()
    {
        QFETCH(const Wire, wire);
        QFETCH(const int, turns);
        FakeProvider provider(wire);
        provider.setFailing({0});
        JobRig rig(0.001);
        const RunId run = rig.draft(rig.connect(provider));
        const QFuture<Result<>> submitted = rig.driver->submit(run);
        QTimer ticker; // a turn is never long
        ticker.start(2ms);
        int confirmed = 0;
        for (int life = 0; life < 100 && !rig.hasResults(run); ++life) {
            for (int turn = 0; turn < turns + life * 3 && !rig.hasResults(run); ++turn)
                QCoreApplication::processEvents(QEventLoop::AllEvents
                                                | QEventLoop::WaitForMoreEvents);
            if (life == 0)
                QVERIFY(JobRig::wait(submitted)); // a wish that was not stored was not made
            QVERIFY2(provider.created() <= 1, "paid twice");
            QVERIFY2(provider.createCalls() <= 1 + confirmed, "sent again without a person");
            if (rig.state(run) == BatchState::Unknown) {
                // Ended before it was sent, perhaps. The person waits for the looks, then decides.
                WAIT_FOR(rig.state(run) != BatchState::Unknown
                         || rig.batch(run).facts.reason.contains(u"does not show it"_s));
                if (rig.state(run) == BatchState::Unknown) {
                    QCOMPARE(provider.created(), 0);
                    QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
                    ++confirmed;
                }
            }
            rig.restart();
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(provider.created(), 1);
        QVERIFY(provider.createCalls() <= 1 + confirmed);
        QVERIFY(rig.ended.size() <= 1);
    }

    void manyRunsGoOn()
    {
        FakeProvider provider(Wire::Inline);
        provider.setPhases({"validating", "in_progress", "in_progress", "completed"});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        QList<RunId> runs;
        for (int seed = 0; seed < 15; ++seed)
            runs.append(rig.submit(connection, 2, seed));
        for (int life = 0; life < 6; ++life) {
            QTest::qWait(30);
            rig.restart();
        }
        // One may have been ended just before it was sent: a person decides.
        int confirmed = 0;
        for (const RunId run : std::as_const(runs)) {
            WAIT_FOR(rig.hasResults(run)
                     || rig.batch(run).facts.reason.contains(u"does not show it"_s));
            if (rig.hasResults(run))
                continue;
            QVERIFY(JobRig::wait(rig.driver->submitAgain(run)));
            ++confirmed;
            WAIT_FOR(rig.hasResults(run));
        }
        QCOMPARE(provider.created(), 15);
        QVERIFY(provider.createCalls() <= 15 + confirmed);
    }
};

QTEST_GUILESS_MAIN(RestartTest)
#include "tst_restart.moc"
