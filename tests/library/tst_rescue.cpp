// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"
#include "library/records.h"
#include "library/sql.h"

#include "library/await.h"
#include "library/filled.h"
#include "library/sqlfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

/// A database that is damaged, gone or old, and the records beside it.
class tst_Rescue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowHasItsRecord();
    void goneDatabaseIsMadeAgain();
    void damagedDatabaseIsKeptAndMadeAgain_data();
    void damagedDatabaseIsKeptAndMadeAgain();
    void submissionUnderWayBecomesUncertain();
    void intentIsInTheRecordBeforeThePaidCall();
    void withoutARecordNothingIsPaid();
    void lostWritesAreTakenFromTheRecords();
    void olderCopyOfTheDatabaseIsCompleted();
    void lostRecordIsWrittenAgain();
    void damagedRecordIsSaid();
    void batchBringsItsRunAndConnection();
    void damagedLibraryInUseIsLeftAlone();
    void otherLibrarysDatabaseKeepsItsOwnRows();
    void withoutRecordsDamageIsRefused();
    void noticeIsShownUntilDismissed();
    void aRecordCostsLittle();
    void anyDamageIsMended();

private:
    /// A library with so many runs, each with one batch; closed. Gives the path of its database.
    QString made(int count = 50);
    [[nodiscard]] std::unique_ptr<Library> opened();
    [[nodiscard]] QString file() const { return m_dir->filePath(u"library.db"_s); }
    [[nodiscard]] QStringList keptAside() const;
    /// As a program leaves it that was killed.
    void markUnclean();
    static QByteArray bytesOf(const QString &path);
    static void write(const QString &path, const QByteArray &bytes);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::map<BatchId, Batch> m_batches; ///< what was in the library that was made
    std::map<RunId, Run> m_runs;
    QString m_id;
};

void tst_Rescue::init()
{
    // Hundreds of libraries are made anew here: where there is a disk in memory, on that.
    const QString memory = u"/dev/shm"_s;
    m_dir = QFileInfo(memory).isWritable()
        ? std::make_unique<QTemporaryDir>(memory + u"/tst_rescue-XXXXXX"_s)
        : std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString tst_Rescue::made(int count)
{
    m_batches.clear();
    m_runs.clear();
    Library library(m_dir->path(), m_clock);
    if (!library.open())
        return {};
    m_id = library.id();
    const ConnectionId connection = library.add(Connection{.name = u"mine"_s}).value();
    for (int i = 1; i <= count; ++i) {
        Run run = filledRun(connection);
        run.name = u"run %1"_s.arg(i);
        run.deleted = false;
        run.unread = false; // no record is written for these two alone
        run.warned.clear();
        run.id = library.add(run);
        m_runs[run.id] = run;
        Batch batch = filledBatch(run.id, connection);
        batch.superseded = false;
        batch.facts.remoteId = u"batch_%1"_s.arg(i);
        batch.facts.remoteJson = QByteArray("{\"id\":\"batch_%1\"}").repeated(i % 40);
        batch.id = library.add(batch);
        m_batches[batch.id] = batch;
    }
    return file();
}

std::unique_ptr<Library> tst_Rescue::opened()
{
    auto library = std::make_unique<Library>(m_dir->path(), m_clock);
    const Result<> result = library->open();
    if (!result)
        qWarning("%s", why(result).text.constData());
    return result ? std::move(library) : nullptr;
}

QStringList tst_Rescue::keptAside() const
{
    QStringList names = QDir(m_dir->path()).entryList({u"library.db.damaged-*"_s});
    names.removeIf(
        [](const QString &name) { return name.endsWith("-shm"_L1) || name.endsWith("-wal"_L1); });
    return names;
}

void tst_Rescue::markUnclean()
{
    SqlFile{file()}(
        u"INSERT INTO processes (token, pid, pid_namespace, started, host, boot_id, opened_at) "
        "VALUES ('gone', 1, '', 0, '', 'an earlier boot', 0)"_s);
}

QByteArray tst_Rescue::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_Rescue::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void tst_Rescue::everyRowHasItsRecord()
{
    QVERIFY(!made(3).isEmpty());
    const Records records(m_dir->filePath(u"records"_s));
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
    const QDir folder(m_dir->filePath(u"records"_s));
    QCOMPARE(QFileInfo(folder.path()).permissions()
                 & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files))
        QCOMPARE(info.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
}

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
    write(file(), bytes);
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

void tst_Rescue::intentIsInTheRecordBeforeThePaidCall()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    const ConnectionId connection = library.connectionIds().first();
    QVERIFY(await(library.takeLease(connection)).value());
    Batch batch{.run = library.add(Run{.connection = connection}), .connection = connection};
    batch.id = library.add(batch);
    batch.facts.state = BatchState::Creating;
    batch.facts.intent = u"intent-7"_s;
    const QFuture<Result<>> saved = library.save(batch);
    // What the caller of a paid call waits for.
    QVERIFY(await(saved));
    const Records records(m_dir->filePath(u"records"_s));
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

void tst_Rescue::withoutARecordNothingIsPaid()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    const ConnectionId connection = library.connectionIds().first();
    QVERIFY(await(library.takeLease(connection)).value());
    Batch batch{.run = library.add(Run{.connection = connection}), .connection = connection};
    batch.id = library.add(batch);
    QVERIFY(await(library.flushed()));
    // Nothing can be written there any more.
    const QString folder = m_dir->filePath(u"records"_s);
    QVERIFY(QDir().rename(folder, m_dir->filePath(u"elsewhere"_s)));
    write(folder, "in the way");

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
        const ConnectionId connection = library.connectionIds().first();
        QVERIFY(await(library.takeLease(connection)).value());
        Batch batch{.run = library.add(Run{.connection = connection}), .connection = connection};
        batch.id = id = library.add(batch);
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
    write(file(), before);
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
    write(file(), old); // nobody was killed: it looks like a clean end
    const auto library = opened();
    QVERIFY(library);
    QVERIFY(library->batch(late));
    QCOMPARE(library->batch(late)->facts.remoteId, u"batch_late"_s);
    QCOMPARE(library->runIds().size(), 4);
    QCOMPARE(library->news().first().kind, LibraryNotice::Kind::Completed);
    QVERIFY(library->add(Run{}).value > library->batch(late)->run.value);
}

