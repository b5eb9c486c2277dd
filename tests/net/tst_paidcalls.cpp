// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"

#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace HttpTest;

namespace {

struct Fault {
    const char *name;
    FaultReply reply;
    const char *outcome;
};

/// What may go wrong with the answer to a paid call, and what is known of it then.
const QList<Fault> &faults()
{
    static const char *const unknown = "outcome_unknown";
    static const char *const created = R"(200 {"id":"batch_1","status":"validating"})";
    static const FaultReply good = FaultReply::json(200, batch);
    static const qsizetype whole = good.bytes(false).size();
    static const QList<Fault> list{
        {"close", FaultReply::closed(), unknown},
        {"reset", FaultReply::broken(), unknown},
        {"stall", FaultReply::stalled(), unknown},
        {"one byte", good.cutAt(1), unknown},
        {"half a status line", good.cutAt(6), unknown},
        {"half a status line, reset", good.cutAt(6).thenReset(), unknown},
        {"half a status line, stall", good.cutAt(6).thenStall(), unknown},
        {"status line only", good.cutAt(24), unknown},
        {"half the headers", good.cutAt(40), unknown},
        {"half the headers, reset", good.cutAt(40).thenReset(), unknown},
        {"no byte of the body", good.cutBodyAt(0), unknown},
        {"half the body", good.cutBodyAt(10), unknown},
        {"half the body, reset", good.cutBodyAt(10).thenReset(), unknown},
        {"half the body, stall", good.cutBodyAt(10).thenStall(), unknown},
        {"all but a byte", good.cutAt(whole - 1), unknown},
        {"not HTTP", FaultReply::raw("hello\r\n\r\n"), unknown},
        {"binary", FaultReply::raw(QByteArray(200, '\xff')), unknown},
        {"a lie in the length", good.with("Content-Length", "1000").thenClose(), unknown},
        {"compressed", good.with("Content-Encoding", "gzip"), unknown},
        {"redirect 302", FaultReply::redirect(302, "/elsewhere"), unknown},
        {"redirect 307", FaultReply::redirect(307, "/paid"), unknown},
        {"redirect 308", FaultReply::redirect(308, "/paid"), unknown},
        {"late by a bit", good.after(200ms), created},
        {"dripping", good.dripping(10, 1ms), created},
        {"until close", good.untilClose(), created},
        {"whole, then close", good.thenClose(), created},
        {"chunked, then close", good.chunked(7).thenClose(), created},
        {"chunked", good.chunked(3), created},
        {"100 first", FaultReply::raw("HTTP/1.1 100 Continue\r\n\r\n" + good.bytes(false)),
         created},
        {"408", FaultReply::json(408, "{}"_ba).thenClose(), "408 {}"},
        {"429", FaultReply::json(429, "{}"_ba), "429 {}"},
        {"500, page cut", FaultReply::html(500, "<html>sorry</html>").cutBodyAt(6), "500 <html>"},
        {"400, page stalls", FaultReply::html(400, "<html>sorry</html>").cutBodyAt(6).thenStall(),
         "400 <html>"},
        {"502", FaultReply::html(502, "<html>").thenReset(), "502 <html>"},
        {"503", FaultReply::json(503, "{}"_ba).thenClose(), "503 {}"},
    };
    return list;
}

} // namespace

class PaidCallsTest : public QObject {
    Q_OBJECT

public:
    enum class Way { Fresh, Kept, Tls };

private Q_SLOTS:
    void paidCallsGoOutOnce_data();
    void paidCallsGoOutOnce();
    void manySubmitsUnderFaults_data();
    void manySubmitsUnderFaults();
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

    void sendOfEach(FaultServer &server, Way way, qsizetype round);

    HttpClient m_client;
};

