// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <random>

using namespace Qt::StringLiterals;

class tst_Join : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overlapAndMissingAsInTheReference();
    void orderOfResultsDoesNotMatter();
    void betterResultWins_data();
    void betterResultWins();
    void whatIsNotHereYetIsNotMissing_data();
    void whatIsNotHereYetIsNotMissing();
    void unknownAndIdlessLinesAreKeptApart();
    void malformedLineWithAnIdBelongsToItsRow();
    void cutLastLineLosesItsRowOnly();
    void emptyAndBlankFilesJoin_data();
    void emptyAndBlankFilesJoin();
    void idsAreComparedDecoded();
    void loneSurrogatesInIdsAreToldApart();
    void answersToldInlineAndInFilesAreNoDuplicates();
    void repeatedRequestIdIsAnsweredOnce();
    void requestsSayWhatTheirAnswersShouldBe_data();
    void requestsSayWhatTheirAnswersShouldBe();
    void vanishedResultsAreAnError();
    void otherInputThanSentIsNoticed();
    void cancelledJoinEnds();
    void hundredThousandRows();
};

void tst_Join::overlapAndMissingAsInTheReference()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    run.addResults(lines({answerLine(u"a"_s, u"A"_s), answerLine(u"b"_s, u"B"_s)}));
    run.addResults(lines({errorLine(u"b"_s, 400, u"long"_s, u"too many tokens"_s),
                          errorLine(u"c"_s, 400, u"long"_s, u"too many tokens"_s)}),
                   0, u"error"_s);
    const auto joined = run.join();
    QVERIFY2(joined, qPrintable(joined ? QString() : joined.error().message));
    QCOMPARE(printed(**joined),
             QStringList({u"0 a answered A"_s, u"1 b answered B"_s, u"2 c failed too many tokens"_s,
                          u"3 d missing"_s}));
    const Certificate &certificate = (*joined)->certificate();
    QCOMPARE(printed(certificate), u"answered 2, failed 1, missing 1"_s);
    QCOMPARE(certificate.duplicateResults, 1);
    QCOMPARE(certificate.unknownIds, 0);
    QVERIFY(certificate.isBalanced());
    QVERIFY(!certificate.isAllAnswered());
}

void tst_Join::orderOfResultsDoesNotMatter()
{
    const QStringList ids = manyIds(300);
    QByteArrayList all = mixedResults(ids);
    QStringList expected;
    for (quint32 seed = 0; seed < 12; ++seed) {
        RunFixture run;
        run.setRequests(ids);
        const qsizetype cut = seed * 20; // how many are in the first of two files
        run.addResults(lines(all.first(cut)));
        run.addResults(lines(all.sliced(cut)), 0, u"error"_s);
        const auto joined = run.join();
        QVERIFY(joined);
        QVERIFY((*joined)->certificate().isBalanced());
        const QStringList rows = printed(**joined);
        QCOMPARE(rows.size(), ids.size());
        if (seed == 0) {
            expected = rows;
            QCOMPARE(rows[4], u"4 row-4 truncated answer 4"_s);
            QCOMPARE(rows[5], u"5 row-5 failed no 5"_s);
            QCOMPARE(rows[6], u"6 row-6 missing"_s);
        }
        QCOMPARE(rows, expected);
        std::shuffle(all.begin(), all.end(), std::mt19937(seed));
    }
}

void tst_Join::betterResultWins_data()
{
    QTest::addColumn<QByteArrayList>("results");
    QTest::addColumn<QString>("expected");
    const QByteArray answer = answerLine(u"a"_s, u"first"_s);
    const QByteArray later = answerLine(u"a"_s, u"later"_s);
    const QByteArray cut = answerLine(u"a"_s, u"cut"_s, u"length"_s);
    const QByteArray error = errorLine(u"a"_s, 500, u"x"_s, u"trouble"_s);
    QTest::newRow("answer, then error") << QByteArrayList{answer, error} << u"0 a answered first"_s;
    QTest::newRow("error, then answer") << QByteArrayList{error, answer} << u"0 a answered first"_s;
    QTest::newRow("truncated, then error") << QByteArrayList{cut, error} << u"0 a truncated cut"_s;
    QTest::newRow("answer, then truncated")
        << QByteArrayList{answer, cut} << u"0 a answered first"_s;
    QTest::newRow("equals: the later") << QByteArrayList{answer, later} << u"0 a answered later"_s;
}

