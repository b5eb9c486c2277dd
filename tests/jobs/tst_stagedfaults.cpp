// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each status that a provider of staged batches may answer with, on each of its calls but adding
// (tst_adding) and results (tst_pages), and what must follow.
#include "jobrig.h"
#include "stagedprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray requestsPath = "/v1/batches/batch_1/requests";
const QByteArray startPath = "/v1/batches/batch_1/start";

RunId submitStaged(JobRig &rig, StagedProvider &provider, int requests)
{
    return rig.submit(rig.connect(u"staged"_s, provider.url()), requests);
}

} // namespace

class StagedFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startFaults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("follows");
        for (const int status : {400, 402, 403, 410, 413, 422})
            QTest::addRow("%d", status) << status << u"asks"_s;
        for (const int status : {408, 425, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << u"again"_s;
        QTest::newRow("401") << 401 << u"key"_s;
    }
    void startFaults()
    {
        QFETCH(const int, status);
        QFETCH(const QString, follows);
        StagedProvider provider;
        provider.server().once("POST", startPath, refusal(status));
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3);
        if (follows == "key"_L1) {
            WAIT_FOR(rig.driver->connectionTrouble(rig.batch(run).connection));
            rig.driver->keyChanged(rig.batch(run).connection);
        } else if (follows == "asks"_L1) {
            WAIT_FOR(rig.batch(run).facts.reason.contains(u"refused to start"_s));
            QTest::qWait(30);
            QCOMPARE(provider.hits("POST " + startPath), 1);
            QCOMPARE(rig.batch(run).facts.error->httpStatus, status);
            QVERIFY(JobRig::wait(rig.driver->startHeld(run)));
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.hits("POST " + startPath), 2);
        QCOMPARE(provider.added().size(), 3);
        QVERIFY(!rig.batch(run).facts.error);
    }

    void createFaults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<BatchState>("state");
        for (const int status : {400, 402, 403, 404, 413, 422, 501})
            QTest::addRow("%d", status) << status << BatchState::Failed;
        for (const int status : {409, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << BatchState::Unknown;
        QTest::newRow("401") << 401 << BatchState::Held;
        QTest::newRow("429") << 429 << BatchState::Completed; // goes again by itself
    }
    void createFaults()
    {
        QFETCH(const int, status);
        QFETCH(const BatchState, state);
        StagedProvider provider;
        provider.server().once("POST", "/v1/batches", refusal(status));
        JobRig rig(0.0005);
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR_EQUAL(rig.state(run), state);
        if (state == BatchState::Unknown)
            WAIT_FOR(rig.batch(run).facts.reason.contains(u"does not show it"_s));
        QCOMPARE(provider.hits("POST /v1/batches"), status == 429 ? 2 : 1);
    }

    void statusFaults_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 501, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void statusFaults()
    {
        QFETCH(const int, status);
        StagedProvider provider;
        provider.server().once("GET", "/v1/batches/batch_1", {refusal(status), refusal(status)});
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3);
        for (int times = 0; status == 401 && times < 2; ++times) {
            WAIT_FOR(rig.driver->connectionTrouble(rig.batch(run).connection));
            rig.driver->keyChanged(rig.batch(run).connection);
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.hits("POST " + startPath), 1);
    }

    void cancelFaults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("goesAgain");
        for (const int status : {400, 402, 403, 404, 409, 413, 422, 501})
            QTest::addRow("%d", status) << status << false;
        for (const int status : {429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << true;
    }
    void cancelFaults()
    {
        QFETCH(const int, status);
        QFETCH(const bool, goesAgain);
        StagedProvider provider;
        provider.hold();
        provider.server().once("POST", "/v1/batches/batch_1/cancel", refusal(status));
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR_EQUAL(provider.hits("POST /v1/batches/batch_1/cancel"), goesAgain ? 2 : 1);
        provider.finish();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), goesAgain ? BatchState::Cancelled : BatchState::Completed);
    }

    void listFaults_data() { statusFaults_data(); }
    void listFaults()
    {
        QFETCH(const int, status);
        StagedProvider provider;
        JobRig rig;
        const ConnectionId connection = rig.connect(u"staged"_s, provider.url());
        const RunId run = rig.submit(connection, 3);
        WAIT_FOR(rig.hasResults(run));
        provider.server().once("GET", "/v1/batches", refusal(status));
        provider.server().once("GET", requestsPath, refusal(status));
        const QFuture<Result<ListPage>> list = rig.driver->list(connection, {});
        const QFuture<Result<RequestPage>> requests = rig.driver->requests(run, {});
        WAIT_FOR(list.isFinished() && requests.isFinished());
        QVERIFY(!list.result() && !requests.result());
        const bool hasNone = status == 501;
        QCOMPARE(requests.result().error().kind == ErrorKind::NotSupported, hasNone);
        QCOMPARE(list.result().error().kind == ErrorKind::NotSupported, hasNone || status == 404);
        if (!hasNone)
            QCOMPARE(requests.result().error().httpStatus, status);
    }
};

QTEST_GUILESS_MAIN(StagedFaultsTest)
#include "tst_stagedfaults.moc"
