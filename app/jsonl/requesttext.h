// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/inputfile.h"
#include "jsonl/pass.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>

/// The text of a file that a user gives: the file itself, or what it is packed from. The user's file
/// is only read. Any thread.
///
/// A check jumps back to lines that have the same id, and a packed file cannot be jumped in, so its
/// text is unpacked once and whole; what is taken into the library is unpacked right into its place
/// there. Elsewhere it goes into a file that has no name: it is private, costs no memory, and the
/// system takes it away with its last reader, also when the program dies.

/// The text, with the path of the user's file; folder: where that is unpacked (made where it is
/// missing), empty: the system's for temporary files. As InputFile::open and unpack().
[[nodiscard]] Result<InputFile> openText(const QString &path, const QString &folder,
                                         const Pass &pass);

using TakeBytes = std::function<Result<>(std::string_view bytes)>;

/// Hands out the text of a file; folder: where it goes to, which must have room for it. What was
/// handed out before an error is no text.
[[nodiscard]] Result<> copyText(const InputFile &from, const QString &folder, const TakeBytes &to,
                                const Pass &pass);
/// The bytes of a file as they are, from an offset on. FileChanged, Disk, Cancelled.
[[nodiscard]] Result<> copyBytes(const InputFile &from, const TakeBytes &to, const Pass &pass,
                                 qint64 offset = 0);

/// Up to so many bytes of its beginning; BadInput where it cannot be read.
[[nodiscard]] Result<QByteArray> frontOfText(const QString &path, qsizetype most);

/// "/a/b.jsonl.gz" -> "b": what a run of this file is called.
[[nodiscard]] QString titleOf(const QString &path);
/// Ends as files of requests do: .jsonl or .ndjson, and .gz or .zst behind that.
[[nodiscard]] bool isNamedAsRequests(const QString &path);
/// Ends as packed files do.
[[nodiscard]] bool isNamedAsPacked(const QString &path);
