// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/reply.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype maxPairs = 16;
constexpr qsizetype maxKey = 64;
constexpr qsizetype maxValue = 512;

/// "bytes=a-b", "a-", "-n" as [first, last]; nothing for what is not one range of bytes, which is
/// then ignored as RFC 9110 says; an empty range for one outside of the file.
std::optional<FileSlice> wantedSlice(const ApiRequest &request, qint64 size, const QByteArray &etag)
{
    const QByteArray range = request.range.trimmed();
    if (!range.startsWith("bytes=") || (!request.ifRange.isEmpty() && request.ifRange != etag))
        return std::nullopt;
    const QList<QByteArray> ends = range.sliced(6).split('-');
    if (ends.size() != 2)
        return std::nullopt;
    bool isFirst = false;
    bool isLast = false;
    const qint64 first = ends[0].toLongLong(&isFirst);
    const qint64 last = ends[1].toLongLong(&isLast);
    if (ends[0].isEmpty() && isLast && last >= 0) {
        const qint64 length = std::min(last, size);
        return FileSlice{.offset = size - length, .length = length};
    }
    if (!isFirst || (!isLast && !ends[1].isEmpty()) || (isLast && last < first))
        return std::nullopt;
    const qint64 end = isLast && last < size ? last + 1 : size;
    return FileSlice{.offset = first, .length = std::max<qint64>(end - first, 0)};
}

/// A name for a quoted string in a header: one line, and no quote that ends it.
QByteArray quotable(const QString &name)
{
    QByteArray bytes = name.toUtf8();
    for (char &c : bytes)
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F)
            c = '_';
    return bytes;
}

} // namespace

ApiReply jsonReply(const QJsonObject &object, int status)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

ApiReply openAiError(const OpenAiFault &fault)
{
    return jsonReply({{u"error"_s,
                       QJsonObject{{u"message"_s, fault.message},
                                   {u"type"_s, fault.type},
                                   {u"param"_s, textOrNull(fault.param)},
                                   {u"code"_s, textOrNull(fault.code)}}}},
                     fault.status);
}

ApiReply meshError(const ApiRequest &request, const MeshFault &fault)
{
    QJsonObject error{{u"code"_s, fault.code}, {u"message"_s, fault.message}};
    if (!fault.details.isEmpty())
        error.insert("details"_L1, fault.details);
    return jsonReply(
        {{u"error"_s, error}, {u"request_id"_s, QString::fromLatin1(request.requestId)}},
        fault.status);
}

ApiReply fastApiError(const QJsonArray &detail)
{
    return jsonReply({{u"detail"_s, detail}}, 422);
}

ApiReply contentReply(const ApiRequest &request, const FileRecord &file, const QString &path)
{
    const QByteArray etag = '"' + file.id.toLatin1() + '-' + QByteArray::number(file.bytes) + '"';
    ApiReply reply{.contentType = "application/octet-stream",
                   .headers = {{"ETag", etag},
                               {"Accept-Ranges", "bytes"},
                               {"Content-Disposition",
                                "attachment; filename=\"" + quotable(file.name) + '"'}}};
    FileSlice slice{.path = path, .length = file.bytes};
    if (const auto wanted = wantedSlice(request, file.bytes, etag)) {
        const QByteArray size = QByteArray::number(file.bytes);
        if (wanted->length == 0) {
            reply.status = 416;
            reply.headers.append({"Content-Range", "bytes */" + size});
            return reply;
        }
        slice.offset = wanted->offset;
        slice.length = wanted->length;
        reply.status = 206;
        reply.headers.append({"Content-Range",
                              "bytes " + QByteArray::number(slice.offset) + '-'
                                  + QByteArray::number(slice.offset + slice.length - 1) + '/'
                                  + size});
    }
    reply.file = slice;
    return reply;
}

QJsonObject modelList()
{
    QJsonArray models;
    for (const auto name :
         std::array{"practice-mini"_L1, "practice-large"_L1, "practice-embed"_L1}) {
        models.append(QJsonObject{{u"id"_s, name},
                                  {u"object"_s, u"model"_s},
                                  {u"created"_s, 1760000000},
                                  {u"owned_by"_s, u"practice"_s},
                                  {u"supports_batching"_s, true}});
    }
    return {{u"object"_s, u"list"_s}, {u"data"_s, models}};
}

std::expected<PageWish, QString> pageWish(const ApiRequest &request, qsizetype maxLimit)
{
    PageWish wish{.after = request.query.queryItemValue(u"after"_s)};
    if (request.query.hasQueryItem(u"limit"_s)) {
        bool isNumber = false;
        wish.limit = request.query.queryItemValue(u"limit"_s).toInt(&isNumber);
        if (!isNumber || wish.limit < 1 || wish.limit > maxLimit)
            return std::unexpected(u"limit"_s);
    }
    return wish;
}

QJsonValue seconds(qint64 milliseconds)
{
    return milliseconds == 0 ? QJsonValue() : QJsonValue(milliseconds / 1000);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::optional<OpenAiFault> metadataFault(const QJsonValue &metadata)
{
    if (metadata.isNull() || metadata.isUndefined())
        return std::nullopt;
    if (!metadata.isObject())
        return OpenAiFault{.message = u"'metadata' must be an object."_s,
                           .param = u"metadata"_s,
                           .code = u"invalid_type"_s};
    const QJsonObject pairs = metadata.toObject();
    if (pairs.size() > maxPairs)
        return OpenAiFault{.message = u"'metadata' holds more than 16 pairs."_s,
                           .param = u"metadata"_s,
                           .code = u"object_above_max_properties"_s};
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        const QString param = "metadata."_L1 + pair.key();
        if (!pair.value().isString())
            return OpenAiFault{.message = u"'%1' must be a string."_s.arg(param),
                               .param = param,
                               .code = u"invalid_type"_s};
        if (pair.key().isEmpty() || pair.key().size() > maxKey
            || pair.value().toString().size() > maxValue)
            return OpenAiFault{
                .message = u"'%1': a key has 1 to 64 characters, a value at most 512."_s.arg(param),
                .param = param,
                .code = u"string_above_max_length"_s};
    }
    return std::nullopt;
}

} // namespace practice
