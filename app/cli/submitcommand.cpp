// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/discard.h"
#include "cli/following.h"
#include "cli/metadata.h"
#include "core/crashpoint.h"
#include "core/tags.h"
#include "jsonl/requesttext.h"

using namespace Qt::StringLiterals;

namespace {

struct Target {
    Connection connection;
    Profile profile;
};

/// Where it goes, as the options say.
Result<Target> readTarget(Services &services, const QCommandLineParser &parser)
{
    const QString name = parser.value(u"connection"_s);
    const Connection *found = services.library().connectionByName(name);
    if (!found)
        return Failure(badUse(
            QCoreApplication::translate("batchctl", "There is no connection \"%1\"").arg(name),
            u"--connection"_s));
    Result<Profile> profile = services.profiles().effective(*found);
    if (!profile)
        return Failure(profile.error());
    const Dialect *dialect = services.dialect(found->id);
    if (parser.isSet(u"hold"_s) && (dialect == nullptr || !dialect->isStaged))
        return Failure(
            Error{.kind = ErrorKind::NotSupported,
                  .message = Batchctl::tr("Batches of this provider start by themselves"),
                  .field = u"--hold"_s});
    return Target{*found, *std::move(profile)};
}

Result<Run> makeRun(const QCommandLineParser &parser, const TakenIn &taken, const Target &target)
{
    const Profile &profile = target.profile;
    Run run;
    run.connection = target.connection.id;
    run.name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : titleOf(taken.originPath);
    run.description = parser.value(u"description"_s);
    run.endpoint = parser.value(u"endpoint"_s);
    run.originPath = taken.originPath;
    takeRequests(run, taken.inputFile, taken.report);
    if (run.endpoint.isEmpty())
        run.endpoint = profile.endpoints.value(0, u"/v1/chat/completions"_s);
    run.window = parser.isSet(u"window"_s) ? parser.value(u"window"_s) : profile.defaultWindow;
    if (!profile.windows.isEmpty() && !profile.windows.contains(run.window))
        return Failure(
            badUse(QCoreApplication::translate("batchctl", "This provider offers the windows %1")
                       .arg(profile.windows.join(", "_L1)),
                   u"--window"_s));
    const Result<QList<std::pair<QString, QByteArray>>> metadata
        = readMetadata(parser.values(u"metadata"_s), parser.value(u"metadata-json"_s), profile);
    if (!metadata)
        return Failure(metadata.error());
    run.metadata = *metadata;
    run.tags = tagsIn(parser.values(u"tag"_s).join(u','));
    run.hold = parser.isSet(u"hold"_s);
    run.again = parser.isSet(u"again"_s);
    run.createdAt = QDateTime::currentDateTimeUtc();
    return run;
}

Result<ExportOptions> exportOptions(const QCommandLineParser &parser)
{
    ExportOptions options;
    options.path = parser.value(u"output"_s);
    if (options.path.isEmpty())
        return options;
    if (!parser.isSet(u"wait"_s))
        return Failure(badUse(Batchctl::tr("-o needs --wait"), u"-o"_s));
    const std::optional<ExportFormat> format = exportFormatOf(options.path);
    if (!format)
        return Failure(badUse(Batchctl::tr("The name must end in .csv, .xlsx or .jsonl"), u"-o"_s));
    options.format = *format;
    return options;
}

/// A run that surely was not created goes on under its own id.
Result<RunId> addOrReuse(Library &library, const Run &run, Discard &discard)
{
    if (!run.again) {
        if (const std::optional<RunId> earlier = library.findNotCreated(run)) {
            Run renamed = *library.run(*earlier);
            renamed.name = run.name;
            renamed.description = run.description;
            if (!run.tags.isEmpty())
                renamed.tags = run.tags;
            const Result<> saved = await(library.save(renamed));
            if (!saved)
                return Failure(saved.error());
            return *earlier;
        }
    }
    QFuture<Result<>> stored;
    const RunId id = library.add(run, &stored);
    discard.keep();
    if (const Result<> saved = await(stored); !saved)
        return Failure(saved.error());
    return id;
}

void printErrors(const Context &context, Services &services, RunId run)
{
    for (const Batch *batch : services.library().batches(run))
        if (batch->facts.error)
            context.out.error(*batch->facts.error);
}

int waitAndExport(Context &context, Services &services, RunId run, const ExportOptions &options)
{
    const std::optional<int> ended
        = follow(context, services, {.runs = {run}, .until = Until::Ended});
    if (!ended)
        return ExitLook;
    if (*ended != ExitGood)
        return *ended;
    if (const int code = submissionCode(services, run); code != ExitGood) {
        printErrors(context, services, run);
        return code;
    }
    const Result<std::shared_ptr<const RunResults>> results = await(services.results(run));
    if (!results)
        return fail(context, results.error());
    if (!options.path.isEmpty()) {
        const Result<ExportReport> report
            = await(exportResults(services.pool(), *results, options));
        if (!report)
            return fail(context, report.error());
        context.out.message(
            QCoreApplication::translate("batchctl", "Wrote %1").arg(report->written));
    }
    return (*results)->certificate().isAllAnswered() ? ExitGood : ExitLook;
}

/// Until each batch has a clear answer or is held.
int followSubmission(Context &context, Services &services, RunId run)
{
    Library &library = services.library();
    const std::optional<int> answered = follow(
        context, services, {.runs = {run}, .until = Until::Answered, .printChanges = false});
    tellRun(context, library, run);
    context.out.text(QCoreApplication::translate("batchctl", "%1 %2: %3")
                         .arg(run.toString(), library.run(run)->name,
                              stateText(runState(library.batches(run)))));
    if (!answered)
        return ExitLook;
    printErrors(context, services, run);
    return *answered != ExitGood ? *answered : submissionCode(services, run);
}

} // namespace