void tst_Join::betterResultWins()
{
    QFETCH(QByteArrayList, results);
    QFETCH(QString, expected);
    RunFixture run;
    run.setRequests({u"a"_s});
    for (const QByteArray &result : results)
        run.addResults(lines({result}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined), QStringList{expected});
    QCOMPARE((*joined)->certificate().duplicateResults, results.size() - 1);
}

void tst_Join::whatIsNotHereYetIsNotMissing_data()
{
    QTest::addColumn<BatchState>("state");
    QTest::addColumn<QString>("whileAway");
    QTest::addColumn<QString>("whenHere");
    using enum BatchState;
    QTest::newRow("completed") << Completed << u"pending 1, answered 1"_s
                               << u"answered 1, missing 1"_s;
    QTest::newRow("expired") << Expired << u"pending 1, answered 1"_s << u"answered 1, expired 1"_s;
    QTest::newRow("cancelled") << Cancelled << u"pending 1, answered 1"_s
                               << u"answered 1, cancelled 1"_s;
    QTest::newRow("failed") << Failed << u"answered 1, failed 1"_s << u"answered 1, failed 1"_s;
}

void tst_Join::whatIsNotHereYetIsNotMissing()
{
    QFETCH(BatchState, state);
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    Batch &batch = run.addBatch(state);
    batch.facts.counts = {.total = 2, .succeeded = 2, .failed = 0};
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    batch.facts.resultsComplete = false;
    const auto away = run.join();
    QVERIFY(away);
    QTEST(printed((*away)->certificate()), "whileAway");
    QCOMPARE((*away)->certificate().agrees, state != BatchState::Failed);
    batch.facts.resultsComplete = true;
    const auto here = run.join();
    QVERIFY(here);
    QTEST(printed((*here)->certificate()), "whenHere");
    QVERIFY(!(*here)->certificate().agrees);
}

void tst_Join::unknownAndIdlessLinesAreKeptApart()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    const QByteArray unknown = answerLine(u"z"_s, u"Z"_s);
    const QByteArray idless = R"({"response":{"status_code":200,"body":{}},"error":null})";
    run.addResults(lines({unknown, answerLine(u"a"_s, u"A"_s), idless}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined), QStringList{u"0 a answered A"_s});
    QCOMPARE((*joined)->certificate().unknownIds, 2);
    QCOMPARE((*joined)->extraCount(), 2);
    QCOMPARE((*joined)->extraBytes(0).value(), unknown);
    QCOMPARE((*joined)->extraBytes(1).value(), idless);
    QVERIFY((*joined)->certificate().isBalanced());
}

void tst_Join::malformedLineWithAnIdBelongsToItsRow()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addResults(lines({R"({"custom_id":"b","response":{"status_code":200,"body":{"x" 1}}})"}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), u"malformed 1, missing 1"_s);
    QCOMPARE((*joined)->outcome(1), Outcome::Malformed);
    const auto rows = (*joined)->rows(1, 1);
    QVERIFY(rows);
    QCOMPARE(rows->front().customId, u"b"_s);
}

void tst_Join::cutLastLineLosesItsRowOnly()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    const QByteArray last = answerLine(u"b"_s, u"B, which is rather long"_s);
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}) + last.first(last.size() / 2));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), u"answered 1, malformed 1"_s);
    QCOMPARE((*joined)->outcome(1), Outcome::Malformed);
    QCOMPARE((*joined)->certificate().unknownIds, 0);
}

