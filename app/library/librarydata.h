// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/databasethread.h"
#include "library/leases.h"
#include "library/library.h"
#include "library/librarylink.h"
#include "library/librarylock.h"
#include "library/memory.h"
#include "library/opening.h"
#include "library/records.h"
#include "library/store.h"

#include <QList>
#include <QSet>
#include <QTimer>

#include <future>
#include <memory>

/// A folder for its owner alone. One that is there and holds something stays as it is.
[[nodiscard]] Result<> makeLibraryFolder(const QString &path);

/// Ids of one table that are ours to give out. At the end those left over are given back, so a
/// program alone on its library counts without gaps.
struct IdReserve {
    QString table;
    int wanted = 1; ///< how many to keep; grows when they do not last
    QList<qint64> ids;
    std::future<QList<qint64>> coming; ///< asked for and not here yet
    bool late = false; ///< they were waited for in vain: not once more for each row
};

/// The private parts of Library: its memory, and the posting of changes to the database thread.
struct Library::Data {
    explicit Data(Library &owner) : library(owner), lock(owner.folder()) {}

    /// A new row, which is in memory already. It is dropped again where it can never be stored.
    template <class T, class Id>
    QFuture<Result<>> insert(Held<T> &held, Id id);
    /// The row becomes after, in memory at once.
    template <class T, class Id>
    QFuture<Result<>> update(Held<T> &held, T after, Id id);
    /// A write has ended. Reads the row again where it may differ from what is stored.
    template <class T, class Id>
    void settle(Id id, bool readAgain);

    void received(Rows rows); ///< rows from the database, on the library's thread
    template <class Id>
    void changed(Id id); ///< announced at the end of this turn of the event loop
    void announceSoon();
    void announce();

    [[nodiscard]] qint64 takeId(IdReserve &reserve);
    void refill(IdReserve &reserve);
    [[nodiscard]] QList<qint64> takeUnused(IdReserve &reserve); ///< at the end

    Library &library;
    Memory memory;

    IdReserve runIds{.table = tableName<Run>(), .wanted = 4};
    IdReserve batchIds{.table = tableName<Batch>(), .wanted = 8};
    IdReserve connectionIds{.table = tableName<ConnectionRow>(), .wanted = 1};

    QSet<RunId> changedRuns;
    QSet<BatchId> changedBatches;
    bool changedConnections = false;
    bool changedWishes = false;
    bool announcing = false;

    LibraryLock lock;
    QList<LibraryNotice> notices;
    qsizetype news = 0;
    std::optional<Original> original;

    QTimer renewal;
    bool renewing = false;

    // Shared with the work on the database thread, which may outlive all of this.
    std::shared_ptr<Store> store;
    std::shared_ptr<Records> records;
    std::shared_ptr<LibraryLink> link;
    std::unique_ptr<DatabaseThread> database;
};
