// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runsummary.h"

#include "models/modelrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using enum BatchState;

class TstRunSummary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowFarItIs_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("done");
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("fraction");
        const auto row = [](const char *name, BatchState state, int done, const QString &words,
                            double fraction = -1) {
            QTest::newRow(name) << static_cast<int>(state) << done << words << fraction;
        };
        row("uploading", Uploading, -1, u"Sending"_s);
        row("held", Held, -1, u"Waits"_s);
        row("creating", Creating, -1, u"Being handed over"_s);
        row("unknown", Unknown, -1, u"Looking for it"_s);
        row("validating", Validating, 0, u"Being checked there"_s);
        row("queued", Queued, 0, u"Waiting there"_s);
        row("running, not counted", Running, -1, u"Being answered"_s);
        row("running, none yet", Running, 0, u"0 of 104"_s, 0);
        row("running", Running, 26, u"26 of 104"_s, 0.25);
        row("more than were asked for", Running, 208, u"208 of 104"_s, 1);
        row("all counted, not over", Finalizing, 104, u"Results are being made"_s, 1);
        row("cancelling", Cancelling, 52, u"52 of 104"_s, 0.5);
        row("over, results under way", Completed, 104, u"Fetching results"_s);
        row("failed, nothing told", Failed, -1, u"Fetching results"_s);
    }
    void saysHowFarItIs()
    {
        QFETCH(int, state);
        QFETCH(int, done);
        QFETCH(QString, words);
        QFETCH(double, fraction);
        ModelRig rig;
        QVERIFY(rig.opened);
        const RunId run = rig.addRun(u"Run"_s, 104);
        rig.addBatch(run, static_cast<BatchState>(state),
                     done < 0 ? RequestCounts() : RequestCounts{.succeeded = done});
        const RunSummary summary = summarise(rig.library, *rig.library.run(run));
        QCOMPARE(summary.progressText(), words);
        QCOMPARE(summary.fraction().value_or(-1), fraction);
    }
    void saysHowFarAStagedBatchIsFilled_data()
    {
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("adding");
        QTest::addColumn<bool>("held");
        QTest::addColumn<bool>("started");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("words"); // state, then progress
        QTest::addColumn<double>("fraction");
        QTest::newRow("some") << 1000 << 1000 << false << false << QString()
                              << u"Being filled: 1,000 of 2,500 requests added"_s << 0.4;
        QTest::newRow("first part") << 0 << 1000 << true << false << QString()
                                    << u"Being filled: 0 of 2,500 requests added"_s << 0.0;
        QTest::newRow("in doubt") << 1000 << 500 << false << false << u"in doubt"_s
                                  << u"Adding is in doubt: 1,000 of 2,500 requests added"_s << 0.4;
        QTest::newRow("all, held") << 2500 << 0 << true << false << QString()
                                   << u"Not started: Waits for you to start it"_s << -1.0;
        QTest::newRow("all, held, started elsewhere")
            << 2500 << 0 << true << true << QString() << u"Queued: Waiting there"_s << -1.0;
        QTest::newRow("all, started")
            << 2500 << 0 << false << true << QString() << u"Queued: Waiting there"_s << -1.0;
        QTest::newRow("of another kind")
            << 0 << 0 << false << false << QString() << u"Queued: Waiting there"_s << -1.0;
    }
    void saysHowFarAStagedBatchIsFilled()
    {
        QFETCH(int, added);
        QFETCH(int, adding);
        QFETCH(bool, held);
        QFETCH(bool, started);
        QFETCH(QString, reason);
        ModelRig rig;
        const RunId id = rig.addRun(u"Run"_s, 2500);
        Run run = *rig.library.run(id);
        run.hold = held;
        rig.library.save(run);
        Batch batch = *rig.library.batch(rig.addBatch(id, Queued));
        batch.facts.addedRequests = added;
        batch.facts.addingRequests = adding;
        batch.facts.startAnswered = started;
        batch.facts.reason = reason;
        rig.library.save(batch);
        const RunSummary summary = summarise(rig.library, *rig.library.run(id));
        QTEST(summary.stateWords() + u": "_s + summary.progressText(), "words");
        QTEST(summary.fraction().value_or(-1), "fraction");
        QCOMPARE(summary.needsAttention(), !reason.isEmpty());
        batch.facts.state = Cancelling;
        rig.library.save(batch);
        QCOMPARE(summarise(rig.library, *rig.library.run(id)).progressText(), u"Stopping"_s);
    }
    void saysWhyItWaits()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"Run"_s);
        Batch batch = *rig.library.batch(rig.addBatch(run, Held));
        batch.facts.reason = u"waits: 10 of 10 live"_s;
        rig.library.save(batch);
        QCOMPARE(summarise(rig.library, *rig.library.run(run)).progressText(),
                 u"waits: 10 of 10 live"_s);
    }
    void showsAWordThatIsNotKnown()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"Run"_s);
        Batch batch = *rig.library.batch(rig.addBatch(run, Running));
        batch.facts.rawStatus = u"warming_up"_s;
        rig.library.save(batch);
        QCOMPARE(summarise(rig.library, *rig.library.run(run)).stateWords(), u"Running"_s);
        batch.facts.unknownStatus = true;
        rig.library.save(batch);
        QCOMPARE(summarise(rig.library, *rig.library.run(run)).stateWords(),
                 u"Running (“warming_up”)"_s);
    }
    void sumsUpItsBatches()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"Run"_s, 200);
        rig.addBatch(run, Completed, {.succeeded = 90, .failed = 10});
        rig.clock.advance(std::chrono::minutes(1));
        Batch second
            = *rig.library.batch(rig.addBatch(run, Running, {.succeeded = 20, .failed = 0}));
        second.nextCheckAt = rig.clock.now().addSecs(30);
        rig.library.save(second);
        const RunSummary summary = summarise(rig.library, *rig.library.run(run));
        QCOMPARE(summary.state, Running);
        QCOMPARE(summary.done, 120);
        QCOMPARE(summary.succeeded, 110);
        QCOMPARE(summary.failed, 10);
        QCOMPARE(summary.checkedAt, rig.clock.now().addSecs(-60)); // the older answer
        QCOMPARE(summary.nextCheckAt, rig.clock.now().addSecs(30));
        QVERIFY(!summary.resultsComplete);
    }
    void aRunWithoutBatchesIsADraft()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"Run"_s);
        const RunSummary summary = summarise(rig.library, *rig.library.run(run));
        QCOMPARE(summary.state, Draft);
        QCOMPARE(summary.progressText(), u"Not sent"_s);
        QVERIFY(!summary.isUnderWay());
        QVERIFY(!summary.needsAttention());
    }
    void knowsWhatNeedsAPerson()
    {
        ModelRig rig;
        for (const auto &[state, needs] : {std::pair(Unknown, true),
                                           {Failed, true},
                                           {Expired, true},
                                           {Running, false},
                                           {Completed, false}}) {
            const RunId run = rig.addRun(u"Run"_s);
            rig.addBatch(run, state);
            QCOMPARE(summarise(rig.library, *rig.library.run(run)).needsAttention(), needs);
        }
    }
};

QTEST_MAIN(TstRunSummary)
#include "tst_runsummary.moc"
