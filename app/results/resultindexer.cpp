// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/resultindexer.h"

#include "jsonl/linescanner.h"
#include "results/linefields.h"

namespace {

/// The last line, from start on, of a file that does not end in a newline.
Result<bool> isLastLineWhole(const InputFile &file, qint64 start, qint64 mostBytes)
{
    const qint64 size = file.size() - start;
    if (size > mostBytes)
        return false;
    QByteArray bytes(size, Qt::Uninitialized);
    const Result<qint64> got = file.readAt(start, bytes.data(), size);
    if (!got)
        return Failure(got.error());
    return *got == size && LineFields().isWhole(PaddedBuffer(bytes).line());
}

Result<FileCheck> check(const QString &path, const Pass &pass)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file) {
        file.error().kind = ErrorKind::Disk; // a file of ours, not one that a user chose
        return Failure(file.error());
    }
    LineScanner scanner(std::move(*file), pass);
    FileCheck found;
    ScannedLine line;
    for (;;) {
        const Result<bool> more = scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        while (scanner.next(line))
            found.lines += line.isBlank ? 0 : 1;
    }
    if (found.lines == 0 || line.isBlank)
        return found;
    char last = '\n';
    if (const Result<qint64> got = scanner.file().readAt(scanner.file().size() - 1, &last, 1); !got)
        return Failure(got.error());
    if (last == '\n')
        return found;
    const Result<bool> whole = isLastLineWhole(scanner.file(), line.start, pass.maxLineBytes);
    if (!whole)
        return Failure(whole.error());
    found.lastLineWhole = *whole;
    return found;
}

} // namespace

QFuture<Result<FileCheck>> checkResultFile(QThreadPool &pool, QString path)
{
    return runOnPool<FileCheck>(pool,
                                [path = std::move(path)](QPromise<Result<FileCheck>> &promise) {
                                    promise.addResult(check(path, passOf(promise)));
                                });
}
