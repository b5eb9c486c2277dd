// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"
#include "library/records.h"

#include "library/await.h"
#include "library/rescuerig.h"
#include "library/sqlfile.h"
#include "support/files.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// A database that is damaged, gone or old, and is made again from the records beside it.
class tst_Rescue
    : public QObject
    , private RescueRig {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void goneDatabaseIsMadeAgain();
    void damagedDatabaseIsKeptAndMadeAgain_data();
    void damagedDatabaseIsKeptAndMadeAgain();
    void submissionUnderWayBecomesUncertain();
    void lostWritesAreTakenFromTheRecords();
    void olderCopyOfTheDatabaseIsCompleted();
    void damagedLibraryInUseIsLeftAlone();
    void otherLibrarysDatabaseKeepsItsOwnRows();
    void withoutRecordsDamageIsRefused();
    void noticeIsShownUntilDismissed();
    void anyDamageIsMended();
};

void tst_Rescue::goneDatabaseIsMadeAgain()
{
    QVERIFY(!made().isEmpty());
    QVERIFY(QFile::remove(file()));
    const auto library = opened();
    QVERIFY(library);
    QCOMPARE(library->id(), m_id); // so the keys are found
    QCOMPARE(library->runIds().size(), 50);
    for (const auto &[id, batch] : m_batches) {
        QVERIFY(library->batch(id));
        QCOMPARE(*library->batch(id), batch);
        QCOMPARE(*library->run(batch.run), m_runs.at(batch.run));
    }
    QCOMPARE(library->connectionIds().size(), 4 + 1);
    QCOMPARE(library->news().size(), 1);
    const LibraryNotice notice = library->news().first();
    QCOMPARE(notice.kind, LibraryNotice::Kind::Remade);
    QCOMPARE(notice.runs, 50);
    QCOMPARE(notice.batches, 50);
    QVERIFY(notice.unreadable.isEmpty());
    QVERIFY(keptAside().isEmpty());
    // What is new goes on behind what there was.
    QCOMPARE(library->add(Run{}), RunId{51});
}

void tst_Rescue::damagedDatabaseIsKeptAndMadeAgain_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what :
         {"index", "text of a row", "head", "cut", "zeros", "no database", "short"})
        QTest::newRow(what) << QByteArray(what);
}

void tst_Rescue::damagedDatabaseIsKeptAndMadeAgain()
{
    QFETCH(QByteArray, what);
    QVERIFY(!made().isEmpty());
    QByteArray bytes = bytesOf(file());
    if (what == "index") {
        const qint64 page
            = SqlFile{file()}(u"SELECT rootpage FROM sqlite_schema WHERE name = 'batches_by_run'"_s)
                  .toLongLong();
        const qint64 size = SqlFile{file()}(u"PRAGMA page_size"_s).toLongLong();
        bytes.replace((page - 1) * size + 8, 100, QByteArray(100, '\xee'));
    } else if (what == "text of a row") {
        // A whole database for SQLite: only another batch's id.
        const qsizetype at = bytes.lastIndexOf("batch_17");
        QVERIFY(at > 0);
        bytes.replace(at, 8, "batch_71");
    } else if (what == "head") {
        bytes.replace(0, 16, QByteArray(16, '\0'));
    } else if (what == "cut") {
        bytes.truncate(bytes.size() / 2);
    } else if (what == "zeros") {
        bytes.fill('\0');
    } else if (what == "no database") {
        bytes = QByteArray("This is no database, but long enough. ").repeated(200);
    } else {
        bytes = "x";
    }
    writeFile(file(), bytes);
    auto library = opened();
    QVERIFY(library);
    for (const auto &[id, batch] : m_batches) {
        QVERIFY(library->batch(id));
        QCOMPARE(*library->batch(id), batch);
    }
    QCOMPARE(library->runIds().size(), 50);
    QCOMPARE(library->id(), m_id);
    QCOMPARE(library->news().size(), 1);
    const LibraryNotice notice = library->news().first();
    QCOMPARE(notice.kind, LibraryNotice::Kind::Rebuilt);
    QCOMPARE(keptAside(), QStringList{notice.keptAs});
    QVERIFY(noticeText(notice).contains(notice.keptAs));
    QCOMPARE(bytesOf(m_dir->filePath(notice.keptAs)), bytes); // the very file
    // It is whole from here on.
    library.reset();
    library = opened();
    QVERIFY(library);
    QVERIFY(library->news().isEmpty());
    QCOMPARE(keptAside().size(), 1);
}

