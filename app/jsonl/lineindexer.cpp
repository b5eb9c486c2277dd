// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/lineindexer.h"

#include "jsonl/linescanner.h"

using Index = std::shared_ptr<const LineIndex>;

Result<Index> buildLineIndex(const QString &path, const Pass &pass)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    LineScanner scanner(std::move(*file), pass);
    LineIndexBuilder builder;
    ScannedLine line;
    while (true) {
        const Result<bool> more = scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        while (scanner.next(line)) {
            if (line.isBlank)
                builder.addBlank(line.physical);
            else
                builder.addLine(line.start);
        }
    }
    Result<QByteArray> digest = scanner.file().headTailDigest();
    if (!digest)
        return Failure(digest.error());
    return builder.finish(scanner.file().size(), std::move(*digest));
}

QFuture<Result<Index>> indexLines(QThreadPool &pool, QString path)
{
    return runOnPool<Index>(pool, [path = std::move(path)](QPromise<Result<Index>> &promise) {
        promise.addResult(buildLineIndex(path, passOf(promise)));
    });
}
