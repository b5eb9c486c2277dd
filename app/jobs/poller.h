// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <variant>

/// When to ask again: one timer over an ordered set of due times. Holds no timer while nothing is
/// planned. Times are steady ones of the clock. GUI thread.
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
    [[nodiscard]] std::optional<std::chrono::milliseconds> dueAt(Key key) const;
    [[nodiscard]] bool isSilent() const { return !m_timer.isActive(); }

    /// Gives out what is due by the clock; the timer calls it, and a test that has moved its clock.
    void check();

Q_SIGNALS:
    /// Each at most once a plan; forgotten before it is told.
    void batchesDue(const QList<BatchId> &ids);
    void connectionsDue(const QList<ConnectionId> &ids);

private:
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
    std::set<std::pair<std::chrono::milliseconds, Key>> m_order;
    std::map<Key, std::chrono::milliseconds> m_due;
};
