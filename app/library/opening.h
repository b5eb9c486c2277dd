// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/notice.h"
#include "library/original.h"
#include "library/place.h"
#include "library/records.h"
#include "library/store.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QSqlDatabase;

/// How a database is to be opened.
struct OpenHow {
    QStringList builtIns;
    bool alone = false; ///< nobody else has it open, and nobody can until we are done
    bool wasMissing = false; ///< there was no file
    Place here;
    QString keptAs; ///< the name of a damaged one that this one takes the place of
};

/// What came of it.
struct Opened {
    Rows rows;
    QList<LibraryNotice> notices; ///< those that nobody has seen yet, the oldest first
    std::optional<Original> original; ///< this library is a copy of
    qsizetype news = 0; ///< so many of them, the last ones, are of this opening
};

/// The whole of opening, on the database thread and outside a transaction: settings, migration, a
/// check of every byte that counts where nobody else has it open, the comparison with the records,
/// the built-in connections, and reading. Error with code "damaged" or SQLite's own: see isDamage().
[[nodiscard]] Result<Opened> openDatabase(const QSqlDatabase &database, Store &store,
                                          Records &records, const OpenHow &how);

/// Makes a copy take the place of its original, and gives the notice of it. In a writing
/// transaction; all programs on the library have to open it anew.
[[nodiscard]] Result<LibraryNotice> takeOver(const QSqlDatabase &database, Store &store,
                                             Records &records);

/// Whether an error of opening says that the file is not what was written. Some errors say so only
/// where the records show that it was a library of ours, of a form that we know.
[[nodiscard]] bool isDamage(const Error &error, const QString &file,
                            const std::optional<LibraryRecord> &record);

[[nodiscard]] Result<> forgetNotices(const QSqlDatabase &database);

/// Renames the database, with what SQLite keeps beside it, and gives its new name.
[[nodiscard]] Result<QString> keepAside(const QString &file);
