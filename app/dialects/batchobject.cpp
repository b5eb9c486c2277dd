// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/batchobject.h"

#include "dialects/json.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRemoteJson = 64 * 1024;
constexpr QLatin1StringView intentKey = "batchdesk_intent"_L1;

void appendView(QByteArray &out, std::string_view text)
{
    out.append(text.data(), qsizetype(text.size()));
}

/// "" and null are none, so that what is known stays.
template <class Value>
void take(Value &known, const Value &newer)
{
    if (newer != Value())
        known = newer;
}

QString idOf(const QJsonObject &object)
{
    const QString id = json::text(object, "id"_L1);
    return id.isEmpty() ? json::text(object, "batch_id"_L1) : id;
}

/// What a provider's word means here, where creating and submitting are one call.
BatchState remoteState(BatchState state)
{
    if (state == BatchState::Draft)
        return BatchState::Queued;
    return state == BatchState::Uploading ? BatchState::Validating : state;
}

void takeState(BatchFacts &facts, const QJsonObject &object)
{
    const QString raw = json::text(object, "status"_L1);
    const bool isNew = !isLive(facts.state) && !isTerminal(facts.state);
    // A partial object says nothing about the state, but that the batch is there.
    if (raw.isEmpty() && !isNew)
        return;
    const json::Status status = json::status(raw);
    const BatchState state = remoteState(status.state);
    facts.rawStatus = raw;
    facts.unknownStatus = !status.known;
    const bool isEnding = facts.state == BatchState::Cancelling && !isTerminal(state);
    if (!isTerminal(facts.state) && !isEnding)
        facts.state = state;
    if (isTerminal(facts.state) || facts.state == BatchState::Cancelling)
        facts.cancelRequested = false;
}

void takeTimes(BatchFacts &facts, const QJsonObject &object)
{
    const auto time = [&object](QLatin1StringView key) { return json::time(object.value(key)); };
    take(facts.createdAt, time("created_at"_L1));
    take(facts.startedAt, time("in_progress_at"_L1));
    take(facts.expiresAt, time("expires_at"_L1));
    if (!isTerminal(facts.state))
        return;
    // From the least to the most to the point: the last one that is there stays.
    for (const QLatin1StringView key : {"ended_at"_L1, "finalized_at"_L1, "completed_at"_L1})
        take(facts.endedAt, time(key));
    switch (facts.state) {
    case BatchState::Failed: take(facts.endedAt, time("failed_at"_L1)); break;
    case BatchState::Expired: take(facts.endedAt, time("expired_at"_L1)); break;
    case BatchState::Cancelled: take(facts.endedAt, time("cancelled_at"_L1)); break;
    default: break;
    }
}

/// Why a batch failed, from its first fault; no error for any other.
std::optional<Error> failure(const BatchFacts &facts)
{
    if (facts.state != BatchState::Failed || facts.faults.isEmpty())
        return std::nullopt;
    const BatchFault &fault = facts.faults.first();
    return Error{.kind = ErrorKind::Rejected,
                 .message = fault.message,
                 .code = fault.code,
                 .requestId = facts.lastRequestId,
                 .line = fault.line,
                 .field = fault.param};
}

/// What every 2xx answer does to the facts.
void settle(BatchFacts &facts, const HttpReply &reply, const QJsonObject &body = {})
{
    take(facts.lastRequestId, json::requestId(reply, body));
    facts.error = failure(facts);
}

void keepRemoteJson(BatchFacts &facts, const QByteArray &text)
{
    if (text.size() <= maxRemoteJson)
        facts.remoteJson = text;
}

Call fetch(const BatchView &view, StepKind kind, const QString &fileId, const QString &source)
{
    return {.kind = kind,
            .request = batchobject::request(
                "GET", view.profile.path(u"content"_s, view.batch.facts.remoteId, fileId),
                view.profile),
            .sink = SinkKind::ResultFile,
            .resultSource = source};
}

RemoteBatch remoteBatch(const QJsonObject &object)
{
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    RemoteBatch remote{.facts = batchobject::merged({}, object),
                       .name = json::text(object, "name"_L1),
                       .intent = json::text(metadata, intentKey),
                       .endpoint = json::text(object, "endpoint"_L1)};
    keepRemoteJson(remote.facts, QJsonDocument(object).toJson(QJsonDocument::Compact));
    return remote;
}

} // namespace

