// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/idtable.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace {

constexpr std::size_t fewestSlots = 64;

/// At most three of five slots are used.
bool isFull(std::size_t used, std::size_t slotCount)
{
    return used * 5 >= slotCount * 3;
}

} // namespace

IdHash hashOfId(std::string_view id)
{
    const size_t seed = QHashSeed::globalSeed();
    const auto spread = [](quint64 hash) { return hash * 0x9e3779b97f4a7c15; };
    return {.place = static_cast<quint32>(spread(qHashBits(id.data(), id.size(), seed)) >> 32),
            .proof = qHashBits(id.data(), id.size(), ~seed)};
}

std::string idBytes(QStringView id)
{
    if (id.isValidUtf16()) {
        const QByteArray utf8 = id.toUtf8();
        return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
    }
    std::string bytes;
    for (qsizetype i = 0; i < id.size(); ++i) {
        const bool isPair
            = i + 1 < id.size() && id[i].isHighSurrogate() && id[i + 1].isLowSurrogate();
        if (id[i].isSurrogate() && !isPair) {
            const int unit = id[i].unicode();
            for (const int byte :
                 {0xE0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3F), 0x80 | (unit & 0x3F)})
                bytes += static_cast<char>(byte);
            continue;
        }
        bytes += id.sliced(i, isPair ? 2 : 1).toUtf8().toStdString();
        i += isPair ? 1 : 0;
    }
    return bytes;
}

IdTable::IdTable(qint64 rows)
    : m_slots(std::max(fewestSlots, static_cast<std::size_t>(rows) * 5 / 3 + 1))
{
    m_proofs.reserve(static_cast<std::size_t>(rows));
}

std::size_t IdTable::slotOf(IdHash id) const
{
    std::size_t at = firstSlot(id.place);
    while (m_slots[at].row != emptyRow
           && (m_slots[at].hash != id.place || m_proofs[m_slots[at].row] != id.proof))
        at = at + 1 == m_slots.size() ? 0 : at + 1;
    return at;
}

qint64 IdTable::insert(IdHash id, qint64 row)
{
    Q_ASSERT(row >= 0 && row < mostRows);
    if (isFull(m_used, m_slots.size()))
        grow();
    Slot &slot = m_slots[slotOf(id)];
    if (slot.row != emptyRow)
        return slot.row;
    slot = {.hash = id.place, .row = static_cast<quint32>(row)};
    m_proofs.resize(static_cast<std::size_t>(row) + 1);
    m_proofs.back() = id.proof;
    ++m_used;
    return row;
}

qint64 IdTable::find(IdHash id) const
{
    const Slot &slot = m_slots[slotOf(id)];
    return slot.row == emptyRow ? -1 : qint64(slot.row);
}

void IdTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.row == emptyRow)
            continue;
        std::size_t at = firstSlot(slot.hash);
        while (m_slots[at].row != emptyRow)
            at = at + 1 == m_slots.size() ? 0 : at + 1;
        m_slots[at] = slot;
    }
}
