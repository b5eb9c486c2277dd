// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

/// Who has a library open: a lock on library.lock in its folder, which the system takes back when a
/// process ends in whatever way. All that have it open hold it together; who checks or mends it
/// holds it alone. Where a file system knows no locks, everybody gets it together and nobody alone.
class LibraryLock {
public:
    explicit LibraryLock(QString folder)
        : m_path(std::move(folder) + QStringLiteral("/library.lock"))
    {}
    ~LibraryLock() { release(); }
    LibraryLock(const LibraryLock &) = delete;
    LibraryLock &operator=(const LibraryLock &) = delete;

    [[nodiscard]] bool tryAlone(); ///< at once; what was held is given up where it fails
    /// Waits for one that has it alone. False: it did not end within the limit.
    [[nodiscard]] bool share(std::chrono::milliseconds limit);
    void release();
    [[nodiscard]] bool isAlone() const { return m_alone; }

private:
    [[nodiscard]] bool open();

    QString m_path;
    int m_handle = -1;
    bool m_alone = false;
};
