// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// Finds ids that repeat among millions of rows in flat memory: 8 bytes a slot hold half a hash and
/// the row; the ids themselves stay in the file, and equality is asked for where hashes meet.
class IdSet {
public:
    /// Is the id of this earlier row the same text?
    using IsSame = std::function<bool(qint64 row, std::string_view id)>;
    explicit IdSet(IsSame isSame);

    /// The row that has this id already; else none, and row has it from now on.
    [[nodiscard]] std::optional<qint64> insert(std::string_view id, qint64 row)
    {
        return insert(hashOf(id), id, row);
    }
    /// The same with a hash that was made before, on another thread.
    [[nodiscard]] std::optional<qint64> insert(quint32 hash, std::string_view id, qint64 row);
    [[nodiscard]] static quint32 hashOf(std::string_view id);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    struct Slot {
        quint32 hash = 0;
        quint32 row = emptyRow;
    };
    static constexpr quint32 emptyRow = 0xFFFFFFFF;
    void grow();
    [[nodiscard]] std::size_t place(quint32 hash) const
    {
        return (std::size_t{hash} * m_slots.size()) >> 32;
    }

    IsSame m_isSame;
    std::vector<Slot> m_slots;
    std::size_t m_size = 0;
};
