// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/poller.h"

#include <algorithm>

using std::chrono::milliseconds;

Poller::Poller(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { check(); }))
    , m_offset(clock.sinceBoot() - clock.steady())
{}

void Poller::plan(Key key, milliseconds wait)
{
    if (m_due.empty()) // nobody looked while nothing was planned
        m_offset = m_clock.sinceBoot() - m_clock.steady();
    if (const auto known = m_due.find(key); known != m_due.end())
        m_order.erase({known->second, key});
    const milliseconds due = m_clock.steady() + std::max(wait, milliseconds(0));
    m_due[key] = due;
    m_order.insert({due, key});
    arm();
}

void Poller::forget(Key key)
{
    const auto known = m_due.find(key);
    if (known == m_due.end())
        return;
    m_order.erase({known->second, key});
    m_due.erase(known);
    arm();
}

void Poller::clear()
{
    m_order.clear();
    m_due.clear();
    m_alarm->stop();
}

bool Poller::isPlanned(Key key) const
{
    return m_due.contains(key);
}

void Poller::check()
{
    lookForSleep();
    QList<BatchId> batches;
    QList<ConnectionId> connections;
    const milliseconds now = m_clock.steady();
    while (!m_order.empty() && m_order.begin()->first <= now) {
        const Key key = m_order.begin()->second;
        m_order.erase(m_order.begin());
        m_due.erase(key);
        if (const auto *batch = std::get_if<BatchId>(&key))
            batches.append(*batch);
        else
            connections.append(std::get<ConnectionId>(key));
    }
    arm();
    if (!connections.isEmpty())
        Q_EMIT connectionsDue(connections);
    if (!batches.isEmpty())
        Q_EMIT batchesDue(batches);
}

void Poller::lookForSleep()
{
    const milliseconds offset = m_clock.sinceBoot() - m_clock.steady();
    const milliseconds slept = offset - m_offset;
    if (m_due.empty() || slept < shortestSleep)
        return;
    m_offset = offset;
    const milliseconds earliest = m_clock.steady() + m_clock.scaled(settling);
    m_order.clear();
    for (auto &[key, due] : m_due) {
        due = std::max(due - slept, earliest);
        m_order.insert({due, key});
    }
    Q_EMIT woke(slept);
}

void Poller::arm()
{
    if (m_order.empty()) {
        m_alarm->stop();
        return;
    }
    constexpr milliseconds longest(30'000); // a sleep is seen within this time
    const milliseconds wait = m_order.begin()->first - m_clock.steady();
    m_alarm->set(std::clamp(wait, milliseconds(0), longest));
}

#include "moc_poller.cpp"
