// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

/// A connection's budget for questions: some at once, and then one after another. Whoever takes a
/// turn has it, also when it is later: so many batches that are due at one moment neither burst nor
/// push each other back for ever. A value; times are steady ones.
class CallPace {
public:
    /// Turns that may be taken at once after a quiet time.
    static constexpr int burst = 20;

    /// The wait until the turn that is taken by this call.
    [[nodiscard]] std::chrono::milliseconds takeTurn(std::chrono::milliseconds now,
                                                     std::chrono::milliseconds interval)
    {
        m_next = std::max(m_next, now - interval * (burst - 1));
        const std::chrono::milliseconds wait = std::max(m_next - now, std::chrono::milliseconds(0));
        m_next += interval;
        return wait;
    }
    void reset() { m_next = std::chrono::milliseconds::min() / 2; }

private:
    std::chrono::milliseconds m_next = std::chrono::milliseconds::min() / 2;
};
