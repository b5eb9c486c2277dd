// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobrig.h"
#include "support/virtualclock.h"

#include <QAtomicInt>
#include <QJsonArray>

/// A provider with many batches at work, and a rig that follows them by a time of its own.

class SteadyProvider {
public:
    enum class Mood { Well, Busy503, Resetting, Portal, Signed511, Redirecting };

    explicit SteadyProvider(int batches) : m_batches(batches)
    {
        m_server.on("GET", "/v1/batches", [this](const FaultRequest &request) {
            return answer([&] { return list(request); });
        });
        m_server.on("GET", "/v1/batches/*", [this](const FaultRequest &request) {
            return answer(
                [&] { return FaultReply::json(200, row(request.path.split('/').last())); });
        });
    }

    [[nodiscard]] FaultServer &server() { return m_server; }
    void setMood(Mood mood) { m_mood.storeRelaxed(int(mood)); }
    /// This one has ended, as the list and its own answer say.
    void end(int number) { m_ended.storeRelaxed(number); }
    void endAll() { m_ended.storeRelaxed(m_batches); }
    /// This one is not in the list.
    void hide(int number) { m_hidden.storeRelaxed(number); }

    /// A connection with the pace of a provider far away, and its batches; waits until it is driven.
    ConnectionId fill(JobRig &rig, const QMap<QString, QString> &settings)
    {
        const ConnectionId id
            = rig.connect(QStringLiteral("openai-compatible"), m_server.url(), settings);
        Connection connection = *rig.library->connection(id);
        connection.pollMin = std::chrono::seconds(5);
        connection.pollMax = std::chrono::minutes(5);
        (void)rig.library->save(connection);
        for (int i = 0; i < m_batches; ++i)
            runs.append(rig.addLive(id, QString::fromLatin1(idOf(i))));
        (void)QTest::qWaitFor([&] { return rig.library->holdsLease(id); }, 20'000);
        return id;
    }
    [[nodiscard]] static QByteArray idOf(int number)
    {
        return "batch_" + QByteArray::number(number);
    }
    /// Ids of batches that were told of, by the list or alone, since the server forgot.
    [[nodiscard]] QSet<QByteArray> told() const
    {
        QSet<QByteArray> ids;
        for (const FaultRequest &request : m_server.requests("GET /v1/batches*")) {
            if (request.path != "/v1/batches")
                ids.insert(request.path.split('/').last());
            else
                for (int i = first(request); i < std::min(first(request) + pageSize, m_batches);
                     ++i)
                    ids.insert(idOf(i));
        }
        return ids;
    }

    QList<RunId> runs;
    static constexpr int pageSize = 100;

private:
    FaultReply answer(const std::function<FaultReply()> &good) const
    {
        switch (Mood(m_mood.loadRelaxed())) {
        case Mood::Well: break;
        case Mood::Busy503: return FaultReply::json(503, R"({"error":{"message":"down"}})");
        case Mood::Resetting: return FaultReply::broken();
        case Mood::Portal: return FaultReply::html(200, "<!doctype html><title>Sign in</title>");
        case Mood::Signed511: return FaultReply::html(511, "<html>Sign in</html>");
        case Mood::Redirecting: return FaultReply::redirect(302, "http://portal.example/login");
        }
        return good();
    }
    [[nodiscard]] static int first(const FaultRequest &request)
    {
        const qsizetype at = request.query.indexOf("after=batch_");
        if (at < 0)
            return 0;
        return request.query.mid(at + 12).split('&').first().toInt() + 1;
    }
    [[nodiscard]] QJsonObject row(const QByteArray &id) const
    {
        const int ended = m_ended.loadRelaxed();
        const bool isOver = ended == m_batches || id == idOf(ended);
        return {{QStringLiteral("id"), QString::fromLatin1(id)},
                {QStringLiteral("object"), QStringLiteral("batch")},
                {QStringLiteral("status"),
                 isOver ? QStringLiteral("failed") : QStringLiteral("in_progress")},
                {QStringLiteral("created_at"), 1'790'000'000},
                {QStringLiteral("request_counts"),
                 QJsonObject{{QStringLiteral("total"), 10},
                             {QStringLiteral("completed"), 1},
                             {QStringLiteral("failed"), 0}}}};
    }
    [[nodiscard]] FaultReply list(const FaultRequest &request) const
    {
        QJsonArray data;
        const int from = first(request);
        const int to = std::min(from + pageSize, m_batches);
        for (int i = from; i < to; ++i)
            if (i != m_hidden.loadRelaxed())
                data.append(row(idOf(i)));
        return FaultReply::json(
            200,
            QJsonObject{{QStringLiteral("object"), QStringLiteral("list")},
                        {QStringLiteral("data"), data},
                        {QStringLiteral("last_id"), QString::fromLatin1(idOf(to - 1))},
                        {QStringLiteral("has_more"), to < m_batches}});
    }

    int m_batches;
    QAtomicInt m_mood = int(Mood::Well);
    QAtomicInt m_ended = -1;
    QAtomicInt m_hidden = -1;
    FaultServer m_server;
};
