// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is at the provider, whoever made it, and following it.
#include "jobrig.h"

#include "jobs/intake.h"
#include "jobs/remotebatches.h"
#include "support/files.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Wire = FakeProvider::Wire;

namespace {

template <class T>
Result<T> answer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return Failure(Error{.message = u"no answer"_s});
    return future.result();
}

TakenIn takenIn(const JobRig &rig, const QByteArray &lines)
{
    const QString path = rig.library->newPath(u"inputs"_s, u".jsonl"_s);
    writeFile(rig.library->absolute(path), lines);
    TakenIn taken{.inputFile = path, .originPath = u"elsewhere/input.jsonl"_s, .report = {}};
    taken.report.requests = lines.count('\n');
    taken.report.bytes = lines.size();
    taken.report.sha256 = "a hash";
    taken.report.models = {{u"gpt-x"_s, taken.report.requests}};
    taken.report.endpoints = {{u"/v1/chat/completions"_s, taken.report.requests}};
    return taken;
}

QByteArray line(const QByteArray &id)
{
    return R"({"custom_id":")" + id + R"(","body":{"model":"gpt-x","messages":[]}})" + '\n';
}

} // namespace

class RemoteBatchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsOursAndOthers_data() { bothDialects(); }
    void listsOursAndOthers()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.addOthers(3);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId run = rig.submit(connection);
        WAIT_FOR(rig.hasResults(run));

        const Result<ListPage> page = answer(rig.driver->list(connection, {}));
        QVERIFY(page);
        QCOMPARE(page->batches.size(), 4);
        const QString ours = rig.batch(run).facts.remoteId;
        int known = 0;
        for (const RemoteBatch &remote : page->batches) {
            const RunId found = runOfRemote(*rig.library, connection, remote.facts.remoteId);
            QCOMPARE(found.isNull(), remote.facts.remoteId != ours);
            known += found == run ? 1 : 0;
        }
        QCOMPARE(known, 1);
        QVERIFY(runOfRemote(*rig.library, {}, ours).isNull());
    }

    void asksForAPageAsTold()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        QVERIFY(answer(rig.driver->list(connection, {.limit = 7, .after = u"batch_5"_s})));
        const QList<FaultRequest> asked = provider.server().requests("GET /v1/batches");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().query, "limit=7&after=batch_5"_ba);
    }

    void filtersByTheirWordOrOurs_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("count");
        QTest::newRow("their word") << u"in_progress"_s << 3;
        QTest::newRow("in capitals") << u"IN_PROGRESS"_s << 3;
        QTest::newRow("our word") << u"running"_s << 3;
        QTest::newRow("another") << u"completed"_s << 1;
        QTest::newRow("none") << u"failed"_s << 0;
    }
    void filtersByTheirWordOrOurs()
    {
        QFETCH(const QString, status);
        QFETCH(const int, count);
        FakeProvider provider(Wire::Files);
        provider.addOthers(3);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId ours = rig.submit(connection);
        WAIT_FOR(rig.hasResults(ours));
        const Result<ListPage> page = answer(rig.driver->list(connection, {.status = status}));
        QVERIFY(page);
        QCOMPARE(page->batches.size(), count);
    }

    void aProviderWithoutAListIsSaid_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void aProviderWithoutAListIsSaid()
    {
        QFETCH(const int, status);
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/v1/batches",
                             FaultReply::json(status, R"({"error":{"message":"no"}})"));
        JobRig rig;
        const Result<ListPage> page = answer(rig.driver->list(rig.connect(provider), {}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::NotSupported);
        QVERIFY(page.error().message.contains(u"no list"_s));
    }

    void otherErrorsOfTheListAreShown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("400") << 400 << ErrorKind::Rejected;
        QTest::newRow("401") << 401 << ErrorKind::Unauthorised;
        QTest::newRow("422") << 422 << ErrorKind::Rejected;
        QTest::newRow("429") << 429 << ErrorKind::RateLimited;
        QTest::newRow("502") << 502 << ErrorKind::ServerFault;
        QTest::newRow("503") << 503 << ErrorKind::ServerFault;
    }
    void otherErrorsOfTheListAreShown()
    {
        QFETCH(const int, status);
        QFETCH(const ErrorKind, kind);
        FakeProvider provider(Wire::Inline);
        provider.server().on("GET", "/v1/batches",
                             FaultReply::json(status, R"({"error":{"message":"their words"}})"));
        JobRig rig;
        const Result<ListPage> page = answer(rig.driver->list(rig.connect(provider), {}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, kind);
        QCOMPARE(page.error().httpStatus, status);
        QVERIFY(page.error().message.contains(u"their words"_s));
    }

    void adoptsWhatRunsAndFollowsItToItsEnd_data() { bothDialects(); }
    void adoptsWhatRunsAndFollowsItToItsEnd()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        provider.setPhases({"validating", "in_progress"});
        JobRig maker;
        const RunId made = maker.submit(maker.connect(provider), 4);
        WAIT_FOR_EQUAL(maker.state(made), BatchState::Running);
        const QString remoteId = maker.batch(made).facts.remoteId;
        maker.end();

        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const Result<RunId> run = answer(rig.driver->adopt(connection, remoteId, std::nullopt));
        QVERIFY2(run, qPrintable(run ? QString() : userText(run.error())));
        QCOMPARE(rig.state(*run), BatchState::Running);
        QCOMPARE(rig.library->run(*run)->requests, 4);
        QCOMPARE(rig.batch(*run).requests, 4);
        QVERIFY(rig.library->run(*run)->inputFile.isEmpty());
        provider.finishAll();
        WAIT_FOR(rig.hasResults(*run));
        QCOMPARE(rig.state(*run), BatchState::Completed);
        QCOMPARE(rig.resultIds(*run), QStringList({u"q-0"_s, u"q-1"_s, u"q-2"_s, u"q-3"_s}));
        WAIT_FOR_EQUAL(rig.ended, QList<RunId>({*run}));
        QCOMPARE(provider.createCalls(), 1);
    }

    void adoptsWhatIsOver_data() { bothDialects(); }
    void adoptsWhatIsOver()
    {
        QFETCH(const Wire, wire);
        FakeProvider provider(wire);
        JobRig maker;
        const RunId made = maker.submit(maker.connect(provider), 3);
        WAIT_FOR(maker.hasResults(made));
        const QString remoteId = maker.batch(made).facts.remoteId;

        JobRig rig;
        const TakenIn input = takenIn(rig, line("q-0") + line("q-1") + line("q-2"));
        const Result<RunId> run = answer(rig.driver->adopt(rig.connect(provider), remoteId, input));
        QVERIFY(run);
        QCOMPARE(rig.library->run(*run)->originPath, u"elsewhere/input.jsonl"_s);
        QCOMPARE(rig.library->run(*run)->models, QStringList{u"gpt-x"_s});
        WAIT_FOR(rig.hasResults(*run));
        QCOMPARE(rig.state(*run), BatchState::Completed);
        QCOMPARE(rig.resultIds(*run).size(), 3);
        // The aside of the first look is gone: there are the results of the run, and nothing else.
        QCOMPARE(rig.files(u"results"_s).size(), rig.batch(*run).resultFiles.size());
    }

    void refusesWhatIsFollowedAlready()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        const RunId ours = rig.submit(connection);
        WAIT_FOR(rig.hasResults(ours));
        const Result<RunId> run
            = answer(rig.driver->adopt(connection, rig.batch(ours).facts.remoteId, std::nullopt));
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"same_run"_s);
        QCOMPARE(run.error().field, ours.toString());
        QCOMPARE(rig.library->runIds().size(), 1);
    }

    void aBatchThatIsNotThereIsSaid()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const Result<RunId> run
            = answer(rig.driver->adopt(rig.connect(provider), u"batch_none"_s, std::nullopt));
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::NotFound);
        QVERIFY(rig.library->runIds().isEmpty());
    }

    void withoutAKeyNothingIsAsked()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId connection = rig.connect(provider);
        rig.secrets.trouble = Error{.kind = ErrorKind::Keychain, .message = u"locked"_s};
        const Result<ListPage> page = answer(rig.driver->list(connection, {}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Keychain);
        QCOMPARE(provider.server().hits("GET /v1/batches"), 0);
    }
};

QTEST_GUILESS_MAIN(RemoteBatchesTest)
#include "tst_remotebatches.moc"
