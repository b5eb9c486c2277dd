// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/linescanner.h"

#include <memory>
#include <string_view>
#include <vector>

/// What one thread does with the blocks it gets. begin, take for each line and end are called for
/// one block after the other, on that worker's thread and beside the other workers; merge for the
/// blocks of all workers in the order of the file, by one thread at a time, so that what it changes
/// needs no lock.
class BlockWorker {
public:
    virtual ~BlockWorker() = default;
    virtual void begin() = 0;
    /// A line that starts in this block; physical counts from 1 within it. The bytes hold until
    /// the call returns.
    virtual void take(const ScannedLine &line) = 0;
    /// bytes: the block itself, as it is in the file. linesBefore: the lines (blank ones too) that
    /// start before this block. An error ends the whole pass with it.
    [[nodiscard]] virtual Result<> merge(std::string_view bytes, qint64 linesBefore) = 0;
};

/// Goes through the lines of a file (as LineScanner has them) in blocks, with one thread for each
/// worker; the caller's thread is the first. A line belongs to the block in which it starts. Memory: for each
/// worker one block and its longest line. Cancelled, Disk, FileChanged, or what a merge said first.
/// The functions of the pass are called by one thread at a time; the threads are those of
/// core/orderedwork.h.
///
/// Blocks are read with pread and never mapped: mapping gains nothing here, and a file that is cut
/// while it is mapped ends the program (measured, as is that more than one thread a core does not help).
[[nodiscard]] Result<> scanBlocks(const InputFile &file, const Pass &pass,
                                  const std::vector<std::unique_ptr<BlockWorker>> &workers);

/// How many blocks a file of this size has, at least one.
[[nodiscard]] inline qint64 blocksOf(qint64 fileSize, const Pass &pass)
{
    return fileSize / pass.blockBytes + 1;
}

/// The bytes of the mark at the front of the file, 0 where there is none. Disk.
[[nodiscard]] Result<qint64> byteOrderMarkSize(const InputFile &file);
