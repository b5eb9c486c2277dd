// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the practice provider is sent: forms, ranges, lines of requests and whole inline bodies.
#include "practice/inlinebody.h"
#include "practice/jsontext.h"
#include "practice/multipart.h"
#include "practice/reply.h"
#include "practice/requestline.h"
#include "scratchfile.h"

using namespace practice;

namespace {

void readForm(Input input)
{
    const QByteArray boundary = formBoundary(input.line());
    const QByteArray body = input.bytes();
    if (boundary.isEmpty())
        return;
    const auto parts = formParts(body, boundary);
    if (!parts) {
        demand(!parts.error().isEmpty(), "a form is refused in words");
        return;
    }
    qsizetype sum = 0;
    for (const FormPart &part : *parts) {
        demand(!part.name.isEmpty(), "a part has a name");
        sum += part.content.size();
    }
    demand(sum <= body.size(), "parts do not overlap");
}

void readRange(Input input)
{
    const FileRecord file{
        .id = QStringLiteral("file-1"), .bytes = 1000, .name = QString::fromUtf8(input.line())};
    const ApiReply reply
        = contentReply({.range = input.line(), .ifRange = input.line()}, file, QString());
    for (const auto &[name, value] : reply.headers)
        demand(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'),
               "a header is one line");
    if (reply.status == 416)
        return;
    demand(reply.file && reply.file->offset >= 0 && reply.file->length > 0
               && reply.file->offset + reply.file->length <= file.bytes,
           "a slice is within its file");
}

void readLines(const Input &input)
{
    LineParser parser;
    for (const QByteArray &line : input.bytes().split('\n')) {
        const std::string_view text(line.constData(), std::size_t(line.size()));
        for (const bool isStrict : {false, true}) {
            const auto read = parser.parse(
                text, {.wantsMethodAndUrl = isStrict, .refusesUnknownKeys = isStrict});
            demand(!read || !read->customId.empty(), "a request has an id");
            demand(read || !read.error().message.isEmpty(), "a line is refused in words");
        }
        static_cast<void>(tamedJson(text));
    }
}

void readBody(const Input &input)
{
    static const ScratchFile scratch;
    const QString path = scratch.path(QStringLiteral("requests"));
    QFile::remove(path);
    const Result<InlineBody> body = readInlineBody(input.bytes(), path);
    demand(body.has_value(), "only the disk fails");
    demand(body->details.size() <= 100, "faults are not told without end");
    demand(QFile::exists(path) == body->details.isEmpty(), "lines are there if they are good");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    switch (input.choice(4)) {
    case 0: readForm(input); break;
    case 1: readRange(input); break;
    case 2: readLines(input); break;
    default: readBody(input);
    }
    return 0;
}
