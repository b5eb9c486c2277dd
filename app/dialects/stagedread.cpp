// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/stagedread.h"

#include "dialects/batchobject.h"
#include "dialects/json.h"
#include "dialects/resultreader.h"
#include "dialects/scan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// By the provider's word nobody has started it yet, or it says nothing.
bool isWaitingThere(const BatchFacts &facts)
{
    return facts.rawStatus.isEmpty() || json::status(facts.rawStatus).state == BatchState::Draft;
}

/// Why a batch does not go on by itself; nothing where it does.
QString reasonOf(const BatchView &view, const BatchFacts &facts)
{
    if (!isLive(facts.state) || facts.intent.isEmpty() || facts.state == BatchState::Cancelling)
        return {};
    const bool isWhole = facts.addedRequests >= view.batch.requests;
    if (facts.refused)
        return isWhole
            ? QCoreApplication::translate(
                  "Dialect", "the provider refused to start it: try again, or cancel it")
            : QCoreApplication::translate(
                  "Dialect", "the provider refused some of the requests: try again, or cancel it");
    if (facts.addingRequests > 0)
        return QCoreApplication::translate(
            "Dialect",
            "in doubt: whether the last requests came there cannot be seen; look there, nothing is "
            "sent again unless you say so");
    if (!isWhole || !isWaitingThere(facts))
        return {};
    return facts.startAnswered || !view.run.hold
        ? QCoreApplication::translate("Dialect",
                                      "created, with all requests; waits for the provider to begin")
        : QCoreApplication::translate("Dialect", "created, with all requests; not started");
}

/// A batch that has left its first state needs no start, nor does one that cannot be started.
void takeStart(const BatchView &view, BatchFacts &facts)
{
    if (!isWaitingThere(facts) || view.profile.path(u"start"_s).isEmpty())
        facts.startAnswered = true;
}

/// A word after a name, in brackets, is a mark of ours.
void takeMark(RemoteBatch &remote)
{
    static const QRegularExpression mark(u" ?\\[([0-9a-f]{12})\\]$"_s);
    const QRegularExpressionMatch match = mark.match(remote.name);
    if (!match.hasMatch())
        return;
    if (remote.intent.isEmpty())
        remote.intent = match.captured(1);
    remote.name.truncate(match.capturedStart());
}

/// Whether a page that brought rows is followed by another: a full one that does not say so may be.
bool hasMore(const QJsonObject &envelope, qint64 rows, qint64 limit)
{
    const QJsonValue more = envelope.value("has_more"_L1);
    return more.isBool() ? more.toBool() : rows >= limit;
}

QString cursorOf(const QJsonObject &envelope, const QString &lastId)
{
    const QString last = json::text(envelope, "last_id"_L1);
    return last.isEmpty() ? lastId : last;
}

/// {"code", "message"} of a row that has neither answer nor error, by its own word.
void takeRowStatus(PaddedLine line, ResultLine &result)
{
    const std::string_view text = scan::trimmed(scan::withoutBom(line.bytes));
    const QString word = scan::text(scan::Members(text).set("status"));
    switch (json::status(word).state) {
    case BatchState::Cancelled: result.outcome = Outcome::Cancelled; break;
    case BatchState::Expired: result.outcome = Outcome::Expired; break;
    case BatchState::Failed:
        result.errorMessage = QCoreApplication::translate(
            "Result", "The provider says that it failed, but not why");
        break;
    default: return;
    }
    result.errorCode.clear();
}

} // namespace

