// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/rescue.h"

#include "library/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

qint64 idOf(const ConnectionRow &row)
{
    return row.connection.id.value;
}
qint64 idOf(const Run &run)
{
    return run.id.value;
}
qint64 idOf(const Batch &batch)
{
    return batch.id.value;
}

template <class T>
QHash<qint64, const Stored<T> *> byId(const std::vector<Stored<T>> &rows)
{
    QHash<qint64, const Stored<T> *> result;
    result.reserve(qsizetype(rows.size()));
    for (const Stored<T> &row : rows)
        result.insert(idOf(row.value), &row);
    return result;
}

template <class T>
bool hasUnknown(const QList<qint64> &ids, const std::vector<Stored<T>> &rows)
{
    const auto known = byId(rows);
    return std::ranges::any_of(ids, [&](qint64 id) { return !known.contains(id); });
}

/// Sent or not is what counts: here it may be sent, or sent again, when the record knows better.
bool mayBeSent(const BatchFacts &facts)
{
    if (!facts.remoteId.isEmpty())
        return false;
    switch (facts.state) {
    case BatchState::Draft:
    case BatchState::Uploading:
    case BatchState::Held:
    case BatchState::Creating:
    case BatchState::Unknown: return true;
    default: return false;
    }
}

void makeUnknown(Batch &batch, const QString &reason)
{
    batch.facts.state = BatchState::Unknown;
    batch.facts.reason = reason;
    batch.history.append({.at = QDateTime::currentDateTimeUtc(),
                          .state = BatchState::Unknown,
                          .cause = StateCause::Rescue,
                          .words = reason});
}

/// The comparison of all rows of a library with its records.
class Rescue {
public:
    Rescue(const QSqlDatabase &database, Store &store, Records &records, const Rows &rows)
        : m_database(database)
        , m_store(store)
        , m_records(records)
        , m_connections(byId(rows.connections))
        , m_runs(byId(rows.runs))
        , m_batches(byId(rows.batches))
    {}

    Result<Rescued> run()
    {
        readRecords();
        // With the counter below, what is taken in now would look older than its own record.
        if (Result<> raised = m_store.raiseCounters(m_database, {}, m_version); !raised)
            return Failure(raised.error());
        if (Result<> done = all<ConnectionRow>(m_connectionRecords, m_connections); !done)
            return Failure(done.error());
        if (Result<> done = all<Run>(m_runRecords, m_runs); !done)
            return Failure(done.error());
        if (Result<> done = all<Batch>(m_batchRows, m_batches); !done)
            return Failure(done.error());
        // What another record told of is here all the same.
        m_rescued.unreadable.removeIf([this](const QString &name) {
            const QStringView id = QStringView(name).chopped(5); // .json
            const std::optional<RunId> run = RunId::fromString(id);
            const std::optional<ConnectionId> connection = ConnectionId::fromString(id);
            return (run && m_rescued.runs.contains(*run))
                || (connection && m_connectionRecords.contains(connection->value));
        });
        return std::move(m_rescued);
    }

private:
    void readRecords();
    void readBatches();
    void doubt(Batch &batch);
    template <class T>
    Result<> all(const QHash<qint64, Stored<T>> &recorded,
                 const QHash<qint64, const Stored<T> *> &rows);
    template <class T>
    Result<> take(const Stored<T> &recorded, const Stored<T> *row);
    template <class T>
    Result<> noteIfOlder(const Stored<T> &row, const Stored<T> *recorded);
    Result<> note(const Stored<ConnectionRow> &row);
    Result<> note(const Stored<Run> &row);
    Result<> note(const Stored<Batch> &row);
    void count(const ConnectionRow &) { ++m_rescued.connections; }
    void count(const Run &run) { m_rescued.runs.append(run.id); }
    void count(const Batch &batch) { m_rescued.batches.append(batch.id); }

    const QSqlDatabase &m_database;
    Store &m_store;
    Records &m_records;
    QHash<qint64, const Stored<ConnectionRow> *> m_connections;
    QHash<qint64, const Stored<Run> *> m_runs;
    QHash<qint64, const Stored<Batch> *> m_batches;
    QHash<qint64, Stored<ConnectionRow>> m_connectionRecords;
    QHash<qint64, Stored<Run>> m_runRecords;
    QHash<qint64, Stored<Batch>> m_batchRows;
    qint64 m_version = 0; ///< the highest of any record
    Rescued m_rescued;
};

void Rescue::readRecords()
{
    const auto unreadable = [this](const QString &id, bool isKnown) {
        if (!isKnown)
            m_rescued.unreadable.append(id + ".json"_L1);
    };
    for (const qint64 id : m_records.ids('c')) {
        if (Result<Stored<ConnectionRow>> record = m_records.connection({id}))
            m_connectionRecords.insert(id, std::move(*record));
        else
            unreadable(ConnectionId{id}.toString(), m_connections.contains(id));
    }
    for (const qint64 id : m_records.ids('r')) {
        if (Result<Stored<Run>> record = m_records.run({id}))
            m_runRecords.insert(id, std::move(*record));
        else
            unreadable(RunId{id}.toString(), m_runs.contains(id));
    }
    readBatches();
    const auto note = [this](const auto &records) {
        for (const auto &record : records)
            m_version = std::max(m_version, record.version);
    };
    note(m_connectionRecords);
    note(m_runRecords);
    note(m_batchRows);
}