void tst_Join::emptyAndBlankFilesJoin_data()
{
    QTest::addColumn<QByteArray>("results");
    QTest::addColumn<QString>("expected");
    const QByteArray a = answerLine(u"a"_s, u"A"_s);
    QTest::newRow("empty") << QByteArray() << u"missing 1"_s;
    QTest::newRow("newlines only") << QByteArray("\n\r\n \n") << u"missing 1"_s;
    QTest::newRow("mark only") << QByteArray("\xEF\xBB\xBF") << u"missing 1"_s;
    QTest::newRow("mark, CR, blanks") << "\xEF\xBB\xBF\r\n" + a + "\r\n\n" << u"answered 1"_s;
    QTest::newRow("mark before a line") << "\xEF\xBB\xBF" + a << u"answered 1"_s;
    QTest::newRow("no newline at the end") << a << u"answered 1"_s;
}

void tst_Join::emptyAndBlankFilesJoin()
{
    QFETCH(QByteArray, results);
    QFETCH(QString, expected);
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addResults(results);
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), expected);
    QCOMPARE((*joined)->certificate().unknownIds, 0);
}

void tst_Join::idsAreComparedDecoded()
{
    RunFixture run;
    run.setInput(
        "{\"custom_id\":\"\\u00fc/1\",\"body\":{}}\n{\"body\":{},\"custom_id\":\"x\\ty\"}\n");
    run.addBatch(BatchState::Completed, 0, 2);
    run.addResults(lines({answerLine(u"x\ty"_s, u"tab"_s), answerLine(u"ü/1"_s, u"umlaut"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined),
             QStringList({u"0 ü/1 answered umlaut"_s, u"1 x\ty answered tab"_s}));
}

void tst_Join::loneSurrogatesInIdsAreToldApart()
{
    RunFixture run;
    run.setInput(
        "{\"custom_id\":\"x\\ud800\",\"body\":{}}\n{\"custom_id\":\"x\\ud801\",\"body\":{}}\n");
    run.addBatch(BatchState::Completed, 0, 2);
    QByteArray second = answerLine(u"ID"_s, u"second"_s);
    run.addResults(second.replace("\"ID\"", "\"x\\ud801\""));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE((*joined)->outcome(0), Outcome::Missing);
    QCOMPARE((*joined)->outcome(1), Outcome::Answered);
}

void tst_Join::answersToldInlineAndInFilesAreNoDuplicates()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addResults(
        lines({answerLine(u"a"_s, u"A"_s), answerLine(u"b"_s, u"B"_s), answerLine(u"b"_s, u"B"_s)}),
        0, u"inline"_s);
    run.addResults(lines({answerLine(u"b"_s, u"B"_s), answerLine(u"a"_s, u"A"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined), QStringList({u"0 a answered A"_s, u"1 b answered B"_s}));
    // The one that stands twice in one source is.
    QCOMPARE((*joined)->certificate().duplicateResults, 1);
}

void tst_Join::repeatedRequestIdIsAnsweredOnce()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"a"_s});
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined), QStringList({u"0 a answered A"_s, u"1 a missing"_s}));
}

void tst_Join::requestsSayWhatTheirAnswersShouldBe_data()
{
    QTest::addColumn<QByteArray>("asked"); ///< the model of the request; empty: it is not known
    QTest::addColumn<QByteArray>("named"); ///< that of the answer
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("outcome");
    const QString entities = u"{\"entities\":[]}"_s;
    const QString prose = u"none found"_s;
    const QString answered = u"answered"_s;
    const QString malformed = u"malformed"_s;
    QTest::newRow("as asked") << "extract"_ba << "extract"_ba << entities << answered;
    QTest::newRow("prose") << "extract"_ba << "extract"_ba << prose << malformed;
    QTest::newRow("prose, no model named") << "extract"_ba << ""_ba << prose << malformed;
    QTest::newRow("prose, named by version")
        << "extract"_ba << "extract-v2"_ba << prose << malformed;
    QTest::newRow("as asked, no model named") << "extract"_ba << ""_ba << entities << answered;
    QTest::newRow("of another operation") << "classify"_ba << ""_ba << entities << malformed;
    QTest::newRow("a chat") << "m"_ba << ""_ba << prose << answered;
    QTest::newRow("no requests, prose") << ""_ba << "extract"_ba << prose << malformed;
    QTest::newRow("no requests, no model") << ""_ba << ""_ba << prose << answered;
}

