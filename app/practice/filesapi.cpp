// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/filesapi.h"

#include "practice/filescreate.h"
#include "practice/filesupload.h"
#include "practice/reply.h"

#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qint64 dayMs = 86'400'000;

ApiReply notFound(const QString &what, const QString &id)
{
    return openAiError(
        {.status = 404, .message = u"No such %1 object: %2"_s.arg(what, id), .param = u"id"_s});
}

ApiReply noSuchCall(const ApiRequest &request)
{
    return openAiError(
        {.status = 404,
         .message = u"Invalid URL (%1 %2)"_s.arg(QString::fromLatin1(request.method), request.path),
         .code = u"unknown_url"_s});
}

ApiReply wrongMethod(const ApiRequest &request)
{
    return openAiError({.status = 405,
                        .message = u"Not allowed to %1 on %2."_s.arg(
                            QString::fromLatin1(request.method), request.path),
                        .code = u"method_not_supported"_s});
}

ApiReply serverError(const Error &error)
{
    return openAiError({.status = 500, .message = error.message, .type = u"server_error"_s});
}

ApiReply wrongParameter(const QString &name)
{
    return openAiError({.message = u"Invalid value for '%1'."_s.arg(name),
                        .param = name,
                        .code = u"invalid_value"_s});
}

QJsonObject fileJson(const FileRecord &file)
{
    return {{u"id"_s, file.id},
            {u"object"_s, u"file"_s},
            {u"bytes"_s, file.bytes},
            {u"created_at"_s, seconds(file.createdMs)},
            {u"expires_at"_s, file.expiresAt == 0 ? QJsonValue() : QJsonValue(file.expiresAt)},
            {u"filename"_s, file.name},
            {u"purpose"_s, file.purpose},
            {u"status"_s, u"processed"_s},
            {u"status_details"_s, QJsonValue()}};
}

