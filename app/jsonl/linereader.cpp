// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linereader.h"

#include "jsonl/linescanner.h"

#include <algorithm>
#include <utility>

LineReader::LineReader(InputFile file, std::shared_ptr<const LineIndex> index)
    : m_file(std::move(file)), m_index(std::move(index))
{}

Result<LineReader> LineReader::open(const QString &path, std::shared_ptr<const LineIndex> index)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file) {
        Error error = file.error();
        error.kind = ErrorKind::FileChanged; // it was there when it was indexed
        return Failure(std::move(error));
    }
    const Result<QByteArray> digest = file->headTailDigest();
    if (!digest)
        return Failure(digest.error());
    if (file->size() != index->fileSize() || *digest != index->headTailDigest())
        return Failure(file->changedError());
    return LineReader(std::move(*file), std::move(index));
}

Result<LineBlock> LineReader::read(LineNo first, qint64 count) const
{
    LineBlock block;
    const qint64 begin = std::clamp(first.value, qint64(0), m_index->count());
    const qint64 end = begin + std::clamp(count, qint64(0), m_index->count() - begin);
    if (begin == end)
        return block;
    const qint64 from = m_index->start({begin}).value;
    const qint64 size = m_index->bound({end - 1}).value - from;
    char *const bytes = block.m_bytes.room(static_cast<size_t>(size));
    const Result<qint64> got = m_file.readAt(from, bytes, size);
    if (!got)
        return Failure(got.error());
    if (*got != size || !m_file.isUnchanged())
        return Failure(m_file.changedError());
    block.m_lines.reserve(static_cast<size_t>(end - begin));
    for (qint64 line = begin; line < end; ++line) {
        const char *const start = bytes + (m_index->start({line}).value - from);
        const size_t room
            = static_cast<size_t>(m_index->bound({line}).value - m_index->start({line}).value);
        std::string_view text(start, room);
        // Blank lines may stand between this line and the next.
        text = text.substr(0, text.find('\n'));
        block.m_lines.push_back({withoutCr(text)});
    }
    return block;
}
