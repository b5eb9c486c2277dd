// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtEndian>

#include <array>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace HttpTest;

class PaidCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paidCallsGoOutOnce_data();
    void paidCallsGoOutOnce();
    void paidCallsGoOutOnceOverAndOver();
    void paidCallsGoOutOnceOverTls();
    void surelyUnsentIsSaid_data();
    void surelyUnsentIsSaid();
    void neverConnectedIsOffline();
    void noTlsIsNoDoubt();
    void brokenUploadsOfPaidCallsAreInDoubt();
    void aShrunkenFileIsNoDoubt();

private:
    QFuture<Result<HttpReply>> send(HttpRequest request, std::unique_ptr<Sink> sink = memory())
    {
        return m_client.send(std::move(request), SecretBytes(canary), std::move(sink));
    }

    HttpClient m_client;
};

void PaidCallsTest::paidCallsGoOutOnce_data()
{
    QTest::addColumn<FaultReply>("fault");
    QTest::addColumn<QString>("outcome");
    const FaultReply good = FaultReply::json(200, batch);
    const auto row = [](const char *name, const FaultReply &fault, const char *outcome) {
        QTest::newRow(name) << fault << QString::fromUtf8(outcome);
    };
    const qsizetype whole = good.bytes(false).size();
    row("close", FaultReply::closed(), "outcome_unknown");
    row("reset", FaultReply::broken(), "outcome_unknown");
    row("stall", FaultReply::stalled(), "outcome_unknown");
    row("one byte", good.cutAt(1), "outcome_unknown");
    row("half a status line", good.cutAt(6), "outcome_unknown");
    row("half a status line, reset", good.cutAt(6).thenReset(), "outcome_unknown");
    row("half a status line, stall", good.cutAt(6).thenStall(), "outcome_unknown");
    row("status line only", good.cutAt(24), "outcome_unknown");
    row("half the headers", good.cutAt(40), "outcome_unknown");
    row("half the headers, reset", good.cutAt(40).thenReset(), "outcome_unknown");
    row("no byte of the body", good.cutBodyAt(0), "outcome_unknown");
    row("half the body", good.cutBodyAt(10), "outcome_unknown");
    row("half the body, reset", good.cutBodyAt(10).thenReset(), "outcome_unknown");
    row("half the body, stall", good.cutBodyAt(10).thenStall(), "outcome_unknown");
    row("all but a byte", good.cutAt(whole - 1), "outcome_unknown");
    row("not HTTP", FaultReply::raw("hello\r\n\r\n"), "outcome_unknown");
    row("binary", FaultReply::raw(QByteArray(200, '\xff')), "outcome_unknown");
    row("a lie in the length", good.with("Content-Length", "1000").thenClose(), "outcome_unknown");
    row("compressed", good.with("Content-Encoding", "gzip"), "outcome_unknown");
    row("redirect 302", FaultReply::redirect(302, "/elsewhere"), "outcome_unknown");
    row("redirect 307", FaultReply::redirect(307, "/paid"), "outcome_unknown");
    row("redirect 308", FaultReply::redirect(308, "/paid"), "outcome_unknown");
    row("late by a bit", good.after(200ms), R"(200 {"id":"batch_1","status":"validating"})");
    row("dripping", good.dripping(10, 1ms), R"(200 {"id":"batch_1","status":"validating"})");
    row("until close", good.untilClose(), R"(200 {"id":"batch_1","status":"validating"})");
    row("whole, then close", good.thenClose(), R"(200 {"id":"batch_1","status":"validating"})");
    row("chunked, then close", good.chunked(7).thenClose(),
        R"(200 {"id":"batch_1","status":"validating"})");
    row("chunked", good.chunked(3), R"(200 {"id":"batch_1","status":"validating"})");
    row("100 first", FaultReply::raw("HTTP/1.1 100 Continue\r\n\r\n" + good.bytes(false)),
        R"(200 {"id":"batch_1","status":"validating"})");
    row("408", FaultReply::json(408, "{}"_ba).thenClose(), "408 {}");
    row("429", FaultReply::json(429, "{}"_ba), "429 {}");
    row("500, page cut", FaultReply::html(500, "<html>sorry</html>").cutBodyAt(6), "500 <html>");
    row("400, page stalls", FaultReply::html(400, "<html>sorry</html>").cutBodyAt(6).thenStall(),
        "400 <html>");
    row("502", FaultReply::html(502, "<html>").thenReset(), "502 <html>");
    row("503", FaultReply::json(503, "{}"_ba).thenClose(), "503 {}");
}

/// On a fresh client, and after others have left connections behind.
void PaidCallsTest::paidCallsGoOutOnce()
{
    QFETCH(const FaultReply, fault);
    FaultServer server;
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    server.on("POST", "/paid", fault);
    HttpRequest request = paid(server.url(u"/paid"_s));
    request.timeout = 800ms;
    for (const bool kept : {false, true}) {
        HttpClient client;
        if (kept)
            QCOMPARE(outcomeOf(client.send(get(server.url(u"/"_s)), {}, memory())), u"200 {}"_s);
        server.forget();
        QTEST(outcomeOf(client.send(request, SecretBytes(canary), memory())), "outcome");
        QCOMPARE(server.hits("POST /paid"), 1);
        QCOMPARE(server.hits(), 1);
    }
}

