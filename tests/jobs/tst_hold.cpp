// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is ready here and not sent: limits of the provider, its Retry-After, no network.
#include "jobrig.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

namespace {

FaultReply tooMany(const QByteArray &code)
{
    return FaultReply::json(429,
                            QJsonObject{{u"error"_s,
                                         QJsonObject{{u"message"_s, u"slower, please"_s},
                                                     {u"code"_s, QString::fromLatin1(code)}}},
                                        {u"request_id"_s, u"req_42"_s}});
}

} // namespace

class HoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullProviderHolds()
    {
        FakeProvider provider(Wire::Inline);
        provider.addOthers(10);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QCOMPARE(rig.batch(run).facts.reason, u"waits: 10 of 10 live"_s);
        QVERIFY(!rig.batch(run).facts.error);
        QVERIFY(rig.batch(run).nextCheckAt.isValid());
        QCOMPARE(provider.createCalls(), 0);
        QCOMPARE(rig.history(run), u"draft uploading held"_s);

        provider.finishOthers();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
        QVERIFY(rig.batch(run).facts.reason.isEmpty());
    }

    /// More than fit at once: all get through, in their order, none is sent into the refusal.
    void manyRunsShareTheRoom()
    {
        FakeProvider provider(Wire::Inline);
        provider.addOthers(10);
        provider.setPhases({"validating", "in_progress", "in_progress", "completed"});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        QList<RunId> runs;
        for (int seed = 0; seed < 7; ++seed)
            runs.append(rig.submit(connection, 2, seed));
        for (const RunId run : std::as_const(runs))
            WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QCOMPARE(provider.createCalls(), 0);
        provider.finishOthers(2);
        WAIT_FOR(rig.ended.size() == runs.size());
        QCOMPARE(provider.createCalls(), 7);
        QCOMPARE(provider.mostLive(), 10);
        for (qsizetype i = 1; i < runs.size(); ++i)
            QVERIFY(rig.batch(runs.at(i - 1)).submittedAt <= rig.batch(runs.at(i)).submittedAt);
    }

    void theProvidersOwnLimitHolds()
    {
        FakeProvider provider(Wire::Inline);
        provider.server().once("POST", "/v1/batches",
                               {tooMany("batch_limit_exceeded"), tooMany("batch_limit_exceeded")});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QCOMPARE(rig.batch(run).facts.reason, u"waits: 10 of 10 live"_s);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 3);
        QCOMPARE(provider.created(), 1);
    }

    /// Where the limit is not known beforehand, the provider's word is taken too.
    void anUnknownLimitHolds()
    {
        FakeProvider provider(Wire::Files);
        provider.server().once("POST", "/v1/batches", tooMany("batch_limit_exceeded"));
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"too many"_s));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.created(), 1);
    }

    void roomIsUsedAtOnceWhenOneOfOursEnds()
    {
        FakeProvider provider(Wire::Inline);
        provider.addOthers(9);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        Connection slow = *rig.library->connection(connection);
        slow.pollMax = std::chrono::hours(10'000); // room is not looked for by time
        QVERIFY(rig.library->save(slow));
        const RunId first = rig.submit(connection, 2, 1);
        WAIT_FOR_EQUAL(rig.state(first), BatchState::Running);
        const RunId second = rig.submit(connection, 2, 2);
        WAIT_FOR_EQUAL(rig.state(second), BatchState::Held);
        provider.finishAll();
        QVERIFY(JobRig::wait(rig.driver->checkNow(first)));
        WAIT_FOR(rig.hasResults(first));
        WAIT_FOR_EQUAL(rig.state(second), BatchState::Running);
    }

    void retryAfterIsObeyed_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("create") << "/v1/batches"_ba;
        QTest::newRow("upload") << "/v1/files"_ba;
    }
    void retryAfterIsObeyed()
    {
        QFETCH(const QByteArray, path);
        FakeProvider provider(Wire::Files);
        provider.server().once("POST", path,
                               tooMany("rate_limit_exceeded").with("retry-after", "2"));
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        const QDateTime refused = rig.clock.now();
        QVERIFY(rig.batch(run).facts.reason.contains(u"waits until"_s));
        QVERIFY(rig.batch(run).notBefore > refused);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::RateLimited);
        // Also by a new life of the program, though all other waits are short here.
        rig.restart();
        WAIT_FOR(rig.hasResults(run));
        QVERIFY2(refused.msecsTo(rig.batch(run).submittedAt) >= 1500,
                 qPrintable(QString::number(refused.msecsTo(rig.batch(run).submittedAt))));
        QCOMPARE(provider.created(), 1);
        QCOMPARE(provider.server().hits("POST " + path), 2);
    }

    void retryAfterOfAPollIsObeyedByAll()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId first = rig.submit(connection, 2, 1);
        const RunId second = rig.submit(connection, 2, 2);
        WAIT_FOR(rig.state(first) == BatchState::Running
                 && rig.state(second) == BatchState::Running);
        provider.server().on("GET", "/v1/batches/*",
                             tooMany("rate_limit_exceeded").with("retry-after", "2"));
        WAIT_FOR(rig.batch(first).facts.error || rig.batch(second).facts.error);
        WAIT_FOR(!rig.driver->isBusy(rig.batch(first).id)
                 && !rig.driver->isBusy(rig.batch(second).id));
        const int asked = provider.server().hits();
        QTest::qWait(500); // a hundred polls otherwise
        QVERIFY(provider.server().hits() <= asked + 1);
        provider.server().on("GET", "/v1/batches/*", [&provider](const FaultRequest &request) {
            return provider.get(request);
        });
        provider.finishAll();
        WAIT_FOR(rig.hasResults(first) && rig.hasResults(second));
    }

    void a429WithoutATimeIsTriedAgain()
    {
        FakeProvider provider(Wire::Inline);
        provider.server().once("POST", "/v1/batches",
                               {tooMany("rate_limit_exceeded"), tooMany("insufficient_quota")});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 3);
        QCOMPARE(provider.created(), 1);
    }

    /// Nobody listens: surely nothing was sent, so it goes on by itself when somebody does.
    void offlineHoldsAndGoesOn_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("files") << Wire::Files;
        QTest::newRow("inline") << Wire::Inline;
    }
    void offlineHoldsAndGoesOn()
    {
        QFETCH(const Wire, wire);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        FakeProvider provider(wire);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        Connection broken = *rig.library->connection(connection);
        broken.baseUrl = nobody;
        QVERIFY(rig.library->save(broken));
        const RunId run = rig.submit(connection);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::Offline);
        QVERIFY(rig.batch(run).facts.reason.contains(u"cannot be reached"_s));
        WAIT_FOR(rig.batch(run).history.size() < 6);

        broken.baseUrl = provider.url();
        QVERIFY(rig.library->save(broken));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
    }

    void aHeldRunCanBeCancelledAndSubmittedAnew()
    {
        FakeProvider provider(Wire::Inline);
        provider.addOthers(10);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Cancelled);
        QVERIFY(rig.batch(run).facts.reason.isEmpty());
        QCOMPARE(provider.createCalls(), 0);
        provider.finishOthers();
        QVERIFY(JobRig::wait(rig.driver->submit(run)));
        WAIT_FOR(rig.state(run) == BatchState::Completed && rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 1);
        WAIT_FOR_EQUAL(rig.library->batches(run).size(), 1u);
    }
};

QTEST_GUILESS_MAIN(HoldTest)
#include "tst_hold.moc"
