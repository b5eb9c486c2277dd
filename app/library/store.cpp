// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/store.h"

#include "library/meta.h"
#include "library/schema.h"
#include "library/sql.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

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

/// One more than the highest id in use; those that were taken at random while the database could
/// not be written are far above (Library::Data::takeId).
template <class T>
qint64 nextIdAfter(const std::vector<Stored<T>> &rows)
{
    constexpr qint64 random = 1'000'000'000;
    qint64 next = 1;
    for (const Stored<T> &row : rows)
        if (const qint64 id = columns<T>().front().store(row.value).toLongLong(); id < random)
            next = std::max(next, id + 1);
    return next;
}

template <class T>
qint64 highestVersion(const std::vector<Stored<T>> &rows)
{
    qint64 highest = 0;
    for (const Stored<T> &row : rows)
        highest = std::max(highest, row.version);
    return highest;
}

} // namespace

Result<QStringList> Store::goneProcesses(const QSqlDatabase &database) const
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
        if (other.bootId != m_me.bootId || isGone(other, m_me))
            gone.append(other.token);
    }
    return ended(*query).transform([&] { return gone; });
}

Result<> Store::prepare(const QSqlDatabase &database, const QString &wantedId)
{
    const Result<QVariant> sealed = Meta::value(database, Meta::sealed);
    if (!sealed)
        return Failure(sealed.error());
    // A migration leaves it at 0, the first one too.
    if (!sealed->isValid())
        return Failure(damagedError(database.databaseName(), u"it has lost its seal"_s));
    const bool isSealed = sealed->toInt() != 0;
    Result<QString> id = Meta::libraryId(database);
    if (!id)
        return Failure(id.error());
    if (id->isEmpty()) {
        if (isSealed)
            return Failure(damagedError(database.databaseName(), u"it has lost its id"_s));
        *id = wantedId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : wantedId;
        if (Result<> set = Meta::setLibraryId(database, *id); !set)
            return set;
    }
    m_libraryId = *id;
    for (const auto &[key, value] :
         {std::pair("version"_L1, 0), std::pair("next_runs"_L1, 1), std::pair("next_batches"_L1, 1),
          std::pair("next_connections"_L1, 1)})
        if (Result<> put = Meta::put(database, key, qint64(value)); !put)
            return put;
    if (isSealed)
        return {};
    return sealAll(database).and_then([&] { return Meta::set(database, Meta::sealed, qint64(1)); });
}

Result<> Store::takeNewId(const QSqlDatabase &database)
{
    m_libraryId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return Meta::setLibraryId(database, m_libraryId);
}

Result<> Store::enlist(const QSqlDatabase &database, const QStringList &gone)
{
    for (const QString &token : gone)
        if (Result<> removed
            = change(database, u"DELETE FROM processes WHERE token = ?"_s, {token});
            !removed)
            return removed;
    return change(
        database,
        u"INSERT INTO processes (token, pid, pid_namespace, started, host, boot_id, opened_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {m_me.token, m_me.pid, m_me.pidNamespace, m_me.started, m_me.host, m_me.bootId,
         QDateTime::currentMSecsSinceEpoch()});
}

Result<std::vector<Stored<ConnectionRow>>> Store::ensureBuiltIns(const QSqlDatabase &database,
                                                                 const QStringList &profiles)
{
    std::vector<Stored<ConnectionRow>> made;
    for (const QString &profile : profiles) {
        const Result<QVariant> there = valueBySql(
            database, u"SELECT id FROM connections WHERE profile = ? AND built_in = 1"_s,
            {profile});
        if (!there)
            return Failure(there.error());
        if (there->isValid())
            continue;
        const Result<QList<qint64>> ids = reserveIds(database, u"connections"_s, 1);
        if (!ids)
            return Failure(ids.error());
        Result<Stored<ConnectionRow>> inserted = insert(
            database,
            ConnectionRow{
                .connection
                = {.id = {ids->first()}, .name = profile, .profile = profile, .builtIn = true}});
        if (!inserted)
            return Failure(inserted.error());
        made.push_back(std::move(*inserted));
    }
    return made;
}

Result<> Store::raiseCounters(const QSqlDatabase &database, const Rows &rows, qint64 version)
{
    const std::pair<QLatin1StringView, qint64> least[] = {
        {"version"_L1,
         std::max({version, highestVersion(rows.connections), highestVersion(rows.runs),
                   highestVersion(rows.batches)})},
        {"next_connections"_L1, nextIdAfter(rows.connections)},
        {"next_runs"_L1, nextIdAfter(rows.runs)},
        {"next_batches"_L1, nextIdAfter(rows.batches)},
    };
    for (const auto &[key, value] : least)
        if (Result<> raised = change(
                database,
                u"UPDATE meta SET value = ? WHERE key = ? AND (typeof(value) <> 'integer' OR value < ?)"_s,
                {value, QString(key), value});
            !raised)
            return raised;
    return {};
}

Result<> Store::close(const QSqlDatabase &database)
{
    return change(database, u"DELETE FROM leases WHERE token = ?"_s, {m_me.token}).and_then([&] {
        return change(database, u"DELETE FROM processes WHERE token = ?"_s, {m_me.token});
    });
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

Result<> Store::insertWish(const QSqlDatabase &database, const Wish &wish)
{
    const QVariantList values{wishName(wish.kind), wish.run.value, storedTime(wish.at),
                              storedText(wish.program)};
    return change(
        database,
        u"INSERT INTO wishes (kind, run_id, at, program, digest) VALUES (?, ?, ?, ?, ?)"_s,
        values + QVariantList{wishDigest(values)});
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
