// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <utility>

/// A plain client for tests of the practice provider: one call after the other, each to its end.
class PracticeClient {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    struct Answer {
        int status = 0;
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] QByteArray header(const QByteArray &name) const
        {
            for (const auto &[key, value] : headers) {
                if (key.compare(name, Qt::CaseInsensitive) == 0)
                    return value;
            }
            return {};
        }
    };

    explicit PracticeClient(QUrl base) : m_base(std::move(base)) {}

    [[nodiscard]] Answer call(const QByteArray &method, const QString &path,
                              const QByteArray &body = {}, const Headers &headers = {})
    {
        QNetworkRequest request(QUrl(m_base.toString() + path));
        request.setTransferTimeout(std::chrono::seconds(60));
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(
            method == "GET" ? m_manager.get(request)
                            : m_manager.sendCustomRequest(request, method, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .headers = reply->rawHeaderPairs()};
    }
    [[nodiscard]] Answer get(const QString &path, const Headers &headers = {})
    {
        return call("GET", path, {}, headers);
    }
    [[nodiscard]] Answer post(const QString &path, const QJsonObject &json)
    {
        return call("POST", path, QJsonDocument(json).toJson(QJsonDocument::Compact),
                    {{"Content-Type", "application/json"}});
    }

    [[nodiscard]] Answer upload(const QByteArray &content, const QByteArray &fileName = "in.jsonl",
                                const QByteArray &purpose = "batch")
    {
        return call("POST", QStringLiteral("/v1/files"),
                    "--edge\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n" + purpose
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/jsonl\r\n\r\n" + content
                        + "\r\n--edge--\r\n",
                    {{"Content-Type", "multipart/form-data; boundary=edge"}});
    }
    /// Uploads and makes a batch of it; its id.
    [[nodiscard]] QString submitFile(const QByteArray &content, const QJsonObject &extra = {})
    {
        QJsonObject create{
            {QStringLiteral("input_file_id"), upload(content).json()[QLatin1StringView("id")]},
            {QStringLiteral("endpoint"), QStringLiteral("/v1/chat/completions")},
            {QStringLiteral("completion_window"), QStringLiteral("24h")}};
        for (auto one = extra.begin(); one != extra.end(); ++one)
            create.insert(one.key(), one.value());
        return post(QStringLiteral("/v1/batches"), create)
            .json()[QLatin1StringView("id")]
            .toString();
    }
    [[nodiscard]] QJsonObject batch(const QString &id)
    {
        return get(QStringLiteral("/v1/batches/") + id).json();
    }
    [[nodiscard]] QString status(const QString &id)
    {
        return batch(id)[QLatin1StringView("status")].toString();
    }
    /// The objects of a result file; none where there is no file.
    [[nodiscard]] QList<QJsonObject> lines(const QString &fileId)
    {
        QList<QJsonObject> found;
        if (fileId.isEmpty())
            return found;
        for (const QByteArray &line :
             get(QStringLiteral("/v1/files/%1/content").arg(fileId)).body.split('\n')) {
            if (!line.isEmpty())
                found.append(QJsonDocument::fromJson(line).object());
        }
        return found;
    }

private:
    QUrl m_base;
    QNetworkAccessManager m_manager;
};

/// n requests of a chat, r-0 to r-(n-1).
[[nodiscard]] inline QByteArray chatLines(int n,
                                          const QByteArray &prompt = "Say something about bridges.")
{
    QByteArray lines;
    for (int i = 0; i < n; ++i)
        lines += R"({"custom_id":"r-)" + QByteArray::number(i)
            + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":")"
            + prompt + "\"}]}}\n";
    return lines;
}
