// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/store.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// A record is a small JSON file with what is needed to make a row of the library again when the
/// database is lost: records/c3.json, r7.json, b12.json. Its last field is a digest of the others.
/// Never a key: a connection names at most an environment variable.

/// What a record of a batch holds; run and connection as they were then, in case theirs are lost.
struct BatchRecord {
    Stored<Batch> batch;
    std::optional<Stored<Run>> run;
    std::optional<Stored<ConnectionRow>> connection;
};

/// What records/library.json holds.
struct LibraryRecord {
    QString id;
    int form = 0; ///< of the database: PRAGMA user_version
    bool operator==(const LibraryRecord &) const = default;
};

[[nodiscard]] QByteArray recordOf(const Stored<ConnectionRow> &connection);
[[nodiscard]] QByteArray recordOf(const Stored<Run> &run);
[[nodiscard]] QByteArray recordOf(const BatchRecord &batch);
[[nodiscard]] QByteArray recordOf(const LibraryRecord &library);

// Database: it is no record of that kind, or was changed since it was written.
[[nodiscard]] Result<Stored<ConnectionRow>> connectionFromRecord(const QByteArray &bytes);
[[nodiscard]] Result<Stored<Run>> runFromRecord(const QByteArray &bytes);
[[nodiscard]] Result<BatchRecord> batchFromRecord(const QByteArray &bytes);
[[nodiscard]] Result<LibraryRecord> libraryFromRecord(const QByteArray &bytes);

/// False for a change that the provider tells again, or that nobody would miss: counts on the way,
/// times of looks, words about a passing trouble. A new column is worth it unless named there.
template <class T>
[[nodiscard]] bool isWorthRecording(const T &before, const T &after);
template <>
bool isWorthRecording<Run>(const Run &before, const Run &after);
template <>
bool isWorthRecording<Batch>(const Batch &before, const Batch &after);
template <>
bool isWorthRecording<ConnectionRow>(const ConnectionRow &before, const ConnectionRow &after);

/// What is about to be paid for: this must be in the record first, as in the database.
[[nodiscard]] bool isBeforePaying(const Batch &batch);
