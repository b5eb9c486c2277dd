// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/describe.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QJsonValue numberOrNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject errorObject(const Error &error)
{
    QJsonObject object = toJson(error);
    object.remove("detail"_L1);
    return object;
}

QJsonObject batchObject(const Batch &batch)
{
    const BatchFacts &facts = batch.facts;
    QJsonObject object{
        {u"batch"_s, batch.id.toString()},
        {u"remote_id"_s, textOrNull(facts.remoteId)},
        {u"state"_s, stateName(facts.state)},
        {u"raw_status"_s, textOrNull(facts.rawStatus)},
        {u"reason"_s, textOrNull(facts.reason)},
        {u"requests"_s, batch.requests},
        {u"counts"_s, describe::counts(facts.counts)},
    };
    object.insert(u"error"_s, facts.error ? QJsonValue(errorObject(*facts.error)) : QJsonValue());
    return object;
}

QJsonObject batchInFull(const Batch &batch)
{
    QJsonObject object = batchObject(batch);
    const BatchFacts &facts = batch.facts;
    QJsonArray history;
    for (const StateChange &change : batch.history)
        history.append(QJsonObject{{u"at"_s, timeOrNull(change.at)},
                                   {u"state"_s, stateName(change.state)},
                                   {u"raw_status"_s, textOrNull(change.rawStatus)},
                                   {u"cause"_s, textOrNull(causeName(change.cause))},
                                   {u"program"_s, textOrNull(change.program)},
                                   {u"words"_s, textOrNull(change.words)}});
    QJsonArray faults;
    for (const BatchFault &fault : facts.faults)
        faults.append(
            QJsonObject{{u"code"_s, textOrNull(fault.code)},
                        {u"message"_s, textOrNull(fault.message)},
                        {u"param"_s, textOrNull(fault.param)},
                        {u"line"_s, fault.line > 0 ? QJsonValue(fault.line) : QJsonValue()}});
    QJsonArray files;
    for (const ResultFile &file : batch.resultFiles)
        files.append(QJsonObject{{u"source"_s, file.source},
                                 {u"path"_s, file.path},
                                 {u"bytes"_s, file.bytes},
                                 {u"lines"_s, file.lines}});
    object.insert(u"history"_s, history);
    object.insert(u"faults"_s, faults);
    object.insert(u"result_files"_s, files);
    object.insert(u"intent"_s, textOrNull(facts.intent));
    object.insert(u"input_file_id"_s, textOrNull(facts.inputFileId));
    object.insert(u"output_file_id"_s, textOrNull(facts.outputFileId));
    object.insert(u"error_file_id"_s, textOrNull(facts.errorFileId));
    object.insert(u"model"_s, textOrNull(facts.model));
    object.insert(u"provider"_s, textOrNull(facts.provider));
    object.insert(u"request_id"_s, textOrNull(facts.lastRequestId));
    object.insert(u"submitted_at"_s, timeOrNull(batch.submittedAt));
    object.insert(u"checked_at"_s, timeOrNull(batch.checkedAt));
    object.insert(u"created_at"_s, timeOrNull(facts.createdAt));
    object.insert(u"started_at"_s, timeOrNull(facts.startedAt));
    object.insert(u"expires_at"_s, timeOrNull(facts.expiresAt));
    object.insert(u"ended_at"_s, timeOrNull(facts.endedAt));
    return object;
}

QJsonArray observationsOf(BatchId batch, const QList<Observation> &seen)
{
    QJsonArray list;
    for (const Observation &one : seen)
        if (one.batch == batch)
            list.append(QJsonObject{{u"at"_s, timeOrNull(one.at)},
                                    {u"raw_status"_s, textOrNull(one.rawStatus)},
                                    {u"done"_s, numberOrNull(one.done)},
                                    {u"failed"_s, numberOrNull(one.failed)},
                                    {u"total"_s, numberOrNull(one.total)}});
    return list;
}

QJsonObject countObject(const QList<std::pair<QString, qint64>> &list)
{
    QJsonObject object;
    for (const auto &[key, value] : list)
        object.insert(key, value);
    return object;
}

} // namespace

QJsonObject describe::counts(const RequestCounts &counts)
{
    QJsonObject object;
    const auto put = [&object](const QString &key, const std::optional<qint64> &value) {
        if (value)
            object.insert(key, *value);
    };
    put(u"total"_s, counts.total);
    put(u"succeeded"_s, counts.succeeded);
    put(u"failed"_s, counts.failed);
    put(u"cancelled"_s, counts.cancelled);
    put(u"expired"_s, counts.expired);
    put(u"pending"_s, counts.pending);
    return object;
}

QJsonObject describe::run(const Library &library, RunId id)
{
    const Run *found = library.run(id);
    if (!found)
        return {};
    const std::vector<const Batch *> batches = library.batches(id);
    QJsonArray list;
    for (const Batch *batch : batches)
        list.append(batchObject(*batch));
    return {
        {u"run"_s, id.toString()},
        {u"name"_s, found->name},
        {u"state"_s, stateName(runState(batches))},
        {u"batches"_s, list},
    };
}

