// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/proxychoice.h"

#include "net/origin.h"
#include "secrets/secrets.h"

#include <QNetworkProxyFactory>
#include <QSettings>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using Kind = ProxyChoice::Kind;

constexpr std::array kindNames{std::pair(Kind::System, "system"_L1),
                               std::pair(Kind::None, "none"_L1), std::pair(Kind::Http, "http"_L1),
                               std::pair(Kind::Socks5, "socks5"_L1)};

class Factory final : public QNetworkProxyFactory {
public:
    Factory(Kind kind, QNetworkProxy manual) : m_kind(kind), m_manual(std::move(manual)) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()) || m_kind == Kind::None)
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_kind == Kind::System ? systemProxyForQuery(query) : QList{m_manual};
    }

private:
    Kind m_kind;
    QNetworkProxy m_manual;
};

} // namespace

ProxyChoice ProxyChoice::load(const QString &settingsFile)
{
    const QSettings settings(settingsFile, QSettings::IniFormat);
    ProxyChoice choice;
    const QString name = settings.value("proxy/kind"_L1).toString();
    for (const auto &[kind, kindName] : kindNames)
        if (name == kindName)
            choice.kind = kind;
    choice.host = settings.value("proxy/host"_L1).toString();
    const uint port = settings.value("proxy/port"_L1).toUInt();
    choice.port = port <= 65'535 ? static_cast<quint16>(port) : quint16(0);
    choice.user = settings.value("proxy/user"_L1).toString();
    if (choice.isManual() && (choice.host.isEmpty() || choice.port == 0))
        choice.kind = Kind::System;
    return choice;
}

void ProxyChoice::save(const QString &settingsFile) const
{
    QSettings settings(settingsFile, QSettings::IniFormat);
    for (const auto &[each, name] : kindNames)
        if (each == kind)
            settings.setValue("proxy/kind"_L1, QString(name));
    settings.setValue("proxy/host"_L1, host);
    settings.setValue("proxy/port"_L1, port);
    settings.setValue("proxy/user"_L1, user);
}

std::unique_ptr<QNetworkProxyFactory> proxyFactory(const ProxyChoice &choice,
                                                   const SecretBytes &password)
{
    QNetworkProxy manual(choice.kind == Kind::Socks5 ? QNetworkProxy::Socks5Proxy
                                                     : QNetworkProxy::HttpProxy,
                         choice.host, choice.port);
    if (choice.needsPassword()) {
        manual.setUser(choice.user);
        manual.setPassword(QString::fromUtf8(password.reveal()));
    }
    return std::make_unique<Factory>(choice.kind, std::move(manual));
}
