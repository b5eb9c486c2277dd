// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exporter.h"

#include "results/exportrig.h"
#include "support/files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace ExportRig;

class tst_Exporter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaultCsvIsThis();
    void pythonReadsBackWhatWasWritten();
    void rawFormulasStay();
    void delimiterAndMark();
    void badDelimiterIsRefused();
    void linesAreTheProvidersOwn();
    void outcomesAreChosen();
    void failedExportLeavesNothing();
    void cancelledExportLeavesNothing();
    void existingFileIsReplacedWholeOrNotAtAll();
    void hundredThousandRows();

private:
    /// Keeps the report for what is asked of it afterwards.
    [[nodiscard]] QByteArray csv(RunFixture &run, ExportOptions options = {})
    {
        return ExportRig::csv(run, std::move(options), &m_report);
    }
    ExportReport m_report;
};

void tst_Exporter::defaultCsvIsThis()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b,\"1\""_s, u"c"_s, u"d"_s});
    run.addResults(lines({errorLine(u"c"_s, 400, u"too_long"_s, u"cut,\nit"_s),
                          answerLine(u"b,\"1\""_s, u"=1+1"_s, u"length"_s),
                          answerLine(u"a"_s, u"Grüße, \"du\""_s)}));
    const QByteArray expected
        = "row,custom_id,outcome,http_status,error_code,error_message,model,finish_reason,content,"
          "input_tokens,output_tokens,total_tokens\r\n"
          "1,a,answered,200,,,demo,stop,\"Grüße, \"\"du\"\"\",11,3,14\r\n"
          "2,\"b,\"\"1\"\"\",truncated,200,,,demo,length,'=1+1,11,3,14\r\n"
          "3,c,failed,400,too_long,\"cut,\nit\",,,,,,\r\n"
          "4,d,missing,,,,,,,,,\r\n";
    QCOMPARE(csv(run), expected);
    QCOMPARE(m_report.rows, 4);
    QCOMPARE(m_report.guardedCells, 1);
    QCOMPARE(m_report.written, run.path(u"out.csv"_s));
}

void tst_Exporter::pythonReadsBackWhatWasWritten()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("there is no python3 here");
    const QStringList contents
        = {u"plain"_s,    u"a\"b\"\"c"_s,           u"x,y;z"_s,  u"line\nline\r\nline\rend"_s,
           u" spaces "_s, u"\u2028 \U0001F600 ü"_s, u"\"\"\""_s, u"'"_s};
    RunFixture run;
    QStringList ids;
    QByteArrayList results;
    for (const QString &content : contents) {
        ids.append(u"id %1"_s.arg(ids.size()));
        results.append(answerLine(ids.last(), content));
    }
    run.setRequests(ids);
    run.addResults(lines(results));
    QVERIFY(
        csv(run, {.columns = {u"custom_id"_s, u"content"_s, u"total_tokens"_s}}).endsWith("\r\n"));

    QProcess reader;
    reader.start(python,
                 {u"-c"_s,
                  u"import csv,json,sys\n"
                  "with open(sys.argv[1],encoding='utf-8',newline='') as f:\n"
                  " print(json.dumps(list(csv.reader(f,strict=True))))\n"_s,
                  m_report.written});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.exitCode(), 0);
    QJsonArray expected{QJsonArray{u"custom_id"_s, u"content"_s, u"total_tokens"_s}};
    for (qsizetype i = 0; i < contents.size(); ++i)
        expected.append(QJsonArray{ids[i], contents[i], u"14"_s});
    QCOMPARE(QJsonDocument::fromJson(reader.readAllStandardOutput()).array(), expected);
}

void tst_Exporter::rawFormulasStay()
{
    RunFixture run;
    run.setRequests({u"-a"_s});
    run.addResults(lines({answerLine(u"-a"_s, u"=1"_s)}));
    QCOMPARE(csv(run, {.columns = {u"custom_id"_s, u"content"_s}, .rawFormulas = true}),
             QByteArray("custom_id,content\r\n-a,=1\r\n"));
    QCOMPARE(m_report.guardedCells, 0);
    QCOMPARE(csv(run, {.columns = {u"custom_id"_s, u"content"_s}}),
             QByteArray("custom_id,content\r\n'-a,'=1\r\n"));
    QCOMPARE(m_report.guardedCells, 2);
}

void tst_Exporter::delimiterAndMark()
{
    RunFixture run;
    run.setRequests({u"a,b"_s});
    run.addResults(lines({answerLine(u"a,b"_s, u"x;y"_s)}));
    const QStringList columns = {u"custom_id"_s, u"content"_s, u"total_tokens"_s};
    QCOMPARE(csv(run, {.columns = columns, .delimiter = u';', .byteOrderMark = true}),
             QByteArray("\xEF\xBB\xBF"
                        "custom_id;content;total_tokens\r\na,b;\"x;y\";14\r\n"));
    QCOMPARE(csv(run, {.columns = columns, .delimiter = u'\t'}),
             QByteArray("custom_id\tcontent\ttotal_tokens\r\na,b\tx;y\t14\r\n"));
    QCOMPARE(csv(run, {.columns = columns, .delimiter = u'1'}),
             QByteArray("custom_id1content1total_tokens\r\na,b1x;y1\"14\"\r\n"));
}

