// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

/// Rings once, in the event loop, when the time it was set to has passed. Setting it again moves
/// it. Goes silent when it goes.
class Alarm {
public:
    virtual ~Alarm() = default;
    virtual void set(std::chrono::milliseconds wait) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isSet() const = 0;
};

/// Time behind an interface, so that tests can move it. Wall time is for display and for what
/// servers say; steady time, which never jumps, is for waits.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
    /// Stands still while the computer sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
    /// As steady as that, but goes on while the computer sleeps. From a start of its own.
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const { return steady(); }
    /// One that nobody has set yet. It may ring early: who is rung looks at the clock.
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) const;

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
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override;
    /// Rings by the time since boot, so at once when the computer wakes up late for it.
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> ring) const override;
    [[nodiscard]] double scale() const override { return m_scale; }

private:
    double m_scale = 1.0;
};
