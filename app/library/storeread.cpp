// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Store that reads rows, and sees whether they are what was written.
#include "library/store.h"

#include "library/fingerprint.h"
#include "library/schema.h"
#include "library/sql.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct WishName {
    WishKind kind;
    QLatin1StringView name;
};
constexpr std::array wishNames = {
    WishName{WishKind::Submit, "submit"_L1},     WishName{WishKind::Cancel, "cancel"_L1},
    WishName{WishKind::Fetch, "fetch"_L1},       WishName{WishKind::CheckNow, "check"_L1},
    WishName{WishKind::Resubmit, "resubmit"_L1}, WishName{WishKind::Start, "start"_L1},
    WishName{WishKind::Add, "add"_L1},
};

/// An error that ended the reading of rows early, or nothing.
Result<> ended(const QSqlQuery &query)
{
    return query.lastError().isValid() ? Result<>(Failure(sqlError(query.lastError())))
                                       : Result<>();
}

QVariantList boundIds(const QList<qint64> &ids)
{
    QVariantList values;
    for (const qint64 id : ids)
        values.append(id);
    return values;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

template <class T>
qint64 idOf(const T &row)
{
    return columns<T>().front().store(row).toLongLong();
}

/// What is being read, with its digest in the making.
template <class T>
struct Reading {
    std::vector<Stored<T>> rows;
    std::vector<Fingerprint> prints; ///< one for each row
    QHash<qint64, std::size_t> positions; ///< of rows by id; batches only
};

/// The rows of one of the tables that belong to batches: takes each into its batch.
Result<> readPart(const QSqlDatabase &database, Reading<Batch> &reading, const QString &sql,
                  const QVariantList &values, void (*take)(Batch &, const QSqlQuery &), int fields)
{
    Result<QSqlQuery> query = runSql(database, sql, values);
    if (!query)
        return Failure(query.error());
    while (query->next()) {
        const auto position = reading.positions.constFind(query->value(0).toLongLong());
        if (position == reading.positions.cend())
            continue;
        take(reading.rows[*position].value, *query);
        for (int i = 1; i <= fields; ++i)
            reading.prints[*position].add(query->value(i));
    }
    return ended(*query);
}

void takeStateChange(Batch &batch, const QSqlQuery &row)
{
    batch.history.append(
        {.at = loadedTime(row.value(1)),
         .state = stateFromName(row.value(2).toString()).value_or(BatchState::Unknown),
         .rawStatus = row.value(3).toString(),
         .cause = causeFromName(row.value(4).toString()),
         .program = row.value(5).toString(),
         .words = row.value(6).toString()});
}

void takeResultFile(Batch &batch, const QSqlQuery &row)
{
    batch.resultFiles.append({.source = row.value(1).toString(),
                              .path = row.value(2).toString(),
                              .bytes = row.value(3).toLongLong(),
                              .lines = row.value(4).toLongLong(),
                              .sha256 = row.value(5).toByteArray()});
}

Result<> readParts(const QSqlDatabase &database, Reading<Batch> &reading, const QString &condition,
                   const QVariantList &values)
{
    if (reading.rows.empty())
        return {};
    for (std::size_t i = 0; i < reading.rows.size(); ++i)
        reading.positions.insert(reading.rows[i].value.id.value, i);
    QString where;
    if (!condition.isEmpty())
        where = u" WHERE batch_id IN (SELECT id FROM batches WHERE %1)"_s.arg(condition);
    const QString order = u" ORDER BY batch_id, position"_s;
    return readPart(database, reading,
                    u"SELECT batch_id, at, state, raw_status, cause, program, words FROM history"_s
                        + where + order,
                    values, takeStateChange, 6)
        .and_then([&] {
            return readPart(
                database, reading,
                u"SELECT batch_id, source, path, bytes, lines, sha256 FROM result_files"_s + where
                    + order,
                values, takeResultFile, 5);
        });
}

} // namespace

