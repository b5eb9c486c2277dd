// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/opening.h"

#include "core/crashpoint.h"
#include "library/meta.h"
#include "library/rescue.h"
#include "library/schema.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcOpening, "batchdesk.library", QtWarningMsg)

constexpr QLatin1StringView noticesKey("notices");

// SQLite's primary result codes (sqlite.org/rescode.html).
constexpr int wrongStatement = 1;
constexpr int readOnly = 8;
constexpr int corrupt = 11;
constexpr int notADatabase = 26;

/// The steps of one opening.
class Opening {
public:
    Opening(const QSqlDatabase &database, Store &store, Records &records, const OpenHow &how)
        : m_database(database), m_store(store), m_records(records), m_how(how)
    {}

    Result<Opened> run()
    {
        return configure(m_database)
            .and_then([this] { return check(); })
            .and_then([this] { return migrate(m_database, migrations()); })
            .and_then([this] { return m_how.alone ? openAlone() : openBesideOthers(); });
    }

private:
    Result<> check();
    Result<Opened> openAlone();
    Result<Opened> openBesideOthers();
    Result<> prepareAlone();
    Result<> compare(const Rows &rows);
    Result<> arriveHere();
    Result<> readOriginal();
    Result<> addNotice(LibraryNotice::Kind kind, const Rescued &rescued);
    Result<> addBuiltIns();
    Result<> writeRecords();
    Result<QList<LibraryNotice>> notices();

    const QSqlDatabase &m_database;
    Store &m_store;
    Records &m_records;
    const OpenHow &m_how;
    QStringList m_gone;
    Opened m_opened;
    QStringList m_unreadable;
    bool m_rowsAreOld = false; ///< something was written since they were read
    bool m_compared = false;
};

Result<> Opening::check()
{
    const Result<QVariant> version = valueBySql(m_database, u"PRAGMA user_version"_s);
    if (!version)
        return Failure(version.error());
    if (version->toInt() == 0) {
        const Result<QVariant> tables
            = valueBySql(m_database, u"SELECT count(*) FROM sqlite_schema"_s);
        if (tables && tables->toInt() > 0)
            return Failure(damagedError(m_database.databaseName(), u"it has no version"_s));
        return tables.transform([](const QVariant &) {});
    }
    // While others have it open it was checked by the first of them, and what a program left that
    // ended badly is looked at when the last one has closed it.
    if (!m_how.alone)
        return {};
    Result<QStringList> gone = m_store.goneProcesses(m_database);
    if (!gone)
        return Failure(gone.error());
    m_gone = std::move(*gone);
    return checkWhole(m_database);
}

Result<Opened> Opening::openBesideOthers()
{
    const Result<> prepared = withinTransaction(m_database, u"BEGIN IMMEDIATE"_s, [this] {
        return m_store.prepare(m_database, {})
            .and_then([this] { return addBuiltIns(); })
            .and_then([this] { return m_store.enlist(m_database, {}); });
    });
    if (!prepared)
        return Failure(prepared.error());
    static_cast<void>(m_records.writeNoted()); // once more with the next change
    // Not in the same transaction: reading takes a while, and others may want to write.
    return withinTransaction(m_database, u"BEGIN"_s, [this]() -> Result<Opened> {
        Result<Rows> rows = m_store.readAll(m_database);
        if (!rows)
            return Failure(rows.error());
        Result<QList<LibraryNotice>> list = notices();
        if (!list)
            return Failure(list.error());
        m_opened.rows = std::move(*rows);
        m_opened.notices = std::move(*list);
        return readOriginal().transform([this] { return std::move(m_opened); });
    });
}

Result<Opened> Opening::openAlone()
{
    m_records.sweep();
    if (const Result<> prepared
        = withinTransaction(m_database, u"BEGIN IMMEDIATE"_s, [this] { return prepareAlone(); });
        !prepared)
        return Failure(prepared.error());
    crashPoint("library.prepared");
    if (const Result<> written = writeRecords(); !written)
        qCWarning(lcOpening) << "records:" << written.error().message;
    crashPoint("library.records_written");
    if (m_rowsAreOld) {
        Result<Rows> rows = withinTransaction(m_database, u"BEGIN"_s,
                                              [this] { return m_store.readAll(m_database); });
        if (!rows)
            return Failure(rows.error());
        m_opened.rows = std::move(*rows);
    }
    return std::move(m_opened);
}

