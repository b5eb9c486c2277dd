// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settingsfile.h"
#include "net/httptest.h"
#include "net/proxychoice.h"
#include "support/faultserver.h"
#include "support/testcertificate.h"
#include "ui/ownsettings.h"

#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>

using namespace HttpTest;

namespace {

const QByteArray user = "ann";
const QByteArray password = "pw-CANARY-1";

QString good()
{
    return u"200 "_s + QString::fromLatin1(batch);
}

/// A proxy that leads every name to one port of this computer, and keeps what it saw in clear.
class Proxy {
public:
    Proxy(ProxyChoice::Kind kind, quint16 target, bool asksForPassword)
        : m_kind(kind), m_target(target), m_asks(asksForPassword)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for a proxy");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *peer = m_server.nextPendingConnection()) {
                ++connections;
                auto step = std::make_shared<int>(0);
                QObject::connect(peer, &QTcpSocket::readyRead, peer,
                                 [this, peer, step] { take(*peer, *step); });
            }
        });
    }
    [[nodiscard]] ProxyChoice choice(bool withUser) const
    {
        return {.kind = m_kind,
                .host = u"127.0.0.1"_s,
                .port = m_server.serverPort(),
                .user = withUser ? QString::fromLatin1(user) : QString()};
    }

    int connections = 0;
    int refused = 0;
    QByteArrayList asked; ///< host:port
    QByteArray seen; ///< everything that it was sent

