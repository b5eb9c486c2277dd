// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/task.h"
#include "dialects/dialect.h"
#include "jobs/diskroom.h"
#include "net/diskfile.h"
#include "secrets/secrets.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

struct TakenIn;
class HttpClient;
class Library;
class PracticeLauncher;
class Profiles;
class Secrets;

/// What connection test found out.
struct ConnectionCheck {
    struct Item {
        QString what; ///< "reach", "key", "list"
        bool works = false;
        bool tried = true;
        QString words; ///< translated
    };
    QList<Item> items;
    [[nodiscard]] bool isGood() const;
};

/// Why nothing is asked of a provider for now.
struct ConnectionWait {
    QDateTime since; ///< not valid where the provider named a time
    QDateTime nextTry;
    QString words; ///< translated
    bool operator==(const ConnectionWait &) const = default;
};

/// Moves batches: the face of app/jobs to windows and commands. GUI thread.
///
/// Requests become wishes in the library; the process that holds a connection's lease carries them
/// out, which is this one where the lease can be had and the key can be read. Progress is seen in
/// the library's changes, never here. start() goes on with everything that is under way.
class Driver : public QObject {
    Q_OBJECT
public:
    struct Needs {
        Library &library;
        const Profiles &profiles;
        Secrets &secrets;
        HttpClient &http;
        PracticeLauncher &practice;
        const Clock &clock;
        QThreadPool &pool;
        FreeSpace freeSpace = freeSpaceAt; ///< on the disk of the library
    };
    explicit Driver(Needs needs, QObject *parent = nullptr);
    ~Driver() override;

    /// Goes on with all that is under way and follows the library from now on. drive only these
    /// connections where the list is not empty (a command drives what it was asked for).
    void start(QList<ConnectionId> only = {});
    /// Stops timers and cancels tasks; what is stored says how to go on. Gives leases up.
    void stop();
    /// Before a program ends: begins nothing more, and tells whether calls are under way that have
    /// to go to their end, because they change something at a provider.
    void finish();
    [[nodiscard]] bool isChanging() const;

    /// A person's wish to send a run. Makes its batch where it has none. The future finishes once
    /// the wish is stored. BadInput where the run has no connection or no requests. A run that is the
    /// same as an earlier one (Library::findSame) is Rejected with code "same_run" and the earlier
    /// run's id in field, unless run.again.
    [[nodiscard]] QFuture<Result<>> submit(RunId run);
    /// Only when a person said so, and only from state unknown, or where it cannot be told whether
    /// requests that were added are there: these are then added once more.
    [[nodiscard]] QFuture<Result<>> submitAgain(RunId run);
    /// NotSupported where the provider has no cancel; nothing to do for an ended run.
    [[nodiscard]] QFuture<Result<>> cancel(RunId run);
    [[nodiscard]] QFuture<Result<>> fetch(RunId run);
    [[nodiscard]] QFuture<Result<>> checkNow(RunId run);

    /// Starts a batch that was submitted with Run::hold, once it has all its requests. NotSupported
    /// where batches start by themselves; nothing to do for one that is started.
    [[nodiscard]] QFuture<Result<>> startHeld(RunId run);
    /// More requests for a run whose batch is not begun, there by a fresh look or not sent yet: they
    /// go behind those it has, and are checked together with them. The copy is taken over: it is
    /// gone afterwards, whatever comes. NotSupported where batches are made in one go; BadInput with
    /// a finding's kind as code and its first line where the whole has errors, Rejected with code
    /// "begun", OutcomeUnknown for a run in doubt: nothing was changed then.
    [[nodiscard]] QFuture<Result<>> add(RunId run, TakenIn more);
    /// One page of a batch's requests as the provider lists them. Needs no lease. NotSupported where
    /// it does not; BadInput for a run that is not there yet.
    [[nodiscard]] QFuture<Result<RequestPage>> requests(RunId run, const RequestQuery &query);

    /// One page of what is at the provider, ours and others'. A status is the provider's word or
    /// one of our state names; a page may then hold less than was asked for, and still not be the
    /// last. Needs no lease. NotSupported where the provider has no list.
    [[nodiscard]] QFuture<Result<ListPage>> list(ConnectionId connection, const ListQuery &query);
    /// Follows a batch that was made elsewhere, as a new run, with its input where it is at hand (on
    /// an error that copy is the caller's to remove). NotFound where the provider does not know it;
    /// Rejected with code "same_run" and the run in field where one of ours follows it already.
    [[nodiscard]] QFuture<Result<RunId>> adopt(ConnectionId connection, const QString &remoteId,
                                               std::optional<TakenIn> input);

    /// Tries reach, key and list with a connection that need not be saved yet.
    [[nodiscard]] QFuture<Result<ConnectionCheck>> test(const Connection &connection,
                                                        SecretBytes key, bool useStoredKey);

    /// A key was put in or replaced: what was paused for it goes on.
    void keyChanged(ConnectionId connection);
    /// Paused because the key was not accepted or cannot be read; the error says why.
    [[nodiscard]] std::optional<Error> connectionTrouble(ConnectionId connection) const;
    /// The provider does not answer, or asked for patience; it is tried again by itself.
    [[nodiscard]] std::optional<ConnectionWait> connectionWait(ConnectionId connection) const;
    /// The network is back, or another one: what waits for the provider is tried soon.
    void networkCame();
    /// Bytes sent or received of the step under way, 0 to 1; nothing where none is.
    [[nodiscard]] std::optional<double> transferProgress(BatchId batch) const;
    /// True while a step of this batch is under way here.
    [[nodiscard]] bool isBusy(BatchId batch) const;

Q_SIGNALS:
    /// Of trouble or wait; of a wait only its beginning, its reason and its end.
    void connectionTroubleChanged(ConnectionId connection);
    void transferProgressed(const QList<BatchId> &ids);
    /// A run reached its end with its results here (once a run, also after a restart at most once).
    void runsEnded(const QList<RunId> &ids);

private:
    void takeBatches(const QList<BatchId> &ids);

    struct Data;
    std::unique_ptr<Data> m_data;
};
