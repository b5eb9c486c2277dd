// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/record.h"

#include "library/await.h"
#include "library/filled.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Record : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void emptyFieldsComeBack();
    void recordOfAnOlderProgramKeepsDefaults();
    void everyChangedByteIsNoticed();
    void passingChangesAreNotWorthAFile();
    void whatIsBeforePaying();
};

void tst_Record::everyFieldComesBack()
{
    const Stored<ConnectionRow> connection{{.connection = filledConnection(), .removed = true}, 7};
    Result<Stored<ConnectionRow>> first = connectionFromRecord(recordOf(connection));
    QVERIFY2(first, why(first));
    QCOMPARE(first->value, connection.value);
    QCOMPARE(first->version, 7);
    const Stored<Run> run{filledRun({3}), 8};
    Result<Stored<Run>> second = runFromRecord(recordOf(run));
    QVERIFY2(second, why(second));
    QCOMPARE(second->value, run.value);
    const BatchRecord batch{{filledBatch({1}, {3}), 9}, run, connection};
    Result<BatchRecord> third = batchFromRecord(recordOf(batch));
    QVERIFY2(third, why(third));
    QCOMPARE(third->batch.value, batch.batch.value);
    QCOMPARE(third->batch.version, 9);
    QCOMPARE(third->run.value().value, run.value);
    QCOMPARE(third->connection.value().value, connection.value);
    const LibraryRecord library{.id = u"an id"_s, .form = 2};
    QCOMPARE(libraryFromRecord(recordOf(library)).value(), library);
    // One kind is not taken for another.
    QVERIFY(!runFromRecord(recordOf(connection)));
    QVERIFY(!batchFromRecord(recordOf(run)));
}

void tst_Record::emptyFieldsComeBack()
{
    const Result<Stored<Run>> run = runFromRecord(recordOf(Stored<Run>{}));
    QVERIFY2(run, why(run));
    QCOMPARE(run->value, Run());
    const Result<BatchRecord> batch = batchFromRecord(recordOf(BatchRecord{}));
    QVERIFY2(batch, why(batch));
    QCOMPARE(batch->batch.value, Batch());
    QVERIFY(!batch->run);
    QVERIFY(!batch->connection);
}

void tst_Record::recordOfAnOlderProgramKeepsDefaults()
{
    // The digest is over what is there; a field that came later is not.
    const QByteArray text
        = R"({"batchdesk_record":1,"kind":"run","row":{"id":4,"name":"old"},"sha256":"%1"})";
    const QByteArray digest = QCryptographicHash::hash(
        R"({"batchdesk_record":1,"kind":"run","row":{"id":4,"name":"old"}})",
        QCryptographicHash::Sha256);
    const Result<Stored<Run>> run = runFromRecord(QByteArray(text).replace("%1", digest.toHex()));
    QVERIFY2(run, why(run));
    QCOMPARE(run->value, (Run{.id = {4}, .name = u"old"_s}));
}

void tst_Record::everyChangedByteIsNoticed()
{
    const BatchRecord batch{{filledBatch({1}, {3}), 9}, std::nullopt, std::nullopt};
    const QByteArray whole = recordOf(batch);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = char(changed.at(i) ^ 1);
        const Result<BatchRecord> read = batchFromRecord(changed);
        // White space between fields is no fact.
        if (read)
            QCOMPARE(read->batch.value, batch.batch.value);
        const Result<BatchRecord> cut = batchFromRecord(whole.first(i));
        QVERIFY(!cut || i >= whole.size() - 1); // the last line end
    }
}

void tst_Record::passingChangesAreNotWorthAFile()
{
    const Batch before = filledBatch({1}, {3});
    Batch after = before;
    after.facts.counts.succeeded = 77;
    after.facts.error.reset();
    after.facts.reason = u"other words"_s;
    after.checkedAt = timeAt(50);
    after.nextCheckAt = timeAt(51);
    after.facts.remoteJson = "{}";
    QVERIFY(!isWorthRecording(before, after));
    QVERIFY(!isWorthRecording(before, before));
    // Anything else is. A few of those that money hangs on:
    const std::pair<const char *, void (*)(Batch &)> changes[] = {
        {"state", [](Batch &batch) { batch.facts.state = BatchState::Creating; }},
        {"intent", [](Batch &batch) { batch.facts.intent += u'x'; }},
        {"remote id", [](Batch &batch) { batch.facts.remoteId += u'x'; }},
        {"input file", [](Batch &batch) { batch.facts.inputFileId += u'x'; }},
        {"body", [](Batch &batch) { batch.bodySha256 += 'x'; }},
        {"added", [](Batch &batch) { batch.facts.addedRequests += 1; }},
        {"adding", [](Batch &batch) { batch.facts.addingRequests += 1; }},
        {"not before", [](Batch &batch) { batch.notBefore = timeAt(40); }},
        {"result file", [](Batch &batch) { batch.resultFiles.removeFirst(); }},
        {"superseded", [](Batch &batch) { batch.superseded = !batch.superseded; }},
    };
    for (const auto &[what, change] : changes) {
        Batch other = before;
        change(other);
        QVERIFY2(isWorthRecording(before, other), what);
    }
    Run run = filledRun({3});
    run.unread = !run.unread;
    run.warned.append(u"deleted"_s);
    QVERIFY(!isWorthRecording(filledRun({3}), run));
    run.tags.removeFirst();
    QVERIFY(isWorthRecording(filledRun({3}), run));
    const ConnectionRow plain{.connection = filledConnection()};
    ConnectionRow coloured = plain;
    coloured.connection.colour = u"pink"_s;
    QVERIFY(isWorthRecording(plain, coloured));
}

void tst_Record::whatIsBeforePaying()
{
    Batch batch;
    QVERIFY(!isBeforePaying(batch));
    batch.facts.state = BatchState::Creating;
    QVERIFY(isBeforePaying(batch));
    batch.facts.state = BatchState::Validating;
    QVERIFY(!isBeforePaying(batch));
    batch.facts.addingRequests = 3;
    QVERIFY(isBeforePaying(batch));
}

QTEST_GUILESS_MAIN(tst_Record)
#include "tst_record.moc"
