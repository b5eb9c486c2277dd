// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"
#include "library/schema.h"
#include "library/sql.h"

#include "library/await.h"
#include "library/filled.h"
#include "library/sqlfile.h"
#include "support/files.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// As a program of later years leaves it.
void makeNewer(SqlFile &&file)
{
    file(u"PRAGMA user_version = 99"_s);
    file(u"UPDATE meta SET value = 99 WHERE key = 'form'"_s);
}
void makeNewer(SqlFile &file)
{
    makeNewer(std::move(file));
}

} // namespace

class tst_Migration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void migrationsAreCountedWithoutGaps();
    void releasedLibraryOpens_data();
    void releasedLibraryOpens();
    void oldLibraryIsCopiedAndBrought();
    void failedMigrationChangesNothing_data();
    void failedMigrationChangesNothing();
    void twoProgramsMigrateOnce();
    void newerLibraryIsRefused();
    void libraryTakenOverByANewerProgramIsLeftAlone();
    void foreignFileIsRefused_data();
    void foreignFileIsRefused();
    void emptyFileBecomesALibrary();
    void uncleanEndWithoutDamageOpens();

private:
    /// A library with some rows, closed. Gives the path of its database.
    QString made();
    Result<> reopened();
    QStringList copies() const;
    static Result<> migrateFile(const QString &path, const QList<Migration> &steps);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_Migration::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString tst_Migration::made()
{
    Library library(m_dir->path(), m_clock);
    if (!library.open())
        return {};
    const ConnectionId connection = library.connectionIds().first();
    for (int i = 0; i < 50; ++i) {
        Run run = filledRun(connection);
        run.deleted = false;
        static_cast<void>(library.add(filledBatch(library.add(run), connection)));
    }
    return library.absolute(u"library.db"_s);
}

Result<> tst_Migration::reopened()
{
    Library library(m_dir->path(), m_clock);
    return library.open();
}

QStringList tst_Migration::copies() const
{
    return QDir(m_dir->path()).entryList({u"library.db.v*.bak"_s});
}

Result<> tst_Migration::migrateFile(const QString &path, const QList<Migration> &steps)
{
    SqlFile file(path);
    file(u"PRAGMA foreign_keys = ON"_s);
    const Result<> result = migrate(file.database(), steps);
    // Off for the migration, and on again whatever became of it.
    if (file(u"PRAGMA foreign_keys"_s).toInt() != 1)
        return Failure(libraryError(u"foreign keys are off"_s));
    return result;
}

void tst_Migration::migrationsAreCountedWithoutGaps()
{
    QVERIFY(!migrations().isEmpty());
    for (qsizetype i = 0; i < migrations().size(); ++i) {
        QCOMPARE(migrations().at(i).version, i + 1);
        QVERIFY(!migrations().at(i).sql.isEmpty());
    }
}

