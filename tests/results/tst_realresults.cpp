// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exporter.h"
#include "results/runfixture.h"
#include "support/files.h"
#include "support/sharedfile.h"

#include <QFile>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

/// Pairs of request and result files from the wild; see their SOURCES.
class tst_RealResults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pairsJoin_data();
    void pairsJoin();
};

namespace {

QByteArray sample(const QString &name)
{
    return bytesOf(sharedFile(u"data/"_s + name));
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList all = bytes.split('\n');
    all.removeAll(QByteArray());
    return all;
}

} // namespace

void tst_RealResults::pairsJoin_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("results");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("chat, half of it missing")
        << u"openai-chat-in.jsonl"_s << u"openai-chat-out-mixed-errors.jsonl"_s
        << u"answered 2, failed 2, missing 4"_s << qint64(296);
    QTest::newRow("groq, shuffled")
        << u"groq-in.jsonl"_s << u"groq-out.jsonl"_s << u"answered 3"_s << qint64(2269);
    QTest::newRow("reasoning, long lines") << u"reasoning-in.jsonl"_s << u"reasoning-out.jsonl"_s
                                           << u"answered 131"_s << qint64(409037);
}

void tst_RealResults::pairsJoin()
{
    QFETCH(QString, input);
    QFETCH(QString, results);
    QFETCH(QString, certificate);
    QFETCH(qint64, tokens);
    if (sharedFile(u"data/"_s + input).isEmpty())
        QSKIP("the real batch files are not beside the project");
    const QByteArray answers = sample(results);
    RunFixture run;
    run.setInput(sample(input));
    run.addBatch(BatchState::Completed, 0, linesOf(sample(input)).size());
    run.addResults(answers);
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed((*joined)->certificate()), certificate);
    QVERIFY((*joined)->certificate().isBalanced());
    QCOMPARE((*joined)->certificate().unknownIds, 0);
    QCOMPARE((*joined)->certificate().duplicateResults, 0);

    const auto rows = (*joined)->rows(0, (*joined)->count());
    QVERIFY(rows);
    qint64 sum = 0;
    for (const ResultRow &row : *rows) {
        sum += row.result.totalTokens.value_or(0);
        QCOMPARE(row.result.content.isEmpty(), row.result.outcome != Outcome::Answered);
        QCOMPARE(row.result.errorMessage.isEmpty(), row.result.outcome != Outcome::Failed);
    }
    QCOMPARE(sum, tokens);

    QThreadPool pool;
    const QString path = run.path(u"out.jsonl"_s);
    auto future = exportResults(pool, *joined, {.path = path, .format = ExportFormat::Jsonl});
    future.waitForFinished();
    QVERIFY(future.result());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList exported = linesOf(file.readAll());
    QByteArrayList given = linesOf(answers);
    std::ranges::sort(exported);
    std::ranges::sort(given);
    QCOMPARE(exported, given);
}

QTEST_GUILESS_MAIN(tst_RealResults)
#include "tst_realresults.moc"
