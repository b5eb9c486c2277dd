// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/connection.h"
#include "core/run.h"

#include <QVariant>

#include <optional>
#include <span>

/// A connection as it is stored: runs keep naming one that was removed.
struct ConnectionRow {
    Connection connection;
    bool removed = false;
    bool operator==(const ConnectionRow &) const = default;
};

/// One column of a table: its name, and both directions between a field and its stored form. A new
/// field is one line in rows.cpp and one in a migration.
template <class T>
struct Column {
    const char *name;
    QVariant (*store)(const T &row);
    void (*load)(T &row, const QVariant &value);
};

/// All columns but version and writer, id first.
template <class T>
[[nodiscard]] std::span<const Column<T>> columns();
template <>
std::span<const Column<Run>> columns<Run>();
template <>
std::span<const Column<Batch>>
columns<Batch>(); ///< without history and resultFiles: tables of their own
template <>
std::span<const Column<ConnectionRow>> columns<ConnectionRow>();

template <class T>
[[nodiscard]] QString tableName();
template <>
QString tableName<Run>();
template <>
QString tableName<Batch>();
template <>
QString tableName<ConnectionRow>();

// Times are stored in milliseconds, a time that is not known as NULL.
[[nodiscard]] QVariant storedTime(const QDateTime &time);
[[nodiscard]] QDateTime loadedTime(const QVariant &value);
/// NULL: not known.
[[nodiscard]] QVariant storedNumber(const std::optional<qint64> &number);
[[nodiscard]] std::optional<qint64> loadedNumber(const QVariant &value);
/// Never NULL, also for a null string or array.
[[nodiscard]] QVariant storedText(const QString &text);
[[nodiscard]] QVariant storedBytes(const QByteArray &bytes);
