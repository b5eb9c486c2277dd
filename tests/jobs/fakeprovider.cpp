// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeprovider.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QByteArray errorLine(const QByteArray &customId)
{
    return R"({"id":"e","custom_id":")" + customId
        + R"(","response":{"status_code":400,"request_id":"req_9","body":{"error":{"message":"no such tool","code":"bad_tool"}}},"error":null})";
}

QList<QByteArray> idsOf(const QByteArray &jsonl)
{
    QList<QByteArray> ids;
    for (const QByteArray &line : jsonl.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains("custom_id"_L1))
            ids.append(object.value("custom_id"_L1).toString().toUtf8());
    }
    return ids;
}

FaultReply notFound()
{
    return FaultReply::json(404, R"({"error":{"message":"no such thing","code":"not_found"}})");
}

} // namespace

FaultReply refusal(int status, const QByteArray &message)
{
    const QJsonObject error{{u"message"_s, QString::fromUtf8(message)},
                            {u"code"_s, u"some_code"_s}};
    return FaultReply::json(status,
                            QJsonObject{{u"error"_s, error}, {u"request_id"_s, u"req_42"_s}});
}

FakeProvider::FakeProvider(Wire wire) : m_wire(wire)
{
    serve("POST", "/v1/files", &FakeProvider::upload);
    for (const QByteArray path : {"/v1/files/file*", "/v1/files/out*", "/v1/files/err*"})
        serve("GET", path, &FakeProvider::file);
    serve("POST", "/v1/batches", &FakeProvider::create);
    serve("GET", "/v1/batches", &FakeProvider::list);
    serve("GET", "/v1/batches/*", &FakeProvider::get);
    serve("POST", "/v1/batches/*", &FakeProvider::cancel);
}

void FakeProvider::serve(const QByteArray &method, const QByteArray &path,
                         FaultReply (FakeProvider::*answer)(const FaultRequest &))
{
    m_server.on(method, path,
                [this, answer, call = method + ' ' + path](const FaultRequest &request) {
                    const FaultReply reply = (this->*answer)(request);
                    const QMutexLocker lock(&m_mutex);
                    return m_delayed == call ? reply.after(std::exchange(m_delay, {})) : reply;
                });
}

void FakeProvider::delayOnce(const QByteArray &call, std::chrono::milliseconds delay)
{
    const QMutexLocker lock(&m_mutex);
    m_delayed = call;
    m_delay = delay;
}

int FakeProvider::mostLive() const
{
    const QMutexLocker lock(&m_mutex);
    return m_mostLive;
}

void FakeProvider::setPhases(const QList<QByteArray> &phases)
{
    const QMutexLocker lock(&m_mutex);
    m_phases = phases;
}

void FakeProvider::setFailing(const QList<int> &rows)
{
    const QMutexLocker lock(&m_mutex);
    m_failing = rows;
}

void FakeProvider::hideMetadata()
{
    const QMutexLocker lock(&m_mutex);
    m_hidesMetadata = true;
}

void FakeProvider::lagList(int looks)
{
    const QMutexLocker lock(&m_mutex);
    m_listLag = looks;
}

void FakeProvider::loseAnswers(int count)
{
    const QMutexLocker lock(&m_mutex);
    m_losses = count;
}

void FakeProvider::addOthers(int count)
{
    const QMutexLocker lock(&m_mutex);
    for (int i = 0; i < count; ++i)
        m_remotes.append({.id = "other_" + QByteArray::number(i), .isOther = true, .createdAt = 1});
}

void FakeProvider::finishOthers(int count)
{
    const QMutexLocker lock(&m_mutex);
    for (Remote &remote : m_remotes)
        if (remote.isOther && !remote.finished && count-- > 0)
            remote.finished = true;
}

void FakeProvider::showPartial(int rows)
{
    const QMutexLocker lock(&m_mutex);
    m_partial = rows;
}

void FakeProvider::finishAll()
{
    const QMutexLocker lock(&m_mutex);
    for (Remote &remote : m_remotes)
        remote.finished = true;
}

int FakeProvider::created() const
{
    const QMutexLocker lock(&m_mutex);
    return int(std::ranges::count(m_remotes, false, &Remote::isOther));
}

