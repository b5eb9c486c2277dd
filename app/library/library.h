// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/clock.h"
#include "core/connection.h"
#include "core/result.h"
#include "core/run.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class DatabaseThread;

/// Something one program wants of the program that drives a connection. A row of the library.
enum class WishKind : quint8 { Submit, Cancel, Fetch, CheckNow, Resubmit };
struct Wish {
    qint64 id = 0;
    WishKind kind = WishKind::Submit;
    RunId run;
    QDateTime at;
    bool operator==(const Wish &) const = default;
};

/// The runs, batches and connections of one user: SQLite (WAL, synchronous=FULL) in a folder, with
/// write-once files beside it. GUI thread. All of it is in memory, loaded by open(); each change is
/// made in memory at once and posted to the database thread; the returned future finishes when it
/// is on disk (await it before a paid call). Another process on the same library shows up through
/// the changed signals within a second.
///
/// Folder: library.db, inputs/, bodies/, results/, practice/. Folders 0700, files 0600.
class Library : public QObject {
    Q_OBJECT
public:
    Library(QString folder, const Clock &clock, QObject *parent = nullptr);
    /// Flushes what is posted, with a time limit.
    ~Library() override;

    /// Makes the folder and schema where missing, migrates (after a back-up), loads. Blocks: the
    /// one wait of the program's start. A newer schema, a damaged file or no permission: Database or
    /// Disk, and nothing was changed.
    [[nodiscard]] Result<> open();
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &id() const { return m_id; } ///< random, made once
    [[nodiscard]] QString absolute(const QString &relative) const;
    /// A fresh relative path such as inputs/<uuid>.jsonl; its folder is there.
    [[nodiscard]] QString newPath(const QString &subfolder, const QString &suffix) const;

    // Reading: pointers are valid until the next change of the library.
    [[nodiscard]] QList<RunId> runIds() const; ///< oldest first, without deleted ones
    [[nodiscard]] const Run *run(RunId id) const;
    [[nodiscard]] std::vector<const Batch *> batches(RunId run) const; ///< not superseded, by firstRequest
    [[nodiscard]] const Batch *batch(BatchId id) const;
    [[nodiscard]] QList<BatchId> batchIds() const; ///< not superseded
    [[nodiscard]] QList<ConnectionId> connectionIds() const; ///< by name, built-in ones last
    [[nodiscard]] const Connection *connection(ConnectionId id) const;
    [[nodiscard]] const Connection *connectionByName(const QString &name) const;
    /// RUN of the command line: an id such as r7, or a name that fits one run only.
    [[nodiscard]] Result<RunId> findRun(const QString &idOrName) const;
    /// The earlier run that sent the same bytes with the same endpoint and parameters to the same
    /// connection and was created or may have been; or, with surelyNot, that surely was not.
    [[nodiscard]] std::optional<RunId> findSame(const Run &run, bool surelyNot = false) const;

    // Changing. add gives the id at once; the future says when it is durable.
    [[nodiscard]] RunId add(Run run, QFuture<Result<>> *stored = nullptr);
    [[nodiscard]] BatchId add(Batch batch, QFuture<Result<>> *stored = nullptr);
    [[nodiscard]] Result<ConnectionId> add(Connection connection); ///< BadInput: the name is taken
    QFuture<Result<>> save(const Run &run);
    QFuture<Result<>> save(const Batch &batch);
    [[nodiscard]] Result<> save(const Connection &connection);
    [[nodiscard]] Result<> remove(ConnectionId id); ///< BadInput while live batches use it
    QFuture<Result<>> wish(WishKind kind, RunId run);
    QFuture<Result<>> fulfil(qint64 wish); ///< takes it off the list
    [[nodiscard]] const QList<Wish> &wishes() const { return m_wishes; }

    // One process drives a connection at a time. A lease is renewed by itself while held.
    [[nodiscard]] QFuture<Result<bool>> takeLease(ConnectionId id); ///< true: ours now
    [[nodiscard]] bool holdsLease(ConnectionId id) const { return m_leases.contains(id); }
    QFuture<Result<>> giveUpLease(ConnectionId id);

Q_SIGNALS:
    /// Whatever changed, by us or by another program; at most one of each in a turn of the loop.
    void runsChanged(const QList<RunId> &ids);
    void batchesChanged(const QList<BatchId> &ids);
    void connectionsChanged();
    void wishesChanged();
    /// The database could not be written; what is in memory is retried. For a banner.
    void troubleChanged(const std::optional<Error> &error);

private:
    friend class LibraryLoader;
    QString m_folder;
    const Clock &m_clock;
    QString m_id;
    QList<Wish> m_wishes;
    QSet<ConnectionId> m_leases;
    struct Data;
    std::unique_ptr<Data> m_data;
    std::unique_ptr<DatabaseThread> m_database;
};
