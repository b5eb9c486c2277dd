// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

/// Strong integer types, so that a row number can never be taken for a byte offset or one id for
/// another. Zero is "none" for database ids.
template <class Tag, char Prefix>
struct Id {
    qint64 value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    /// What users see and type: a letter and a number, such as r12.
    [[nodiscard]] QString toString() const { return QLatin1Char(Prefix) + QString::number(value); }
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        if (text.size() < 2 || text.front() != QLatin1Char(Prefix))
            return std::nullopt;
        bool ok = false;
        const qint64 value = text.mid(1).toLongLong(&ok);
        return ok && value > 0 ? std::optional(Id{value}) : std::nullopt;
    }
    auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using RunId = Id<struct RunTag, 'r'>;
using BatchId = Id<struct BatchTag, 'b'>;
using ConnectionId = Id<struct ConnectionTag, 'c'>;
Q_DECLARE_METATYPE(RunId)
Q_DECLARE_METATYPE(BatchId)
Q_DECLARE_METATYPE(ConnectionId)

/// A line of a request file, or a request of a run, from 0. People see it from 1.
struct LineNo {
    qint64 value = 0;
    auto operator<=>(const LineNo &) const = default;
};

/// A position in a file, in bytes.
struct ByteOffset {
    qint64 value = 0;
    auto operator<=>(const ByteOffset &) const = default;
};
