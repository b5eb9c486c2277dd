// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Batches that are created empty, given their requests in parts, started, and whose results come in
// pages. How answers are read is in stagedread.cpp.
#include "dialects/batchobject.h"
#include "dialects/dialect.h"
#include "dialects/json.h"
#include "dialects/stagedread.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// JSONL of what is to be added; the calls that add it are cut from it. It ends with a line end, so
/// that a longer body begins with all of its bytes.
Framing framing(const BatchView &)
{
    return {.before = "", .between = "\n", .after = "\n", .contentType = "application/jsonl"};
}

void appendView(QByteArray &out, std::string_view text)
{
    out.append(text.data(), qsizetype(text.size()));
}

void writeLine(const Request &request, const BatchView &, QByteArray &out)
{
    out += "{\"custom_id\":";
    appendView(out, request.customIdJson);
    out += ",\"body\":";
    appendView(out, request.body);
    out += '}';
}

GiveUp without(const QString &call)
{
    return {Error{
        .kind = ErrorKind::NotSupported,
        .message
        = QCoreApplication::translate("Dialect", "The profile has no path for \"%1\"").arg(call)}};
}

Call post(const BatchView &view, StepKind kind, const QString &path)
{
    Call call{.kind = kind,
              .request = batchobject::request("POST", path, view.profile),
              .body = BodySource::Bytes};
    call.request.contentType = "application/json";
    call.request.timeout = std::chrono::minutes(2);
    return call;
}

QByteArray createBody(const BatchView &view)
{
    QByteArray body;
    const auto append = [&body](QByteArrayView key, const QString &text) {
        if (text.isEmpty())
            return;
        body += (body.isEmpty() ? "{\"" : ",\"") + key.toByteArray() + "\":";
        json::appendString(body, text);
    };
    append("name", staged::markedName(view.run.name, view.batch.facts.intent));
    append("description", view.run.description);
    append("model", view.run.models.value(0));
    if (view.profile.choosesEndpoint)
        append("endpoint", batchobject::endpoint(view));
    return (body.isEmpty() ? "{" : body) + '}';
}

Step create(const BatchView &view)
{
    // What cannot be filled afterwards is not paid for.
    for (const QString &call : {u"create"_s, u"add"_s})
        if (view.profile.path(call).isEmpty())
            return without(call);
    Call call = post(view, StepKind::Create, view.profile.path(u"create"_s));
    call.paid = true;
    call.request.oneShot = true;
    call.request.body = createBody(view);
    return call;
}

/// The caller puts the body in: as much of the body file as may go at once.
Call add(const BatchView &view)
{
    Call call = post(view, StepKind::Add, view.profile.path(u"add"_s, view.batch.facts.remoteId));
    call.request.oneShot = true;
    return call;
}

Call start(const BatchView &view)
{
    Call call
        = post(view, StepKind::Start, view.profile.path(u"start"_s, view.batch.facts.remoteId));
    call.request.body = "{}";
    return call;
}

Call status(const BatchView &view)
{
    return {.kind = StepKind::Status,
            .request = batchobject::request(
                "GET", view.profile.path(u"get"_s, view.batch.facts.remoteId), view.profile)};
}

Call pages(const BatchView &view, StepKind kind, const QString &path)
{
    Call call{.kind = kind,
              .request = batchobject::request(
                  "GET", view.profile.path(path, view.batch.facts.remoteId), view.profile),
              .sink = SinkKind::Pages,
              .splitKey = "data"};
    call.request.query.append({u"limit"_s, QString::number(view.profile.pageSize)});
    return call;
}

Call results(const BatchView &view)
{
    Call call = pages(view, StepKind::FetchOutput, u"results"_s);
    call.resultSource = u"page"_s;
    return call;
}

/// Rows that failed without a result: the list of requests knows of them.
Call failedRequests(const BatchView &view)
{
    Call call = pages(view, StepKind::FetchErrors, u"requests"_s);
    call.resultSource = u"requests"_s;
    call.isRest = true;
    call.request.query.append({u"status"_s, u"failed"_s});
    return call;
}

