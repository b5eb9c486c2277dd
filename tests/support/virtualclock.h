// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QTimeZone>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>

/// Time that passes only where a test lets it: from one alarm to the next, each rung at its moment.
/// Days go by in seconds, and no timer of the computer is waited for.
class VirtualClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override
    {
        return m_start.addMSecs((m_steady + m_asleep + m_jump).count());
    }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override
    {
        return m_steady + m_asleep;
    }
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> ring) const override
    {
        return std::make_unique<VirtualAlarm>(*this, std::move(ring));
    }

    /// Lets so much time pass; settle is called before each step, and ends once all that is under
    /// way by itself is done.
    void run(std::chrono::milliseconds time, const std::function<void()> &settle)
    {
        const std::chrono::milliseconds end = m_steady + time;
        for (;;) {
            settle();
            VirtualAlarm *next = nullptr;
            for (VirtualAlarm *alarm : m_alarms)
                if (alarm->m_due && (next == nullptr || *alarm->m_due < *next->m_due))
                    next = alarm;
            if (next == nullptr || *next->m_due > end)
                break;
            m_steady = std::max(m_steady, *next->m_due);
            next->m_due.reset();
            ++m_rings;
            next->m_ring();
        }
        m_steady = end;
    }
    /// The computer sleeps. Who waits is rung when it wakes, as the system's own alarm does it.
    void sleep(std::chrono::milliseconds time)
    {
        m_asleep += time;
        for (VirtualAlarm *alarm : m_alarms)
            if (alarm->m_due)
                alarm->m_due = std::max(*alarm->m_due - time, m_steady);
    }
    /// Somebody sets the computer's clock.
    void jump(std::chrono::milliseconds time) { m_jump += time; }
    [[nodiscard]] int rings() const { return m_rings; } ///< times that somebody was woken

private:
    class VirtualAlarm final : public Alarm {
    public:
        VirtualAlarm(const VirtualClock &clock, std::function<void()> ring)
            : m_clock(clock), m_ring(std::move(ring))
        {
            m_clock.m_alarms.insert(this);
        }
        ~VirtualAlarm() override { m_clock.m_alarms.erase(this); }
        Q_DISABLE_COPY_MOVE(VirtualAlarm)
        void set(std::chrono::milliseconds wait) override
        {
            m_due = m_clock.steady() + std::max(wait, std::chrono::milliseconds(0));
        }
        void stop() override { m_due.reset(); }
        [[nodiscard]] bool isSet() const override { return m_due.has_value(); }

    private:
        friend class VirtualClock;
        const VirtualClock &m_clock;
        std::function<void()> m_ring;
        std::optional<std::chrono::milliseconds> m_due;
    };

    QDateTime m_start = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
    std::chrono::milliseconds m_steady{1'000'000};
    std::chrono::milliseconds m_asleep{0};
    std::chrono::milliseconds m_jump{0};
    int m_rings = 0;
    mutable std::set<VirtualAlarm *> m_alarms;
};
