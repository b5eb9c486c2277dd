// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QtTypes>

#include <vector>

/// Where the non-blank lines of a JSONL file are: 8 bytes a line, built once by LineIndexer or
/// Preflight, then frozen and shared as shared_ptr<const LineIndex>. A byte order mark is not part
/// of line 0, a CR before the line end is not part of a line. Lines end at 0x0A only.
class LineIndex {
public:
    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_starts.size()); }
    [[nodiscard]] ByteOffset start(LineNo line) const { return {m_starts[static_cast<size_t>(line.value)]}; }
    /// Where the next non-blank line starts, or the end of the file: a bound for reading.
    [[nodiscard]] ByteOffset bound(LineNo line) const;
    /// The number a person sees in an editor, from 1, blank lines counted.
    [[nodiscard]] qint64 physicalLine(LineNo line) const;
    /// The row of a physical line (from 1), or -1 for a blank one.
    [[nodiscard]] qint64 rowOfPhysicalLine(qint64 physical) const;
    [[nodiscard]] qint64 fileSize() const { return m_fileSize; }
    /// Digest of the file's size, first and last 64 KiB: a changed file is noticed by it.
    [[nodiscard]] const QByteArray &headTailDigest() const { return m_digest; }

private:
    friend class LineIndexBuilder;
    std::vector<qint64> m_starts;
    std::vector<qint64> m_blankBefore; ///< physical numbers of blank lines, sorted
    qint64 m_fileSize = 0;
    QByteArray m_digest;
};
