// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <string_view>

/// Changes of raw JSON that leave every byte alone that is not meant. What is given must be valid
/// JSON; no padding is needed.
namespace rawedit {

/// A text as a JSON string with its quotes: UTF-8, escapes only where JSON asks for them and for
/// halves of surrogate pairs.
[[nodiscard]] QByteArray quoted(const QString &text);

/// The object with this raw value for key: in the place of the old one (the last, where the key
/// comes twice), else behind all others.
[[nodiscard]] QByteArray withMember(const QByteArray &object, std::string_view key,
                                    const QByteArray &value);

/// The object without any member of that name.
[[nodiscard]] QByteArray withoutMember(QByteArray object, std::string_view key);

/// Raw values as an array.
[[nodiscard]] QByteArray array(const QList<QByteArray> &elements);

/// A line of a run's input with another custom_id.
[[nodiscard]] QByteArray withCustomId(const QByteArray &line, const QString &id);

} // namespace rawedit
