// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/await.h"
#include "library/filled.h"
#include "library/libraryrig.h"
#include "library/sqlfile.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Library
    : public QObject
    , private LibraryRig {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void emptyLibraryHasItsFolderAndConnections();
    void everyFieldComesBackAfterReopen();
    void everyFieldChangesBySave();
    void defaultsComeBackAsDefaults();
    void idsAreSmallAndGoOnAfterReopen();
    void manyIdsAtOnce();
    void signalsAreGathered();
    void wishesAreKeptUntilFulfilled();
    void newPathsAreFresh();
    void tenThousandRunsLoadFast();
};

void tst_Library::emptyLibraryHasItsFolderAndConnections()
{
    auto library = opened(u"deep/er/library"_s);
    QVERIFY(library);
    QStringList names;
    for (const ConnectionId id : library->connectionIds()) {
        const Connection *const connection = library->connection(id);
        QVERIFY(connection->builtIn);
        QCOMPARE(connection->profile, connection->name);
        QCOMPARE(connection->keySource, KeySource::None);
        names.append(connection->name);
    }
    QCOMPARE(names,
             (QStringList{u"practice-files"_s, u"practice-inline"_s, u"practice-rawjsonl"_s,
                          u"practice-staged"_s}));
    QVERIFY(library->runIds().isEmpty());
    QVERIFY(!library->id().isEmpty());

    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    for (const QString &name : {u"."_s, u"inputs"_s, u"bodies"_s, u"results"_s, u"practice"_s,
                                u"library.db"_s, u"library.db-wal"_s, u"library.db-shm"_s}) {
        const QFileInfo info(library->absolute(name));
        QVERIFY2(info.exists(), qPrintable(name));
        QVERIFY2(!(info.permissions() & others), qPrintable(name));
    }
    const QString id = library->id();
    library.reset();
    library = opened(u"deep/er/library"_s);
    QVERIFY(library);
    QCOMPARE(library->id(), id);
    QCOMPARE(library->connectionIds().size(), names.size());
    QVERIFY(opened(u"another"_s)->id() != id);
}

void tst_Library::everyFieldComesBackAfterReopen()
{
    auto library = opened();
    QVERIFY(library);
    Connection connection = filledConnection();
    const Result<ConnectionId> connectionId = library->add(connection);
    QVERIFY2(connectionId, why(connectionId));
    connection.id = *connectionId;
    Run run = filledRun(connection.id);
    run.id = library->add(run);
    Batch batch = filledBatch(run.id, connection.id);
    QFuture<Result<>> stored;
    batch.id = library->add(batch, &stored);
    const Result<> written = await(stored);
    QVERIFY2(written, why(written));

    library.reset();
    library = opened();
    QVERIFY(library);
    QVERIFY(library->connection(connection.id));
    QCOMPARE(*library->connection(connection.id), connection);
    QVERIFY(library->run(run.id));
    QCOMPARE(*library->run(run.id), run);
    QVERIFY(library->batch(batch.id));
    QCOMPARE(*library->batch(batch.id), batch);
    QVERIFY(library->runIds().isEmpty()); // it is deleted
    QVERIFY(library->batches(run.id).empty()); // it is superseded
}

void tst_Library::everyFieldChangesBySave()
{
    auto library = opened();
    QVERIFY(library);
    const ConnectionId first = library->connectionIds().first();
    const Result<ConnectionId> connectionId
        = library->add(Connection{.name = u"plain"_s, .profile = u"p"_s});
    QVERIFY2(connectionId, why(connectionId));
    const RunId runId = library->add(Run{});
    const BatchId batchId = library->add(Batch{.run = runId});

    Connection connection = filledConnection();
    connection.id = *connectionId;
    QVERIFY(library->save(connection));
    Run run = filledRun(first);
    run.id = runId;
    Batch batch = filledBatch(runId, first);
    batch.id = batchId;
    QVERIFY(await(library->save(run)));
    const Result<> saved = await(library->save(batch));
    QVERIFY2(saved, why(saved));

    library.reset();
    library = opened();
    QVERIFY(library);
    QCOMPARE(*library->connection(connection.id), connection);
    QCOMPARE(*library->run(runId), run);
    QCOMPARE(*library->batch(batchId), batch);

    // And back to nothing.
    const QDateTime createdAt = library->run(runId)->createdAt;
    QVERIFY(await(library->save(Run{.id = runId, .createdAt = createdAt})));
    QVERIFY(await(library->save(Batch{.id = batchId, .run = runId})));
    library.reset();
    library = opened();
    QCOMPARE(*library->run(runId), (Run{.id = runId, .createdAt = createdAt}));
    QCOMPARE(*library->batch(batchId), (Batch{.id = batchId, .run = runId}));
}

