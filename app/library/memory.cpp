// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/memory.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

Failure badInput(const QString &message)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message});
}

template <class Map, class Key>
auto find(const Map &map, Key id) -> decltype(&map.begin()->second.value)
{
    const auto it = map.find(id);
    return it == map.end() ? nullptr : &it->second.value;
}

/// True for a batch that the provider has, had, or may have.
bool mayHaveBeenCreated(const Batch &batch)
{
    if (batch.superseded)
        return false;
    if (!batch.facts.remoteId.isEmpty() || isLive(batch.facts.state))
        return true;
    switch (batch.facts.state) {
    case BatchState::Creating:
    case BatchState::Unknown:
    case BatchState::Completed:
    case BatchState::Expired: return true;
    default: return false;
    }
}

bool isSame(const Run &one, const Run &other)
{
    // Cheapest first: nearly all runs differ in their bytes.
    if (one.sha256 != other.sha256 || one.connection != other.connection
        || one.endpoint != other.endpoint || one.window != other.window
        || one.metadata.size() != other.metadata.size())
        return false;
    auto mine = one.metadata;
    auto theirs = other.metadata;
    std::ranges::sort(mine);
    std::ranges::sort(theirs);
    return mine == theirs;
}

/// Takes rows over into one map; calls changed for each that is new or differs.
template <class Map, class T>
void takeRows(Map &map, std::vector<Stored<T>> &rows, auto &&idOf, auto &&changed)
{
    for (Stored<T> &row : rows) {
        const auto id = idOf(row.value);
        const auto [it, added] = map.try_emplace(id);
        auto &held = it->second;
        if (held.pending > 0) {
            held.readAgain = true;
            continue;
        }
        held.version = row.version;
        if (!added && held.value == row.value)
            continue;
        held.value = std::move(row.value);
        changed(held.value, added);
    }
}

} // namespace

QList<RunId> Memory::runIds() const
{
    QList<RunId> ids;
    ids.reserve(qsizetype(runs.size()));
    for (const auto &[id, held] : runs)
        if (!held.value.deleted)
            ids.append(id);
    // Two programs give out ids at the same time, so these alone do not tell the order.
    const auto age = [this](RunId id) { return std::tuple(runs.at(id).value.createdAt, id); };
    if (!std::ranges::is_sorted(ids, {}, age))
        std::ranges::sort(ids, {}, age);
    return ids;
}

const Run *Memory::run(RunId id) const
{
    return find(runs, id);
}

std::vector<const Batch *> Memory::batchesOf(RunId run) const
{
    std::vector<const Batch *> result;
    for (const BatchId id : m_batchesOf.value(run))
        if (const Batch *const candidate = batch(id); candidate && !candidate->superseded)
            result.push_back(candidate);
    std::ranges::sort(
        result, {}, [](const Batch *batch) { return std::tuple(batch->firstRequest, batch->id); });
    return result;
}

const Batch *Memory::batch(BatchId id) const
{
    return find(batches, id);
}

QList<BatchId> Memory::batchIds() const
{
    QList<BatchId> ids;
    for (const auto &[id, held] : batches)
        if (!held.value.superseded)
            ids.append(id);
    return ids;
}

QList<ConnectionId> Memory::connectionIds() const
{
    QList<ConnectionId> ids;
    for (const auto &[id, held] : connections)
        if (!held.value.removed)
            ids.append(id);
    std::ranges::stable_sort(ids, [this](ConnectionId a, ConnectionId b) {
        const Connection &one = *connection(a);
        const Connection &other = *connection(b);
        if (one.builtIn != other.builtIn)
            return other.builtIn;
        return QString::compare(one.name, other.name, Qt::CaseInsensitive) < 0;
    });
    return ids;
}

const Connection *Memory::connection(ConnectionId id) const
{
    const ConnectionRow *const row = find(connections, id);
    return row ? &row->connection : nullptr;
}

const Connection *Memory::connectionByName(const QString &name) const
{
    for (const auto &[id, held] : connections)
        if (!held.value.removed && held.value.connection.name == name)
            return &held.value.connection;
    return nullptr;
}

