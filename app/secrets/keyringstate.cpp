// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keyringstate.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMetaObject>
#include <QObject>

using namespace Qt::StringLiterals;

namespace {

using Then = std::function<void(KeyringState)>;

constexpr auto service = "org.freedesktop.secrets"_L1;
constexpr int patience = 5000; // of a call that raises no prompt

/// KDE's own wallet is asked by QtKeychain directly and has other rules.
bool isKde()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains(u"KDE"_s)
        || qEnvironmentVariableIsSet("KDE_FULL_SESSION");
}

/// Sends a call and hands its finished reply on, in the life of context.
void call(QObject *context, const QDBusMessage &message,
          std::function<void(const QDBusPendingCall &)> then)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, then = std::move(then)] {
                         watcher->deleteLater();
                         then(*watcher);
                     });
}

void askLocked(QObject *context, const QString &collection, Then then)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    call(context, message, [then = std::move(then)](const QDBusPendingCall &done) {
        const QDBusPendingReply<QDBusVariant> reply = done;
        if (reply.isError())
            return then(KeyringState::Unknown);
        then(reply.value().variant().toBool() ? KeyringState::Locked : KeyringState::Ready);
    });
}

void askDefault(QObject *context, Then then)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(service, u"/org/freedesktop/secrets"_s,
                                         u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    message << u"default"_s;
    call(context, message, [context, then = std::move(then)](const QDBusPendingCall &done) {
        const QDBusPendingReply<QDBusObjectPath> reply = done;
        if (reply.isError()) {
            const QDBusError::ErrorType type = reply.error().type();
            const bool none = type == QDBusError::ServiceUnknown
                || reply.error().name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1);
            return then(none ? KeyringState::NoService : KeyringState::Unknown);
        }
        if (reply.value().path() == "/"_L1)
            return then(KeyringState::NoCollection);
        askLocked(context, reply.value().path(), then);
    });
}

} // namespace

void askKeyringState(QObject *context, std::function<void(KeyringState)> then)
{
    const auto later = [context, then](KeyringState state) {
        QMetaObject::invokeMethod(context, [then, state] { then(state); }, Qt::QueuedConnection);
    };
#ifdef Q_OS_LINUX
    if (!QDBusConnection::sessionBus().isConnected())
        return later(KeyringState::NoBus);
    if (!isKde())
        return askDefault(context, std::move(then));
#endif
    later(KeyringState::Unknown);
}

QString hindranceOf(KeyringState state)
{
    switch (state) {
    case KeyringState::NoBus:
        return QCoreApplication::translate(
            "Secrets",
            "there is no desktop session (D-Bus) here, so no keyring can be reached; take the key "
            "from an environment variable (--key-env), or keep it for this session only");
    case KeyringState::NoService:
        return QCoreApplication::translate(
            "Secrets",
            "no keyring service is running; start GNOME Keyring, "
            "KWallet or another Secret Service, "
            "or take the key from an environment variable (--key-env)");
    case KeyringState::NoCollection:
        return QCoreApplication::translate(
            "Secrets",
            "the keyring service has no open keyring; create or unlock "
            "one, or take the key from an "
            "environment variable (--key-env)");
    case KeyringState::Locked:
        return QCoreApplication::translate(
            "Secrets",
            "the keyring is locked; unlock it and try again, or take the key from "
            "an environment variable (--key-env)");
    case KeyringState::Unknown:
    case KeyringState::Ready: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString keyringName()
{
#if defined(Q_OS_MACOS)
    return u"Keychain"_s;
#elif defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#else
    if (isKde())
        return u"KWallet"_s;
    const QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(u"org.gnome.keyring"_s).value() ? u"GNOME Keyring"_s
                                                                           : u"Secret Service"_s;
#endif
}