private:
    static constexpr int piping = 100;

    void take(QTcpSocket &peer, int &step)
    {
        if (step == piping)
            return; // pipe() reads
        const QByteArray bytes = peer.readAll();
        seen += bytes;
        if (m_kind == ProxyChoice::Kind::Http)
            takeConnect(peer, step, bytes);
        else
            takeSocks(peer, step, bytes);
    }
    void takeConnect(QTcpSocket &peer, int &step, const QByteArray &head)
    {
        const QByteArray want
            = "proxy-authorization: basic " + (user + ':' + password).toBase64().toLower();
        if (m_asks && !head.toLower().contains(want)) {
            ++refused;
            peer.write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                       "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        asked += head.split(' ').value(1);
        step = piping;
        peer.write("HTTP/1.1 200 Connected\r\n\r\n");
        pipe(peer);
    }
    void takeSocks(QTcpSocket &peer, int &step, const QByteArray &bytes)
    {
        if (step == 0) { // what ways of proving oneself there are
            peer.write(m_asks ? QByteArray("\x05\x02") : QByteArray("\x05\x00", 2));
            step = m_asks ? 1 : 2;
        } else if (step == 1) {
            const QByteArray right
                = QByteArray("\x01\x03") + user + char(password.size()) + password;
            const bool good = bytes == right;
            refused += good ? 0 : 1;
            peer.write(good ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01"));
            step = 2;
            if (!good)
                peer.disconnectFromHost();
        } else {
            const int length = bytes.at(4);
            const int port = uchar(bytes.at(5 + length)) * 256 + uchar(bytes.at(6 + length));
            asked += bytes.mid(5, length) + ':' + QByteArray::number(port);
            step = piping;
            peer.write(QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
            pipe(peer);
        }
    }
    void pipe(QTcpSocket &peer)
    {
        auto *far = new QTcpSocket(&peer);
        QObject::connect(far, &QTcpSocket::readyRead, &peer,
                         [&peer, far] { peer.write(far->readAll()); });
        QObject::connect(&peer, &QTcpSocket::readyRead, far, [this, &peer, far] {
            const QByteArray bytes = peer.readAll();
            seen += bytes;
            far->write(bytes);
        });
        QObject::connect(far, &QTcpSocket::disconnected, &peer, &QTcpSocket::disconnectFromHost);
        far->connectToHost(QHostAddress::LocalHost, m_target);
    }

    ProxyChoice::Kind m_kind;
    quint16 m_target;
    bool m_asks;
    QTcpServer m_server;
};

struct Provider {
    TestCertificate certificate;
    FaultServer server;
    QTemporaryDir folder;

    explicit Provider(TestCertificate made)
        : certificate(std::move(made)), server(certificate.serverConfiguration())
    {
        QFile file(folder.filePath(u"ca.pem"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(certificate.pem()) < 1)
            qFatal("a file of the test cannot be written");
        server.on("GET", "/v1/batches", FaultReply::json(200, batch));
        server.on("POST", "/v1/batches", FaultReply::json(200, batch));
    }
    [[nodiscard]] quint16 port() const { return quint16(server.url().port()); }
    [[nodiscard]] QString ask(HttpClient &client, bool isPaid = false) const
    {
        const QUrl url(u"https://provider.example/v1/batches"_s);
        HttpRequest request = isPaid ? paid(url) : get(url);
        request.caFile = folder.filePath(u"ca.pem"_s);
        return outcomeOf(client.send(request, SecretBytes(canary), memory()));
    }
};

} // namespace

/// By which way requests leave this computer, and what the one on the way gets to see.
class ProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::optional<TestCertificate> made = TestCertificate::make(u"DNS:provider.example"_s);
        if (!made)
            QSKIP("there is no openssl program that makes this certificate");
        m_provider = std::make_unique<Provider>(*std::move(made));
    }
    void goesThroughTheProxyAndKeepsTheKeyFromIt_data()
    {
        QTest::addColumn<bool>("socks");
        QTest::addColumn<bool>("asks");
        QTest::newRow("http") << false << false;
        QTest::newRow("http, password") << false << true;
        QTest::newRow("socks5") << true << false;
        QTest::newRow("socks5, password") << true << true;
    }
    void goesThroughTheProxyAndKeepsTheKeyFromIt()
    {
        QFETCH(bool, socks);
        QFETCH(bool, asks);
        Proxy proxy(socks ? ProxyChoice::Kind::Socks5 : ProxyChoice::Kind::Http, m_provider->port(),
                    asks);
        HttpClient client;
        client.useProxy(proxy.choice(asks), askWith(password));
        const int before = m_provider->server.hits();
        QCOMPARE(m_provider->ask(client), good());
        QCOMPARE(m_provider->ask(client, true), good());
        for (const QByteArray &name : std::as_const(proxy.asked))
            QCOMPARE(name, "provider.example:443");
        QVERIFY(!proxy.asked.isEmpty());
        QVERIFY(!proxy.seen.contains(canary));
        const QList<FaultRequest> hits = m_provider->server.requests();
        QCOMPARE(hits.size() - before, 2);
        for (qsizetype i = before; i < hits.size(); ++i) {
            QCOMPARE(hits.at(i).header("authorization"), "Bearer " + canary);
            QCOMPARE(hits.at(i).header("proxy-authorization"), QByteArray());
        }
        QCOMPARE(m_asked, asks ? 1 : 0);
    }
    void aWrongPasswordReachesNobodyElse_data()
    {
        QTest::addColumn<bool>("socks");
        QTest::newRow("http") << false;
        QTest::newRow("socks5") << true;
    }
    void aWrongPasswordReachesNobodyElse()
    {
        QFETCH(bool, socks);
        Proxy proxy(socks ? ProxyChoice::Kind::Socks5 : ProxyChoice::Kind::Http, m_provider->port(),
                    true);
        HttpClient client;
        client.useProxy(proxy.choice(true), askWith("wrong"));
        const int before = m_provider->server.hits();
        QCOMPARE(m_provider->ask(client), u"offline"_s);
        QCOMPARE(m_provider->ask(client, true), u"offline"_s); // surely not sent
        QVERIFY(proxy.refused > 0);
        QCOMPARE(m_provider->server.hits(), before);
        QVERIFY(!proxy.seen.contains(canary));
    }
    void aPasswordThatCannotBeReadIsAskedForAgain()
    {
        Proxy proxy(ProxyChoice::Kind::Http, m_provider->port(), true);
        HttpClient client;
        bool locked = true;
        client.useProxy(proxy.choice(true), [&] {
            ++m_asked;
            return QtFuture::makeReadyValueFuture(
                locked ? Result<SecretBytes>(Failure(Error{.kind = ErrorKind::Keychain}))
                       : Result<SecretBytes>(SecretBytes(password)));
        });
        QCOMPARE(m_provider->ask(client), u"offline"_s);
        locked = false;
        QCOMPARE(m_provider->ask(client), good());
        QCOMPARE(m_asked, 2);
    }
    void thisComputerIsNeverAskedThroughAProxy()
    {
        Proxy proxy(ProxyChoice::Kind::Http, m_provider->port(), true);
        FaultServer here;
        here.on("GET", "/x", FaultReply::json(200, batch));
        HttpClient client;
        client.useProxy(proxy.choice(true), askWith(password));
        QCOMPARE(outcomeOf(client.send(get(here.url(u"/x"_s)), SecretBytes(canary), memory())),
                 good());
        QCOMPARE(proxy.connections, 0);
        QCOMPARE(m_asked, 0); // nor is the keychain
    }
    void anotherChoiceCountsFromTheNextRequest()
    {
        Proxy first(ProxyChoice::Kind::Http, m_provider->port(), false);
        Proxy second(ProxyChoice::Kind::Socks5, m_provider->port(), false);
        HttpClient client;
        client.useProxy(first.choice(false));
        QCOMPARE(m_provider->ask(client), good());
        client.useProxy(second.choice(false));
        QCOMPARE(m_provider->ask(client), good());
        QCOMPARE(first.asked.size(), 1);
        QCOMPARE(second.asked.size(), 1);
    }
    void aProxyThatIsNotThereIsNotWalkedAround()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        HttpClient client;
        client.useProxy(
            {.kind = ProxyChoice::Kind::Http, .host = u"127.0.0.1"_s, .port = port, .user = {}});
        const int before = m_provider->server.hits();
        QCOMPARE(m_provider->ask(client), u"offline"_s);
        QCOMPARE(m_provider->server.hits(), before);
    }
    void comesBackFromTheSettingsFile()
    {
        const OwnSettings own;
        QCOMPARE(ProxyChoice::load(settingsFile()), ProxyChoice());
        const ProxyChoice choice{.kind = ProxyChoice::Kind::Socks5,
                                 .host = u"proxy.example"_s,
                                 .port = 1080,
                                 .user = u"ann"_s};
        choice.save(settingsFile());
        QCOMPARE(ProxyChoice::load(settingsFile()), choice);
        QSettings junk(settingsFile(), QSettings::IniFormat);
        junk.setValue("proxy/port"_L1, 99'999);
        junk.sync();
        QCOMPARE(ProxyChoice::load(settingsFile()).kind, ProxyChoice::Kind::System);
    }
    void init() { m_asked = 0; }

private:
    HttpClient::AskPassword askWith(const QByteArray &words)
    {
        return [this, words] {
            ++m_asked;
            return QtFuture::makeReadyValueFuture(Result<SecretBytes>(SecretBytes(words)));
        };
    }

    std::unique_ptr<Provider> m_provider;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
