// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/inlineapi.h"

#include "practice/reply.h"

#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype maxLive = 10;
// Larger results are in the files alone.
constexpr qint64 maxInlineRequests = 1000;
constexpr qint64 maxInlineBytes = 4 << 20;
constexpr qint64 dayMs = 86'400'000;

ApiReply notFound(const ApiRequest &request, const QString &message)
{
    return meshError(request, {.status = 404, .code = u"not_found"_s, .message = message});
}

ApiReply wrongMethod(const ApiRequest &request)
{
    return meshError(
        request,
        {.status = 405, .code = u"method_not_allowed"_s, .message = u"Method Not Allowed"_s});
}

ApiReply serverError(const ApiRequest &request, const Error &error)
{
    return meshError(request,
                     {.status = 500, .code = u"internal_error"_s, .message = error.message});
}

ApiReply full(const ApiRequest &request)
{
    return meshError(request,
                     {.status = 429,
                      .code = u"batch_limit_exceeded"_s,
                      .message = u"You already have 10 batches that have not ended."_s});
}

/// 422 in the shape of the envelope, for parameters of the query.
ApiReply wrongParameter(const ApiRequest &request, const QString &name)
{
    return meshError(request,
                     {.status = 422,
                      .code = u"validation_error"_s,
                      .message = u"request did not validate"_s,
                      .details = {QJsonObject{{u"type"_s, u"value_error"_s},
                                              {u"loc"_s, QJsonArray{u"query"_s, name}},
                                              {u"msg"_s, u"Input is not valid"_s}}}});
}

/// The lines of a result file as elements of a list.
QByteArray elements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray lines = file.readAll();
    lines.chop(1);
    return lines.replace('\n', ',');
}

} // namespace

InlineApi::InlineApi(std::unique_ptr<BatchEngine> engine) : m_engine(std::move(engine)) {}

BatchForm InlineApi::form()
{
    return {.rules = {.wantsMethodAndUrl = false, .refusesUnknownKeys = true},
            .shape = ResultShape::Plain,
            .writesUnanswered = false};
}

ApiReply InlineApi::unauthorised(const ApiRequest &request) const
{
    return meshError(
        request,
        {.status = 401, .code = u"unauthorized"_s, .message = u"The API key is not valid."_s});
}

void InlineApi::handle(const ApiRequest &request, const Respond &respond)
{
    m_engine->advance();
    const QStringList path = segments(request.path);
    if (path == QStringList{u"v1"_s, u"batches"_s} && request.method == "POST")
        create(request, respond);
    else
        respond(reply(request, path));
}

ApiReply InlineApi::reply(const ApiRequest &request, const QStringList &path)
{
    if (path.value(0) == "v1"_L1 && path.value(1) == "batches"_L1)
        return batchReply(request, path.sliced(2));
    if (path == QStringList{u"v1"_s, u"models"_s})
        return request.method == "GET" ? jsonReply(modelList()) : wrongMethod(request);
    if (path.size() == 4 && path[0] == "v1"_L1 && path[1] == "files"_L1
        && path[3] == "content"_L1) {
        if (request.method != "GET")
            return wrongMethod(request);
        const FileRecord *const file = m_engine->store().file(path[2]);
        return file == nullptr
            ? notFound(request, u"No such file: %1"_s.arg(path[2]))
            : contentReply(request, *file, m_engine->store().contentPath(file->id));
    }
    return notFound(request, u"Not Found"_s);
}

ApiReply InlineApi::batchReply(const ApiRequest &request, const QStringList &path)
{
    if (path.isEmpty())
        return request.method == "GET" ? batchList(request) : wrongMethod(request);
    const BatchRecord *const record = m_engine->store().batch(path[0]);
    if (record == nullptr)
        return notFound(request, u"No such batch: %1"_s.arg(path[0]));
    if (path.size() == 1)
        return request.method == "GET" ? whole(*record) : wrongMethod(request);
    if (path.size() != 2 || path[1] != "cancel"_L1)
        return notFound(request, u"Not Found"_s);
    if (request.method != "POST")
        return wrongMethod(request);
    const Phase phase = record->phase(m_engine->nowMs());
    if (isEnd(phase))
        return meshError(
            request,
            {.status = 409,
             .code = u"conflict"_s,
             .message = u"The batch has ended with status %1."_s.arg(phaseWord(phase))});
    const auto cancelled = m_engine->cancel(path[0]);
    return cancelled ? jsonReply(batchJson(*cancelled)) : serverError(request, cancelled.error());
}

