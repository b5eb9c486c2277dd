// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/certificate.h"

#include "results/countcomparison.h"
#include "results/runfixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

RequestCounts counts(std::optional<qint64> total, std::optional<qint64> succeeded,
                     std::optional<qint64> failed)
{
    return {.total = total, .succeeded = succeeded, .failed = failed};
}

Batch batchWith(const RequestCounts &counts, BatchState state = BatchState::Completed,
                const QString &remoteId = u"b"_s)
{
    Batch batch;
    batch.facts.counts = counts;
    batch.facts.state = state;
    batch.facts.remoteId = remoteId;
    return batch;
}

} // namespace

class tst_Certificate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void balancedMeansEveryRequestOnce();
    void eachKnownFigureIsCompared_data();
    void eachKnownFigureIsCompared();
    void figuresAreSummedWhereAllHaveThem();
    void batchesThatWereNeverCountedAreLeftOut();
    void joinsCompareOnlyWhatIsOver_data();
    void joinsCompareOnlyWhatIsOver();
    void rowsOfUncreatedBatchesAreNotCompared();
};

void tst_Certificate::balancedMeansEveryRequestOnce()
{
    Certificate certificate;
    QVERIFY(certificate.isBalanced());
    certificate.requests = 3;
    certificate.outcomes[static_cast<size_t>(Outcome::Answered)] = 2;
    QVERIFY(!certificate.isBalanced());
    certificate.outcomes[static_cast<size_t>(Outcome::Missing)] = 1;
    QVERIFY(certificate.isBalanced());
    QVERIFY(!certificate.isAllAnswered());
}

void tst_Certificate::eachKnownFigureIsCompared_data()
{
    QTest::addColumn<RequestCounts>("provider");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("nothing known") << RequestCounts() << true;
    QTest::newRow("all as ours") << RequestCounts{20, 15, 2, 1, 1, std::nullopt} << true;
    QTest::newRow("total") << RequestCounts{.total = 19} << false;
    QTest::newRow("succeeded") << RequestCounts{.succeeded = 14} << false;
    QTest::newRow("failed") << RequestCounts{.failed = 3} << false;
    QTest::newRow("cancelled") << RequestCounts{.cancelled = 0} << false;
    QTest::newRow("expired") << RequestCounts{.expired = 0} << false;
    QTest::newRow("pending is no matter") << RequestCounts{.total = 20, .pending = 7} << true;
}

void tst_Certificate::eachKnownFigureIsCompared()
{
    QFETCH(RequestCounts, provider);
    QFETCH(bool, agrees);
    Certificate ours;
    ours.requests = 20;
    // pending, answered, truncated, refused, empty, malformed, failed, expired, cancelled, missing
    ours.outcomes = {0, 5, 4, 3, 2, 1, 2, 1, 1, 1};
    QVERIFY(ours.isBalanced());
    QCOMPARE(agree(provider, ours), agrees);
    ours.provider = provider;
    ours.agrees = agrees;
    const std::vector<CountComparison> figures = compareCounts(ours);
    QCOMPARE(std::ranges::any_of(figures, &CountComparison::differs), !agrees);
    ours.agrees = true; // as while a batch is not over
    for (const CountComparison &figure : compareCounts(ours))
        QVERIFY(!figure.differs);
}

void tst_Certificate::figuresAreSummedWhereAllHaveThem()
{
    QCOMPARE(providerCounts({}), RequestCounts());
    QCOMPARE(providerCounts({batchWith(counts(4, 3, 1)), batchWith(counts(6, std::nullopt, 0))}),
             counts(10, std::nullopt, 1));
}

void tst_Certificate::batchesThatWereNeverCountedAreLeftOut()
{
    const Batch whole = batchWith(counts(4, 3, 1));
    QCOMPARE(providerCounts({whole, batchWith({}, BatchState::Held, QString())}), counts(4, 3, 1));
    QCOMPARE(providerCounts({whole, batchWith(counts(0, 0, 0), BatchState::Failed)}),
             counts(4, 3, 1));
    QCOMPARE(providerCounts({whole, batchWith(counts(2, 0, 2), BatchState::Failed)}),
             counts(6, 3, 3));
}

void tst_Certificate::joinsCompareOnlyWhatIsOver_data()
{
    QTest::addColumn<BatchState>("state");
    QTest::addColumn<RequestCounts>("provider");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("right") << BatchState::Completed << counts(3, 1, 1) << true;
    QTest::newRow("one more succeeded") << BatchState::Completed << counts(3, 2, 1) << false;
    QTest::newRow("one request less") << BatchState::Cancelled << counts(2, 1, 1) << false;
    QTest::newRow("still running") << BatchState::Running << counts(3, 2, 1) << true;
}

void tst_Certificate::joinsCompareOnlyWhatIsOver()
{
    QFETCH(BatchState, state);
    QFETCH(RequestCounts, provider);
    QFETCH(bool, agrees);
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s});
    run.addBatch(state).facts.counts = provider;
    run.addResults(lines({answerLine(u"a"_s, u"A"_s), errorLine(u"b"_s, 400, u"x"_s, u"no"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE((*joined)->certificate().provider, provider);
    QCOMPARE((*joined)->certificate().agrees, agrees);
}

void tst_Certificate::rowsOfUncreatedBatchesAreNotCompared()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s});
    run.addBatch(BatchState::Completed, 0, 1).facts.counts = counts(1, 1, 0);
    run.addBatch(BatchState::Failed, 1, 2).facts.remoteId.clear();
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), u"answered 1, failed 2"_s);
    QVERIFY((*joined)->certificate().agrees);

    run.files().batches[0].facts.counts = counts(1, 0, 1);
    joined = run.join();
    QVERIFY(joined);
    QVERIFY(!(*joined)->certificate().agrees);
}

QTEST_GUILESS_MAIN(tst_Certificate)
#include "tst_certificate.moc"
