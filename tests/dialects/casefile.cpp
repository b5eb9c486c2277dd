// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefile.h"

#include "support/files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

struct KindName {
    StepKind kind;
    QLatin1StringView name;
};
constexpr KindName kindNames[] = {
    {StepKind::Upload, "upload"_L1},
    {StepKind::FileStatus, "file_status"_L1},
    {StepKind::Create, "create"_L1},
    {StepKind::Add, "add"_L1},
    {StepKind::Start, "start"_L1},
    {StepKind::Status, "status"_L1},
    {StepKind::Cancel, "cancel"_L1},
    {StepKind::FetchOutput, "fetch_output"_L1},
    {StepKind::FetchErrors, "fetch_errors"_L1},
    {StepKind::List, "list"_L1},
};

struct TextField {
    QLatin1StringView key;
    QString BatchFacts::*field;
};
constexpr TextField textFields[] = {
    {"raw_status"_L1, &BatchFacts::rawStatus},
    {"reason"_L1, &BatchFacts::reason},
    {"intent"_L1, &BatchFacts::intent},
    {"remote_id"_L1, &BatchFacts::remoteId},
    {"input_file_id"_L1, &BatchFacts::inputFileId},
    {"output_file_id"_L1, &BatchFacts::outputFileId},
    {"error_file_id"_L1, &BatchFacts::errorFileId},
    {"model"_L1, &BatchFacts::model},
    {"provider"_L1, &BatchFacts::provider},
    {"last_request_id"_L1, &BatchFacts::lastRequestId},
};

struct FlagField {
    QLatin1StringView key;
    bool BatchFacts::*field;
};
constexpr FlagField flagFields[] = {
    {"unknown_status"_L1, &BatchFacts::unknownStatus},
    {"input_file_ready"_L1, &BatchFacts::inputFileReady},
    {"output_fetched"_L1, &BatchFacts::outputFetched},
    {"errors_fetched"_L1, &BatchFacts::errorsFetched},
    {"inline_fetched"_L1, &BatchFacts::inlineFetched},
    {"results_complete"_L1, &BatchFacts::resultsComplete},
    {"cancel_requested"_L1, &BatchFacts::cancelRequested},
    {"start_answered"_L1, &BatchFacts::startAnswered},
    {"refused"_L1, &BatchFacts::refused},
};

struct NumberField {
    QLatin1StringView key;
    qint64 BatchFacts::*field;
};
constexpr NumberField numberFields[] = {
    {"added_requests"_L1, &BatchFacts::addedRequests},
    {"added_bytes"_L1, &BatchFacts::addedBytes},
    {"adding_requests"_L1, &BatchFacts::addingRequests},
};

struct TimeField {
    QLatin1StringView key;
    QDateTime BatchFacts::*field;
};
constexpr TimeField timeFields[] = {
    {"created_at"_L1, &BatchFacts::createdAt},
    {"started_at"_L1, &BatchFacts::startedAt},
    {"expires_at"_L1, &BatchFacts::expiresAt},
    {"ended_at"_L1, &BatchFacts::endedAt},
};

struct CountField {
    QLatin1StringView key;
    std::optional<qint64> RequestCounts::*field;
};
constexpr CountField countFields[] = {
    {"total"_L1, &RequestCounts::total},     {"succeeded"_L1, &RequestCounts::succeeded},
    {"failed"_L1, &RequestCounts::failed},   {"cancelled"_L1, &RequestCounts::cancelled},
    {"expired"_L1, &RequestCounts::expired}, {"pending"_L1, &RequestCounts::pending},
};

void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

/// The server's text stays out: it would repeat the case.
QJsonObject toJsonWithoutDetail(Error error)
{
    error.detail.clear();
    return toJson(error);
}

QJsonObject toJson(const RequestCounts &counts)
{
    QJsonObject object;
    for (const CountField &count : countFields)
        if (counts.*count.field)
            object.insert(count.key, *(counts.*count.field));
    return object;
}

QJsonObject toJson(const BatchFault &fault)
{
    QJsonObject object;
    put(object, "code"_L1, fault.code);
    put(object, "message"_L1, fault.message);
    put(object, "param"_L1, fault.param);
    if (fault.line > 0)
        object.insert("line"_L1, fault.line);
    return object;
}

