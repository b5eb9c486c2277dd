// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults of a provider on every call but the paid one (tst_doubt) and its limits (tst_hold): the
// state stays true, the message is clear, it goes on by itself, and other runs are not touched.
#include "jobrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Wire = FakeProvider::Wire;

namespace {

struct Fault {
    const char *name;
    FaultReply reply;
};

/// What any call may be answered with and which asking again may cure.
QList<Fault> passingFaults()
{
    return {{"408", refusal(408)},
            {"500 with a page", FaultReply::html(500, "<html>oh</html>")},
            {"502", refusal(502)},
            {"503", refusal(503)},
            {"504", refusal(504)},
            {"no answer", FaultReply::closed()},
            {"reset", FaultReply::broken()},
            {"a page with 200", FaultReply::html(200, "<html>log in</html>")},
            {"an empty body", FaultReply::json(200, QByteArray())},
            {"a cut body",
             FaultReply::json(200, R"({"id":"batch_1","status":"completed","x":1})").cutBodyAt(20)},
            {"a cut chunk",
             FaultReply::json(200, R"({"id":"batch_1","status":"completed","x":1})")
                 .chunked(10)
                 .cutBodyAt(25)},
            {"wrong JSON", FaultReply::json(200, "[1, 2]")},
            {"cut JSON",
             FaultReply::json(200, R"({"id":"batch_1","status":"completed"})"_ba.first(25))},
            {"an object that says nothing", FaultReply::json(200, "{}")}};
}

} // namespace

class BadProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pollsGoOn_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::addColumn<FaultReply>("reply");
        QList<Fault> faults = passingFaults();
        for (const int status : {400, 402, 403, 404, 409, 410, 422, 429, 501})
            faults.append({nullptr, refusal(status)});
        for (const Fault &fault : std::as_const(faults)) {
            const QByteArray name = fault.name != nullptr ? QByteArray(fault.name)
                                                          : QByteArray::number(fault.reply.status);
            QTest::addRow("files, %s", name.constData()) << Wire::Files << fault.reply;
            QTest::addRow("inline, %s", name.constData()) << Wire::Inline << fault.reply;
        }
    }

    void pollsGoOn()
    {
        QFETCH(const Wire, wire);
        QFETCH(const FaultReply, reply);
        FakeProvider provider(wire);
        provider.setPhases({"validating", "in_progress"});
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        const RequestCounts counts = rig.batch(run).facts.counts;

        provider.server().once("GET", "/v1/batches/*", {reply, reply, reply});
        WAIT_FOR(rig.batch(run).facts.error);
        const Error shown = *rig.batch(run).facts.error;
        QVERIFY(!userText(shown).isEmpty());
        if (reply.status >= 300 && reply.wire.isEmpty())
            QCOMPARE(shown.httpStatus, reply.status);
        if (reply.body.contains("words"))
            QVERIFY(shown.message.contains(u"the provider's words"_s));
        // Nothing of what was known is lost.
        QCOMPARE(rig.state(run), BatchState::Running);
        QCOMPARE(rig.batch(run).facts.counts, counts);
        QVERIFY(!rig.batch(run).facts.remoteId.isEmpty());

        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.error);
        QCOMPARE(provider.createCalls(), 1);
    }

    void anUnknownStatusIsShownAndPolled()
    {
        FakeProvider provider(Wire::Files);
        provider.setPhases({"validating", "pondering"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.batch(run).facts.rawStatus, u"pondering"_s);
        QCOMPARE(rig.state(run), BatchState::Running);
        QVERIFY(rig.batch(run).facts.unknownStatus);
        const int looks = provider.server().hits("GET /v1/batches/*");
        WAIT_FOR(provider.server().hits("GET /v1/batches/*") > looks + 1);
        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(!rig.batch(run).facts.unknownStatus);
    }

    /// Words for what is not begun must not lead to a second creation.
    void earlyWordsAfterTheCreationAreNoNewStart_data()
    {
        QTest::addColumn<QByteArray>("word");
        for (const char *word :
             {"created", "draft", "uploading", "creating", "new", "unknown", "held"})
            QTest::newRow(word) << QByteArray(word);
    }

    void earlyWordsAfterTheCreationAreNoNewStart()
    {
        QFETCH(const QByteArray, word);
        FakeProvider provider(Wire::Files);
        provider.setPhases({word, word, word, "completed"});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.createCalls(), 1);
    }

    void uploadsAreTriedAgain_data()
    {
        QTest::addColumn<FaultReply>("reply");
        for (const Fault &fault : passingFaults())
            QTest::newRow(fault.name) << fault.reply;
        QTest::newRow("429") << refusal(429);
    }

    void uploadsAreTriedAgain()
    {
        QFETCH(const FaultReply, reply);
        FakeProvider provider(Wire::Files);
        // Qt itself repeats an upload that ends without an answer, up to four times.
        provider.server().once("POST", "/v1/files", QList<FaultReply>(16, reply));
        JobRig rig(0.0002);
        const RunId run = rig.submit(rig.connect(provider));
        QString reason;
        QObject::connect(rig.library.get(), &Library::batchesChanged, rig.library.get(), [&] {
            if (rig.state(run) == BatchState::Held && rig.batch(run).facts.error)
                reason = rig.batch(run).facts.reason;
        });
        WAIT_FOR(rig.hasResults(run));
        QVERIFY(!reason.isEmpty());
        QCOMPARE(rig.state(run), BatchState::Completed);
        QVERIFY(rig.batch(run).facts.reason.isEmpty());
        QCOMPARE(provider.createCalls(), 1);
        QVERIFY(rig.batch(run).history.size() < 12);
    }

    void refusedUploadsFail_data()
    {
        QTest::addColumn<FaultReply>("reply");
        for (const int status : {400, 402, 403, 404, 413, 415, 422, 501})
            QTest::addRow("%d", status) << refusal(status);
        QTest::newRow("the file is no good") << FaultReply::json(
            200, R"({"id":"file-1","status":"error","status_details":"the provider says no"})");
    }

    void refusedUploadsFail()
    {
        QFETCH(const FaultReply, reply);
        FakeProvider provider(Wire::Files);
        provider.server().on("POST", "/v1/files", reply);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        QVERIFY(rig.batch(run).facts.error->message.contains(u"the provider"_s));
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
        QCOMPARE(provider.createCalls(), 0);
    }

    void anUploadMayTakeItsTime()
    {
        FakeProvider provider(Wire::Files);
        provider.server().on("POST", "/v1/files",
                             FaultReply::json(200, R"({"id":"file-1","status":"pending"})"));
        provider.server().once(
            "GET", "/v1/files/file*",
            {refusal(404), FaultReply::json(200, R"({"id":"file-1","status":"processing"})"),
             FaultReply::html(500, "<html>"),
             FaultReply::json(
                 200, R"({"id":"file-1","status":"error","status_details":"line 3 is bad"})")});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Failed);
        QVERIFY(rig.batch(run).facts.error->message.contains(u"line 3 is bad"_s));
        QCOMPARE(provider.server().hits("GET /v1/files/file*"), 4);
        QCOMPARE(provider.createCalls(), 0);
    }

    void downloadsAreTriedAgain_data()
    {
        QTest::addColumn<FaultReply>("reply");
        const QByteArray lines = FakeProvider::resultLine("q-4") + '\n'
            + FakeProvider::resultLine("q-3") + '\n' + FakeProvider::resultLine("q-2") + '\n';
        for (const Fault &fault : passingFaults())
            if (fault.reply.status >= 300 || !fault.reply.wire.isEmpty()
                || fault.reply.end != FaultReply::End::Keep)
                QTest::newRow(fault.name) << fault.reply;
        QTest::newRow("a page with 200") << FaultReply::html(200, "<html>log in</html>\n");
        QTest::newRow("429") << refusal(429);
        QTest::newRow("403") << refusal(403);
        QTest::newRow("404, not there yet") << refusal(404);
        QTest::newRow("cut by length") << FaultReply::jsonl(lines).cutBodyAt(lines.size() - 20);
        QTest::newRow("cut in a chunk")
            << FaultReply::jsonl(lines).chunked(100).cutBodyAt(lines.size() - 20);
        QTest::newRow("cut without a length")
            << FaultReply::jsonl(lines).untilClose().cutBodyAt(lines.size() - 20);
        QTest::newRow("whole lines, but too few")
            << FaultReply::jsonl(FakeProvider::resultLine("q-4") + '\n').untilClose();
        QTest::newRow("nothing at all") << FaultReply::jsonl("");
    }

    void downloadsAreTriedAgain()
    {
        QFETCH(const FaultReply, reply);
        FakeProvider provider(Wire::Files);
        provider.server().once("GET", "/v1/files/out*", reply);
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(!rig.batch(run).facts.error);
        // Twice, or once more by Qt itself, on a kept connection that the server has just closed.
        const int hits = provider.server().hits("GET /v1/files/out*");
        QVERIFY2(hits == 2 || hits == 3, qPrintable(QString::number(hits)));
        QCOMPARE(provider.createCalls(), 1);
        // What did not count is not left lying about, but for a whole file that was replaced.
        WAIT_FOR(rig.files(u"results"_s).filter(u".part"_s).isEmpty());
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({run}));
    }

    void aCutDownloadLeavesNoFileAndNoState()
    {
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*",
                             FaultReply::jsonl(QByteArray(5000, 'x')).cutBodyAt(100));
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(provider.server().hits("GET /v1/files/out*") >= 3);
        WAIT_FOR(rig.batch(run).facts.error);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::BadReply);
        QCOMPARE(rig.state(run), BatchState::Completed);
        QVERIFY(!rig.batch(run).facts.resultsComplete);
        QVERIFY(rig.batch(run).resultFiles.isEmpty());
        WAIT_FOR_EQUAL(rig.files(u"results"_s), QStringList());
        QVERIFY(rig.ended.isEmpty());
    }

    void aFileThatReallyIsShortIsTakenAsItIs()
    {
        FakeProvider provider(Wire::Files);
        const QByteArray lines
            = FakeProvider::resultLine("q-4") + '\n' + FakeProvider::resultLine("q-3").first(30);
        provider.server().on("GET", "/v1/files/out*", FaultReply::jsonl(lines));
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.batch(run).resultFiles.size(), 1);
        QCOMPARE(rig.batch(run).resultFiles.first().lines, 2);
        QVERIFY(provider.server().hits("GET /v1/files/out*") <= 4);
    }

    void unknownAndMissingIdsAreKept()
    {
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/files/out*",
                             FaultReply::jsonl(FakeProvider::resultLine("q-4") + '\n'
                                               + FakeProvider::resultLine("nobody") + '\n'
                                               + R"({"response":null,"error":{"message":"?"}})"
                                               + '\n' + FakeProvider::resultLine("q-4") + '\n'
                                               + "not json\n"));
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(rig.batch(run).resultFiles.first().lines, 5);
    }

    void cancelFaults_data()
    {
        QTest::addColumn<FaultReply>("reply");
        QTest::addColumn<bool>("cancels");
        // Where an answer in chunks was cut nobody can tell; that it was a 200 is enough.
        for (const Fault &fault : passingFaults())
            if (fault.reply.framing != FaultReply::Framing::Chunked)
                QTest::newRow(fault.name) << fault.reply << true;
        QTest::newRow("429") << refusal(429) << true;
        QTest::newRow("400") << refusal(400) << false;
        QTest::newRow("404") << refusal(404) << false;
        QTest::newRow("409") << refusal(409) << false;
        QTest::newRow("402") << refusal(402) << false;
        QTest::newRow("403") << refusal(403) << false;
        QTest::newRow("422") << refusal(422) << false;
        QTest::newRow("501") << refusal(501) << false;
    }

    void cancelFaults()
    {
        QFETCH(const FaultReply, reply);
        QFETCH(const bool, cancels);
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        JobRig rig(0.002);
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        provider.server().once("POST", "/v1/batches/*", reply);
        QVERIFY(JobRig::wait(rig.driver->cancel(run)));
        WAIT_FOR(provider.server().hits("POST /v1/batches/*") >= 1);
        const bool isPage = reply.body.startsWith('<'); // of somebody else: asked again
        const bool isTaken = reply.status < 300 && reply.wire.isEmpty()
            && reply.end == FaultReply::End::Keep && !isPage;
        if (cancels && !isTaken) {
            WAIT_FOR(rig.hasResults(run));
            QCOMPARE(rig.state(run), BatchState::Cancelled);
            return;
        }
        // Taken although nothing can be read of it, or refused: the provider's word decides.
        WAIT_FOR(!rig.batch(run).facts.cancelRequested);
        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.server().hits("POST /v1/batches/*"), 1);
    }
};

QTEST_GUILESS_MAIN(BadProviderTest)
#include "tst_badprovider.moc"
