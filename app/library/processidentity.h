// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

/// Which program has a library open, in a form that other programs on the same library can judge.
struct ProcessIdentity {
    QString token; ///< random, new for each opened library
    qint64 pid = 0;
    QString pidNamespace; ///< the same pid means another process in another container
    qint64 started = 0; ///< in ticks since boot: tells a reused pid apart; 0: not known
    QString host; ///< for people
    QString bootId; ///< the same as long as this computer runs

    [[nodiscard]] static ProcessIdentity ofThisProcess();
    bool operator==(const ProcessIdentity &) const = default;
};

/// True where the other process surely is gone. False where it lives or cannot be seen from here.
[[nodiscard]] bool isGone(const ProcessIdentity &other, const ProcessIdentity &me);

/// Since the computer started, sleep included: the same clock for all processes of one boot.
[[nodiscard]] std::chrono::milliseconds sinceBoot();
