// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/rules.h"
#include "jsonl/preflight.h"

using namespace Qt::StringLiterals;

Result<PreflightRules> rulesFor(Context &context, const QCommandLineParser &parser)
{
    const QString connection = parser.value(u"connection"_s);
    const QString profileId = parser.value(u"profile"_s);
    if (!connection.isEmpty() && !profileId.isEmpty())
        return Failure(badUse(
            QCoreApplication::translate("batchctl", "Give either --profile or --connection")));
    if (!connection.isEmpty()) {
        const Result<Services *> services = context.services();
        if (!services)
            return Failure(services.error());
        const Connection *found = (*services)->library().connectionByName(connection);
        if (!found)
            return Failure(
                badUse(QCoreApplication::translate("batchctl", "There is no connection \"%1\"")
                           .arg(connection)));
        return (*services)->rules(found->id);
    }
    if (profileId.isEmpty())
        return PreflightRules{.cache = cacheFolder()};
    const Result<Profiles> profiles = Profiles::load();
    if (!profiles)
        return Failure(profiles.error());
    const Profile *profile = profiles->find(profileId);
    if (!profile)
        return Failure(badUse(QCoreApplication::translate(
                                  "batchctl", "There is no profile \"%1\"; see batchctl profiles")
                                  .arg(profileId)));
    return PreflightRules{
        .dialect = findDialect(profile->dialect), .profile = *profile, .cache = cacheFolder()};
}

void addRulesOptions(QCommandLineParser &parser)
{
    parser.addOption({u"profile"_s,
                      QCoreApplication::translate("batchctl", "Rules and limits of this provider."),
                      u"ID"_s});
    parser.addOption(
        {u"connection"_s,
         QCoreApplication::translate("batchctl", "Rules and limits of this connection."),
         u"NAME"_s});
}

void addCheckOptions(QCommandLineParser &parser)
{
    addRulesOptions(parser);
}

int checkCommand(Context &context, const QCommandLineParser &parser)
{
    Result<PreflightRules> rules = rulesFor(context, parser);
    if (!rules)
        return fail(context, rules.error());
    rules->withDigest = false;
    QThreadPool pool;
    const Result<PreflightReport> report
        = awaitWorker(preflight(pool, context.arguments.first(), *std::move(rules)));
    if (!report)
        return fail(context, report.error());

    const Output &out = context.out;
    out.object(describe::report(*report));
    out.text(
        QCoreApplication::translate("batchctl", "%n request(s)", nullptr, int(report->requests)));
    for (const auto &[model, count] : report->models)
        out.text(QCoreApplication::translate("batchctl", "  model %1: %2")
                     .arg(model, QString::number(count)));
    for (const auto &[url, count] : report->endpoints)
        out.text(QCoreApplication::translate("batchctl", "  endpoint %1: %2")
                     .arg(url, QString::number(count)));
    for (const QString &line : findingLines(report->findings))
        out.text(line);
    return report->hasErrors() ? ExitLook : ExitGood;
}
