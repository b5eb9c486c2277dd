// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/linefile.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qint64 scanBlock = 1 << 20;
// Neighbouring lines come from one read, a shuffled walk reads little more than it needs.
constexpr qint64 readAhead = 8192;

} // namespace

Error diskError(const QFileDevice &file)
{
    return {.kind = ErrorKind::Disk,
            .message = u"%1: %2"_s.arg(file.fileName(), file.errorString())};
}

Result<LineStarts> findLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(diskError(file));
    LineStarts starts;
    QByteArray block(scanBlock, Qt::Uninitialized);
    qint64 position = 0;
    qint64 lineStart = 0;
    while (true) {
        const qint64 length = file.read(block.data(), block.size());
        if (length < 0)
            return Failure(diskError(file));
        if (length == 0)
            break;
        const char *const begin = block.constData();
        for (const char *at = begin; at < begin + length;) {
            const auto *found = static_cast<const char *>(
                std::memchr(at, '\n', static_cast<size_t>(begin + length - at)));
            if (found == nullptr)
                break;
            starts.push_back(lineStart);
            at = found + 1;
            lineStart = position + (at - begin);
        }
        position += length;
    }
    if (lineStart < position)
        starts.push_back(lineStart);
    starts.push_back(position);
    return starts;
}

Result<LineFile> LineFile::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(diskError(*file));
    return LineFile(std::move(file));
}

Result<std::string_view> LineFile::read(const LineStarts &starts, std::size_t line)
{
    const qint64 start = starts[line];
    const qint64 length = starts[line + 1] - start;
    if (start < m_bufferStart || start + length > m_bufferStart + m_buffer.size()) {
        const qint64 wanted = std::max(length, std::min(readAhead, starts.back() - start));
        m_buffer.resize(wanted);
        m_bufferStart = start;
        if (!m_file->seek(start) || m_file->read(m_buffer.data(), wanted) != wanted) {
            m_buffer.clear();
            return Failure(diskError(*m_file));
        }
    }
    std::string_view bytes(m_buffer.constData() + (start - m_bufferStart),
                           static_cast<size_t>(length));
    if (bytes.ends_with('\n'))
        bytes.remove_suffix(1);
    return bytes;
}

} // namespace practice
