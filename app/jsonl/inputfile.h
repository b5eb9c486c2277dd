// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <utility>

/// Which file it is and how it was when somebody looked.
struct FileState {
    using Time = std::pair<qint64, qint64>; ///< seconds and nanoseconds
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    Time modified;
    Time changed; ///< of the inode; no program can set it back

    bool operator==(const FileState &) const = default;
};

/// A file opened for positioned reads: nothing is mapped, nothing is written, no position is kept.
/// Any thread; reads from several threads at once are fine.
class InputFile {
public:
    /// BadInput in plain words for a folder, a file that is not there or may not be read, and what
    /// is no file at all (a pipe, a device).
    [[nodiscard]] static Result<InputFile> open(const QString &path);
    /// Of a descriptor, which is its own from now on; path: the name that people know it by.
    [[nodiscard]] static Result<InputFile> ofDescriptor(int descriptor, const QString &path);
    InputFile(InputFile &&other) noexcept;
    InputFile &operator=(InputFile &&other) noexcept;
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;
    ~InputFile();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// As it was when the file was opened.
    [[nodiscard]] qint64 size() const { return m_state.size; }
    [[nodiscard]] const FileState &state() const { return m_state; }
    /// Reads until size bytes are there or the file ends; the number of bytes read. Disk.
    [[nodiscard]] Result<qint64> readAt(qint64 offset, char *to, qint64 size) const;
    /// False once size or time of change are others than when the file was opened.
    [[nodiscard]] bool isUnchanged() const;
    /// SHA-256 of the size and the first and last 64 KiB.
    [[nodiscard]] Result<QByteArray> headTailDigest() const;
    /// FileChanged, with words that name the file.
    [[nodiscard]] Error changedError() const;

private:
    InputFile() = default;
    int m_fd = -1;
    FileState m_state;
    QString m_path;
};
