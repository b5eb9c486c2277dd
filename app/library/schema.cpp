// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/schema.h"

#include "core/crashpoint.h"
#include "core/uninterrupted.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 smallestDatabase = 512; // bytes: one page of the smallest size

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QList<Migration> readMigrations()
{
    QList<Migration> steps;
    const QDir folder(u":/sql"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.append({name.section(u'_', 0, 0).toInt(), QString::fromUtf8(file.readAll())});
    }
    std::ranges::sort(steps, {}, &Migration::version);
    return steps;
}

QStringList statements(const QString &sql)
{
    QStringList result;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            result.append(current);
            current.clear();
        }
    }
    if (!current.isEmpty())
        result.append(current);
    return result;
}

/// Opens the file for one function under a connection name of its own, and closes it after.
Result<> withDatabase(const QString &file, const QString &options, auto &&use)
{
    const QString name = u"library-check-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<> result;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(options);
        if (database.open())
            result = use(database);
        else
            result = Failure(sqlError(database.lastError()));
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return result;
}

Result<int> numberBySql(const QSqlDatabase &database, const QString &sql)
{
    return valueBySql(database, sql).transform([](const QVariant &value) { return value.toInt(); });
}

/// True: made, with 0600. False: something is there already; it was not touched.
Result<bool> makeFile(const QString &path)
{
    // Never opened where it is there: closing it would drop the locks that SQLite may hold on it in
    // this process (sqlite.org/howtocorrupt.html, 2.2).
    QFile file(path);
    if (file.exists())
        return false;
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return true;
    if (file.exists())
        return false;
    return Failure(
        Error{.kind = ErrorKind::Disk,
              .message = QCoreApplication::translate("Library", "%1 could not be made: %2")
                             .arg(QDir::toNativeSeparators(path), file.errorString())});
}

/// The path of a new, empty file for a copy of the database.
Result<QString> makeCopyFile(const QString &database, int version)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString base = u"%1.v%2-%3"_s.arg(database, QString::number(version), stamp);
    QString path = base + u".bak"_s;
    for (int i = 2;; ++i) {
        const Result<bool> made = makeFile(path);
        if (!made)
            return Failure(made.error());
        if (*made)
            return path;
        path = u"%1-%2.bak"_s.arg(base, QString::number(i));
    }
}

Error foreignFile(const QString &path)
{
    return libraryError(
        QCoreApplication::translate(
            "Library", "%1 is not a library of Batchdesk, or is damaged; name another folder")
            .arg(QDir::toNativeSeparators(path)),
        u"foreign"_s);
}

/// A copy counts once it is on the disk, its name too.
void syncFile(const QString &path)
{
    for (const QString &what : {path, QFileInfo(path).path()}) {
        const int handle = uninterrupted([name = QFile::encodeName(what)] {
            return ::open(name.constData(), O_RDONLY | O_CLOEXEC);
        });
        if (handle < 0)
            continue;
        ::fsync(handle);
        ::close(handle);
    }
}

Result<> backUp(const QSqlDatabase &database, int version)
{
    // VACUUM INTO takes an empty file, and so the copy never is readable for others.
    const Result<QString> path = makeCopyFile(database.databaseName(), version);
    if (!path)
        return Failure(path.error());
    const Result<int> copied = changeBySql(database, u"VACUUM INTO ?"_s, {*path});
    const Result<int> now = numberBySql(database, u"PRAGMA user_version"_s);
    // Where another program was faster, it has made the copy.
    if (!copied || !now || *now != version) {
        QFile::remove(*path);
        return copied ? now.transform([](int) {}) : copied.transform([](int) {});
    }
    syncFile(*path);
    return {};
}

