// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>
#include <QtTypes>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// 96 bits that stand for a custom_id: two hashes with seeds of this process. Among a million
/// requests and a million results the chance that two different ids look the same is 1 in 10^17, and
/// nobody can prepare such ids; so ids are compared by this, without reading them again.
struct IdHash {
    quint32 place = 0;
    quint64 proof = 0;
    bool operator==(const IdHash &) const = default;
};

/// Of the decoded id as bytes: UTF-8, with a lone surrogate as its own three bytes (decodedJson).
[[nodiscard]] IdHash hashOfId(std::string_view id);
/// Those bytes of an id that was decoded to UTF-16.
[[nodiscard]] std::string idBytes(QStringView id);

/// Rows by their custom_id: open addressing, eight bytes a slot of which at most three in five are
/// used, and eight a row. Grows as it fills.
class IdTable {
public:
    static constexpr qint64 mostRows = 0xFFFF'FFFELL;

    IdTable() : IdTable(0) {}
    /// With room for so many rows from the start.
    explicit IdTable(qint64 rows);
    /// The row that has this id: an earlier one, or else this one from now on. Rows come in
    /// increasing order.
    qint64 insert(IdHash id, qint64 row);
    /// -1: none has it.
    [[nodiscard]] qint64 find(IdHash id) const;
    /// It is looked for soon: where it would be is on its way from memory then.
    void prepare(IdHash id) const { __builtin_prefetch(&m_slots[firstSlot(id.place)]); }

private:
    struct Slot {
        quint32 hash = 0;
        quint32 row = emptyRow;
    };
    static constexpr quint32 emptyRow = 0xFFFF'FFFFU;
    /// Where the id is, or the free slot where it would be.
    [[nodiscard]] std::size_t slotOf(IdHash id) const;
    [[nodiscard]] std::size_t firstSlot(quint32 hash) const
    {
        return (std::size_t{hash} * m_slots.size()) >> 32;
    }
    void grow();

    std::vector<Slot> m_slots;
    std::vector<quint64> m_proofs; ///< by row
    std::size_t m_used = 0;
};