void tst_Library::defaultsComeBackAsDefaults()
{
    auto library = opened();
    QVERIFY(library);
    const RunId runId = library->add(Run{});
    const BatchId batchId = library->add(Batch{.run = runId});
    const Run run = *library->run(runId);
    QVERIFY(run.createdAt.isValid());
    const Batch batch = *library->batch(batchId);
    library.reset();
    library = opened();
    QVERIFY(library);
    QCOMPARE(*library->run(runId), run);
    QCOMPARE(*library->batch(batchId), batch);
    QVERIFY(!library->batch(batchId)->facts.createdAt.isValid());
}

void tst_Library::idsAreSmallAndGoOnAfterReopen()
{
    for (int start = 0; start < 3; ++start) {
        auto library = opened();
        QVERIFY(library);
        for (int i = 1; i <= 3; ++i) {
            const RunId id = library->add(Run{});
            QCOMPARE(id.value, start * 3 + i);
            QCOMPARE(library->add(Batch{.run = id}).value, start * 3 + i);
        }
    }
}

void tst_Library::manyIdsAtOnce()
{
    auto library = opened();
    QVERIFY(library);
    QSet<RunId> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(library->add(Run{}));
    QCOMPARE(ids.size(), 1000);
    for (const RunId id : ids)
        QVERIFY(id.value <= 1000);
    const Result<> written = await(library->flushed());
    QVERIFY2(written, why(written));
    library.reset();
    QCOMPARE(opened()->runIds().size(), 1000);
}

void tst_Library::signalsAreGathered()
{
    auto library = opened();
    QVERIFY(library);
    QSignalSpy runs(library.get(), &Library::runsChanged);
    QSignalSpy batches(library.get(), &Library::batchesChanged);
    QSignalSpy connections(library.get(), &Library::connectionsChanged);
    const RunId run = library->add(Run{.name = u"one"_s});
    const RunId other = library->add(Run{.name = u"two"_s});
    const BatchId batch = library->add(Batch{.run = run});
    Run renamed = *library->run(run);
    renamed.name = u"uno"_s;
    library->save(renamed);
    QCOMPARE(library->run(run)->name, u"uno"_s); // at once
    QVERIFY(runs.isEmpty()); // not inside the call
    QTRY_COMPARE(runs.size(), 1);
    QCOMPARE(runs.first().first().value<QList<RunId>>(), (QList{run, other}));
    QCOMPARE(batches.size(), 1);
    QCOMPARE(batches.first().first().value<QList<BatchId>>(), QList{batch});
    QVERIFY(connections.isEmpty());
    QVERIFY(await(library->flushed()));
    QCoreApplication::processEvents();
    QCOMPARE(runs.size(), 1); // being stored changes nothing
}

void tst_Library::wishesAreKeptUntilFulfilled()
{
    auto library = opened();
    QVERIFY(library);
    const RunId run = library->add(Run{});
    QSignalSpy spy(library.get(), &Library::wishesChanged);
    QVERIFY(await(library->wish(WishKind::Submit, run)));
    for (const WishKind kind :
         {WishKind::Cancel, WishKind::Fetch, WishKind::CheckNow, WishKind::Resubmit})
        QVERIFY(await(library->wish(kind, run)));
    QTRY_COMPARE(library->wishes().size(), 5);
    QTRY_VERIFY(!spy.isEmpty());
    QCOMPARE(library->wishes().first().kind, WishKind::Submit);
    QCOMPARE(library->wishes().first().run, run);
    QVERIFY(library->wishes().first().at.isValid());
    QVERIFY(!await(library->wish(WishKind::Submit, RunId{99})));

    const QList<Wish> before = library->wishes();
    library.reset();
    library = opened();
    QVERIFY(library);
    QCOMPARE(library->wishes(), before);

    spy.clear();
    QSignalSpy again(library.get(), &Library::wishesChanged);
    const QFuture<Result<>> fulfilled = library->fulfil(before.first().id);
    QCOMPARE(library->wishes(), before.sliced(1)); // at once
    // The whole list is read while the row may still be there: the wish must not come back.
    const QFuture<Result<>> another = library->wish(WishKind::Fetch, run);
    QVERIFY(await(fulfilled));
    QVERIFY(await(another));
    QTRY_COMPARE(library->wishes().size(), 5);
    for (const Wish &wish : library->wishes())
        QVERIFY(wish.id != before.first().id);
    QVERIFY(!again.isEmpty());
}

