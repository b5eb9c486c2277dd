// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Store that writes rows.
#include "library/store.h"

#include "library/leases.h"
#include "library/observations.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QSqlDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Who wrote a row last.
struct Origin {
    qint64 version = 0;
    QString writer;
    QString state; ///< of a batch
};

template <class T>
Result<Origin> originOf(const QSqlDatabase &database, qint64 id)
{
    const QString state = std::is_same_v<T, Batch> ? u"state"_s : u"''"_s;
    Result<QSqlQuery> query = runSql(
        database, u"SELECT version, writer, %1 FROM %2 WHERE id = ?"_s.arg(state, tableName<T>()),
        {id});
    if (!query)
        return Failure(query.error());
    if (!query->next())
        return Failure(
            libraryError(QCoreApplication::translate(
                             "Library", "it is not in the library, or could not be added to it"),
                         u"missing"_s));
    return Origin{query->value(0).toLongLong(), query->value(1).toString(),
                  query->value(2).toString()};
}

Error staleError()
{
    return libraryError(
        QCoreApplication::translate(
            "Library", "another program has gone on with this batch; nothing was changed"),
        u"stale"_s);
}

} // namespace

template <class T>
Result<Stored<T>> Store::insert(const QSqlDatabase &database, const T &row)
{
    T named = row;
    if constexpr (std::is_same_v<T, ConnectionRow>)
        if (Result<> free = freeName(database, named.connection); !free)
            return Failure(free.error());
    const Result<qint64> version = nextVersion(database);
    if (!version)
        return Failure(version.error());
    QStringList names;
    QStringList marks;
    QVariantList values;
    for (const Column<T> &column : columns<T>()) {
        names.append(QLatin1StringView(column.name));
        marks.append(u"?"_s);
        values.append(column.store(named));
    }
    values << *version << m_me.token;
    const Result<int> inserted
        = changeBySql(database,
                      u"INSERT INTO %1 (%2, version, writer) VALUES (%3, ?, ?)"_s.arg(
                          tableName<T>(), names.join(u", "_s), marks.join(u", "_s)),
                      values);
    if (!inserted)
        return Failure(inserted.error());
    if constexpr (std::is_same_v<T, Batch>)
        if (Result<> parts
            = writeHistory(database, row)
                  .and_then([&] { return writeResultFiles(database, row); })
                  .and_then([&] { return Observations::note(database, nullptr, row); });
            !parts)
            return Failure(parts.error());
    return seal<T>(database, values.first().toLongLong());
}

template <class T>
Result<Store::Saved<T>> Store::update(const QSqlDatabase &database, const T &before,
                                      const Stored<T> &after)
{
    const qint64 id = columns<T>().front().store(after.value).toLongLong();
    const Result<Origin> origin = originOf<T>(database, id);
    if (!origin)
        return Failure(origin.error());
    Saved<T> saved{.row = after,
                   .changedElsewhere
                   = origin->version > after.version && origin->writer != m_me.token};
    if (before == after.value)
        return saved;
    T named = after.value;
    if constexpr (std::is_same_v<T, ConnectionRow>) {
        if (!named.removed && named.connection.name != before.connection.name) {
            if (Result<> free = freeName(database, named.connection); !free)
                return Failure(free.error());
            saved.changedElsewhere |= named.connection.name != after.value.connection.name;
        }
    }
    QStringList settings;
    QVariantList values;
    for (const Column<T> &column : columns<T>()) {
        const QVariant value = column.store(named);
        const QVariant old = column.store(before);
        // A NULL number equals 0 for QVariant.
        if (value == old && value.isNull() == old.isNull())
            continue;
        settings.append(QLatin1StringView(column.name) + " = ?"_L1);
        values.append(value);
    }
    const Result<qint64> version = nextVersion(database);
    if (!version)
        return Failure(version.error());
    settings << u"version = ?"_s << u"writer = ?"_s;
    values << *version << m_me.token << id;
    if (const Result<int> done = changeBySql(
            database,
            u"UPDATE %1 SET %2 WHERE id = ?"_s.arg(tableName<T>(), settings.join(u", "_s)), values);
        !done)
        return Failure(done.error());
    if constexpr (std::is_same_v<T, Batch>) {
        if (before.history != after.value.history)
            if (Result<> written = writeHistory(database, after.value); !written)
                return Failure(written.error());
        if (before.resultFiles != after.value.resultFiles)
            if (Result<> written = writeResultFiles(database, after.value); !written)
                return Failure(written.error());
    }
    Result<Stored<T>> sealed = seal<T>(database, id);
    if (!sealed)
        return Failure(sealed.error());
    saved.row = std::move(*sealed);
    return saved;
}

