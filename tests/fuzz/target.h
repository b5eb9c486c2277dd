// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// One fuzz target: looks at any bytes and ends the program where a promise does not hold. libFuzzer
/// calls it in the preset fuzz, replay.cpp in all others.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// A promise of the code under test. Ends the program where it is broken: that is a finding.
inline void demand(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// Takes an input apart: a few bytes that choose, then the bytes that are looked at.
class Input {
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), size)
    {}

    /// The next byte, modulo count; 0 where there is none.
    [[nodiscard]] unsigned choice(unsigned count)
    {
        if (m_rest.empty())
            return 0;
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return byte % count;
    }
    /// What stands before the next line feed, which is taken too.
    [[nodiscard]] QByteArray line()
    {
        const std::size_t end = m_rest.find('\n');
        const std::string_view taken = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        return {taken.data(), static_cast<qsizetype>(taken.size())};
    }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] QByteArray bytes() const
    {
        return {m_rest.data(), static_cast<qsizetype>(m_rest.size())};
    }

private:
    std::string_view m_rest;
};
