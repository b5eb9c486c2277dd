// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/processidentity.h"
#include "library/rows.h"
#include "library/wish.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QSqlDatabase;

/// A row and the write it comes from.
template <class T>
struct Stored {
    T value;
    qint64 version = 0;
    qint64 digest = 0; ///< of all that was read, its parts too
    qint64 storedDigest = 0; ///< what the row itself says; only of a damaged row another one
};

/// Rows read from the database, for the memory of the library.
struct Rows {
    std::vector<Stored<ConnectionRow>> connections;
    std::vector<Stored<Run>> runs;
    std::vector<Stored<Batch>> batches;
    std::optional<QList<Wish>> wishes; ///< the whole list, where it was read
};

/// The SQL of the library's tables. Used on the database thread only; every function takes part in
/// the transaction that is open. Knows which rows other programs wrote since it last looked. A row
/// that does not fit its digest is an error with code "damaged", whoever asks for it.
class Store {
public:
    explicit Store(ProcessIdentity me) : m_me(std::move(me)) {}
    [[nodiscard]] const ProcessIdentity &me() const { return m_me; }

    // The steps of opening (library/opening.h).
    /// Programs that ended without taking themselves off the list.
    [[nodiscard]] Result<QStringList> goneProcesses(const QSqlDatabase &database) const;
    /// Makes what every library holds, with this id where it has none yet.
    [[nodiscard]] Result<> prepare(const QSqlDatabase &database, const QString &wantedId);
    /// Makes the built-in connections that are missing, and gives them.
    [[nodiscard]] Result<std::vector<Stored<ConnectionRow>>> ensureBuiltIns(
        const QSqlDatabase &database, const QStringList &profiles);
    /// Notes this process, and takes off those that are gone.
    [[nodiscard]] Result<> enlist(const QSqlDatabase &database, const QStringList &gone);
    [[nodiscard]] Result<Rows> readAll(const QSqlDatabase &database);
    /// Raises the counters where they stand below what is or was in use.
    [[nodiscard]] Result<> raiseCounters(const QSqlDatabase &database, const Rows &rows,
                                         qint64 version);
    [[nodiscard]] QString libraryId() const { return m_libraryId; } ///< after prepare()
    [[nodiscard]] Result<> takeNewId(const QSqlDatabase &database);
    /// Takes this process and its leases off the tables: a clean end.
    [[nodiscard]] Result<> close(const QSqlDatabase &database);

    /// What other programs wrote since open() or the last call.
    [[nodiscard]] Result<Rows> changes(const QSqlDatabase &database);
    /// After changes() in a transaction that only reads: our own writes need no second look.
    [[nodiscard]] Result<> markSeen(const QSqlDatabase &database);
    /// Rows by id, whoever wrote them.
    template <class T>
    [[nodiscard]] Result<std::vector<Stored<T>>> read(const QSqlDatabase &database,
                                                      const QList<qint64> &ids);
    [[nodiscard]] Result<QList<Wish>> wishes(const QSqlDatabase &database);

    // Each of these gives the row as it is stored then.
    template <class T>
    [[nodiscard]] Result<Stored<T>> insert(const QSqlDatabase &database, const T &row);
    /// What a save found in the database.
    template <class T>
    struct Saved {
        Stored<T> row;
        bool changedElsewhere = false; ///< another program wrote the row since base: read it again
    };
    /// Writes the columns that differ between before and after, and no other: what another program
    /// changed meanwhile in other columns stays.
    template <class T>
    [[nodiscard]] Result<Saved<T>> update(const QSqlDatabase &database, const T &before,
                                          const Stored<T> &after);
    /// Refused with code "stale" where another program wrote the batch since base, or drives its
    /// connection now: this one has lost its lease, and what it knows is old. A draft may be
    /// changed by anybody. Notes what was observed, where it was another look.
    [[nodiscard]] Result<Stored<Batch>> updateBatch(const QSqlDatabase &database,
                                                    const Batch &before,
                                                    const Stored<Batch> &after);

    [[nodiscard]] Result<> insertWish(const QSqlDatabase &database, const Wish &wish);
    [[nodiscard]] Result<> removeWish(const QSqlDatabase &database, qint64 id);

    /// count ids of a table that nobody else is given; giveBackIds takes those that were not used
    /// where nobody took later ones.
    [[nodiscard]] Result<QList<qint64>> reserveIds(const QSqlDatabase &database,
                                                   const QString &table, int count);
    [[nodiscard]] Result<> giveBackIds(const QSqlDatabase &database, const QString &table,
                                       QList<qint64> ids);

private:
    [[nodiscard]] static QString wishName(WishKind kind);
    [[nodiscard]] static qint64 wishDigest(const QVariantList &values);
    [[nodiscard]] Result<qint64> nextVersion(const QSqlDatabase &database);
    [[nodiscard]] Result<> freeName(const QSqlDatabase &database, Connection &connection);
    template <class T>
    [[nodiscard]] Result<std::vector<Stored<T>>> readWhere(const QSqlDatabase &database,
                                                           const QString &condition,
                                                           const QVariantList &values);
    /// As readWhere, whatever the digests say.
    template <class T>
    [[nodiscard]] Result<std::vector<Stored<T>>> readRaw(const QSqlDatabase &database,
                                                         const QString &condition,
                                                         const QVariantList &values);
    /// Stores the digest of a row that was written, and gives the row.
    template <class T>
    [[nodiscard]] Result<Stored<T>> seal(const QSqlDatabase &database, qint64 id);
    [[nodiscard]] Result<> sealAll(const QSqlDatabase &database);
    template <class T>
    [[nodiscard]] Result<> sealTable(const QSqlDatabase &database);
    [[nodiscard]] Result<> writeHistory(const QSqlDatabase &database, const Batch &batch);
    [[nodiscard]] Result<> writeResultFiles(const QSqlDatabase &database, const Batch &batch);

    ProcessIdentity m_me;
    QString m_libraryId;
    qint64 m_seen = 0; ///< the highest version of another program's write that was read
};
