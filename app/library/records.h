// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/record.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

/// The folder of records of a library (library/record.h). Used on the database thread only.
///
/// A row is in its record once it is on disk in the database, and before anybody is told that it
/// is: so a record never knows more than the database did, and never less than what was paid for.
class Records {
public:
    explicit Records(QString folder) : m_folder(std::move(folder)) {}

    // To be written by the next writeNoted(); a later one of the same row takes its place.
    void note(const Stored<ConnectionRow> &connection);
    void note(const Stored<Run> &run);
    void note(const BatchRecord &batch);
    void note(const LibraryRecord &library);
    [[nodiscard]] bool isAllWritten() const { return m_noted.isEmpty(); }
    /// Each in full: temporary file, sync, rename; and the folder, where one is about to be paid
    /// for: a name that is lost when the power goes matters only if the database is lost, too. What
    /// could not be written stays noted.
    [[nodiscard]] Result<> writeNoted();

    /// Ids of the rows of one kind ('c', 'r' or 'b') that have a record, in order.
    [[nodiscard]] QList<qint64> ids(char kind) const;
    [[nodiscard]] Result<Stored<ConnectionRow>> connection(ConnectionId id) const;
    [[nodiscard]] Result<Stored<Run>> run(RunId id) const;
    [[nodiscard]] Result<BatchRecord> batch(BatchId id) const;
    [[nodiscard]] Result<LibraryRecord> library() const; ///< code "missing": there is none
    [[nodiscard]] bool isEmpty() const; ///< no record of any row

    /// Takes what a killed program left half written away. Only while nobody else writes.
    void sweep() const;
    /// Takes a record that cannot be read out of the way, under another name.
    void setAside(const QString &name) const;
    /// Puts all of it away under another name: it is of another library.
    [[nodiscard]] Result<QString> putAway() const;

private:
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;
    [[nodiscard]] Result<> writeSome();

    QString m_folder;
    QMap<QString, QByteArray> m_noted; ///< by name of the file
    bool m_isUrgent = false; ///< something was noted that is about to be paid for
};
