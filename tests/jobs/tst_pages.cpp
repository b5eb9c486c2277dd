// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results that come in pages: all of them, each once, whatever a page does.
#include "jobrig.h"
#include "stagedprovider.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

using Settings = QMap<QString, QString>;

namespace {

const QByteArray resultsPath = "/v1/batches/batch_1/results";
const QByteArray resultsCall = "GET " + resultsPath;
const QByteArray requestsPath = "/v1/batches/batch_1/requests";

QStringList sources(const Batch &batch)
{
    QStringList names;
    for (const ResultFile &file : batch.resultFiles)
        names << u"%1 %2"_s.arg(file.source).arg(file.lines);
    return names;
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

private:
    static RunId submitStaged(JobRig &rig, StagedProvider &provider, int requests, int pageSize = 2)
    {
        const Settings settings{{u"page_size"_s, QString::number(pageSize)}};
        return rig.submit(rig.connect(u"staged"_s, provider.url(), settings), requests);
    }

private Q_SLOTS:
    void allPagesBecomeOneFile_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("pages");
        QTest::newRow("one page, not full") << 1 << 1;
        QTest::newRow("one full page") << 2 << 1;
        QTest::newRow("some pages") << 7 << 4;
    }
    void allPagesBecomeOneFile()
    {
        QFETCH(const int, requests);
        QFETCH(const int, pages);
        StagedProvider provider;
        JobRig rig;
        const RunId run = submitStaged(rig, provider, requests);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), requests);
        QCOMPARE(sources(rig.batch(run)), QStringList{u"page %1"_s.arg(requests)});
        QCOMPARE(provider.hits(resultsCall), pages);
        QCOMPARE(rig.files(u"results"_s), QStringList{u"page.jsonl"_s});
    }

    /// Where nobody says whether there is more, a full page is not taken for the last.
    void whereNobodySaysWhetherThereIsMore()
    {
        StagedProvider provider;
        provider.hideHasMore();
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 4);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 4);
        QCOMPARE(provider.hits(resultsCall), 3);
    }

    void anIgnoredCursorEnds()
    {
        StagedProvider provider;
        provider.ignoreCursors();
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), QStringList({u"q-0"_s, u"q-1"_s}));
        QVERIFY(provider.hits(resultsCall) <= 6); // two for each of the rounds that wait for more
    }

    void pagesThatOverlapGiveEachRowOnce()
    {
        StagedProvider provider;
        provider.repeatRows();
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run),
                 QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s, u"q-4"_s}));
    }

    void failedRowsWithoutResultAreAskedFor()
    {
        StagedProvider provider;
        provider.setFailing({1, 3}, false);
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(sources(rig.batch(run)), QStringList({u"page 3"_s, u"requests 2"_s}));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(provider.server()
                    .requests("GET " + requestsPath)
                    .last()
                    .query.contains("status=failed"));
    }

    void failedRowsWithResultAreNotAskedForAgain()
    {
        StagedProvider provider;
        provider.setFailing({1, 3}, true);
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(sources(rig.batch(run)), QStringList({u"page 5"_s}));
        QCOMPARE(provider.hits("GET " + requestsPath), 0);
    }

    /// A server that ignores the filter lists all: only what failed and has no result counts.
    void aListThatIgnoresTheFilter()
    {
        StagedProvider provider;
        provider.setFailing({1}, false);
        provider.server().on("GET", requestsPath, FaultReply::json(200, R"({"data":[
                {"id":"req_0","custom_id":"q-0","status":"completed"},
                {"id":"req_1","custom_id":"q-1","status":"failed"},
                {"id":"req_2","custom_id":"q-2","status":"failed"}],"has_more":false})"));
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3, 100);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(sources(rig.batch(run)), QStringList({u"page 2"_s, u"requests 1"_s}));
        QCOMPARE(rig.resultIds(run), QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s}));
    }

    void faults_data()
    {
        QTest::addColumn<FaultReply>("reply");
        for (const int status :
             {400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 501, 502, 503, 504})
            QTest::addRow("%d", status) << refusal(status);
        QTest::newRow("no answer") << FaultReply::closed();
        QTest::newRow("cut") << FaultReply::json(200, R"({"data":[{"id":"req_2")");
        QTest::newRow("a page of the web") << FaultReply::html(200, "<html>log in</html>");
        QTest::newRow("no page") << FaultReply::json(200, R"({"object":"list"})");
        QTest::newRow("429 with a time") << refusal(429).with("retry-after", "0.05");
    }
    /// On the second page; of the list of failed requests on its first.
    void faults()
    {
        QFETCH(const FaultReply, reply);
        StagedProvider provider;
        provider.setFailing({4}, false);
        provider.server().once(
            "GET", resultsPath,
            {FaultReply::json(
                 200,
                 R"({"data":[{"id":"req_0","custom_id":"q-0","status":"completed","response":{}}],"has_more":true})"),
             reply});
        provider.server().once("GET", requestsPath, reply);
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        for (int times = 0; reply.status == 401 && times < 2; ++times) {
            WAIT_FOR(rig.driver->connectionTrouble(rig.batch(run).connection));
            rig.driver->keyChanged(rig.batch(run).connection);
        }
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run),
                 QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s, u"q-4"_s}));
        QVERIFY(!rig.batch(run).facts.error);
    }

    void aProviderThatNeverListsFailedOnes_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 405, 410, 422, 501})
            QTest::addRow("%d", status) << status;
    }
    void aProviderThatNeverListsFailedOnes()
    {
        QFETCH(const int, status);
        StagedProvider provider;
        provider.setFailing({1}, false);
        provider.withoutRequestList(status);
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 3);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), QStringList({u"q-0"_s, u"q-2"_s}));
    }

    void whatIsThereSoFarIsReplacedAtTheEnd()
    {
        StagedProvider provider;
        provider.hold();
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 5);
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        provider.server().once(
            "GET", resultsPath,
            FaultReply::json(
                200,
                R"({"data":[{"id":"req_3","custom_id":"q-3","status":"completed","response":{}}],"has_more":false})"));
        QVERIFY(JobRig::wait(rig.driver->fetch(run)));
        WAIT_FOR_EQUAL(rig.resultIds(run), QStringList{u"q-3"_s});
        QVERIFY(isLive(rig.state(run)));
        provider.finish();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QCOMPARE(sources(rig.batch(run)), QStringList{u"page 5"_s});
    }

    void endedAmongPagesBeginsAnew()
    {
        StagedProvider provider;
        JobRig rig;
        const RunId run = submitStaged(rig, provider, 40);
        WAIT_FOR(provider.hits(resultsCall) > 3);
        rig.restart();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 40);
        QCOMPARE(rig.files(u"results"_s), QStringList{u"page.jsonl"_s});
    }

    void manyPages()
    {
        const int requests = qEnvironmentVariableIntValue("BATCHDESK_TEST_PAGES") > 0
            ? qEnvironmentVariableIntValue("BATCHDESK_TEST_PAGES")
            : 600;
        StagedProvider provider;
        JobRig rig;
        const RunId run = submitStaged(rig, provider, requests, 1);
        QVERIFY(QTest::qWaitFor([&] { return rig.hasResults(run); }, 240'000));
        QCOMPARE(sources(rig.batch(run)), QStringList{u"page %1"_s.arg(requests)});
        QCOMPARE(provider.hits(resultsCall), requests);
    }
};

QTEST_GUILESS_MAIN(PagesTest)
#include "tst_pages.moc"
