// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QTimeZone>

/// Time that a test moves by hand. What waits by it is asked to look again by the test.
class FakeClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override
    {
        return m_start.addMSecs((m_steady + m_jump).count());
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }

    void advance(std::chrono::milliseconds time) { m_steady += time; }
    /// Somebody sets the computer's clock; steady time does not notice.
    void jump(std::chrono::milliseconds time) { m_jump += time; }

private:
    QDateTime m_start = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
    std::chrono::milliseconds m_steady{1'000'000};
    std::chrono::milliseconds m_jump{0};
};

/// The computer's time, with all waits of the program made short.
class QuickClock final : public Clock {
public:
    explicit QuickClock(double scale = 0.005) : m_scale(scale) {}
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_clock.steady(); }
    [[nodiscard]] double scale() const override { return m_scale; }

private:
    SystemClock m_clock;
    double m_scale;
};
