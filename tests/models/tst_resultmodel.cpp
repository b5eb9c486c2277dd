// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/resultmodel.h"

#include "results/runfixture.h"
#include "theme/colours.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString cell(const ResultModel &model, int row, ResultModel::Column column)
{
    return model.index(row, column).data().toString();
}

std::shared_ptr<const RunResults> joined(RunFixture &run)
{
    return run.join().value();
}

/// As many requests, all answered.
std::shared_ptr<const RunResults> answered(RunFixture &run, int count)
{
    const QStringList ids = manyIds(count);
    QByteArrayList results;
    for (const QString &id : ids)
        results.append(answerLine(id, u"answer to "_s + id));
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    run.addResults(lines(results));
    return joined(run);
}

} // namespace

class TstResultModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsRequestsWithWhatCameOfThem()
    {
        RunFixture run;
        run.setRequests({u"a"_s, u"b"_s, u"c"_s});
        run.addBatch(BatchState::Completed);
        run.addResults(lines({answerLine(u"a"_s, u"two\n  lines"_s),
                              errorLine(u"b"_s, 429, u"rate"_s, u"Too many"_s)}));
        QThreadPool pool;
        ResultModel model(pool);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setResults(joined(run));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 0, ResultModel::AnswerColumn), u"…"_s); // nothing is read in data()
        QTRY_COMPARE(cell(model, 0, ResultModel::AnswerColumn), u"two lines"_s);
        QCOMPARE(cell(model, 0, ResultModel::NumberColumn), u"1"_s);
        QCOMPARE(cell(model, 1, ResultModel::IdColumn), u"b"_s);
        QCOMPARE(cell(model, 1, ResultModel::OutcomeColumn), outcomeText(Outcome::Failed));
        QCOMPARE(cell(model, 1, ResultModel::AnswerColumn), u"Too many"_s);
        QCOMPARE(model.index(1, ResultModel::OutcomeColumn).data(ToneRole).toInt(),
                 static_cast<int>(colours::Tone::Bad));
        QCOMPARE(cell(model, 2, ResultModel::OutcomeColumn), outcomeText(Outcome::Missing));
    }
    void readsOnlyWhatIsLookedAt()
    {
        RunFixture run;
        QThreadPool pool;
        ResultModel model(pool);
        model.setResults(answered(run, 5000));
        QCOMPARE(model.rowCount(), 5000);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QCOMPARE(cell(model, 4000, ResultModel::IdColumn), u"…"_s);
        QTRY_COMPARE(cell(model, 4000, ResultModel::IdColumn), u"row-4000"_s);
        QCOMPARE(changed.count(), 1); // one window
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 3840);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 4095);
    }
    void dataOpensNoFile()
    {
        // A pool with no thread to spare reads nothing, so whatever data() says it knows without.
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate;
        pool.start([&gate] { gate.acquire(); });
        RunFixture run;
        ResultModel model(pool);
        model.setResults(answered(run, 600));
        for (int row = 0; row < 600; ++row)
            QCOMPARE(cell(model, row, ResultModel::AnswerColumn), u"…"_s);
        QCOMPARE(cell(model, 599, ResultModel::OutcomeColumn), outcomeText(Outcome::Answered));
        gate.release();
        QTRY_COMPARE(cell(model, 599, ResultModel::AnswerColumn), u"answer to row-599"_s);
    }
    void shortensLongAnswers()
    {
        RunFixture run;
        run.setRequests({u"a"_s});
        run.addBatch(BatchState::Completed);
        run.addResults(lines({answerLine(u"a"_s, QString(500'000, u'x'))}));
        QThreadPool pool;
        ResultModel model(pool);
        model.setResults(joined(run));
        QTRY_COMPARE(cell(model, 0, ResultModel::AnswerColumn).size(), 300);
    }
    void filtersByOutcomeOnAWorker()
    {
        RunFixture run;
        run.addMixed(700);
        QThreadPool pool;
        ResultModel model(pool);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto results = joined(run);
        model.setResults(results);
        model.setQuery({.outcomes = {Outcome::Missing}});
        const auto missing = static_cast<int>(results->certificate().count(Outcome::Missing));
        QVERIFY(missing > 0 && missing < 700);
        QTRY_COMPARE(model.rowCount(), missing);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(results->outcome(model.runRow(row)), Outcome::Missing);
        QTRY_COMPARE(cell(model, 0, ResultModel::IdColumn), u"row-%1"_s.arg(model.runRow(0)));
        QCOMPARE(cell(model, 0, ResultModel::NumberColumn), QString::number(model.runRow(0) + 1));
        model.setQuery({});
        QCOMPARE(model.rowCount(), 700);
    }
    void theNewestFilterWins()
    {
        RunFixture run;
        run.addMixed(3000);
        QThreadPool pool;
        ResultModel model(pool);
        const auto results = joined(run);
        model.setResults(results);
        for (const Outcome outcome : allOutcomes)
            model.setQuery({.outcomes = {outcome}});
        model.setQuery({.outcomes = {Outcome::Answered}});
        QTRY_COMPARE(model.rowCount(), int(results->certificate().count(Outcome::Answered)));
        pool.waitForDone();
        QTest::qWait(1);
        QCOMPARE(model.rowCount(), int(results->certificate().count(Outcome::Answered)));
    }
    void sortsOnAWorkerAndBack()
    {
        RunFixture run;
        run.addMixed(700);
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate;
        ResultModel model(pool);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setResults(joined(run));
        pool.start([&gate] { gate.acquire(); });
        model.sort(ResultModel::IdColumn, Qt::DescendingOrder);
        QVERIFY(model.sorted());
        QCOMPARE(model.runRow(0), 0); // the former order, as long as it goes on
        QCOMPARE(model.rowCount(), 700);
        gate.release();
        QTRY_COMPARE(model.runRow(0), 699);
        QVERIFY(!model.sorted());
        for (int row = 0; row < 700; ++row) {
            QCOMPARE(model.runRow(row), 699 - row);
            QCOMPARE(model.placeOf(699 - row), row);
        }
        QTRY_COMPARE(cell(model, 0, ResultModel::IdColumn), u"row-699"_s);
        QCOMPARE(cell(model, 0, ResultModel::NumberColumn), u"700"_s);
        model.sort(-1);
        QCOMPARE(model.runRow(0), 0);
        QVERIFY(!model.shownRows());
    }
    void theNewestOrderWins()
    {
        RunFixture run;
        QThreadPool pool;
        ResultModel model(pool);
        model.setResults(answered(run, 3000));
        for (int column = 0; column < ResultModel::ColumnCount; ++column)
            model.sort(column, Qt::DescendingOrder);
        model.sort(ResultModel::NumberColumn, Qt::DescendingOrder);
        QTRY_COMPARE(model.runRow(0), 2999);
        pool.waitForDone();
        QTest::qWait(1);
        QCOMPARE(model.runRow(0), 2999);
        // There and back while the first is still at work.
        model.sort(ResultModel::AnswerColumn, Qt::DescendingOrder);
        model.sort(ResultModel::IdColumn, Qt::AscendingOrder);
        model.sort(ResultModel::AnswerColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!model.sorted());
        QTRY_COMPARE(model.runRow(0), 2999);
    }
    void whatIsFoundStandsInTheOrder()
    {
        RunFixture run;
        run.addMixed(2000);
        QThreadPool pool;
        ResultModel model(pool);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto results = joined(run);
        model.setResults(results);
        const auto isRight = [&](const RowQuery &query, bool down) {
            std::vector<qint64> wanted = findRows(*results, query)->rows;
            if (down)
                std::ranges::reverse(wanted);
            return model.shownRows() && *model.shownRows() == wanted;
        };
        const RowQuery failed{.outcomes = {Outcome::Failed}};
        const RowQuery words{.text = u"answer 1"_s};
        model.sort(ResultModel::NumberColumn, Qt::DescendingOrder);
        model.setQuery(failed);
        QTRY_VERIFY(isRight(failed, true));
        model.setQuery(words);
        QTRY_VERIFY(isRight(words, true));
        model.sort(-1); // found already
        QTRY_VERIFY(isRight(words, false));
        model.sort(ResultModel::NumberColumn, Qt::DescendingOrder);
        model.setQuery({}); // what is looked for goes while the order comes
        QTRY_VERIFY(isRight({}, true));
        model.setQuery(failed);
        model.sort(-1);
        QTRY_VERIFY(isRight(failed, false));
        // More results of the same run.
        model.sort(ResultModel::NumberColumn, Qt::DescendingOrder);
        QTRY_VERIFY(isRight(failed, true));
        model.setResults(joined(run));
        QCOMPARE(model.order().direction, Qt::DescendingOrder);
        QTRY_VERIFY(!model.searched() && !model.sorted() && isRight(failed, true));
    }
    void rowsOfAFormerRunNeverCome()
    {
        RunFixture one, two;
        QThreadPool pool;
        ResultModel model(pool);
        model.setResults(answered(one, 300));
        QCOMPARE(cell(model, 0, ResultModel::AnswerColumn), u"…"_s); // asked for
        two.setRequests({u"other"_s});
        two.addBatch(BatchState::Completed);
        two.addResults(lines({answerLine(u"other"_s, u"the other run"_s)}));
        model.setResults(joined(two));
        QTRY_COMPARE(cell(model, 0, ResultModel::AnswerColumn), u"the other run"_s);
        model.setResults(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void saysThatAFileWasChanged()
    {
        RunFixture run;
        QThreadPool pool;
        ResultModel model(pool);
        model.setResults(answered(run, 10));
        for (const ResultFile &file : std::as_const(run.files().batches.front().resultFiles))
            QVERIFY(QFile::resize(run.path(file.path), 10));
        const QSignalSpy failed(&model, &ResultModel::readFailed);
        static_cast<void>(cell(model, 0, ResultModel::AnswerColumn));
        QTRY_COMPARE(failed.count(), 1);
    }
};

QTEST_MAIN(TstResultModel)
#include "tst_resultmodel.moc"
