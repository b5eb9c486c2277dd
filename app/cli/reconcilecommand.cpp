// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/following.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds longestLook(60); ///< a list that cannot be had is tried for so long

bool isInDoubt(const Library &library, RunId run)
{
    return std::ranges::any_of(library.batches(run), [](const Batch *batch) {
        return batch->facts.state == BatchState::Unknown;
    });
}

/// What came of the looks at one batch.
QString resolution(const Batch &batch)
{
    if (batch.facts.state != BatchState::Unknown)
        return u"adopted"_s;
    // With a look to come it is too early to ask a person.
    return batch.nextCheckAt.isValid() ? u"not_found"_s : u"ask"_s;
}

QString wordsFor(const QString &resolution)
{
    if (resolution == "adopted"_L1)
        return Batchctl::tr("it was created, and is followed now");
    if (resolution == "not_found"_L1)
        return Batchctl::tr("not in the provider's list so far; it is looked for again");
    return Batchctl::tr(
        "look at the provider yourself; batchctl submit --again sends it once more");
}

} // namespace

void addReconcileOptions(QCommandLineParser &parser)
{
    parser.addOption({u"wait"_s, Batchctl::tr("Look as often as there is hope to find it.")});
}

int reconcileCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<Services *> made = context.services();
    if (!made)
        return fail(context, made.error());
    Services &services = **made;
    const Library &library = services.library();
    QList<RunId> runs = library.runIds();
    if (!context.arguments.isEmpty()) {
        const std::optional<QList<RunId>> named = findRuns(context, services);
        if (!named)
            return ExitUsage;
        runs = *named;
    }
    runs.removeIf([&library](RunId run) { return !isInDoubt(library, run); });
    if (runs.isEmpty()) {
        context.out.text(Batchctl::tr("No submission is in doubt"));
        return ExitGood;
    }
    QList<BatchId> batches;
    for (const RunId run : std::as_const(runs))
        for (const Batch *batch : library.batches(run))
            if (batch->facts.state == BatchState::Unknown)
                batches.append(batch->id);

    const QDateTime since = services.clock().now();
    services.driver().start(connectionsOf(library, runs));
    for (const RunId run : std::as_const(runs))
        if (const Result<> asked = await(services.driver().checkNow(run)); !asked)
            return fail(context, asked.error());
    const bool waits = parser.isSet(u"wait"_s);
    Following following{.runs = runs, .printChanges = false, .since = since};
    following.until = waits ? Until::Resolved : Until::Looked;
    if (!waits)
        following.timeout = longestLook;
    const std::optional<int> looked = follow(context, services, following);

    bool isClear = true;
    for (const BatchId id : std::as_const(batches)) {
        const Batch &batch = *library.batch(id);
        const QString said = resolution(batch);
        isClear = isClear && said == "adopted"_L1;
        context.out.object({{u"run"_s, batch.run.toString()},
                            {u"resolution"_s, said},
                            {u"remote_id"_s,
                             batch.facts.remoteId.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                            : QJsonValue(batch.facts.remoteId)}});
        context.out.text(u"%1: %2"_s.arg(batch.run.toString(), wordsFor(said)));
    }
    if (looked.value_or(ExitGood) != ExitGood)
        return *looked;
    return isClear ? ExitGood : ExitUnknown;
}