Result<> Opening::prepareAlone()
{
    const Result<LibraryRecord> record = m_records.library();
    if (Result<> prepared = m_store.prepare(m_database, record ? record->id : QString()); !prepared)
        return prepared;
    const bool isOurs = record && record->id == m_store.libraryId();
    if (record && !isOurs) // somebody put the database of another library here
        if (const Result<QString> away = m_records.putAway(); !away)
            return Failure(away.error());
    Result<Rows> rows = m_store.readAll(m_database);
    if (!rows)
        return Failure(rows.error());
    m_opened.rows = std::move(*rows);
    if (Result<> raised = m_store.raiseCounters(m_database, m_opened.rows, 0); !raised)
        return raised;
    Result<QList<LibraryNotice>> list = notices();
    if (!list)
        return Failure(list.error());
    m_opened.notices = std::move(*list);
    const Result<QVariant> recorded = Meta::value(m_database, Meta::recorded);
    if (!recorded)
        return Failure(recorded.error());
    if (!isOurs || !recorded->isValid() || !m_gone.isEmpty() || knowMore(m_records, m_opened.rows))
        if (Result<> compared = compare(m_opened.rows); !compared)
            return compared;
    return addBuiltIns()
        .and_then([this] { return arriveHere(); })
        .and_then([this] { return m_store.enlist(m_database, m_gone); })
        .and_then([this] { return readOriginal(); });
}

Result<> Opening::arriveHere()
{
    const Result<Passage> way = arrive(m_database, m_store, m_how.here);
    if (way && *way == Passage::Copied)
        m_rowsAreOld = true; // its wishes are gone
    if (!way || *way != Passage::PutBack || !m_how.keptAs.isEmpty())
        return way.transform([](Passage) {});
    // What is older than the back-up's last moment was maybe sent since.
    const Result<Rows> rows = m_store.readAll(m_database);
    if (!rows)
        return Failure(rows.error());
    const Result<QList<BatchId>> doubtful = doubtUnsent(m_database, m_store, m_records, *rows);
    if (!doubtful || doubtful->isEmpty())
        return doubtful.transform([](const QList<BatchId> &) {});
    m_rowsAreOld = true;
    Rescued rescued{.uncertain = *doubtful};
    return addNotice(LibraryNotice::Kind::PutBack, rescued);
}

Result<> Opening::readOriginal()
{
    return originalOf(m_database).transform([this](const std::optional<Original> &original) {
        m_opened.original = original;
    });
}

Result<> Opening::compare(const Rows &rows)
{
    m_compared = true;
    Result<Rescued> rescued = rescue(m_database, m_store, m_records, rows);
    if (!rescued)
        return Failure(rescued.error());
    if (rescued->isEmpty())
        return {};
    m_rowsAreOld = true;
    m_unreadable = rescued->unreadable;
    const Result<Rows> now = m_store.readAll(m_database);
    if (!now)
        return Failure(now.error());
    const auto kind = !m_how.keptAs.isEmpty() ? LibraryNotice::Kind::Rebuilt
        : m_how.wasMissing                    ? LibraryNotice::Kind::Remade
                                              : LibraryNotice::Kind::Completed;
    return m_store.raiseCounters(m_database, *now, 0).and_then([&] {
        return addNotice(kind, *rescued);
    });
}

Result<> Opening::addNotice(LibraryNotice::Kind kind, const Rescued &rescued)
{
    LibraryNotice notice{.kind = kind,
                         .at = QDateTime::currentDateTimeUtc(),
                         .keptAs = m_how.keptAs,
                         .runs = rescued.runs.size(),
                         .batches = rescued.batches.size(),
                         .unreadable = rescued.unreadable};
    for (const BatchId id : rescued.uncertain)
        notice.uncertain.append(id.toString());
    m_opened.notices.append(notice);
    ++m_opened.news;
    return Meta::set(m_database, noticesKey, storedNotices(m_opened.notices));
}

