// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/observations.h"

#include "library/library.h"

#include "library/await.h"
#include "library/filled.h"
#include "library/sqlfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// What is kept of how a batch came along.
class tst_Observations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLookThatBringsNewsIsKeptWithTheOneBefore();
    void whatIsNotKnownStaysUnknown();
    void nothingIsNotedBeforeTheProviderHasIt();
    void anErrorIsNoLevelLine();
    void aRefusedSaveNotesNothing();
    void daysAreThinnedEvenly();
    void aClockSetBackTakesTheLaterOnesAway();
    void theBinKeepsThem();
    void theyGoWithTheirBatch();
    void aDamagedOneIsLeftOut();
    void eachBatchHasItsOwn();
    void aRemadeDatabaseGoesOnFromThere();

private:
    void reopen();
    /// The provider tells of the batch, so many seconds after the beginning.
    void look(int second, qint64 succeeded, qint64 failed = 0);
    Result<> saved(const Batch &batch) { return await(m_library->save(batch)); }
    [[nodiscard]] const Batch &batch() const { return *m_library->batch(m_batch); }
    /// "0: 0+0, 60: 10+1": second, done of which failed.
    [[nodiscard]] QString seen() const;
    [[nodiscard]] QList<Observation> all() const
    {
        return await(m_library->observations(m_run)).value();
    }
    [[nodiscard]] QString file() const { return m_dir->filePath(u"library.db"_s); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    RunId m_run;
    BatchId m_batch;
};

void tst_Observations::init()
{
    m_library.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    reopen();
    const ConnectionId connection = m_library->connectionIds().first();
    m_run = m_library->add(Run{.name = u"run"_s, .connection = connection, .requests = 100});
    Batch batch{.run = m_run, .connection = connection, .requests = 100};
    batch.facts.state = BatchState::Running;
    batch.facts.remoteId = u"batch_1"_s;
    m_batch = m_library->add(batch);
}

void tst_Observations::reopen()
{
    m_library.reset();
    m_library = std::make_unique<Library>(m_dir->path(), m_clock);
    const Result<> opened = m_library->open();
    QVERIFY2(opened, why(opened));
}

void tst_Observations::look(int second, qint64 succeeded, qint64 failed)
{
    Batch batch = this->batch();
    batch.facts.error.reset();
    batch.facts.rawStatus = u"in_progress"_s;
    batch.facts.counts = {.total = 100, .succeeded = succeeded, .failed = failed};
    batch.checkedAt = timeAt(0).addSecs(second);
    m_library->save(batch);
}

QString tst_Observations::seen() const
{
    QStringList points;
    for (const Observation &one : all())
        points.append(u"%1: %2+%3"_s.arg(timeAt(0).secsTo(one.at))
                          .arg(one.done.value_or(-1))
                          .arg(one.failed.value_or(-1)));
    return points.join(u", "_s);
}

void tst_Observations::aLookThatBringsNewsIsKeptWithTheOneBefore()
{
    for (const auto &[second, succeeded, failed] :
         {std::tuple(0, 0, 0), std::tuple(10, 0, 0), std::tuple(20, 0, 0), std::tuple(30, 4, 1),
          std::tuple(40, 9, 1), std::tuple(50, 9, 1), std::tuple(60, 9, 1)})
        look(second, succeeded, failed);
    QCOMPARE(seen(), u"0: 0+0, 20: 0+0, 30: 5+1, 40: 10+1"_s);
    const Observation first{.batch = m_batch,
                            .at = timeAt(0),
                            .rawStatus = u"in_progress"_s,
                            .done = 0,
                            .failed = 0,
                            .total = 100};
    QCOMPARE(all().first(), first);

    // Another life of the program knows the same, and goes on.
    reopen();
    QCOMPARE(all().size(), 4);
    look(70, 19, 1);
    QCOMPARE(seen(), u"0: 0+0, 20: 0+0, 30: 5+1, 40: 10+1, 60: 10+1, 70: 20+1"_s);
}

void tst_Observations::whatIsNotKnownStaysUnknown()
{
    Batch batch = this->batch();
    batch.facts.rawStatus = u"queued"_s;
    batch.checkedAt = timeAt(0);
    QVERIFY(saved(batch));
    batch.facts.rawStatus = u"running"_s; // nothing but the word
    batch.checkedAt = timeAt(1);
    QVERIFY(saved(batch));
    const QList<Observation> wanted{
        {.batch = m_batch, .at = timeAt(0), .rawStatus = u"queued"_s, .done = {}, .failed = {}},
        {.batch = m_batch, .at = timeAt(1), .rawStatus = u"running"_s, .done = {}, .failed = {}}};
    QCOMPARE(all(), wanted);
}

void tst_Observations::nothingIsNotedBeforeTheProviderHasIt()
{
    Batch batch = this->batch();
    batch.facts.remoteId.clear();
    batch.facts.state = BatchState::Held;
    batch.checkedAt = timeAt(0); // an answer that was a refusal
    QVERIFY(saved(batch));
    QCOMPARE(seen(), QString());
    // One that is followed from elsewhere is there from its first moment.
    batch.facts.remoteId = u"batch_2"_s;
    batch.facts.counts = {.total = 100, .succeeded = 40};
    QFuture<Result<>> stored;
    static_cast<void>(m_library->add(batch, &stored));
    QVERIFY(await(stored));
    QCOMPARE(seen(), u"0: 40+-1"_s);
}

