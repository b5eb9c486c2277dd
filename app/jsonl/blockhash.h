// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"

#include <future>
#include <string_view>

/// SHA-256 of bytes that pass by in blocks, each hashed beside the caller's own work on it.
class BlockHash {
public:
    ~BlockHash() { wait(); }
    /// The bytes must hold until wait() returns.
    void add(std::string_view bytes);
    void wait();
    [[nodiscard]] QByteArray result();

private:
    Sha256 m_hash;
    std::future<void> m_running;
};