namespace batchobject {

HttpRequest request(const QByteArray &method, const QString &path, const Profile &profile)
{
    return {.method = method, .path = path, .headers = profile.headers, .auth = profile.auth};
}

BatchFacts merged(BatchFacts known, const QJsonObject &object)
{
    if (known.remoteId.isEmpty())
        known.remoteId = idOf(object);
    takeState(known, object);
    take(known.inputFileId, json::text(object, "input_file_id"_L1));
    take(known.outputFileId, json::text(object, "output_file_id"_L1));
    take(known.errorFileId, json::text(object, "error_file_id"_L1));
    take(known.model, json::text(object, "model"_L1));
    take(known.provider, json::text(object, "provider"_L1));
    known.counts.merge(json::counts(object));
    if (const QList<BatchFault> faults = json::faults(object); !faults.isEmpty())
        known.faults = faults;
    takeTimes(known, object);
    known.error = failure(known);
    return known;
}

Result<BatchFacts> absorbCreate(const BatchView &view, const HttpReply &reply)
{
    const Result<QJsonObject> object = json::object(reply);
    if (!object)
        return Failure(object.error());
    if (idOf(*object).isEmpty())
        return Failure(json::badReply(
            reply,
            QCoreApplication::translate("Reply", "The answer to the submission names no batch")));
    BatchFacts facts = merged(view.batch.facts, *object);
    keepRemoteJson(facts, reply.body);
    settle(facts, reply, *object);
    return facts;
}

Result<BatchFacts> absorbStatus(const BatchView &view, const HttpReply &reply)
{
    const Result<QJsonObject> object = json::object(reply);
    if (!object)
        return Failure(object.error());
    if (idOf(*object).isEmpty() && json::text(*object, "status"_L1).isEmpty())
        return Failure(json::badReply(
            reply, QCoreApplication::translate("Reply", "The answer does not describe a batch")));
    BatchFacts facts = merged(view.batch.facts, *object);
    keepRemoteJson(facts, reply.body);
    facts.inlineFetched = isTerminal(facts.state);
    settle(facts, reply, *object);
    return facts;
}

Result<BatchFacts> absorbCancel(const BatchView &view, const HttpReply &reply)
{
    BatchFacts facts = view.batch.facts;
    // The status alone says that it was accepted; many send nothing, {} or a part of the object.
    const Result<QJsonObject> object = json::object(reply);
    if (object)
        facts = merged(facts, *object);
    if (isLive(facts.state))
        facts.state = BatchState::Cancelling;
    facts.cancelRequested = false;
    settle(facts, reply, object.value_or(QJsonObject()));
    return facts;
}

Result<BatchFacts> absorbFetch(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    if (reply.header("content-type").trimmed().toLower().startsWith("text/html"))
        return Failure(json::badReply(
            reply,
            QCoreApplication::translate("Reply", "The answer is a web page where data should be")));
    BatchFacts facts = view.batch.facts;
    (kind == StepKind::FetchOutput ? facts.outputFetched : facts.errorsFetched) = true;
    settle(facts, reply);
    return facts;
}

Result<BatchFacts> absorb(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    switch (kind) {
    case StepKind::Create: return absorbCreate(view, reply);
    case StepKind::Status: return absorbStatus(view, reply);
    case StepKind::Cancel: return absorbCancel(view, reply);
    case StepKind::FetchOutput:
    case StepKind::FetchErrors: return absorbFetch(view, kind, reply);
    default: return view.batch.facts;
    }
}

Call fetchOutput(const BatchView &view)
{
    return fetch(view, StepKind::FetchOutput, view.batch.facts.outputFileId, u"output"_s);
}

Call fetchErrors(const BatchView &view)
{
    return fetch(view, StepKind::FetchErrors, view.batch.facts.errorFileId, u"error"_s);
}

Step nextAtEnd(const BatchView &view, Call status)
{
    const BatchFacts &facts = view.batch.facts;
    if (facts.remoteId.isEmpty())
        return Done{};
    if (!facts.inlineFetched)
        return status;
    if (!facts.outputFileId.isEmpty() && !facts.outputFetched)
        return fetchOutput(view);
    if (!facts.errorFileId.isEmpty() && !facts.errorsFetched
        && facts.errorFileId != facts.outputFileId)
        return fetchErrors(view);
    return Done{};
}

Call cancel(const BatchView &view)
{
    Call call{.kind = StepKind::Cancel,
              .request = request("POST", view.profile.path(u"cancel"_s, view.batch.facts.remoteId),
                                 view.profile),
              .body = BodySource::Bytes};
    call.request.contentType = "application/json";
    call.request.body = "{}";
    return call;
}

Call list(const ListQuery &query, const Profile &profile)
{
    Call call{.kind = StepKind::List, .request = request("GET", profile.path(u"list"_s), profile)};
    call.request.query.append({u"limit"_s, QString::number(std::clamp(query.limit, 1, 100))});
    if (!query.after.isEmpty())
        call.request.query.append({u"after"_s, query.after});
    return call;
}

Result<ListPage> readList(const HttpReply &reply, const ListQuery &query)
{
    const Result<json::Listed> listed
        = json::list(reply, "batches"_L1,
                     QCoreApplication::translate("Reply", "The answer is not a list of batches"));
    if (!listed)
        return Failure(listed.error());
    ListPage page;
    for (const QJsonValue &row : listed->rows)
        if (const RemoteBatch remote = remoteBatch(row.toObject());
            !remote.facts.remoteId.isEmpty())
            page.batches.append(remote);
    if (!listed->envelope.value("has_more"_L1).toBool() || page.batches.isEmpty())
        return page;
    const QString last = json::text(listed->envelope, "last_id"_L1);
    page.nextCursor = last.isEmpty() ? page.batches.last().facts.remoteId : last;
    // A server that ignores the cursor would send the same page for ever.
    if (page.nextCursor == query.after)
        page.nextCursor.clear();
    return page;
}

void writeFullLine(const Request &request, const BatchView &view, QByteArray &out)
{
    out += "{\"custom_id\":";
    appendView(out, request.customIdJson);
    out += ",\"method\":";
    const std::string_view method = request.method.empty() ? defaultMethod : request.method;
    json::appendString(out, QString::fromUtf8(method.data(), qsizetype(method.size())));
    out += ",\"url\":";
    json::appendString(out,
                       request.url.empty()
                           ? endpoint(view)
                           : QString::fromUtf8(request.url.data(), qsizetype(request.url.size())));
    out += ",\"body\":";
    appendView(out, request.body);
    out += '}';
}

QString endpoint(const BatchView &view)
{
    if (!view.run.endpoint.isEmpty())
        return view.run.endpoint;
    if (!view.profile.endpoints.isEmpty())
        return view.profile.endpoints.first();
    return QString::fromLatin1(defaultUrl.data(), qsizetype(defaultUrl.size()));
}

void appendMetadata(QByteArray &json, const BatchView &view)
{
    if (!view.profile.hasMetadata)
        return;
    QByteArray pairs;
    const auto append = [&pairs](const QString &key, const QByteArray &value) {
        if (!pairs.isEmpty())
            pairs += ',';
        json::appendString(pairs, key);
        pairs += ':' + value;
    };
    for (const auto &[key, value] : view.run.metadata) {
        const QByteArray raw = value.trimmed();
        if (key == intentKey || raw.isEmpty() || raw == "null")
            continue;
        if (view.profile.freeMetadata || raw.startsWith('"')) {
            append(key, raw);
        } else {
            // These providers take text only: 1 goes as "1".
            QByteArray text;
            json::appendString(text, QString::fromUtf8(raw));
            append(key, text);
        }
    }
    if (!view.batch.facts.intent.isEmpty()) {
        QByteArray intent;
        json::appendString(intent, view.batch.facts.intent);
        append(intentKey, intent);
    }
    if (!pairs.isEmpty())
        json += ",\"metadata\":{" + pairs + '}';
}

void appendWindow(QByteArray &json, const BatchView &view)
{
    const QString window = view.run.window.isEmpty() ? view.profile.defaultWindow : view.run.window;
    if (view.profile.windows.isEmpty() || window.isEmpty())
        return;
    json += ",\"completion_window\":";
    json::appendString(json, window);
}

} // namespace batchobject

