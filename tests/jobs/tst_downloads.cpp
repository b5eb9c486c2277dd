// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results of a batch whose download is cut: what is here is kept, through a new start of the program
// too, and what is taken for the results in the end is all of them.
#include "jobrig.h"
#include "net/rangeserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

namespace {

constexpr int requests = 1000;
const QByteArray etag = R"("v1")";

QByteArray resultLines()
{
    QByteArray lines;
    for (int row = 0; row < requests; ++row)
        lines += FakeProvider::resultLine("q-" + QByteArray::number(row)) + '\n';
    return lines;
}

QStringList allIds()
{
    QStringList ids;
    for (int row = 0; row < requests; ++row)
        ids << u"q-%1"_s.arg(row);
    ids.sort();
    return ids;
}

} // namespace

class DownloadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsGoOnWhereTheyEnded()
    {
        const QByteArray lines = resultLines();
        FakeProvider provider(Wire::Files);
        std::atomic<qsizetype> sent = 0;
        provider.server().on("GET", "/v1/files/out*", [&](const FaultRequest &request) {
            const FaultReply reply = RangeServer::answer(request, lines, etag);
            const qsizetype left = lines.size() - RangeServer::startOf(request).value_or(0);
            const qsizetype now = std::min<qsizetype>(left, 40'000);
            sent += now;
            return now == left ? reply : reply.cutBodyAt(now).hesitating(5ms);
        });
        JobRig rig(0.0005);
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), allIds());
        QVERIFY(provider.server().hits("GET /v1/files/out*") > 5);
        QCOMPARE(qsizetype(sent), lines.size());
        QCOMPARE(rig.files(u"results"_s), QStringList(u"output.jsonl"_s));
    }

    void aPartIsFoundAgainAfterARestart()
    {
        const QByteArray lines = resultLines();
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*", [&lines](const FaultRequest &request) {
            const FaultReply reply = RangeServer::answer(request, lines, etag);
            return RangeServer::startOf(request) ? reply : reply.cutBodyAt(100'000).thenStall();
        });
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(rig.sizeOf(u"output.jsonl.part"_s) == 100'000);
        rig.restart();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), allIds());
        const QList<FaultRequest> asked = provider.server().requests("GET /v1/files/out*");
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.last().header("range"), "bytes=100000-");
        QCOMPARE(rig.files(u"results"_s), QStringList(u"output.jsonl"_s));
    }

    /// Cut in chunks Qt says nothing; the last line does.
    void aSilentCutGoesOnToo()
    {
        const QByteArray lines = resultLines();
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*", [&lines](const FaultRequest &request) {
            const FaultReply reply = RangeServer::answer(request, lines, etag).chunked();
            return RangeServer::startOf(request) ? reply : reply.cutBodyAt(50'000).hesitating(5ms);
        });
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), allIds());
        const QList<FaultRequest> asked = provider.server().requests("GET /v1/files/out*");
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.last().header("range").startsWith("bytes=4"));
        QCOMPARE(rig.files(u"results"_s), QStringList(u"output.jsonl"_s));
    }

    /// The provider itself has no more than half a line at the end.
    void aFileThatEndsSoIsTakenAsItIs()
    {
        const QByteArray lines = resultLines().chopped(20);
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*", [&lines](const FaultRequest &request) {
            return RangeServer::answer(request, lines, etag).chunked();
        });
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.batch(run).resultFiles.first().bytes, lines.size());
        QCOMPARE(rig.files(u"results"_s), QStringList(u"output.jsonl"_s));
    }

    /// The same name here, but another file there.
    void aPartOfAnotherFileIsNotUsed()
    {
        const QByteArray lines = resultLines();
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*",
                             RangeServer::whole(lines, etag).cutBodyAt(100'000).thenStall());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(rig.sizeOf(u"output.jsonl.part"_s) == 100'000);
        Batch batch = rig.batch(run);
        rig.end();
        {
            Library library(rig.folder.path(), rig.clock);
            QVERIFY(library.open());
            const auto lease = library.takeLease(batch.connection);
            WAIT_FOR(lease.isFinished() && lease.result().value_or(false));
            batch.facts.outputFileId = u"out-other"_s;
            QVERIFY(JobRig::wait(library.save(batch)));
        }
        provider.server().on("GET", "/v1/files/out-other/content",
                             [&lines](const FaultRequest &request) {
                                 return RangeServer::answer(request, lines, etag);
                             });
        rig.restart();
        WAIT_FOR(rig.hasResults(run));
        const QList<FaultRequest> asked
            = provider.server().requests("GET /v1/files/out-other/content");
        QVERIFY(!asked.isEmpty());
        QVERIFY(asked.first().header("range").isEmpty());
        QCOMPARE(rig.resultIds(run), allIds());
    }

    /// Answers that bring their results along, cut in their midst, start over.
    void resultsWithinAnAnswerStartOver()
    {
        FakeProvider provider(Wire::Inline);
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider), requests);
        WAIT_FOR(!rig.batch(run).facts.remoteId.isEmpty());
        const FaultRequest ask{.path = "/v1/batches/" + rig.batch(run).facts.remoteId.toLatin1()};
        provider.finishAll();
        const FaultReply whole = provider.get(ask).with("ETag", etag);
        provider.server().once("GET", "/v1/batches/*", {whole.cutBodyAt(100'000).hesitating(5ms)});
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run), allIds());
        for (const FaultRequest &request : provider.server().requests("GET /v1/batches/*"))
            QVERIFY(request.header("range").isEmpty());
        QCOMPARE(rig.files(u"results"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(DownloadsTest)
#include "tst_downloads.moc"
