// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"

using namespace Qt::StringLiterals;

int profilesCommand(Context &context, const QCommandLineParser &)
{
    const Result<Profiles> profiles = Profiles::load();
    if (!profiles)
        return fail(context, profiles.error());
    QList<QStringList> rows;
    for (const Profile &profile : profiles->all()) {
        context.out.object(
            {{u"profile"_s, profile.id},
             {u"title"_s, profile.title},
             {u"dialect"_s, profile.dialect},
             {u"base_url"_s,
              profile.baseUrl.isEmpty() ? QJsonValue() : QJsonValue(profile.baseUrl.toString())}});
        rows.append({profile.id, profile.title, profile.dialect, profile.baseUrl.toString()});
    }
    context.out.table({u"PROFILE"_s, u"TITLE"_s, u"DIALECT"_s, u"BASE URL"_s}, rows);
    return ExitGood;
}
