// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reading.h"

#include "cli/commands.h"
#include "cli/describe.h"
#include "dialects/json.h"
#include "dialects/scan.h"
#include "net/retrypolicy.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using Read = Result<QJsonObject>;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// succeeded of the reference is split in four here.
QString coarse(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered:
    case Outcome::Truncated:
    case Outcome::Refused:
    case Outcome::Empty: return u"succeeded"_s;
    default: return outcomeName(outcome);
    }
}

QJsonObject record(const ResultLine &line)
{
    QJsonObject object{{u"custom_id"_s, line.customId ? QJsonValue(*line.customId) : QJsonValue()},
                       {u"outcome"_s, coarse(line.outcome)},
                       {u"detail"_s, outcomeName(line.outcome)}};
    object.insert(u"http_status"_s,
                  line.httpStatus > 0 ? QJsonValue(line.httpStatus) : QJsonValue());
    object.insert(u"error_code"_s, textOrNull(line.errorCode));
    object.insert(u"error_message"_s, textOrNull(line.errorMessage));
    object.insert(u"content"_s, textOrNull(line.content));
    return object;
}

/// What the provider's word stands for, also where it means here that something was sent already.
BatchState stateOf(const BatchFacts &facts)
{
    const json::Status said = json::status(facts.rawStatus);
    const bool isEarly = said.state == BatchState::Draft || said.state == BatchState::Uploading;
    return !facts.rawStatus.isEmpty() && isEarly ? said.state : facts.state;
}

QJsonArray faultList(const QList<BatchFault> &faults)
{
    QJsonArray list;
    for (const BatchFault &fault : faults)
        list.append(QJsonArray{fault.code, fault.line > 0 ? QJsonValue(fault.line) : QJsonValue()});
    return list;
}

Read readBatch(const Dialect &dialect, const Profile &profile, const HttpReply &reply)
{
    const Run run;
    Batch batch;
    batch.facts.state = BatchState::Creating; // takes over whatever is said
    const Result<BatchFacts> facts = dialect.absorb({run, batch, profile}, StepKind::Create, reply);
    if (!facts)
        return Failure(facts.error());
    const BatchState state = stateOf(*facts);
    QJsonObject object{{u"state"_s, stateName(state)},
                       {u"terminal"_s, isTerminal(state)},
                       {u"unknown"_s, facts->unknownStatus},
                       {u"raw_status"_s, textOrNull(facts->rawStatus)},
                       {u"counts"_s, describe::counts(facts->counts)}};
    object.insert(u"id"_s, textOrNull(facts->remoteId));
    object.insert(u"output_file"_s, textOrNull(facts->outputFileId));
    object.insert(u"error_file"_s, textOrNull(facts->errorFileId));
    if (!facts->faults.isEmpty())
        object.insert(u"errors"_s, faultList(facts->faults));
    object.insert(u"message"_s, textOrNull(facts->error.value_or(Error()).message));
    batch.facts = *facts;
    object.insert(u"partial_readable"_s, !dialect.sources({run, batch, profile}).empty());
    return object;
}

/// A partial object says something about a batch that is known already.
Read readPartial(const Dialect &dialect, const Profile &profile, const HttpReply &reply)
{
    const Run run;
    Batch batch;
    batch.facts.state = BatchState::Running;
    batch.facts.remoteId = u"known"_s;
    const Result<BatchFacts> facts = dialect.absorb({run, batch, profile}, StepKind::Cancel, reply);
    if (!facts)
        return Failure(facts.error());
    return QJsonObject{{u"state"_s, stateName(facts->state)},
                       {u"terminal"_s, isTerminal(facts->state)},
                       {u"raw_status"_s, textOrNull(facts->rawStatus)},
                       {u"counts"_s, describe::counts(facts->counts)},
                       {u"merge"_s, true}};
}

Read readFile(const Dialect &dialect, const Profile &profile, const HttpReply &reply)
{
    const Run run;
    const Batch batch;
    const Result<BatchFacts> facts = dialect.absorb({run, batch, profile}, StepKind::Upload, reply);
    if (!facts)
        return Failure(facts.error());
    return QJsonObject{{u"id"_s, facts->inputFileId}, {u"ready"_s, facts->inputFileReady}};
}

Error notInDialect(const Dialect &dialect)
{
    return {.kind = ErrorKind::NotSupported,
            .message = Batchctl::tr("The wire format %1 has no such reply").arg(dialect.id)};
}

Read readList(const Dialect &dialect, const Profile &, const HttpReply &reply)
{
    if (dialect.readList == nullptr)
        return Failure(notInDialect(dialect));
    const Result<ListPage> page = dialect.readList(reply, {});
    if (!page)
        return Failure(page.error());
    QJsonArray batches;
    for (const RemoteBatch &remote : page->batches)
        batches.append(describe::remote(remote, {}));
    return QJsonObject{{u"count"_s, page->batches.size()},
                       {u"batches"_s, batches},
                       {u"next_cursor"_s, textOrNull(page->nextCursor)}};
}

