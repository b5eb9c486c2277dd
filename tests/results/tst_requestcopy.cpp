// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/requestcopy.h"

#include "results/runfixture.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing is there");
}

/// Four requests that a parser would write in another way, the second and the last without an answer.
const QByteArrayList strange{R"({"custom_id" : "a", "body":{"n":1.0}})",
                             "{\"body\":{\"text\":\"na\xC3\xAFve \\u00e9\"},\"custom_id\":\"b\"}",
                             R"({"custom_id":"c","body":{}})",
                             R"(  {"custom_id":"d","body":{"n":10000000000000000000001}})"};

} // namespace

class TestRequestCopy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreThoseThatWereGiven_data();
    void linesAreThoseThatWereGiven();
    void withoutRowsThoseWithoutAGoodAnswer();
    void manyRowsComeInTheirOrder();
    void aCancelledCopyLeavesNothing();
    void withoutRequestsThereIsNothingToCopy();
    void whatIsThereIsNotWrittenOver();
};

void TestRequestCopy::linesAreThoseThatWereGiven_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CR LF, and a blank line") << QByteArray("\r\n\r\n");
}

void TestRequestCopy::linesAreThoseThatWereGiven()
{
    QFETCH(QByteArray, lineEnd);
    RunFixture run;
    run.setInput(strange.join(lineEnd) + lineEnd);
    run.addBatch(BatchState::Completed, 0, 4);
    run.addResults(lines({answerLine(u"a"_s, u"x"_s)}));
    QThreadPool pool;
    const QString path = run.path(u"again/copy.jsonl"_s);
    const Result<qint64> count
        = copyRequests(pool, run.join().value(), std::vector<quint32>{3, 0, 1}, path).result();
    QCOMPARE(count.value(), 2); // what is answered is not paid for twice
    QCOMPARE(contents(path), strange[1] + '\n' + strange[3] + '\n');
}

void TestRequestCopy::withoutRowsThoseWithoutAGoodAnswer()
{
    RunFixture run;
    const QStringList ids{u"good"_s, u"failed"_s, u"cut"_s, u"missing"_s};
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    run.addResults(
        lines({answerLine(u"good"_s, u"x"_s), errorLine(u"failed"_s, 500, u"oops"_s, u"Oops"_s),
               answerLine(u"cut"_s, u"x"_s, u"length"_s)}));
    const auto results = run.join().value();
    QCOMPARE(withoutGoodAnswer(results->certificate()), 3);
    QThreadPool pool;
    const QString path = run.path(u"copy.jsonl"_s);
    QCOMPARE(copyRequests(pool, results, {}, path).result().value(), 3);
    QCOMPARE(contents(path),
             lines({requestLine(ids[1]), requestLine(ids[2]), requestLine(ids[3])}));
}

void TestRequestCopy::manyRowsComeInTheirOrder()
{
    RunFixture run;
    const QStringList ids = manyIds(20'000);
    run.setRequests(ids);
    run.addBatch(BatchState::Completed);
    std::vector<quint32> rows;
    QByteArray expected;
    for (quint32 row = 0; row < 20'000; row += row % 7 == 0 ? 1 : 3) {
        rows.push_back(row);
        expected += requestLine(ids[row]) + '\n';
    }
    QThreadPool pool;
    const QString path = run.path(u"copy.jsonl"_s);
    const auto copied = copyRequests(pool, run.join().value(), rows, path).result();
    QCOMPARE(copied.value(), std::ssize(rows));
    QCOMPARE(contents(path), expected);
}

void TestRequestCopy::aCancelledCopyLeavesNothing()
{
    RunFixture run;
    run.setRequests(manyIds(20'000));
    run.addBatch(BatchState::Expired);
    const auto results = run.join().value();
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    QFuture<Result<qint64>> copy = copyRequests(pool, results, {}, run.path(u"again/copy.jsonl"_s));
    copy.cancel();
    gate.release();
    copy.waitForFinished();
    pool.waitForDone();
    QCOMPARE(QDir(run.path(u"again"_s)).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestRequestCopy::withoutRequestsThereIsNothingToCopy()
{
    RunFixture run; // adopted, with results alone
    run.addBatch(BatchState::Completed, 0, 1);
    run.addResults(lines({errorLine(u"a"_s, 500, u"oops"_s, u"Oops"_s)}));
    QThreadPool pool;
    const QString path = run.path(u"copy.jsonl"_s);
    const Result<qint64> copied = copyRequests(pool, run.join().value(), {}, path).result();
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, ErrorKind::BadInput);
    QVERIFY(!QFile::exists(path));
}

void TestRequestCopy::whatIsThereIsNotWrittenOver()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addBatch(BatchState::Expired);
    const QString path = run.path(u"copy.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    QThreadPool pool;
    QVERIFY(!copyRequests(pool, run.join().value(), {}, path).result());
    QCOMPARE(contents(path), "mine");
}

QTEST_GUILESS_MAIN(TestRequestCopy)
#include "tst_requestcopy.moc"
