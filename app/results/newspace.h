// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

#include <chrono>

/// When a search tells what it has found so far: its first hits as soon as there are some, then from
/// time to time. For results/ alone.
class NewsPace {
public:
    NewsPace() { m_sinceBegin.start(); }
    [[nodiscard]] bool isDue(bool hasHits)
    {
        return isDueAt(m_sinceBegin.durationElapsed(), hasHits);
    }
    [[nodiscard]] bool isDueAt(std::chrono::nanoseconds sinceBegin, bool hasHits)
    {
        using std::chrono::milliseconds;
        const bool isFirst = hasHits && !m_hasToldHits;
        if (sinceBegin - m_told < (isFirst ? milliseconds(5) : milliseconds(100)))
            return false;
        m_hasToldHits |= hasHits;
        m_told = sinceBegin;
        return true;
    }

private:
    QElapsedTimer m_sinceBegin;
    std::chrono::nanoseconds m_told{0};
    bool m_hasToldHits = false;
};