void tst_Rescue::lostRecordIsWrittenAgain()
{
    QVERIFY(!made(3).isEmpty());
    const QDir folder(m_dir->filePath(u"records"_s));
    QVERIFY(QFile::remove(folder.filePath(u"b2.json"_s)));
    write(folder.filePath(u"r3.json"_s), "{}");
    write(folder.filePath(u"b1.json.1.part"_s), "half");
    markUnclean();
    const auto library = opened();
    QVERIFY(library);
    QVERIFY(library->news().isEmpty()); // nothing that a person need know
    const Records records(folder.path());
    QCOMPARE(records.batch({2}).value().batch.value, m_batches.at({2}));
    QCOMPARE(records.run({3}).value().value, m_runs.at({3}));
    QVERIFY(!folder.exists(u"b1.json.1.part"_s));
}

void tst_Rescue::damagedRecordIsSaid()
{
    QVERIFY(!made(3).isEmpty());
    const QString path = m_dir->filePath(u"records/b2.json"_s);
    QByteArray bytes = bytesOf(path);
    bytes.replace("batch_2", "batch_3");
    write(path, bytes);
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
    QCOMPARE(QDir(m_dir->filePath(u"records"_s)).entryList({u"b2.json.unreadable-*"_s}).size(), 1);
}

void tst_Rescue::batchBringsItsRunAndConnection()
{
    QVERIFY(!made(2).isEmpty());
    QVERIFY(QFile::remove(m_dir->filePath(u"records/r1.json"_s)));
    write(m_dir->filePath(u"records/r2.json"_s), "broken");
    for (const QString &name : QDir(m_dir->filePath(u"records"_s)).entryList({u"c*.json"_s}))
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
    QCOMPARE(Records(m_dir->filePath(u"records"_s)).run({1}).value().value.name, u"theirs"_s);
}

void tst_Rescue::withoutRecordsDamageIsRefused()
{
    QVERIFY(!made(3).isEmpty());
    QVERIFY(QDir(m_dir->filePath(u"records"_s)).removeRecursively());
    QByteArray bytes = bytesOf(file());
    bytes.truncate(bytes.size() / 2);
    write(file(), bytes);
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

void tst_Rescue::aRecordCostsLittle()
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
        write(file(), bytes);
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
