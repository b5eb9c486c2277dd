// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/clock.h"
#include "core/connection.h"
#include "core/observation.h"
#include "core/result.h"
#include "core/run.h"
#include "library/notice.h"
#include "library/original.h"
#include "library/wish.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

/// The runs, batches and connections of one user: SQLite (WAL, synchronous=FULL) in a folder, with
/// write-once files beside it. GUI thread. All of it is in memory, loaded by open(); each change is
/// made in memory at once and posted to the database thread; the returned future finishes when it
/// is on disk (await it before a paid call). Another process on the same library shows up through
/// the changed signals within a second.
///
/// Two processes that change the same thing: of a run or a connection each field is its last
/// writer's. A batch is written as a whole, by the process that holds its connection's lease; a
/// process that has lost the lease without knowing gets a Database error with code "stale", and
/// what it has in memory becomes what is stored. Anybody may add a batch and change a draft.
///
/// Folder: library.db, records/, inputs/, bodies/, results/, practice/. Folders 0700, files 0600.
/// records/ holds a small file for each row, with which a damaged or lost library.db is made again
/// (library/records.h); observations alone are lost with it.
class Library : public QObject {
    Q_OBJECT
public:
    Library(QString folder, const Clock &clock, QObject *parent = nullptr);
    /// Gives up the leases and flushes what is posted, with a time limit.
    ~Library() override;

    /// Makes the folder and schema where missing, migrates (after a back-up), makes a built-in
    /// connection for each of the profiles named, loads. Blocks: the one wait of the program's
    /// start. A newer schema or no permission: Database or Disk, and nothing was changed. A database
    /// that is damaged, gone, or older than the records is kept (never deleted) and made again or
    /// completed from them; notices() tells it.
    [[nodiscard]] Result<> open(const QStringList &builtIns = {QStringLiteral("practice-files"),
                                                               QStringLiteral("practice-inline"),
                                                               QStringLiteral("practice-rawjsonl"),
                                                               QStringLiteral("practice-staged")});
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &id() const { return m_id; } ///< random, made once
    /// "window" or "batchctl": stored with each wish, and with each state that a batch comes to here.
    void setProgram(const QString &program) { m_program = program; }
    [[nodiscard]] const QString &program() const { return m_program; }
    [[nodiscard]] QString absolute(const QString &relative) const;
    /// A fresh relative path such as inputs/<uuid>.jsonl; its folder is there.
    [[nodiscard]] QString newPath(const QString &subfolder, const QString &suffix) const;

    // Reading: pointers are valid until the next change of the library.
    [[nodiscard]] QList<RunId> runIds() const; ///< oldest first, without deleted ones
    [[nodiscard]] const Run *run(RunId id) const;
    [[nodiscard]] std::vector<const Batch *> batches(
        RunId run) const; ///< not superseded, by firstRequest
    [[nodiscard]] const Batch *batch(BatchId id) const;
    [[nodiscard]] QList<BatchId> batchIds() const; ///< not superseded
    [[nodiscard]] QList<ConnectionId> connectionIds() const; ///< by name, built-in ones last
    [[nodiscard]] const Connection *connection(
        ConnectionId id) const; ///< also one that was removed
    [[nodiscard]] const Connection *connectionByName(const QString &name) const;
    /// RUN of the command line: an id such as r7, or a name that fits one run only.
    [[nodiscard]] Result<RunId> findRun(const QString &idOrName) const;
    /// The newest other run with the same bytes, endpoint, window and metadata for the same
    /// connection (held or not: nothing of that is sent) that was created or may have been.
    [[nodiscard]] std::optional<RunId> findSame(const Run &run) const;
    /// As findSame, of those that surely were not created and do not lie in the bin.
    [[nodiscard]] std::optional<RunId> findNotCreated(const Run &run) const;

    /// How the run's batches came along, whichever program looked: in the order of time, a few
    /// hundred of each at most. Not in memory: read from the database, after all that was posted
    /// before. Kept with the batches and taken from their saves (library/observations.h).
    [[nodiscard]] QFuture<Result<QList<Observation>>> observations(RunId run) const;

    // Changing. add gives the id at once; the future says when it is durable. Ids are reserved
    // ahead in the background; where many are wanted at once add waits for some more, for half a
    // second at most.
    [[nodiscard]] RunId add(Run run, QFuture<Result<>> *stored = nullptr);
    [[nodiscard]] BatchId add(Batch batch, QFuture<Result<>> *stored = nullptr);
    [[nodiscard]] Result<ConnectionId> add(Connection connection); ///< BadInput: the name is taken
    QFuture<Result<>> save(const Run &run);
    QFuture<Result<>> save(const Batch &batch);
    [[nodiscard]] Result<> save(const Connection &connection);
    [[nodiscard]] Result<> remove(
        ConnectionId id); ///< BadInput while batches that are not over use it
    /// Takes a removal back. BadInput: it is not removed, or its name was taken meanwhile.
    [[nodiscard]] Result<> restore(ConnectionId id);
    QFuture<Result<>> wish(WishKind kind, RunId run); ///< seen in wishes() once it is stored
    QFuture<Result<>> fulfil(qint64 wish); ///< takes it off the list
    [[nodiscard]] const QList<Wish> &wishes() const;
    /// Finishes when all that was posted before is on disk: for a command that is about to end.
    [[nodiscard]] QFuture<Result<>> flushed();

    // One process drives a connection at a time. A lease is renewed by itself while held. Once it
    // is ours, memory holds what other programs wrote of its batches.
    [[nodiscard]] QFuture<Result<bool>> takeLease(ConnectionId id); ///< true: ours now
    [[nodiscard]] bool holdsLease(ConnectionId id) const { return m_leases.contains(id); }
    QFuture<Result<>> giveUpLease(ConnectionId id);

    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// What happened to the library and was not dismissed yet, the oldest first.
    [[nodiscard]] const QList<LibraryNotice> &notices() const;
    [[nodiscard]] QList<LibraryNotice> news() const; ///< those of them that open() has found
    void dismissNotices();
    /// Where this is a copy of another library: no lease and no wish is to be had here, until
    /// takeOver() says that the original is no longer used. That gives this one the id of the
    /// original and makes unknown what the original may have sent; then open the library anew.
    [[nodiscard]] const std::optional<Original> &original() const;
    [[nodiscard]] QFuture<Result<LibraryNotice>> takeOver();

Q_SIGNALS:
    /// Whatever changed, by us or by another program; at most one of each in a turn of the loop.
    void runsChanged(const QList<RunId> &ids);
    void batchesChanged(const QList<BatchId> &ids);
    void connectionsChanged();
    void wishesChanged();
    /// The database could not be written; what is in memory is retried. For a banner.
    void troubleChanged(const std::optional<Error> &error);
    /// We were stopped for so long (a suspended process) that another program took it over.
    void leaseLost(ConnectionId id);

private:
    struct Data;
    [[nodiscard]] Result<> openAs(struct OpenHow how);
    [[nodiscard]] Result<> openPatiently(const struct OpenHow &how);
    [[nodiscard]] Result<> openDamaged(struct OpenHow how, const Error &damage);
    [[nodiscard]] bool isDamaged(const Error &error) const;
    void renewLeases();
    void close(std::chrono::milliseconds limit);

    QString m_folder;
    const Clock &m_clock;
    QString m_id;
    QString m_program;
    QSet<ConnectionId> m_leases;
    std::optional<Error> m_trouble;
    std::unique_ptr<Data> m_data;
};
