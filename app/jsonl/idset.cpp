// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/idset.h"

#include <QHashFunctions>

#include <utility>

namespace {

constexpr std::size_t firstSize = 1024;

} // namespace

quint32 IdSet::hashOf(std::string_view id)
{
    // Any seed will do; equality does not depend on it.
    const quint64 hash = qHashBits(id.data(), id.size(), 0x5bd1e995);
    return static_cast<quint32>((hash * 0x9e3779b97f4a7c15) >> 32);
}

IdSet::IdSet(IsSame isSame) : m_isSame(std::move(isSame)), m_slots(firstSize) {}

std::optional<qint64> IdSet::insert(quint32 hash, std::string_view id, qint64 row)
{
    if (m_size * 5 > m_slots.size() * 3)
        grow();
    std::size_t at = place(hash);
    while (m_slots[at].row != emptyRow) {
        if (m_slots[at].hash == hash && m_isSame(m_slots[at].row, id))
            return m_slots[at].row;
        at = at + 1 == m_slots.size() ? 0 : at + 1;
    }
    m_slots[at] = {.hash = hash, .row = static_cast<quint32>(row)};
    ++m_size;
    return std::nullopt;
}

void IdSet::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.row == emptyRow)
            continue;
        std::size_t at = place(slot.hash);
        while (m_slots[at].row != emptyRow)
            at = at + 1 == m_slots.size() ? 0 : at + 1;
        m_slots[at] = slot;
    }
}
