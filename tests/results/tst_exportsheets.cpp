// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sheets, pairs of requests and results, and chosen rows, each read back by another program.

#include "results/exporter.h"

#include "results/exportrig.h"
#include "results/xlsxwriter.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace ExportRig;

namespace {

/// All cells of a sheet as openpyxl reads them; null where it is not installed.
QJsonArray readSheet(const QString &path)
{
    QProcess reader;
    reader.start(u"python3"_s,
                 {u"-c"_s,
                  u"import json,sys,openpyxl\n"
                  "sheet=openpyxl.load_workbook(sys.argv[1]).active\n"
                  "print(json.dumps([[c.value for c in r] for r in sheet.iter_rows()]))\n"_s,
                  path});
    reader.waitForFinished();
    return QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
}

bool canReadSheets()
{
    return QProcess::execute(u"python3"_s, {u"-c"_s, u"import openpyxl"_s}) == 0;
}

} // namespace

class tst_ExportSheets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSheetHoldsWhatTheCsvHolds();
    void longTextsAreCutAndCounted();
    void whatIsBegunIsNotLeftBehind();
    void pairsHoldTheBytesOfBoth();
    void pairsNeedRequests();
    void chosenRowsAlone();
    void formatsByName();
};

void tst_ExportSheets::aSheetHoldsWhatTheCsvHolds()
{
    if (!canReadSheets())
        QSKIP("there is no openpyxl here");
    RunFixture run;
    run.setRequests({u"a"_s, u"=1+1"_s, u"c"_s, u"007"_s});
    run.addResults(lines({answerLine(u"a"_s, u"two\nlines, ü \U0001F600"_s),
                          answerLine(u"=1+1"_s, u"=SUM(A1)"_s),
                          errorLine(u"c"_s, 429, u"rate_limit"_s, u"Slow down"_s)}));
    const QString path = run.path(u"out.xlsx"_s);
    const auto report
        = exported(run,
                   {.path = path,
                    .format = ExportFormat::Xlsx,
                    .columns = {u"row"_s, u"custom_id"_s, u"outcome"_s, u"http_status"_s,
                                u"content"_s, u"total_tokens"_s, u"/response/status_code"_s}});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->rows, 4);
    QCOMPARE(report->cutCells, 0);
    const QJsonValue none;
    const QJsonArray expected{
        QJsonArray{u"row"_s, u"custom_id"_s, u"outcome"_s, u"http_status"_s, u"content"_s,
                   u"total_tokens"_s, u"/response/status_code"_s},
        QJsonArray{1, u"a"_s, u"answered"_s, 200, u"two\nlines, ü \U0001F600"_s, 14, 200},
        QJsonArray{2, u"=1+1"_s, u"answered"_s, 200, u"=SUM(A1)"_s, 14, 200},
        QJsonArray{3, u"c"_s, u"failed"_s, 429, none, none, 429},
        QJsonArray{4, u"007"_s, u"missing"_s, none, none, none, none}};
    QCOMPARE(readSheet(path), expected);
}

void tst_ExportSheets::longTextsAreCutAndCounted()
{
    if (!canReadSheets())
        QSKIP("there is no openpyxl here");
    RunFixture run;
    run.setRequests({u"a"_s, u"b"_s});
    run.addResults(lines({answerLine(u"a"_s, QString(XlsxWriter::longestText, u'x')),
                          answerLine(u"b"_s, QString(XlsxWriter::longestText + 1, u'y'))}));
    const QString path = run.path(u"out.xlsx"_s);
    const auto report
        = exported(run, {.path = path, .format = ExportFormat::Xlsx, .columns = {u"content"_s}});
    QVERIFY(report);
    QCOMPARE(report->cutCells, 1);
    const QJsonArray cells = readSheet(path);
    QCOMPARE(cells[1].toArray()[0].toString(), QString(XlsxWriter::longestText, u'x'));
    QCOMPARE(cells[2].toArray()[0].toString(), QString(XlsxWriter::longestText - 1, u'y') + u'…');
}