Result<RunId> Memory::findRun(const QString &idOrName) const
{
    if (const std::optional<RunId> id = RunId::fromString(idOrName))
        if (const Run *const found = run(*id); found && !found->deleted)
            return *id;
    QList<RunId> named;
    for (const RunId id : runIds())
        if (run(id)->name == idOrName)
            named.append(id);
    if (named.size() == 1)
        return named.first();
    if (named.isEmpty())
        return badInput(
            QCoreApplication::translate("Library", "there is no run \"%1\"").arg(idOrName));
    QStringList ids;
    for (const RunId id : named)
        ids.append(id.toString());
    return badInput(
        QCoreApplication::translate("Library", "several runs are named \"%1\": %2; give the id")
            .arg(idOrName, ids.join(u", "_s)));
}

bool Memory::mayHaveBeenSent(RunId run) const
{
    return std::ranges::any_of(m_batchesOf.value(run),
                               [this](BatchId id) { return mayHaveBeenCreated(*batch(id)); });
}

std::optional<RunId> Memory::findLike(const Run &run, auto &&fits) const
{
    if (run.sha256.isEmpty())
        return std::nullopt;
    const Run *newest = nullptr;
    for (const auto &[id, held] : runs)
        if (id != run.id && isSame(held.value, run) && fits(held.value)
            && (newest == nullptr || newest->createdAt <= held.value.createdAt))
            newest = &held.value;
    return newest == nullptr ? std::nullopt : std::optional(newest->id);
}

std::optional<RunId> Memory::findSame(const Run &run) const
{
    return findLike(run, [this](const Run &other) { return mayHaveBeenSent(other.id); });
}

std::optional<RunId> Memory::findNotCreated(const Run &run) const
{
    return findLike(run, [this](const Run &other) {
        // What lies in the bin is no place to go on.
        return !other.deleted && !mayHaveBeenSent(other.id);
    });
}

Result<> Memory::checkName(const Connection &connection) const
{
    if (connection.name.trimmed().isEmpty())
        return badInput(QCoreApplication::translate("Library", "the connection needs a name"));
    const Connection *const other = connectionByName(connection.name);
    if (other && other->id != connection.id)
        return badInput(QCoreApplication::translate(
                            "Library", "there is a connection \"%1\" already; choose another name")
                            .arg(connection.name));
    return {};
}

Result<> Memory::checkRemoval(ConnectionId id) const
{
    const ConnectionRow *const row = find(connections, id);
    if (!row || row->removed)
        return badInput(QCoreApplication::translate("Library", "there is no such connection"));
    if (row->connection.builtIn)
        return badInput(
            QCoreApplication::translate("Library", "the connection \"%1\" is built in and stays")
                .arg(row->connection.name));
    QSet<RunId> users;
    for (const auto &[batchId, held] : batches)
        if (held.value.connection == id && !held.value.superseded
            && !isTerminal(held.value.facts.state))
            users.insert(held.value.run);
    if (users.isEmpty())
        return {};
    QList<RunId> sorted(users.cbegin(), users.cend());
    std::ranges::sort(sorted);
    QStringList ids;
    for (const RunId run : sorted)
        ids.append(run.toString());
    return badInput(QCoreApplication::translate(
                        "Library", "the connection \"%1\" is in use by runs that are not over: %2")
                        .arg(row->connection.name, ids.join(u", "_s)));
}

Held<Batch> &Memory::put(const Batch &batch)
{
    m_batchesOf[batch.run].append(batch.id);
    return batches[batch.id] = {.value = batch};
}

void Memory::drop(BatchId id)
{
    if (const Batch *const gone = batch(id))
        m_batchesOf[gone->run].removeOne(id);
    batches.erase(id);
}

Memory::Changed Memory::take(Rows rows)
{
    Changed result;
    takeRows(
        connections, rows.connections, [](const ConnectionRow &row) { return row.connection.id; },
        [&](const ConnectionRow &, bool) { result.connections = true; });
    takeRows(
        runs, rows.runs, [](const Run &run) { return run.id; },
        [&](const Run &run, bool) { result.runs.append(run.id); });
    takeRows(
        batches, rows.batches, [](const Batch &batch) { return batch.id; },
        [&](const Batch &batch, bool added) {
            if (added)
                m_batchesOf[batch.run].append(batch.id);
            result.batches.append(batch.id);
        });
    if (rows.wishes) {
        rows.wishes->removeIf([this](const Wish &wish) { return fulfilling.contains(wish.id); });
        result.wishes = *rows.wishes != wishes;
        wishes = std::move(*rows.wishes);
    }
    return result;
}
