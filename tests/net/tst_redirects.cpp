// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptest.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>

#include <optional>
#include <vector>

using namespace HttpTest;

class RedirectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getIsFollowed();
    void theKeyNeverCrossesOrigins_data();
    void theKeyNeverCrossesOrigins();
    void nothingLeaks_data();
    void nothingLeaks();
    void enoughCases();
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
    int m_cases = 0; ///< of nothingLeaks
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

namespace {

/// Where a redirect could lead; HOME and OTHER stand for the ports, KEY for the key.
struct Place {
    const char *name;
    QByteArray location;
    bool isOwn = false; ///< within the origin
};

const std::vector<Place> places = {
    {"another port", "http://127.0.0.1:OTHER/x"},
    {"another port, without a scheme", "//127.0.0.1:OTHER/x"},
    {"another port, three slashes", "///127.0.0.1:OTHER/x"},
    {"another port, backslashes", "http:\\\\127.0.0.1:OTHER\\x"},
    {"another port, slash and backslash", "/\\127.0.0.1:OTHER/x"},
    {"another port, in capitals", "HTTP://127.0.0.1:OTHER/x"},
    {"another port, spaces around", "  http://127.0.0.1:OTHER/x  "},
    {"another port, a user and password", "http://u:p@127.0.0.1:OTHER/x"},
    {"ours as the user", "http://127.0.0.1:HOME@127.0.0.1:OTHER/x"},
    {"ours as the user, escaped", "http://127.0.0.1%3AHOME@127.0.0.1:OTHER/x"},
    {"an escaped @", "http://127.0.0.1:HOME%40127.0.0.1:OTHER/x"},
    {"an escaped host", "http://%31%32%37.0.0.1:OTHER/x"},
    {"ours in the fragment", "http://127.0.0.1:OTHER#@127.0.0.1:HOME/x"},
    {"ours in the query", "http://127.0.0.1:OTHER?@127.0.0.1:HOME/x"},
    {"the host as a number", "http://2130706433:OTHER/x"},
    {"the host in hexadecimal", "http://0x7f.0.0.1:OTHER/x"},
    {"the host shortened", "http://127.1:OTHER/x"},
    {"ours under another name", "http://localhost:HOME/x"},
    {"ours under an address of IPv6", "http://[::ffff:127.0.0.1]:HOME/x"},
    {"a name below ours", "http://x.localhost:HOME/x"},
    {"ours, encrypted", "https://127.0.0.1:HOME/x"},
    {"clear text elsewhere", "http://example.com:OTHER/x"},
    {"the key in the query", "http://127.0.0.1:OTHER/x?key=KEY"},
    {"the key in the path", "http://127.0.0.1:OTHER/KEY/x"},
    {"the key as the user", "http://KEY@127.0.0.1:OTHER/x"},
    {"the key in the fragment", "http://127.0.0.1:OTHER/x#KEY"},
    {"the key escaped", "http://127.0.0.1:OTHER/x?key=%73k%2dCANARY%2D9f8e7d6c5b4a"},
    {"the key in Base64", "http://127.0.0.1:OTHER/x?key=c2stQ0FOQVJZLTlmOGU3ZDZjNWI0YQ=="},
    {"the key's beginning", "http://127.0.0.1:OTHER/x?key=sk-CANARY-9"},
    {"a file", "file:///etc/hostname"},
    {"data", "data:application/json,{}"},
    {"another protocol", "ftp://127.0.0.1:OTHER/x"},
    {"nonsense", "http://127.0.0.1:99999999/x"},
    {"another path", "/y", true},
    {"a path beside", "y", true},
    {"a path above", "../../y", true},
    {"a query", "?y=1", true},
    {"the whole address", "http://127.0.0.1:HOME/y", true},
};

bool hasKey(const QByteArray &text)
{
    const QByteArray plain = QByteArray::fromPercentEncoding(text);
    return plain.contains("CANARY") || plain.contains("Q0FOQVJZ");
}

/// What of a request that went outside tells too much.
QByteArray leakOf(const FaultRequest &seen)
{
    for (const auto &[name, value] : seen.headers)
        if (hasKey(value) || name == "x-own" || name == "authorization" || name == "cookie")
            return name + ": " + value;
    return hasKey(seen.path + '?' + seen.query + seen.body) ? seen.path + '?' + seen.query
                                                            : QByteArray();
}

} // namespace

