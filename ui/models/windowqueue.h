// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>

#include <optional>

/// Which windows of rows are to be read next while a person scrolls: the newest wish first, few at a
/// time, and what was scrolled past long ago is forgotten (its rows ask again when they are seen).
class WindowQueue {
public:
    void want(qint64 window)
    {
        if (m_reading.contains(window))
            return;
        m_waiting.removeOne(window);
        m_waiting.append(window);
        if (m_waiting.size() > mostWaiting)
            m_waiting.removeFirst();
    }
    /// The window to read now; none where enough are being read, or nothing waits.
    [[nodiscard]] std::optional<qint64> next()
    {
        if (m_waiting.isEmpty() || m_reading.size() >= mostReading)
            return std::nullopt;
        const qint64 window = m_waiting.takeLast();
        m_reading.insert(window);
        return window;
    }
    void done(qint64 window) { m_reading.remove(window); }
    void clear()
    {
        m_waiting.clear();
        m_reading.clear();
    }

private:
    static constexpr qsizetype mostReading = 2;
    static constexpr qsizetype mostWaiting = 4;
    QList<qint64> m_waiting; ///< newest last
    QSet<qint64> m_reading;
};
