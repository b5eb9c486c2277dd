// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

/// Rows by a 64-bit hash of their custom_id: open addressing, eight bytes a slot, at most three of
/// four slots used. Two ids may share a hash, so whoever looks up compares the id itself.
class IdTable {
public:
    static constexpr qint64 mostRows = 0xFFFF'FFFELL;

    /// Has room for this many rows and no more.
    explicit IdTable(qint64 rows);
    /// Rows with the same id are found in the order in which they came.
    void insert(QStringView id, qint64 row);
    /// The first row inserted under this hash for which isIt(row) holds, or -1.
    template <class F>
    [[nodiscard]] qint64 find(QStringView id, F &&isIt) const;

private:
    [[nodiscard]] static quint64 hash(QStringView id);
    std::vector<quint64> m_slots; ///< high half: that of the hash; low half: row + 1, 0: free
    size_t m_mask = 0;
};

template <class F>
qint64 IdTable::find(QStringView id, F &&isIt) const
{
    const quint64 key = hash(id);
    for (size_t i = static_cast<size_t>(key) & m_mask;; i = (i + 1) & m_mask) {
        const quint64 slot = m_slots[i];
        if (slot == 0)
            return -1;
        if ((slot >> 32) != (key >> 32))
            continue;
        const qint64 row = static_cast<qint64>(slot & 0xFFFF'FFFFU) - 1;
        if (isIt(row))
            return row;
    }
}