template <class T>
Result<std::vector<Stored<T>>> Store::readRaw(const QSqlDatabase &database,
                                              const QString &condition, const QVariantList &values)
{
    QStringList names;
    for (const Column<T> &column : columns<T>())
        names.append(QLatin1StringView(column.name));
    QString sql = u"SELECT %1, version, digest FROM %2"_s.arg(names.join(u", "_s), tableName<T>());
    if (!condition.isEmpty())
        sql += u" WHERE "_s + condition;
    Result<QSqlQuery> query = runSql(database, sql + u" ORDER BY id"_s, values);
    if (!query)
        return Failure(query.error());
    Reading<T> reading;
    while (query->next()) {
        Stored<T> &row = reading.rows.emplace_back();
        Fingerprint &print = reading.prints.emplace_back();
        int position = 0;
        for (const Column<T> &column : columns<T>()) {
            const QVariant value = query->value(position++);
            column.load(row.value, value);
            print.add(value);
        }
        row.version = query->value(position).toLongLong();
        print.add(row.version);
        row.storedDigest = query->value(position + 1).toLongLong();
    }
    if (Result<> whole = ended(*query); !whole)
        return Failure(whole.error());
    if constexpr (std::is_same_v<T, Batch>)
        if (Result<> parts = readParts(database, reading, condition, values); !parts)
            return Failure(parts.error());
    for (std::size_t i = 0; i < reading.rows.size(); ++i)
        reading.rows[i].digest = reading.prints[i].value();
    return std::move(reading.rows);
}

template <class T>
Result<std::vector<Stored<T>>> Store::readWhere(const QSqlDatabase &database,
                                                const QString &condition,
                                                const QVariantList &values)
{
    Result<std::vector<Stored<T>>> rows = readRaw<T>(database, condition, values);
    if (!rows)
        return rows;
    for (const Stored<T> &row : *rows)
        if (row.digest != row.storedDigest)
            return Failure(
                damagedError(database.databaseName(),
                             u"row %1 of %2 is not what was written"_s.arg(idOf(row.value))
                                 .arg(tableName<T>())));
    return rows;
}

template <class T>
Result<Stored<T>> Store::seal(const QSqlDatabase &database, qint64 id)
{
    Result<std::vector<Stored<T>>> rows = readRaw<T>(database, u"id = ?"_s, {id});
    if (!rows)
        return Failure(rows.error());
    if (rows->empty())
        return Failure(libraryError(u"a row is gone that was written just now"_s, u"missing"_s));
    Stored<T> &row = rows->front();
    row.storedDigest = row.digest;
    return changeBySql(database, u"UPDATE %1 SET digest = ? WHERE id = ?"_s.arg(tableName<T>()),
                       {row.digest, id})
        .transform([&](int) { return std::move(row); });
}

template <class T>
Result<> Store::sealTable(const QSqlDatabase &database)
{
    const Result<std::vector<Stored<T>>> rows = readRaw<T>(database, {}, {});
    if (!rows)
        return Failure(rows.error());
    for (const Stored<T> &row : *rows)
        if (const Result<int> sealed
            = changeBySql(database, u"UPDATE %1 SET digest = ? WHERE id = ?"_s.arg(tableName<T>()),
                          {row.digest, idOf(row.value)});
            !sealed)
            return Failure(sealed.error());
    return {};
}

Result<> Store::sealAll(const QSqlDatabase &database)
{
    if (Result<> sealed = sealTable<ConnectionRow>(database); !sealed)
        return sealed;
    if (Result<> sealed = sealTable<Run>(database); !sealed)
        return sealed;
    if (Result<> sealed = sealTable<Batch>(database); !sealed)
        return sealed;
    Result<QSqlQuery> query
        = runSql(database, u"SELECT id, kind, run_id, at, program FROM wishes ORDER BY id"_s);
    if (!query)
        return Failure(query.error());
    QList<QVariantList> digests;
    while (query->next())
        digests.append(
            {wishDigest({query->value(1), query->value(2), query->value(3), query->value(4)}),
             query->value(0)});
    if (Result<> whole = ended(*query); !whole)
        return whole;
    for (const QVariantList &values : digests)
        if (const Result<int> sealed
            = changeBySql(database, u"UPDATE wishes SET digest = ? WHERE id = ?"_s, values);
            !sealed)
            return Failure(sealed.error());
    return {};
}

