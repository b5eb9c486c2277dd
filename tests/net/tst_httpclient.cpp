// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <optional>

using namespace HttpTest;

class HttpClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatItIsAsked();
    void putsTheKeyIntoItsHeader_data();
    void putsTheKeyIntoItsHeader();
    void everyStatusIsAReply_data();
    void everyStatusIsAReply();
    void faultsOfRepeatableRequests_data();
    void faultsOfRepeatableRequests();
    void badAddressesAndHeadersAreRefused_data();
    void badAddressesAndHeadersAreRefused();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void oldTlsIsRefused();
    void cancelIsQuick_data();
    void cancelIsQuick();
    void finishesLaterAlways();
    void goesWithRequestsUnderWay();
    void errorPagesAreCappedAndCleaned();
    void hugeHeadersAreRefused();
    void endlessHeadersHarmNobodyElse();
    void slowButSteadyIsNoTimeout();
    void dropsIdleConnectionsOnly();

private:
    QFuture<Result<HttpReply>> send(HttpRequest request, std::unique_ptr<Sink> sink = memory())
    {
        return m_client.send(std::move(request), SecretBytes(canary), std::move(sink));
    }

    QTemporaryDir m_dir;
    HttpClient m_client;
};

void HttpClientTest::sendsWhatItIsAsked()
{
    FaultServer server;
    server.on("POST", "/v1/x", FaultReply::json(201, batch).with("X-Request-Id", "req_1"));
    HttpRequest request = paid(server.url(u"/v1/x"_s));
    request.oneShot = false;
    request.headers = {{"X-Own", "yes"}, {"Accept", "application/json"}};
    request.query = {{u"after"_s, u"a b&c=d+e/ä"_s}, {u"limit"_s, u"20"_s}};
    const auto future = send(request);
    QCOMPARE(outcomeOf(future), u"201 "_s + QString::fromUtf8(batch));
    QCOMPARE(future.result()->header("x-request-id"), "req_1");
    const FaultRequest seen = server.requests().value(0);
    QCOMPARE(seen.body, request.body);
    QCOMPARE(seen.query, "after=a%20b%26c%3Dd%2Be%2F%C3%A4&limit=20");
    QCOMPARE(seen.header("x-own"), "yes");
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("content-length"), "13");
    QCOMPARE(seen.header("user-agent"), "Batchdesk/" BATCHDESK_VERSION);
    QCOMPARE(seen.header("accept-encoding"), "identity");
    QCOMPARE(seen.header("cookie"), "");
}

void HttpClientTest::putsTheKeyIntoItsHeader_data()
{
    QTest::addColumn<AuthScheme>("scheme");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const QByteArray key = canary;
    QTest::newRow("bearer") << AuthScheme::Bearer << "authorization"_ba << "Bearer " + key;
    QTest::newRow("x-api-key") << AuthScheme::XApiKey << "x-api-key"_ba << key;
    QTest::newRow("api-key") << AuthScheme::ApiKey << "api-key"_ba << key;
    QTest::newRow("x-goog-api-key") << AuthScheme::XGoogApiKey << "x-goog-api-key"_ba << key;
    QTest::newRow("none") << AuthScheme::None << "authorization"_ba << QByteArray();
}

void HttpClientTest::putsTheKeyIntoItsHeader()
{
    QFETCH(const AuthScheme, scheme);
    QFETCH(const QByteArray, header);
    FaultServer server;
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    HttpRequest request = get(server.url(u"/"_s));
    request.auth = scheme;
    QCOMPARE(outcomeOf(send(request)), u"200 {}"_s);
    const FaultRequest seen = server.requests().value(0);
    QTEST(seen.header(header), "value");
    int carriers = 0;
    for (const auto &[name, value] : seen.headers)
        carriers += value.contains(canary);
    QCOMPARE(carriers, scheme == AuthScheme::None ? 0 : 1);
    // Without a key there is no header that says nothing.
    server.forget();
    QCOMPARE(outcomeOf(m_client.send(request, SecretBytes(), memory())), u"200 {}"_s);
    QCOMPARE(server.requests().value(0).header(header), "");
}