void tst_Library::newPathsAreFresh()
{
    auto library = opened();
    QVERIFY(library);
    const QString one = library->newPath(u"inputs"_s, u".jsonl"_s);
    const QString two = library->newPath(u"more"_s, u"jsonl"_s);
    QVERIFY(one.startsWith("inputs/"_L1) && one.endsWith(".jsonl"_L1)
            && !one.endsWith("..jsonl"_L1));
    QVERIFY(two.startsWith("more/"_L1) && two.endsWith(".jsonl"_L1));
    QVERIFY(one != library->newPath(u"inputs"_s, u".jsonl"_s));
    QVERIFY(QFileInfo(library->absolute(u"more"_s)).isDir());
    QCOMPARE(library->absolute(one), library->folder() + u'/' + one);
    QCOMPARE(library->absolute({}), QString());
}

void tst_Library::tenThousandRunsLoadFast()
{
    auto library = opened();
    QVERIFY(library);
    const ConnectionId connection = library->connectionIds().first();
    for (int i = 0; i < 100; ++i) {
        Run run = filledRun(connection);
        run.deleted = false;
        static_cast<void>(library->add(filledBatch(library->add(run), connection)));
    }
    const QString file = library->absolute(u"library.db"_s);
    library.reset();
    {
        SqlFile sql(file);
        sql(u"BEGIN"_s);
        const QList<std::pair<QString, QString>> tables
            = {{u"runs"_s, u"id = id + 100"_s},
               {u"batches"_s, u"id = id + 100, run_id = run_id + 100"_s},
               {u"history"_s, u"batch_id = batch_id + 100"_s},
               {u"result_files"_s, u"batch_id = batch_id + 100"_s}};
        for (const auto &[table, shift] : tables) {
            sql(u"CREATE TEMP TABLE more AS SELECT * FROM main.%1"_s.arg(table));
            for (int i = 1; i < 100; ++i) {
                sql(u"UPDATE more SET %1"_s.arg(shift));
                QCOMPARE(sql(u"INSERT INTO main.%1 SELECT * FROM more"_s.arg(table)), QVariant());
            }
            sql(u"DROP TABLE more"_s);
        }
        // As after a migration: digests and records are made for all of them.
        sql(u"UPDATE meta SET value = 0 WHERE key = 'sealed'"_s);
        sql(u"DELETE FROM meta WHERE key = 'recorded'"_s);
        QCOMPARE(sql(u"COMMIT"_s), QVariant());
    }
    QElapsedTimer first;
    first.start();
    library = opened();
    QVERIFY(library);
    const qint64 sealing = first.elapsed();
    qInfo("10,000 runs sealed and recorded in %lld ms", sealing);
    library.reset();
    // The best of some: the computer may be busy with other tests.
    qint64 best = sealing;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        library.reset();
        timer.start();
        library = opened();
        best = std::min(best, timer.elapsed());
        QVERIFY(library);
        QCOMPARE(library->runIds().size(), 10'000);
        QCOMPARE(library->batchIds().size(), 0); // all superseded, and there
        QVERIFY(library->batch({10'000}));
        QCOMPARE(library->batch({10'000})->history.size(), 3);
    }
    qInfo("10,000 runs loaded in %lld ms", best);
    QVERIFY2(best * 4 < sealing, QByteArray::number(best).constData()); // what is sealed stays so
}

QTEST_GUILESS_MAIN(tst_Library)
#include "tst_library.moc"
