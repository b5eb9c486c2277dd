// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedapi.h"

#include "core/jsontext.h"
#include "core/paddedline.h"
#include "dialects/scan.h"
#include "practice/jsontext.h"
#include "practice/reply.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <expected>

using namespace Qt::StringLiterals;
using scan::Members;

namespace practice {

namespace {

constexpr LineRules rules{.wantsMethodAndUrl = false, .refusesUnknownKeys = true};
constexpr qsizetype maxAdded = 1'000;
constexpr qint64 maxAddedBytes = 25'000'000;
constexpr qsizetype maxPage = 1'000;

ApiReply refusal(int status, const QString &message, const QString &code = {},
                 const QString &param = {})
{
    return openAiError({.status = status, .message = message, .param = param, .code = code});
}

ApiReply notFound()
{
    return refusal(404, u"Not found"_s, u"not_found"_s);
}

ApiReply wrongMethod()
{
    return refusal(405, u"Method not allowed"_s, u"method_not_allowed"_s);
}

ApiReply serverError(const Error &error)
{
    return refusal(500, error.message, u"server_error"_s);
}

ApiReply conflict(const QString &status, const QString &what)
{
    return refusal(409, u"The batch is %1: %2"_s.arg(status, what), u"conflict"_s);
}

ApiReply pageReply(const Result<StagedRows::Page> &page)
{
    if (!page)
        return serverError(page.error());
    return {.body = page->json};
}

/// A JSON object from a body, or the refusal.
std::expected<QJsonObject, ApiReply> objectOf(const ApiRequest &request)
{
    if (!isMediaType(request.contentType, "application/json"))
        return std::unexpected(refusal(415, u"The content type must be application/json"_s));
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return std::unexpected(refusal(400, u"The body is not a JSON object"_s, u"invalid_json"_s));
    return document.object();
}

/// A request as it is kept: with the batch's endpoint, on one line.
QByteArray keptLine(const RequestLine &request, std::string_view body, const QString &endpoint)
{
    QByteArray line = "{\"custom_id\":";
    appendJsonString(line, request.customId);
    line += ",\"method\":\"POST\",\"url\":";
    appendJsonString(line, endpoint.toStdString());
    line += ",\"body\":";
    line += jsontext::compact(QByteArrayView(body.data(), qsizetype(body.size())));
    return line + '}';
}

} // namespace

StagedApi::StagedApi(std::unique_ptr<BatchEngine> engine)
    : m_engine(std::move(engine))
    , m_drafts(StagedDrafts::open(QFileInfo(m_engine->store().inputPath(u"x"_s)).absolutePath()
                                  + "/../drafts"_L1))
{
    if (m_drafts)
        m_life.emplace(*m_engine, *m_drafts);
}

BatchForm StagedApi::form()
{
    return {.rules = rules, .shape = ResultShape::Plain, .writesUnanswered = false};
}

ApiReply StagedApi::unauthorised(const ApiRequest &) const
{
    return refusal(401, u"The API key is not valid."_s, u"invalid_api_key"_s);
}

void StagedApi::handle(const ApiRequest &request, const Respond &respond)
{
    if (!m_drafts) {
        respond(serverError(m_drafts.error()));
        return;
    }
    m_life->beginWhatIsDue();
    m_engine->advance();
    respond(reply(request));
}

ApiReply StagedApi::reply(const ApiRequest &request)
{
    const QStringList path = segments(request.path);
    if (path == QStringList{u"v1"_s, u"models"_s})
        return request.method == "GET" ? jsonReply(modelList()) : wrongMethod();
    if (path.value(0) != "v1"_L1 || path.value(1) != "batches"_L1 || path.size() > 4)
        return notFound();
    if (path.size() == 2) {
        if (request.method == "POST")
            return create(request);
        return request.method == "GET" ? batchList(request) : wrongMethod();
    }
    const StagedDraft *const draft = m_drafts->find(path[2]);
    if (draft == nullptr)
        return refusal(404, u"No such batch: %1"_s.arg(path[2]), u"not_found"_s);
    if (path.size() == 4)
        return batchReply(request, *draft, path[3]);
    return request.method == "GET" ? jsonReply(m_life->batchJson(*draft)) : wrongMethod();
}

ApiReply StagedApi::batchReply(const ApiRequest &request, const StagedDraft &draft,
                               const QString &part)
{
    const bool isPost = request.method == "POST";
    const bool isGet = request.method == "GET";
    if (part == "requests"_L1)
        return isPost ? add(request, draft) : isGet ? requestList(request, draft) : wrongMethod();
    if (part == "results"_L1)
        return isGet ? resultList(request, draft) : wrongMethod();
    if (part == "start"_L1 && !draft.asksFor("autostart"_L1))
        return isPost ? start(draft) : wrongMethod();
    if (part == "cancel"_L1)
        return isPost ? cancel(draft) : wrongMethod();
    return notFound();
}

ApiReply StagedApi::create(const ApiRequest &request)
{
    const auto body = objectOf(request);
    if (!body)
        return body.error();
    StagedDraft draft{.id = Store::newId("batch_"_L1), .endpoint = u"/v1/chat/completions"_s};
    for (auto field = body->begin(); field != body->end(); ++field) {
        const bool isKnown = field.key() == "name"_L1 || field.key() == "description"_L1
            || field.key() == "model"_L1 || field.key() == "endpoint"_L1;
        if (!isKnown)
            return refusal(400, u"Unknown parameter: '%1'."_s.arg(field.key()),
                           u"unknown_parameter"_s, field.key());
        if (!field.value().isString())
            return refusal(422, u"'%1' must be a string."_s.arg(field.key()), u"invalid_type"_s,
                           field.key());
    }
    draft.name = body->value("name"_L1).toString();
    draft.description = body->value("description"_L1).toString();
    draft.model = body->value("model"_L1).toString();
    if (body->contains("endpoint"_L1))
        draft.endpoint = body->value("endpoint"_L1).toString();
    if (draft.name.trimmed().isEmpty())
        return refusal(400, u"Missing required parameter: 'name'."_s,
                       u"missing_required_parameter"_s, u"name"_s);
    if (!isKnownEndpoint(draft.endpoint.toStdString()))
        return refusal(400, u"There is no endpoint '%1'."_s.arg(draft.endpoint), u"invalid_value"_s,
                       u"endpoint"_s);
    draft.createdMs = m_engine->nowMs();
    draft.sequence = m_drafts->nextSequence();
    if (const Result<> saved = m_drafts->save(draft); !saved)
        return serverError(saved.error());
    return jsonReply(m_life->batchJson(draft));
}

ApiReply StagedApi::batchList(const ApiRequest &request) const
{
    const auto wish = pageWish(request);
    if (!wish)
        return refusal(400, u"The parameter '%1' is not valid."_s.arg(wish.error()),
                       u"invalid_value"_s, wish.error());
    QList<StagedDraft> drafts = m_drafts->newestFirst();
    const QString status = request.query.queryItemValue(u"status"_s);
    if (!status.isEmpty())
        drafts.removeIf([&](const StagedDraft &draft) {
            return m_life->statusOf(draft) != status && draft.id != wish->after;
        });
    const auto found = page(drafts, *wish, [this](const StagedDraft &draft) {
        const QJsonObject whole = m_life->batchJson(draft);
        QJsonObject row; // the document shows short rows
        for (const QString &key : {u"id"_s, u"name"_s, u"status"_s, u"created_at"_s,
                                   u"request_count"_s, u"completed_count"_s})
            row.insert(key, whole.value(key));
        return row;
    });
    if (!found)
        return refusal(400, u"There is no batch '%1'."_s.arg(wish->after), u"invalid_value"_s,
                       u"after"_s);
    QJsonObject list = *found;
    list.remove("first_id"_L1); // nor does it show ids for paging
    list.remove("last_id"_L1);
    return jsonReply(list);
}

ApiReply StagedApi::add(const ApiRequest &request, StagedDraft draft)
{
    const QString status = m_life->statusOf(draft);
    if (draft.begun || draft.cancelledMs != 0)
        return conflict(status, u"requests can be added while it is created or pending"_s);
    if (!isMediaType(request.contentType, "application/json"))
        return refusal(415, u"The content type must be application/json"_s);
    if (request.body.size() > maxAddedBytes)
        return refusal(413, u"At most 25 MB at once"_s, u"request_too_large"_s);
    const PaddedBuffer buffer(request.body);
    if (scan::validity(buffer.line()) != scan::Validity::Valid)
        return refusal(400, u"The body is not valid JSON"_s, u"invalid_json"_s);
    const Members body(scan::trimmed(buffer.line().bytes));
    const std::vector<std::string_view> items = scan::elements(body.set("requests"));
    if (items.empty())
        return refusal(400, u"'requests' must be a list that is not empty."_s,
                       u"missing_required_parameter"_s, u"requests"_s);
    if (qsizetype(items.size()) > maxAdded)
        return refusal(413, u"At most 1000 requests at once"_s, u"request_too_large"_s);
    const Result<QSet<quint64> *> ids = m_drafts->ids(draft);
    if (!ids)
        return serverError(ids.error());

    // All are taken, or none.
    QByteArrayList lines;
    QSet<quint64> added;
    LineParser parser;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString where = u"requests[%1]"_s.arg(i);
        const auto line = parser.parse(items[i], rules);
        if (!line)
            return refusal(400, where + ": "_L1 + QString::fromUtf8(line.error().message),
                           QString::fromUtf8(line.error().code),
                           where + u'.' + QString::fromUtf8(line.error().param));
        const quint64 id = stableHash(line->customId);
        if ((*ids)->contains(id) || added.contains(id))
            return refusal(
                400,
                u"%1: the custom_id '%2' is there already"_s.arg(
                    where,
                    QString::fromUtf8(line->customId.data(), qsizetype(line->customId.size()))),
                u"duplicate_custom_id"_s, where + u".custom_id"_s);
        added.insert(id);
        lines.append(keptLine(*line, Members(items[i]).set("body"), draft.endpoint));
        if (draft.model.isEmpty())
            draft.model = QString::fromUtf8(line->model.data(), qsizetype(line->model.size()));
    }
    const bool isLost = draft.asksFor("lose_add"_L1) && !draft.lostAdd && draft.count > 0;
    draft.lostAdd = draft.lostAdd || isLost;
    draft.addedMs = m_engine->nowMs();
    if (const Result<> appended = m_drafts->append(draft, lines); !appended)
        return serverError(appended.error());
    (*ids)->unite(added);
    if (isLost)
        return refusal(504, u"Gateway timeout"_s);
    return jsonReply({{u"id"_s, draft.id},
                      {u"added"_s, lines.size()},
                      {u"request_count"_s, m_drafts->find(draft.id)->count}});
}