void HttpClientTest::everyStatusIsAReply_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 204, 300, 304, 400, 401, 402, 403, 404, 405, 408, 409,
                             413, 415, 422, 429, 451, 499, 500, 501, 502, 503, 504, 520, 529, 599})
        QTest::addRow("%d", status) << status;
}

void HttpClientTest::everyStatusIsAReply()
{
    QFETCH(const int, status);
    FaultServer server;
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : R"({"e":1})"_ba;
    server.on("GET", "/",
              FaultReply::json(status, body).with("WWW-Authenticate", "Basic realm=\"x\""));
    server.on("POST", "/",
              FaultReply::json(status, body).with("WWW-Authenticate", "Basic realm=\"x\""));
    const QString expected = u"%1 %2"_s.arg(status).arg(QString::fromUtf8(body));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), expected);
    QCOMPARE(server.hits("GET /"), 1);
    QCOMPARE(outcomeOf(send(paid(server.url(u"/"_s)))), expected);
    QCOMPARE(server.hits("POST /"), 1);
}

void HttpClientTest::faultsOfRepeatableRequests_data()
{
    QTest::addColumn<FaultReply>("fault");
    QTest::addColumn<QString>("outcome");
    const FaultReply good = FaultReply::json(200, batch);
    QTest::newRow("close") << FaultReply::closed() << u"bad_reply"_s;
    QTest::newRow("reset") << FaultReply::broken() << u"bad_reply"_s;
    QTest::newRow("stall") << FaultReply::stalled() << u"timeout"_s;
    QTest::newRow("half a status line") << good.cutAt(6) << u"bad_reply"_s;
    QTest::newRow("half the headers") << good.cutAt(40) << u"bad_reply"_s;
    QTest::newRow("half the body") << good.cutBodyAt(10) << u"bad_reply"_s;
    QTest::newRow("half the body, stall") << good.cutBodyAt(10).thenStall() << u"timeout"_s;
    QTest::newRow("not HTTP") << FaultReply::raw("hello\r\n\r\n") << u"bad_reply"_s;
    QTest::newRow("empty body") << FaultReply::json(200, ""_ba) << u"200 "_s;
}

void HttpClientTest::faultsOfRepeatableRequests()
{
    QFETCH(const FaultReply, fault);
    FaultServer server;
    server.on("GET", "/", fault);
    HttpRequest request = get(server.url(u"/"_s));
    request.timeout = 400ms;
    const auto future = send(request);
    QTEST(outcomeOf(future), "outcome");
    if (!future.result())
        QVERIFY2(future.result().error().message.size() > 5,
                 qPrintable(future.result().error().message));
}

void HttpClientTest::badAddressesAndHeadersAreRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("outcome");
    const QUrl good(u"https://no-such-host.invalid/"_s);
    QTest::newRow("plain http") << QUrl(u"http://example.com/"_s) << "a"_ba << "k"_ba << u"tls"_s;
    QTest::newRow("no address") << QUrl() << "a"_ba << "k"_ba << u"bad_input"_s;
    QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s) << "a"_ba << "k"_ba << u"bad_input"_s;
    QTest::newRow("LF in a header") << good << "a\nX-Other: b"_ba << "k"_ba << u"bad_input"_s;
    QTest::newRow("CR in a header") << good << "a\rb"_ba << "k"_ba << u"bad_input"_s;
    QTest::newRow("NUL in a header") << good << QByteArray("a\0b", 3) << "k"_ba << u"bad_input"_s;
    QTest::newRow("LF after the key") << good << "a"_ba << "k\n"_ba << u"bad_input"_s;
}

void HttpClientTest::badAddressesAndHeadersAreRefused()
{
    QFETCH(const QUrl, url);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, key);
    for (const bool oneShot : {false, true}) {
        HttpRequest request = paid(url);
        request.oneShot = oneShot;
        request.headers = {{"X-Own", header}};
        const auto future = m_client.send(request, SecretBytes(key), memory());
        QTEST(outcomeOf(future), "outcome");
        QVERIFY(!future.result().error().message.isEmpty());
    }
}

