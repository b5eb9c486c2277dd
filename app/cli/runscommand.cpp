// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/describe.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

int runsCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Library &library = (*services)->library();
    QList<QStringList> rows;
    for (const RunId id : library.runIds()) {
        context.out.object(describe::run(library, id));
        const Run &run = *library.run(id);
        const Connection *connection = library.connection(run.connection);
        rows.append({id.toString(), run.name, stateName(runState(library.batches(id))),
                     QString::number(run.requests), connection ? connection->name : QString(),
                     run.createdAt.toString(Qt::ISODate)});
    }
    context.out.table({u"RUN"_s, u"NAME"_s, u"STATE"_s, u"REQUESTS"_s, u"CONNECTION"_s, u"MADE"_s},
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
    const QJsonObject object = describe::runInFull((*services)->library(), *id);
    context.out.object(object);
    context.out.text(
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
    return ExitGood;
}
