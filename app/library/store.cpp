// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/store.h"

#include "library/schema.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

Result<> change(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {})
{
    return changeBySql(database, sql, values).transform([](int) {});
}

/// An error that ended the reading of rows early, or nothing.
Result<> ended(const QSqlQuery &query)
{
    return query.lastError().isValid() ? Result<>(Failure(sqlError(query.lastError())))
                                       : Result<>();
}

Result<> putMeta(const QSqlDatabase &database, const QString &key, const QVariant &value)
{
    return change(database, u"INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)"_s,
                  {key, value});
}

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

/// Programs that ended without taking themselves off the list.
Result<QStringList> goneProcesses(const QSqlDatabase &database, const ProcessIdentity &me)
{
    Result<QSqlQuery> query
        = runSql(database, u"SELECT token, pid, pid_namespace, started, boot_id FROM processes"_s);
    if (!query)
        return Failure(query.error());
    QStringList gone;
    while (query->next()) {
        const ProcessIdentity other{.token = query->value(0).toString(),
                                    .pid = query->value(1).toLongLong(),
                                    .pidNamespace = query->value(2).toString(),
                                    .started = query->value(3).toLongLong(),
                                    .bootId = query->value(4).toString()};
        // A library is on a local disk: another boot is an earlier one of this computer.
        if (other.bootId != me.bootId || isGone(other, me))
            gone.append(other.token);
    }
    return ended(*query).transform([&] { return gone; });
}

/// Calls work inside a transaction that begins so.
auto within(const QSqlDatabase &database, const QString &begin, auto &&work) -> decltype(work())
{
    if (Result<> begun = change(database, begin); !begun)
        return Failure(begun.error());
    auto result = work();
    if (result)
        if (Result<> committed = change(database, u"COMMIT"_s); !committed)
            result = Failure(committed.error());
    if (!result)
        static_cast<void>(change(database, u"ROLLBACK"_s));
    return result;
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

} // namespace

Result<Rows> Store::open(const QSqlDatabase &database, const QStringList &builtIns)
{
    if (Result<> configured = configure(database); !configured)
        return Failure(configured.error());
    const Result<QVariant> version = valueBySql(database, u"PRAGMA user_version"_s);
    if (!version)
        return Failure(version.error());
    QStringList gone;
    if (version->toInt() > 0) {
        Result<QStringList> found = goneProcesses(database, m_me);
        if (!found)
            return Failure(found.error());
        gone = *found;
        if (!gone.isEmpty())
            if (Result<> whole = quickCheck(database); !whole)
                return Failure(whole.error());
    }
    if (Result<> migrated = migrate(database, migrations()); !migrated)
        return Failure(migrated.error());
    const Result<> prepared = within(database, u"BEGIN IMMEDIATE"_s, [&] {
        Result<> done = prepare(database, builtIns);
        for (const QString &token : gone)
            if (done)
                done = change(database, u"DELETE FROM processes WHERE token = ?"_s, {token});
        return done;
    });
    if (!prepared)
        return Failure(prepared.error());
    // Not in the same transaction: reading takes a while, and others may want to write.
    return within(database, u"BEGIN"_s, [&] { return readAll(database); });
}

Result<> Store::prepare(const QSqlDatabase &database, const QStringList &builtIns)
{
    const std::pair<QString, QVariant> first[] = {
        {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
        {u"version"_s, qint64(0)},
        {u"next_runs"_s, qint64(1)},
        {u"next_batches"_s, qint64(1)},
        {u"next_connections"_s, qint64(1)},
    };
    for (const auto &[key, value] : first)
        if (Result<> put = putMeta(database, key, value); !put)
            return put;
    const Result<QVariant> id = valueBySql(database, u"SELECT value FROM meta WHERE key = 'id'"_s);
    if (!id)
        return Failure(id.error());
    m_libraryId = id->toString();
    for (const QString &profile : builtIns)
        if (Result<> ensured = ensureBuiltIn(database, profile); !ensured)
            return ensured;
    return change(
        database,
        u"INSERT INTO processes (token, pid, pid_namespace, started, host, boot_id, opened_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {m_me.token, m_me.pid, m_me.pidNamespace, m_me.started, m_me.host, m_me.bootId,
         QDateTime::currentMSecsSinceEpoch()});
}

