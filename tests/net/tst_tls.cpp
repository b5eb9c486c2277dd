// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/badservers.h"
#include "net/httptest.h"
#include "net/tls.h"
#include "support/faultserver.h"
#include "support/files.h"

#include <QHostInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace HttpTest;

/// Whom a connection trusts. Each case is asked twice: by a question, and by a paid call.
class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificates_data();
    void certificates();
    void weakOnes_data();
    void weakOnes();
    void noTlsAtAll();
    void badCaFiles_data();
    void badCaFiles();
    void aTrustedConnectionIsNotLentToOthers();
    void aChangedFileCountsAtOnce();
    void aRedirectKeepsItsTrust();
    void enoughCases();

private:
    struct Asked {
        QString question, paid;
    };
    [[nodiscard]] Asked ask(const QUrl &url, const QString &caFile);
    [[nodiscard]] QString write(const QByteArray &pem);

    QTemporaryDir m_dir;
    std::vector<TlsCase> m_cases;
    HttpClient m_client;
    int m_refused = 0; ///< bad servers that were refused
};

void TlsTest::initTestCase()
{
    const std::optional<std::vector<TlsCase>> cases = tlsCases();
    if (!cases)
        QSKIP("there is no openssl program that makes these certificates");
    m_cases = *cases;
}

TlsTest::Asked TlsTest::ask(const QUrl &url, const QString &caFile)
{
    Asked asked;
    for (HttpRequest request : {get(url), paid(url)}) {
        request.caFile = caFile;
        request.timeout = 2s;
        const auto future
            = m_client.send(request, SecretBytes(canary), std::make_unique<MemorySink>());
        (request.oneShot ? asked.paid : asked.question) = outcomeOf(future);
    }
    return asked;
}

QString TlsTest::write(const QByteArray &pem)
{
    if (pem.isEmpty())
        return {};
    static int number = 0;
    return writeFile(m_dir.filePath(u"ca-%1.pem"_s.arg(++number)), pem);
}

void TlsTest::certificates_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(m_cases.size()); ++i)
        QTest::newRow(qPrintable(m_cases[size_t(i)].name)) << i;
}

void TlsTest::certificates()
{
    QFETCH(const int, number);
    const TlsCase &each = m_cases[size_t(number)];
    if (each.host == "localhost"_L1
        && !QHostInfo::fromName(each.host).addresses().contains(QHostAddress::LocalHost))
        QSKIP("localhost is not known here");
    FaultServer server(each.server);
    server.on("GET", "/", FaultReply::json(200, batch));
    server.on("POST", "/", FaultReply::json(200, batch));
    QUrl url = server.url(u"/"_s);
    url.setHost(each.host);
    const Asked asked = ask(url, write(each.trusted));
    const QString expected = each.isGood ? u"200 "_s + QString::fromUtf8(batch) : u"tls"_s;
    QCOMPARE(asked.question, expected);
    QCOMPARE(asked.paid, expected);
    QCOMPARE(server.hits(), each.isGood ? 2 : 0);
    m_refused += each.isGood ? 0 : 1;
}

void TlsTest::weakOnes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QStringList>("options"); // of both sides
    QTest::addColumn<bool>("isGood");
    const QString any = u"-cipher"_s;
    const QString level = u"DEFAULT:@SECLEVEL=0"_s;
    QTest::newRow("TLS 1.3, which is good")
        << u"ec"_s << u"sha256"_s << QStringList{any, level, u"-tls1_3"_s} << true;
    QTest::newRow("TLS 1.2, which is good")
        << u"ec"_s << u"sha256"_s << QStringList{any, level, u"-tls1_2"_s} << true;
    QTest::newRow("TLS 1.1") << u"ec"_s << u"sha256"_s << QStringList{any, level, u"-tls1_1"_s}
                             << false;
    QTest::newRow("TLS 1.0") << u"ec"_s << u"sha256"_s << QStringList{any, level, u"-tls1"_s}
                             << false;
    QTest::newRow("a key of 1024 bits")
        << u"rsa:1024"_s << u"sha256"_s << QStringList{any, level, u"-tls1_2"_s} << false;
    QTest::newRow("nothing is encrypted")
        << u"rsa:2048"_s << u"sha256"_s << QStringList{any, u"eNULL:@SECLEVEL=0"_s, u"-tls1_2"_s}
        << false;
    QTest::newRow("nobody shows a certificate")
        << u"ec"_s << u"sha256"_s << QStringList{any, u"AECDH:ADH:@SECLEVEL=0"_s, u"-tls1_2"_s}
        << false;
}

/// openssl's own client, told to accept anything, reaches each of them: it is us who refuse.
void TlsTest::weakOnes()
{
    QFETCH(const QString, key);
    QFETCH(const QString, digest);
    QFETCH(const QStringList, options);
    QFETCH(const bool, isGood);
    const auto certificate = TestCertificate::make(
        {.extensions = {u"subjectAltName=IP:127.0.0.1"_s}, .key = key, .digest = digest});
    if (!certificate)
        QSKIP("this openssl does not make such a certificate");
    OpensslServer server(*certificate, options);
    QVERIFY(server.port() > 0);
    if (!server.isReachedWith(options))
        QSKIP("this openssl cannot be such a server");
    const QUrl url(u"https://127.0.0.1:%1/"_s.arg(server.port()));
    const Asked asked = ask(url, write(certificate->pem()));
    // It gives no answer to anything.
    QCOMPARE(asked.question, isGood ? u"timeout"_s : u"tls"_s);
    QCOMPARE(asked.paid, isGood ? u"outcome_unknown"_s : u"tls"_s);
    QCOMPARE(server.hasHeardHttp(isGood ? 5000 : 200), isGood);
    m_refused += isGood ? 0 : 1;
}

