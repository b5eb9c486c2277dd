// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/rows.h"
#include "library/store.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <map>
#include <optional>
#include <vector>

/// A row in memory, with what is known of its stored form.
template <class T>
struct Held {
    T value;
    qint64 version = 0; ///< of the write it was read from; 0: added here
    int pending = 0; ///< writes of ours that are not on disk yet
    bool readAgain = false; ///< another program's row came, or ours was refused, while ours waited
};

/// All rows of a library in memory, and the questions about them. No database, no thread: a value
/// that Library keeps. Rows keep their address as long as they are there.
class Memory {
public:
    std::map<RunId, Held<Run>> runs;
    std::map<BatchId, Held<Batch>> batches;
    std::map<ConnectionId, Held<ConnectionRow>> connections;
    QList<Wish> wishes;
    QSet<qint64> fulfilling; ///< wishes taken off here whose row may still be read

    [[nodiscard]] QList<RunId> runIds() const; ///< oldest first, without deleted ones
    [[nodiscard]] const Run *run(RunId id) const;
    [[nodiscard]] std::vector<const Batch *> batchesOf(RunId run) const;
    [[nodiscard]] const Batch *batch(BatchId id) const;
    [[nodiscard]] QList<BatchId> batchIds() const;
    [[nodiscard]] QList<ConnectionId> connectionIds() const;
    [[nodiscard]] const Connection *connection(ConnectionId id) const;
    [[nodiscard]] const Connection *connectionByName(const QString &name) const;
    [[nodiscard]] Result<RunId> findRun(const QString &idOrName) const;
    [[nodiscard]] std::optional<RunId> findSame(const Run &run) const;
    [[nodiscard]] std::optional<RunId> findNotCreated(const Run &run) const;
    /// BadInput where another connection has the name, or there is none.
    [[nodiscard]] Result<> checkName(const Connection &connection) const;
    /// BadInput for a built-in connection, and while batches that are not over use it.
    [[nodiscard]] Result<> checkRemoval(ConnectionId id) const;

    Held<Batch> &put(const Batch &batch); ///< a new one
    void drop(BatchId id); ///< one that could not be stored
    /// What came from the database. Rows that wait to be written here stay as they are and are read
    /// again later. Gives the ids of what changed.
    struct Changed {
        QList<RunId> runs;
        QList<BatchId> batches;
        bool connections = false;
        bool wishes = false;
    };
    [[nodiscard]] Changed take(Rows rows);

private:
    /// The newest that is the same as this one, and fits.
    [[nodiscard]] std::optional<RunId> findLike(const Run &run, auto &&fits) const;
    [[nodiscard]] bool mayHaveBeenSent(RunId run) const;

    QHash<RunId, QList<BatchId>> m_batchesOf; ///< superseded ones too
};
