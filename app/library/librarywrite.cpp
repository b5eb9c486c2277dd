// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Library that changes rows.
#include "library/librarydata.h"

#include "library/recording.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto idLimit = 500ms;
constexpr int mostIds = 256;

Failure unknown()
{
    return Failure(
        Error{.kind = ErrorKind::BadInput,
              .message = QCoreApplication::translate("Library", "it is not in the library")});
}

QFuture<Result<>> ready(Result<> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

template <class T>
auto &rowsOf(Memory &memory)
{
    if constexpr (std::is_same_v<T, Run>)
        return memory.runs;
    else if constexpr (std::is_same_v<T, Batch>)
        return memory.batches;
    else
        return memory.connections;
}

/// Takes over the ids that are coming when they are here within the limit.
void receive(IdReserve &reserve, std::chrono::milliseconds limit)
{
    if (!reserve.coming.valid())
        return;
    reserve.late = reserve.coming.wait_for(reserve.late ? 0ms : limit) != std::future_status::ready;
    if (reserve.late)
        return;
    try {
        reserve.ids += std::exchange(reserve.coming, {}).get();
    } catch (const std::future_error &) {
        // The work never ran, as at the end.
    }
}

template <class T>
Rows asRows(std::vector<Stored<T>> list)
{
    Rows rows;
    if constexpr (std::is_same_v<T, Run>)
        rows.runs = std::move(list);
    else if constexpr (std::is_same_v<T, Batch>)
        rows.batches = std::move(list);
    else
        rows.connections = std::move(list);
    return rows;
}

} // namespace

template <class T, class Id>
QFuture<Result<>> Library::Data::insert(Held<T> &held, Id id)
{
    held.pending = 1;
    changed(id);
    return database
        ->template write<void>([store = store, records = records,
                                row = held.value](Transaction &transaction) {
            return store->insert(transaction.database, row).and_then([&](const Stored<T> &stored) {
                return recordLater(transaction, *store, records, stored);
            });
        })
        .then(&library, [this, id](Result<> inserted) {
            if (inserted) {
                // A connection's name may have been taken meanwhile; the store knows which it got.
                settle<T>(id, std::is_same_v<T, ConnectionRow>);
            } else {
                if constexpr (std::is_same_v<T, Batch>)
                    memory.drop(id);
                else
                    rowsOf<T>(memory).erase(id);
                changed(id);
            }
            return inserted;
        });
}

template <class T, class Id>
QFuture<Result<>> Library::Data::update(Held<T> &held, T after, Id id)
{
    const T before = std::exchange(held.value, after);
    ++held.pending;
    changed(id);
    const Stored<T> row{std::move(after), held.version};
    const auto record
        = [store = store, records = records, isWorth = isWorthRecording(before, row.value)](
              Transaction &transaction, const Stored<T> &stored) {
              return isWorth ? recordLater(transaction, *store, records, stored) : Result<>();
          };
    if constexpr (std::is_same_v<T, Batch>) {
        return database
            ->template write<void>([store = store, record, before, row](Transaction &transaction) {
                transaction.needsCommitted = isBeforePaying(row.value);
                return store->updateBatch(transaction.database, before, row)
                    .and_then(
                        [&](const Stored<Batch> &stored) { return record(transaction, stored); });
            })
            .then(&library, [this, id](Result<> saved) {
                settle<T>(id, !saved);
                return saved;
            });
    } else {
        return database
            ->template write<Store::Saved<T>>(
                [store = store, record, before, row](Transaction &transaction) {
                    return store->update(transaction.database, before, row)
                        .and_then([&](Store::Saved<T> saved) {
                            return record(transaction, saved.row).transform([&] { return saved; });
                        });
                })
            .then(&library, [this, id](const Result<Store::Saved<T>> &saved) {
                settle<T>(id, !saved || saved->changedElsewhere);
                return saved.transform([](const Store::Saved<T> &) {});
            });
    }
}

template <class T, class Id>
void Library::Data::settle(Id id, bool readAgain)
{
    const auto it = rowsOf<T>(memory).find(id);
    if (it == rowsOf<T>(memory).end())
        return;
    Held<T> &held = it->second;
    --held.pending;
    held.readAgain |= readAgain;
    if (held.pending > 0 || !std::exchange(held.readAgain, false))
        return;
    database->template write<void>(
        [this, store = store, link = link, id](Transaction &transaction) -> Result<> {
            Result<std::vector<Stored<T>>> rows = store->read<T>(transaction.database, {id.value});
            if (!rows)
                return Failure(rows.error());
            // Only after the commit: in this transaction there may be writes before us that come to nothing.
            transaction.onCommit.push_back([this, link, rows = std::move(*rows)] {
                link->post([this, rows] { received(asRows(rows)); });
            });
            return {};
        });
}

void Library::Data::received(Rows rows)
{
    const Memory::Changed change = memory.take(std::move(rows));
    changedRuns += QSet<RunId>(change.runs.cbegin(), change.runs.cend());
    changedBatches += QSet<BatchId>(change.batches.cbegin(), change.batches.cend());
    changedConnections |= change.connections;
    changedWishes |= change.wishes;
    announceSoon();
}

template <class Id>
void Library::Data::changed(Id id)
{
    if constexpr (std::is_same_v<Id, RunId>)
        changedRuns.insert(id);
    else if constexpr (std::is_same_v<Id, BatchId>)
        changedBatches.insert(id);
    else
        changedConnections = true;
    announceSoon();
}