void TlsTest::noTlsAtAll()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, &server, [socket, &heard] {
            heard += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    });
    const Asked asked = ask(QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())), {});
    QCOMPARE(asked.question, u"tls"_s);
    QCOMPARE(asked.paid, u"tls"_s);
    QVERIFY(!heard.isEmpty());
    QVERIFY(!heard.contains("HTTP") && !heard.contains("CANARY"));
    ++m_refused;
}

void TlsTest::badCaFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const auto ca = TestCertificate::makeAuthority(u"Authority"_s);
    const QByteArray pem = ca ? ca->pem() : QByteArray();
    QTest::newRow("missing") << m_dir.filePath(u"gone.pem"_s) << u"There is no file"_s;
    QTest::newRow("a folder") << m_dir.path() << u"There is no file"_s;
    const QString pipe = m_dir.filePath(u"pipe"_s);
    ::mkfifo(pipe.toLocal8Bit().constData(), 0600);
    QTest::newRow("a pipe") << pipe << u"There is no file"_s;
    QTest::newRow("empty") << write("\n") << u"no CA certificate"_s;
    QTest::newRow("no certificate") << write("hello\n") << u"no CA certificate"_s;
    QTest::newRow("a key") << write(ca ? ca->keyPem() : QByteArray("x")) << u"no CA certificate"_s;
    QByteArray broken = pem;
    broken.replace(broken.size() / 2, 8, "////////");
    QTest::newRow("broken") << write("x" + broken.first(pem.size() / 2) + "\n" + pem.right(28))
                            << u"no CA certificate"_s;
    QTest::newRow("one of two is broken")
        << write(pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
        << u"is broken"_s;
    QTest::newRow("too large") << write(pem + QByteArray(5'000'000, '\n')) << u"too large"_s;
}

void TlsTest::badCaFiles()
{
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    const auto read = readCaFile(path);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadInput);
    QCOMPARE(read.error().field, u"ca_file"_s);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
    FaultServer server; // plain, so that nothing else could refuse it
    const Asked asked = ask(server.url(u"/"_s), path);
    QCOMPARE(asked.question, u"tls"_s);
    QCOMPARE(asked.paid, u"tls"_s);
    QCOMPARE(server.connections(), 0);
}

/// Qt would hand a kept connection on to whoever asks the same host.
void TlsTest::aTrustedConnectionIsNotLentToOthers()
{
    const TlsCase &good = m_cases.front();
    FaultServer server(good.server);
    server.on("GET", "/", FaultReply::json(200, batch));
    HttpRequest request = get(server.url(u"/"_s));
    const auto outcome = [&](const QString &caFile) {
        request.caFile = caFile;
        return outcomeOf(
            m_client.send(request, SecretBytes(canary), std::make_unique<MemorySink>()));
    };
    const QString trusted = write(good.trusted);
    const QString works = u"200 "_s + QString::fromUtf8(batch);
    QCOMPARE(outcome(trusted), works);
    QCOMPARE(outcome(trusted), works);
    QVERIFY(server.requests().last().onKeptConnection); // there is something to be lent
    QCOMPARE(outcome({}), u"tls"_s);
    QCOMPARE(outcome(write(TestCertificate::makeAuthority(u"Other"_s)->pem())), u"tls"_s);
    QCOMPARE(server.hits(), 2);
    QCOMPARE(outcome(trusted), works);
}

void TlsTest::aChangedFileCountsAtOnce()
{
    const TlsCase &good = m_cases.front();
    FaultServer server(good.server);
    server.on("GET", "/", FaultReply::json(200, batch));
    server.on("POST", "/", FaultReply::json(200, batch));
    const QString path = write(good.trusted);
    QCOMPARE(ask(server.url(u"/"_s), path).question, u"200 "_s + QString::fromUtf8(batch));
    writeFile(path, TestCertificate::makeAuthority(u"Other"_s)->pem());
    QCOMPARE(ask(server.url(u"/"_s), path).question, u"tls"_s);
    QVERIFY(QFile::remove(path));
    QCOMPARE(ask(server.url(u"/"_s), path).paid, u"tls"_s);
}

/// A file of results may lie on another server of the same company.
void TlsTest::aRedirectKeepsItsTrust()
{
    const TlsCase &good = m_cases.front();
    FaultServer server(good.server);
    FaultServer other(good.server);
    server.on("GET", "/", FaultReply::redirect(302, other.url(u"/"_s).toEncoded()));
    other.on("GET", "/", FaultReply::json(200, batch));
    QCOMPARE(ask(server.url(u"/"_s), write(good.trusted)).question,
             u"200 "_s + QString::fromUtf8(batch));
    QCOMPARE(other.hits(), 1);
    QCOMPARE(other.requests().first().header("authorization"), "");
}

/// Of the last functions that ran: bad servers, each refused twice.
void TlsTest::enoughCases()
{
    qInfo("%d bad servers were refused, each for a question and a paid call", m_refused);
    QCOMPARE_GE(m_refused, 28);
}

QTEST_GUILESS_MAIN(TlsTest)

#include "tst_tls.moc"
