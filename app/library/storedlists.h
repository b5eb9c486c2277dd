// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/error.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <utility>

// Fields of several parts that nobody searches by, as JSON: both directions, for the columns of rows.cpp.

[[nodiscard]] QVariant toStored(const QStringList &texts);
[[nodiscard]] QVariant toStored(const QMap<QString, QString> &settings);
/// [["key","raw JSON"],...]: raw JSON stays the bytes it was, inside a string.
[[nodiscard]] QVariant toStored(const QList<std::pair<QString, QByteArray>> &metadata);
[[nodiscard]] QVariant toStored(const QList<BatchFault> &faults);
/// NULL: there is none.
[[nodiscard]] QVariant toStored(const std::optional<Error> &error);

void fromStored(const QVariant &value, QStringList &texts);
void fromStored(const QVariant &value, QMap<QString, QString> &settings);
void fromStored(const QVariant &value, QList<std::pair<QString, QByteArray>> &metadata);
void fromStored(const QVariant &value, QList<BatchFault> &faults);
void fromStored(const QVariant &value, std::optional<Error> &error);
