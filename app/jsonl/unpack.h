// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/inputfile.h"
#include "jsonl/pass.h"

#include <functional>
#include <string_view>

/// How the text of a file is packed: told by its first bytes, never by its name.
enum class Packing : quint8 { None, Gzip, Zstd };

[[nodiscard]] Result<Packing> packingOf(const InputFile &file);

/// Where the text goes, and how much of it may. A few MB can unpack to more than any disk holds.
struct Unpacking {
    std::function<Result<>(std::string_view bytes)> write;
    /// Bytes that are free where they are written, -1: nobody knows. Asked every 16 MiB.
    std::function<qint64()> free;
    qint64 reserve = qint64(64) << 20; ///< left free for others
    /// A text of more than usualMost that is also mostTimes as large as what it was packed into is
    /// no list of requests; the best that gzip does is 1032 times.
    qint64 usualMost = qint64(4) << 30;
    qint64 mostTimes = 500;
};

/// Hands out the text of a packed file from its beginning to its end: all members of a gzip file,
/// all frames of a zstd one, without those that are to be skipped. Memory is flat (zstd: a window of
/// 128 MiB at most). Progress: packed bytes.
///
/// Good means that every member ended as it should and its checksum was right; until then nothing
/// that was written may be taken for the text. BadInput with words for a file that is cut, damaged,
/// followed by something else, packed twice or too often, and for what is no text; Disk where there
/// is no room, and what write said; FileChanged, Cancelled. A file of several members that was cut
/// right between two of them looks whole to everybody.
[[nodiscard]] Result<> unpack(const InputFile &from, Packing packing, const Unpacking &to,
                              const Pass &pass);
