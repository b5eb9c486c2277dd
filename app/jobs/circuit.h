// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <chrono>
#include <optional>

/// Whether a provider answers at all, from how the calls to it end. Open while it does not: then one
/// call at a time finds out whether it does again, after waits that grow, and all others wait for
/// that one. A value; no timers.
class Circuit {
public:
    enum class Sign : quint8 {
        Answered, ///< the provider said something, be it a refusal
        Unreachable, ///< no way to it: holds for every call
        Faulty, ///< it did not do its work: this call's own trouble, unless it happens in a row
    };
    /// Faults in a row that open it.
    static constexpr int patience = 5;
    /// The longest wait for the next try. Half of what is allowed to a batch of its own, so that all
    /// are asked again within ten minutes of an outage's end.
    static constexpr std::chrono::minutes longest{5};

    /// isProbe: of the one call that was let through; of others under way only good news count.
    /// random in [0, 1).
    void take(Sign sign, bool isProbe, const Clock &clock, double random);
    /// The next try is due so soon at the latest: something has changed, or a person asks.
    void hurry(const Clock &clock, std::chrono::milliseconds wait);

    [[nodiscard]] bool isOpen() const { return m_since.isValid(); }
    [[nodiscard]] const QDateTime &since() const { return m_since; } ///< for people
    [[nodiscard]] std::chrono::milliseconds nextTry() const { return m_nextTry; } ///< steady

private:
    int m_failures = 0;
    int m_tries = 0;
    QDateTime m_since; ///< not valid: closed
    std::chrono::milliseconds m_nextTry{0};
};

/// What the failure of a call says of its provider; nothing where it says nothing (our own disk, a
/// key, an answer that asks for patience). isTransfer: of a file, which may be at fault alone.
[[nodiscard]] std::optional<Circuit::Sign> signOf(const Error &failure, bool isTransfer);