ApiReply StagedApi::start(StagedDraft draft)
{
    const QString status = m_life->statusOf(draft);
    if (draft.startedMs != 0 || draft.cancelledMs != 0)
        return conflict(status, u"it was started or cancelled already"_s);
    if (draft.count == 0)
        return refusal(400, u"The batch has no requests."_s, u"empty_batch"_s);
    draft.startedMs = m_engine->nowMs();
    if (const Result<> saved = m_drafts->save(draft); !saved)
        return serverError(saved.error());
    return jsonReply({{u"id"_s, draft.id}, {u"status"_s, m_life->statusOf(draft)}});
}

ApiReply StagedApi::cancel(StagedDraft draft)
{
    const QString status = m_life->statusOf(draft);
    if (status == "completed"_L1 || status == "failed"_L1 || status == "cancelled"_L1)
        return conflict(status, u"it has ended"_s);
    Result<> done;
    if (draft.begun) {
        if (const Result<BatchRecord> record = m_engine->cancel(draft.id); !record)
            done = Failure(record.error());
    } else {
        draft.cancelledMs = m_engine->nowMs();
        done = m_drafts->save(draft);
    }
    if (!done)
        return serverError(done.error());
    return jsonReply({{u"id"_s, draft.id}, {u"status"_s, u"cancelling"_s}});
}

