// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

/// Time behind an interface, so that tests can move it. Wall time is for display and for what
/// servers say; steady time, which never jumps, is for waits.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;

    /// All waits of the program go through this factor (BATCHDESK_TIME_SCALE, tests);
    /// a server's Retry-After does not.
    [[nodiscard]] virtual double scale() const { return 1.0; }
    [[nodiscard]] std::chrono::milliseconds scaled(std::chrono::milliseconds wait) const
    {
        return std::chrono::milliseconds(
            static_cast<qint64>(static_cast<double>(wait.count()) * scale()));
    }
};

/// The computer's clocks.
class SystemClock final : public Clock {
public:
    SystemClock();
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
    [[nodiscard]] double scale() const override { return m_scale; }

private:
    double m_scale = 1.0;
};