QJsonObject usageJson(const BatchRecord &record)
{
    return {{u"input_tokens"_s, record.inputTokens},
            {u"input_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}}},
            {u"output_tokens"_s, record.outputTokens},
            {u"output_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, 0}}},
            {u"total_tokens"_s, record.inputTokens + record.outputTokens}};
}

} // namespace

FilesApi::FilesApi(std::unique_ptr<BatchEngine> engine) : m_engine(std::move(engine)) {}

BatchForm FilesApi::form()
{
    return {.rules = {.wantsMethodAndUrl = true},
            .shape = ResultShape::WithIds,
            .writesUnanswered = true};
}

ApiReply FilesApi::unauthorised(const ApiRequest &) const
{
    return openAiError(
        {.status = 401,
         .message = u"Incorrect API key provided. Give the key that the practice provider was "
                    u"started with."_s,
         .code = u"invalid_api_key"_s});
}

void FilesApi::handle(const ApiRequest &request, const Respond &respond)
{
    m_engine->advance();
    const QStringList path = segments(request.path);
    if (path == QStringList{u"v1"_s, u"files"_s} && request.method == "POST")
        upload(request, respond);
    else
        respond(reply(request, path));
}

ApiReply FilesApi::reply(const ApiRequest &request, const QStringList &path)
{
    if (path.value(0) != "v1"_L1)
        return noSuchCall(request);
    if (path.value(1) == "files"_L1)
        return fileReply(request, path.sliced(2));
    if (path.value(1) == "batches"_L1)
        return batchReply(request, path.sliced(2));
    if (path.value(1) == "models"_L1 && path.size() == 2)
        return request.method == "GET" ? jsonReply(modelList()) : wrongMethod(request);
    return noSuchCall(request);
}

ApiReply FilesApi::fileReply(const ApiRequest &request, const QStringList &path)
{
    if (path.isEmpty())
        return request.method == "GET" ? listFiles(request) : wrongMethod(request);
    const FileRecord *const file = m_engine->store().file(path[0]);
    if (file == nullptr)
        return notFound(u"File"_s, path[0]);
    if (path.size() == 2 && path[1] == "content"_L1)
        return request.method == "GET"
            ? contentReply(request, *file, m_engine->store().contentPath(file->id))
            : wrongMethod(request);
    if (path.size() != 1)
        return noSuchCall(request);
    if (request.method == "GET")
        return jsonReply(fileJson(*file));
    if (request.method != "DELETE")
        return wrongMethod(request);
    m_engine->store().removeFile(path[0]);
    return jsonReply({{u"id"_s, path[0]}, {u"object"_s, u"file"_s}, {u"deleted"_s, true}});
}

ApiReply FilesApi::batchReply(const ApiRequest &request, const QStringList &path)
{
    if (path.isEmpty() && request.method == "POST")
        return create(request);
    if (path.isEmpty())
        return request.method == "GET" ? listBatches(request) : wrongMethod(request);
    const BatchRecord *const record = m_engine->store().batch(path[0]);
    if (record == nullptr)
        return notFound(u"Batch"_s, path[0]);
    if (path.size() == 1)
        return request.method == "GET" ? jsonReply(batchJson(*record)) : wrongMethod(request);
    if (path.size() != 2 || path[1] != "cancel"_L1)
        return noSuchCall(request);
    if (request.method != "POST")
        return wrongMethod(request);
    const Phase phase = record->phase(m_engine->nowMs());
    if (isEnd(phase))
        return openAiError(
            {.status = 409,
             .message = u"Cannot cancel a batch with status '%1'."_s.arg(phaseWord(phase))});
    const auto cancelled = m_engine->cancel(path[0]);
    return cancelled ? jsonReply(batchJson(*cancelled)) : serverError(cancelled.error());
}

void FilesApi::upload(const ApiRequest &request, const Respond &respond)
{
    const QString id = Store::newId("file-"_L1);
    const UploadTask task{.body = request.body,
                          .contentType = request.contentType,
                          .path = m_engine->store().contentPath(id)};
    // A hundred megabytes take a while to copy: not on the thread that answers the others.
    QtConcurrent::run(&m_engine->pool(), &keepUpload, task)
        .then(m_engine.get(), [this, id, respond](const UploadResult &uploaded) {
            if (!uploaded) {
                respond(openAiError(uploaded.error()));
                return;
            }
            FileRecord record{.id = id,
                              .sequence = m_engine->store().nextSequence(),
                              .createdMs = m_engine->nowMs(),
                              .bytes = uploaded->bytes,
                              .name = uploaded->name,
                              .purpose = u"batch"_s};
            const qint64 life
                = uploaded->lifeSeconds == 0 ? 30 * dayMs / 1000 : uploaded->lifeSeconds;
            record.expiresAt = record.createdMs / 1000 + life;
            const auto added = m_engine->store().addFile(record);
            respond(added ? jsonReply(fileJson(record)) : serverError(added.error()));
        });
}

ApiReply FilesApi::create(const ApiRequest &request)
{
    auto wish = readCreate(request);
    if (!wish)
        return openAiError(wish.error());
    Store &store = m_engine->store();
    const FileRecord *const file = store.file(wish->inputFileId);
    if (file == nullptr || file->purpose != "batch"_L1)
        return openAiError(
            {.message = file == nullptr
                 ? u"No such File object: %1"_s.arg(wish->inputFileId)
                 : u"The file %1 was not uploaded for a batch."_s.arg(wish->inputFileId),
             .param = u"input_file_id"_s,
             .code = u"invalid_value"_s});
    wish->id = Store::newId("batch_"_L1);
    if (auto held = store.holdInput(wish->id, file->id); !held)
        return serverError(held.error());
    const auto created = m_engine->create(std::move(*wish));
    return created ? jsonReply(batchJson(*created)) : serverError(created.error());
}

ApiReply FilesApi::listFiles(const ApiRequest &request) const
{
    const auto wish = pageWish(request, 10'000);
    if (!wish)
        return wrongParameter(wish.error());
    const auto found = page(m_engine->store().files(), *wish, &fileJson);
    return found ? jsonReply(*found) : wrongParameter(u"after"_s);
}

ApiReply FilesApi::listBatches(const ApiRequest &request) const
{
    const auto wish = pageWish(request);
    if (!wish)
        return wrongParameter(wish.error());
    const auto found = page(m_engine->store().batches(), *wish,
                            [this](const BatchRecord &record) { return batchJson(record); });
    return found ? jsonReply(*found) : wrongParameter(u"after"_s);
}

QJsonObject FilesApi::batchJson(const BatchRecord &record) const
{
    const qint64 now = m_engine->nowMs();
    const Phase phase = record.phase(now);
    const BatchCounts counts = m_engine->counts(record);
    const auto reached
        = [now](bool isWay, qint64 at) { return isWay && at <= now ? seconds(at) : QJsonValue(); };
    const bool isPlanned = record.plannedMs != 0 && record.faults.isEmpty();
    const bool isStopped = record.cancelMs != 0 || record.fate == Fate::Expire;
    const bool isFaulty = phase == Phase::Failed;
    const bool hasFiles = isEnd(phase);
    return {
        {u"id"_s, record.id},
        {u"object"_s, u"batch"_s},
        {u"endpoint"_s, record.endpoint},
        {u"model"_s, isPlanned ? textOrNull(record.model) : QJsonValue()},
        {u"errors"_s,
         isFaulty ? QJsonValue(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, record.faults}})
                  : QJsonValue()},
        {u"input_file_id"_s, record.inputFileId},
        {u"completion_window"_s, record.window},
        {u"status"_s, phaseWord(phase)},
        {u"output_file_id"_s, hasFiles ? textOrNull(record.outputFileId) : QJsonValue()},
        {u"error_file_id"_s, hasFiles ? textOrNull(record.errorFileId) : QJsonValue()},
        {u"created_at"_s, seconds(record.createdMs)},
        {u"in_progress_at"_s,
         reached(isPlanned && (record.cancelMs == 0 || record.inProgressMs() <= record.cancelMs),
                 record.inProgressMs())},
        {u"expires_at"_s, seconds(record.createdMs + dayMs)},
        {u"finalizing_at"_s, reached(isPlanned && !isStopped, record.finalizingMs())},
        {u"completed_at"_s,
         phase == Phase::Completed ? seconds(record.completedMs()) : QJsonValue()},
        {u"failed_at"_s, isFaulty ? seconds(record.failedMs()) : QJsonValue()},
        {u"expired_at"_s, phase == Phase::Expired ? seconds(record.expiredMs()) : QJsonValue()},
        {u"cancelling_at"_s, seconds(record.cancelMs)},
        {u"cancelled_at"_s,
         phase == Phase::Cancelled ? seconds(record.cancelledMs()) : QJsonValue()},
        {u"request_counts"_s,
         QJsonObject{{u"total"_s, counts.total},
                     {u"completed"_s, counts.completed},
                     {u"failed"_s, counts.failed}}},
        {u"usage"_s,
         hasFiles && record.writtenMs != 0 ? QJsonValue(usageJson(record)) : QJsonValue()},
        {u"metadata"_s, record.metadata}};
}

} // namespace practice
