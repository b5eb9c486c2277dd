// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/insidekeychain.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto key = "sk-CANARY-\xc3\xa4-9f8e7d6c";
const QString keyText = u"key "_s + QString::fromUtf8(key);

/// The words of the last error.
template <class T>
QString wordsOf(const QFuture<Result<T>> &future)
{
    return future.result() ? QString() : future.result().error().message;
}

/// A Secret Service that answers nothing, or everything with an error.
class BadService : public QDBusVirtualObject {
public:
    enum class Way { Hang, Break };
    explicit BadService(Way way) : m_way(way) {}
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (m_way == Way::Break)
            connection.send(message.createErrorReply(u"org.freedesktop.DBus.Error.Failed"_s,
                                                     u"the disk is on fire"_s));
        return true;
    }

private:
    Way m_way;
};

/// Owns the service's name on a connection of its own, for the life of the test.
class BadServiceThread : public QThread {
public:
    explicit BadServiceThread(BadService::Way way) : m_way(way)
    {
        start();
        while (!m_isReady)
            msleep(1);
    }
    ~BadServiceThread() override
    {
        quit();
        wait();
    }

protected:
    void run() override
    {
        BadService service(m_way);
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"bad"_s);
        bus.registerVirtualObject(u"/org/freedesktop/secrets"_s, &service,
                                  QDBusConnection::SubPath);
        bus.registerService(u"org.freedesktop.secrets"_s);
        m_isReady = true;
        exec();
        bus.unregisterService(u"org.freedesktop.secrets"_s);
        QDBusConnection::disconnectFromBus(u"bad"_s);
    }

private:
    BadService::Way m_way;
    std::atomic<bool> m_isReady = false;
};

/// What a login does: no prompt.
bool unlockByPassword(const QByteArray &password)
{
    const QString root = u"/org/freedesktop/secrets"_s;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    QDBusMessage open = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, root, u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s);
    open << u"plain"_s << QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage session = bus.call(open);
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << password
           << u"text/plain"_s;
    secret.endStructure();
    QDBusMessage unlock = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, root,
        u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
        u"UnlockWithMasterPassword"_s);
    unlock << QVariant::fromValue(QDBusObjectPath(root + u"/collection/login"_s))
           << QVariant::fromValue(secret);
    const QDBusMessage reply = bus.call(unlock);
    if (reply.type() == QDBusMessage::ErrorMessage)
        qWarning("%s", qPrintable(reply.errorMessage()));
    return reply.type() != QDBusMessage::ErrorMessage;
}

} // namespace

Connection keychainConnection(qint64 id)
{
    return Connection{.id = ConnectionId{id}, .name = u"acme"_s, .keySource = KeySource::Keychain};
}

/// All four calls fail with the same words, which hold what to do.
void allFail(KeychainSecrets &secrets, const QString &cure)
{
    const auto read = secrets.read(keychainConnection());
    QCOMPARE(outcomeOf(read), u"keychain"_s);
    const auto write = secrets.write(keychainConnection(), SecretBytes(key));
    QCOMPARE(outcomeOf(write), u"keychain"_s);
    const auto probe = secrets.probe();
    QCOMPARE(outcomeOf(probe), u"keychain"_s);
    for (const QString &words : {wordsOf(read), wordsOf(write), wordsOf(probe)}) {
        QVERIFY2(words.contains(cure), qPrintable(words));
        QVERIFY2(words.contains("--key-env"_L1), qPrintable(words));
        QVERIFY2(!words.contains("CANARY"_L1), qPrintable(words));
    }
}

void InsideKeychain::noService()
{
    KeychainSecrets secrets(u"library"_s);
    allFail(secrets, u"no keyring service is running"_s);
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection())), u"keychain"_s);
    // Such a key is of no use later, and is at hand all the same.
    Connection session = keychainConnection();
    session.keySource = KeySource::Session;
    secrets.holdForSession(session.id, SecretBytes(key));
    QCOMPARE(outcomeOf(secrets.read(session)), keyText);
}

void InsideKeychain::noCollection()
{
    KeychainSecrets secrets(u"library"_s);
    allFail(secrets, u"no open keyring"_s);
}