void tst_Migration::releasedLibraryOpens_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/library/data"));
    for (const QString &name : folder.entryList({u"library-*.sql"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void tst_Migration::releasedLibraryOpens()
{
    QFETCH(QString, file);
    const QString path = m_dir->filePath(u"library.db"_s);
    int form = 0;
    {
        SqlFile database(path);
        for (const QString &statement : QString::fromUtf8(bytesOf(file)).split(u";\n"_s))
            if (!statement.trimmed().isEmpty())
                QCOMPARE(database(statement), QVariant());
        form = database(u"PRAGMA user_version"_s).toInt();
    }
    Library library(m_dir->path(), m_clock);
    const Result<> result = library.open();
    QVERIFY2(result, why(result));
    QCOMPARE(library.id(), u"5f0f7c3e-3f0d-4d2a-9c39-000000000001"_s);

    const Connection *const known = library.connectionByName(filledConnection().name);
    QVERIFY(known);
    Connection connection = filledConnection();
    connection.id = known->id;
    if (form < 3)
        connection.colour.clear(); // came with that form, and so did what is cleared below
    QCOMPARE(*known, connection);
    QCOMPARE(library.connectionIds().size(), 1 + 4); // and the built-in ones of today
    Run run = filledRun(connection.id);
    run.id = {1};
    if (form < 3) {
        run.tags.clear();
        run.warned.clear();
    }
    QCOMPARE(*library.run({1}), run);
    Batch batch = filledBatch({1}, connection.id);
    batch.id = {1};
    if (form < 5) // nobody had asked what brought a batch into a state
        for (StateChange &change : batch.history)
            change = {.at = change.at, .state = change.state, .rawStatus = change.rawStatus};
    QCOMPARE(*library.batch({1}), batch);
    QCOMPARE(library.wishes(),
             (QList<Wish>{{.id = 1, .kind = WishKind::Cancel, .run = {1}, .at = timeAt(11)}}));
    // How it came along was not noted, and is from now on.
    QCOMPARE(await(library.observations({1})).value(), QList<Observation>());
    QCOMPARE(library.add(Run{}), RunId{2});
}

void tst_Migration::oldLibraryIsCopiedAndBrought()
{
    const QString path = made();
    QVERIFY(!path.isEmpty());
    QVERIFY(copies().isEmpty()); // nothing was there before the first step
    const int old = migrations().last().version;
    const QList<Migration> steps = migrations()
        + QList<Migration>{
            {old + 1, u"ALTER TABLE runs ADD COLUMN extra TEXT NOT NULL DEFAULT 'x';\n"_s},
            {old + 2,
             u"-- a comment; with a semicolon\n"
             "UPDATE runs\n  SET extra = 'y'\n  WHERE id = 1;\n"
             "CREATE TABLE more (a INTEGER);\n"_s}};
    const Result<> result = migrateFile(path, steps);
    QVERIFY2(result, why(result));
    {
        SqlFile file(path);
        QCOMPARE(file(u"PRAGMA user_version"_s).toInt(), old + 2);
        QCOMPARE(file(u"SELECT count(*) FROM runs"_s).toInt(), 50);
        QCOMPARE(file(u"SELECT extra FROM runs WHERE id = 1"_s).toString(), u"y"_s);
        QCOMPARE(file(u"SELECT extra FROM runs WHERE id = 2"_s).toString(), u"x"_s);
        QCOMPARE(file(u"SELECT count(*) FROM more"_s).toInt(), 0);
    }
    QCOMPARE(copies().size(), 1);
    const QString copy = m_dir->filePath(copies().first());
    QVERIFY(copies().first().startsWith(u"library.db.v%1-"_s.arg(old)));
    QCOMPARE(QFileInfo(copy).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    SqlFile file(copy);
    QCOMPARE(file(u"PRAGMA user_version"_s).toInt(), old);
    QCOMPARE(file(u"PRAGMA quick_check"_s).toString(), u"ok"_s);
    QCOMPARE(file(u"SELECT count(*) FROM batches"_s).toInt(), 50);

    const Result<> again = migrateFile(path, steps);
    QVERIFY2(again, why(again));
    QCOMPARE(copies().size(), 1); // nothing to do, no copy
}

void tst_Migration::failedMigrationChangesNothing_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("second statement") << u"CREATE TABLE more (a INTEGER);\nnonsense;\n"_s;
    QTest::newRow("last line") << u"CREATE TABLE more (a INTEGER);\nnonsense"_s;
    QTest::newRow("broken references") << u"CREATE TABLE more (a INTEGER);\nDELETE FROM runs;\n"_s;
}

void tst_Migration::failedMigrationChangesNothing()
{
    QFETCH(QString, sql);
    const QString path = made();
    QVERIFY(!path.isEmpty());
    const int old = migrations().last().version;
    const Result<> result = migrateFile(path, migrations() + QList<Migration>{{old + 1, sql}});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Database);
    {
        SqlFile file(path);
        QCOMPARE(file(u"PRAGMA user_version"_s).toInt(), old);
        QCOMPARE(file(u"SELECT count(*) FROM sqlite_schema WHERE name = 'more'"_s).toInt(), 0);
        QCOMPARE(file(u"SELECT count(*) FROM runs"_s).toInt(), 50);
    }
    const Result<> opened = reopened();
    QVERIFY2(opened, why(opened));
}

void tst_Migration::twoProgramsMigrateOnce()
{
    const QString path = made();
    QVERIFY(!path.isEmpty());
    const int old = migrations().last().version;
    for (int round = 1; round <= 5; ++round) {
        // A step that does not work twice.
        QList<Migration> steps = migrations();
        for (int i = 1; i <= round; ++i)
            steps.append({old + i, u"CREATE TABLE more%1 (a INTEGER);\n"_s.arg(i)});
        Result<> theirs;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { theirs = migrateFile(path, steps); }));
        other->start();
        const Result<> ours = migrateFile(path, steps);
        QVERIFY(other->wait());
        QVERIFY2(ours, why(ours));
        QVERIFY2(theirs, why(theirs));
        QCOMPARE(SqlFile{path}(u"PRAGMA user_version"_s).toInt(), old + round);
        // A copy of what was before, one or two of them, and of nothing else.
        const QStringList names
            = QDir(m_dir->path()).entryList({u"library.db.v%1-*.bak"_s.arg(old + round - 1)});
        QVERIFY(!names.isEmpty());
        for (const QString &name : names)
            QCOMPARE(SqlFile{m_dir->filePath(name)}(u"PRAGMA user_version"_s).toInt(),
                     old + round - 1);
    }
}

