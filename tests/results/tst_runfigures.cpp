// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfigures.h"

#include "results/rowfinder.h"
#include "results/runfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// "3 failed 429 rate_limit: Slow down (first: row-1)" of each problem.
QStringList printed(const RunFigures &figures)
{
    QStringList all;
    for (const Problem &problem : figures.problems)
        all.append(u"%1 %2 %3 %4: %5 (first: %6)"_s.arg(problem.rows.size())
                       .arg(outcomeName(problem.outcome))
                       .arg(problem.httpStatus)
                       .arg(problem.code, problem.message, problem.exampleId));
    return all;
}

std::vector<qint64> foundBy(const RunResults &results, const QString &search)
{
    const Result<RowQuery> query = parseRowQuery(search);
    return query ? findRows(results, *query).value_or(FoundRows()).rows : std::vector<qint64>();
}

std::vector<qint64> rowsOf(const Problem &problem)
{
    return {problem.rows.begin(), problem.rows.end()};
}

} // namespace

class TestRunFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groupsByReason();
    void aSearchFindsTheRowsOfAProblem();
    void aRowThatCameTwiceCountsOnce();
    void figuresOfMany();
    void idsOfAProblem();
    void veryManyKinds();
    void aFileThatIsGoneIsSaid();
};

void TestRunFigures::groupsByReason()
{
    RunFixture run;
    run.setRequests(manyIds(9));
    run.addBatch(BatchState::Completed);
    run.addResults(lines({
        errorLine(u"row-0"_s, 400, u"bad_value"_s, u"The model 'a-1' is not there"_s),
        errorLine(u"row-1"_s, 429, u"rate_limit"_s, u"Try again in 1.3s"_s),
        errorLine(u"row-2"_s, 429, u"rate_limit"_s, u"Try again in 20s"_s),
        errorLine(u"row-3"_s, 400, u"bad_value"_s, u"The model 'b c' is not there"_s),
        errorLine(u"row-4"_s, 400, u"bad_value"_s, u"The text is too long"_s),
        errorLine(u"row-5"_s, 429, u"rate_limit"_s, u"Try again in 4s"_s),
        answerLine(u"row-6"_s, u"cut sh"_s, u"length"_s),
        answerLine(u"row-7"_s, u"well"_s),
    }));
    const auto results = run.join().value();
    const RunFigures figures = readFigures(*results).value();
    const QStringList wanted{
        u"3 failed 429 rate_limit: Try again in 1.3s (first: row-1)"_s,
        u"2 failed 400 bad_value: The model 'a-1' is not there (first: row-0)"_s,
        u"1 failed 400 bad_value: The text is too long (first: row-4)"_s,
        u"1 truncated 200 :  (first: row-6)"_s,
        u"1 missing 0 :  (first: row-8)"_s,
    };
    QCOMPARE(printed(figures), wanted);
    for (const Problem &problem : figures.problems)
        QCOMPARE(foundBy(*results, problem.search), rowsOf(problem));
}

/// Whatever comes back, with or without codes.
void TestRunFigures::aSearchFindsTheRowsOfAProblem()
{
    const QStringList words{u"Server is busy"_s,
                            u"No such model: gpt-%1"_s,
                            u"\"quoted %1\" is bad"_s,
                            u"don't %1 do it"_s,
                            QString(),
                            u"Zeile\numgebrochen %1"_s};
    const QStringList codes{QString(), u"a_code"_s, u"with blank"_s};
    RunFixture run;
    const QStringList ids = manyIds(4000);
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    QByteArrayList all;
    qint64 failed = 0;
    for (int i = 0; i < ids.size(); ++i) {
        if (i % 11 == 3)
            continue;
        const QString &word = words[i * 7 / 3 % words.size()];
        const QString text = word.contains(u'%') ? word.arg(i) : word;
        ++failed;
        all.append(errorLine(ids[i], i % 2 ? 500 : 400, codes[i % 3], text));
    }
    run.addResults(lines(all));
    const auto results = run.join().value();
    const RunFigures figures = readFigures(*results).value();
    QVERIFY(figures.problems.size() > 10);
    std::size_t counted = 0;
    for (std::size_t i = 0; i < figures.problems.size(); ++i) {
        const Problem &problem = figures.problems[i];
        counted += problem.rows.size();
        if (i > 0)
            QVERIFY(problem.rows.size() <= figures.problems[i - 1].rows.size());
        const std::vector<qint64> found = foundBy(*results, problem.search);
        for (const qint64 row : rowsOf(problem))
            QVERIFY2(std::ranges::binary_search(found, row), qPrintable(problem.search));
    }
    QCOMPARE(qint64(counted), 4000);
    QVERIFY(failed < 4000);
}