void HttpClientTest::certificatesAreChecked_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("good") << u"IP:127.0.0.1"_s << 2 << true << u"200 {}"_s;
    QTest::newRow("not trusted") << u"IP:127.0.0.1"_s << 2 << false << u"tls"_s;
    QTest::newRow("another host") << u"DNS:example.com"_s << 2 << true << u"tls"_s;
    QTest::newRow("expired") << u"IP:127.0.0.1"_s << -2 << true << u"tls"_s;
}

/// Loopback is no excuse for a bad certificate.
void HttpClientTest::certificatesAreChecked()
{
    QFETCH(const QString, names);
    QFETCH(const int, days);
    QFETCH(const bool, trusted);
    const auto certificate = TestCertificate::make(names, days);
    if (!certificate)
        QSKIP("there is no openssl program to make a certificate with");
    FaultServer server(certificate->serverConfiguration());
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    server.on("POST", "/", FaultReply::json(200, "{}"_ba));
    std::optional<TrustedInThisTest> trust;
    if (trusted)
        trust.emplace(certificate->certificate());
    QTEST(outcomeOf(send(get(server.url(u"/"_s)))), "outcome");
    const auto future = send(paid(server.url(u"/"_s)));
    QTEST(outcomeOf(future), "outcome");
    if (!future.result())
        QVERIFY2(future.result().error().message.contains("ertificate"_L1),
                 qPrintable(future.result().error().message));
    QCOMPARE(server.hits(), future.result() ? 2 : 0);
}

void HttpClientTest::oldTlsIsRefused()
{
    const auto certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
    if (!certificate)
        QSKIP("there is no openssl program to make a certificate with");
    QSslConfiguration old = certificate->serverConfiguration();
    QT_WARNING_PUSH QT_WARNING_DISABLE_DEPRECATED old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    FaultServer server(old);
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    const TrustedInThisTest trust(certificate->certificate());
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"tls"_s);
    QCOMPARE(server.hits(), 0);
}

void HttpClientTest::cancelIsQuick_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::newRow("no answer") << FaultReply::stalled();
    QTest::newRow("half the body") << FaultReply::json(200, batch).cutBodyAt(10).thenStall();
    QTest::newRow("much to come")
        << FaultReply::jsonl(QByteArray(1'000'000, 'x')).dripping(1000, 5ms);
}

void HttpClientTest::cancelIsQuick()
{
    QFETCH(const FaultReply, reply);
    FaultServer server;
    server.on("GET", "/", reply);
    const QString path = m_dir.filePath(u"cancelled"_s);
    QFuture<Result<HttpReply>> future
        = send(get(server.url(u"/"_s)), std::make_unique<FileSink>(path));
    QVERIFY(QTest::qWaitFor([&] { return server.hits() == 1; }));
    QTest::qWait(20); // into the middle of it
    QElapsedTimer timer;
    timer.start();
    future.cancel();
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
    QCOMPARE_LT(timer.elapsed(), 250); // 50 on an idle machine
    QVERIFY(future.isCanceled());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(path + ".part"_L1));
}

/// A continuation never runs inside send(), nor before the caller is back in its event loop.
void HttpClientTest::finishesLaterAlways()
{
    for (const QUrl &url : {QUrl(), QUrl(u"http://example.com/"_s)}) {
        QFuture<Result<HttpReply>> future = send(get(url));
        QThread::msleep(50); // long enough for the other thread to have failed
        QVERIFY(!future.isFinished());
        int calls = 0;
        future.then(this, [&calls](const Result<HttpReply> &) { ++calls; });
        QCOMPARE(calls, 0);
        QVERIFY(QTest::qWaitFor([&] { return calls > 0; }));
        QTest::qWait(20);
        QCOMPARE(calls, 1);
    }
}

void HttpClientTest::goesWithRequestsUnderWay()
{
    FaultServer server;
    server.on("GET", "/", FaultReply::stalled());
    server.on("POST", "/", FaultReply::stalled());
    auto client = std::make_unique<HttpClient>();
    const QString path = m_dir.filePath(u"abandoned"_s);
    const auto first = client->send(get(server.url(u"/"_s)), {}, std::make_unique<FileSink>(path));
    const auto second = client->send(paid(server.url(u"/"_s)), {}, memory());
    QVERIFY(QTest::qWaitFor([&] { return server.hits() == 2; }));
    const auto third = client->send(get(server.url(u"/"_s)), {}, memory()); // not even begun
    client.reset();
    for (const auto &future : {first, second, third}) {
        QVERIFY(future.isFinished());
        QCOMPARE(outcomeOf(future), u"cancelled"_s);
    }
}