void tst_ExportSheets::whatIsBegunIsNotLeftBehind()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    const QDir folder(run.path(u"sheets"_s));
    QVERIFY(folder.mkpath(u"."_s));
    const QString path = folder.filePath(u"out.xlsx"_s);
    {
        const auto sheet = XlsxWriter::create(path, {u"x"_s});
        QVERIFY(sheet);
        (*sheet)->addText(u"y");
        (*sheet)->endRow();
    }
    QVERIFY(folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(exported(run, {.path = path, .format = ExportFormat::Xlsx}));
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"out.xlsx"_s});
    const auto report
        = exported(run, {.path = run.path(u"nowhere/out.xlsx"_s), .format = ExportFormat::Xlsx});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Disk);
}

void tst_ExportSheets::pairsHoldTheBytesOfBoth()
{
    RunFixture run;
    run.setInput("{\"custom_id\": \"a\\u00e9\", \"body\": {\"n\": 1.0, \"m\":[ ]}}\n"
                 "{\"body\":{\"x\":12345678901234567890},\"custom_id\":\"b\"}\n"
                 "{\"custom_id\":\"c\",\"body\":{}}\n");
    run.addBatch(BatchState::Completed, 0, 3);
    run.addResults("{\"custom_id\":\"b\",\"response\":{\"status_code\":429,\"body\":{\"error\":{ "
                   "\"code\":1e3}}},\"error\":null}\n"
                   "{\"error\":{\"code\":\"x\"},\"response\":null,\"custom_id\":\"a\\u00e9\"}\n");
    const QString path = run.path(u"pairs.jsonl"_s);
    const auto report
        = exported(run, {.path = path, .format = ExportFormat::Jsonl, .withRequests = true});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->rows, 3);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray expected
        = "{\"custom_id\":\"a\\u00e9\",\"request\":{\"n\": 1.0, \"m\":[ "
          "]},\"response\":null,\"error\":{\"code\":\"x\"}}\n"
          "{\"custom_id\":\"b\",\"request\":{\"x\":12345678901234567890},\"response\":{\"error\":{ "
          "\"code\":1e3}},\"error\":null}\n"
          "{\"custom_id\":\"c\",\"request\":{},\"response\":null,\"error\":null}\n"_ba;
    QCOMPARE(file.readAll(), expected);
}

void tst_ExportSheets::pairsNeedRequests()
{
    RunFixture run;
    run.addBatch(BatchState::Completed);
    run.addResults(lines({answerLine(u"a"_s, u"x"_s)}));
    const auto report = exported(
        run,
        {.path = run.path(u"pairs.jsonl"_s), .format = ExportFormat::Jsonl, .withRequests = true});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::BadInput);
}

void tst_ExportSheets::chosenRowsAlone()
{
    RunFixture run;
    const QStringList ids = manyIds(3000);
    run.setRequests(ids);
    run.addResults(lines(mixedResults(ids)));
    const std::vector<qint64> rows{0, 1, 511, 512, 1500, 2999};
    const QString path = run.path(u"out.csv"_s);
    const auto report = exported(run, {.path = path, .columns = {u"custom_id"_s}, .rows = rows});
    QVERIFY(report);
    QCOMPARE(report->rows, 6);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             "custom_id\r\nrow-0\r\nrow-1\r\nrow-511\r\nrow-512\r\nrow-1500\r\nrow-2999\r\n"_ba);
}

void tst_ExportSheets::formatsByName()
{
    QCOMPARE(exportFormatOf(u"/a/b.CSV"_s), ExportFormat::Csv);
    QCOMPARE(exportFormatOf(u"x.jsonl"_s), ExportFormat::Jsonl);
    QCOMPARE(exportFormatOf(u"x.xlsx"_s), ExportFormat::Xlsx);
    QVERIFY(!exportFormatOf(u"x.txt"_s));
    QVERIFY(!exportFormatOf(u"csv"_s));
}

QTEST_GUILESS_MAIN(tst_ExportSheets)
#include "tst_exportsheets.moc"
