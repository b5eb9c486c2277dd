// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/idtable.h"

#include <QHashFunctions>

#include <bit>

namespace {

size_t capacityFor(qint64 rows)
{
    const size_t wanted = static_cast<size_t>(rows) + static_cast<size_t>(rows) / 3 + 2;
    return std::bit_ceil(wanted);
}

} // namespace

IdTable::IdTable(qint64 rows) : m_slots(capacityFor(rows)), m_mask(m_slots.size() - 1) {}

quint64 IdTable::hash(QStringView id)
{
    // Seeded anew in each process: nobody can prepare ids that all collide.
    return qHash(id, QHashSeed::globalSeed());
}

void IdTable::insert(QStringView id, qint64 row)
{
    Q_ASSERT(row >= 0 && row < mostRows);
    const quint64 key = hash(id);
    size_t i = static_cast<size_t>(key) & m_mask;
    while (m_slots[i] != 0)
        i = (i + 1) & m_mask;
    m_slots[i] = (key & 0xFFFF'FFFF'0000'0000U) | static_cast<quint64>(row + 1);
}
