// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/librarylock.h"

#include "core/uninterrupted.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;

bool LibraryLock::open()
{
    if (m_handle < 0)
        m_handle = uninterrupted([name = QFile::encodeName(m_path)] {
            return ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                          S_IRUSR | S_IWUSR);
        });
    return m_handle >= 0;
}

bool LibraryLock::tryAlone()
{
    m_alone = open() && ::flock(m_handle, LOCK_EX | LOCK_NB) == 0;
    return m_alone;
}

bool LibraryLock::share(std::chrono::milliseconds limit)
{
    m_alone = false;
    if (!open())
        return true; // opening the library says what is wrong with the folder
    const QDeadlineTimer deadline(limit);
    while (::flock(m_handle, LOCK_SH | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return true; // no locks here
        if (deadline.hasExpired())
            return false;
        QThread::sleep(10ms);
    }
    return true;
}

void LibraryLock::release()
{
    m_alone = false;
    if (m_handle >= 0)
        ::close(m_handle);
    m_handle = -1;
}
