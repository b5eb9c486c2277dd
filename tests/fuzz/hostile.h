// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

/// Input that nobody means well with, the same on every run: a fixed list, no chance in it.
namespace hostile {

struct Named {
    QByteArray name;
    QByteArray bytes;
};

/// Values of JSON that a field does not expect: wrong types, huge, deep, empty, evil texts.
[[nodiscard]] const QList<Named> &values();

/// Lines (none holds a line feed) that are no good request and no good result: broken JSON, broken
/// UTF-8, very deep, very long.
[[nodiscard]] const QList<Named> &lines();

/// Whole bodies of answers that are not what was asked for: pages, other formats, nothing.
[[nodiscard]] const QList<Named> &pages();

/// Every value of good JSON, one after the other, replaced by each of values(), left out, and (of
/// members) doubled.
[[nodiscard]] QList<Named> variants(const QByteArray &good);

} // namespace hostile
