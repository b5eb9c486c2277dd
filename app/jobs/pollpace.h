// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

/// What the wait until the next poll depends on.
struct PollNews {
    std::chrono::milliseconds last{0}; ///< the wait before; 0: none yet
    std::chrono::milliseconds age{0}; ///< since we follow the batch
    bool changed = false; ///< the last answer had news
    bool unknownStatus = false; ///< a word we do not know: no hurry
    std::optional<double> progress; ///< 0 to 1
};

/// Soon while a batch is young or changing, then half as long again each time up to max; near its
/// end not longer than three times min.
[[nodiscard]] std::chrono::milliseconds pollWait(const PollNews &news,
                                                 std::chrono::milliseconds min,
                                                 std::chrono::milliseconds max);

/// ±10 %, so that many batches do not ask in step. random in [0, 1).
[[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds wait, double random);
