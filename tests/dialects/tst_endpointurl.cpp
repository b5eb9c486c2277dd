// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(SOURCE_DIR "/resources/profiles");

} // namespace

class TestEndpointUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void baseUrls_data();
    void baseUrls();
    void endpointUrls_data();
    void endpointUrls();
    void queryOfTheBaseStays();
};

void TestEndpointUrl::baseUrls_data()
{
    QTest::addColumn<bool>("isUsable");
    for (const char *url :
         {"https://api.test", "https://api.test:8443/v1/", "http://127.0.0.1:80",
          "http://localhost:1/v1", "http://[::1]:8080/x", "http://127.8.9.1/", "https://10.0.0.1"})
        QTest::newRow(url) << true;
    for (const char *url :
         {"", "api.test", "http://api.test", "ftp://api.test", "file:///etc/passwd", "https://",
          "https://user:pw@api.test", "https://user@api.test", "http://127.0.0.1.evil.test",
          "http://localhost.evil.test", "http://10.0.0.1", "https://api.test/#x"})
        QTest::newRow(*url ? url : "(empty)") << false;
}

void TestEndpointUrl::baseUrls()
{
    QFETCH(const bool, isUsable);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const QUrl url(text.startsWith(u'(') ? QString() : text);
    QCOMPARE(isUsableBaseUrl(url), isUsable);
    if (url.isEmpty())
        return;
    const Result<Profiles> profiles = Profiles::load(folder);
    const Result<Profile> profile
        = profiles->effective({.profile = u"openai-compatible"_s, .baseUrl = url});
    QCOMPARE(profile.has_value(), isUsable);
    if (!profile)
        QCOMPARE(profile.error().field, u"base_url"_s);
}

void TestEndpointUrl::endpointUrls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *base, const char *path, const char *url) {
        QTest::addRow("%s + %s", base, path)
            << QString::fromLatin1(base) << QString::fromLatin1(path) << QString::fromLatin1(url);
    };
    row("https://h", "/v1/batches", "https://h/v1/batches");
    row("https://h/", "/v1/batches", "https://h/v1/batches");
    row("https://h/v1", "/v1/batches", "https://h/v1/batches");
    row("https://h/v1/", "/v1/batches", "https://h/v1/batches");
    row("https://h/v1//", "/v1/batches", "https://h/v1/batches");
    row("https://h:8443/v1", "/v1/batches", "https://h:8443/v1/batches");
    row("http://127.0.0.1:4711/files", "/v1/batches", "http://127.0.0.1:4711/files/v1/batches");
    row("http://127.0.0.1:4711/files/v1/", "/v1/files", "http://127.0.0.1:4711/files/v1/files");
    row("https://h/openai/v1", "/v1/batches", "https://h/openai/v1/batches");
    row("https://h/openai", "/openai/v1/batches", "https://h/openai/v1/batches");
    row("https://h/openai/v1", "/openai/v1/batches", "https://h/openai/v1/batches");
    row("https://h", "/openai/v1/batches", "https://h/openai/v1/batches");
    row("https://h/proxy", "/v1/batches", "https://h/proxy/v1/batches");
    row("https://h/proxy/v1", "/v1/batches/b/cancel", "https://h/proxy/v1/batches/b/cancel");
    row("https://h/v1beta", "/v1/batches", "https://h/v1beta/v1/batches");
    row("https://h/v2", "/batches", "https://h/v2/batches");
    row("https://h/v1/v1", "/v1/batches", "https://h/v1/v1/batches");
    row("https://h/v1", "/v1/batches/a%2Fb%20c", "https://h/v1/batches/a%2Fb%20c");
    row("https://h/a%20b", "/v1/batches", "https://h/a%20b/v1/batches");
    row("https://h/v1", "https://cdn.test/f?sig=1", "https://cdn.test/f?sig=1");
}

void TestEndpointUrl::endpointUrls()
{
    QFETCH(const QString, base);
    QFETCH(const QString, path);
    QFETCH(const QString, url);
    QCOMPARE(QString::fromLatin1(endpointUrl(QUrl(base), path).toEncoded()), url);
}

void TestEndpointUrl::queryOfTheBaseStays()
{
    const QUrl base(u"https://h/openai?api-version=2024-10-21"_s);
    QCOMPARE(endpointUrl(base, u"/batches"_s),
             QUrl(u"https://h/openai/batches?api-version=2024-10-21"_s));
}

QTEST_GUILESS_MAIN(TestEndpointUrl)
#include "tst_endpointurl.moc"
