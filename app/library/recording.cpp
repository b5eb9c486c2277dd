// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/recording.h"

namespace {

template <class T>
Result<std::optional<Stored<T>>> find(const QSqlDatabase &database, Store &store, qint64 id)
{
    return store.read<T>(database, {id}).transform([](std::vector<Stored<T>> rows) {
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    });
}

void noteLater(Transaction &transaction, const std::shared_ptr<Records> &records, auto row)
{
    transaction.onCommit.push_back([records, row = std::move(row)] { records->note(row); });
}

} // namespace

template <>
Result<> recordLater<Run>(Transaction &transaction, Store &,
                          const std::shared_ptr<Records> &records, const Stored<Run> &row)
{
    noteLater(transaction, records, row);
    return {};
}

template <>
Result<> recordLater<ConnectionRow>(Transaction &transaction, Store &,
                                    const std::shared_ptr<Records> &records,
                                    const Stored<ConnectionRow> &row)
{
    noteLater(transaction, records, row);
    return {};
}

template <>
Result<> recordLater<Batch>(Transaction &transaction, Store &store,
                            const std::shared_ptr<Records> &records, const Stored<Batch> &row)
{
    auto run = find<Run>(transaction.database, store, row.value.run.value);
    if (!run)
        return Failure(run.error());
    auto connection = find<ConnectionRow>(transaction.database, store, row.value.connection.value);
    if (!connection)
        return Failure(connection.error());
    noteLater(
        transaction, records,
        BatchRecord{.batch = row, .run = std::move(*run), .connection = std::move(*connection)});
    return {};
}