void PaidCallsTest::paidCallsGoOutOnce_data()
{
    QTest::addColumn<FaultReply>("fault");
    QTest::addColumn<QString>("outcome");
    for (const Fault &fault : faults())
        QTest::newRow(fault.name) << fault.reply << QString::fromUtf8(fault.outcome);
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

void PaidCallsTest::manySubmitsUnderFaults_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("fresh connections") << Way::Fresh;
    QTest::newRow("beside kept connections") << Way::Kept;
    QTest::newRow("TLS") << Way::Tls;
}

/// Races show themselves by numbers only: each fault many times, many of them at once.
/// BATCHDESK_PAID_CALLS is the number of calls on all ways together.
void PaidCallsTest::manySubmitsUnderFaults()
{
    QFETCH(const Way, way);
    const auto certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
    if (!certificate && way == Way::Tls)
        QSKIP("there is no openssl program to make a certificate with");
    const std::unique_ptr<FaultServer> server = way == Way::Tls
        ? std::make_unique<FaultServer>(certificate->serverConfiguration())
        : std::make_unique<FaultServer>();
    std::optional<TrustedInThisTest> trusted;
    if (way == Way::Tls)
        trusted.emplace(certificate->certificate());
    server->on("GET", "/", FaultReply::json(200, "{}"_ba));
    for (qsizetype i = 0; i < faults().size(); ++i)
        server->on("POST", "/" + QByteArray::number(i) + "/*", faults().at(i).reply);

    const int asked = qEnvironmentVariableIntValue("BATCHDESK_PAID_CALLS");
    const qsizetype ofAll = std::max(asked, 1200);
    const qsizetype waysAndFaults = 3 * faults().size();
    const qsizetype rounds = (ofAll + waysAndFaults - 1) / waysAndFaults;
    QMap<QByteArray, int> hits;
    qsizetype sent = 0;
    for (qsizetype round = 0; round < rounds; ++round) {
        sendOfEach(*server, way, round);
        if (QTest::currentTestFailed())
            return;
        sent += faults().size();
        for (const FaultRequest &request : server->requests("POST *"))
            ++hits[request.path];
        server->forget();
    }
    const auto twice = std::ranges::count_if(hits, [](int n) { return n > 1; });
    qInfo("%lld submits under %lld faults: %lld arrived, %lld more than once", qlonglong(sent),
          qlonglong(faults().size()), qlonglong(hits.size()), qlonglong(twice));
    QCOMPARE(hits.size(), sent);
    QCOMPARE(twice, 0);
}

/// One call for each fault, all at once, each from a client of its own.
void PaidCallsTest::sendOfEach(FaultServer &server, Way way, qsizetype round)
{
    std::vector<std::unique_ptr<HttpClient>> clients;
    QList<QFuture<Result<HttpReply>>> futures;
    while (std::ssize(clients) < faults().size()) {
        clients.push_back(std::make_unique<HttpClient>());
        if (way == Way::Kept)
            futures.append(clients.back()->send(get(server.url(u"/"_s)), {}, memory()));
    }
    for (const auto &future : std::as_const(futures))
        QCOMPARE(outcomeOf(future), u"200 {}"_s);
    futures.clear();
    for (qsizetype i = 0; i < faults().size(); ++i) {
        HttpRequest request = paid(server.url(u"/%1/%2"_s.arg(i).arg(round)));
        // Long enough to shake hands on a busy computer: what stalls before is surely not sent.
        const auto patience = way == Way::Tls ? 2s : 800ms;
        request.timeout = faults().at(i).reply.end == FaultReply::End::Stall ? patience : 20s;
        futures.append(clients[std::size_t(i)]->send(request, SecretBytes(canary), memory()));
    }
    for (qsizetype i = 0; i < faults().size(); ++i)
        QVERIFY2(outcomeOf(futures.at(i)) == QString::fromUtf8(faults().at(i).outcome),
                 faults().at(i).name);
    // A kept connection may be gone by the time it is used: a paid call is not lent one.
    const QList<FaultRequest> requests = server.requests("POST *");
    QVERIFY(std::ranges::none_of(requests, &FaultRequest::onKeptConnection));
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