Result<> Store::ensureBuiltIn(const QSqlDatabase &database, const QString &profile)
{
    const Result<QVariant> there = valueBySql(
        database, u"SELECT id FROM connections WHERE profile = ? AND built_in = 1"_s, {profile});
    if (!there || there->isValid())
        return there.transform([](const QVariant &) {});
    const Result<QList<qint64>> ids = reserveIds(database, u"connections"_s, 1);
    if (!ids)
        return Failure(ids.error());
    return insert(
        database,
        ConnectionRow{
            .connection
            = {.id = {ids->first()}, .name = profile, .profile = profile, .builtIn = true}});
}

Result<> Store::close(const QSqlDatabase &database)
{
    return change(database, u"DELETE FROM leases WHERE token = ?"_s, {m_me.token}).and_then([&] {
        return change(database, u"DELETE FROM processes WHERE token = ?"_s, {m_me.token});
    });
}

Result<Rows> Store::readAll(const QSqlDatabase &database)
{
    Rows rows;
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

Result<Rows> Store::changes(const QSqlDatabase &database)
{
    const QString condition = u"version > ? AND writer <> ?"_s;
    const QVariantList values{m_seen, m_me.token};
    auto connections = readWhere<ConnectionRow>(database, condition, values);
    if (!connections)
        return Failure(connections.error());
    auto runs = readWhere<Run>(database, condition, values);
    if (!runs)
        return Failure(runs.error());
    auto batches = readWhere<Batch>(database, condition, values);
    if (!batches)
        return Failure(batches.error());
    Result<QList<Wish>> list = wishes(database);
    if (!list)
        return Failure(list.error());
    // Not the counter itself: it may stand where our own open transaction put it, and come back.
    const auto note = [this](const auto &rows) {
        for (const auto &row : rows)
            m_seen = std::max(m_seen, row.version);
    };
    note(*connections);
    note(*runs);
    note(*batches);
    return Rows{std::move(*connections), std::move(*runs), std::move(*batches), std::move(*list)};
}

Result<> Store::markSeen(const QSqlDatabase &database)
{
    return valueBySql(database, u"SELECT value FROM meta WHERE key = 'version'"_s)
        .transform([this](const QVariant &value) { m_seen = value.toLongLong(); });
}

Result<qint64> Store::nextVersion(const QSqlDatabase &database)
{
    if (const Result<int> raised
        = changeBySql(database, u"UPDATE meta SET value = value + 1 WHERE key = 'version'"_s);
        !raised)
        return Failure(raised.error());
    return valueBySql(database, u"SELECT value FROM meta WHERE key = 'version'"_s)
        .transform([](const QVariant &value) { return value.toLongLong(); });
}

template <class T>
Result<std::vector<Stored<T>>> Store::readWhere(const QSqlDatabase &database,
                                                const QString &condition,
                                                const QVariantList &values)
{
    QStringList names;
    for (const Column<T> &column : columns<T>())
        names.append(QLatin1StringView(column.name));
    QString sql = u"SELECT %1, version FROM %2"_s.arg(names.join(u", "_s), tableName<T>());
    if (!condition.isEmpty())
        sql += u" WHERE "_s + condition;
    Result<QSqlQuery> query = runSql(database, sql + u" ORDER BY id"_s, values);
    if (!query)
        return Failure(query.error());
    std::vector<Stored<T>> rows;
    while (query->next()) {
        Stored<T> &row = rows.emplace_back();
        int position = 0;
        for (const Column<T> &column : columns<T>())
            column.load(row.value, query->value(position++));
        row.version = query->value(position).toLongLong();
    }
    if (Result<> whole = ended(*query); !whole)
        return Failure(whole.error());
    if constexpr (std::is_same_v<T, Batch>)
        if (Result<> parts = readParts(database, rows, condition, values); !parts)
            return Failure(parts.error());
    return rows;
}

Result<> Store::readParts(const QSqlDatabase &database, std::vector<Stored<Batch>> &batches,
                          const QString &condition, const QVariantList &values)
{
    if (batches.empty())
        return {};
    QHash<qint64, Batch *> byId;
    for (Stored<Batch> &batch : batches)
        byId.insert(batch.value.id.value, &batch.value);
    QString where;
    if (!condition.isEmpty())
        where = u" WHERE batch_id IN (SELECT id FROM batches WHERE %1)"_s.arg(condition);
    const QString order = u" ORDER BY batch_id, position"_s;

    Result<QSqlQuery> query = runSql(
        database, u"SELECT batch_id, at, state, raw_status FROM history"_s + where + order, values);
    if (!query)
        return Failure(query.error());
    while (query->next())
        if (Batch *const batch = byId.value(query->value(0).toLongLong()))
            batch->history.append(
                {.at = loadedTime(query->value(1)),
                 .state = stateFromName(query->value(2).toString()).value_or(BatchState::Unknown),
                 .rawStatus = query->value(3).toString()});
    if (Result<> whole = ended(*query); !whole)
        return whole;

    query = runSql(database,
                   u"SELECT batch_id, source, path, bytes, lines, sha256 FROM result_files"_s
                       + where + order,
                   values);
    if (!query)
        return Failure(query.error());
    while (query->next())
        if (Batch *const batch = byId.value(query->value(0).toLongLong()))
            batch->resultFiles.append({.source = query->value(1).toString(),
                                       .path = query->value(2).toString(),
                                       .bytes = query->value(3).toLongLong(),
                                       .lines = query->value(4).toLongLong(),
                                       .sha256 = query->value(5).toByteArray()});
    return ended(*query);
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

Result<QList<Wish>> Store::wishes(const QSqlDatabase &database)
{
    Result<QSqlQuery> query
        = runSql(database, u"SELECT id, kind, run_id, at FROM wishes ORDER BY id"_s);
    if (!query)
        return Failure(query.error());
    QList<Wish> list;
    while (query->next()) {
        const QString kind = query->value(1).toString();
        for (const WishName &row : wishNames)
            if (row.name == kind)
                list.append({.id = query->value(0).toLongLong(),
                             .kind = row.kind,
                             .run = {query->value(2).toLongLong()},
                             .at = loadedTime(query->value(3))});
    }
    return ended(*query).transform([&] { return list; });
}

Result<> Store::insertWish(const QSqlDatabase &database, const Wish &wish)
{
    const auto row = std::ranges::find(wishNames, wish.kind, &WishName::kind);
    return change(database, u"INSERT INTO wishes (kind, run_id, at) VALUES (?, ?, ?)"_s,
                  {QString(row->name), wish.run.value, storedTime(wish.at)});
}

Result<> Store::removeWish(const QSqlDatabase &database, qint64 id)
{
    return change(database, u"DELETE FROM wishes WHERE id = ?"_s, {id});
}

Result<QList<qint64>> Store::reserveIds(const QSqlDatabase &database, const QString &table,
                                        int count)
{
    const QString key = u"next_"_s + table;
    const Result<QVariant> next
        = valueBySql(database, u"SELECT value FROM meta WHERE key = ?"_s, {key});
    if (!next)
        return Failure(next.error());
    const qint64 first = next->toLongLong();
    if (Result<> raised
        = change(database, u"UPDATE meta SET value = ? WHERE key = ?"_s, {first + count, key});
        !raised)
        return Failure(raised.error());
    QList<qint64> ids;
    for (qint64 id = first; id < first + count; ++id)
        ids.append(id);
    return ids;
}

Result<> Store::giveBackIds(const QSqlDatabase &database, const QString &table, QList<qint64> ids)
{
    const QString key = u"next_"_s + table;
    const Result<QVariant> value
        = valueBySql(database, u"SELECT value FROM meta WHERE key = ?"_s, {key});
    if (!value)
        return Failure(value.error());
    std::ranges::sort(ids);
    qint64 next = value->toLongLong();
    while (!ids.isEmpty() && ids.last() == next - 1)
        next = ids.takeLast();
    return change(database, u"UPDATE meta SET value = ? WHERE key = ?"_s, {next, key});
}
