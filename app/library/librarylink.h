// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QMutex>
#include <QObject>

#include <utility>

/// The way from the database thread to the library: calls are queued to its thread, and go nowhere
/// once it was cut, even where the database thread outlives the library in a hanging system call.
class LibraryLink {
public:
    explicit LibraryLink(QObject *library) : m_library(library) {}

    template <class F>
    void post(F &&call)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_library)
            QMetaObject::invokeMethod(m_library, std::forward<F>(call), Qt::QueuedConnection);
    }
    void cut()
    {
        const QMutexLocker lock(&m_mutex);
        m_library = nullptr;
    }

private:
    QMutex m_mutex;
    QObject *m_library; ///< guarded by m_mutex
};
