// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>

class QNetworkProxyFactory;
class SecretBytes;

/// By which way a person wants requests to go. A value, kept in the settings file; the password is
/// not in it but in the keychain (secrets/proxyaccount.h).
struct ProxyChoice {
    enum class Kind : quint8 {
        System, ///< what the desktop or the environment says
        None,
        Http, ///< CONNECT: what goes through is encrypted between us and the provider
        Socks5, ///< names are looked up by the proxy
    };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    QString user; ///< empty: the proxy asks for none

    [[nodiscard]] bool isManual() const { return kind == Kind::Http || kind == Kind::Socks5; }
    [[nodiscard]] bool needsPassword() const { return isManual() && !user.isEmpty(); }

    /// Of this settings file. What cannot be understood there is as the system has it.
    [[nodiscard]] static ProxyChoice load(const QString &settingsFile);
    void save(const QString &settingsFile) const;

    bool operator==(const ProxyChoice &) const = default;
};

/// Never a proxy for this computer itself, whatever the choice.
[[nodiscard]] std::unique_ptr<QNetworkProxyFactory> proxyFactory(const ProxyChoice &choice,
                                                                 const SecretBytes &password);