std::optional<BatchFacts> withoutAnswer(BatchFacts facts, StepKind kind, int status)
{
    const bool isGone = status == 404 || status == 410;
    const bool hasNoCall = status == 404 || status == 405 || status == 501;
    switch (kind) {
    case StepKind::FetchOutput: facts.outputFetched = true; break;
    case StepKind::FetchErrors: facts.errorsFetched = true; break;
    case StepKind::FileStatus:
        facts.inputFileReady = true;
        return hasNoCall ? std::optional(facts) : std::nullopt;
    case StepKind::Start:
        facts.startAnswered = true;
        return hasNoCall ? std::optional(facts) : std::nullopt;
    default: return std::nullopt;
    }
    return isGone ? std::optional(facts) : std::nullopt;
}

bool RemoteBatch::isMarked(const QString &ours) const
{
    constexpr qsizetype group = 12; // hex digits that a uuid ends with
    return !intent.isEmpty()
        && (intent == ours || (intent.size() == group && ours.endsWith(u'-' + intent)));
}

BatchFacts adopted(const BatchFacts &known, const RemoteBatch &found)
{
    BatchFacts facts = found.facts;
    facts.intent = known.intent;
    facts.inputFileReady = known.inputFileReady;
    facts.cancelRequested = known.cancelRequested && !isTerminal(facts.state);
    take(facts.inputFileId, known.inputFileId);
    take(facts.lastRequestId, known.lastRequestId);
    return facts;
}