QJsonObject toJson(const Call &call)
{
    static constexpr QLatin1StringView sources[] = {"none"_L1, "bytes"_L1, "spool_file"_L1};
    static constexpr QLatin1StringView sinks[]
        = {"memory"_L1, "result_file"_L1, "split_array"_L1, "pages"_L1};
    static constexpr QLatin1StringView schemes[]
        = {"none"_L1, "bearer"_L1, "x-api-key"_L1, "api-key"_L1, "x-goog-api-key"_L1};
    QJsonObject object{{u"kind"_s, kindNames[int(call.kind)].name},
                       {u"method"_s, QString::fromLatin1(call.request.method)},
                       {u"path"_s, call.request.path},
                       {u"auth"_s, schemes[int(call.request.auth)]},
                       {u"body_source"_s, sources[int(call.body)]},
                       {u"sink"_s, sinks[int(call.sink)]},
                       {u"paid"_s, call.paid},
                       {u"one_shot"_s, call.request.oneShot}};
    put(object, "content_type"_L1, QString::fromLatin1(call.request.contentType));
    put(object, "body"_L1, QString::fromUtf8(call.request.body));
    put(object, "split_key"_L1, QString::fromLatin1(call.splitKey));
    put(object, "result_source"_L1, call.resultSource);
    if (call.isRest)
        object.insert("rest"_L1, true);
    QJsonArray query;
    for (const auto &[key, value] : call.request.query)
        query.append(key + u'=' + value);
    if (!query.isEmpty())
        object.insert("query"_L1, query);
    QJsonArray headers;
    for (const auto &[key, value] : call.request.headers)
        headers.append(QString::fromUtf8(key + ": " + value));
    if (!headers.isEmpty())
        object.insert("headers"_L1, headers);
    return object;
}

HttpReply replyFrom(const QJsonObject &object)
{
    HttpReply reply;
    reply.status = object.value("status"_L1).toInt(200);
    const QJsonObject headers = object.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        reply.headers.append({header.key().toUtf8(), header.value().toString().toUtf8()});
    const QJsonValue body = object.value("body"_L1);
    if (body.isObject())
        reply.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
        reply.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    else
        reply.body = body.toString().toUtf8();
    reply.fileLines = object.value("file_lines"_L1).toInteger();
    return reply;
}

Run runFrom(const QJsonObject &object)
{
    Run run;
    run.name = object.value("name"_L1).toString();
    run.description = object.value("description"_L1).toString();
    run.hold = object.value("hold"_L1).toBool();
    if (const QString model = object.value("model"_L1).toString(); !model.isEmpty())
        run.models = {model};
    run.endpoint = object.value("endpoint"_L1).toString();
    run.window = object.value("window"_L1).toString();
    // A list of pairs: the user's order counts. Values are raw JSON.
    const QJsonArray metadata = object.value("metadata"_L1).toArray();
    for (const QJsonValue &pair : metadata)
        run.metadata.append({pair[0].toString(), pair[1].toString().toUtf8()});
    return run;
}

} // namespace

HttpReply replyWith(int status, const QByteArray &body, const QByteArray &contentType)
{
    return {.status = status, .headers = {{"content-type", contentType}}, .body = body};
}

Profile profileOf(const QString &id)
{
    const Result<Profiles> profiles
        = Profiles::load(QStringLiteral(SOURCE_DIR "/resources/profiles"));
    if (!profiles || !profiles->find(id))
        qFatal("no profile %s", qPrintable(id));
    return *profiles->find(id);
}

CaseFile CaseFile::read(const QString &path)
{
    const QJsonObject object = QJsonDocument::fromJson(bytesOf(path)).object();
    if (object.isEmpty())
        qFatal("%s is not a case", qPrintable(path));
    CaseFile file{.run = runFrom(object.value("run"_L1).toObject()),
                  .kind = object.value("kind"_L1).toString(),
                  .reply = replyFrom(object.value("reply"_L1).toObject()),
                  .after = object.value("after"_L1).toString()};
    file.batch.facts = factsFrom(object.value("facts"_L1).toObject());
    file.batch.bodyBytes = object.value("body_bytes"_L1).toInteger();
    file.batch.requests = object.value("requests"_L1).toInteger();
    const Result<Profiles> profiles
        = Profiles::load(QStringLiteral(SOURCE_DIR "/resources/profiles"));
    Connection connection{.profile = object.value("profile"_L1).toString()};
    const QJsonObject settings = object.value("settings"_L1).toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        connection.settings.insert(setting.key(), setting.value().toString());
    const Result<Profile> profile
        = profiles ? profiles->effective(connection) : Failure(profiles.error());
    if (!profile)
        qFatal("%s: %s", qPrintable(path), qPrintable(profile.error().message));
    file.profile = *profile;
    return file;
}

