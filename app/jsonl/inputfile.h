// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <utility>

/// A file opened for positioned reads: nothing is mapped, nothing is written, no position is kept.
/// Any thread; reads from several threads at once are fine.
class InputFile {
public:
    /// BadInput in plain words for a folder, a file that is not there or may not be read, and what
    /// is no file at all (a pipe, a device).
    [[nodiscard]] static Result<InputFile> open(const QString &path);
    InputFile(InputFile &&other) noexcept;
    InputFile &operator=(InputFile &&other) noexcept;
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;
    ~InputFile();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// As it was when the file was opened.
    [[nodiscard]] qint64 size() const { return m_size; }
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
    qint64 m_size = 0;
    std::pair<qint64, qint64> m_changed; ///< seconds and nanoseconds of the last change
    QString m_path;
};
