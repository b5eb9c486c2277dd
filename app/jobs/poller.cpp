// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/poller.h"

#include <algorithm>
#include <utility>

using std::chrono::milliseconds;

Poller::Poller(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Poller::check);
}

void Poller::plan(Key key, milliseconds wait)
{
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
    m_timer.stop();
}

bool Poller::isPlanned(Key key) const
{
    return m_due.contains(key);
}

std::optional<milliseconds> Poller::dueAt(Key key) const
{
    const auto known = m_due.find(key);
    return known == m_due.end() ? std::nullopt : std::optional(known->second);
}

void Poller::check()
{
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

void Poller::arm()
{
    if (m_order.empty()) {
        m_timer.stop();
        return;
    }
    // Looked at once a minute at least: steady time stands still while the computer sleeps.
    const milliseconds wait = m_order.begin()->first - m_clock.steady();
    m_timer.start(std::clamp(wait, milliseconds(0), milliseconds(60'000)));
}

#include "moc_poller.cpp"
