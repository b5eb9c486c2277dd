// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/oneshotbody.h"
#include "support/faultserver.h"

#include <QBuffer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray readAll(OneShotBody &body, qint64 atATime)
{
    QByteArray all;
    while (!body.atEnd()) {
        const QByteArray piece = body.read(atATime);
        if (piece.isEmpty())
            break;
        all += piece;
    }
    return all;
}

enum class Body { Plain, OneShot };

/// One POST by Qt as it is; the number of POSTs that arrived whole.
int postsSeen(FaultServer &server, QNetworkAccessManager &manager, Body kind,
              const QByteArray &bytes)
{
    QNetworkRequest request(server.url(u"/paid"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setTransferTimeout(2000);
    OneShotBody body(bytes);
    std::unique_ptr<QNetworkReply> reply;
    if (kind == Body::Plain) {
        reply.reset(manager.post(request, bytes));
    } else {
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.contentLength());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply.reset(manager.post(request, &body));
    }
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 5000))
        return -1;
    return server.hits("POST /paid");
}

} // namespace

class OneShotBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheBytesOnce();
    void givesTheBytesOfAFile();
    void missesAFileThatIsGone();
    void noticesAFileThatShrinks();
    void keepsToTheLengthOfAFileThatGrows();
    void isNeverSentTwice_data();
    void isNeverSentTwice();
    void qtItselfSendsTwice();

private:
    QTemporaryDir m_dir;
};

void OneShotBodyTest::givesTheBytesOnce()
{
    OneShotBody body("0123456789");
    QVERIFY(body.isSequential());
    QCOMPARE(body.contentLength(), 10);
    QCOMPARE(body.bytesTaken(), 0);
    QCOMPARE(body.read(4), "0123");
    QCOMPARE(body.bytesTaken(), 4);
    QVERIFY(!body.reset());
    QCOMPARE(readAll(body, 3), "456789");
    QVERIFY(body.atEnd());
    QVERIFY(!body.reset());
    QCOMPARE(body.read(1), "");
    QVERIFY(!body.isBroken());
}

void OneShotBodyTest::givesTheBytesOfAFile()
{
    const QString path = m_dir.filePath(u"body"_s);
    QByteArray bytes;
    for (int i = 0; i < 50'000; ++i)
        bytes += QByteArray::number(i);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    auto body = OneShotBody::fromFile(path);
    QVERIFY(body);
    QCOMPARE((*body)->contentLength(), bytes.size());
    QVERIFY(readAll(**body, 16'384) == bytes);
    QVERIFY(!(*body)->reset());
}

void OneShotBodyTest::missesAFileThatIsGone()
{
    const auto body = OneShotBody::fromFile(m_dir.filePath(u"none"_s));
    QVERIFY(!body);
    QCOMPARE(body.error().kind, ErrorKind::FileChanged);
}

void OneShotBodyTest::noticesAFileThatShrinks()
{
    const QString path = m_dir.filePath(u"shrinks"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(1000, 'x'));
    file.flush();
    auto body = OneShotBody::fromFile(path);
    QVERIFY(body);
    QVERIFY(file.resize(500));
    QCOMPARE(readAll(**body, 300).size(), 500);
    QVERIFY((*body)->isBroken());
    QVERIFY((*body)->bytesTaken() < (*body)->contentLength());
    QVERIFY(!(*body)->errorString().isEmpty());
}

void OneShotBodyTest::keepsToTheLengthOfAFileThatGrows()
{
    const QString path = m_dir.filePath(u"grows"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("first");
    file.flush();
    auto body = OneShotBody::fromFile(path);
    QVERIFY(body);
    file.write("second");
    file.flush();
    QCOMPARE(readAll(**body, 100), "first");
}

void OneShotBodyTest::isNeverSentTwice_data()
{
    QTest::addColumn<FaultReply>("fault");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QByteArray>("bytes");
    const FaultReply good = FaultReply::json(200, QByteArray(R"({"id":"batch_1"})"));
    const QList<std::pair<const char *, FaultReply>> faults = {
        {"close", FaultReply::closed()},
        {"reset", FaultReply::broken()},
        {"half a status line", good.cutAt(6)},
        {"half a status line, reset", good.cutAt(6).thenReset()},
        {"status line only", good.cutAt(24)},
        {"half the headers", good.cutAt(40)},
        {"half the body", good.cutBodyAt(5)},
        {"408", FaultReply::json(408, "{}"_ba).thenClose()},
        {"503", FaultReply::json(503, "{}"_ba).thenClose()},
    };
    for (const auto &[name, fault] : faults)
        for (const bool kept : {false, true})
            for (const qsizetype size : {0, 30, 100'000})
                QTest::addRow("%s, %s connection, %lld bytes", name, kept ? "kept" : "fresh",
                              static_cast<long long>(size))
                    << fault << kept << QByteArray(size, 'x');
}

/// It rests on how Qt behaves, not on a promise of Qt's: hence each shape.
void OneShotBodyTest::isNeverSentTwice()
{
    QFETCH(const FaultReply, fault);
    QFETCH(const bool, kept);
    QFETCH(const QByteArray, bytes);
    FaultServer server;
    server.on("GET", "/", FaultReply::json(200, "{}"_ba));
    server.on("POST", "/paid", fault);
    QNetworkAccessManager manager;
    if (kept) {
        const std::unique_ptr<QNetworkReply> first(
            manager.get(QNetworkRequest(server.url(u"/"_s))));
        QVERIFY(QTest::qWaitFor([&] { return first->isFinished(); }));
    }
    QCOMPARE(postsSeen(server, manager, Body::OneShot, bytes), 1);
    QCOMPARE(server.requests("POST /paid").first().onKeptConnection, kept);
    QCOMPARE(server.requests("POST /paid").first().body, bytes);
}

/// The reason for all this. Should a later Qt mend its ways, this test says so.
void OneShotBodyTest::qtItselfSendsTwice()
{
    FaultServer server;
    server.on("POST", "/paid", FaultReply::closed());
    QNetworkAccessManager manager;
    QCOMPARE_GE(postsSeen(server, manager, Body::Plain, "x"), 2);
}

QTEST_GUILESS_MAIN(OneShotBodyTest)

#include "tst_oneshotbody.moc"
