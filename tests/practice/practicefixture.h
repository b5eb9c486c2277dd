// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practiceserver.h"
#include "practiceclient.h"

#include <QTemporaryDir>
#include <QTest>

inline constexpr auto shortLife = std::chrono::milliseconds(200);
inline constexpr auto longLife = std::chrono::milliseconds(3'600'000);

/// A practice provider in this process, for one test after the other.
class PracticeFixture {
public:
    void start(PracticeOptions options)
    {
        if (!m_folder)
            m_folder = std::make_unique<QTemporaryDir>();
        m_server.reset();
        options.stateFolder = m_folder->path();
        auto server = PracticeServer::start(options, m_clock);
        if (!server)
            qFatal("%s", qPrintable(server.error().message));
        m_server = std::move(*server);
    }
    void stop()
    {
        m_server.reset();
        m_folder.reset();
    }
    [[nodiscard]] PracticeServer &server() { return *m_server; }
    [[nodiscard]] PracticeClient client(const QString &dialect) const
    {
        for (const auto &[name, url] : m_server->dialects()) {
            if (name == dialect)
                return PracticeClient(url);
        }
        qFatal("no such dialect");
    }

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
};

[[nodiscard]] inline QJsonObject inlineRequest(const QString &id,
                                               const QString &model = QStringLiteral("m"))
{
    using namespace Qt::StringLiterals;
    const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hi."_s}}};
    return {{u"custom_id"_s, id},
            {u"body"_s, QJsonObject{{u"model"_s, model}, {u"messages"_s, messages}}}};
}

[[nodiscard]] inline QJsonObject inlineBody(int n)
{
    QJsonArray requests;
    for (int i = 0; i < n; ++i)
        requests.append(inlineRequest(QStringLiteral("r-%1").arg(i)));
    return {{QStringLiteral("requests"), requests}};
}

/// Status, code and parameter of an answer in OpenAI's or MeshAPI's envelope.
[[nodiscard]] inline QString codeOf(const PracticeClient::Answer &answer)
{
    using namespace Qt::StringLiterals;
    const QJsonObject error = answer.json()["error"_L1].toObject();
    return u"%1 %2 %3"_s.arg(answer.status)
        .arg(error["code"_L1].toString(), error["param"_L1].toString())
        .trimmed();
}

[[nodiscard]] inline QSet<QString> idsOf(const QList<QJsonObject> &lines)
{
    QSet<QString> ids;
    for (const QJsonObject &line : lines)
        ids.insert(line[QLatin1StringView("custom_id")].toString());
    return ids;
}
