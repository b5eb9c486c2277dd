// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVariant>

/// A number that follows from values as SQLite gives them: text, bytes, whole numbers, nothing. The
/// same on every computer and in every version: it is stored. FNV-1a with 64 bits; it tells faults
/// of a disk, not the work of an enemy.
class Fingerprint {
public:
    void add(const QVariant &value);
    [[nodiscard]] qint64 value() const { return m_state == 0 ? 1 : qint64(m_state); } ///< never 0

private:
    void add(char type, const void *bytes, qsizetype size);
    quint64 m_state = 14695981039346656037ULL;
};