Result<> migrateInTransaction(const QSqlDatabase &database, const QList<Migration> &steps)
{
    // Another program may have done it while we waited for the lock.
    const Result<int> version = numberBySql(database, u"PRAGMA user_version"_s);
    if (!version)
        return Failure(version.error());
    for (const Migration &step : steps) {
        if (step.version <= *version)
            continue;
        for (const QString &statement : statements(step.sql)) {
            if (const Result<int> done = changeBySql(database, statement); !done)
                return Failure(done.error());
            crashPoint("library.migrating");
        }
    }
    // Digests are of the columns that there were; the store makes them anew.
    if (*version < (steps.isEmpty() ? 0 : steps.last().version))
        if (const Result<int> done = changeBySql(
                database, u"INSERT OR REPLACE INTO meta (key, value) VALUES ('sealed', 0)"_s);
            !done)
            return Failure(done.error());
    const QString pragmas[] = {u"PRAGMA application_id = %1"_s.arg(applicationId),
                               u"PRAGMA user_version = %1"_s.arg(
                                   std::max(*version, steps.isEmpty() ? 0 : steps.last().version))};
    for (const QString &pragma : pragmas)
        if (const Result<int> done = changeBySql(database, pragma); !done)
            return Failure(done.error());
    const Result<QVariant> broken = valueBySql(database, u"PRAGMA foreign_key_check"_s);
    if (!broken)
        return Failure(broken.error());
    if (broken->isValid())
        return Failure(libraryError(QCoreApplication::translate(
            "Library", "the library could not be brought to the new form; nothing was changed")));
    return {};
}