void tst_Rescue::submissionUnderWayBecomesUncertain()
{
    BatchId creating;
    BatchId held;
    BatchId created;
    {
        Library library(m_dir->path(), m_clock);
        QVERIFY(library.open());
        const ConnectionId connection = library.connectionIds().first();
        QVERIFY(await(library.takeLease(connection)).value());
        const auto add = [&](BatchState state, const QString &remote) {
            Batch batch{.run = library.add(Run{.connection = connection}),
                        .connection = connection};
            batch.id = library.add(batch);
            batch.facts.state = state;
            batch.facts.intent = u"intent-1"_s;
            batch.facts.remoteId = remote;
            library.save(batch);
            return batch.id;
        };
        creating = add(BatchState::Creating, {});
        held = add(BatchState::Held, {});
        created = add(BatchState::Creating, u"batch_1"_s);
    }
    QVERIFY(QFile::remove(file()));
    const auto library = opened();
    QVERIFY(library);
    QCOMPARE(library->batch(creating)->facts.state, BatchState::Unknown);
    QCOMPARE(library->batch(creating)->facts.intent, u"intent-1"_s);
    QVERIFY(!library->batch(creating)->facts.reason.isEmpty());
    QCOMPARE(library->batch(creating)->history.last().state, BatchState::Unknown);
    QCOMPARE(library->batch(held)->facts.state, BatchState::Held); // surely was not sent
    QCOMPARE(library->batch(created)->facts.state, BatchState::Creating);
    QCOMPARE(library->news().first().uncertain, QStringList{creating.toString()});
    QVERIFY(noticeText(library->news().first()).contains(creating.toString()));
}

void tst_Rescue::lostWritesAreTakenFromTheRecords()
{
    // A byte of the write-ahead log has changed: SQLite drops all that comes after it, and finds
    // the rest whole. The batch would be sent again.
    QVERIFY(!made(1).isEmpty());
    BatchId id;
    QByteArray before;
    {
        Library library(m_dir->path(), m_clock);
        QVERIFY(library.open());
        Batch batch = driven(library);
        id = batch.id;
        batch.facts.state = BatchState::Uploading;
        QVERIFY(await(library.save(batch)));
        SqlFile{file()}(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        before = bytesOf(file());
        batch.facts.state = BatchState::Running;
        batch.facts.remoteId = u"batch_paid"_s;
        QVERIFY(await(library.save(batch)));
    }
    QFile::remove(file() + u"-wal"_s);
    QFile::remove(file() + u"-shm"_s);
    writeFile(file(), before);
    const auto library = opened();
    QVERIFY(library);
    QCOMPARE(library->batch(id)->facts.remoteId, u"batch_paid"_s);
    QCOMPARE(library->batch(id)->facts.state, BatchState::Running);
    QCOMPARE(library->news().first().kind, LibraryNotice::Kind::Completed);
}

void tst_Rescue::olderCopyOfTheDatabaseIsCompleted()
{
    QVERIFY(!made(3).isEmpty());
    const QByteArray old = bytesOf(file());
    BatchId late;
    {
        const auto library = opened();
        QVERIFY(library);
        const ConnectionId connection = library->connectionIds().first();
        Batch batch{.run = library->add(Run{.name = u"late"_s, .connection = connection}),
                    .connection = connection,
                    .facts = {.state = BatchState::Running, .remoteId = u"batch_late"_s}};
        late = library->add(batch);
    }
    writeFile(file(), old); // nobody was killed: it looks like a clean end
    const auto library = opened();
    QVERIFY(library);
    QVERIFY(library->batch(late));
    QCOMPARE(library->batch(late)->facts.remoteId, u"batch_late"_s);
    QCOMPARE(library->runIds().size(), 4);
    QCOMPARE(library->news().first().kind, LibraryNotice::Kind::Completed);
    QVERIFY(library->add(Run{}).value > library->batch(late)->run.value);
}

void tst_Rescue::damagedLibraryInUseIsLeftAlone()
{
    QVERIFY(!made(2).isEmpty());
    const auto first = opened();
    QVERIFY(first);
    // Behind the back of the one that has it open, which goes on with what it has in memory.
    const QByteArray bytes = bytesOf(file());
    {
        QFile database(file());
        QVERIFY(database.open(QIODevice::ReadWrite));
        database.write(QByteArray(100, '\0'));
    }
    Library second(m_dir->path(), m_clock);
    const Result<> result = second.open();
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"damaged"_s);
    QVERIFY(keptAside().isEmpty());
    QVERIFY(QFile::exists(file()));
}

