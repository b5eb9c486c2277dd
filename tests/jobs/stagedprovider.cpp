// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stagedprovider.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

FaultReply notFound()
{
    return FaultReply::json(404, R"({"error":{"message":"no such thing","code":"not_found"}})");
}

QByteArray rowId(qsizetype row)
{
    return "req_" + QByteArray::number(row);
}

} // namespace

QByteArrayList idsUpTo(int count)
{
    QByteArrayList ids;
    for (int row = 0; row < count; ++row)
        ids.append("q-" + QByteArray::number(row));
    return ids;
}

StagedProvider::StagedProvider()
{
    serve("POST", "/v1/batches", &StagedProvider::create);
    serve("GET", "/v1/batches", &StagedProvider::list);
    for (int n = 1; n <= 3; ++n) {
        const QByteArray path = "/v1/batches/batch_" + QByteArray::number(n);
        serve("GET", path, &StagedProvider::get);
        serve("POST", path + "/requests", &StagedProvider::add);
        serve("GET", path + "/requests", &StagedProvider::requests);
        serve("GET", path + "/results", &StagedProvider::results);
        serve("POST", path + "/start", &StagedProvider::start);
        serve("POST", path + "/cancel", &StagedProvider::cancel);
    }
}

void StagedProvider::serve(const QByteArray &method, const QByteArray &path,
                           FaultReply (StagedProvider::*answer)(const FaultRequest &))
{
    m_server.on(method, path, [this, answer](const FaultRequest &request) {
        const QMutexLocker lock(&m_mutex);
        return (this->*answer)(request);
    });
}

void StagedProvider::withoutStart(int status)
{
    const QMutexLocker lock(&m_mutex);
    m_startStatus = status;
}

void StagedProvider::withoutRequestList(int status)
{
    const QMutexLocker lock(&m_mutex);
    m_listStatus = status;
}

void StagedProvider::withoutCount()
{
    const QMutexLocker lock(&m_mutex);
    m_tellsCount = false;
}

void StagedProvider::ignoreCursors()
{
    const QMutexLocker lock(&m_mutex);
    m_ignoresCursor = true;
}

void StagedProvider::hideHasMore()
{
    const QMutexLocker lock(&m_mutex);
    m_tellsMore = false;
}

void StagedProvider::loseAddAnswer(int nth)
{
    const QMutexLocker lock(&m_mutex);
    m_lostAdd = nth;
}

void StagedProvider::dropAdd(int nth)
{
    const QMutexLocker lock(&m_mutex);
    m_droppedAdd = nth;
}

void StagedProvider::takePart(int nth, int requests)
{
    const QMutexLocker lock(&m_mutex);
    m_partAdd = {nth, requests};
}

void StagedProvider::loseCreateAnswer()
{
    const QMutexLocker lock(&m_mutex);
    m_losesCreate = true;
}

void StagedProvider::lagList(int looks)
{
    const QMutexLocker lock(&m_mutex);
    m_lag = looks;
}

void StagedProvider::setPageSize(int rows)
{
    const QMutexLocker lock(&m_mutex);
    m_pageSize = rows;
}

void StagedProvider::setFailing(const QList<int> &rows, bool hasRow)
{
    const QMutexLocker lock(&m_mutex);
    m_failing = rows;
    m_failedHaveRows = hasRow;
}

void StagedProvider::repeatRows()
{
    const QMutexLocker lock(&m_mutex);
    m_repeats = true;
}

void StagedProvider::hold()
{
    const QMutexLocker lock(&m_mutex);
    m_holds = true;
}

void StagedProvider::finish()
{
    const QMutexLocker lock(&m_mutex);
    m_holds = false;
}

QByteArrayList StagedProvider::added(int batch) const
{
    const QMutexLocker lock(&m_mutex);
    return m_remotes.value(batch - 1).customIds;
}

QList<int> StagedProvider::addSizes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_addSizes;
}

int StagedProvider::created() const
{
    const QMutexLocker lock(&m_mutex);
    return int(m_remotes.size());
}

bool StagedProvider::isStarted(int batch) const
{
    const QMutexLocker lock(&m_mutex);
    return m_remotes.value(batch - 1).started;
}

QJsonObject StagedProvider::createBody() const
{
    const QMutexLocker lock(&m_mutex);
    return m_remotes.value(0).body;
}

FaultReply StagedProvider::create(const FaultRequest &request)
{
    m_remotes.append(
        {.id = "batch_" + QByteArray::number(m_remotes.size() + 1), .body = request.json()});
    if (std::exchange(m_losesCreate, false))
        return FaultReply::closed();
    return FaultReply::json(200, describe(m_remotes.last(), true));
}

FaultReply StagedProvider::list(const FaultRequest &)
{
    QJsonArray data;
    for (const Remote &remote : std::as_const(m_remotes)) {
        QJsonObject row = describe(remote, true);
        row.remove("created_at"_L1);
        row.remove("object"_L1);
        data.prepend(row);
    }
    return FaultReply::json(200, QJsonObject{{u"data"_s, data}, {u"has_more"_s, false}});
}

FaultReply StagedProvider::get(const FaultRequest &request)
{
    Remote *remote = find(request);
    if (remote == nullptr)
        return notFound();
    if (m_startStatus != 200 && !remote->customIds.isEmpty() && ++remote->looks > 1)
        remote->started = true;
    if (remote->started)
        ++remote->looks;
    const bool isCurrent = m_lag <= 0;
    m_lag -= isCurrent ? 0 : 1;
    return FaultReply::json(200, describe(*remote, isCurrent));
}

