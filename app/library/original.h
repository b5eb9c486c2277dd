// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "library/place.h"

#include <QDateTime>
#include <QString>

#include <optional>

class QSqlDatabase;
class Store;

/// The library that this one is a copy of. As long as nobody has said that the original is no longer
/// used, a copy drives nothing: its batches would be submitted, added to and asked for twice.
struct Original {
    QString id; ///< the copy has one of its own, and so entries of its own in the keychain
    QString path; ///< of its database; empty: not known
    QString host;
    QDateTime noticed;

    bool operator==(const Original &) const = default;
};

[[nodiscard]] Result<std::optional<Original>> originalOf(const QSqlDatabase &database);
/// Compares where the library lies with where it lay, and stores the new place. A copy gets a new
/// id and loses leases and wishes. In a writing transaction, with nobody else on the library.
[[nodiscard]] Result<Passage> arrive(const QSqlDatabase &database, Store &store, const Place &here);
/// The original is gone, and this takes its place: its id, and nothing in the way of driving.
[[nodiscard]] Result<> takePlaceOf(const QSqlDatabase &database, const Original &original);

/// Database, with code "copied".
[[nodiscard]] Error copiedError(const Original &original);
/// "/home/me/batchdesk/library.db on host"
[[nodiscard]] QString originalName(const Original &original);
