// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/addchunk.h"

#include "dialects/dialect.h"

#include <QCoreApplication>
#include <QFile>

#include <numeric>

namespace {

constexpr QByteArrayView before = "{\"requests\":[";
constexpr QByteArrayView after = "]}";

Failure changed(const QString &path)
{
    return Failure(Error{
        .kind = ErrorKind::FileChanged,
        .message = QCoreApplication::translate("Jobs", "%1 is not what it was when it was written")
                       .arg(path)});
}

bool beginsLine(QFile &file, qint64 offset)
{
    if (offset == 0)
        return true;
    char last = 0;
    return file.seek(offset - 1) && file.getChar(&last) && last == '\n';
}

Result<AddChunk> read(const QString &path, const ChunkLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !beginsLine(file, limits.offset))
        return changed(path);
    AddChunk chunk;
    qint64 bodyBytes = before.size() + after.size();
    while (chunk.count() < limits.requests && !file.atEnd()) {
        QByteArray line = file.readLine();
        const qint64 taken = line.size();
        if (line.endsWith('\n'))
            line.chop(1);
        bodyBytes += line.size() + 1;
        if (limits.bytes > 0 && bodyBytes > limits.bytes && chunk.count() > 0)
            break;
        const PaddedBuffer buffer(line);
        const Result<Request> request = readRequest(buffer.line());
        if (!request)
            return changed(path);
        chunk.customIds.append(request->customId);
        chunk.lines.append(std::move(line));
        chunk.bytes += taken;
    }
    if (chunk.lines.isEmpty())
        return changed(path);
    return chunk;
}

} // namespace

QByteArray AddChunk::body(const QList<qsizetype> &which) const
{
    qsizetype size = before.size() + after.size();
    for (const qsizetype i : which)
        size += lines.at(i).size() + 1;
    QByteArray body;
    body.reserve(size);
    body += before;
    for (const qsizetype i : which) {
        if (body.size() > before.size())
            body += ',';
        body += lines.at(i);
    }
    return body += after;
}

QList<qsizetype> AddChunk::all() const
{
    QList<qsizetype> which(lines.size());
    std::iota(which.begin(), which.end(), 0);
    return which;
}

QFuture<Result<AddChunk>> readChunk(QThreadPool &pool, QString bodyFile, ChunkLimits limits)
{
    return runOnPool<AddChunk>(
        pool, [path = std::move(bodyFile), limits](QPromise<Result<AddChunk>> &promise) {
            promise.addResult(read(path, limits));
        });
}
