// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/observations.h"

#include "library/fingerprint.h"
#include "library/rows.h"
#include "library/sql.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// All columns but the digest.
QVariantList valuesOf(const Observation &seen)
{
    return {seen.batch.value,        storedTime(seen.at),       storedText(seen.rawStatus),
            storedNumber(seen.done), storedNumber(seen.failed), storedNumber(seen.total)};
}

qint64 digestOf(const QVariantList &values)
{
    Fingerprint print;
    for (const QVariant &value : values)
        print.add(value);
    return print.value();
}

Result<> insert(const QSqlDatabase &database, const Observation &seen)
{
    const QVariantList values = valuesOf(seen);
    return changeBySql(
               database,
               u"INSERT INTO observations (batch_id, at, raw_status, done, failed, total, digest) "
               "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
               values + QVariantList{digestOf(values)})
        .transform([](int) {});
}

Result<QList<qint64>> timesOf(const QSqlDatabase &database, BatchId batch)
{
    Result<QSqlQuery> query = runSql(
        database, u"SELECT at FROM observations WHERE batch_id = ? ORDER BY at"_s, {batch.value});
    if (!query)
        return Failure(query.error());
    QList<qint64> times;
    while (query->next())
        times.append(query->value(0).toLongLong());
    if (query->lastError().isValid())
        return Failure(sqlError(query->lastError()));
    return times;
}

/// Keeps the first and the last, and of the others those that are far enough apart.
Result<> thin(const QSqlDatabase &database, BatchId batch, const QList<qint64> &times)
{
    const qint64 apart = (times.last() - times.first()) / (Observations::most / 2);
    qint64 kept = times.first();
    QVariantList gone;
    for (const qint64 at : times.sliced(1, times.size() - 2)) {
        if (at - kept >= apart)
            kept = at;
        else
            gone.append(at);
    }
    const QString marks = QStringList(gone.size(), u"?"_s).join(u", "_s);
    return changeBySql(database,
                       u"DELETE FROM observations WHERE batch_id = ? AND at IN (%1)"_s.arg(marks),
                       QVariantList{batch.value} + gone)
        .transform([](int) {});
}

} // namespace

Result<> Observations::note(const QSqlDatabase &database, const Batch *before, const Batch &after)
{
    const std::optional<Observation> now = observationOf(after);
    const std::optional<Observation> last = before ? observationOf(*before) : std::nullopt;
    if (!now || (last && (last->at == now->at || last->saysTheSame(*now))))
        return {};
    const Result<QList<qint64>> stored = timesOf(database, after.id);
    if (!stored)
        return Failure(stored.error());
    QList<qint64> times = *stored;
    const qint64 at = now->at.toMSecsSinceEpoch();
    if (const Result<int> outdone
        = changeBySql(database, u"DELETE FROM observations WHERE batch_id = ? AND at >= ?"_s,
                      {after.id.value, at});
        !outdone)
        return Failure(outdone.error());
    times.removeIf([at](qint64 time) { return time >= at; });
    // An answer that was an error has brought no counts.
    const qint64 lastAt = last && !before->facts.error ? last->at.toMSecsSinceEpoch() : at;
    if (lastAt < at && (times.isEmpty() || times.last() < lastAt)) {
        if (Result<> inserted = insert(database, *last); !inserted)
            return inserted;
        times.append(lastAt);
    }
    if (Result<> inserted = insert(database, *now); !inserted)
        return inserted;
    times.append(at);
    return times.size() > most ? thin(database, after.id, times) : Result<>();
}

Result<QList<Observation>> Observations::read(const QSqlDatabase &database,
                                              const QList<BatchId> &batches)
{
    QVariantList ids;
    for (const BatchId batch : batches)
        ids.append(batch.value);
    Result<QSqlQuery> query
        = runSql(database,
                 u"SELECT batch_id, at, raw_status, done, failed, total, digest FROM observations "
                 "WHERE batch_id IN (%1) ORDER BY at, batch_id"_s.arg(
                     QStringList(ids.size(), u"?"_s).join(u", "_s)),
                 ids);
    if (!query)
        return Failure(query.error());
    QList<Observation> seen;
    while (query->next()) {
        QVariantList values;
        for (int column = 0; column < 6; ++column)
            values.append(query->value(column));
        if (digestOf(values) != query->value(6).toLongLong())
            continue; // a picture may lack a point, but it shows no wrong one
        seen.append({.batch = {values[0].toLongLong()},
                     .at = loadedTime(values[1]),
                     .rawStatus = values[2].toString(),
                     .done = loadedNumber(values[3]),
                     .failed = loadedNumber(values[4]),
                     .total = loadedNumber(values[5])});
    }
    if (query->lastError().isValid())
        return Failure(sqlError(query->lastError()));
    return seen;
}
