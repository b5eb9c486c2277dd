// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/badservers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace {

const QString loopback = u"subjectAltName=IP:127.0.0.1"_s;

/// Makes certificates until one fails.
class Maker {
public:
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    TestCertificate made(const TestCertificate::Order &order)
    {
        return take(TestCertificate::make(order));
    }
    TestCertificate authority(const QString &name)
    {
        return take(TestCertificate::makeAuthority(name));
    }
    /// A good one for 127.0.0.1, with more extensions.
    TestCertificate leaf(const TestCertificate &issuer, const QStringList &more = {})
    {
        return made({.extensions = QStringList{loopback} + more, .issuer = &issuer});
    }

private:
    TestCertificate take(std::optional<TestCertificate> certificate)
    {
        m_isWhole = m_isWhole && certificate;
        return certificate.value_or(TestCertificate());
    }
    bool m_isWhole = true;
};

using Cases = std::vector<TlsCase>;

void addGood(Cases &cases, Maker &maker, const TestCertificate &ca)
{
    const QByteArray trusted = ca.pem();
    const auto add = [&](const QString &name, const QSslConfiguration &server,
                         const QByteArray &file, const QString &host = u"127.0.0.1"_s) {
        cases.push_back(
            {.name = name, .server = server, .trusted = file, .host = host, .isGood = true});
    };
    add(u"good: by the connection's CA"_s, maker.leaf(ca).serverConfiguration(), trusted);
    add(u"good: by the second CA of the file"_s, maker.leaf(ca).serverConfiguration(),
        maker.authority(u"Another"_s).pem() + trusted);
    const TestCertificate itself = maker.made({.extensions = {loopback}});
    add(u"good: the file holds the server's own"_s, itself.serverConfiguration(), itself.pem());
    add(u"good: by name"_s,
        maker.made({.extensions = {u"subjectAltName=DNS:localhost"_s}, .issuer = &ca})
            .serverConfiguration(),
        trusted, u"localhost"_s);
    const TestCertificate between
        = maker.made({.name = u"Between"_s,
                      .extensions = {u"basicConstraints=critical,CA:TRUE"_s},
                      .issuer = &ca});
    const TestCertificate below = maker.leaf(between);
    add(u"good: through an intermediate"_s, below.withChain({between.certificate()}), trusted);
    cases.push_back({.name = u"the intermediate is not shown"_s,
                     .server = below.serverConfiguration(),
                     .trusted = trusted});
}

void addBadTimesAndNames(Cases &cases, Maker &maker, const TestCertificate &ca)
{
    const auto add = [&](const QString &name, const TestCertificate::Order &order,
                         const QString &host = u"127.0.0.1"_s) {
        TestCertificate::Order whole = order;
        whole.issuer = &ca;
        cases.push_back({.name = name,
                         .server = maker.made(whole).serverConfiguration(),
                         .trusted = ca.pem(),
                         .host = host});
    };
    add(u"expired"_s, {.extensions = {loopback}, .fromDay = -9, .toDay = -2});
    add(u"not yet valid"_s, {.extensions = {loopback}, .fromDay = 2, .toDay = 9});
    add(u"another host"_s, {.extensions = {u"subjectAltName=DNS:example.com"_s}});
    add(u"another address"_s, {.extensions = {u"subjectAltName=IP:127.0.0.2"_s}});
    add(u"the name, asked by address"_s, {.extensions = {u"subjectAltName=DNS:localhost"_s}});
    add(u"the address, asked by name"_s, {.extensions = {loopback}}, u"localhost"_s);
    add(u"no name at all"_s, {});
    add(u"a star in an address"_s, {.extensions = {u"subjectAltName=DNS:*.0.0.1"_s}});
    add(u"the address in IPv6"_s, {.extensions = {u"subjectAltName=IP:::1"_s}});
    add(u"a name below"_s, {.extensions = {u"subjectAltName=DNS:a.localhost"_s}}, u"localhost"_s);
    add(u"a star for names below"_s, {.extensions = {u"subjectAltName=DNS:*.localhost"_s}},
        u"localhost"_s);
    add(u"a star for everything"_s, {.extensions = {u"subjectAltName=DNS:*"_s}}, u"localhost"_s);
    add(u"a name that only begins so"_s,
        {.extensions = {u"subjectAltName=DNS:localhost.example.com"_s}}, u"localhost"_s);
    add(u"for clients only"_s, {.extensions = {loopback, u"extendedKeyUsage=clientAuth"_s}});
    add(u"for signing code"_s, {.extensions = {loopback, u"extendedKeyUsage=codeSigning"_s}});
    add(u"only for signing certificates"_s,
        {.extensions = {loopback, u"keyUsage=critical,keyCertSign"_s}});
    add(u"a critical extension nobody knows"_s,
        {.extensions = {loopback, u"1.2.3.4.5.6=critical,DER:05:00"_s}});
}