void InsideKeychain::unlocked()
{
    KeychainSecrets secrets(u"library"_s);
    QCOMPARE(outcomeOf(secrets.probe()), u"text GNOME Keyring"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection())), u"not_found"_s);
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection())), u"done"_s);
    QCOMPARE(outcomeOf(secrets.write(keychainConnection(), SecretBytes())), u"bad_input"_s);
    QCOMPARE(outcomeOf(secrets.write(keychainConnection(), SecretBytes(key))), u"done"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection())), keyText);
    QCOMPARE(outcomeOf(secrets.write(keychainConnection(), SecretBytes("another"))), u"done"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection())), u"key another"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), u"not_found"_s);
    QCOMPARE(outcomeOf(secrets.write(keychainConnection(2), SecretBytes(key))), u"done"_s);
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection())), u"done"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection())), u"not_found"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), keyText);
    // Many at once, each with its own answer.
    QList<QFuture<Result<SecretBytes>>> reads;
    for (int i = 0; i < 10; ++i)
        reads.append(secrets.read(keychainConnection(1 + i % 2)));
    for (int i = 0; i < 10; ++i) {
        QVERIFY(QTest::qWaitFor([&] { return reads.at(i).isFinished(); }));
        QCOMPARE(reads.at(i).result().has_value(), i % 2 == 1);
    }
    // A key that is not in the keychain is not looked for there when it goes.
    Connection other = keychainConnection(2);
    other.keySource = KeySource::Environment;
    QCOMPARE(outcomeOf(secrets.remove(other)), u"done"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), keyText);
}

/// What unlocked() has left is seen by its own library only.
void InsideKeychain::anotherLibrary()
{
    KeychainSecrets same(u"library"_s);
    QCOMPARE(outcomeOf(same.read(keychainConnection(2))), keyText);
    KeychainSecrets other(u"another"_s);
    QCOMPARE(outcomeOf(other.read(keychainConnection(2))), u"not_found"_s);
}

/// The key of connection 2 is in it, and nobody is there to answer a prompt.
void InsideKeychain::locked()
{
    KeychainSecrets secrets(u"library"_s);
    for (int i = 0; i < 5; ++i) {
        const auto read = secrets.read(keychainConnection(2));
        QCOMPARE(outcomeOf(read), u"keychain"_s);
        QVERIFY2(wordsOf(read).contains("unlock it"_L1), qPrintable(wordsOf(read)));
    }
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection(2))), u"keychain"_s);
    allFail(secrets, u"unlock it"_s);
}

void InsideKeychain::unlockedWhileRunning()
{
    KeychainSecrets secrets(u"library"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), u"keychain"_s);
    QVERIFY(unlockByPassword("password"));
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), keyText);
}

/// As by an upgrade or a crash of the keyring's process.
void InsideKeychain::replacedWhileRunning()
{
    KeychainSecrets secrets(u"library"_s);
    QCOMPARE(outcomeOf(secrets.read(keychainConnection(2))), keyText);
    QProcess other;
    other.start(u"gnome-keyring-daemon"_s,
                {u"--replace"_s, u"--unlock"_s, u"--components=secrets"_s});
    other.write("password");
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QVERIFY(QTest::qWaitFor([&] {
        const QString outcome = outcomeOf(secrets.read(keychainConnection(2)));
        return outcome == keyText;
    }));
}

void InsideKeychain::hanging()
{
    const BadServiceThread service(BadService::Way::Hang);
    KeychainSecrets secrets(u"library"_s);
    secrets.setTimeLimit(300ms);
    QElapsedTimer timer;
    timer.start();
    const auto read = secrets.read(keychainConnection());
    QCOMPARE(outcomeOf(read), u"keychain"_s);
    QVERIFY2(wordsOf(read).contains("in time"_L1), qPrintable(wordsOf(read)));
    QCOMPARE_LT(timer.elapsed(), 3000);
    // While the first still hangs the others do not wait as long again.
    timer.start();
    QCOMPARE(outcomeOf(secrets.write(keychainConnection(), SecretBytes(key))), u"keychain"_s);
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection())), u"keychain"_s);
    QCOMPARE(outcomeOf(secrets.probe()), u"keychain"_s);
    QCOMPARE_LT(timer.elapsed(), 800);
}

void InsideKeychain::breaking()
{
    const BadServiceThread service(BadService::Way::Break);
    KeychainSecrets secrets(u"library"_s);
    allFail(secrets, u"on fire"_s);
    QCOMPARE(outcomeOf(secrets.remove(keychainConnection())), u"keychain"_s);
}
