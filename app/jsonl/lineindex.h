// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QtTypes>

#include <memory>
#include <vector>

/// Where the non-blank lines of a JSONL file are: 8 bytes a line, built once by LineIndexer or
/// Preflight, then frozen and shared as shared_ptr<const LineIndex>. A byte order mark is not part
/// of line 0, a CR before the line end is not part of a line. Lines end at 0x0A only.
class LineIndex {
public:
    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_starts.size()); }
    [[nodiscard]] ByteOffset start(LineNo line) const
    {
        return {m_starts[static_cast<size_t>(line.value)]};
    }
    /// Where the next non-blank line starts, or the end of the file: a bound for reading.
    [[nodiscard]] ByteOffset bound(LineNo line) const;
    /// The number a person sees in an editor, from 1, blank lines counted.
    [[nodiscard]] qint64 physicalLine(LineNo line) const;
    /// The row of a physical line (from 1), or -1 for a blank one and for one that is not there.
    [[nodiscard]] qint64 rowOfPhysicalLine(qint64 physical) const;
    [[nodiscard]] qint64 blankLines() const { return static_cast<qint64>(m_blanks.size()); }
    [[nodiscard]] const std::vector<qint64> &starts() const { return m_starts; }
    /// Physical numbers of blank lines, sorted.
    [[nodiscard]] const std::vector<qint64> &blanks() const { return m_blanks; }
    [[nodiscard]] qint64 fileSize() const { return m_fileSize; }
    /// Digest of the file's size, first and last 64 KiB: a changed file is noticed by it.
    [[nodiscard]] const QByteArray &headTailDigest() const { return m_digest; }

private:
    friend class LineIndexBuilder;
    std::vector<qint64> m_starts;
    std::vector<qint64> m_blanks; ///< physical numbers of blank lines, sorted
    qint64 m_fileSize = 0;
    QByteArray m_digest;
};

/// Collects the lines of a file in their order; finish() gives the index away.
class LineIndexBuilder {
public:
    void addLine(qint64 start) { m_index.m_starts.push_back(start); }
    void addBlank(qint64 physical) { m_index.m_blanks.push_back(physical); }
    /// What there is so far.
    [[nodiscard]] const LineIndex &soFar() const { return m_index; }
    [[nodiscard]] std::shared_ptr<const LineIndex> finish(qint64 fileSize, QByteArray digest);

private:
    LineIndex m_index;
};