/// A program that dies while it makes its first library, in the change to the write-ahead log, leaves
/// a rollback journal, and nobody who may not write can read on. Where the journal says that the
/// database had no page before (sqlite.org/fileformat2.html, section 3), it is nobody else's: taken back.
Result<> takeBackFirstOpening(const QString &file)
{
    constexpr QByteArrayView magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    constexpr qsizetype pagesBefore = 16;
    QFile journal(file + "-journal"_L1);
    if (!journal.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = journal.read(pagesBefore + qsizetype(sizeof(quint32)));
    journal.close();
    const QByteArray none(sizeof(quint32), '\0');
    if (!head.startsWith(magic) || head.sliced(std::min(pagesBefore, head.size())) != none)
        return {};
    return withDatabase(file, u"QSQLITE_BUSY_TIMEOUT=5000"_s, [](const QSqlDatabase &database) {
        return numberBySql(database, u"PRAGMA user_version"_s).transform([](int) {});
    });
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps = readMigrations();
    return steps;
}

Result<> checkLibraryFile(const QString &file, int newestVersion)
{
    if (const Result<bool> made = makeFile(file); !made)
        return Failure(made.error());
    if (const Result<> taken = takeBackFirstOpening(file); !taken)
        return taken;
    if (!QFileInfo(file).isFile())
        return Failure(
            Error{.kind = ErrorKind::Disk,
                  .message = QCoreApplication::translate("Library", "%1 is not a file").arg(file)});
    if (QFileInfo(file).size() == 0)
        return {};
    // SQLite takes a file of a few bytes for an empty one, and would write over it.
    if (QFileInfo(file).size() < smallestDatabase)
        return Failure(foreignFile(file));
    // Read-only: closing a connection that may write would fold the write-ahead log into the file.
    return withDatabase(file, u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s,
                        [&](const QSqlDatabase &database) -> Result<> {
                            const Result<int> id
                                = numberBySql(database, u"PRAGMA application_id"_s);
                            if (!id)
                                return Failure(id.error());
                            const Result<int> version
                                = numberBySql(database, u"PRAGMA user_version"_s);
                            if (!version)
                                return Failure(version.error());
                            const Result<int> tables
                                = numberBySql(database, u"SELECT count(*) FROM sqlite_schema"_s);
                            if (!tables)
                                return Failure(tables.error());
                            if (*id != applicationId && (*version != 0 || *tables != 0))
                                return Failure(foreignFile(file));
                            return refuseNewer(database, newestVersion);
                        });
}

Result<> refuseNewer(const QSqlDatabase &database, int newestVersion)
{
    const Result<int> version = numberBySql(database, u"PRAGMA user_version"_s);
    if (!version)
        return Failure(version.error());
    // Before the first form that says it there is no such value, and no table in an empty file.
    const Result<int> form = numberBySql(database, u"SELECT value FROM meta WHERE key = 'form'"_s);
    const int told = form.value_or(0);
    if (told > 0 && told <= newestVersion && told != *version)
        return Failure(damagedError(database.databaseName(),
                                    u"it says version %1 and %2"_s.arg(*version).arg(told)));
    if (*version <= newestVersion)
        return {};
    return Failure(libraryError(
        //: %1 is a file; %2 and %3 are numbers of the form of the database
        QCoreApplication::translate(
            "Library",
            "%1 is used by a newer Batchdesk (form %2, this program knows %3); "
            "update this program, nothing was changed")
            .arg(QDir::toNativeSeparators(database.databaseName()), QString::number(*version),
                 QString::number(newestVersion)),
        u"newer"_s));
}

Result<> configure(const QSqlDatabase &database)
{
    for (const QString &pragma :
         {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s,
          u"PRAGMA journal_size_limit = 16777216"_s})
        if (const Result<int> done = changeBySql(database, pragma); !done)
            return Failure(done.error());
    // The change to WAL does not wait for others by itself, and two programs may start at once.
    for (int attempt = 0;; ++attempt) {
        const Result<QVariant> mode = valueBySql(database, u"PRAGMA journal_mode = WAL"_s);
        if (mode && mode->toString() == "wal"_L1)
            return {};
        if (attempt == 100)
            return Failure(mode ? libraryError(QCoreApplication::translate(
                                      "Library",
                                      "the library's disk does not allow a write-ahead log; "
                                      "name a folder on a local disk"))
                                : mode.error());
        QThread::sleep(50ms);
    }
}

Result<> migrate(const QSqlDatabase &database, const QList<Migration> &steps)
{
    const Result<int> version = numberBySql(database, u"PRAGMA user_version"_s);
    if (!version)
        return Failure(version.error());
    const int newest = steps.isEmpty() ? 0 : steps.last().version;
    if (*version >= newest)
        return refuseNewer(database, newest);
    if (*version > 0)
        if (Result<> copied = backUp(database, *version); !copied)
            return copied;
    // Tables may be made anew in a migration; foreign_keys cannot change inside a transaction.
    if (const Result<int> off = changeBySql(database, u"PRAGMA foreign_keys = OFF"_s); !off)
        return Failure(off.error());
    Result<> result;
    if (const Result<int> begun = changeBySql(database, u"BEGIN IMMEDIATE"_s); !begun)
        result = Failure(begun.error());
    else
        result = migrateInTransaction(database, steps);
    if (result)
        if (const Result<int> committed = changeBySql(database, u"COMMIT"_s); !committed)
            result = Failure(committed.error());
    if (!result)
        // Without a transaction this fails, which is as good.
        static_cast<void>(changeBySql(database, u"ROLLBACK"_s));
    if (const Result<int> on = changeBySql(database, u"PRAGMA foreign_keys = ON"_s); !on && result)
        result = Failure(on.error());
    return result;
}

Result<> checkWhole(const QSqlDatabase &database)
{
    const Result<QVariant> found = valueBySql(database, u"PRAGMA integrity_check(1)"_s);
    if (!found)
        return Failure(found.error());
    if (found->toString() == "ok"_L1)
        return {};
    return Failure(damagedError(database.databaseName(), found->toString()));
}

Error damagedError(const QString &file, const QString &detail)
{
    Error error = libraryError(
        QCoreApplication::translate(
            "Library", "%1 is damaged; put back a copy of it, or move it away to start anew")
            .arg(QDir::toNativeSeparators(file)),
        u"damaged"_s);
    error.detail = detail;
    return error;
}