void InlineApi::create(const ApiRequest &request, const Respond &respond)
{
    if (!isMediaType(request.contentType, "application/json")) {
        respond(meshError(request,
                          {.status = 415,
                           .code = u"invalid_request"_s,
                           .message = u"The content type must be application/json."_s}));
        return;
    }
    if (isFull()) {
        respond(full(request));
        return;
    }
    const QString id = Store::newId("batch_"_L1);
    const QString path = m_engine->store().inputPath(id);
    QtConcurrent::run(&m_engine->pool(), &readInlineBody, request.body, path)
        .then(m_engine.get(), [this, request, id, respond](const Result<InlineBody> &body) {
            respond(created(request, id, body));
        });
}

ApiReply InlineApi::created(const ApiRequest &request, const QString &id,
                            const Result<InlineBody> &body)
{
    if (!body)
        return serverError(request, body.error());
    if (!body->details.isEmpty())
        return fastApiError(body->details);
    Store &store = m_engine->store();
    if (isFull()) {
        store.releaseInput(id);
        return full(request);
    }
    if (body->model.startsWith("no-batch"_L1)) {
        store.releaseInput(id);
        return meshError(
            request,
            {.status = 501,
             .code = u"not_implemented"_s,
             .message = u"The provider of %1 does not support batches."_s.arg(body->model)});
    }
    const auto record = m_engine->create({.id = id,
                                          .endpoint = body->endpoint,
                                          .window = body->window,
                                          .metadata = body->metadata,
                                          .total = body->requests,
                                          .model = body->model});
    return record ? jsonReply(batchJson(*record)) : serverError(request, record.error());
}

ApiReply InlineApi::batchList(const ApiRequest &request) const
{
    const auto wish = pageWish(request);
    if (!wish)
        return wrongParameter(request, wish.error());
    const auto found = page(m_engine->store().batches(), *wish,
                            [this](const BatchRecord &record) { return batchJson(record); });
    return found ? jsonReply(*found) : wrongParameter(request, u"after"_s);
}

bool InlineApi::isFull() const
{
    return m_engine->liveCount() >= maxLive;
}

ApiReply InlineApi::whole(const BatchRecord &record) const
{
    ApiReply reply = jsonReply(batchJson(record));
    if (!isEnd(record.phase(m_engine->nowMs())) || record.total > maxInlineRequests)
        return reply;
    qint64 bytes = 0;
    QByteArrayList parts;
    for (const QString &id : {record.outputFileId, record.errorFileId}) {
        if (const FileRecord *const file = m_engine->store().file(id); file != nullptr)
            bytes += file->bytes;
    }
    if (bytes == 0 || bytes > maxInlineBytes)
        return reply;
    for (const QString &id : {record.outputFileId, record.errorFileId}) {
        if (m_engine->store().file(id) != nullptr)
            parts.append(elements(m_engine->store().contentPath(id)));
    }
    reply.body.chop(1);
    reply.body += ",\"results\":[" + parts.join(',') + "]}";
    return reply;
}

QJsonObject InlineApi::batchJson(const BatchRecord &record) const
{
    const Phase phase = record.phase(m_engine->nowMs());
    const BatchCounts counts = m_engine->counts(record);
    const bool hasEnded = isEnd(phase);
    const qsizetype slash = record.model.indexOf(u'/');
    QJsonObject json{
        {u"id"_s, record.id},
        {u"object"_s, u"batch"_s},
        {u"endpoint"_s, record.endpoint},
        {u"input_file_id"_s, QJsonValue()},
        {u"output_file_id"_s, hasEnded ? textOrNull(record.outputFileId) : QJsonValue()},
        {u"error_file_id"_s, hasEnded ? textOrNull(record.errorFileId) : QJsonValue()},
        {u"status"_s, phaseWord(phase)},
        {u"model"_s, record.model},
        {u"provider"_s, slash > 0 ? record.model.left(slash) : u"practice"_s},
        {u"created_at"_s, seconds(record.createdMs)},
        {u"completed_at"_s,
         phase == Phase::Completed ? seconds(record.completedMs()) : QJsonValue()},
        {u"expires_at"_s, seconds(record.createdMs + dayMs)},
        {u"completion_window"_s, record.window},
        {u"request_counts"_s,
         QJsonObject{{u"total"_s, counts.total},
                     {u"completed"_s, counts.completed},
                     {u"failed"_s, counts.failed}}},
        {u"metadata"_s, record.metadata},
        {u"usage_synced"_s, hasEnded}};
    if (phase == Phase::Failed)
        json.insert("errors_detail"_L1, record.faults);
    return json;
}

} // namespace practice
