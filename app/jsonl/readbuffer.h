// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"

#include <cstddef>
#include <cstring>
#include <memory>

/// Room for bytes that are read, with linePadding behind them. Used again and again, and never filled
/// before: that costs as much as reading. The memory of what was uncommonly large is given back.
class ReadBuffer {
public:
    /// For so many bytes; what was there before is gone.
    [[nodiscard]] char *room(std::size_t size)
    {
        if (!m_bytes || size > m_size || m_size > 4 * size + usual) {
            m_size = size + size / 8; // the next one is about as large
            m_bytes = std::make_unique_for_overwrite<char[]>(m_size + linePadding);
        }
        std::memset(m_bytes.get() + size, 0, linePadding);
        return m_bytes.get();
    }

private:
    static constexpr std::size_t usual = std::size_t(4) << 20;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};
