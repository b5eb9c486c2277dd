// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linelist.h"

#include <algorithm>

namespace {
/// Lines that are read in one go.
constexpr qint64 mostLines = 256;
} // namespace

void LineList::addRow(qint64 fileRow)
{
    const bool goesOn = !m_runs.empty() && m_runs.back().fileRow >= 0
        && m_runs.back().fileRow + (m_count - m_runs.back().row) == fileRow;
    if (!goesOn)
        m_runs.push_back({.row = m_count, .fileRow = fileRow, .bytes = {}});
    ++m_count;
}

void LineList::addLine(const QByteArray &bytes)
{
    m_runs.push_back({.row = m_count, .fileRow = -1, .bytes = bytes});
    ++m_count;
}

qint64 LineList::endOf(std::size_t run) const
{
    return run + 1 < m_runs.size() ? m_runs[run + 1].row : m_count;
}

Result<std::optional<LineReader>> LineList::open() const
{
    if (!m_index)
        return std::optional<LineReader>();
    Result<LineReader> reader = LineReader::open(m_path, m_index);
    if (!reader)
        return Failure(reader.error());
    return std::optional<LineReader>(*std::move(reader));
}

Result<> LineList::visit(const std::optional<LineReader> &reader, qint64 first, qint64 count,
                         const Visit &visit) const
{
    const qint64 end = std::min(m_count, first + count);
    auto run = static_cast<std::size_t>(std::ranges::upper_bound(m_runs, first, {}, &Run::row)
                                        - m_runs.begin());
    if (first >= end || run == 0)
        return {};
    --run;
    for (qint64 row = first; row < end; ++run) {
        const Run &from = m_runs[run];
        const qint64 last = std::min(end, endOf(run));
        if (from.fileRow < 0) {
            const PaddedBuffer line(from.bytes);
            visit(row++, line.line());
            continue;
        }
        while (row < last) {
            const Result<LineBlock> block = reader->read(LineNo{from.fileRow + (row - from.row)},
                                                         std::min(mostLines, last - row));
            if (!block)
                return Failure(block.error());
            for (qsizetype i = 0; i < block->size(); ++i)
                visit(row + i, (*block)[i]);
            row += std::min(mostLines, last - row);
        }
    }
    return {};
}
