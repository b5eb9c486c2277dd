// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the batches of a run say of the requests that have no result.
class tst_JoinedBatches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void batchStateDecidesWithoutResult_data();
    void batchStateDecidesWithoutResult();
    void eachBatchCoversItsOwnRows();
    void adoptedRunHasResultsAsRows();
};

void tst_JoinedBatches::batchStateDecidesWithoutResult_data()
{
    QTest::addColumn<BatchState>("state");
    QTest::addColumn<Outcome>("outcome");
    for (int i = 0; i <= static_cast<int>(BatchState::Cancelled); ++i) {
        const auto state = static_cast<BatchState>(i);
        Outcome outcome = Outcome::Pending;
        if (state == BatchState::Completed)
            outcome = Outcome::Missing;
        if (state == BatchState::Expired)
            outcome = Outcome::Expired;
        if (state == BatchState::Cancelled)
            outcome = Outcome::Cancelled;
        if (state == BatchState::Failed)
            outcome = Outcome::Failed;
        QTest::newRow(qPrintable(stateName(state))) << state << outcome;
    }
}

void tst_JoinedBatches::batchStateDecidesWithoutResult()
{
    QFETCH(BatchState, state);
    QFETCH(Outcome, outcome);
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addBatch(state);
    run.addResults(lines({answerLine(u"b"_s, u"B"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE((*joined)->outcome(0), outcome);
    QCOMPARE((*joined)->outcome(1), Outcome::Answered);
    const auto rows = (*joined)->rows(0, 1);
    QVERIFY(rows);
    QCOMPARE(rows->front().result.outcome, outcome);
    QCOMPARE(rows->front().customId, u"a"_s);
}

void tst_JoinedBatches::eachBatchCoversItsOwnRows()
{
    RunFixture run;
    run.setRequests(manyIds(6));
    run.addBatch(BatchState::Completed, 0, 2);
    run.addBatch(BatchState::Expired, 2, 2);
    run.addBatch(BatchState::Running, 4, 1);
    run.addResults(lines({answerLine(u"row-2"_s, u"two"_s)}), 1);
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined),
             QStringList({u"0 row-0 missing"_s, u"1 row-1 missing"_s, u"2 row-2 answered two"_s,
                          u"3 row-3 expired"_s, u"4 row-4 pending"_s, u"5 row-5 pending"_s}));
}

void tst_JoinedBatches::adoptedRunHasResultsAsRows()
{
    RunFixture run;
    run.addBatch(BatchState::Completed, 0, 4).facts.counts
        = {.total = 3, .succeeded = 2, .failed = 1};
    run.addResults(lines({answerLine(u"z"_s, u"Z"_s), errorLine(u"b"_s, 400, u"x"_s, u"no"_s)}));
    run.addResults(lines({answerLine(u"b"_s, u"B"_s), errorLine(u"c"_s, 400, u"x"_s, u"no"_s)}), 0,
                   u"error"_s);
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined),
             QStringList({u"0 z answered Z"_s, u"1 b answered B"_s, u"2 c failed no"_s}));
    QVERIFY(!(*joined)->requestIndex());
    QCOMPARE((*joined)->requestBytes(0).value(), QByteArray());
    const Certificate &certificate = (*joined)->certificate();
    QCOMPARE(certificate.requests, 3);
    QCOMPARE(certificate.duplicateResults, 1);
    QVERIFY(certificate.isBalanced());
    QVERIFY(certificate.agrees);
}

QTEST_GUILESS_MAIN(tst_JoinedBatches)
#include "tst_joinedbatches.moc"
