// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for batches that are filled in parts and started: add, start, requests.
#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/discard.h"
#include "cli/following.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Once the wish is stored: until it is carried out, then the run.
int followToAnswer(Context &context, Services &services, RunId run)
{
    Library &library = services.library();
    const std::optional<int> done = follow(
        context, services, {.runs = {run}, .until = Until::Answered, .printChanges = false});
    tellRun(context, library, run);
    context.out.text(u"%1: %2"_s.arg(run.toString(), stateText(runState(library.batches(run)))));
    if (done != ExitGood)
        return done.value_or(ExitLook);
    for (const Batch *batch : library.batches(run))
        if (batch->facts.error && isLive(batch->facts.state))
            context.out.error(*batch->facts.error);
    return submissionCode(services, run);
}

qint64 linesOf(const QString &path)
{
    QFile file(path);
    qint64 lines = 0;
    for (bool isOpen = file.open(QIODevice::ReadOnly); isOpen && !file.atEnd(); ++lines)
        (void)file.readLine();
    return lines;
}

/// Lines are those of the longer input; people look into the file they gave.
Error ofTheFile(Error error, const QString &earlier)
{
    const qint64 before = error.line > 0 ? linesOf(earlier) : 0;
    error.line = std::max<qint64>(error.line - before, 0);
    return error;
}

/// The row of each of these requests in the run's input, from 1.
QHash<QString, qint64> rowsOf(const QString &path, const QList<RemoteRequest> &requests)
{
    QSet<QString> wanted;
    for (const RemoteRequest &request : requests)
        wanted.insert(request.customId);
    QHash<QString, qint64> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    qint64 row = 0;
    while (!file.atEnd() && !wanted.isEmpty()) {
        const QByteArray line = file.readLine();
        if (line.trimmed().isEmpty())
            continue;
        ++row;
        const PaddedBuffer buffer(line);
        if (const Result<Request> request = readRequest(buffer.line());
            request && wanted.remove(request->customId))
            rows.insert(request->customId, row);
    }
    return rows;
}

Result<std::optional<qint64>> readLimit(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"limit"_s))
        return std::optional<qint64>();
    bool ok = false;
    const qint64 limit = parser.value(u"limit"_s).toLongLong(&ok);
    if (!ok || limit < 1)
        return Failure(badUse(Batchctl::tr("The limit is a number from 1"), u"--limit"_s));
    return std::optional(limit);
}

struct Listed {
    QList<RemoteRequest> requests;
    QString next; ///< empty: there are no more
};

Result<Listed> listAll(Driver &driver, RunId run, RequestQuery query, std::optional<qint64> limit)
{
    constexpr qint64 pageSize = 100;
    Listed all;
    QSet<QString> seen; // a cursor that leads in a circle ends the list
    for (;;) {
        query.limit = int(std::min(pageSize, limit ? *limit - all.requests.size() : pageSize));
        const Result<RequestPage> page = await(driver.requests(run, query));
        if (!page)
            return Failure(page.error());
        for (const RemoteRequest &request : page->requests)
            if (query.status.isEmpty()
                || request.status.compare(query.status, Qt::CaseInsensitive) == 0)
                all.requests.append(request);
        all.next = page->nextCursor;
        const bool isEnough = limit && all.requests.size() >= *limit;
        if (all.next.isEmpty() || isEnough || seen.contains(all.next))
            break;
        seen.insert(all.next);
        query.after = all.next;
    }
    if (limit && all.requests.size() > *limit)
        all.requests.resize(*limit);
    return all;
}

} // namespace

int addCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    Library &library = services.library();
    const Result<RunId> id = library.findRun(context.arguments.first());
    if (!id)
        return fail(context, id.error());
    const Run before = *library.run(*id);
    const Result<TakenIn> taken
        = awaitWorker(services.takeIn(context.arguments.at(1), before.connection));
    if (!taken)
        return fail(context, taken.error());
    Discard discard(library.absolute(taken->inputFile));
    if (refuseFindings(context.out, taken->report.findings,
                       Batchctl::tr("Nothing was added: the file has errors; see batchctl check")))
        return ExitLook;
    services.driver().start({before.connection});
    const Result<> added = await(services.driver().add(*id, *taken));
    if (!added) {
        const Error &error = added.error();
        const bool isFinding = error.kind == ErrorKind::BadInput && !error.code.isEmpty();
        context.out.error(isFinding ? ofTheFile(error, library.absolute(before.inputFile)) : error);
        return isFinding ? int(ExitLook) : int(exitCode(error));
    }
    return followToAnswer(context, services, *id);
}

int startCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    const std::optional<QList<RunId>> runs = findRuns(context, services);
    if (!runs)
        return ExitUsage;
    services.driver().start(connectionsOf(services.library(), *runs));
    if (const Result<> asked = await(services.driver().startHeld(runs->first())); !asked)
        return fail(context, asked.error());
    return followToAnswer(context, services, runs->first());
}

void addRequestsOptions(QCommandLineParser &parser)
{
    parser.addOption({u"status"_s,
                      Batchctl::tr("Only those with this status, in the provider's own word such "
                                   "as pending, completed or failed."),
                      u"STATUS"_s});
    parser.addOption(
        {u"limit"_s, Batchctl::tr("Print at most that many requests; default: all."), u"N"_s});
    parser.addOption({u"after"_s, Batchctl::tr("Go on after the request with this id."), u"ID"_s});
}

int requestsCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<std::optional<qint64>> limit = readLimit(parser);
    if (!limit)
        return fail(context, limit.error());
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    const Library &library = services.library();
    const Result<RunId> id = library.findRun(context.arguments.first());
    if (!id)
        return fail(context, id.error());
    const Result<Listed> listed
        = listAll(services.driver(), *id,
                  {.after = parser.value(u"after"_s), .status = parser.value(u"status"_s)}, *limit);
    if (!listed)
        return fail(context, listed.error());
    const QHash<QString, qint64> rows
        = rowsOf(library.absolute(library.run(*id)->inputFile), listed->requests);
    QList<QStringList> table;
    for (const RemoteRequest &request : listed->requests) {
        const qint64 row = rows.value(request.customId);
        context.out.object({{u"row"_s, row > 0 ? QJsonValue(row) : QJsonValue()},
                            {u"custom_id"_s, request.customId},
                            {u"remote_id"_s, request.remoteId},
                            {u"status"_s, request.status}});
        table.append({row > 0 ? QString::number(row) : u"-"_s, request.customId, request.remoteId,
                      request.status});
    }
    context.out.table({u"ROW"_s, u"CUSTOM_ID"_s, u"REMOTE_ID"_s, u"STATUS"_s}, table);
    if (!listed->next.isEmpty())
        context.out.message(
            Batchctl::tr("There are more; go on with --after %1").arg(listed->next));
    return ExitGood;
}