template Result<Stored<Run>> Store::insert<Run>(const QSqlDatabase &, const Run &);
template Result<Stored<Batch>> Store::insert<Batch>(const QSqlDatabase &, const Batch &);
template Result<Stored<ConnectionRow>> Store::insert<ConnectionRow>(const QSqlDatabase &,
                                                                    const ConnectionRow &);
template Result<Store::Saved<Run>> Store::update<Run>(const QSqlDatabase &, const Run &,
                                                      const Stored<Run> &);
template Result<Store::Saved<Batch>> Store::update<Batch>(const QSqlDatabase &, const Batch &,
                                                          const Stored<Batch> &);
template Result<Store::Saved<ConnectionRow>> Store::update<ConnectionRow>(
    const QSqlDatabase &, const ConnectionRow &, const Stored<ConnectionRow> &);

Result<Stored<Batch>> Store::updateBatch(const QSqlDatabase &database, const Batch &before,
                                         const Stored<Batch> &after)
{
    const Batch &batch = after.value;
    const Result<Origin> origin = originOf<Batch>(database, batch.id.value);
    if (!origin)
        return Failure(origin.error());
    if (origin->writer != m_me.token && origin->version > after.version)
        return Failure(staleError());
    if (origin->state != stateName(BatchState::Draft)) {
        const Result<bool> elsewhere = Leases::isHeldElsewhere(database, batch.connection, m_me);
        if (!elsewhere)
            return Failure(elsewhere.error());
        if (*elsewhere)
            return Failure(staleError());
    }
    Result<Saved<Batch>> saved = update(database, before, after);
    if (!saved)
        return Failure(saved.error());
    return Observations::note(database, &before, batch).transform([&] {
        return std::move(saved->row);
    });
}

// Both lists are short: written whole, they are right whatever was there before.

Result<> Store::writeHistory(const QSqlDatabase &database, const Batch &batch)
{
    Result<int> done
        = changeBySql(database, u"DELETE FROM history WHERE batch_id = ?"_s, {batch.id.value});
    qint64 position = 0;
    for (const StateChange &entry : batch.history) {
        if (!done)
            break;
        done
            = changeBySql(database,
                          u"INSERT INTO history (batch_id, position, at, state, raw_status, cause, "
                          u"program, words) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {batch.id.value, position++, storedTime(entry.at), stateName(entry.state),
                           storedText(entry.rawStatus), causeName(entry.cause),
                           storedText(entry.program), storedText(entry.words)});
    }
    return done.transform([](int) {});
}

Result<> Store::writeResultFiles(const QSqlDatabase &database, const Batch &batch)
{
    Result<int> done
        = changeBySql(database, u"DELETE FROM result_files WHERE batch_id = ?"_s, {batch.id.value});
    qint64 position = 0;
    for (const ResultFile &file : batch.resultFiles) {
        if (!done)
            break;
        done = changeBySql(
            database,
            u"INSERT INTO result_files (batch_id, position, source, path, bytes, lines, sha256) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {batch.id.value, position++, storedText(file.source), storedText(file.path), file.bytes,
             file.lines, storedBytes(file.sha256)});
    }
    return done.transform([](int) {});
}

/// Another program may have taken the name since it was found free: then a number is put behind it.
Result<> Store::freeName(const QSqlDatabase &database, Connection &connection)
{
    const QString wanted = connection.name;
    for (int number = 2;; ++number) {
        const Result<QVariant> taken = valueBySql(
            database, u"SELECT id FROM connections WHERE name = ? AND removed = 0 AND id <> ?"_s,
            {storedText(connection.name), connection.id.value});
        if (!taken)
            return Failure(taken.error());
        if (!taken->isValid())
            return {};
        connection.name = u"%1-%2"_s.arg(wanted, QString::number(number));
    }
}
