// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "core/tags.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

void addRunsOptions(QCommandLineParser &parser)
{
    parser.addOption({u"tag"_s,
                      Batchctl::tr("Only runs with this tag; may be repeated: with all of them."),
                      u"TAG"_s});
}

int runsCommand(Context &context, const QCommandLineParser &parser)
{
    const QStringList wanted = tagsIn(parser.values(u"tag"_s).join(u','));
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Library &library = (*services)->library();
    QList<QStringList> rows;
    for (const RunId id : library.runIds()) {
        const Run &run = *library.run(id);
        if (!std::ranges::all_of(wanted, [&run](const QString &tag) {
                return run.tags.contains(tag, Qt::CaseInsensitive);
            }))
            continue;
        QJsonObject object = describe::run(library, id);
        object.insert(u"tags"_s, QJsonArray::fromStringList(run.tags));
        context.out.object(object);
        const Connection *connection = library.connection(run.connection);
        rows.append({id.toString(), run.name, stateName(runState(library.batches(id))),
                     QString::number(run.requests), connection ? connection->name : QString(),
                     run.createdAt.toString(Qt::ISODate), run.tags.join(u", "_s)});
    }
    context.out.table(
        {u"RUN"_s, u"NAME"_s, u"STATE"_s, u"REQUESTS"_s, u"CONNECTION"_s, u"MADE"_s, u"TAGS"_s},
        rows);
    return ExitGood;
}

int showCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Result<RunId> id = (*services)->library().findRun(context.arguments.first());
    if (!id)
        return fail(context, id.error());
    const Library &library = (*services)->library();
    // How it came along is no reason to say nothing of it.
    const QList<Observation> seen = await(library.observations(*id)).value_or(QList<Observation>());
    const QJsonObject object = describe::runInFull(library, *id, seen);
    context.out.object(object);
    context.out.text(
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
    return ExitGood;
}
