// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practiceclient.h"

#include <QJsonArray>
#include <QJsonObject>

/// What the tests of staged batches ask of the practice provider.
namespace StagedCalls {

using namespace Qt::StringLiterals;

[[nodiscard]] inline QJsonObject item(const QString &id)
{
    const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hi."_s}}};
    return {{u"custom_id"_s, id},
            {u"body"_s, QJsonObject{{u"model"_s, u"m"_s}, {u"messages"_s, messages}}}};
}

[[nodiscard]] inline QJsonObject items(int first, int count)
{
    QJsonArray list;
    for (int i = first; i < first + count; ++i)
        list.append(item(u"q-%1"_s.arg(i)));
    return {{u"requests"_s, list}};
}

[[nodiscard]] inline QString create(PracticeClient &client, const QString &description = {})
{
    QJsonObject body{{u"name"_s, u"mine"_s}};
    if (!description.isEmpty())
        body.insert(u"description"_s, description);
    return client.post(u"/v1/batches"_s, body).json()["id"_L1].toString();
}

[[nodiscard]] inline QString path(const QString &id, const QString &part)
{
    return u"/v1/batches/%1/%2"_s.arg(id, part);
}

/// A batch with so many requests that has been started.
[[nodiscard]] inline QString started(PracticeClient &client, int count,
                                     const QString &description = {})
{
    const QString id = create(client, description);
    (void)client.post(path(id, u"requests"_s), items(0, count));
    (void)client.post(path(id, u"start"_s), {});
    return id;
}

struct Listed {
    QList<QJsonObject> rows;
    int pages = 0;
};

/// All pages, going on after the last id of each.
[[nodiscard]] inline Listed all(PracticeClient &client, const QString &id, const QString &part,
                                int limit, const QString &more = {})
{
    Listed listed;
    QString after;
    do {
        const QString query = u"?limit=%1%2%3"_s.arg(limit).arg(
            after.isEmpty() ? QString() : u"&after="_s + after, more);
        const QJsonObject page = client.get(path(id, part) + query).json();
        const QJsonArray data = page["data"_L1].toArray();
        for (const QJsonValue row : data)
            listed.rows.append(row.toObject());
        ++listed.pages;
        if (!page["has_more"_L1].toBool() || data.isEmpty())
            break;
        after = data.last()["id"_L1].toString();
    } while (listed.pages < 1000);
    return listed;
}

} // namespace StagedCalls