void RedirectsTest::nothingLeaks_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isTls");
    const auto add = [](const QByteArray &method, int status, bool isTls) {
        for (size_t i = 0; i < places.size(); ++i)
            QTest::addRow("%s%d %s, %s", isTls ? "TLS, " : "", status, method.constData(),
                          places[i].name)
                << int(i) << method << status << isTls;
    };
    for (const int status : {301, 302, 303, 307, 308})
        for (const QByteArray &method : {"GET"_ba, "POST"_ba})
            add(method, status, false);
    add("GET"_ba, 302, true);
    add("POST"_ba, 307, true);
}

/// The key reaches the configured origin and no other, in no form; a paid call reaches one place,
/// once. From an encrypted origin nothing goes on in clear.
void RedirectsTest::nothingLeaks()
{
    QFETCH(const int, place);
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    QFETCH(const bool, isTls);
    static const auto certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
    if (isTls && !certificate)
        QSKIP("there is no openssl program to make a certificate with");
    std::optional<TrustedInThisTest> trust;
    if (isTls)
        trust.emplace(certificate->certificate());
    const auto home = isTls ? std::make_unique<FaultServer>(certificate->serverConfiguration())
                            : std::make_unique<FaultServer>();
    FaultServer other;
    const Place &target = places[size_t(place)];
    QByteArray location = target.location;
    location.replace("HOME", QByteArray::number(home->url().port()))
        .replace("OTHER", QByteArray::number(other.url().port()))
        .replace("KEY", canary);
    if (isTls && target.isOwn)
        location.replace("http:", "https:");
    home->on(method, "/v1/start", FaultReply::redirect(status, location));
    for (FaultServer *server : {home.get(), &other})
        server->on("GET", "/*", FaultReply::json(200, batch));
    HttpRequest request
        = method == "GET" ? get(home->url(u"/v1/start"_s)) : paid(home->url(u"/v1/start"_s));
    request.headers = {{"X-Own", "private"}};
    if (location.startsWith("https:") && !isTls)
        request.timeout = 300ms; // a server in clear never answers that
    if (method == "GET") {
        home->once("GET", "/v1/start", FaultReply::redirect(status, location));
        home->on("GET", "/v1/start", FaultReply::json(200, batch));
    }
    const QString outcome = outcomeOf(send(request));
    ++m_cases;

    const QByteArray origin = "127.0.0.1:" + QByteArray::number(home->url().port());
    for (const FaultRequest &seen : home->requests())
        if (seen.header("host") != origin)
            QCOMPARE(leakOf(seen), "");
    for (const FaultRequest &seen : other.requests())
        QCOMPARE(leakOf(seen), "");
    if (method == "POST") {
        QCOMPARE(outcome, u"outcome_unknown"_s);
        QCOMPARE(home->hits(), 1);
        QCOMPARE(other.connections(), 0);
    } else if (target.isOwn) {
        QCOMPARE(outcome, u"200 "_s + QString::fromUtf8(batch));
        QCOMPARE(home->requests().last().header("authorization"), "Bearer " + canary);
        QCOMPARE(other.connections(), 0);
    } else if (isTls) {
        QCOMPARE(other.hits(), 0);
    }
}

void RedirectsTest::enoughCases()
{
    qInfo("%d redirects of questions and paid calls leaked nothing", m_cases);
    QCOMPARE_GE(m_cases, 50);
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
    FaultServer plain; // on this computer, where plain http is good enough otherwise
    server.once("GET", "/", FaultReply::redirect(302, "http://example.com/x"));
    server.once("GET", "/", FaultReply::redirect(302, plain.url(u"/x"_s).toEncoded()));
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"tls"_s);
    QCOMPARE(outcomeOf(send(get(server.url(u"/"_s)))), u"tls"_s);
    QCOMPARE(server.hits(), 2);
    QCOMPARE(plain.connections(), 0);
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