void tst_Observations::anErrorIsNoLevelLine()
{
    look(0, 10);
    Batch batch = this->batch();
    batch.facts.error = Error{.kind = ErrorKind::ServerFault, .httpStatus = 502};
    batch.checkedAt = timeAt(0).addSecs(50);
    QVERIFY(saved(batch));
    look(60, 90);
    QCOMPARE(seen(), u"0: 10+0, 60: 90+0"_s);
}

void tst_Observations::aRefusedSaveNotesNothing()
{
    look(0, 10);
    QCOMPARE(seen(), u"0: 10+0"_s);
    // Another program drives the connection now.
    SqlFile{file()}(
        u"INSERT INTO leases (connection_id, token, pid, pid_namespace, started, host, boot_id, "
        "heartbeat_boot, heartbeat_at) VALUES (?, 'another', 1, '', 0, 'elsewhere', 'another', 0, ?)"_s,
        {batch().connection.value, m_clock.now().toMSecsSinceEpoch()});
    Batch batch = this->batch();
    batch.facts.counts.succeeded = 20;
    batch.checkedAt = timeAt(1);
    const Result<> refused = saved(batch);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"stale"_s);
    QCOMPARE(seen(), u"0: 10+0"_s);
}

void tst_Observations::daysAreThinnedEvenly()
{
    constexpr int looks = 3000;
    for (int i = 0; i <= looks; ++i)
        look(i * 60, i / 40, i / 400); // two days, with news every 40 minutes
    QVERIFY(all().size() > 100);
    for (int i = 0; i <= looks; ++i)
        look((looks + i) * 60, 100 + i); // and each minute
    const QList<Observation> kept = all();
    QVERIFY2(kept.size() <= Observations::most && kept.size() > Observations::most / 3,
             qPrintable(QString::number(kept.size())));
    QCOMPARE(kept.first().at, timeAt(0));
    QCOMPARE(kept.last().done, 100 + looks);
    qint64 longest = 0;
    for (qsizetype i = 1; i < kept.size(); ++i)
        longest = std::max(longest, kept[i - 1].at.secsTo(kept[i].at));
    const qint64 whole = kept.first().at.secsTo(kept.last().at);
    QVERIFY2(longest < whole / 50, qPrintable(QString::number(longest)));
    for (qsizetype i = 1; i < kept.size(); ++i)
        QVERIFY(kept[i - 1].at < kept[i].at && kept[i - 1].done <= kept[i].done);
}

void tst_Observations::aClockSetBackTakesTheLaterOnesAway()
{
    look(0, 0);
    look(3600, 10);
    look(3660, 20);
    look(60, 30); // an hour back
    look(120, 40);
    QCOMPARE(seen(), u"0: 0+0, 60: 30+0, 120: 40+0"_s);
}

void tst_Observations::theBinKeepsThem()
{
    look(0, 0);
    look(60, 50);
    Run run = *m_library->run(m_run);
    run.deleted = true;
    QVERIFY(await(m_library->save(run)));
    QVERIFY(m_library->runIds().isEmpty());
    reopen();
    run.deleted = false;
    QVERIFY(await(m_library->save(run)));
    QCOMPARE(seen(), u"0: 0+0, 60: 50+0"_s);
}

void tst_Observations::theyGoWithTheirBatch()
{
    look(0, 0);
    QCOMPARE(seen(), u"0: 0+0"_s);
    m_library.reset();
    SqlFile sql(file());
    sql(u"PRAGMA foreign_keys = ON"_s);
    QCOMPARE(sql(u"SELECT count(*) FROM observations"_s).toInt(), 1);
    QCOMPARE(sql(u"DELETE FROM batches"_s), QVariant());
    QCOMPARE(sql(u"SELECT count(*) FROM observations"_s).toInt(), 0);
}

void tst_Observations::aDamagedOneIsLeftOut()
{
    look(0, 0);
    look(60, 50);
    look(120, 90);
    QCOMPARE(all().size(), 3);
    m_library.reset();
    SqlFile{file()}(u"UPDATE observations SET done = 51 WHERE done = 50"_s);
    reopen(); // nothing that matters
    QVERIFY(m_library->news().isEmpty());
    QCOMPARE(seen(), u"0: 0+0, 120: 90+0"_s);
}

void tst_Observations::eachBatchHasItsOwn()
{
    look(0, 10);
    Batch other = batch();
    other.facts.remoteId = u"batch_2"_s;
    other.checkedAt = timeAt(0).addSecs(5);
    QFuture<Result<>> stored;
    other.id = m_library->add(other, &stored);
    QVERIFY(await(stored));
    look(10, 20);
    QCOMPARE(seen(), u"0: 10+0, 5: 10+0, 10: 20+0"_s);
    // What another has taken the place of counts for nothing.
    Batch first = batch();
    first.superseded = true;
    QVERIFY(saved(first));
    QCOMPARE(seen(), u"5: 10+0"_s);
    QCOMPARE(await(m_library->observations({999})).value(), QList<Observation>());
}

void tst_Observations::aRemadeDatabaseGoesOnFromThere()
{
    look(0, 0);
    look(60, 50);
    QCOMPARE(all().size(), 2);
    m_library.reset();
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file() + end);
    reopen();
    QCOMPARE(m_library->news().size(), 1);
    QCOMPARE(seen(), u"0: 0+0"_s); // all that the batch's record tells of
    look(120, 90);
    QCOMPARE(seen(), u"0: 0+0, 120: 90+0"_s);
}

QTEST_GUILESS_MAIN(tst_Observations)
#include "tst_observations.moc"