void Rescue::readBatches()
{
    for (const qint64 id : m_records.ids('b')) {
        Result<BatchRecord> record = m_records.batch({id});
        if (!record) {
            if (!m_batches.contains(id))
                m_rescued.unreadable.append(BatchId{id}.toString() + ".json"_L1);
            continue;
        }
        // Where the record of its run or connection is lost, what it says itself has to do.
        const auto keep = [](auto &recorded, const auto &rows, const auto &embedded) {
            if (embedded && !rows.contains(idOf(embedded->value))
                && !recorded.contains(idOf(embedded->value)))
                recorded.insert(idOf(embedded->value), *embedded);
        };
        keep(m_runRecords, m_runs, record->run);
        keep(m_connectionRecords, m_connections, record->connection);
        m_batchRows.insert(id, std::move(record->batch));
    }
}

void Rescue::doubt(Batch &batch)
{
    if (batch.facts.state != BatchState::Creating || !batch.facts.remoteId.isEmpty())
        return;
    makeUnknown(batch,
                QCoreApplication::translate(
                    "Library", "in doubt: the library was damaged while this was being submitted"));
    m_rescued.uncertain.append(batch.id);
}

template <class T>
Result<> Rescue::all(const QHash<qint64, Stored<T>> &recorded,
                     const QHash<qint64, const Stored<T> *> &rows)
{
    QList<qint64> ids = recorded.keys();
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        if (!recorded.contains(it.key()))
            ids.append(it.key());
    std::ranges::sort(ids);
    for (const qint64 id : ids) {
        const auto record = recorded.constFind(id);
        const Stored<T> *const row = rows.value(id, nullptr);
        const bool isNewer = record != recorded.cend()
            && (!row
                || (record->version > row->version && isWorthRecording(row->value, record->value)));
        const Result<> done = isNewer
            ? take(*record, row)
            : noteIfOlder(*row, record == recorded.cend() ? nullptr : &*record);
        if (!done)
            return done;
    }
    return {};
}

template <class T>
Result<> Rescue::take(const Stored<T> &recorded, const Stored<T> *row)
{
    T value = recorded.value;
    if constexpr (std::is_same_v<T, Batch>)
        doubt(value);
    if (!row) {
        // One of another kind that it belongs to may be lost altogether; then so is this.
        const Result<Stored<T>> inserted = m_store.insert(m_database, value);
        if (!inserted && mayPass(inserted.error()))
            return Failure(inserted.error());
        if (!inserted) {
            const auto id = columns<T>().front().store(value).toString();
            const QString letter = tableName<T>().first(1);
            m_rescued.unreadable.append(letter + id + ".json"_L1);
            return {};
        }
        count(value);
        return note(*inserted);
    }
    const Result<Store::Saved<T>> saved
        = m_store.update(m_database, row->value, Stored<T>{std::move(value), row->version});
    if (!saved)
        return Failure(saved.error());
    count(saved->row.value);
    return note(saved->row);
}

template <class T>
Result<> Rescue::noteIfOlder(const Stored<T> &row, const Stored<T> *recorded)
{
    if (recorded && !isWorthRecording(recorded->value, row.value))
        return {};
    return note(row);
}

Result<> Rescue::note(const Stored<ConnectionRow> &row)
{
    m_records.note(row);
    return {};
}

Result<> Rescue::note(const Stored<Run> &row)
{
    m_records.note(row);
    return {};
}

Result<> Rescue::note(const Stored<Batch> &row)
{
    BatchRecord record{.batch = row};
    if (const Stored<Run> *const run = m_runs.value(row.value.run.value, nullptr))
        record.run = *run;
    else if (const auto it = m_runRecords.constFind(row.value.run.value); it != m_runRecords.cend())
        record.run = *it;
    if (const auto *const connection = m_connections.value(row.value.connection.value, nullptr))
        record.connection = *connection;
    else if (const auto it = m_connectionRecords.constFind(row.value.connection.value);
             it != m_connectionRecords.cend())
        record.connection = *it;
    m_records.note(record);
    return {};
}

} // namespace

bool knowMore(const Records &records, const Rows &rows)
{
    if (hasUnknown(records.ids('b'), rows.batches) || hasUnknown(records.ids('r'), rows.runs)
        || hasUnknown(records.ids('c'), rows.connections))
        return true;
    return std::ranges::any_of(rows.batches, [&](const Stored<Batch> &row) {
        if (!mayBeSent(row.value.facts))
            return false;
        const Result<BatchRecord> record = records.batch(row.value.id);
        return record && record->batch.version > row.version
            && isWorthRecording(row.value, record->batch.value);
    });
}

Result<Rescued> rescue(const QSqlDatabase &database, Store &store, Records &records,
                       const Rows &rows)
{
    return Rescue(database, store, records, rows).run();
}

Result<QList<BatchId>> doubtUnsent(const QSqlDatabase &database, Store &store, Records &records,
                                   const Rows &rows)
{
    QList<BatchId> ids;
    for (const Stored<Batch> &row : rows.batches) {
        Batch batch = row.value;
        BatchFacts &facts = batch.facts;
        const bool isOnItsWay = facts.remoteId.isEmpty()
            && (facts.state == BatchState::Uploading || facts.state == BatchState::Held
                || facts.state == BatchState::Creating);
        const bool isBeingAddedTo = isLive(facts.state) && facts.addedRequests > 0
            && facts.addedRequests + facts.addingRequests < batch.requests;
        if (batch.superseded || (!isOnItsWay && !isBeingAddedTo))
            continue;
        if (isOnItsWay)
            makeUnknown(
                batch,
                QCoreApplication::translate(
                    "Library", "in doubt: another copy of this library may have submitted it"));
        else
            facts.addingRequests = batch.requests - facts.addedRequests;
        const Result<Store::Saved<Batch>> saved
            = store.update(database, row.value, Stored<Batch>{batch, row.version});
        if (!saved)
            return Failure(saved.error());
        records.note(BatchRecord{.batch = saved->row});
        ids.append(batch.id);
    }
    return ids;
}