QByteArray FakeProvider::resultLine(const QByteArray &customId)
{
    return R"({"id":"r","custom_id":")" + customId
        + R"(","response":{"status_code":200,"request_id":"req_1","body":{"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"fine"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}},"error":null})";
}

FaultReply FakeProvider::upload(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray id = "file-" + QByteArray::number(m_files.size() + 1);
    const qsizetype start = request.body.indexOf("\r\n\r\n", request.body.indexOf("filename=")) + 4;
    const QByteArray content = request.body.mid(start, request.body.lastIndexOf("\r\n--") - start);
    m_files.insert(id, idsOf(content));
    return FaultReply::json(200,
                            QJsonObject{{u"id"_s, QString::fromLatin1(id)},
                                        {u"object"_s, u"file"_s},
                                        {u"bytes"_s, content.size()},
                                        {u"status"_s, u"processed"_s}});
}

FaultReply FakeProvider::file(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray id = request.path.split('/').value(3);
    if (!request.path.endsWith("/content"))
        return m_files.contains(id)
            ? FaultReply::json(200,
                               QJsonObject{{u"id"_s, QString::fromLatin1(id)},
                                           {u"object"_s, u"file"_s},
                                           {u"status"_s, u"processed"_s}})
            : notFound();
    const Remote *remote = find(id.mid(4));
    return remote == nullptr ? notFound() : FaultReply::jsonl(lines(*remote, id.startsWith("err")));
}

FaultReply FakeProvider::create(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    const QJsonObject body = request.json();
    Remote remote{.id = "batch_" + QByteArray::number(m_remotes.size() + 1),
                  .metadata = body.value("metadata"_L1).toObject(),
                  .createdAt = QDateTime::currentSecsSinceEpoch()};
    if (m_wire == Wire::Files) {
        remote.fileId = body.value("input_file_id"_L1).toString().toLatin1();
        if (!m_files.contains(remote.fileId))
            return FaultReply::json(400, R"({"error":{"message":"no such file"}})");
        remote.customIds = m_files.value(remote.fileId);
    } else {
        for (const QJsonValue item : body.value("requests"_L1).toArray())
            remote.customIds.append(item["custom_id"_L1].toString().toUtf8());
    }
    m_remotes.append(remote);
    const auto live
        = std::ranges::count_if(m_remotes, [this](const Remote &other) { return !isOver(other); });
    m_mostLive = std::max(m_mostLive, int(live));
    if (m_losses-- > 0)
        return FaultReply::closed();
    return FaultReply::json(200, describe(remote, false));
}

FaultReply FakeProvider::get(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    Remote *remote = find(request.path.split('/').value(3));
    if (remote == nullptr)
        return notFound();
    ++remote->looks;
    return FaultReply::json(200, describe(*remote, true));
}

FaultReply FakeProvider::list(const FaultRequest &)
{
    const QMutexLocker lock(&m_mutex);
    QJsonArray data;
    if (m_listLag > 0)
        --m_listLag;
    else
        for (auto remote = m_remotes.crbegin(); remote != m_remotes.crend(); ++remote)
            data.append(describe(*remote, false));
    return FaultReply::json(
        200, QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}});
}

FaultReply FakeProvider::cancel(const FaultRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    Remote *remote = find(request.path.split('/').value(3));
    if (remote == nullptr)
        return notFound();
    if (isOver(*remote))
        return FaultReply::json(409, R"({"error":{"message":"it is over","code":"conflict"}})");
    remote->cancelled = true;
    return FaultReply::json(
        200,
        QJsonObject{{u"id"_s, QString::fromLatin1(remote->id)}, {u"status"_s, u"cancelling"_s}});
}

QByteArray FakeProvider::word(const Remote &remote) const
{
    if (remote.cancelled)
        return "cancelled";
    if (remote.finished)
        return "completed";
    if (remote.isOther)
        return "in_progress";
    return m_phases.at(std::clamp<qsizetype>(remote.looks, 0, m_phases.size() - 1));
}

bool FakeProvider::isOver(const Remote &remote) const
{
    static const QList<QByteArray> words = {"completed", "failed", "expired", "cancelled"};
    return words.contains(word(remote));
}

QJsonObject FakeProvider::describe(const Remote &remote, bool inFull) const
{
    const bool over = isOver(remote);
    const qsizetype failed = std::ranges::count_if(
        m_failing, [&remote](int row) { return row < remote.customIds.size(); });
    QJsonObject object{{u"id"_s, QString::fromLatin1(remote.id)},
                       {u"object"_s, u"batch"_s},
                       {u"status"_s, QString::fromLatin1(word(remote))},
                       {u"created_at"_s, remote.createdAt},
                       {u"input_file_id"_s, QString::fromLatin1(remote.fileId)},
                       {u"request_counts"_s,
                        QJsonObject{{u"total"_s, remote.customIds.size()},
                                    {u"completed"_s, over ? remote.customIds.size() - failed : 0},
                                    {u"failed"_s, over ? failed : 0}}}};
    if (!m_hidesMetadata)
        object.insert(u"metadata"_s, remote.metadata);
    if ((!over && m_partial < 0) || word(remote) == "failed")
        return object;
    if (m_wire == Wire::Files) {
        object.insert(u"output_file_id"_s, QString::fromLatin1("out-" + remote.id));
        if (failed > 0)
            object.insert(u"error_file_id"_s, QString::fromLatin1("err-" + remote.id));
    } else if (inFull) {
        QJsonArray results;
        for (const QByteArray &line : (lines(remote, false) + lines(remote, true)).split('\n'))
            if (!line.isEmpty())
                results.append(QJsonDocument::fromJson(line).object());
        object.insert(u"results"_s, results);
    }
    return object;
}

QByteArray FakeProvider::lines(const Remote &remote, bool failing) const
{
    QByteArray text;
    int left = isOver(remote) || m_partial < 0 ? int(remote.customIds.size()) : m_partial;
    for (int row = int(remote.customIds.size()) - 1; row >= 0; --row) { // in another order
        if (m_failing.contains(row) != failing)
            continue;
        if (left-- <= 0)
            break;
        text += (failing ? errorLine(remote.customIds.at(row))
                         : resultLine(remote.customIds.at(row)))
            + '\n';
    }
    return text;
}

FakeProvider::Remote *FakeProvider::find(const QByteArray &id)
{
    const auto found = std::ranges::find(m_remotes, id, &Remote::id);
    return found == m_remotes.end() ? nullptr : &*found;
}