void addBadChains(Cases &cases, Maker &maker, const TestCertificate &ca)
{
    const TestCertificate other = maker.authority(u"Other authority"_s);
    const TestCertificate twin = maker.authority(u"Authority"_s); // as ca is called
    const auto add
        = [&](const QString &name, const QSslConfiguration &server, const QByteArray &trusted) {
              cases.push_back({.name = name, .server = server, .trusted = trusted});
          };
    /// A chain whose middle is made with these extensions.
    const auto through = [&](const QString &name, const QStringList &extensions, int toDay = 2) {
        const TestCertificate between = maker.made({.name = u"Between"_s,
                                                    .extensions = extensions,
                                                    .issuer = &ca,
                                                    .fromDay = -9,
                                                    .toDay = toDay});
        add(name, maker.leaf(between).withChain({between.certificate()}), ca.pem());
    };
    add(u"signed by itself"_s, maker.made({.extensions = {loopback}}).serverConfiguration(), {});
    add(u"signed by itself, beside the connection's CA"_s,
        maker.made({.extensions = {loopback}}).serverConfiguration(), ca.pem());
    add(u"an authority that only another connection trusts"_s, maker.leaf(ca).serverConfiguration(),
        {});
    add(u"the CA of another connection"_s, maker.leaf(other).serverConfiguration(), ca.pem());
    add(u"shows its unknown CA as well"_s, maker.leaf(other).withChain({other.certificate()}),
        ca.pem());
    add(u"an authority of the same name"_s, maker.leaf(twin).serverConfiguration(), ca.pem());
    through(u"the intermediate is no CA"_s, {u"basicConstraints=critical,CA:FALSE"_s});
    through(u"the intermediate has expired"_s, {u"basicConstraints=critical,CA:TRUE"_s}, -2);
    through(u"the intermediate may not sign"_s,
            {u"basicConstraints=critical,CA:TRUE"_s, u"keyUsage=critical,digitalSignature"_s});
    through(u"the intermediate is for other hosts"_s,
            {u"basicConstraints=critical,CA:TRUE"_s,
             u"nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0"_s});
    const TestCertificate oldCa
        = maker.made({.name = u"Old authority"_s,
                      .extensions = {u"basicConstraints=critical,CA:TRUE"_s},
                      .fromDay = -9,
                      .toDay = -2});
    add(u"the trusted CA has expired"_s, maker.leaf(oldCa).serverConfiguration(), oldCa.pem());
}

} // namespace

std::optional<std::vector<TlsCase>> tlsCases()
{
    Maker maker;
    const TestCertificate ca = maker.authority(u"Authority"_s);
    Cases cases;
    addGood(cases, maker, ca);
    addBadTimesAndNames(cases, maker, ca);
    addBadChains(cases, maker, ca);
    return maker.isWhole() ? std::optional(cases) : std::nullopt;
}

OpensslServer::OpensslServer(const TestCertificate &certificate, const QStringList &options)
{
    for (const auto &[name, bytes] :
         {std::pair(u"c.pem"_s, certificate.pem()), std::pair(u"k.pem"_s, certificate.keyPem())}) {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return;
    }
    m_process.start(u"openssl"_s,
                    QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                                m_dir.filePath(u"c.pem"_s), u"-key"_s, m_dir.filePath(u"k.pem"_s)}
                        + options);
    static const QRegularExpression accepts(u"ACCEPT [^\n]*:(\\d+)\n"_s);
    QElapsedTimer timer;
    timer.start();
    while (m_port == 0 && timer.elapsed() < 10'000 && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        m_said += m_process.readAllStandardOutput();
        m_port = accepts.match(QString::fromLatin1(m_said)).captured(1).toInt();
    }
}

OpensslServer::~OpensslServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool OpensslServer::hasHeardHttp(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_said.contains(" HTTP/1.1") && timer.elapsed() < milliseconds) {
        m_process.waitForReadyRead(50);
        m_said += m_process.readAllStandardOutput();
    }
    return m_said.contains(" HTTP/1.1");
}

bool OpensslServer::isReachedWith(const QStringList &clientOptions)
{
    QProcess client;
    client.start(u"openssl"_s,
                 QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(m_port),
                             u"-verify_return_error"_s, u"-CAfile"_s, m_dir.filePath(u"c.pem"_s)}
                     + clientOptions);
    client.closeWriteChannel();
    return client.waitForFinished() && client.exitCode() == 0;
}
