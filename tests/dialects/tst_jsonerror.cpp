// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/json.h"

#include "casefile.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void kinds_data();
    void kinds();
    void detailIsCapped();
};

void TestJsonError::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, int status, const char *body, const char *error) {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(error);
    };
    row("OpenAI", 401,
        R"({"error":{"message":"bad key","type":"t","param":null,"code":"invalid_api_key"}})",
        R"({"kind":"unauthorised","message":"bad key","code":"invalid_api_key"})");
    row("code is null", 500, R"({"error":{"message":"trouble","type":"server_error","code":null}})",
        R"({"kind":"server_fault","message":"trouble"})");
    row("code is a number", 400, R"({"error":{"message":"m","code":400,"param":"endpoint"}})",
        R"({"kind":"rejected","message":"m","code":"400","field":"endpoint"})");
    row("live batches", 429,
        R"({"error":{"code":"batch_limit_exceeded","message":"10 live"},"request_id":"req_1"})",
        R"({"kind":"quota_exceeded","message":"10 live","code":"batch_limit_exceeded","request_id":"req_1"})");
    row("rate", 429, R"({"error":{"code":"rate_limit_exceeded","message":"slow down"}})",
        R"({"kind":"rate_limited","message":"slow down","code":"rate_limit_exceeded"})");
    row("validator's list", 422,
        R"({"detail":[{"loc":["body","requests",0,"body"],"msg":"field required","type":"missing"}]})",
        R"({"kind":"rejected","message":"field required","code":"validation_error","line":1,"field":"body"})");
    row("deep in a request", 422,
        R"({"detail":[{"loc":["body","requests",16,"body","messages",0,"role"],"msg":"wrong"},{"loc":["body","x"],"msg":"n"}]})",
        R"({"kind":"rejected","message":"wrong \u0028and 1 more\u0029","code":"validation_error","line":17,"field":"body.messages[0].role"})");
    row("validator's list in an envelope", 422,
        R"({"error":{"code":"validation_error","message":"did not validate","details":[{"loc":["body","requests"],"msg":"field required"}]}})",
        R"({"kind":"rejected","message":"did not validate","code":"validation_error","field":"requests"})");
    row("detail is a text", 403, R"({"detail":"Not allowed"})",
        R"({"kind":"forbidden","message":"Not allowed"})");
    row("detail is an object", 400, R"({"detail":{"code":"c","message":"m"}})",
        R"({"kind":"rejected","message":"m","code":"c"})");
    row("error and message are texts", 402, R"({"error":"no_credit","message":"Top up first"})",
        R"({"kind":"quota_exceeded","message":"Top up first","code":"no_credit"})");
    row("error is a text", 400, R"({"error":"went wrong"})",
        R"({"kind":"rejected","message":"went wrong"})");
    row("message", 404, R"({"message":"Not Found"})",
        R"({"kind":"not_found","message":"Not Found"})");
    row("errors", 413, R"({"errors":[{"code":"big","message":"too big"}]})",
        R"({"kind":"rejected","message":"too big","code":"big"})");
    row("title", 409, R"({"title":"Conflict here","status":409})",
        R"({"kind":"rejected","message":"Conflict here"})");
    row("in a list", 400, R"([{"error":{"code":400,"message":"m"}}])",
        R"({"kind":"rejected","message":"m","code":"400"})");
    row("text", 503, "  upstream\n is down ",
        R"({"kind":"server_fault","message":"upstream is down"})");
    row("page", 502,
        "<html><head><style>h1{}</style></head><body><h1>502 Bad Gateway</h1></body></html>",
        R"({"kind":"server_fault","message":"502 Bad Gateway"})");
    row("empty", 500, "", R"({"kind":"server_fault","message":""})");
    row("empty object", 500, "{}", R"({"kind":"server_fault","message":""})");
    row("cut", 400, R"({"error":{"mess)", R"({"kind":"rejected","message":"{\"error\":{\"mess"})");
    row("an error in a success", 200, R"({"error":{"message":"nope","code":"c"}})",
        R"({"kind":"bad_reply","message":"nope","code":"c"})");
    row("nothing in a success", 200, "", R"({"kind":"bad_reply","message":"The answer is empty"})");
    row("page in a success", 200, "<html>Log in</html>",
        R"({"kind":"bad_reply","message":"The answer is a web page where data should be"})");
    row("cut success", 200, R"({"id":"x)",
        R"({"kind":"bad_reply","message":"The answer is cut short or is not JSON"})");
}

void TestJsonError::errors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, error);
    Error read = json::error(replyWith(status, body));
    QCOMPARE(read.detail, QString::fromUtf8(body));
    read.detail.clear();
    QJsonObject expected = QJsonDocument::fromJson(error).object();
    expected.insert("http_status"_L1, status);
    QCOMPARE(toJson(read), expected);
}

void TestJsonError::kinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](int status, const char *kind) {
        QTest::addRow("%d", status) << status << QString::fromLatin1(kind);
    };
    for (const int status : {400, 405, 409, 413, 415, 422, 451})
        row(status, "rejected");
    row(401, "unauthorised");
    row(402, "quota_exceeded");
    row(403, "forbidden");
    row(404, "not_found");
    row(410, "not_found");
    row(408, "timeout");
    row(425, "rate_limited");
    row(429, "rate_limited");
    row(501, "not_supported");
    for (const int status : {500, 502, 503, 504, 529})
        row(status, "server_fault");
    for (const int status : {301, 307, 204})
        row(status, "bad_reply");
}

void TestJsonError::kinds()
{
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    QCOMPARE(kindName(json::error(replyWith(status, "{}")).kind), kind);
}

void TestJsonError::detailIsCapped()
{
    const Error error = json::error(replyWith(500, QByteArray(100'000, 'x')));
    QCOMPARE(error.detail.size(), 4'096);
    QCOMPARE(error.message.size(), 500);
}

QTEST_GUILESS_MAIN(TestJsonError)
#include "tst_jsonerror.moc"
