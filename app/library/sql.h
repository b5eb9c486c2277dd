// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

class QSqlDatabase;
class QSqlError;

/// Runs one statement with positional values. The query is at its first row's doorstep: next().
[[nodiscard]] Result<QSqlQuery> runSql(const QSqlDatabase &database, const QString &sql,
                                       const QVariantList &values = {});
/// Runs one statement for its effect and gives the number of rows it changed.
[[nodiscard]] Result<int> changeBySql(const QSqlDatabase &database, const QString &sql,
                                      const QVariantList &values = {});
/// The first column of the first row; an invalid value where there is no row.
[[nodiscard]] Result<QVariant> valueBySql(const QSqlDatabase &database, const QString &sql,
                                          const QVariantList &values = {});

/// Database or Disk, with words and a cure; code is "sqlite-" and SQLite's primary result code.
[[nodiscard]] Error sqlError(const QSqlError &error);
/// SQLite's primary result code of an error made by sqlError, 0 for any other.
[[nodiscard]] int sqliteCode(const Error &error);
/// True where the same transaction may succeed later (locked, disk full, input or output error);
/// false where it never will (a constraint, a wrong statement).
[[nodiscard]] bool mayPass(const Error &error);

/// Another program has it locked at this moment.
[[nodiscard]] bool isBusy(const Error &error);

/// An error of this folder's own making, with words for people.
[[nodiscard]] Error libraryError(const QString &message, const QString &code = {});
