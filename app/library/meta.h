// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/sql.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QVariant>

#include <optional>

class QSqlDatabase;

/// The table meta: single values of a library. What matters is stored with a digest of its own.
namespace Meta {

inline constexpr QLatin1StringView sealed("sealed"); ///< every row has its digest
inline constexpr QLatin1StringView recorded("recorded"); ///< every row has its record

[[nodiscard]] Result<QVariant> value(const QSqlDatabase &database, QLatin1StringView key);
/// Only where there is none.
[[nodiscard]] Result<> put(const QSqlDatabase &database, QLatin1StringView key,
                           const QVariant &value);
[[nodiscard]] Result<> set(const QSqlDatabase &database, QLatin1StringView key,
                           const QVariant &value);
[[nodiscard]] Result<> remove(const QSqlDatabase &database, QLatin1StringView key);

// Bytes with a digest of their own.
[[nodiscard]] Result<> setChecked(const QSqlDatabase &database, QLatin1StringView key,
                                  const QByteArray &bytes);
/// Nothing where there is none; empty where it is not what was written.
[[nodiscard]] Result<std::optional<QByteArray>> checked(const QSqlDatabase &database,
                                                        QLatin1StringView key);

/// Empty where there is none; code "damaged" where it is not what was written.
[[nodiscard]] Result<QString> libraryId(const QSqlDatabase &database);
[[nodiscard]] Result<> setLibraryId(const QSqlDatabase &database, const QString &id);

} // namespace Meta

/// Calls work inside a transaction that begins so; rolls back where work or the commit fails.
auto withinTransaction(const QSqlDatabase &database, const QString &begin, auto &&work)
    -> decltype(work())
{
    if (const Result<int> begun = changeBySql(database, begin); !begun)
        return Failure(begun.error());
    auto result = work();
    if (result)
        if (const Result<int> committed = changeBySql(database, QStringLiteral("COMMIT"));
            !committed)
            result = Failure(committed.error());
    if (!result)
        static_cast<void>(changeBySql(database, QStringLiteral("ROLLBACK")));
    return result;
}