StepKind CaseFile::stepKind() const
{
    for (const KindName &name : kindNames)
        if (name.name == kind)
            return name.kind;
    qFatal("no step kind %s", qPrintable(kind));
}

QStringList caseNames(const QString &folder)
{
    QStringList names;
    for (const QString &name : QDir(folder).entryList({u"*.in.json"_s}, QDir::Files, QDir::Name))
        names.append(name.chopped(8));
    return names;
}

BatchFacts factsFrom(const QJsonObject &object)
{
    BatchFacts facts;
    if (const auto state = stateFromName(object.value("state"_L1).toString()))
        facts.state = *state;
    for (const TextField &text : textFields)
        facts.*text.field = object.value(text.key).toString();
    for (const FlagField &flag : flagFields)
        facts.*flag.field = object.value(flag.key).toBool();
    for (const NumberField &number : numberFields)
        facts.*number.field = object.value(number.key).toInteger();
    for (const TimeField &time : timeFields)
        facts.*time.field
            = QDateTime::fromString(object.value(time.key).toString(), Qt::ISODateWithMs);
    const QJsonObject counts = object.value("counts"_L1).toObject();
    for (const CountField &count : countFields)
        if (counts.contains(count.key))
            facts.counts.*count.field = counts.value(count.key).toInteger();
    const QJsonArray faults = object.value("faults"_L1).toArray();
    for (const QJsonValue &fault : faults)
        facts.faults.append({.code = fault["code"_L1].toString(),
                             .message = fault["message"_L1].toString(),
                             .param = fault["param"_L1].toString(),
                             .line = fault["line"_L1].toInteger()});
    if (object.contains("error"_L1))
        facts.error = errorFromJson(object.value("error"_L1).toObject());
    return facts;
}

QJsonObject toJson(const BatchFacts &facts)
{
    QJsonObject object{{u"state"_s, stateName(facts.state)}};
    for (const TextField &text : textFields)
        put(object, text.key, facts.*text.field);
    for (const FlagField &flag : flagFields)
        if (facts.*flag.field)
            object.insert(flag.key, true);
    for (const NumberField &number : numberFields)
        if (facts.*number.field != 0)
            object.insert(number.key, facts.*number.field);
    for (const TimeField &time : timeFields)
        put(object, time.key, (facts.*time.field).toString(Qt::ISODateWithMs));
    if (!facts.counts.isEmpty())
        object.insert("counts"_L1, toJson(facts.counts));
    QJsonArray faults;
    for (const BatchFault &fault : facts.faults)
        faults.append(toJson(fault));
    if (!faults.isEmpty())
        object.insert("faults"_L1, faults);
    if (facts.error)
        object.insert("error"_L1, toJsonWithoutDetail(*facts.error));
    return object;
}

QJsonObject toJson(const Step &step)
{
    if (const Call *call = std::get_if<Call>(&step))
        return toJson(*call);
    if (const GiveUp *giveUp = std::get_if<GiveUp>(&step))
        return {{u"give_up"_s, toJsonWithoutDetail(giveUp->error)}};
    return {{u"step"_s, std::holds_alternative<Done>(step) ? u"done"_s : u"wait"_s}};
}

QJsonObject toJson(const ListPage &page)
{
    QJsonArray batches;
    for (const RemoteBatch &batch : page.batches) {
        QJsonObject object{{u"facts"_s, toJson(batch.facts)}};
        put(object, "name"_L1, batch.name);
        put(object, "intent"_L1, batch.intent);
        put(object, "endpoint"_L1, batch.endpoint);
        batches.append(object);
    }
    return {{u"batches"_s, batches}, {u"next"_s, page.nextCursor}};
}

QJsonObject toJson(const ResultLine &line)
{
    QJsonObject object{{u"outcome"_s, outcomeName(line.outcome)}};
    if (line.customId)
        object.insert("custom_id"_L1, *line.customId);
    if (line.httpStatus > 0)
        object.insert("http_status"_L1, line.httpStatus);
    put(object, "error_code"_L1, line.errorCode);
    put(object, "error_message"_L1, line.errorMessage);
    put(object, "request_id"_L1, line.requestId);
    put(object, "model"_L1, line.model);
    put(object, "finish_reason"_L1, line.finishReason);
    put(object, "content"_L1, line.content);
    if (line.inputTokens)
        object.insert("input_tokens"_L1, *line.inputTokens);
    if (line.outputTokens)
        object.insert("output_tokens"_L1, *line.outputTokens);
    if (line.totalTokens)
        object.insert("total_tokens"_L1, *line.totalTokens);
    put(object, "body"_L1, QString::fromUtf8(line.body));
    return object;
}
