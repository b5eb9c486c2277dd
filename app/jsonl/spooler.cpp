// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/spooler.h"

#include "jsonl/blockhash.h"
#include "jsonl/linescanner.h"
#include "jsonl/outputfile.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace {

constexpr qsizetype blockBytes = qsizetype(2) << 20;

/// Bytes on their way to the file: hashed beside the work on the next ones.
class Body {
public:
    explicit Body(OutputFile file) : m_file(std::move(file)) {}

    [[nodiscard]] QByteArray &bytes() { return m_blocks[m_current]; }
    [[nodiscard]] Result<> flushIfFull()
    {
        return bytes().size() < blockBytes ? Result<>() : flush();
    }
    [[nodiscard]] Result<SpooledBody> finish(qint64 requests)
    {
        if (const Result<> flushed = flush(); !flushed)
            return Failure(flushed.error());
        SpooledBody body{.bytes = m_bytes, .requests = requests, .sha256 = m_hash.result()};
        if (const Result<> kept = m_file.commit(); !kept)
            return Failure(kept.error());
        return body;
    }

private:
    Result<> flush()
    {
        const std::string_view block(bytes().constData(), static_cast<size_t>(bytes().size()));
        m_hash.add(block);
        m_bytes += bytes().size();
        const Result<> written = m_file.write(block);
        // The other block was hashed before this one began.
        m_current = 1 - m_current;
        bytes().resize(0);
        return written;
    }

    OutputFile m_file;
    std::array<QByteArray, 2> m_blocks;
    size_t m_current = 0;
    qint64 m_bytes = 0;
    BlockHash m_hash;
};

Error lineError(Error error, qint64 physical)
{
    error.line = physical;
    return error;
}

Error countError(const QString &input)
{
    return Error{.kind = ErrorKind::FileChanged,
                 .message = QCoreApplication::translate(
                                "Spooler", "%1 holds fewer requests than when it was checked.")
                                .arg(input)};
}

} // namespace

Result<SpooledBody> spoolBody(const Dialect &dialect, const BatchView &view, const QString &input,
                              const QString &target, const Pass &pass)
{
    Result<InputFile> file = InputFile::open(input);
    if (!file)
        return Failure(file.error());
    Result<OutputFile> output = OutputFile::create(target);
    if (!output)
        return Failure(output.error());
    const Framing framing = dialect.framing(view);
    LineScanner scanner(std::move(*file), pass);
    Body body(std::move(*output));
    body.bytes().append(framing.before);
    const qint64 first = view.batch.firstRequest;
    const qint64 end = first + view.batch.requests;
    qint64 row = 0;
    ScannedLine line;
    while (row < end) {
        const Result<bool> more = scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            return Failure(countError(input));
        while (row < end && scanner.next(line)) {
            if (line.isBlank || row++ < first)
                continue;
            const Result<Request> request = readRequest(line.line);
            if (!request)
                return Failure(lineError(request.error(), line.physical));
            if (row - 1 > first)
                body.bytes().append(framing.between);
            dialect.writeLine(*request, view, body.bytes());
            if (const Result<> flushed = body.flushIfFull(); !flushed)
                return Failure(flushed.error());
        }
    }
    body.bytes().append(framing.after);
    return body.finish(view.batch.requests);
}

QFuture<Result<SpooledBody>> spool(QThreadPool &pool, const Dialect &dialect, Run run, Batch batch,
                                   Profile profile, QString input, QString target)
{
    const auto work = [&dialect, run = std::move(run), batch = std::move(batch),
                       profile = std::move(profile), input = std::move(input),
                       target = std::move(target)](QPromise<Result<SpooledBody>> &promise) {
        const BatchView view{.run = run, .batch = batch, .profile = profile};
        promise.addResult(spoolBody(dialect, view, input, target, passOf(promise)));
    };
    return runOnPool<SpooledBody>(pool, work);
}
