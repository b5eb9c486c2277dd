// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sink that takes an array out of a reply: however the bytes are cut into chunks, the lines, the
// rest and the verdict are the same, and good JSON comes out as good JSON.
#include "dialects/scan.h"
#include "net/httpreply.h"
#include "net/sink.h"
#include "scratchfile.h"

namespace {

struct Split {
    bool isWhole = false;
    QByteArray body;
    QByteArray lines;

    bool operator==(const Split &) const = default;
};

Split splitIn(const ScratchFile &scratch, const QByteArray &bytes, qsizetype chunk)
{
    const QString path = scratch.path(QStringLiteral("lines"));
    QFile::remove(path);
    Split split;
    {
        SplitArraySink sink(path, "data", 4096, Keep::ForNow);
        if (!sink.begin())
            return split;
        for (qsizetype at = 0; at < bytes.size(); at += chunk)
            if (!sink.write(QByteArrayView(bytes).sliced(at).first(qMin(chunk, bytes.size() - at))))
                return split;
        HttpReply reply;
        if (!sink.commit(reply))
            return split;
        split.isWhole = true;
        split.body = reply.body;
        demand(reply.file.isEmpty() || reply.file == path, "the file is where it was asked for");
    }
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        split.lines = file.readAll();
    return split;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ScratchFile scratch;
    Input input(data, size);
    const qsizetype chunk = 1 + input.choice(50);
    const QByteArray bytes = input.bytes();
    const Split whole = splitIn(scratch, bytes, qMax<qsizetype>(bytes.size(), 1));
    demand(splitIn(scratch, bytes, chunk) == whole, "chunks make no difference");
    if (!whole.isWhole) {
        demand(!QFile::exists(scratch.path(QStringLiteral("lines"))), "no part is left behind");
        return 0;
    }
    const PaddedBuffer buffer(bytes);
    if (scan::validity(buffer.line()) != scan::Validity::Valid)
        return 0;
    demand(scan::isJson({whole.body.constData(), std::size_t(whole.body.size())}),
           "the rest of a good answer is JSON");
    for (const QByteArray &line : whole.lines.split('\n'))
        demand(line.isEmpty() || scan::isJson({line.constData(), std::size_t(line.size())}),
               "a line of a good answer is JSON");
    return 0;
}
