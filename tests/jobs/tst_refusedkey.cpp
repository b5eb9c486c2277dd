// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key that is refused, or cannot be read, holds its own connection and no other.
#include "jobrig.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Wire = FakeProvider::Wire;

class RefusedKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a401PausesTheConnectionOnly()
    {
        FakeProvider bad(Wire::Files);
        FakeProvider good(Wire::Files);
        bad.setPhases({"in_progress"});
        JobRig rig(0.002);
        const ConnectionId connection = rig.connect(bad);
        const RunId first = rig.submit(connection, 3, 1);
        const RunId second = rig.submit(connection, 3, 2);
        WAIT_FOR(rig.state(first) == BatchState::Running
                 && rig.state(second) == BatchState::Running);
        QList<ConnectionId> told;
        QObject::connect(rig.driver.get(), &Driver::connectionTroubleChanged, rig.driver.get(),
                         [&told](ConnectionId id) { told.append(id); });
        bad.server().on("GET", "/v1/batches/*", refusal(401));
        WAIT_FOR(rig.driver->connectionTrouble(connection));
        QCOMPARE(rig.driver->connectionTrouble(connection)->kind, ErrorKind::Unauthorised);
        QCOMPARE(told, QList<ConnectionId>({connection}));

        WAIT_FOR(!rig.driver->isBusy(rig.batch(first).id)
                 && !rig.driver->isBusy(rig.batch(second).id));
        const int asked = bad.server().hits();
        const RunId other = rig.submit(rig.connect(good), 3, 3);
        WAIT_FOR(rig.hasResults(other));
        QCOMPARE(bad.server().hits(), asked);
        QCOMPARE(rig.state(first), BatchState::Running);
        WAIT_FOR(!rig.library->holdsLease(connection));

        bad.server().on("GET", "/v1/batches/*",
                        [&bad](const FaultRequest &request) { return bad.get(request); });
        bad.finishAll();
        rig.secrets.put(connection, "new-key");
        rig.driver->keyChanged(connection);
        QVERIFY(!rig.driver->connectionTrouble(connection));
        WAIT_FOR(rig.hasResults(first) && rig.hasResults(second));
        QCOMPARE(bad.createCalls(), 2);
    }

    void a401BeforeTheCreationHolds_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("upload") << Wire::Files << "/v1/files"_ba;
        QTest::newRow("create, files") << Wire::Files << "/v1/batches"_ba;
        QTest::newRow("create, inline") << Wire::Inline << "/v1/batches"_ba;
    }

    void a401BeforeTheCreationHolds()
    {
        QFETCH(const Wire, wire);
        QFETCH(const QByteArray, path);
        FakeProvider provider(wire);
        provider.server().once("POST", path, refusal(401));
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection);
        WAIT_FOR(rig.driver->connectionTrouble(connection));
        QCOMPARE(rig.state(run), BatchState::Held);
        QVERIFY(rig.batch(run).facts.reason.contains(u"key was not accepted"_s));
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::Unauthorised);
        rig.driver->keyChanged(connection);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.created(), 1);
    }

    void aKeyThatCannotBeReadIsTrouble()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        rig.secrets.trouble
            = Error{.kind = ErrorKind::Keychain, .message = u"the keyring is locked"_s};
        const RunId run = rig.submit(connection);
        WAIT_FOR(rig.driver->connectionTrouble(connection));
        QCOMPARE(rig.driver->connectionTrouble(connection)->kind, ErrorKind::Keychain);
        QVERIFY(!rig.library->holdsLease(connection));
        QCOMPARE(provider.server().hits(), 0);
        QCOMPARE(rig.state(run), BatchState::Draft);
        rig.secrets.trouble.reset();
        rig.driver->keyChanged(connection);
        WAIT_FOR(rig.hasResults(run));
    }
};

QTEST_GUILESS_MAIN(RefusedKeyTest)
#include "tst_refusedkey.moc"