void Library::Data::announceSoon()
{
    if (!std::exchange(announcing, true))
        QMetaObject::invokeMethod(&library, [this] { announce(); }, Qt::QueuedConnection);
}

void Library::Data::announce()
{
    // A slot may change the library: that is announced in the next turn.
    announcing = false;
    QList<RunId> runs = std::exchange(changedRuns, {}).values();
    QList<BatchId> batches = std::exchange(changedBatches, {}).values();
    const bool connections = std::exchange(changedConnections, false);
    const bool wishes = std::exchange(changedWishes, false);
    std::ranges::sort(runs);
    std::ranges::sort(batches);
    if (connections)
        Q_EMIT library.connectionsChanged();
    if (!runs.isEmpty())
        Q_EMIT library.runsChanged(runs);
    if (!batches.isEmpty())
        Q_EMIT library.batchesChanged(batches);
    if (wishes)
        Q_EMIT library.wishesChanged();
}

qint64 Library::Data::takeId(IdReserve &reserve)
{
    if (reserve.ids.isEmpty()) {
        if (!reserve.coming.valid()) {
            reserve.wanted = std::min(reserve.wanted * 2, mostIds);
            refill(reserve);
        }
        receive(reserve, library.trouble() ? 0ms : idLimit);
    }
    // A database that cannot be written gives no ids, and what a user does now must not be lost:
    // far away from all counted ids, a random one.
    if (reserve.ids.isEmpty())
        return 1'000'000'000 + QRandomGenerator::global()->bounded(1'000'000'000);
    const qint64 id = reserve.ids.takeFirst();
    refill(reserve);
    return id;
}

void Library::Data::refill(IdReserve &reserve)
{
    const int missing = reserve.wanted - int(reserve.ids.size());
    if (reserve.coming.valid() || missing * 2 < reserve.wanted)
        return;
    auto promise = std::make_shared<std::promise<QList<qint64>>>();
    reserve.coming = promise->get_future();
    database
        ->writeFirst<void>(
            [store = store, promise, table = reserve.table, missing](Transaction &transaction) {
                return store->reserveIds(transaction.database, table, missing)
                    .transform([&](const QList<qint64> &ids) {
                        transaction.onCommit.push_back([promise, ids] { promise->set_value(ids); });
                    });
            })
        .then(&library, [&reserve](const Result<> &reserved) {
            if (!reserved)
                reserve.coming = {};
            else // unless takeId has them already
                receive(reserve, 0ms);
        });
}

QList<qint64> Library::Data::takeUnused(IdReserve &reserve)
{
    receive(reserve, library.trouble() ? 0ms : idLimit);
    return std::exchange(reserve.ids, {});
}

RunId Library::add(Run run, QFuture<Result<>> *stored)
{
    run.id = {m_data->takeId(m_data->runIds)};
    if (!run.createdAt.isValid())
        run.createdAt = m_clock.now();
    Held<Run> &held = m_data->memory.runs[run.id] = {.value = run};
    const QFuture<Result<>> future = m_data->insert(held, run.id);
    if (stored)
        *stored = future;
    return run.id;
}

BatchId Library::add(Batch batch, QFuture<Result<>> *stored)
{
    batch.id = {m_data->takeId(m_data->batchIds)};
    const QFuture<Result<>> future = m_data->insert(m_data->memory.put(batch), batch.id);
    if (stored)
        *stored = future;
    return batch.id;
}

Result<ConnectionId> Library::add(Connection connection)
{
    connection.id = {};
    if (Result<> checked = m_data->memory.checkName(connection); !checked)
        return Failure(checked.error());
    connection.id = {m_data->takeId(m_data->connectionIds)};
    Held<ConnectionRow> &held = m_data->memory.connections[connection.id]
        = {.value = {.connection = connection}};
    m_data->insert(held, connection.id);
    return connection.id;
}

QFuture<Result<>> Library::save(const Run &run)
{
    const auto it = m_data->memory.runs.find(run.id);
    if (it == m_data->memory.runs.end() || !m_data->database)
        return ready(unknown());
    return m_data->update(it->second, run, run.id);
}

QFuture<Result<>> Library::save(const Batch &batch)
{
    const auto it = m_data->memory.batches.find(batch.id);
    if (it == m_data->memory.batches.end() || !m_data->database)
        return ready(unknown());
    return m_data->update(it->second, batch, batch.id);
}

Result<> Library::save(const Connection &connection)
{
    const auto it = m_data->memory.connections.find(connection.id);
    if (it == m_data->memory.connections.end() || it->second.value.removed || !m_data->database)
        return unknown();
    if (Result<> checked = m_data->memory.checkName(connection); !checked)
        return checked;
    m_data->update(it->second, ConnectionRow{.connection = connection}, connection.id);
    return {};
}

Result<> Library::remove(ConnectionId id)
{
    if (Result<> checked = m_data->memory.checkRemoval(id); !checked)
        return checked;
    Held<ConnectionRow> &held = m_data->memory.connections.at(id);
    m_data->update(held, ConnectionRow{.connection = held.value.connection, .removed = true}, id);
    if (holdsLease(id))
        giveUpLease(id);
    return {};
}

Result<> Library::restore(ConnectionId id)
{
    const auto it = m_data->memory.connections.find(id);
    if (it == m_data->memory.connections.end() || !it->second.value.removed || !m_data->database)
        return unknown();
    const Connection connection = it->second.value.connection;
    if (Result<> checked = m_data->memory.checkName(connection); !checked)
        return checked;
    m_data->update(it->second, ConnectionRow{.connection = connection}, id);
    return {};
}
