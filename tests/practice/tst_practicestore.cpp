// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/batchengine.h"
#include "practice/store.h"

#include "practiceclient.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace practice;

namespace {

/// A clock that stands still until it is told.
class HandClock final : public Clock {
public:
    qint64 ms = 1'800'000'000'000;
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::milliseconds(ms);
    }
};

QStringList allFiles(const QString &folder)
{
    QStringList found;
    for (const QString &part : {u"files"_s, u"batches"_s})
        found += QDir(folder + u'/' + part).entryList(QDir::Files, QDir::Name);
    return found;
}

} // namespace

class TestPracticeStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<HandClock>();
    }

    void keepsFilesAndBatches()
    {
        const BatchRecord batch{.id = u"batch_1"_s, .sequence = 2, .createdMs = 5, .lifeMs = 9};
        const FileRecord file{.id = u"file-1"_s,
                              .sequence = 1,
                              .createdMs = 3,
                              .bytes = 2,
                              .name = u"a.jsonl"_s,
                              .purpose = u"batch"_s,
                              .expiresAt = 77};
        {
            Store store = open();
            writeFile(store.contentPath(file.id), "{}");
            QVERIFY(store.addFile(file));
            QVERIFY(store.save(batch));
        }
        Store store = open();
        QVERIFY(store.file(file.id) != nullptr);
        QVERIFY(*store.file(file.id) == file);
        QVERIFY(store.batch(batch.id) != nullptr);
        QVERIFY(*store.batch(batch.id) == batch);
        QCOMPARE(store.nextSequence(), 3);
    }

    void sweepsAwayWhatIsHalfDone()
    {
        {
            Store store = open();
            writeFile(store.contentPath(u"file-1"_s), "{}");
            QVERIFY(store.addFile({.id = u"file-1"_s, .sequence = 1}));
            writeFile(store.contentPath(u"file-2"_s), "no record");
            writeFile(store.contentPath(u"file-3"_s) + ".part"_L1, "half");
            writeFile(store.contentPath(u"file-4"_s) + ".json"_L1,
                      "{\"id\":\"file-4\"}"); // no content
            writeFile(store.contentPath(u"file-5"_s) + ".json"_L1, "{\"id\":\"fi"); // cut
            QVERIFY(store.save({.id = u"batch_1"_s, .sequence = 2, .createdMs = 5}));
            writeFile(store.inputPath(u"batch_1"_s), "{}");
            writeFile(store.inputPath(u"batch_2"_s), "of no batch");
            writeFile(store.inputPath(u"batch_3"_s) + ".part"_L1, "half");
        }
        Store store = open();
        QCOMPARE(
            allFiles(m_folder->path()),
            (QStringList{u"file-1"_s, u"file-1.json"_s, u"batch_1.input"_s, u"batch_1.json"_s}));
        QCOMPARE(store.files().size(), 1);
    }

    void inputIsHeldWhenItsFileGoes()
    {
        Store store = open();
        writeFile(store.contentPath(u"file-1"_s), "{}");
        QVERIFY(store.addFile({.id = u"file-1"_s}));
        QVERIFY(store.holdInput(u"batch_1"_s, u"file-1"_s));
        QVERIFY(store.removeFile(u"file-1"_s));
        QVERIFY(!store.removeFile(u"file-1"_s));
        QVERIFY(!QFile::exists(store.contentPath(u"file-1"_s)));
        QFile held(store.inputPath(u"batch_1"_s));
        QVERIFY(held.open(QIODevice::ReadOnly));
        QCOMPARE(held.readAll(), QByteArray("{}"));
    }

    void batchGoesOnAfterAnyBreak_data()
    {
        QTest::addColumn<qint64>(
            "breakMs"); ///< when the process went, after the start of the batch
        QTest::addColumn<qint64>("backMs");
        QTest::newRow("before it was read") << qint64(0) << qint64(20);
        QTest::newRow("in the middle, back in the middle") << qint64(400) << qint64(500);
        QTest::newRow("in the middle, back after its end") << qint64(400) << qint64(90'000);
        QTest::newRow("while it was finalizing") << qint64(900) << qint64(950);
        QTest::newRow("after its end") << qint64(1200) << qint64(1300);
    }

    void batchGoesOnAfterAnyBreak()
    {
        QFETCH(qint64, breakMs);
        QFETCH(qint64, backMs);
        const qint64 start = m_clock->ms;
        QString id;
        {
            QThreadPool pool;
            BatchEngine engine(open(), {.lifeMs = 1000, .failShare = 0.1}, *m_clock, pool);
            id = begin(engine, 50);
            if (breakMs > 0) {
                moveTo(engine, id, start + breakMs);
                if (breakMs >= 850)
                    QTRY_VERIFY(engine.store().batch(id)->writtenMs != 0);
            }
        }
        m_clock->ms = start + backMs;
        QThreadPool pool;
        BatchEngine engine(open(), {.lifeMs = 1000, .failShare = 0.1}, *m_clock, pool);
        QVERIFY(engine.store().batch(id) != nullptr);
        moveTo(engine, id, start + std::max<qint64>(backMs, 1000));
        QTRY_COMPARE(engine.store().batch(id)->phase(m_clock->ms), Phase::Completed);
        const BatchRecord record = *engine.store().batch(id);
        QCOMPARE(record.completed, 45);
        QCOMPARE(record.failed, 5);
        QCOMPARE(linesOf(engine.store(), record.outputFileId), 45);
        QCOMPARE(linesOf(engine.store(), record.errorFileId), 5);
        QVERIFY(!QFile::exists(engine.store().inputPath(id)));
    }

    void countsAgreeWithTheFilesInTheEnd()
    {
        QThreadPool pool;
        BatchEngine engine(open(), {.lifeMs = 1000, .failShare = 0.3}, *m_clock, pool);
        const qint64 start = m_clock->ms;
        const QString id = begin(engine, 1000);
        qint64 last = 0;
        for (qint64 moment = 200; moment < 850; moment += 50) {
            moveTo(engine, id, start + moment);
            const BatchCounts counts = engine.counts(*engine.store().batch(id));
            QCOMPARE(counts.total, 1000);
            QVERIFY(counts.completed + counts.failed > last);
            last = counts.completed + counts.failed;
        }
        moveTo(engine, id, start + 1000);
        QTRY_COMPARE(engine.store().batch(id)->phase(m_clock->ms), Phase::Completed);
        const BatchCounts counts = engine.counts(*engine.store().batch(id));
        QCOMPARE(counts.completed, 700);
        QCOMPARE(counts.failed, 300);
    }

    void cancelWhileResultsAreWrittenKeepsTheFewerRows()
    {
        QThreadPool pool;
        BatchEngine engine(open(), {.lifeMs = 1000}, *m_clock, pool);
        const qint64 start = m_clock->ms;
        const QString id = begin(engine, 2000);
        moveTo(engine, id, start + 850); // the writing of all rows has begun
        m_clock->ms = start + 500;
        QVERIFY(engine.cancel(id));
        m_clock->ms = start + 2000;
        QTRY_COMPARE(engine.store().batch(id)->phase(m_clock->ms), Phase::Cancelled);
        const BatchRecord record = *engine.store().batch(id);
        QCOMPARE(record.completed, 1000);
        QCOMPARE(linesOf(engine.store(), record.outputFileId), 1000);
        QCOMPARE(linesOf(engine.store(), record.errorFileId), 1000);
        QCOMPARE(engine.store().files().size(), 3); // input, output, error: no leftovers
    }

    void cancelJustAfterResultsWereWrittenKeepsTheFewerRows()
    {
        QThreadPool pool;
        BatchEngine engine(open(), {.lifeMs = 1000}, *m_clock, pool);
        const qint64 start = m_clock->ms;
        const QString id = begin(engine, 2000);
        moveTo(engine, id, start + 850);
        QVERIFY(pool.waitForDone()); // all rows are written, and the engine was not told yet
        m_clock->ms = start + 500;
        QVERIFY(engine.cancel(id));
        QCOMPARE(pool.activeThreadCount(), 0); // what is thrown away has the same files
        m_clock->ms = start + 2000;
        QTRY_COMPARE(engine.store().batch(id)->phase(m_clock->ms), Phase::Cancelled);
        const BatchRecord record = *engine.store().batch(id);
        QCOMPARE(record.faults.size(), 0);
        QCOMPARE(record.completed, 1000);
        QCOMPARE(linesOf(engine.store(), record.outputFileId), 1000);
        QCOMPARE(engine.store().files().size(), 3);
    }

    void lostInputFailsTheBatch()
    {
        QThreadPool pool;
        BatchEngine engine(open(), {.lifeMs = 1000}, *m_clock, pool);
        Store &store = engine.store();
        const auto record
            = engine.create({.id = u"batch_1"_s, .endpoint = u"/v1/chat/completions"_s});
        QVERIFY(record);
        m_clock->ms += 500;
        QTRY_COMPARE(store.batch(u"batch_1"_s)->phase(m_clock->ms), Phase::Failed);
        QCOMPARE(store.batch(u"batch_1"_s)->faults[0]["code"_L1].toString(), u"server_error"_s);
    }

private:
    Store open()
    {
        Result<Store> store = Store::open(m_folder->path());
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        return std::move(*store);
    }

    QString begin(BatchEngine &engine, int rows)
    {
        Store &store = engine.store();
        const QByteArray lines = chatLines(rows);
        const QString file = Store::newId("file-"_L1);
        writeFile(store.contentPath(file), lines);
        if (!store.addFile({.id = file, .sequence = store.nextSequence(), .bytes = lines.size()}))
            qFatal("no file");
        const QString id = Store::newId("batch_"_L1);
        if (!store.holdInput(id, file)
            || !engine.create({.id = id, .endpoint = u"/v1/chat/completions"_s}))
            qFatal("no batch");
        return id;
    }

    /// Waits until the input has been read, then moves on.
    void moveTo(BatchEngine &engine, const QString &id, qint64 ms)
    {
        QTRY_VERIFY(engine.store().batch(id)->plannedMs != 0);
        m_clock->ms = ms;
        engine.advance();
    }

    static qsizetype linesOf(Store &store, const QString &fileId)
    {
        QFile file(store.contentPath(fileId));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HandClock> m_clock;
};

QTEST_GUILESS_MAIN(TestPracticeStore)
#include "tst_practicestore.moc"