void tst_Migration::newerLibraryIsRefused()
{
    const QString path = made();
    makeNewer(SqlFile{path});
    const QByteArray before = bytesOf(path);
    const Result<> result = reopened();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Database);
    QCOMPARE(result.error().code, u"newer"_s);
    // It says which file, its form, and the form that is known here.
    QVERIFY(result.error().message.contains("99"_L1));
    QVERIFY(result.error().message.contains(QString::number(migrations().last().version)));
    QVERIFY(result.error().message.contains(path));
    QCOMPARE(bytesOf(path), before);
    QVERIFY(copies().isEmpty());
}

void tst_Migration::libraryTakenOverByANewerProgramIsLeftAlone()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    QFuture<Result<>> first;
    static_cast<void>(library.add(Run{.name = u"before"_s}, &first));
    QVERIFY(await(first));
    SqlFile file(library.absolute(u"library.db"_s));
    makeNewer(file);
    QFuture<Result<>> second;
    static_cast<void>(library.add(Run{.name = u"after"_s}, &second));
    QTRY_VERIFY(library.trouble());
    QCOMPARE(library.trouble()->code, u"newer"_s);
    QVERIFY(!second.isFinished());
    QCOMPARE(file(u"SELECT count(*) FROM runs"_s).toInt(), 1);
}

void tst_Migration::foreignFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text")
        << QByteArray("This is no database, and long enough to be taken for one. ").repeated(100);
    QTest::newRow("short text") << QByteArray("x");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("somebody else's database") << QByteArray();
}

void tst_Migration::foreignFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_dir->filePath(u"library.db"_s);
    if (bytes.isEmpty())
        SqlFile{path}(u"CREATE TABLE addresses (name TEXT)"_s);
    else
        writeFile(path, bytes);
    const QByteArray before = bytesOf(path);
    QVERIFY(!before.isEmpty());
    const Result<> result = reopened();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Database);
    QVERIFY(!result.error().message.isEmpty());
    QCOMPARE(bytesOf(path), before);
}

void tst_Migration::emptyFileBecomesALibrary()
{
    writeFile(m_dir->filePath(u"library.db"_s), {});
    const Result<> result = reopened();
    QVERIFY2(result, why(result));
    SqlFile file(m_dir->filePath(u"library.db"_s));
    QCOMPARE(file(u"PRAGMA application_id"_s).toInt(), applicationId);
    QCOMPARE(file(u"PRAGMA user_version"_s).toInt(), migrations().last().version);
    QCOMPARE(file(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
}

void tst_Migration::uncleanEndWithoutDamageOpens()
{
    const QString path = made();
    SqlFile{path}(
        u"INSERT INTO processes (token, pid, pid_namespace, started, host, boot_id, opened_at) "
        "VALUES ('gone', 1, '', 0, '', 'an earlier boot', 0)"_s);
    const Result<> result = reopened();
    QVERIFY2(result, why(result));
    QCOMPARE(SqlFile{path}(u"SELECT count(*) FROM processes"_s).toInt(), 0); // it is off the list
}

namespace {

/// The rows that releasedLibraryOpens() looks for.
int makeSample(const QString &folder)
{
    const SystemClock clock;
    QString file;
    {
        Library library(folder, clock);
        if (!library.open())
            return 1;
        file = library.absolute(u"library.db"_s);
        const ConnectionId connection = library.add(filledConnection()).value();
        const RunId run = library.add(filledRun(connection));
        static_cast<void>(library.add(filledBatch(run, connection)));
        library.wish(WishKind::Cancel, run);
    }
    SqlFile sql(file);
    sql(u"UPDATE meta SET value = '5f0f7c3e-3f0d-4d2a-9c39-000000000001' WHERE key = 'id'"_s);
    sql(u"UPDATE wishes SET at = ?"_s, {timeAt(11).toMSecsSinceEpoch()});
    return 0;
}

} // namespace

// Before a release that changes the schema, keep what the one before wrote:
//   tst_migration --sample FOLDER
//   sqlite3 FOLDER/library.db .dump | grep -v -e '^PRAGMA foreign_keys' -e '^BEGIN' -e '^COMMIT'
// goes to data/library-N.sql, with the pragmas application_id and user_version in front.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        arguments.value(1) == "--sample"_L1)
        return makeSample(arguments.value(2));
    tst_Migration test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_migration.moc"
