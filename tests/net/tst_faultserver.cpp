// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultserver.h"

#include <QJsonObject>
#include <QTest>
#include <QtEndian>

#include <array>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a client sees on the wire, until the server closes or has been quiet for a while.
struct Seen {
    QByteArray bytes;
    bool closed = false;
    bool reset = false;
};

/// With bare sockets, for Qt's do not tell a reset from an end.
Seen talk(const FaultServer &server, const QByteArray &send, qsizetype enough = -1)
{
    Seen seen;
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET,
                        .sin_port = qToBigEndian(static_cast<quint16>(server.url().port())),
                        .sin_addr = {.s_addr = qToBigEndian(INADDR_LOOPBACK)}};
    if (::connect(handle, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || ::send(handle, send.constData(), static_cast<std::size_t>(send.size()), MSG_NOSIGNAL)
            < 0)
        return seen;
    pollfd wait{.fd = handle, .events = POLLIN};
    while ((enough < 0 || seen.bytes.size() < enough)
           && ::poll(&wait, 1, enough < 0 ? 200 : 5000) > 0) {
        std::array<char, 4096> buffer;
        const ssize_t count = ::recv(handle, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            seen.closed = true;
            seen.reset = count < 0;
            break;
        }
        seen.bytes.append(buffer.data(), count);
    }
    ::close(handle);
    return seen;
}

const QByteArray getX = "GET /x?q=1 HTTP/1.1\r\nHost: h\r\nX-Odd: a: b\r\n\r\n";

} // namespace

class FaultServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsWholeRequestsOnly();
    void framesAndCuts_data();
    void framesAndCuts();
    void endsAsAsked();
    void takesTurns();
    void theLongestPathWins();
    void keepsConnections();
    void answersBeforeTheBody();
};

