// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/hostile.h"
#include "results/exporter.h"
#include "results/runfixture.h"

#include <QFile>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

/// Result files that nobody means well with: the certificate adds up, good answers stay good, and
/// both exports are written.
class tst_HostileResults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certificateAddsUpAndExportsAreWritten_data();
    void certificateAddsUpAndExportsAreWritten();
    void goodAnswersAmongHostileLinesAreFound();
};

namespace {

QByteArrayList hostileLines()
{
    QByteArrayList all;
    for (const hostile::Named &line : hostile::lines())
        all.append(line.bytes);
    for (const hostile::Named &variant : hostile::variants(answerLine(u"q-1"_s, u"yes"_s)))
        all.append(variant.bytes);
    return all;
}

Result<ExportReport> exported(std::shared_ptr<const RunResults> results, ExportOptions options)
{
    QThreadPool pool;
    auto future = exportResults(pool, std::move(results), std::move(options));
    future.waitForFinished();
    return future.result();
}

} // namespace

void tst_HostileResults::certificateAddsUpAndExportsAreWritten_data()
{
    QTest::addColumn<QString>("dialect");
    for (const Dialect *dialect : dialects())
        QTest::newRow(dialect->id.data()) << QString(dialect->id);
}

void tst_HostileResults::certificateAddsUpAndExportsAreWritten()
{
    QFETCH(const QString, dialect);
    RunFixture run;
    run.files().dialect = findDialect(dialect);
    run.setRequests({u"x"_s, u"q-1"_s, u"q-2"_s, u"../../etc/passwd"_s, u"=1+1"_s});
    run.addResults(lines(hostileLines()));
    const auto joined = run.join();
    QVERIFY(joined);
    const RunResults &results = **joined;
    qint64 sum = 0;
    for (const Outcome outcome : allOutcomes)
        sum += results.certificate().count(outcome);
    QCOMPARE(sum, 5);
    QCOMPARE(results.count(), 5);
    QCOMPARE(results.outcome(1), Outcome::Answered);
    QCOMPARE(results.outcome(2), Outcome::Missing);
    QVERIFY(results.extraCount() > 200);
    for (qint64 n = 0; n < results.extraCount(); ++n)
        QVERIFY(results.extraBytes(n));

    const auto csv = exported(*joined, {.path = run.path(u"out.csv"_s)});
    QVERIFY(csv);
    QCOMPARE(csv->rows, 5);
    QCOMPARE(csv->guardedCells, 1);
    const auto jsonl
        = exported(*joined, {.path = run.path(u"out.jsonl"_s), .format = ExportFormat::Jsonl});
    QVERIFY(jsonl);
    QFile file(run.path(u"out.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), jsonl->rows);
}

void tst_HostileResults::goodAnswersAmongHostileLinesAreFound()
{
    RunFixture run;
    const QStringList ids = manyIds(50);
    run.setRequests(ids);
    const QByteArrayList evil = hostileLines();
    QByteArrayList all;
    for (qsizetype i = 0; i < evil.size(); ++i) {
        all.append(evil[i]);
        if (i < ids.size())
            all.append(answerLine(ids[i], u"answer to "_s + ids[i]));
    }
    run.addResults(lines(all));
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), u"answered 50"_s);
    const auto rows = (*joined)->rows(0, 50);
    QVERIFY(rows);
    for (const ResultRow &row : *rows)
        QCOMPARE(row.result.content, u"answer to "_s + row.customId);
}

QTEST_GUILESS_MAIN(tst_HostileResults)
#include "tst_hostileresults.moc"