qint64 linesHere(const Batch &batch)
{
    qint64 lines = 0;
    for (const ResultFile &file : batch.resultFiles)
        lines += file.source == "page"_L1 ? file.lines : 0;
    return lines;
}

Step nextAtEnd(const BatchView &view)
{
    const BatchFacts &facts = view.batch.facts;
    if (facts.remoteId.isEmpty())
        return Done{};
    if (!facts.inlineFetched)
        return status(view);
    if (!facts.outputFetched && !view.profile.path(u"results"_s).isEmpty())
        return results(view);
    const bool isShort
        = linesHere(view.batch) < std::max(view.batch.requests, facts.counts.total.value_or(0));
    if (!facts.errorsFetched && isShort && !view.profile.path(u"requests"_s).isEmpty())
        return failedRequests(view);
    return Done{};
}

Step nextWhileLive(const BatchView &view)
{
    const BatchFacts &facts = view.batch.facts;
    // A batch of others, and one that a person has to decide about, is only looked at.
    const bool isOurs = !facts.intent.isEmpty();
    if (!isOurs || facts.refused || facts.state == BatchState::Cancelling)
        return status(view);
    const bool isWhole = facts.addingRequests == 0 && facts.addedRequests >= view.batch.requests;
    if (!isWhole)
        return view.profile.path(u"add"_s).isEmpty() ? status(view) : add(view);
    const bool hasStart = !view.profile.path(u"start"_s).isEmpty();
    if (hasStart && !facts.startAnswered && !view.run.hold)
        return start(view);
    return status(view);
}

Step next(const BatchView &view)
{
    const BatchState state = view.batch.facts.state;
    if (isTerminal(state))
        return nextAtEnd(view);
    if (isLive(state))
        return nextWhileLive(view);
    return state == BatchState::Uploading ? create(view) : Wait{};
}

Result<BatchFacts> absorb(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    switch (kind) {
    case StepKind::Create: return staged::absorbCreate(view, reply);
    case StepKind::Add:
    case StepKind::Start: return staged::absorbTaken(view, kind, reply);
    case StepKind::Status: return staged::absorbStatus(view, reply);
    default: return batchobject::absorb(view, kind, reply);
    }
}

std::vector<Call> sources(const BatchView &view)
{
    std::vector<Call> calls;
    if (!view.batch.facts.remoteId.isEmpty() && !view.profile.path(u"results"_s).isEmpty())
        calls.push_back(results(view));
    return calls;
}

Call list(const ListQuery &query, const Profile &profile)
{
    // Only its own words: another may be refused, and the caller looks through the page anyway.
    static constexpr std::array words
        = {"created"_L1, "pending"_L1,    "processing"_L1, "completed"_L1,
           "failed"_L1,  "cancelling"_L1, "cancelled"_L1};
    Call call = batchobject::list(query, profile);
    if (std::ranges::contains(words, query.status))
        call.request.query.append({u"status"_s, query.status});
    return call;
}

Call requests(const BatchView &view, const RequestQuery &query)
{
    Call call{
        .kind = StepKind::ListRequests,
        .request = batchobject::request(
            "GET", view.profile.path(u"requests"_s, view.batch.facts.remoteId), view.profile)};
    call.request.query.append({u"limit"_s, QString::number(std::max(query.limit, 1))});
    if (!query.after.isEmpty())
        call.request.query.append({u"after"_s, query.after});
    if (!query.status.isEmpty())
        call.request.query.append({u"status"_s, query.status});
    return call;
}

} // namespace

constinit const Dialect stagedDialect = {
    .id = "staged"_L1,
    .isStaged = true,
    .checkLine = nullptr,
    .writeLine = writeLine,
    .framing = framing,
    .next = next,
    .absorb = absorb,
    .sources = sources,
    .cancel = batchobject::cancel,
    .list = list,
    .readList = staged::readList,
    .requests = requests,
    .readRequests = staged::readRequests,
    .readRow = staged::readRow,
    .nextPage = staged::nextPage,
    .readResult = staged::readResult,
    .readError = staged::readError,
};
