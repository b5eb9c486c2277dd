// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <functional>

/// The longest time in which the event loop did not come round.
class Heartbeat {
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed());
            m_since.start();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        m_since.start();
    }
    [[nodiscard]] double longest() const
    {
        return double(std::max(m_longest, m_since.nsecsElapsed())) / 1e6;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

[[nodiscard]] inline double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Lets events come until it holds; what that took, -1: too long.
inline double until(const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > 120'000)
            return -1;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    }
    return milliseconds(timer);
}

inline void idleFor(int ms)
{
    QElapsedTimer timer;
    timer.start();
    until([&] { return timer.elapsed() >= ms; });
}
