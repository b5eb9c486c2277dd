// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linescanner.h"

#include <algorithm>
#include <cstring>

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace

bool isBlank(std::string_view bytes)
{
    return bytes.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string_view withoutCr(std::string_view bytes)
{
    if (bytes.ends_with('\r'))
        bytes.remove_suffix(1);
    return bytes;
}

LineScanner::LineScanner(InputFile file, const Pass &pass) : m_file(std::move(file)), m_pass(pass)
{}

void LineScanner::makeRoom(std::size_t wanted)
{
    const std::size_t rest = m_end - m_begin;
    if (rest + wanted > m_capacity) {
        std::unique_ptr<char[]> bytes(new char[rest + wanted + linePadding]);
        if (rest > 0)
            std::memcpy(bytes.get(), m_bytes.get() + m_begin, rest);
        m_bytes = std::move(bytes);
        m_capacity = rest + wanted;
    } else if (rest > 0) {
        std::memmove(m_bytes.get(), m_bytes.get() + m_begin, rest);
    }
    m_offset += static_cast<qint64>(m_begin);
    m_searched -= m_begin;
    m_begin = 0;
    m_end = rest;
}

Result<bool> LineScanner::fill()
{
    if (m_pass.cancelled())
        return Failure(cancelledError());
    if (m_atEnd)
        return false;
    if (static_cast<qint64>(m_end - m_begin) > m_pass.maxLineBytes) {
        if (m_skippedFrom < 0)
            m_skippedFrom = m_offset + static_cast<qint64>(m_begin);
        m_begin = m_searched = m_end;
    }
    // A line that fills the buffer doubles it, so that a long line is not moved once a block.
    const std::size_t wanted = std::max(
        {static_cast<std::size_t>(m_pass.blockBytes), m_end - m_begin, byteOrderMark.size()});
    makeRoom(wanted);
    m_fresh = m_end;
    const qint64 from = m_offset + static_cast<qint64>(m_end);
    const Result<qint64> got
        = m_file.readAt(from, m_bytes.get() + m_end, static_cast<qint64>(wanted));
    if (!got)
        return Failure(got.error());
    m_end += static_cast<std::size_t>(*got);
    std::memset(m_bytes.get() + m_end, 0, linePadding);
    m_atEnd = *got < static_cast<qint64>(wanted);
    if (m_atEnd && !m_file.isUnchanged())
        return Failure(m_file.changedError());
    if (from == 0 && block().starts_with(byteOrderMark)) {
        m_hasMark = true;
        m_begin = m_searched = byteOrderMark.size();
    }
    m_pass.tell(from + *got, m_file.size());
    return *got > 0 || m_begin < m_end || m_skippedFrom >= 0;
}

bool LineScanner::next(ScannedLine &line)
{
    const char *const from = m_bytes.get() + m_searched;
    const void *const end = std::memchr(from, '\n', m_end - m_searched);
    if (end) {
        const std::size_t at
            = static_cast<std::size_t>(static_cast<const char *>(end) - m_bytes.get());
        take(at, at + 1, line);
        return true;
    }
    m_searched = m_end;
    if (!m_atEnd || (m_begin == m_end && m_skippedFrom < 0))
        return false;
    take(m_end, m_end, line);
    return true;
}

void LineScanner::take(std::size_t end, std::size_t lineEnd, ScannedLine &line)
{
    const std::string_view bytes(m_bytes.get() + m_begin, end - m_begin);
    line.line.bytes = withoutCr(bytes);
    line.hasCr = line.line.bytes.size() < bytes.size();
    line.start = m_offset + static_cast<qint64>(m_begin);
    line.physical = ++m_physical;
    line.isOverlong = m_skippedFrom >= 0;
    if (line.isOverlong) {
        line.start = std::exchange(m_skippedFrom, -1);
        line.line.bytes = {};
    }
    line.isBlank = !line.isOverlong && isBlank(line.line.bytes);
    m_begin = m_searched = lineEnd;
}
