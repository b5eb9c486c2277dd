// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/result.h"
#include "jsonl/inputfile.h"
#include "jsonl/pass.h"

#include <memory>
#include <string_view>

/// One physical line of a file. The bytes hold until the next LineScanner::fill().
struct ScannedLine {
    PaddedLine line; ///< without line end, CR before it, and byte order mark
    qint64 start = 0; ///< of its first byte in the file (behind a byte order mark)
    qint64 physical = 0; ///< from 1
    bool hasCr = false;
    bool isBlank = false; ///< nothing but blanks and tabs
    bool isOverlong = false; ///< longer than the pass allows: its bytes are not here
};

/// Goes through a file line by line in blocks: the one place that knows what a line is. Lines end
/// at byte 0x0A only; one CR before the end and a byte order mark at the start of the file are not
/// part of a line; the last line may lack its end. Memory: one block, or the longest line.
///
///     while (*scanner.fill())          // look at the error first
///         while (scanner.next(line)) ...
class LineScanner {
public:
    LineScanner(InputFile file, const Pass &pass);

    /// Reads the next block. False: there is no more. Cancelled, Disk, FileChanged.
    [[nodiscard]] Result<bool> fill();
    /// The next line of what was read; false: fill() first.
    [[nodiscard]] bool next(ScannedLine &line);

    /// What the last fill() read, as it is in the file; holds until the next.
    [[nodiscard]] std::string_view block() const
    {
        return {m_bytes.get() + m_fresh, m_end - m_fresh};
    }
    [[nodiscard]] bool hasByteOrderMark() const { return m_hasMark; }
    [[nodiscard]] const InputFile &file() const { return m_file; }

private:
    void makeRoom(std::size_t wanted);
    void take(std::size_t end, std::size_t lineEnd, ScannedLine &line);

    InputFile m_file;
    const Pass &m_pass;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_capacity = 0;
    std::size_t m_begin = 0; ///< first byte that was not handed out
    std::size_t m_searched = 0; ///< no line end before this
    std::size_t m_fresh = 0; ///< first byte of the last read
    std::size_t m_end = 0;
    qint64 m_offset = 0; ///< in the file, of m_bytes[0]
    qint64 m_physical = 0;
    qint64 m_skippedFrom = -1; ///< start of an overlong line that is being passed over
    bool m_atEnd = false;
    bool m_hasMark = false;
};

/// Nothing but blanks, tabs and CR.
[[nodiscard]] bool isBlank(std::string_view bytes);
/// A line without the CR at its end.
[[nodiscard]] std::string_view withoutCr(std::string_view bytes);