void tst_Rescue::otherLibrarysDatabaseKeepsItsOwnRows()
{
    QVERIFY(!made(3).isEmpty());
    QTemporaryDir other;
    {
        Library library(other.path(), m_clock);
        QVERIFY(library.open());
        static_cast<void>(library.add(Run{.name = u"theirs"_s}));
    }
    QVERIFY(QFile::remove(file()));
    QVERIFY(QFile::copy(other.filePath(u"library.db"_s), file()));
    const auto library = opened();
    QVERIFY(library);
    QCOMPARE(library->runIds().size(), 1);
    QCOMPARE(library->run({1})->name, u"theirs"_s);
    QCOMPARE(QDir(m_dir->path()).entryList({u"records.other-*"_s}).size(), 1);
    QCOMPARE(Records(recordsFolder()).run({1}).value().value.name, u"theirs"_s);
}

void tst_Rescue::withoutRecordsDamageIsRefused()
{
    QVERIFY(!made(3).isEmpty());
    QVERIFY(QDir(recordsFolder()).removeRecursively());
    QByteArray bytes = bytesOf(file());
    bytes.truncate(bytes.size() / 2);
    writeFile(file(), bytes);
    Library library(m_dir->path(), m_clock);
    const Result<> result = library.open();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Database);
    QVERIFY(result.error().message.contains("damaged"_L1));
    QCOMPARE(bytesOf(file()), bytes);
}

void tst_Rescue::noticeIsShownUntilDismissed()
{
    QVERIFY(!made(2).isEmpty());
    QVERIFY(QFile::remove(file()));
    QVERIFY(opened()); // another program, say
    auto library = opened();
    QVERIFY(library);
    QVERIFY(library->news().isEmpty());
    QCOMPARE(library->notices().size(), 1);
    QCOMPARE(library->notices().first().batches, 2);
    library->dismissNotices();
    QVERIFY(library->notices().isEmpty());
    library.reset();
    library = opened();
    QVERIFY(library->notices().isEmpty());
}

/// A bit, some bytes or a whole page changed, or the file cut, at random places of a database of
/// 50 batches: after that each batch is there with its own remote id, or is named as lost.
void tst_Rescue::anyDamageIsMended()
{
    const int rounds
        = qEnvironmentVariableIsSet("DAMAGES") ? qEnvironmentVariableIntValue("DAMAGES") : 200;
    QVERIFY(!made().isEmpty());
    markUnclean();
    // Each round has another file in the place of the last one; that is told elsewhere.
    SqlFile{file()}(u"DELETE FROM meta WHERE key = 'place'"_s);
    const QByteArray whole = bytesOf(file());
    QRandomGenerator random(4711);
    int mended = 0;
    int untouched = 0;
    qint64 wanted = 0;
    qint64 recovered = 0;
    for (int i = 0; i < rounds; ++i) {
        QByteArray bytes = whole;
        const qsizetype at = random.bounded(int(whole.size()));
        switch (i % 4) {
        case 0: bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8))); break;
        case 1: bytes.replace(at, 16, QByteArray(16, char(random.bounded(256)))); break;
        case 2: bytes.replace(at, 512, QByteArray(512, '\0')); break;
        case 3: bytes.truncate(at); break;
        }
        bytes.truncate(whole.size());
        for (const QString &name : QDir(m_dir->path()).entryList({u"library.db*"_s}, QDir::Files))
            QFile::remove(m_dir->filePath(name));
        writeFile(file(), bytes);
        const QByteArray place = QByteArray::number(i) + " at " + QByteArray::number(at);
        const auto library = opened();
        QVERIFY2(library, place.constData());
        const bool isNews = !library->news().isEmpty();
        ++(isNews ? mended : untouched);
        if (isNews && library->news().first().kind == LibraryNotice::Kind::Rebuilt)
            QCOMPARE(bytesOf(m_dir->filePath(library->news().first().keptAs)).size(), bytes.size());
        for (const auto &[id, batch] : m_batches) {
            ++wanted;
            const Batch *const found = library->batch(id);
            if (!found) {
                QVERIFY2(isNews && !library->news().first().unreadable.isEmpty(),
                         place.constData());
                continue;
            }
            // What is there is right in every field, said or not.
            QVERIFY2(*found == batch, place.constData());
            QVERIFY2(*library->run(batch.run) == m_runs.at(batch.run), place.constData());
            ++recovered;
        }
        QCOMPARE(library->id(), m_id);
        QCOMPARE(library->runIds().size(), qsizetype(m_runs.size()));
    }
    qInfo("%d damages: %d mended and said, %d of no effect, %lld of %lld batches whole", rounds,
          mended, untouched, recovered, wanted);
    QVERIFY(recovered * 100 >= wanted * 99);
    QVERIFY2(mended >= rounds / 2, QByteArray::number(mended).constData());
}

QTEST_GUILESS_MAIN(tst_Rescue)
#include "tst_rescue.moc"