template <class T>
Result<std::vector<Stored<T>>> Store::read(const QSqlDatabase &database, const QList<qint64> &ids)
{
    return readWhere<T>(database, u"id IN (%1)"_s.arg(placeholders(ids.size())), boundIds(ids));
}

template Result<std::vector<Stored<Run>>> Store::read<Run>(const QSqlDatabase &,
                                                           const QList<qint64> &);
template Result<std::vector<Stored<Batch>>> Store::read<Batch>(const QSqlDatabase &,
                                                               const QList<qint64> &);
template Result<std::vector<Stored<ConnectionRow>>> Store::read<ConnectionRow>(
    const QSqlDatabase &, const QList<qint64> &);
template Result<std::vector<Stored<Run>>> Store::readWhere<Run>(const QSqlDatabase &,
                                                                const QString &,
                                                                const QVariantList &);
template Result<std::vector<Stored<Batch>>> Store::readWhere<Batch>(const QSqlDatabase &,
                                                                    const QString &,
                                                                    const QVariantList &);
template Result<std::vector<Stored<ConnectionRow>>> Store::readWhere<ConnectionRow>(
    const QSqlDatabase &, const QString &, const QVariantList &);
template Result<Stored<Run>> Store::seal<Run>(const QSqlDatabase &, qint64);
template Result<Stored<Batch>> Store::seal<Batch>(const QSqlDatabase &, qint64);
template Result<Stored<ConnectionRow>> Store::seal<ConnectionRow>(const QSqlDatabase &, qint64);

Result<Rows> Store::readAll(const QSqlDatabase &database)
{
    if (Result<> marked = markSeen(database); !marked)
        return Failure(marked.error());
    auto connections = readWhere<ConnectionRow>(database, {}, {});
    if (!connections)
        return Failure(connections.error());
    auto runs = readWhere<Run>(database, {}, {});
    if (!runs)
        return Failure(runs.error());
    auto batches = readWhere<Batch>(database, {}, {});
    if (!batches)
        return Failure(batches.error());
    Result<QList<Wish>> list = wishes(database);
    if (!list)
        return Failure(list.error());
    return Rows{std::move(*connections), std::move(*runs), std::move(*batches), std::move(*list)};
}

Result<QList<Wish>> Store::wishes(const QSqlDatabase &database)
{
    Result<QSqlQuery> query = runSql(
        database, u"SELECT id, kind, run_id, at, program, digest FROM wishes ORDER BY id"_s);
    if (!query)
        return Failure(query.error());
    QList<Wish> list;
    while (query->next()) {
        const QVariantList values{query->value(1), query->value(2), query->value(3),
                                  query->value(4)};
        if (wishDigest(values) != query->value(5).toLongLong())
            return Failure(
                damagedError(database.databaseName(), u"a wish is not what was written"_s));
        const auto row = std::ranges::find(wishNames, values.first().toString(), &WishName::name);
        if (row != wishNames.end())
            list.append({.id = query->value(0).toLongLong(),
                         .kind = row->kind,
                         .run = {query->value(2).toLongLong()},
                         .at = loadedTime(query->value(3)),
                         .program = query->value(4).toString()});
    }
    return ended(*query).transform([&] { return list; });
}

QString Store::wishName(WishKind kind)
{
    return std::ranges::find(wishNames, kind, &WishName::kind)->name;
}

qint64 Store::wishDigest(const QVariantList &values)
{
    Fingerprint print;
    for (const QVariant &value : values)
        print.add(value);
    return print.value();
}