void FaultServerTest::recordsWholeRequestsOnly()
{
    FaultServer server;
    server.on("GET", "/x", FaultReply::json(200, "{}"_ba).thenClose());
    server.on("POST", "/x", FaultReply::json(200, "{}"_ba).thenClose());
    talk(server, getX);
    talk(server, "POST /x HTTP/1.1\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
    talk(server,
         "POST /x HTTP/1.1\r\nTransfer-Encoding: "
         "chunked\r\n\r\n3\r\n{\"b\r\n4\r\n\":2}\r\n0\r\n\r\n");
    talk(server, "POST /x HTTP/1.1\r\nContent-Length: 7\r\n\r\n{\"a\":1");
    talk(server, "POST /x HTTP/1.1\r\nContent-Len");
    QCOMPARE(server.connections(), 5);
    QCOMPARE(server.hits(), 3);
    QCOMPARE(server.hits("GET /x"), 1);
    QCOMPARE(server.hits("POST /*"), 2);
    const FaultRequest get = server.requests().at(0);
    QCOMPARE(get.query, "q=1");
    QCOMPARE(get.header("x-odd"), "a: b");
    QCOMPARE(server.requests().at(1).json(), (QJsonObject{{u"a"_s, 1}}));
    QCOMPARE(server.requests().at(2).json(), (QJsonObject{{u"b"_s, 2}}));
    server.forget();
    QCOMPARE(server.hits(), 0);
}

void FaultServerTest::framesAndCuts_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<QByteArray>("bytes");
    const FaultReply good{.body = "hello world"};
    const QByteArray head = "HTTP/1.1 200 Scripted\r\n";
    const QByteArray length = head + "Content-Length: 11\r\n\r\nhello world";
    QTest::newRow("length") << good.thenClose() << length;
    QTest::newRow("chunked") << good.chunked(8).thenClose()
                             << head
            + "Transfer-Encoding: chunked\r\n\r\n8\r\nhello wo\r\n3\r\nrld\r\n0\r\n\r\n";
    QTest::newRow("until close") << good.untilClose() << head + "\r\nhello world";
    QTest::newRow("cut in the status") << good.cutAt(6) << QByteArray("HTTP/1");
    QTest::newRow("cut in the body") << good.cutBodyAt(5) << length.chopped(6);
    QTest::newRow("cut in a chunk")
        << good.chunked(8).cutBodyAt(5) << head + "Transfer-Encoding: chunked\r\n\r\n8\r\nhe";
    QTest::newRow("dripping") << good.dripping(7, 1ms).thenClose() << length;
    QTest::newRow("late") << good.after(20ms).thenClose() << length;
    QTest::newRow("raw") << FaultReply::raw("what?\r\n") << QByteArray("what?\r\n");
    QTest::newRow("header") << FaultReply{.status = 204}.with("A", "b").thenClose()
                            << QByteArray(
                                   "HTTP/1.1 204 Scripted\r\nA: b\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("nothing") << FaultReply::closed() << QByteArray();
}

void FaultServerTest::framesAndCuts()
{
    QFETCH(const FaultReply, reply);
    FaultServer server;
    server.on("GET", "/x", reply);
    const Seen seen = talk(server, getX);
    QTEST(seen.bytes, "bytes");
    QVERIFY(seen.closed);
    QVERIFY(!seen.reset);
}

void FaultServerTest::endsAsAsked()
{
    FaultServer server;
    server.once("GET", "/x", FaultReply::broken());
    QVERIFY(talk(server, getX).reset);
    server.once("GET", "/x", FaultReply::stalled());
    const Seen stalled = talk(server, getX);
    QVERIFY(!stalled.closed);
    QCOMPARE(stalled.bytes, "");
    server.once("GET", "/x", FaultReply{.body = "hello"}.cutBodyAt(2).thenStall());
    const Seen half = talk(server, getX);
    QVERIFY(!half.closed);
    QVERIFY(half.bytes.endsWith("\r\n\r\nhe"));
}

void FaultServerTest::takesTurns()
{
    FaultServer server;
    server.on("GET", "/x", [count = 0](const FaultRequest &request) mutable {
        return FaultReply::raw(request.query + QByteArray::number(++count));
    });
    server.once("GET", "/x", {FaultReply::raw("first"), FaultReply::raw("second")});
    for (const char *expected : {"first", "second", "q=11", "q=12"})
        QCOMPARE(talk(server, getX).bytes, expected);
}

void FaultServerTest::theLongestPathWins()
{
    FaultServer server;
    server.on("GET", "/*", FaultReply::raw("any"));
    server.on("GET", "/x", FaultReply::raw("this"));
    server.on("POST", "/x/y", FaultReply::raw("posted"));
    QCOMPARE(talk(server, getX).bytes, "this");
    QCOMPARE(talk(server, "GET /x/y HTTP/1.1\r\n\r\n").bytes, "any");
    QVERIFY(talk(server, "PUT /x HTTP/1.1\r\n\r\n", 20).bytes.startsWith("HTTP/1.1 404 "));
}

void FaultServerTest::keepsConnections()
{
    FaultServer server;
    server.on("GET", "/x", FaultReply{.body = "a"});
    const QByteArray one = FaultReply{.body = "a"}.bytes(false);
    QCOMPARE(talk(server, getX + getX, 2 * one.size()).bytes, one + one);
    QCOMPARE(server.connections(), 1);
    QVERIFY(!server.requests().at(0).onKeptConnection);
    QVERIFY(server.requests().at(1).onKeptConnection);
}

void FaultServerTest::answersBeforeTheBody()
{
    FaultServer server;
    server.once("POST", "/x", FaultReply::json(413, "{}"_ba).beforeTheBody());
    const Seen seen = talk(server, "POST /x HTTP/1.1\r\nContent-Length: 1000000\r\n\r\nxx");
    QVERIFY(seen.bytes.startsWith("HTTP/1.1 413 "));
    QVERIFY(seen.closed);
}

QTEST_GUILESS_MAIN(FaultServerTest)

#include "tst_faultserver.moc"
