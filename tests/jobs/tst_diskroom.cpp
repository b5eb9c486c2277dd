// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A disk without room for the results: nothing is paid for that could not be kept, and what is on
// its way waits and goes on by itself.
#include "jobrig.h"
#include "net/rangeserver.h"

#include "jobs/diskroom.h"
#include "net/diskfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

namespace {

constexpr qint64 mebi = 1024 * 1024;

int paidOrUploaded(FakeProvider &provider)
{
    return provider.createCalls() + provider.server().hits("POST /v1/files");
}

} // namespace

class DiskRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRule()
    {
        QCOMPARE(roomForResults(0), 64 * mebi);
        QCOMPARE(roomForResults(20 * mebi), 64 * mebi);
        QCOMPARE(roomForResults(100 * mebi), 300 * mebi);
        QVERIFY(freeSpaceAt(QDir::tempPath()) >= 0);
        QCOMPARE(freeSpaceAt(u"/no/such/folder"_s), -1);
    }

    void refusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("files") << Wire::Files;
        QTest::newRow("inline") << Wire::Inline;
    }
    void refusedBeforeAnythingIsSent()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        JobRig rig;
        rig.freeSpace = 64 * mebi - 1;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        const Error error = *rig.batch(run).facts.error;
        QCOMPARE(error.kind, ErrorKind::Disk);
        QCOMPARE(error.code, QString(noSpaceCode));
        QVERIFY2(error.message.contains(u"not sent"_s), qPrintable(error.message));
        QCOMPARE(paidOrUploaded(provider), 0);

        // It surely was not created, so it goes on under its own id.
        rig.freeSpace = 64 * mebi;
        QVERIFY(JobRig::wait(rig.driver->submit(run)));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.createCalls(), 1);
    }

    /// The upload went well, and then the disk filled up.
    void refusedAfterTheUploadToo()
    {
        FakeProvider provider(Wire::Files);
        provider.delayOnce("POST /v1/files", 200ms);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(provider.server().hits("POST /v1/files"), 1);
        rig.freeSpace = 0;
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::Disk);
        QCOMPARE(provider.createCalls(), 0);
    }

    /// What is under way needs its room as well.
    void othersCount()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId first = rig.submit(connection, 5, 1);
        WAIT_FOR_EQUAL(rig.state(first), BatchState::Running);
        Batch large = rig.batch(first);
        large.bodyBytes = 200 * mebi;
        QVERIFY(JobRig::wait(rig.library->save(large)));

        rig.freeSpace = 600 * mebi; // and some bytes more are needed
        const RunId second = rig.submit(connection, 5, 2);
        WAIT_FOR_EQUAL(rig.state(second), BatchState::Failed);
        QCOMPARE(rig.batch(second).facts.error->kind, ErrorKind::Disk);
        QCOMPARE(provider.createCalls(), 1);
        rig.freeSpace = 601 * mebi;
        QVERIFY(JobRig::wait(rig.driver->submit(second)));
        WAIT_FOR_EQUAL(rig.state(second), BatchState::Running);
        provider.finishAll();
        WAIT_FOR(rig.hasResults(first) && rig.hasResults(second));
    }

    /// Who waits here for other reasons is not failed in the night because of the disk.
    void whatIsHeldGoesOnWaiting()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig(0.001);
        provider.server().once(
            "POST", "/v1/batches",
            FaultReply::json(429, R"({"error":{"message":"slower"}})").with("Retry-After", "1"));
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        rig.freeSpace = 0;
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"no room on the disk"_s));
        QCOMPARE(rig.state(run), BatchState::Held);
        QCOMPARE(provider.createCalls(), 1);
        rig.freeSpace = 64 * mebi;
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(provider.createCalls(), 2);
        QCOMPARE(provider.created(), 1);
    }

    void downloadsWaitAndGoOn()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        rig.freeSpace = 1000;
        provider.finishAll();
        WAIT_FOR(rig.batch(run).facts.error);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::Disk);
        QVERIFY(rig.batch(run).facts.error->message.contains(u"disk is full"_s));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QVERIFY(!rig.batch(run).facts.resultsComplete);
        QCOMPARE(provider.server().hits("GET /v1/files/out*"), 0);
        rig.freeSpace = 1LL << 40;
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.error);
        QCOMPARE(provider.server().hits("GET /v1/files/out*"), 1);
    }

    /// Of a part only the rest needs room.
    void theRestOfAPartNeedsLessRoom()
    {
        const QByteArray lines
            = (FakeProvider::resultLine("q-0") + '\n').leftJustified(4 * mebi, ' ') + '\n';
        FakeProvider provider(Wire::Files);
        std::atomic<bool> isCutting = true;
        provider.server().on("GET", "/v1/files/out*", [&](const FaultRequest &request) {
            const FaultReply reply = RangeServer::answer(request, lines, R"("v1")");
            // The rest of it may be asked for before the test has looked.
            const QByteArray range = request.header("range"); // bytes=123-
            const qint64 from = range.mid(6).chopped(range.isEmpty() ? 0 : 1).toLongLong();
            return isCutting ? reply.cutBodyAt(3 * mebi - from).hesitating(5ms) : reply;
        });
        JobRig rig(0.001);
        const RunId run = rig.submit(rig.connect(provider), 1);
        WAIT_FOR(rig.sizeOf(u"output.jsonl.part"_s) == 3 * mebi);
        rig.freeSpace = 3 * mebi / 2;
        WAIT_FOR(rig.batch(run).facts.error
                 && rig.batch(run).facts.error->code == QString(noSpaceCode));
        isCutting = false;
        rig.freeSpace = 5 * mebi / 2;
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(rig.resultIds(run).contains(u"q-0"_s));
    }

    void whatNobodyNeedsAnyMoreIsRemoved()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        provider.showPartial(2);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        QVERIFY(JobRig::wait(rig.driver->fetch(run)));
        WAIT_FOR_EQUAL(rig.resultIds(run).size(), 2);
        const QFileInfo first(rig.library->absolute(rig.batch(run).resultFiles.first().path));
        for (const QString &name : {u"page.jsonl.page.part"_s, u"output-9.jsonl.part"_s,
                                    u"output-9.jsonl.part.json"_s, u"somebody-elses.txt"_s}) {
            QFile file(first.dir().filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        }
        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        const QString last = QFileInfo(rig.batch(run).resultFiles.first().path).fileName();
        WAIT_FOR_EQUAL(rig.files(u"results"_s), QStringList({last, u"somebody-elses.txt"_s}));
        QVERIFY(last != first.fileName());
    }
};

QTEST_GUILESS_MAIN(DiskRoomTest)
#include "tst_diskroom.moc"