FaultReply StagedProvider::add(const FaultRequest &request)
{
    Remote *remote = find(request);
    if (remote == nullptr)
        return notFound();
    ++m_adds;
    if (m_adds == m_droppedAdd)
        return FaultReply::closed();
    const QJsonArray list = request.json().value("requests"_L1).toArray();
    int left = m_adds == m_partAdd.first ? m_partAdd.second : int(list.size());
    m_addSizes.append(left);
    for (const QJsonValue &item : list)
        if (left-- > 0)
            remote->customIds.append(item["custom_id"_L1].toString().toUtf8());
    if (m_adds == m_lostAdd || m_adds == m_partAdd.first)
        return FaultReply::closed();
    return FaultReply::json(200, R"({"object":"list"})");
}

FaultReply StagedProvider::start(const FaultRequest &request)
{
    Remote *remote = find(request);
    if (remote == nullptr || m_startStatus != 200)
        return FaultReply::json(m_startStatus == 200 ? 404 : m_startStatus,
                                R"({"error":"Not Found"})");
    if (remote->started)
        return FaultReply::json(409, R"({"error":{"message":"it runs already"}})");
    remote->started = true;
    return FaultReply::json(200, R"({"ok":true})");
}

FaultReply StagedProvider::requests(const FaultRequest &request)
{
    const Remote *remote = find(request);
    if (remote == nullptr || m_listStatus != 200)
        return remote == nullptr ? notFound() : FaultReply::json(m_listStatus, "{}");
    const QUrlQuery query(QString::fromLatin1(request.query));
    const QString status = query.queryItemValue(u"status"_s);
    QList<QByteArray> rows;
    const bool isCurrent = m_lag <= 0;
    m_lag -= isCurrent ? 0 : 1;
    for (qsizetype i = 0; isCurrent && i < remote->customIds.size(); ++i) {
        const QByteArray state = m_failing.contains(i) ? "failed" : "pending";
        if (status.isEmpty() || status.toLatin1() == state)
            rows.append(R"({"id":")" + rowId(i) + R"(","custom_id":")" + remote->customIds.at(i)
                        + R"(","status":")" + state + "\"}");
    }
    return page(request, rows);
}

FaultReply StagedProvider::results(const FaultRequest &request)
{
    const Remote *remote = find(request);
    if (remote == nullptr)
        return notFound();
    QList<QByteArray> rows;
    for (qsizetype i = 0; remote->started && i < remote->customIds.size(); ++i) {
        const QByteArray head
            = R"({"id":")" + rowId(i) + R"(","custom_id":")" + remote->customIds.at(i);
        if (!m_failing.contains(i))
            rows.append(
                head
                + R"(","status":"completed","response":{"choices":[{"message":{"content":"fine"}}]}})");
        else if (m_failedHaveRows)
            rows.append(head + R"(","status":"failed","error":{"code":"bad","message":"no"}})");
    }
    return page(request, rows);
}

FaultReply StagedProvider::cancel(const FaultRequest &request)
{
    Remote *remote = find(request);
    if (remote == nullptr)
        return notFound();
    remote->cancelled = true;
    return FaultReply::json(
        200,
        QJsonObject{{u"id"_s, QString::fromLatin1(remote->id)}, {u"status"_s, u"cancelling"_s}});
}

FaultReply StagedProvider::page(const FaultRequest &request, const QList<QByteArray> &rows) const
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const QByteArray after = query.queryItemValue(u"after"_s).toLatin1();
    const qsizetype limit = std::min(query.queryItemValue(u"limit"_s).toInt(), m_pageSize);
    qsizetype first = 0;
    if (!after.isEmpty() && !m_ignoresCursor)
        while (first < rows.size() && !rows.at(first++).contains("\"" + after + "\"")) {
        }
    if (m_repeats && first > 0)
        --first;
    const QList<QByteArray> some = rows.mid(first, limit);
    QByteArray body = R"({"object":"list","data":[)" + some.join(',') + ']';
    if (m_tellsMore)
        body += first + some.size() < rows.size() ? R"(,"has_more":true)" : R"(,"has_more":false)";
    return FaultReply::json(200, body + '}');
}

QByteArray StagedProvider::word(const Remote &remote) const
{
    if (remote.cancelled)
        return "cancelled";
    if (!remote.started)
        return "created";
    return m_holds || remote.looks < 2 ? "processing" : "completed";
}

QJsonObject StagedProvider::describe(const Remote &remote, bool isCurrent) const
{
    QJsonObject object{{u"id"_s, QString::fromLatin1(remote.id)},
                       {u"object"_s, u"batch"_s},
                       {u"name"_s, remote.body.value("name"_L1)},
                       {u"status"_s, QString::fromLatin1(word(remote))},
                       {u"created_at"_s, u"2024-01-20T10:00:00Z"_s}};
    if (m_tellsCount && isCurrent)
        object.insert(u"request_count"_s, remote.customIds.size());
    if (word(remote) == "completed") {
        const qsizetype failed = std::ranges::count_if(
            m_failing, [&remote](int row) { return row < remote.customIds.size(); });
        object.insert(u"completed_count"_s, remote.customIds.size() - failed);
        object.insert(u"failed_count"_s, failed);
    }
    return object;
}

StagedProvider::Remote *StagedProvider::find(const FaultRequest &request)
{
    const QByteArray id = request.path.split('/').value(3);
    const auto found = std::ranges::find(m_remotes, id, &Remote::id);
    return found == m_remotes.end() ? nullptr : &*found;
}