/// Of dialects that have text operations: the join, the rows and the certificate agree.
void tst_Join::requestsSayWhatTheirAnswersShouldBe()
{
    QFETCH(const QByteArray, asked);
    QFETCH(const QByteArray, named);
    QFETCH(const QString, content);
    QFETCH(const QString, outcome);
    QByteArray answer = answerLine(u"a"_s, content);
    const QByteArray model = named.isEmpty() ? QByteArray() : "\"model\":\"" + named + "\",";
    QVERIFY(answer.contains("\"model\":\"demo\","));
    answer.replace("\"model\":\"demo\",", model);
    for (const Dialect *dialect : {&rawjsonlDialect, &filesDialect}) {
        RunFixture run;
        run.files().dialect = dialect;
        if (asked.isEmpty())
            run.addBatch(BatchState::Completed, 0, 1);
        else
            run.setInput(R"({"custom_id":"a","body":{"model":")" + asked + "\"}}\n");
        run.addResults(lines({answer}));
        const auto joined = run.join();
        QVERIFY(joined);
        const QString expected = dialect->hasTextAnswers ? outcome : u"answered"_s;
        QCOMPARE(outcomeName((*joined)->outcome(0)), expected);
        const auto rows = (*joined)->rows(0, 1);
        QVERIFY(rows);
        QCOMPARE(outcomeName(rows->front().result.outcome), expected);
        QCOMPARE(rows->front().result.content, content);
        QCOMPARE(printed((*joined)->certificate()), expected + u" 1"_s);
    }
}

void tst_Join::vanishedResultsAreAnError()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    const QString path = run.path(run.files().batches[0].resultFiles[0].path);
    QVERIFY(QFile::remove(path));
    const auto joined = run.join();
    QVERIFY(!joined);
    QCOMPARE(joined.error().kind, ErrorKind::Disk);
    QVERIFY(joined.error().message.contains(path));
}

void tst_Join::otherInputThanSentIsNoticed()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.setInput(lines({requestLine(u"a"_s)}));
    const auto joined = run.join();
    QVERIFY(!joined);
    QCOMPARE(joined.error().kind, ErrorKind::FileChanged);
}

void tst_Join::cancelledJoinEnds()
{
    RunFixture run;
    run.setRequests(manyIds(2000));
    run.addResults(lines(mixedResults(manyIds(2000))));
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    auto future = join(pool, run.files());
    future.cancel();
    gate.release();
    QVERIFY(pool.waitForDone(20'000));
    QVERIFY(future.isCanceled());
    QCOMPARE(future.resultCount(), 0);
}

void tst_Join::hundredThousandRows()
{
    const QStringList ids = manyIds(100'000);
    QByteArrayList all = mixedResults(ids);
    std::shuffle(all.begin(), all.end(), std::mt19937(1));
    RunFixture run;
    run.setRequests(ids);
    run.addResults(lines(all));
    QElapsedTimer timer;
    timer.start();
    const auto joined = run.join();
    qInfo("joined in %lld ms", timer.elapsed());
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()),
             u"answered 57144, truncated 14286, failed 14285, missing 14285"_s);
    QVERIFY((*joined)->certificate().isBalanced());
    const auto rows = (*joined)->rows(70'000, 300);
    QVERIFY(rows);
    for (const ResultRow &row : *rows) {
        QCOMPARE(row.customId, ids[row.row]);
        if (row.result.outcome == Outcome::Answered)
            QCOMPARE(row.result.content, u"answer %1"_s.arg(row.row));
    }
}

QTEST_GUILESS_MAIN(tst_Join)
#include "tst_join.moc"