namespace staged {

QString markedName(const QString &name, const QString &intent)
{
    if (intent.isEmpty())
        return name;
    const QString mark = u'[' + intent.section(u'-', -1) + u']';
    return name.isEmpty() ? mark : name + u' ' + mark;
}

Result<BatchFacts> absorbCreate(const BatchView &view, const HttpReply &reply)
{
    Result<BatchFacts> facts = batchobject::absorbCreate(view, reply);
    if (facts)
        takeStart(view, *facts);
    return facts;
}

Result<BatchFacts> absorbStatus(const BatchView &view, const HttpReply &reply)
{
    Result<BatchFacts> facts = batchobject::absorbStatus(view, reply);
    if (!facts)
        return facts;
    takeStart(view, *facts);
    const bool isSettled = facts->startAnswered && facts->addedRequests >= view.batch.requests;
    facts->refused = facts->refused && !isSettled && isLive(facts->state);
    if (facts->refused)
        facts->error = view.batch.facts.error;
    facts->reason = reasonOf(view, *facts);
    return facts;
}

Result<BatchFacts> absorbTaken(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    BatchFacts facts = view.batch.facts;
    QJsonObject object;
    if (!reply.body.trimmed().isEmpty()) {
        const Result<QJsonDocument> document = json::document(reply);
        if (!document)
            return Failure(document.error());
        object = document->object();
        const QJsonValue error = object.value("error"_L1);
        if (error.isObject() || !error.toString().isEmpty())
            return Failure(json::error(reply));
        // It may be the batch, or what was added, or anything: only the batch itself is believed.
        if (json::text(object, "id"_L1) == facts.remoteId)
            facts.counts.merge(json::counts(object));
    }
    if (kind == StepKind::Start)
        facts.startAnswered = true;
    facts.error.reset();
    if (const QString id = json::requestId(reply, object); !id.isEmpty())
        facts.lastRequestId = id;
    return facts;
}

Result<ListPage> readList(const HttpReply &reply, const ListQuery &query)
{
    Result<ListPage> page = batchobject::readList(reply, query);
    if (page)
        for (RemoteBatch &remote : page->batches)
            takeMark(remote);
    return page;
}

Result<RequestPage> readRequests(const HttpReply &reply, const RequestQuery &query)
{
    const Result<json::Listed> listed
        = json::list(reply, "requests"_L1,
                     QCoreApplication::translate("Reply", "The answer is not a list of requests"));
    if (!listed)
        return Failure(listed.error());
    RequestPage page;
    for (const QJsonValue &row : listed->rows)
        page.requests.append({.remoteId = json::text(row["id"_L1]),
                              .customId = json::text(row["custom_id"_L1]),
                              .status = json::text(row["status"_L1])});
    if (listed->rows.isEmpty() || !hasMore(listed->envelope, listed->rows.size(), query.limit))
        return page;
    page.nextCursor = cursorOf(listed->envelope, page.requests.last().remoteId);
    // A server that ignores the cursor would send the same page for ever.
    if (page.nextCursor == query.after)
        page.nextCursor.clear();
    return page;
}

PageRow readRow(PaddedLine row)
{
    if (scan::validity(row) != scan::Validity::Valid)
        return {};
    const scan::Members members(scan::trimmed(row.bytes));
    return {.id = scan::text(members.set("id")),
            .customId = scan::text(members.set("custom_id")),
            .hasFailed
            = json::status(scan::text(members.set("status"))).state == BatchState::Failed};
}

Result<std::optional<Call>> nextPage(const Call &page, const HttpReply &reply, const PageRows &rows)
{
    const Result<QJsonDocument> document = json::document(reply);
    if (!document)
        return Failure(document.error());
    const QJsonObject envelope = document->object();
    const QJsonValue data = envelope.value(QString::fromLatin1(page.splitKey));
    if (!data.isArray() && !data.isNull())
        return Failure(json::badReply(
            reply, QCoreApplication::translate("Reply", "The answer is not a page of results")));
    qint64 limit = 0;
    QString after;
    for (const auto &[key, value] : page.request.query) {
        if (key == "limit"_L1)
            limit = value.toLongLong();
        else if (key == "after"_L1)
            after = value;
    }
    const QString cursor = cursorOf(envelope, rows.lastId);
    if (rows.fresh == 0 || cursor.isEmpty() || cursor == after
        || !hasMore(envelope, rows.count, limit))
        return std::optional<Call>();
    Call next = page;
    next.request.query.removeIf([](const auto &item) { return item.first == "after"_L1; });
    next.request.query.append({u"after"_s, cursor});
    return std::optional(next);
}

ResultLine readResult(PaddedLine line)
{
    ResultLine result = resultreader::read(line);
    if (result.outcome == Outcome::Failed && result.errorCode == "empty_result"_L1)
        takeRowStatus(line, result);
    return result;
}

Error readError(const HttpReply &reply)
{
    static const QRegularExpression index(u"\\brequests?[.\\[](\\d{1,9})\\b"_s);
    Error error = json::error(reply);
    for (const QString &text : {error.field, error.message})
        if (const QRegularExpressionMatch match = index.match(text);
            error.line == 0 && match.hasMatch())
            error.line = match.captured(1).toLongLong() + 1;
    return error;
}

} // namespace staged
