// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <chrono>
#include <memory>

/// What the tests of HttpClient share.
namespace HttpTest {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QByteArray canary = "sk-CANARY-9f8e7d6c5b4a";
inline const QByteArray batch = R"({"id":"batch_1","status":"validating"})";

inline std::unique_ptr<Sink> memory()
{
    return std::make_unique<MemorySink>();
}

inline HttpRequest get(const QUrl &url)
{
    return HttpRequest{.url = url, .auth = AuthScheme::Bearer, .timeout = 5s};
}

inline HttpRequest paid(const QUrl &url)
{
    return HttpRequest{.method = "POST",
                       .contentType = "application/json",
                       .body = R"({"model":"m"})",
                       .url = url,
                       .auth = AuthScheme::Bearer,
                       .oneShot = true,
                       .timeout = 5s};
}

/// What came of a request, as one line to compare: a status and body, or the kind of the error.
inline QString outcomeOf(const QFuture<Result<HttpReply>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return u"never finished"_s;
    if (future.resultCount() == 0)
        return u"no result"_s;
    const Result<HttpReply> result = future.result();
    // Whatever goes wrong, no error may show the key.
    if (!result && QJsonDocument(toJson(result.error())).toJson().contains("CANARY"))
        return u"the key is in the error"_s;
    return result ? u"%1 %2"_s.arg(result->status).arg(QString::fromUtf8(result->body.left(100)))
                  : kindName(result.error().kind);
}

} // namespace HttpTest
