// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/records.h"

#include "library/await.h"
#include "library/filled.h"
#include "library/rescuerig.h"
#include "support/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The records beside a database: when they are written, and what becomes of one that is lost.
class tst_Records
    : public QObject
    , private RescueRig {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void everyRowHasItsRecord();
    void intentIsInTheRecordBeforeThePaidCall();
    void withoutARecordNothingIsPaid();
    void lostRecordIsWrittenAgain();
    void damagedRecordIsSaid();
    void batchBringsItsRunAndConnection();
    void aRecordCostsLittle();
};

void tst_Records::everyRowHasItsRecord()
{
    QVERIFY(!made(3).isEmpty());
    const Records records(recordsFolder());
    QCOMPARE(records.ids('r'), (QList<qint64>{1, 2, 3}));
    QCOMPARE(records.ids('b'), (QList<qint64>{1, 2, 3}));
    QCOMPARE(records.ids('c').size(), 4 + 1); // built-in ones and ours
    QCOMPARE(records.library().value().id, m_id);
    for (const auto &[id, batch] : m_batches) {
        const Result<BatchRecord> record = records.batch(id);
        QVERIFY2(record, why(record));
        QCOMPARE(record->batch.value, batch);
        QCOMPARE(record->run.value().value, m_runs.at(batch.run));
        QCOMPARE(record->connection.value().value.connection.name, u"mine"_s);
    }
    QCOMPARE(records.run({2}).value().value, m_runs.at({2}));
    // No key is in any of them, and nobody else may read them.
    const QDir folder(recordsFolder());
    QCOMPARE(QFileInfo(folder.path()).permissions()
                 & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files))
        QCOMPARE(info.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
}

void tst_Records::intentIsInTheRecordBeforeThePaidCall()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    Batch batch = driven(library);
    batch.facts.state = BatchState::Creating;
    batch.facts.intent = u"intent-7"_s;
    const QFuture<Result<>> saved = library.save(batch);
    // What the caller of a paid call waits for.
    QVERIFY(await(saved));
    const Records records(recordsFolder());
    QCOMPARE(records.batch(batch.id).value().batch.value.facts.state, BatchState::Creating);
    QCOMPARE(records.batch(batch.id).value().batch.value.facts.intent, u"intent-7"_s);
    batch.facts.remoteId = u"batch_7"_s;
    batch.facts.state = BatchState::Running;
    QVERIFY(await(library.save(batch)));
    QCOMPARE(records.batch(batch.id).value().batch.value.facts.remoteId, u"batch_7"_s);
    // Counts on the way are no reason to write a file at every look.
    batch.facts.counts.total = 5;
    QVERIFY(await(library.save(batch)));
    QVERIFY(!records.batch(batch.id).value().batch.value.facts.counts.total);
    batch.facts.state = BatchState::Completed;
    QVERIFY(await(library.save(batch)));
    QCOMPARE(records.batch(batch.id).value().batch.value.facts.counts.total, 5);
}

void tst_Records::withoutARecordNothingIsPaid()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    Batch batch = driven(library);
    QVERIFY(await(library.flushed()));
    // Nothing can be written there any more.
    const QString folder = recordsFolder();
    QVERIFY(QDir().rename(folder, m_dir->filePath(u"elsewhere"_s)));
    writeFile(folder, "in the way");

    batch.facts.state = BatchState::Uploading;
    QVERIFY(await(library.save(batch))); // costs nothing: the database has it
    batch.facts.state = BatchState::Creating;
    const Result<> refused = await(library.save(batch));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Disk);
    QTRY_VERIFY(library.trouble());
    batch.facts.state = BatchState::Uploading;
    QVERIFY(await(library.save(batch)));

    QVERIFY(QFile::remove(folder));
    QTRY_VERIFY(!library.trouble()); // written as soon as it can be
    const Records records(folder);
    QCOMPARE(records.batch(batch.id).value().batch.value.facts.state, BatchState::Uploading);
    batch.facts.state = BatchState::Creating;
    QVERIFY(await(library.save(batch)));
}