void TestRunFigures::aRowThatCameTwiceCountsOnce()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addBatch(BatchState::Completed);
    run.addResults(lines({errorLine(u"a"_s, 500, u"x"_s, u"no"_s), answerLine(u"b"_s, u"one"_s),
                          answerLine(u"b"_s, u"two"_s)}));
    run.addResults(lines({errorLine(u"a"_s, 500, u"x"_s, u"no"_s)}), 0, u"error"_s);
    const auto results = run.join().value();
    const RunFigures figures = readFigures(*results).value();
    QCOMPARE(printed(figures), QStringList(u"1 failed 500 x: no (first: a)"_s));
    QCOMPARE(figures.inputTokens.count(), 1);
    QCOMPARE(figures.answerLengths.count(), 1);
}

void TestRunFigures::figuresOfMany()
{
    RunFixture run;
    const QStringList ids = manyIds(5000);
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    QByteArrayList all;
    Histogram lengths;
    for (int i = 0; i < ids.size(); ++i) {
        // Letters of one, two and four bytes are one character each.
        const QString text = i % 3 ? QString(i % 90 + 1, u'é') : u"🦆"_s.repeated(i % 90 + 1);
        lengths.add(i % 90 + 1);
        all.prepend(answerLine(ids[i], text));
    }
    run.addResults(lines(all));
    const auto results = run.join().value();
    const RunFigures figures = readFigures(*results).value();
    QCOMPARE(figures.rows, 5000);
    QCOMPARE(figures.answerLengths.bars(30), lengths.bars(30));
    QCOMPARE(figures.inputTokens.count(), 5000);
    QCOMPARE(figures.inputTokens.mean(), 11.0);
    QCOMPARE(figures.outputTokens.sum(), 15'000.0);
    QVERIFY(figures.problems.empty());
}

void TestRunFigures::idsOfAProblem()
{
    RunFixture run;
    const QStringList ids = manyIds(4000);
    run.addMixed(4000);
    const auto results = run.join().value();
    QThreadPool pool;
    auto reading = readFigures(pool, results);
    reading.waitForFinished();
    const Problem problem = (*reading.result().value()).problems.front();
    auto future = readIds(pool, results, problem.rows);
    future.waitForFinished();
    QStringList wanted;
    for (const quint32 row : problem.rows)
        wanted.append(ids[qsizetype(row)]);
    QCOMPARE(future.result().value(), wanted);
    QVERIFY(wanted.size() > 500);
}

void TestRunFigures::veryManyKinds()
{
    RunFixture run;
    const QStringList ids = manyIds(2000);
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    QByteArrayList all;
    for (int i = 0; i < ids.size(); ++i)
        all.append(errorLine(ids[i], 400, u"code_%1"_s.arg(i), u"no"_s));
    run.addResults(lines(all));
    const auto results = run.join().value();
    const RunFigures figures = readFigures(*results).value();
    QCOMPARE(figures.problems.size(), 501u);
    QVERIFY(figures.problems.front().isRest);
    QCOMPARE(figures.problems.front().rows.size(), 1500u);
    QCOMPARE(foundBy(*results, figures.problems.back().search), rowsOf(figures.problems.back()));
}

void TestRunFigures::aFileThatIsGoneIsSaid()
{
    RunFixture run;
    run.addMixed(20);
    const auto results = run.join().value();
    for (const ResultFile &file : run.files().batches.front().resultFiles)
        QVERIFY(QFile::resize(QDir(run.files().libraryFolder).filePath(file.path), 10));
    const Result<RunFigures> figures = readFigures(*results);
    QVERIFY(!figures);
    QCOMPARE(figures.error().kind, ErrorKind::FileChanged);
    const Result<RunFigures> cancelled = readFigures(*results, [] { return true; });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestRunFigures)
#include "tst_runfigures.moc"