Result<> Opening::addBuiltIns()
{
    const auto made = m_store.ensureBuiltIns(m_database, m_how.builtIns);
    if (!made)
        return Failure(made.error());
    for (const Stored<ConnectionRow> &row : *made) {
        m_rowsAreOld = true;
        m_records.note(row);
    }
    return {};
}

Result<> Opening::writeRecords()
{
    const LibraryRecord wanted{.id = m_store.libraryId(), .form = migrations().last().version};
    if (const Result<LibraryRecord> there = m_records.library(); !there || *there != wanted)
        m_records.note(wanted);
    for (const QString &name : std::as_const(m_unreadable))
        m_records.setAside(name);
    if (Result<> written = m_records.writeNoted(); !written)
        return written;
    return m_compared ? Meta::set(m_database, Meta::recorded, qint64(1)) : Result<>();
}

Result<QList<LibraryNotice>> Opening::notices()
{
    return Meta::value(m_database, noticesKey).transform([](const QVariant &value) {
        return loadedNotices(value.toByteArray());
    });
}

} // namespace

Result<Opened> openDatabase(const QSqlDatabase &database, Store &store, Records &records,
                            const OpenHow &how)
{
    return Opening(database, store, records, how).run();
}

bool isDamage(const Error &error, const QString &file, const std::optional<LibraryRecord> &record)
{
    if (error.code == "damaged"_L1)
        return true;
    switch (sqliteCode(error)) {
    case corrupt:
    case notADatabase: return true;
    // A statement of ours that does not work: a table is not what it was.
    case wrongStatement: return record.has_value();
    // SQLite takes a file for one of a later SQLite, that may only be read.
    case readOnly:
        return record && QFileInfo(file).isWritable()
            && QFileInfo(QFileInfo(file).path()).isWritable();
    default: break;
    }
    // The mark of a library is gone from the file; the record knows.
    return error.code == "foreign"_L1 && record;
}

Result<LibraryNotice> takeOver(const QSqlDatabase &database, Store &store, Records &records)
{
    const Result<std::optional<Original>> original = originalOf(database);
    if (!original)
        return Failure(original.error());
    if (!*original)
        return Failure(Error{.kind = ErrorKind::BadInput,
                             .message = QCoreApplication::translate(
                                 "Library", "this library is no copy of another one")});
    const Result<Rows> rows = store.readAll(database);
    if (!rows)
        return Failure(rows.error());
    const Result<QList<BatchId>> doubtful = doubtUnsent(database, store, records, *rows);
    if (!doubtful)
        return Failure(doubtful.error());
    LibraryNotice notice{.kind = LibraryNotice::Kind::TakenOver,
                         .at = QDateTime::currentDateTimeUtc()};
    for (const BatchId id : *doubtful)
        notice.uncertain.append(id.toString());
    const auto stored = Meta::value(database, noticesKey);
    if (!stored)
        return Failure(stored.error());
    QList<LibraryNotice> notices = loadedNotices(stored->toByteArray());
    notices.append(notice);
    records.note(
        LibraryRecord{.id = (*original)->id.isEmpty() ? store.libraryId() : (*original)->id,
                      .form = migrations().last().version});
    return takePlaceOf(database, **original)
        .and_then([&] { return Meta::set(database, noticesKey, storedNotices(notices)); })
        .transform([&] { return notice; });
}

Result<> forgetNotices(const QSqlDatabase &database)
{
    return Meta::remove(database, noticesKey);
}

Result<QString> keepAside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString base = u"%1.damaged-%2"_s.arg(file, stamp);
    QString kept = base;
    for (int i = 2; QFile::exists(kept); ++i)
        kept = u"%1-%2"_s.arg(base, QString::number(i));
    // The log first: beside a new database it would be taken for part of it.
    for (const QString &end : {u"-wal"_s, u"-shm"_s, u"-journal"_s, QString()}) {
        if (!QFile::exists(file + end))
            continue;
        if (!QFile::rename(file + end, kept + end))
            return Failure(
                Error{.kind = ErrorKind::Disk,
                      .message = QCoreApplication::translate("Library", "%1 could not be renamed")
                                     .arg(QDir::toNativeSeparators(file + end))});
    }
    return QFileInfo(kept).fileName();
}