void HttpClientTest::errorPagesAreCappedAndCleaned()
{
    FaultServer server;
    server.on("GET", "/", [](const FaultRequest &request) {
        return FaultReply::html(500, request.header("authorization") + QByteArray(10'000'000, 'x'))
            .with("X-Echo", request.header("authorization"));
    });
    const auto future = send(get(server.url(u"/"_s)));
    QVERIFY(outcomeOf(future).startsWith("500 Bearer [hidden]xxx"_L1));
    QCOMPARE(future.result()->header("x-echo"), "Bearer [hidden]");
    QCOMPARE_LE(future.result()->body.size(), 64 * 1024);
    QCOMPARE_GE(future.result()->body.size(), 60 * 1024);
}

void HttpClientTest::hugeHeadersAreRefused()
{
    FaultServer server;
    FaultReply many = FaultReply::json(200, "{}"_ba);
    for (int i = 0; i < 90; ++i)
        many = many.with("X-Filler-" + QByteArray::number(i), QByteArray(4000, 'x'));
    server.on("GET", "/many", many);
    server.on("GET", "/long",
              FaultReply::json(200, "{}"_ba).with("X-Filler", QByteArray(400'000, 'x')));
    FaultReply fields = FaultReply::json(200, "{}"_ba);
    for (int i = 0; i < 500; ++i)
        fields = fields.with("X-Filler-" + QByteArray::number(i), "x");
    server.on("GET", "/fields", fields);
    for (const QString &path : {u"/many"_s, u"/long"_s, u"/fields"_s})
        QCOMPARE(outcomeOf(send(get(server.url(path)))), u"bad_reply"_s);
}

/// One that floods us without ever coming to the point is left, and others do not suffer by it.
void HttpClientTest::endlessHeadersHarmNobodyElse()
{
    FaultServer bad;
    bad.on("GET", "/",
           FaultReply::raw("HTTP/1.1 200 OK\r\n"
                           + ("X-Filler: " + QByteArray(1000, 'x') + "\r\n").repeated(20'000)));
    HttpRequest request = get(bad.url(u"/"_s));
    request.timeout = 500ms;
    const QString outcome = outcomeOf(send(request));
    QVERIFY2(outcome == "timeout"_L1 || outcome == "bad_reply"_L1, qPrintable(outcome));
    FaultServer good;
    good.on("GET", "/", FaultReply::json(200, "{}"_ba));
    QCOMPARE(outcomeOf(send(get(good.url(u"/"_s)))), u"200 {}"_s);
}

void HttpClientTest::slowButSteadyIsNoTimeout()
{
    FaultServer server;
    server.on("GET", "/", FaultReply::json(200, batch + QByteArray(1000, ' ')).dripping(64, 40ms));
    HttpRequest request = get(server.url(u"/"_s));
    request.timeout = 300ms;
    QElapsedTimer timer;
    timer.start();
    const QString outcome = outcomeOf(send(request));
    QVERIFY2(outcome.startsWith("200 {"_L1), qPrintable(outcome));
    QCOMPARE_GT(timer.elapsed(), 300);
}

void HttpClientTest::dropsIdleConnectionsOnly()
{
    FaultServer server;
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    server.on("GET", "/slow", FaultReply::json(200, "{}"_ba).after(300ms));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"200 {}"_s);
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"200 {}"_s);
    QCOMPARE(server.connections(), 1);
    const auto slow = send(get(server.url(u"/slow"_s)));
    QVERIFY(QTest::qWaitFor([&] { return server.hits("GET /slow") == 1; }));
    m_client.dropIdleConnections();
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"200 {}"_s);
    QCOMPARE(outcomeOf(slow), u"200 {}"_s);
    QCOMPARE(server.connections(), 2);
    m_client.dropIdleConnections();
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"200 {}"_s);
    QCOMPARE(server.connections(), 3);
}

QTEST_GUILESS_MAIN(HttpClientTest)

#include "tst_httpclient.moc"