void tst_Records::lostRecordIsWrittenAgain()
{
    QVERIFY(!made(3).isEmpty());
    const QDir folder(recordsFolder());
    QVERIFY(QFile::remove(folder.filePath(u"b2.json"_s)));
    writeFile(folder.filePath(u"r3.json"_s), "{}");
    writeFile(folder.filePath(u"b1.json.1.part"_s), "half");
    markUnclean();
    const auto library = opened();
    QVERIFY(library);
    QVERIFY(library->news().isEmpty()); // nothing that a person need know
    const Records records(folder.path());
    QCOMPARE(records.batch({2}).value().batch.value, m_batches.at({2}));
    QCOMPARE(records.run({3}).value().value, m_runs.at({3}));
    QVERIFY(!folder.exists(u"b1.json.1.part"_s));
}

void tst_Records::damagedRecordIsSaid()
{
    QVERIFY(!made(3).isEmpty());
    const QString path = m_dir->filePath(u"records/b2.json"_s);
    QByteArray bytes = bytesOf(path);
    bytes.replace("batch_2", "batch_3");
    writeFile(path, bytes);
    QVERIFY(QFile::remove(file()));
    auto library = opened();
    QVERIFY(library);
    QVERIFY(library->batch({1}));
    QVERIFY(!library->batch({2})); // never with a wrong id
    QVERIFY(library->batch({3}));
    QCOMPARE(library->news().first().unreadable, QStringList{u"b2.json"_s});
    QVERIFY(noticeText(library->news().first()).contains(u"b2.json"_s));
    library.reset();
    library = opened();
    QVERIFY(library->news().isEmpty()); // said once, and kept
    QCOMPARE(QDir(recordsFolder()).entryList({u"b2.json.unreadable-*"_s}).size(), 1);
}

void tst_Records::batchBringsItsRunAndConnection()
{
    QVERIFY(!made(2).isEmpty());
    QVERIFY(QFile::remove(m_dir->filePath(u"records/r1.json"_s)));
    writeFile(m_dir->filePath(u"records/r2.json"_s), "broken");
    for (const QString &name : QDir(recordsFolder()).entryList({u"c*.json"_s}))
        QVERIFY(QFile::remove(m_dir->filePath(u"records/"_s + name)));
    QVERIFY(QFile::remove(file()));
    const auto library = opened();
    QVERIFY(library);
    QCOMPARE(library->runIds().size(), 2);
    QCOMPARE(*library->run({1}), m_runs.at({1}));
    QCOMPARE(*library->run({2}), m_runs.at({2}));
    QVERIFY(library->connectionByName(u"mine"_s));
    QVERIFY(library->news().first().unreadable.isEmpty());
}

void tst_Records::aRecordCostsLittle()
{
    const QTemporaryDir disk; // a real one
    Library library(disk.path(), m_clock);
    QVERIFY(library.open());
    const ConnectionId connection = library.connectionIds().first();
    QVERIFY(await(library.takeLease(connection)).value());
    Batch batch = filledBatch(library.add(filledRun(connection)), connection);
    batch.id = library.add(batch);
    QVERIFY(await(library.flushed()));
    const auto medianOf = [&](auto &&change) {
        QList<qint64> times;
        for (int i = 0; i < 101; ++i) {
            change(batch, i);
            QElapsedTimer timer;
            timer.start();
            const QFuture<Result<>> saved = library.save(batch);
            while (!saved.isFinished()) // finer than the steps of await()
                QCoreApplication::processEvents();
            if (!saved.result())
                return qint64(-1);
            times.append(timer.nsecsElapsed() / 1000);
        }
        std::ranges::sort(times);
        return times.at(50);
    };
    const qint64 without = medianOf([](Batch &row, int i) { row.facts.counts.succeeded = i; });
    const qint64 with = medianOf([](Batch &row, int i) { row.facts.rawStatus.setNum(i); });
    qInfo("a save takes %lld us, with its record %lld us", without, with);
    QVERIFY(without >= 0);
    QVERIFY2(with < 100'000, QByteArray::number(with).constData()); // a slow disk, all the same
}

QTEST_GUILESS_MAIN(tst_Records)
#include "tst_records.moc"