Read readRequests(const Dialect &dialect, const Profile &, const HttpReply &reply)
{
    if (dialect.readRequests == nullptr)
        return Failure(notInDialect(dialect));
    const Result<RequestPage> page = dialect.readRequests(reply, {});
    if (!page)
        return Failure(page.error());
    QJsonArray requests;
    for (const RemoteRequest &request : page->requests)
        requests.append(QJsonObject{{u"remote_id"_s, request.remoteId},
                                    {u"custom_id"_s, request.customId},
                                    {u"status"_s, request.status}});
    return QJsonObject{{u"count"_s, page->requests.size()},
                       {u"requests"_s, requests},
                       {u"next_cursor"_s, textOrNull(page->nextCursor)}};
}

/// Lines that are not blank, each with room behind it; the first without byte order mark.
std::vector<PaddedBuffer> linesOf(const QByteArray &content)
{
    std::vector<PaddedBuffer> lines;
    std::string_view rest
        = scan::withoutBom({content.constData(), static_cast<std::size_t>(content.size())});
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.find_first_not_of(" \t\r") != std::string_view::npos)
            lines.emplace_back(line);
    }
    return lines;
}

Read readResults(const Dialect &dialect, const Profile &, const HttpReply &reply)
{
    QJsonArray records;
    qint64 bad = 0;
    for (const PaddedBuffer &line : linesOf(reply.body)) {
        const ResultLine result = dialect.readResult(line.line());
        bad += result.outcome == Outcome::Malformed ? 1 : 0;
        records.append(record(result));
    }
    return QJsonObject{{u"records"_s, records}, {u"good"_s, records.size() - bad}, {u"bad"_s, bad}};
}

/// A page of results, whose rows are lines of the file of results.
Read readPage(const Dialect &dialect, const Profile &, const HttpReply &reply)
{
    if (dialect.nextPage == nullptr)
        return Failure(notInDialect(dialect));
    const Call asked{.splitKey = "data"};
    const PaddedBuffer body(reply.body);
    PageRows rows;
    QJsonArray records;
    if (scan::validity(body.line()) == scan::Validity::Valid) {
        const scan::Members page(scan::trimmed(body.line().bytes));
        for (const std::string_view element : scan::elements(page.set("data"))) {
            const PaddedBuffer row(element);
            rows.lastId = dialect.readRow(row.line()).id;
            records.append(record(dialect.readResult(row.line())));
        }
    }
    rows.count = rows.fresh = records.size();
    const Result<std::optional<Call>> next = dialect.nextPage(asked, reply, rows);
    if (!next)
        return Failure(next.error());
    QString cursor;
    if (*next)
        for (const auto &[key, value] : (*next)->request.query)
            if (key == "after"_L1)
                cursor = value;
    return QJsonObject{{u"records"_s, records}, {u"next_cursor"_s, textOrNull(cursor)}};
}

Read readInput(const Dialect &, const Profile &, const HttpReply &reply)
{
    QJsonArray ids;
    QJsonArray errors;
    qint64 count = 0;
    QString body;
    for (const PaddedBuffer &line : linesOf(reply.body)) {
        ++count;
        const Result<Request> request = readRequest(line.line());
        if (!request) {
            errors.append(QJsonArray{request.error().code, count});
            continue;
        }
        ids.append(request->customId);
        body = QString::fromUtf8(request->body.data(), qsizetype(request->body.size()));
    }
    QJsonObject object{{u"count"_s, count}, {u"ids"_s, ids}};
    if (!errors.isEmpty())
        object.insert(u"errors"_s, errors);
    if (count == 1)
        object.insert(u"body_verbatim"_s, body);
    return object;
}

Read readError(const Dialect &dialect, const Profile &, const HttpReply &reply)
{
    const Error error = dialect.readError(reply);
    QJsonObject object{{u"kind"_s, kindName(error.kind)},
                       {u"message"_s, error.message},
                       {u"http_status"_s, error.httpStatus},
                       {u"retryable"_s, isTransient(error.kind)},
                       {u"hold_until_slot"_s, error.kind == ErrorKind::QuotaExceeded}};
    object.insert(u"code"_s, textOrNull(error.code));
    object.insert(u"request_id"_s, textOrNull(error.requestId));
    object.insert(u"field"_s, textOrNull(error.field));
    if (error.line > 0)
        object.insert(u"line"_s, error.line);
    if (const auto wait = retryAfter(reply, QDateTime::currentDateTimeUtc()))
        object.insert(u"retry_after_s"_s, double(wait->count()) / 1000.0);
    return object;
}

constexpr std::array readers = {
    reading::Reader{"batch", readBatch},
    reading::Reader{"batch_partial", readPartial},
    reading::Reader{"file_object", readFile},
    reading::Reader{"list_page", readList},
    reading::Reader{"requests_page", readRequests},
    reading::Reader{"results_page", readPage},
    reading::Reader{"output_lines", readResults},
    reading::Reader{"error_lines", readResults},
    reading::Reader{"input_lines", readInput},
    reading::Reader{"error", readError},
};

} // namespace

const reading::Reader *reading::find(const QString &kind)
{
    const auto found = std::ranges::find_if(
        readers, [&kind](const Reader &reader) { return kind == QLatin1StringView(reader.kind); });
    return found == readers.end() ? nullptr : &*found;
}

QStringList reading::kinds()
{
    QStringList list;
    for (const Reader &reader : readers)
        list.append(QLatin1StringView(reader.kind));
    return list;
}
