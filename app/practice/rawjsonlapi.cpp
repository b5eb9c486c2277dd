// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/rawjsonlapi.h"

#include "practice/jsontext.h"
#include "practice/linefile.h"
#include "practice/reply.h"
#include "practice/textwork.h"

#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

#include <expected>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr LineRules rules{.wantsMethodAndUrl = true, .mixesModels = true};

/// As the gateway in front of it words its errors.
ApiReply refusal(int status, const QString &message)
{
    return jsonReply({{u"message"_s, message}}, status);
}

/// What came in, once it is on disk; the first line at fault otherwise.
struct Taken {
    qint64 requests = 0;
    QString model;
    QString fault;
};

QString textOf(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

/// What makes this line unusable as a whole; the fields of an operation are each row's own matter.
QString faultOfLine(const std::expected<RequestLine, LineFault> &line)
{
    if (!line)
        return textOf(line.error().message);
    if (line->url != chatEndpoint)
        return u"url must be /v1/chat/completions"_s;
    if (!line->body["document"].error() || !line->body["document_mime_type"].error())
        return u"documents are not supported in batch requests"_s;
    const bool isChat = !line->body["messages"].error();
    if (!isChat && !textWorkFromModel(line->model))
        return u"invalid model value \"%1\": must be extract, summarize or classify"_s.arg(
            QString::fromUtf8(line->model.data(), qsizetype(line->model.size())));
    return {};
}

/// Checks each line and writes those that are not blank to a file.
Result<Taken> takeLines(const QByteArray &body, const QString &path)
{
    QFile file(path + ".part"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Failure(diskError(file));
    Taken taken;
    LineParser parser;
    std::unordered_set<quint64> ids;
    qint64 number = 0;
    for (qsizetype start = 0; start < body.size();) {
        const qsizetype found = body.indexOf('\n', start);
        const qsizetype end = found < 0 ? body.size() : found;
        const QByteArrayView line = QByteArrayView(body).sliced(start, end - start).trimmed();
        start = end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        const auto request
            = parser.parse({line.data(), static_cast<std::size_t>(line.size())}, rules);
        taken.fault = faultOfLine(request);
        if (taken.fault.isEmpty() && !ids.insert(stableHash(request->customId)).second)
            taken.fault = u"duplicate custom_id"_s;
        if (!taken.fault.isEmpty()) {
            taken.fault = u"line %1: %2"_s.arg(number).arg(taken.fault);
            file.remove();
            return taken;
        }
        if (++taken.requests == 1)
            taken.model
                = QString::fromUtf8(request->model.data(), qsizetype(request->model.size()));
        if (file.write(line.data(), line.size()) != line.size() || !file.putChar('\n'))
            return Failure(diskError(file));
    }
    if (taken.requests == 0) {
        taken.fault = u"the body holds no requests"_s;
        file.remove();
        return taken;
    }
    file.close();
    QFile::remove(path);
    if (!file.rename(path))
        return Failure(diskError(file));
    return taken;
}

/// There are but four words.
QString statusWord(Phase phase)
{
    switch (phase) {
    case Phase::Validating: return u"queued"_s;
    case Phase::Completed: return u"completed"_s;
    case Phase::Failed:
    case Phase::Expired:
    case Phase::Cancelled: return u"failed"_s;
    default: return u"processing"_s;
    }
}

} // namespace

RawjsonlApi::RawjsonlApi(std::unique_ptr<BatchEngine> engine) : m_engine(std::move(engine)) {}

BatchForm RawjsonlApi::form()
{
    return {.rules = rules, .shape = ResultShape::OneFile, .writesUnanswered = false};
}

ApiReply RawjsonlApi::unauthorised(const ApiRequest &) const
{
    return refusal(401, u"Missing or invalid x-api-key"_s);
}

void RawjsonlApi::handle(const ApiRequest &request, const Respond &respond)
{
    m_engine->advance();
    const QStringList path = segments(request.path);
    if (path == QStringList{u"v1"_s, u"batches"_s} && request.method == "POST")
        create(request, respond);
    else
        respond(reply(request, path));
}

ApiReply RawjsonlApi::reply(const ApiRequest &request, const QStringList &path) const
{
    const bool isBatch = path.value(0) == "v1"_L1 && path.value(1) == "batches"_L1;
    const bool isOutput = path.size() == 4 && path[3] == "output"_L1;
    if (!isBatch || (path.size() != 3 && !isOutput))
        return path == QStringList{u"v1"_s, u"batches"_s} ? refusal(405, u"Method Not Allowed"_s)
                                                          : refusal(404, u"Not Found"_s);
    const BatchRecord *const record = m_engine->store().batch(path[2]);
    if (record == nullptr)
        return refusal(404, u"No such batch: %1"_s.arg(path[2]));
    if (request.method != "GET")
        return refusal(405, u"Method Not Allowed"_s);
    return isOutput ? output(request, *record) : jsonReply(batchJson(*record));
}

void RawjsonlApi::create(const ApiRequest &request, const Respond &respond)
{
    const bool isKnown = isMediaType(request.contentType, "application/jsonl")
        || isMediaType(request.contentType, "application/json")
        || isMediaType(request.contentType, "application/x-ndjson");
    if (!isKnown) {
        respond(refusal(415, u"The content type must be application/jsonl"_s));
        return;
    }
    const QString id = Store::newId("sdb_"_L1);
    QtConcurrent::run(&m_engine->pool(), &takeLines, request.body, m_engine->store().inputPath(id))
        .then(m_engine.get(), [this, id, respond](const Result<Taken> &taken) {
            if (!taken) {
                respond(refusal(500, taken.error().message));
                return;
            }
            if (!taken->fault.isEmpty()) {
                respond(refusal(400, taken->fault));
                return;
            }
            const auto record = m_engine->create({.id = id,
                                                  .endpoint = u"/v1/chat/completions"_s,
                                                  .total = taken->requests,
                                                  .model = taken->model});
            respond(record ? jsonReply(batchJson(*record)) : refusal(500, record.error().message));
        });
}

ApiReply RawjsonlApi::output(const ApiRequest &request, const BatchRecord &record) const
{
    const Phase phase = record.phase(m_engine->nowMs());
    const FileRecord *const file = m_engine->store().file(record.outputFileId);
    if (!isEnd(phase) || file == nullptr)
        return refusal(404, u"The batch has no output yet"_s);
    ApiReply reply
        = contentReply(request, *file, m_engine->store().contentPath(record.outputFileId));
    reply.contentType = "application/jsonl";
    return reply;
}

QJsonObject RawjsonlApi::batchJson(const BatchRecord &record) const
{
    return {{u"batch_id"_s, record.id},
            {u"status"_s, statusWord(record.phase(m_engine->nowMs()))},
            {u"total_count"_s, m_engine->counts(record).total}};
}

} // namespace practice
