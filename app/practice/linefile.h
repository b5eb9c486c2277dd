// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <string_view>
#include <vector>

namespace practice {

/// Where the lines of an uploaded file begin: one more entry than lines, the last its end. Every
/// line counts, blank ones too: a provider does not forgive them.
using LineStarts = std::vector<qint64>;

/// Reads a file once from the start to its end, in blocks.
[[nodiscard]] Result<LineStarts> findLines(const QString &path);

/// Reads lines by number. One thread at a time.
class LineFile {
public:
    [[nodiscard]] static Result<LineFile> open(const QString &path);

    /// The bytes of one line without its line end, until the next call.
    [[nodiscard]] Result<std::string_view> read(const LineStarts &starts, std::size_t line);

private:
    explicit LineFile(std::unique_ptr<QFile> file) : m_file(std::move(file)) {}

    std::unique_ptr<QFile> m_file;
    QByteArray m_buffer;
    qint64 m_bufferStart = 0;
};

/// A failure of the disk, with its reason.
[[nodiscard]] Error diskError(const QFileDevice &file);

} // namespace practice
