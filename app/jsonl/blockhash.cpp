// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/blockhash.h"

#include <system_error>

namespace {

/// Below this a thread costs more than it saves.
constexpr std::size_t smallBlock = 64 << 10;

} // namespace

void BlockHash::add(std::string_view bytes)
{
    wait();
    if (bytes.size() >= smallBlock) {
        try {
            m_running = std::async(std::launch::async, [this, bytes] { m_hash.add(bytes); });
            return;
        } catch (const std::system_error &) {
            // No more threads to be had: here, then.
        }
    }
    m_hash.add(bytes);
}

void BlockHash::wait()
{
    if (m_running.valid())
        m_running.get();
}

QByteArray BlockHash::result()
{
    wait();
    return m_hash.result();
}