void addSubmitOptions(QCommandLineParser &parser)
{
    parser.addOption({u"connection"_s,
                      Batchctl::tr("Where to send it; see batchctl connection list."), u"NAME"_s});
    parser.addOption(
        {u"name"_s, Batchctl::tr("Name of the run; default: of the file."), u"NAME"_s});
    parser.addOption({u"description"_s, Batchctl::tr("Description of the run."), u"TEXT"_s});
    parser.addOption(
        {u"tag"_s,
         Batchctl::tr("A word of yours to find the run by; may be repeated. It stays here."),
         u"TAG"_s});
    parser.addOption({u"window"_s, Batchctl::tr("Completion window such as 24h."), u"WINDOW"_s});
    parser.addOption({u"metadata"_s, Batchctl::tr("Metadata for the provider; may be repeated."),
                      u"KEY=VALUE"_s});
    parser.addOption({u"metadata-json"_s,
                      Batchctl::tr("Metadata from a file that holds a JSON object."), u"FILE"_s});
    parser.addOption({u"endpoint"_s,
                      Batchctl::tr("Endpoint of the batch; default: the one of the lines."),
                      u"URL"_s});
    parser.addOption(
        {u"hold"_s,
         Batchctl::tr("Where batches are started: fill it and do not start it; see start.")});
    parser.addOption({u"again"_s, Batchctl::tr("Send although the same was sent before.")});
    parser.addOption({u"wait"_s, Batchctl::tr("Wait until the results are here.")});
    parser.addOption({{u"o"_s, u"output"_s},
                      Batchctl::tr("With --wait: export to this .csv or .jsonl file."),
                      u"FILE"_s});
}

int submitCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<ExportOptions> exporting = exportOptions(parser);
    if (!exporting)
        return fail(context, exporting.error());
    if (!parser.isSet(u"connection"_s))
        return fail(context, badUse(Batchctl::tr("Say where to send it"), u"--connection"_s));
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    Library &library = services.library();
    const Result<Target> target = readTarget(services, parser);
    if (!target)
        return fail(context, target.error());
    const ConnectionId connection = target->connection.id;

    const Result<TakenIn> taken
        = awaitWorker(services.takeIn(context.arguments.first(), connection));
    if (!taken)
        return fail(context, taken.error());
    Discard discard(library.absolute(taken->inputFile));
    if (refuseFindings(context.out, taken->report.findings,
                       Batchctl::tr("Nothing was sent: the file has errors; see batchctl check")))
        return ExitLook;
    const Result<Run> run = makeRun(parser, *taken, *target);
    if (!run)
        return fail(context, run.error());
    if (!run->again) {
        // Asked before a row is made, so that a refusal leaves nothing behind.
        if (const std::optional<RunId> same = library.findSame(*run))
            return fail(context, sameRunError(library, *same));
    }
    crashPoint("submit.taken_in");
    const Result<RunId> id = addOrReuse(library, *run, discard);
    if (!id)
        return fail(context, id.error());
    crashPoint("submit.run_added");
    services.driver().start({connection});
    if (const Result<> submitted = await(services.driver().submit(*id)); !submitted)
        return fail(context, submitted.error());

    crashPoint("submit.wished");
    if (parser.isSet(u"wait"_s)) {
        const int code = waitAndExport(context, services, *id, *exporting);
        context.out.text(
            QCoreApplication::translate("batchctl", "%1 %2").arg(id->toString(), run->name));
        return code;
    }
    return followSubmission(context, services, *id);
}
