// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <variant>

/// When to ask again: one alarm over an ordered set of due times. Holds no alarm while nothing is
/// planned. Times are steady ones of the clock, so a set clock changes none; while something is
/// planned it looks twice a minute whether the computer has slept. GUI thread.
class Poller : public QObject {
    Q_OBJECT
public:
    using Key = std::variant<BatchId, ConnectionId>;

    explicit Poller(const Clock &clock, QObject *parent = nullptr);

    /// In place of what was planned for the same key.
    void plan(Key key, std::chrono::milliseconds wait);
    void forget(Key key);
    void clear();
    [[nodiscard]] bool isPlanned(Key key) const;
    [[nodiscard]] bool isSilent() const { return !m_alarm->isSet(); }

    /// Gives out what is due by the clock; the alarm calls it, and a test that has moved its clock.
    void check();

    /// A sleep that is shorter is none.
    static constexpr std::chrono::seconds shortestSleep{5};
    /// Nothing is given out for so long after a sleep: the network comes back by then.
    static constexpr std::chrono::seconds settling{2};

Q_SIGNALS:
    /// Each at most once a plan; forgotten before it is told.
    void batchesDue(const QList<BatchId> &ids);
    void connectionsDue(const QList<ConnectionId> &ids);
    /// The computer has slept so long. What is planned has come nearer by that time; what was missed
    /// is due once, after the settling time.
    void woke(std::chrono::milliseconds slept);

private:
    void arm();
    void lookForSleep();

    const Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::set<std::pair<std::chrono::milliseconds, Key>> m_order;
    std::map<Key, std::chrono::milliseconds> m_due;
    std::chrono::milliseconds m_offset; ///< of the time since boot to the steady one, as last seen
};
