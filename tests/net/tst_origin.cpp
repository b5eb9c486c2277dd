// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/origin.h"

#include <QTest>

using namespace Qt::StringLiterals;

class OriginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksAddresses_data();
    void checksAddresses();
    void comparesOrigins_data();
    void comparesOrigins();
    void followsRedirects_data();
    void followsRedirects();
};

void OriginTest::checksAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *url, const char *error = "") {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(error);
    };
    row("https://api.example.com/v1");
    row("https://10.0.0.1:8443/");
    row("http://localhost:8080/x");
    row("http://LOCALHOST/");
    row("http://127.0.0.1/");
    row("http://127.9.9.9:1/");
    row("http://[::1]:99/");
    row("http://api.example.com/v1", "tls");
    row("http://localhost.example.com/", "tls");
    row("http://127.0.0.1.example.com/", "tls");
    row("http://10.0.0.1/", "tls");
    row("http://0.0.0.0/", "tls");
    row("http://[::2]/", "tls");
    row("ftp://example.com/", "bad_input");
    row("file:///etc/passwd", "bad_input");
    row("example.com", "bad_input");
    row("https:///x", "bad_input");
    row("", "bad_input");
}

void OriginTest::checksAddresses()
{
    QFETCH(const QString, url);
    const Result<> checked = checkAddress(QUrl(url));
    QTEST(checked ? QString() : kindName(checked.error().kind), "error");
}

void OriginTest::comparesOrigins_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const QString a = u"https://api.example.com/v1"_s;
    QTest::newRow("path") << a << u"https://api.example.com/v2?x#y"_s << true;
    QTest::newRow("default port") << a << u"https://api.example.com:443/"_s << true;
    QTest::newRow("case") << a << u"HTTPS://API.Example.COM/"_s << true;
    QTest::newRow("port") << a << u"https://api.example.com:8443/"_s << false;
    QTest::newRow("scheme") << a << u"http://api.example.com/"_s << false;
    QTest::newRow("scheme, same port") << a << u"http://api.example.com:443/"_s << false;
    QTest::newRow("sub-domain") << a << u"https://x.api.example.com/"_s << false;
    QTest::newRow("parent") << a << u"https://example.com/"_s << false;
    QTest::newRow("other") << a << u"https://api.example.org/"_s << false;
    QTest::newRow("trailing dot") << a << u"https://api.example.com./"_s << false;
    QTest::newRow("user") << a << u"https://api.example.com@evil.example/"_s << false;
    QTest::newRow("loopback names") << u"http://localhost/"_s << u"http://127.0.0.1/"_s << false;
}

void OriginTest::comparesOrigins()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QTEST(isSameOrigin(QUrl(a), QUrl(b)), "same");
    QTEST(isSameOrigin(QUrl(b), QUrl(a)), "same");
}

void OriginTest::followsRedirects_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target"); // or the name of the error
    const auto row = [](const char *from, const char *location, const char *target) {
        QTest::addRow("%s -> %s", from, location)
            << QString::fromLatin1(from) << QByteArray(location) << QString::fromLatin1(target);
    };
    row("https://a.example/x/y", "/z?q=1", "https://a.example/z?q=1");
    row("https://a.example/x/y", "z", "https://a.example/x/z");
    row("https://a.example/x", "//b.example/z", "https://b.example/z");
    row("https://a.example/x", "https://b.example/a%2Fb?s=%26", "https://b.example/a%2Fb?s=%26");
    row("https://a.example/x", "https://u:p@b.example/z#f", "https://b.example/z");
    row("https://a.example/x", "http://a.example/x", "tls");
    row("https://a.example/x", "http://127.0.0.1:631/", "bad_reply");
    row("https://a.example/x", "https://localhost/", "bad_reply");
    row("http://127.0.0.1:1/x", "http://127.0.0.1:2/z", "http://127.0.0.1:2/z");
    row("http://127.0.0.1:1/x", "https://b.example/z", "https://b.example/z");
    row("https://a.example/x", "file:///etc/passwd", "bad_reply");
    row("https://a.example/x", "javascript:alert(1)", "bad_reply");
    row("https://a.example/x", "https://", "bad_reply");
}

void OriginTest::followsRedirects()
{
    QFETCH(const QString, from);
    QFETCH(const QByteArray, location);
    const Result<QUrl> target = redirectTarget(QUrl(from), location);
    QTEST(target ? QString::fromLatin1(target->toEncoded()) : kindName(target.error().kind),
          "target");
}

QTEST_GUILESS_MAIN(OriginTest)

#include "tst_origin.moc"
