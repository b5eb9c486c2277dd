// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/result.h"
#include "jsonl/inputfile.h"
#include "jsonl/lineindex.h"
#include "jsonl/readbuffer.h"

#include <QString>

#include <memory>
#include <vector>

/// A few lines of a file, read in one go; owns their bytes.
class LineBlock {
public:
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_lines.size()); }
    [[nodiscard]] PaddedLine operator[](qsizetype i) const
    {
        return m_lines[static_cast<size_t>(i)];
    }

private:
    friend class LineReader;
    ReadBuffer m_bytes;
    std::vector<PaddedLine> m_lines;
};

/// Reads lines by number with positioned reads; opens the file once, maps nothing. Any thread, also
/// several at a time. FileChanged when the file is not the indexed one any more; Disk on read errors.
class LineReader {
public:
    [[nodiscard]] static Result<LineReader> open(const QString &path,
                                                 std::shared_ptr<const LineIndex> index);

    /// Lines first .. first + count - 1, as many of them as there are.
    [[nodiscard]] Result<LineBlock> read(LineNo first, qint64 count) const;
    [[nodiscard]] const LineIndex &index() const { return *m_index; }

private:
    LineReader(InputFile file, std::shared_ptr<const LineIndex> index);
    InputFile m_file;
    std::shared_ptr<const LineIndex> m_index;
};