ApiReply StagedApi::requestList(const ApiRequest &request, const StagedDraft &draft)
{
    const auto wish = pageWish(request, maxPage);
    const QString status = request.query.queryItemValue(u"status"_s);
    const bool isStatus = status.isEmpty() || status == "pending"_L1 || status == "completed"_L1
        || status == "failed"_L1;
    const std::optional<qint64> after
        = !wish || wish->after.isEmpty() ? -1 : StagedRows::rowOf(wish->after);
    if (!wish || !isStatus || !after || *after >= draft.count)
        return refusal(400, u"limit, after or status is not valid."_s, u"invalid_value"_s);
    const Result<StagedRows *> loaded = rows(draft);
    if (!loaded)
        return serverError(loaded.error());
    return pageReply((*loaded)->requests({.limit = wish->limit, .after = *after, .status = status},
                                         m_life->resultsSoFar(draft)));
}

ApiReply StagedApi::resultList(const ApiRequest &request, const StagedDraft &draft)
{
    const auto wish = pageWish(request, maxPage);
    const std::optional<qint64> after
        = !wish || wish->after.isEmpty() ? -1 : StagedRows::rowOf(wish->after);
    if (!wish || !after || *after >= draft.count)
        return refusal(400, u"limit or after is not valid."_s, u"invalid_value"_s);
    const Result<StagedRows *> loaded = rows(draft);
    if (!loaded)
        return serverError(loaded.error());
    return pageReply((*loaded)->results({.limit = wish->limit, .after = *after, .status = {}},
                                        m_life->resultsSoFar(draft), draft.createdMs / 1000));
}

Result<StagedRows *> StagedApi::rows(const StagedDraft &draft)
{
    const bool isThere = m_loaded.rows != nullptr && m_loaded.id == draft.id
        && m_loaded.bytes == draft.bytes && m_loaded.begun == draft.begun;
    if (!isThere) {
        const BatchRecord *const record = m_life->recordOf(draft);
        Result<StagedRows> loaded
            = StagedRows::load(m_drafts->linesPath(draft.id),
                               record != nullptr ? std::optional(*record) : std::nullopt, rules);
        if (!loaded)
            return Failure(loaded.error());
        m_loaded = {.id = draft.id,
                    .bytes = draft.bytes,
                    .begun = draft.begun,
                    .rows = std::make_unique<StagedRows>(std::move(*loaded))};
    }
    return m_loaded.rows.get();
}

} // namespace practice
