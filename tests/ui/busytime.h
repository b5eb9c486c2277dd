// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QMetaEnum>

#include <ctime>

/// An application that knows how long each event keeps the window from all others. It counts processor
/// time of this thread, which a machine with other things to do does not make longer.
class BusyTime final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0) // part of an event that is counted already
            return QApplication::notify(receiver, event);
        ++m_depth;
        // Both may be gone afterwards.
        const char *type = receiver->metaObject()->className();
        const auto kind = event->type();
        const double before = now();
        const bool done = QApplication::notify(receiver, event);
        const double taken = now() - before;
        --m_depth;
        if (taken > m_longest) {
            m_longest = taken;
            m_what = QStringLiteral("%1 of %2")
                         .arg(QString::fromLatin1(
                                  QMetaEnum::fromType<QEvent::Type>().valueToKey(kind)),
                              QString::fromLatin1(type));
        }
        return done;
    }

    /// What is not begun by an event: counts as one.
    template <class Function>
    void count(const Function &function)
    {
        const double before = now();
        function();
        if (const double taken = now() - before; taken > m_longest) {
            m_longest = taken;
            m_what = QStringLiteral("a call");
        }
    }
    void reset() { m_longest = 0; }
    [[nodiscard]] double longest() const { return m_longest; } ///< in ms
    [[nodiscard]] QString what() const { return m_what; } ///< took that long

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    int m_depth = 0;
    double m_longest = 0;
    QString m_what;
};
