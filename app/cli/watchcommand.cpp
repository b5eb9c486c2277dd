// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/following.h"

using namespace Qt::StringLiterals;

namespace {

/// Asks, waits until it was carried out, prints the run.
int carryOut(Context &context, QFuture<Result<>> (Driver::*ask)(RunId))
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const std::optional<QList<RunId>> runs = findRuns(context, **services);
    if (!runs)
        return ExitUsage;
    (*services)->driver().start(connectionsOf((*services)->library(), *runs));
    const RunId run = runs->first();
    if (const Result<> asked = await(((*services)->driver().*ask)(run)); !asked)
        return fail(context, asked.error());
    const std::optional<int> done = follow(
        context, **services, {.runs = {run}, .until = Until::WishesDone, .printChanges = false});
    tellRun(context, (*services)->library(), run);
    context.out.text(
        QCoreApplication::translate("batchctl", "%1: %2")
            .arg(run.toString(), stateText(runState((*services)->library().batches(run)))));
    return done.value_or(ExitLook);
}

} // namespace

void addWatchOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"timeout"_s,
         QCoreApplication::translate("batchctl", "Give up waiting after this many seconds."),
         u"SECONDS"_s});
}

int watchCommand(Context &context, const QCommandLineParser &parser)
{
    Following following;
    if (parser.isSet(u"timeout"_s)) {
        bool ok = false;
        const double seconds = parser.value(u"timeout"_s).toDouble(&ok);
        if (!ok || seconds < 0)
            return fail(
                context,
                badUse(QCoreApplication::translate("batchctl", "This is no number of seconds"),
                       u"--timeout"_s));
        following.timeout = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    }
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const std::optional<QList<RunId>> runs = findRuns(context, **services);
    if (!runs)
        return ExitUsage;
    following.runs = *runs;
    (*services)->driver().start(connectionsOf((*services)->library(), *runs));
    const std::optional<int> ended = follow(context, **services, following);
    if (!ended) {
        context.out.message(
            QCoreApplication::translate("batchctl", "Still under way; watch again to go on"));
        return ExitLook;
    }
    int code = *ended;
    for (const RunId run : *runs) {
        if (code != ExitGood)
            break;
        code = submissionCode(**services, run);
        if (code == ExitGood)
            code = answeredCode(context, **services, run);
    }
    return code;
}

int cancelCommand(Context &context, const QCommandLineParser &)
{
    return carryOut(context, &Driver::cancel);
}

void addFetchOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"partial"_s, Batchctl::tr("While the run is under way: what is there so far.")});
}

int fetchCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    Library &library = services.library();
    const std::optional<QList<RunId>> runs = findRuns(context, services);
    if (!runs)
        return ExitUsage;
    const RunId run = runs->first();
    const auto isOver = [&] { return isTerminal(runState(library.batches(run))); };
    const bool wasOver = isOver();
    const bool partial = parser.isSet(u"partial"_s);
    services.driver().start(connectionsOf(library, *runs));
    const Result<> asked = await(wasOver || partial ? services.driver().fetch(run)
                                                    : services.driver().checkNow(run));
    if (!asked)
        return fail(context, asked.error());
    std::optional<int> code = follow(
        context, services, {.runs = {run}, .until = Until::WishesDone, .printChanges = false});
    if (code == ExitGood && isOver())
        code = follow(context, services,
                      {.runs = {run}, .until = Until::Ended, .printChanges = false});
    tellRun(context, library, run);
    context.out.text(QCoreApplication::translate("batchctl", "%1: %2")
                         .arg(run.toString(), stateText(runState(library.batches(run)))));
    if (code != ExitGood)
        return code.value_or(ExitLook);
    for (const Batch *batch : library.batches(run))
        if (batch->facts.error && isLive(batch->facts.state))
            return fail(context, *batch->facts.error);
    if (!isOver() && !partial)
        context.out.message(
            Batchctl::tr("Still under way; with --partial what is there so far is fetched"));
    return answeredCode(context, services, run);
}
