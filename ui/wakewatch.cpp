// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wakewatch.h"

#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto often = 5s;
constexpr auto leastSleep = 10s; // less is no sleep that anything would have missed

} // namespace

WakeWatch::WakeWatch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_slept(slept())
{
    connect(&m_timer, &QTimer::timeout, this, &WakeWatch::look);
    m_timer.start(often);
}

std::chrono::milliseconds WakeWatch::slept() const
{
    return m_clock.sinceBoot() - m_clock.steady(); // one goes on while the computer sleeps
}

void WakeWatch::look()
{
    if (slept() - std::exchange(m_slept, slept()) >= leastSleep)
        Q_EMIT woke();
}

#include "moc_wakewatch.cpp"
