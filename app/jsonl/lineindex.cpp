// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/lineindex.h"

#include <algorithm>
#include <utility>

ByteOffset LineIndex::bound(LineNo line) const
{
    const size_t next = static_cast<size_t>(line.value) + 1;
    return {next < m_starts.size() ? m_starts[next] : m_fileSize};
}

qint64 LineIndex::physicalLine(LineNo line) const
{
    // The i-th blank line (from 0) stands behind m_blanks[i] - 1 - i lines that are not blank.
    size_t before = 0;
    size_t end = m_blanks.size();
    while (before < end) {
        const size_t middle = before + (end - before) / 2;
        if (m_blanks[middle] - 1 - static_cast<qint64>(middle) <= line.value)
            before = middle + 1;
        else
            end = middle;
    }
    return line.value + 1 + static_cast<qint64>(before);
}

qint64 LineIndex::rowOfPhysicalLine(qint64 physical) const
{
    const auto blank = std::lower_bound(m_blanks.begin(), m_blanks.end(), physical);
    if (physical < 1 || (blank != m_blanks.end() && *blank == physical))
        return -1;
    const qint64 row = physical - 1 - (blank - m_blanks.begin());
    return row < count() ? row : -1;
}

std::shared_ptr<const LineIndex> LineIndexBuilder::finish(qint64 fileSize, QByteArray digest)
{
    m_index.m_starts.shrink_to_fit();
    m_index.m_blanks.shrink_to_fit();
    m_index.m_fileSize = fileSize;
    m_index.m_digest = std::move(digest);
    return std::make_shared<const LineIndex>(std::exchange(m_index, LineIndex()));
}
