// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/batchrecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace practice;

namespace {

constexpr qint64 start = 1'000'000;

/// A batch of 1000 rows that lives for a second and was read at once.
BatchRecord record()
{
    return {
        .id = u"b"_s, .createdMs = start, .lifeMs = 1000, .plannedMs = start + 10, .total = 1000};
}

/// "validating validating in_progress ..." at the given moments after the start.
QString course(const BatchRecord &batch, std::initializer_list<qint64> moments)
{
    QStringList words;
    for (const qint64 moment : moments)
        words.append(phaseWord(batch.phase(start + moment)));
    return words.join(u' ');
}

} // namespace

class TestBatchRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completes()
    {
        BatchRecord batch = record();
        QCOMPARE(
            course(batch, {0, 149, 150, 849, 850, 1000, 5000}),
            u"validating validating in_progress in_progress finalizing finalizing finalizing"_s);
        QCOMPARE(batch.writeDueMs(), start + 850);
        batch.writtenMs = start + 900;
        QCOMPARE(course(batch, {850, 999, 1000, 5000}),
                 u"finalizing finalizing completed completed"_s);
        QCOMPARE(batch.writeDueMs(), std::nullopt);
        batch.writtenMs = start + 1800;
        QCOMPARE(batch.completedMs(), start + 1800);
    }

    void rowsGrowFromNoneToAll()
    {
        const BatchRecord batch = record();
        qint64 last = 0;
        for (qint64 moment = 0; moment <= 1200; moment += 10) {
            const qint64 done = batch.rowsDone(start + moment);
            QVERIFY(done >= last && done <= batch.total);
            QCOMPARE(done > 0, moment > 150);
            QCOMPARE(done == batch.total, moment >= 850);
            last = done;
        }
        QCOMPARE(batch.rowsToAnswer(), 1000);
    }

    void staysValidatingUntilItHasBeenRead()
    {
        BatchRecord batch = record();
        batch.plannedMs = 0;
        QCOMPARE(course(batch, {0, 10'000}), u"validating validating"_s);
        QCOMPARE(batch.writeDueMs(), std::nullopt);
        batch.plannedMs = start + 20'000;
        QCOMPARE(course(batch, {20'000}), u"finalizing"_s);
        QCOMPARE(batch.rowsDone(start + 20'000), 1000);
    }

    void failsAfterValidation()
    {
        BatchRecord batch = record();
        batch.faults = {u"something"_s};
        QCOMPARE(course(batch, {100, 150, 9000}), u"validating failed failed"_s);
        QCOMPARE(batch.writeDueMs(), std::nullopt);
    }

    void isCancelledWithWhatItHasDone()
    {
        BatchRecord batch = record();
        batch.cancelMs = start + 500;
        QCOMPARE(course(batch, {500, 599, 9000}), u"cancelling cancelling cancelling"_s);
        QCOMPARE(batch.rowsToAnswer(), 500);
        QCOMPARE(batch.writeDueMs(), start + 500);
        batch.writtenMs = start + 510;
        QCOMPARE(course(batch, {599, 600, 9000}), u"cancelling cancelled cancelled"_s);
        QCOMPARE(batch.rowsToAnswer(), 500);
    }

    void isCancelledBeforeAnythingIsDone()
    {
        BatchRecord batch = record();
        batch.cancelMs = start + 20;
        QCOMPARE(batch.rowsToAnswer(), 0);
        batch.faults = {u"something"_s};
        QCOMPARE(course(batch, {20, 200}), u"cancelling cancelled"_s);
    }

    void expiresWithWhatItHasDone()
    {
        BatchRecord batch = record();
        batch.fate = Fate::Expire;
        QCOMPARE(course(batch, {150, 600, 9000}), u"in_progress in_progress in_progress"_s);
        QCOMPARE(batch.writeDueMs(), start + 600);
        const qint64 rows = batch.rowsToAnswer();
        QVERIFY(rows > 0 && rows < batch.total);
        batch.writtenMs = start + 620;
        QCOMPARE(course(batch, {610, 620}), u"in_progress expired"_s);
        QCOMPARE(batch.rowsToAnswer(), rows);
    }

    void survivesItsStoredForm()
    {
        BatchRecord batch = record();
        batch.sequence = 7;
        batch.endpoint = u"/v1/embeddings"_s;
        batch.inputFileId = u"file-1"_s;
        batch.window = u"24h"_s;
        batch.metadata = QJsonObject{{u"a"_s, QJsonArray{1, u"x"_s}}};
        batch.fate = Fate::Lose;
        batch.failShare = 0.25;
        batch.model = u"m"_s;
        batch.faults = {QJsonObject{{u"line"_s, 3}}};
        batch.cancelMs = 5;
        batch.writtenMs = 6;
        batch.outputFileId = u"o"_s;
        batch.errorFileId = u"e"_s;
        batch.completed = 1;
        batch.failed = 2;
        batch.inputTokens = 3;
        batch.outputTokens = 4;
        const auto read = batchFromJson(toJson(batch));
        QVERIFY(read);
        QVERIFY(*read == batch);
        QVERIFY(!batchFromJson({}));
    }

    void wordsOfFates()
    {
        QCOMPARE(fateFromWord(u"expire"_s), Fate::Expire);
        QCOMPARE(fateFromWord(u"slow"_s), Fate::Slow);
        QCOMPARE(fateFromWord(u"dance"_s), Fate::Complete);
        QCOMPARE(fateFromWord(QString()), Fate::Complete);
    }
};

QTEST_GUILESS_MAIN(TestBatchRecord)
#include "tst_batchrecord.moc"