/// Races show themselves by numbers only.
void PaidCallsTest::paidCallsGoOutOnceOverAndOver()
{
    FaultServer server;
    constexpr int rounds = 40;
    const FaultReply good = FaultReply::json(200, batch);
    for (const FaultReply &fault :
         {FaultReply::closed(), FaultReply::broken(), good.cutAt(6), good.cutAt(40)}) {
        server.on("POST", "/paid", fault);
        server.forget();
        QList<QFuture<Result<HttpReply>>> futures;
        for (int i = 0; i < rounds; ++i)
            futures.append(send(paid(server.url(u"/paid"_s))));
        for (const auto &future : std::as_const(futures))
            QCOMPARE(outcomeOf(future), u"outcome_unknown"_s);
        QCOMPARE(server.hits("POST /paid"), rounds);
    }
}

void PaidCallsTest::paidCallsGoOutOnceOverTls()
{
    const auto certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
    if (!certificate)
        QSKIP("there is no openssl program to make a certificate with");
    FaultServer server(certificate->serverConfiguration());
    const TrustedInThisTest trusted(certificate->certificate());
    const FaultReply good = FaultReply::json(200, batch);
    server.on("POST", "/paid", good);
    QCOMPARE(outcomeOf(send(paid(server.url(u"/paid"_s)))), u"200 "_s + QString::fromUtf8(batch));
    for (const FaultReply &fault : {FaultReply::closed(), FaultReply::broken(), good.cutAt(6),
                                    good.cutAt(40), good.cutBodyAt(4)}) {
        for (int round = 0; round < 5; ++round) {
            server.forget();
            server.on("POST", "/paid", fault);
            QCOMPARE(outcomeOf(send(paid(server.url(u"/paid"_s)))), u"outcome_unknown"_s);
            QCOMPARE(server.hits(), 1);
        }
    }
}

void PaidCallsTest::surelyUnsentIsSaid_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("outcome");
    quint16 closed = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        closed = server.serverPort();
    }
    QTest::newRow("nobody listens") << u"http://127.0.0.1:%1/"_s.arg(closed) << u"offline"_s;
    QTest::newRow("no such host") << u"https://no-such-host.invalid/"_s << u"offline"_s;
    QTest::newRow("no way there") << u"https://[fe80::1%25none]:1/"_s << u"offline"_s;
}

/// Connections that were never made leave nothing in doubt, also for a paid call.
void PaidCallsTest::surelyUnsentIsSaid()
{
    QFETCH(const QString, url);
    const auto future = send(paid(QUrl(url)));
    QTEST(outcomeOf(future), "outcome");
    QVERIFY(!future.result().error().message.isEmpty());
}

/// A firewall that drops: connecting takes for ever, and then nothing was sent.
void PaidCallsTest::neverConnectedIsOffline()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET,
                        .sin_addr = {.s_addr = qToBigEndian(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listener, 0), 0);
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    // Its queue is full from here on, so further ones are left without an answer.
    std::array<QTcpSocket, 4> fillers;
    for (QTcpSocket &filler : fillers)
        filler.connectToHost(QHostAddress::LocalHost, qFromBigEndian(address.sin_port));
    QVERIFY(fillers.front().waitForConnected());
    fillers.back().waitForConnected(200);
    HttpRequest request
        = paid(QUrl(u"http://127.0.0.1:%1/"_s.arg(qFromBigEndian(address.sin_port))));
    request.timeout = 300ms;
    QCOMPARE(outcomeOf(send(request)), u"offline"_s);
    request.oneShot = false;
    QCOMPARE(outcomeOf(send(request)), u"timeout"_s);
    ::close(listener);
}

void PaidCallsTest::noTlsIsNoDoubt()
{
    FaultServer server;
    server.on("POST", "/", FaultReply::json(200, batch));
    QUrl url = server.url(u"/"_s);
    url.setScheme(u"https"_s);
    HttpRequest request = paid(url);
    request.timeout = 500ms;
    // The plain server waits for the end of what it takes for a header.
    QCOMPARE(outcomeOf(send(request)), u"offline"_s);
    QCOMPARE(server.hits(), 0);
}

/// An upload that a server refuses before it has read it all, and one that breaks on the way.
void PaidCallsTest::brokenUploadsOfPaidCallsAreInDoubt()
{
    FaultServer server;
    HttpRequest request = paid(server.url(u"/paid"_s));
    request.body = QByteArray(20'000'000, 'x');
    server.once("POST", "/paid", FaultReply::broken().beforeTheBody());
    QCOMPARE(outcomeOf(send(request)), u"outcome_unknown"_s);
    server.once("POST", "/paid", FaultReply::json(413, "{}"_ba).beforeTheBody().thenStall());
    const QString early = outcomeOf(send(request));
    QVERIFY2(early == "413 {}"_L1 || early == "outcome_unknown"_L1, qPrintable(early));
    QCOMPARE(server.hits(), 2);
}

void PaidCallsTest::aShrunkenFileIsNoDoubt()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"body"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(400'000'000));
    FaultServer server;
    server.on("POST", "/paid", FaultReply::json(200, batch));
    HttpRequest request = paid(server.url(u"/paid"_s));
    request.bodyFile = path;
    bool shrunk = false;
    const auto future = m_client.send(
        request, {}, memory(), [&](qint64, qint64) { shrunk = shrunk || file.resize(1'000'000); });
    const QString outcome = outcomeOf(future);
    QVERIFY(shrunk);
    QCOMPARE(outcome, u"file_changed"_s);
    QCOMPARE(server.hits(), 0);
}

QTEST_GUILESS_MAIN(PaidCallsTest)

#include "tst_paidcalls.moc"
