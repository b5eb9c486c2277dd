// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

class QSqlDatabase;

/// One step of the schema: takes a library from version - 1 to version (PRAGMA user_version).
struct Migration {
    int version = 0;
    QString sql; ///< each statement ends with a semicolon at the end of a line
};

/// resources/sql/NNN_name.sql, by number. A released file is never changed: add the next one.
[[nodiscard]] const QList<Migration> &migrations();

/// "BDsk": what file(1) and we know a library by (PRAGMA application_id).
inline constexpr int applicationId = 0x4244736b;

/// Makes file with 0600 where it is missing. Fails where what is there is no library of ours, is
/// damaged, or was written by a newer program; nothing is written in these cases.
[[nodiscard]] Result<> checkLibraryFile(const QString &file, int newestVersion);

/// WAL, FULL, and what else each connection needs. Waits for other programs up to a few seconds.
[[nodiscard]] Result<> configure(const QSqlDatabase &database);

/// Brings the open database to the newest version in one transaction, after a whole copy beside it
/// (library.db.v1-20260131T120000Z.bak) where it held anything. Safe with several programs at once.
[[nodiscard]] Result<> migrate(const QSqlDatabase &database, const QList<Migration> &steps);

/// Whether SQLite finds the file whole. Reads all of it.
[[nodiscard]] Result<> checkWhole(const QSqlDatabase &database);

/// Database, with code "damaged": the file is not what was written to it.
[[nodiscard]] Error damagedError(const QString &file, const QString &detail);

/// Database: written by a newer program; nothing where the version is one we know.
[[nodiscard]] Result<> refuseNewer(const QSqlDatabase &database, int newestVersion);
