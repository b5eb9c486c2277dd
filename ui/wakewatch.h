// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/// Tells that the computer has slept. GUI thread.
class WakeWatch final : public QObject {
    Q_OBJECT
public:
    explicit WakeWatch(const Clock &clock, QObject *parent = nullptr);

    void look(); ///< done every few seconds by itself

Q_SIGNALS:
    void woke();

private:
    [[nodiscard]] std::chrono::milliseconds slept() const;

    const Clock &m_clock;
    std::chrono::milliseconds m_slept; ///< in all, when we last looked
    QTimer m_timer;
};
