// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

#include <sys/timerfd.h>
#include <unistd.h>

using std::chrono::milliseconds;

namespace {

class TimerAlarm final : public Alarm {
public:
    explicit TimerAlarm(std::function<void()> ring) : m_ring(std::move(ring))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_ring(); });
    }
    void set(milliseconds wait) override { m_timer.start(std::max(wait, milliseconds(0))); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isSet() const override { return m_timer.isActive(); }

private:
    std::function<void()> m_ring;
    QTimer m_timer;
};

/// The timers of Qt stand still while the computer sleeps; those of the system need not.
class BootAlarm final : public Alarm {
public:
    BootAlarm(int handle, std::function<void()> ring)
        : m_handle(handle), m_ring(std::move(ring)), m_notifier(handle, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { take(); });
    }
    ~BootAlarm() override
    {
        m_notifier.setEnabled(false);
        ::close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(BootAlarm)

    void set(milliseconds wait) override
    {
        const auto time = std::max<std::chrono::nanoseconds>(wait, std::chrono::nanoseconds(1));
        const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
        arm({.tv_sec = time_t(seconds.count()), .tv_nsec = long((time - seconds).count())});
        m_isSet = true;
    }
    void stop() override
    {
        arm({});
        m_isSet = false;
    }
    [[nodiscard]] bool isSet() const override { return m_isSet; }

private:
    void arm(const timespec &time)
    {
        const itimerspec once{.it_interval = {}, .it_value = time};
        ::timerfd_settime(m_handle, 0, &once, nullptr);
    }
    void take()
    {
        quint64 times = 0;
        // Nothing to read: it was set anew after it rang and before we came.
        if (::read(m_handle, &times, sizeof times) != sizeof times || !m_isSet)
            return;
        m_isSet = false;
        m_ring();
    }

    int m_handle;
    std::function<void()> m_ring;
    QSocketNotifier m_notifier;
    bool m_isSet = false;
};

} // namespace

std::unique_ptr<Alarm> Clock::alarm(std::function<void()> ring) const
{
    return std::make_unique<TimerAlarm>(std::move(ring));
}

SystemClock::SystemClock()
{
    bool ok = false;
    const double scale = qEnvironmentVariable("BATCHDESK_TIME_SCALE").toDouble(&ok);
    if (ok && scale > 0)
        m_scale = scale;
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

milliseconds SystemClock::steady() const
{
    return std::chrono::duration_cast<milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

milliseconds SystemClock::sinceBoot() const
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(time.tv_sec)
                                                    + std::chrono::nanoseconds(time.tv_nsec));
}

std::unique_ptr<Alarm> SystemClock::alarm(std::function<void()> ring) const
{
    if (const int handle = ::timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
        handle >= 0)
        return std::make_unique<BootAlarm>(handle, std::move(ring));
    return std::make_unique<TimerAlarm>(std::move(ring));
}
