// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>

using namespace HttpTest;

class RedirectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getIsFollowed();
    void theKeyNeverCrossesOrigins_data();
    void theKeyNeverCrossesOrigins();
    void otherMethodsAreNotFollowed_data();
    void otherMethodsAreNotFollowed();
    void aDowngradeIsRefused();
    void tooManyEnd();
    void withoutAPlaceItIsAReply();
    void filesComeFromTheEndOfTheWay();

private:
    QFuture<Result<HttpReply>> send(HttpRequest request, std::unique_ptr<Sink> sink = memory())
    {
        return m_client.send(std::move(request), SecretBytes(canary), std::move(sink));
    }

    HttpClient m_client;
};

void RedirectsTest::getIsFollowed()
{
    FaultServer server;
    server.on("GET", "/a", FaultReply::redirect(302, "/b?x=1"));
    server.on("GET", "/b", FaultReply::redirect(308, server.url(u"/c"_s).toEncoded()));
    server.on("GET", "/c", FaultReply::json(200, batch));
    HttpRequest request = get(server.url(u"/a"_s));
    request.headers = {{"X-Own", "yes"}};
    QCOMPARE(outcomeOf(send(request)), u"200 "_s + QString::fromUtf8(batch));
    QCOMPARE(server.requests("GET /b").value(0).query, "x=1");
    // Within its origin the key goes along.
    for (const FaultRequest &seen : server.requests()) {
        QCOMPARE(seen.header("authorization"), "Bearer " + canary);
        QCOMPARE(seen.header("x-own"), "yes");
    }
}

void RedirectsTest::theKeyNeverCrossesOrigins_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<AuthScheme>("scheme");
    QTest::addColumn<QString>("host");
    for (const int status : {301, 302, 303, 307, 308})
        for (const AuthScheme scheme :
             {AuthScheme::Bearer, AuthScheme::XApiKey, AuthScheme::ApiKey, AuthScheme::XGoogApiKey})
            for (const QString &host : {u"127.0.0.1"_s, u"::ffff:127.0.0.1"_s})
                QTest::addRow("%d, scheme %d, %s", status, int(scheme), qPrintable(host))
                    << status << scheme << host;
}

/// Another port, or another name of the same computer, is another origin; and so is the way back.
void RedirectsTest::theKeyNeverCrossesOrigins()
{
    QFETCH(const int, status);
    QFETCH(const AuthScheme, scheme);
    QFETCH(const QString, host);
    FaultServer home;
    FaultServer other;
    QUrl away = host != "127.0.0.1"_L1 ? home.url(u"/away"_s) : other.url(u"/away"_s);
    away.setHost(host);
    home.on("GET", "/start", FaultReply::redirect(status, away.toEncoded()));
    const FaultReply back = FaultReply::redirect(status, home.url(u"/back"_s).toEncoded());
    home.on("GET", "/away", back);
    other.on("GET", "/away", back);
    home.on("GET", "/back", FaultReply::json(200, batch));
    HttpRequest request = get(home.url(u"/start"_s));
    request.auth = scheme;
    request.headers = {{"X-Own", "private"}};
    QCOMPARE(outcomeOf(send(request)), u"200 "_s + QString::fromUtf8(batch));
    const QList<FaultRequest> later
        = home.requests("GET /away") + other.requests() + home.requests("GET /back");
    QCOMPARE(later.size(), 2);
    for (const FaultRequest &seen : later) {
        for (const auto &[name, value] : seen.headers)
            QVERIFY2(!value.contains("CANARY") && name != "x-own", name.constData());
        QVERIFY(!seen.query.contains("CANARY"));
    }
}

void RedirectsTest::otherMethodsAreNotFollowed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char *method : {"POST", "PUT", "DELETE", "PATCH"})
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
}

void RedirectsTest::otherMethodsAreNotFollowed()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    FaultServer server;
    FaultServer other;
    server.on(method, "/", FaultReply::redirect(status, other.url(u"/"_s).toEncoded()));
    HttpRequest request = paid(server.url(u"/"_s));
    request.method = method;
    request.oneShot = false;
    QCOMPARE(outcomeOf(send(request)), u"bad_reply"_s);
    QCOMPARE(server.hits(), 1);
    QCOMPARE(other.connections(), 0);
}

void RedirectsTest::aDowngradeIsRefused()
{
    const auto certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
    if (!certificate)
        QSKIP("there is no openssl program to make a certificate with");
    FaultServer server(certificate->serverConfiguration());
    const TrustedInThisTest trust(certificate->certificate());
    server.on("GET", "/", FaultReply::redirect(302, "http://example.com/x"));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"tls"_s);
    QCOMPARE(server.hits(), 1);
}

void RedirectsTest::tooManyEnd()
{
    FaultServer server;
    server.on("GET", "/loop", FaultReply::redirect(302, "/loop"));
    QCOMPARE(outcomeOf(send(get(server.url(u"/loop"_s)))), u"bad_reply"_s);
    QCOMPARE(server.hits(), 6);
}

void RedirectsTest::withoutAPlaceItIsAReply()
{
    FaultServer server;
    server.on("GET", "/", FaultReply::json(302, "{}"_ba));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"302 {}"_s);
    server.on("GET", "/", FaultReply::json(304, ""_ba).with("Location", "/x"));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"304 "_s);
}

/// The page of a redirect is no part of the file, and a file comes from where it leads.
void RedirectsTest::filesComeFromTheEndOfTheWay()
{
    QTemporaryDir dir;
    FaultServer server;
    FaultReply first = FaultReply::redirect(302, "/signed");
    first.body = QByteArray(100'000, '<');
    server.on("GET", "/file", first);
    server.on("GET", "/signed", FaultReply::jsonl("a\nb\n"));
    const auto future
        = send(get(server.url(u"/file"_s)), std::make_unique<FileSink>(dir.filePath(u"x"_s)));
    QCOMPARE(outcomeOf(future), u"200 "_s);
    QCOMPARE(future.result()->fileBytes, 4);
    QCOMPARE(future.result()->fileLines, 2);
}

QTEST_GUILESS_MAIN(RedirectsTest)

#include "tst_redirects.moc"
