// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

/// simdjson may read this many bytes behind the end of what it parses.
inline constexpr std::size_t linePadding = 64;

/// One line of JSONL without its line end, with linePadding readable bytes behind it. A view: the
/// buffer that it came from must outlive it. Only readers and PaddedBuffer make one.
struct PaddedLine {
    std::string_view bytes;
};

/// Owns a copy of some bytes with padding behind: the way to get a PaddedLine from loose bytes.
class PaddedBuffer {
public:
    explicit PaddedBuffer(std::string_view bytes)
        : m_data(new char[bytes.size() + linePadding]), m_size(bytes.size())
    {
        if (!bytes.empty())
            std::memcpy(m_data.get(), bytes.data(), bytes.size());
        std::memset(m_data.get() + m_size, 0, linePadding);
    }
    explicit PaddedBuffer(const QByteArray &bytes)
        : PaddedBuffer(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))
    {}
    [[nodiscard]] PaddedLine line() const { return {{m_data.get(), m_size}}; }

private:
    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
};