void tst_Exporter::badDelimiterIsRefused()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    for (const QChar delimiter :
         {QChar(u'"'), QChar(u'\n'), QChar(u'\r'), QChar(), QChar(0xD83D)}) {
        const auto report = exported(run, {.path = run.path(u"out.csv"_s), .delimiter = delimiter});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::BadInput);
        QVERIFY(!QFile::exists(run.path(u"out.csv"_s)));
    }
}

void tst_Exporter::linesAreTheProvidersOwn()
{
    const QByteArray odd
        = R"({ "custom_id" : "a", "z":1, "n" : 1.0, "n":12345678901234567890, "response" : {} })";
    const QByteArray error = errorLine(u"c"_s, 400, u"x"_s, u"no"_s);
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s});
    run.addResults("\xEF\xBB\xBF" + error + "\r\n\n" + answerLine(u"unknown"_s, u"?"_s) + "\n"
                   + odd);
    const QString path = run.path(u"out.jsonl"_s);
    const auto report = exported(run, {.path = path, .format = ExportFormat::Jsonl});
    QVERIFY(report);
    QCOMPARE(bytesOf(path), odd + '\n' + error + '\n');
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->guardedCells, 0);
}

void tst_Exporter::outcomesAreChosen()
{
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s, u"c"_s});
    run.addResults(lines({answerLine(u"c"_s, u"C"_s), errorLine(u"a"_s, 500, u"x"_s, u"no"_s)}));
    const ExportOptions options{.columns = {u"row"_s, u"outcome"_s},
                                .outcomes = {Outcome::Missing, Outcome::Failed}};
    QCOMPARE(csv(run, options), QByteArray("row,outcome\r\n1,failed\r\n2,missing\r\n"));
    QCOMPARE(m_report.rows, 2);
    QCOMPARE(csv(run, {.columns = {u"row"_s}, .outcomes = {Outcome::Expired}}),
             QByteArray("row\r\n"));
    QCOMPARE(m_report.rows, 0);
}

void tst_Exporter::failedExportLeavesNothing()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    const QString path = run.path(u"nowhere/out.csv"_s);
    const auto report = exported(run, {.path = path});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Disk);
    QVERIFY(report.error().message.contains(path));
    QVERIFY(!exported(run, {.path = run.path(u"inputs"_s)})); // a folder
}

void tst_Exporter::cancelledExportLeavesNothing()
{
    RunFixture run;
    QStringList ids;
    for (int i = 0; i < 100'000; ++i)
        ids.append(QString::number(i));
    run.setRequests(ids);
    const auto joined = run.join();
    QVERIFY(joined);
    const QString folder = run.path(u"exports"_s);
    QVERIFY(QDir().mkpath(folder));
    QThreadPool pool;
    auto future = exportResults(pool, *joined, {.path = folder + u"/out.csv"_s});
    // Without pausing: an export is quicker than a pause.
    while (future.progressValue() == 0 && !future.isFinished())
        QThread::yieldCurrentThread();
    future.cancel();
    QVERIFY(pool.waitForDone(20'000));
    if (future.resultCount() > 0)
        QSKIP("the export was done before it could be cancelled");
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void tst_Exporter::existingFileIsReplacedWholeOrNotAtAll()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    const QString path = writeFile(run.path(u"out.csv"_s), "old");
    // A result file that is damaged under way makes the export fail after its header is written.
    QFile results(run.path(run.files().batches[0].resultFiles[0].path));
    QVERIFY(results.resize(5));
    QThreadPool pool;
    auto failing = exportResults(pool, *joined, {.path = path});
    failing.waitForFinished();
    QVERIFY(!failing.result());
    QCOMPARE(failing.result().error().kind, ErrorKind::FileChanged);
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QVERIFY(exported(run, {.path = path, .columns = {u"row"_s}}));
    QCOMPARE(bytesOf(path), QByteArray("row\r\n1\r\n"));
}

void tst_Exporter::hundredThousandRows()
{
    RunFixture run;
    QStringList ids;
    QByteArrayList results;
    const QString content(600, u'x');
    for (int i = 0; i < 100'000; ++i) {
        ids.append(u"row-%1"_s.arg(i));
        results.append(answerLine(ids.last(), content));
    }
    std::reverse(results.begin(), results.end());
    run.setRequests(ids);
    run.addResults(lines(results));
    const auto joined = run.join();
    QVERIFY(joined);
    QThreadPool pool;
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Jsonl}) {
        const QString path = run.path(u"out"_s);
        QElapsedTimer timer;
        timer.start();
        auto future = exportResults(pool, *joined, {.path = path, .format = format});
        future.waitForFinished();
        qInfo("exported in %lld ms", timer.elapsed());
        QVERIFY(future.result());
        QCOMPARE(future.result()->rows, 100'000);
        const QByteArray bytes = bytesOf(path);
        QCOMPARE(bytes.count('\n'), format == ExportFormat::Csv ? 100'001 : 100'000);
        if (format == ExportFormat::Jsonl)
            QVERIFY(bytes.startsWith(results.last() + '\n'));
    }
}

QTEST_GUILESS_MAIN(tst_Exporter)
#include "tst_exporter.moc"