QJsonObject describe::runInFull(const Library &library, RunId id, const QList<Observation> &seen)
{
    QJsonObject object = run(library, id);
    const Run *found = library.run(id);
    if (!found)
        return object;
    QJsonArray batches;
    for (const Batch *batch : library.batches(id)) {
        QJsonObject described = batchInFull(*batch);
        described.insert(u"observations"_s, observationsOf(batch->id, seen));
        batches.append(described);
    }
    object.insert(u"batches"_s, batches);
    QJsonObject metadata;
    for (const auto &[key, raw] : found->metadata) {
        const QJsonDocument value = QJsonDocument::fromJson("[" + raw + "]");
        metadata.insert(key, value.array().at(0));
    }
    const Connection *connection = library.connection(found->connection);
    object.insert(u"connection"_s, connection ? QJsonValue(connection->name) : QJsonValue());
    object.insert(u"description"_s, textOrNull(found->description));
    object.insert(u"endpoint"_s, textOrNull(found->endpoint));
    object.insert(u"window"_s, textOrNull(found->window));
    object.insert(u"metadata"_s, metadata);
    object.insert(u"requests"_s, found->requests);
    object.insert(u"bytes"_s, found->bytes);
    object.insert(u"tags"_s, QJsonArray::fromStringList(found->tags));
    object.insert(u"models"_s, QJsonArray::fromStringList(found->models));
    object.insert(u"file"_s, textOrNull(found->originPath));
    object.insert(u"sha256"_s, QString::fromLatin1(found->sha256.toHex()));
    object.insert(u"created_at"_s, timeOrNull(found->createdAt));
    return object;
}

QJsonObject describe::remote(const RemoteBatch &remote, RunId run)
{
    const BatchFacts &facts = remote.facts;
    return {
        {u"remote_id"_s, facts.remoteId},
        {u"name"_s, textOrNull(remote.name)},
        {u"raw_status"_s, textOrNull(facts.rawStatus)},
        {u"state"_s, stateName(facts.state)},
        {u"total"_s, numberOrNull(facts.counts.total)},
        {u"succeeded"_s, numberOrNull(facts.counts.succeeded)},
        {u"failed"_s, numberOrNull(facts.counts.failed)},
        {u"created_at"_s, timeOrNull(facts.createdAt)},
        {u"run"_s, run.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(run.toString())},
    };
}

QJsonObject describe::connection(const Connection &connection, const QUrl &profileUrl)
{
    const QUrl url = connection.baseUrl.isEmpty() ? profileUrl : connection.baseUrl;
    return {
        {u"connection"_s, connection.name},
        {u"profile"_s, connection.profile},
        {u"base_url"_s, textOrNull(url.toString())},
        {u"key"_s, keySourceName(connection.keySource)},
    };
}

QJsonObject describe::report(const PreflightReport &report)
{
    QJsonArray findings;
    for (const Finding &finding : report.findings) {
        QJsonArray lines;
        for (const qint64 line : finding.lines)
            lines.append(line);
        findings.append(QJsonObject{
            {u"kind"_s, finding.kind},
            {u"severity"_s, finding.severity == Severity::Error ? u"error"_s : u"warning"_s},
            {u"count"_s, finding.count},
            {u"lines"_s, lines},
            {u"message"_s, finding.message},
        });
    }
    return {
        {u"requests"_s, report.requests},
        {u"bytes"_s, report.bytes},
        {u"blank_lines"_s, report.blankLines},
        {u"models"_s, countObject(report.models)},
        {u"endpoints"_s, countObject(report.endpoints)},
        {u"findings"_s, findings},
    };
}

QJsonObject describe::certificate(RunId run, const Certificate &certificate)
{
    QJsonObject outcomes;
    for (const Outcome outcome : allOutcomes)
        outcomes.insert(outcomeName(outcome), certificate.count(outcome));
    return {
        {u"run"_s, run.toString()},
        {u"requests"_s, certificate.requests},
        {u"outcomes"_s, outcomes},
        {u"balanced"_s, certificate.isBalanced()},
        {u"duplicate_results"_s, certificate.duplicateResults},
        {u"unknown_ids"_s, certificate.unknownIds},
        {u"provider_counts"_s, counts(certificate.provider)},
        {u"agrees"_s, certificate.agrees},
    };
}

QJsonObject describe::row(const ResultRow &row)
{
    const ResultLine &result = row.result;
    return {
        {u"row"_s, row.row + 1},
        {u"custom_id"_s, row.customId},
        {u"outcome"_s, outcomeName(result.outcome)},
        {u"http_status"_s, result.httpStatus > 0 ? QJsonValue(result.httpStatus) : QJsonValue()},
        {u"error_code"_s, textOrNull(result.errorCode)},
        {u"error_message"_s, textOrNull(result.errorMessage)},
        {u"model"_s, textOrNull(result.model)},
        {u"finish_reason"_s, textOrNull(result.finishReason)},
        {u"content"_s, result.content},
        {u"input_tokens"_s, numberOrNull(result.inputTokens)},
        {u"output_tokens"_s, numberOrNull(result.outputTokens)},
        {u"total_tokens"_s, numberOrNull(result.totalTokens)},
    };
}
