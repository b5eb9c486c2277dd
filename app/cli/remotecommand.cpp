// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/discard.h"
#include "cli/following.h"
#include "jobs/remotebatches.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100; ///< most that the providers give at once

Result<Connection> connectionOf(const Library &library, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"connection"_s))
        return Failure(badUse(Batchctl::tr("Say at which connection"), u"--connection"_s));
    const Connection *found = library.connectionByName(parser.value(u"connection"_s));
    if (found == nullptr)
        return Failure(
            badUse(Batchctl::tr("There is no connection \"%1\"").arg(parser.value(u"connection"_s)),
                   u"--connection"_s));
    return *found;
}

/// Batches to print at most; nothing: all.
Result<std::optional<qint64>> readLimit(const QCommandLineParser &parser)
{
    if (parser.isSet(u"all"_s))
        return std::optional<qint64>();
    if (!parser.isSet(u"limit"_s))
        return std::optional<qint64>(20);
    bool ok = false;
    const qint64 limit = parser.value(u"limit"_s).toLongLong(&ok);
    if (!ok || limit < 1)
        return Failure(badUse(Batchctl::tr("The limit is a number from 1"), u"--limit"_s));
    return std::optional(limit);
}

QStringList tableRow(const RemoteBatch &remote, RunId run)
{
    const RequestCounts &counts = remote.facts.counts;
    const auto number = [](const std::optional<qint64> &count) {
        return count ? QString::number(*count) : u"-"_s;
    };
    return {remote.facts.remoteId,
            remote.name,
            remote.facts.rawStatus,
            number(counts.total),
            number(counts.succeeded),
            number(counts.failed),
            remote.facts.createdAt.toString(Qt::ISODate),
            run.isNull() ? QString() : run.toString()};
}

} // namespace

void addRemoteOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"connection"_s, Batchctl::tr("Whose batches; see batchctl connection list."), u"NAME"_s});
    parser.addOption(
        {u"limit"_s, Batchctl::tr("Print at most that many batches; default 20."), u"N"_s});
    parser.addOption({u"after"_s, Batchctl::tr("Go on after the batch with this id."), u"ID"_s});
    parser.addOption(
        {u"status"_s,
         Batchctl::tr("Only batches with this status, in the provider's word or ours."),
         u"STATUS"_s});
    parser.addOption({u"all"_s, Batchctl::tr("Print all there are.")});
}

int remoteCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<std::optional<qint64>> limit = readLimit(parser);
    if (!limit)
        return fail(context, limit.error());
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    Library &library = (*services)->library();
    const Result<Connection> connection = connectionOf(library, parser);
    if (!connection)
        return fail(context, connection.error());

    ListQuery query{.after = parser.value(u"after"_s), .status = parser.value(u"status"_s)};
    QSet<QString> seen; // a cursor that leads in a circle ends the list
    QList<QStringList> rows;
    qint64 printed = 0;
    QString next;
    for (;;) {
        query.limit = int(std::min<qint64>(pageSize, *limit ? **limit - printed : pageSize));
        const Result<ListPage> page = await((*services)->driver().list(connection->id, query));
        if (!page)
            return fail(context, page.error());
        for (const RemoteBatch &remote : page->batches) {
            const RunId run = runOfRemote(library, connection->id, remote.facts.remoteId);
            context.out.object(describe::remote(remote, run));
            rows.append(tableRow(remote, run));
        }
        printed += page->batches.size();
        next = page->nextCursor;
        const bool isEnough = *limit && printed >= **limit;
        if (next.isEmpty() || isEnough || seen.contains(next))
            break;
        seen.insert(next);
        query.after = next;
    }
    context.out.object(
        {{u"has_more"_s, !next.isEmpty()},
         {u"next"_s, next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next)}});
    context.out.table({u"REMOTE_ID"_s, u"NAME"_s, u"STATUS"_s, u"TOTAL"_s, u"SUCCEEDED"_s,
                       u"FAILED"_s, u"CREATED"_s, u"RUN"_s},
                      rows);
    if (!next.isEmpty())
        context.out.message(Batchctl::tr("There are more; go on with --after %1").arg(next));
    return ExitGood;
}

void addAdoptOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"connection"_s, Batchctl::tr("Where the batch is; see batchctl remote."), u"NAME"_s});
    parser.addOption({u"input"_s,
                      Batchctl::tr("The request file that the batch was made of, so that its rows "
                                   "are in that order and what is missing is seen."),
                      u"FILE"_s});
}

int adoptCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    Library &library = services.library();
    const Result<Connection> connection = connectionOf(library, parser);
    if (!connection)
        return fail(context, connection.error());
    std::optional<TakenIn> input;
    if (parser.isSet(u"input"_s)) {
        Result<TakenIn> taken
            = awaitWorker(services.takeIn(parser.value(u"input"_s), connection->id));
        if (!taken)
            return fail(context, taken.error());
        input = *std::move(taken);
    }
    Discard discard(input ? library.absolute(input->inputFile) : QString());
    const Result<RunId> run
        = await(services.driver().adopt(connection->id, context.arguments.first(), input));
    if (!run)
        return fail(context, run.error());
    discard.keep();
    const Run &adopted = *library.run(*run);
    for (const Batch *batch : library.batches(*run)) {
        const qint64 there = batch->facts.counts.total.value_or(adopted.requests);
        if (input && there != adopted.requests)
            context.out.message(
                Batchctl::tr("The file holds %1 requests, the batch %2: is it the right file?")
                    .arg(adopted.requests)
                    .arg(there));
    }
    tellRun(context, library, *run);
    context.out.text(u"%1 %2: %3"_s.arg(run->toString(), adopted.name,
                                        stateText(runState(library.batches(*run)))));
    return ExitGood;
}
