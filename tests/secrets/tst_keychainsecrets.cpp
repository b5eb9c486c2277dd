// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/insidekeychain.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real QtKeychain and gnome-keyring-daemon, each time on a private session bus with a home of
/// its own, where this program runs itself again (see InsideKeychain).
class KeychainSecretsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhereTheSourceSays();
    void saysWhichVariableIsMissing();
    void withoutABusAllIsSaid();
    void dyingLeavesNobodyWaiting();
    void inAPrivateSession_data();
    void inAPrivateSession();
    void keysAreNowhereInPlainText();

private:
    [[nodiscard]] QString runInside(const QString &function, const QString &before,
                                    const QString &busConfiguration = {});
    [[nodiscard]] QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QByteArray m_log; ///< of the bus and its services, of the last run
};

void KeychainSecretsTest::initTestCase()
{
    QVERIFY(m_home.isValid());
}

void KeychainSecretsTest::readsWhereTheSourceSays()
{
    KeychainSecrets secrets(u"library"_s);
    Connection connection = keychainConnection();
    connection.keySource = KeySource::None;
    QCOMPARE(outcomeOf(secrets.read(connection)), u"key "_s);
    connection.keySource = KeySource::Session;
    QCOMPARE(outcomeOf(secrets.read(connection)), u"not_found"_s);
    secrets.holdForSession(connection.id, SecretBytes("one"));
    secrets.holdForSession(ConnectionId{2}, SecretBytes("two"));
    QCOMPARE(outcomeOf(secrets.read(connection)), u"key one"_s);
    secrets.holdForSession(connection.id, SecretBytes("other"));
    QCOMPARE(outcomeOf(secrets.read(connection)), u"key other"_s);
    QCOMPARE(outcomeOf(secrets.remove(connection)), u"done"_s);
    QCOMPARE(outcomeOf(secrets.read(connection)), u"not_found"_s);
    connection.keySource = KeySource::Environment;
    connection.keyVariable = u"BATCHDESK_TEST_KEY"_s;
    qputenv("BATCHDESK_TEST_KEY", "three\n");
    QCOMPARE(outcomeOf(secrets.read(connection)), u"key three"_s);
    qputenv("BATCHDESK_TEST_KEY", "four"); // read at each use
    QCOMPARE(outcomeOf(secrets.read(connection)), u"key four"_s);
}

void KeychainSecretsTest::saysWhichVariableIsMissing()
{
    KeychainSecrets secrets(u"library"_s);
    Connection connection = keychainConnection();
    connection.keySource = KeySource::Environment;
    connection.keyVariable = u"BATCHDESK_NO_SUCH_KEY"_s;
    for (const char *value : {static_cast<const char *>(nullptr), "", "  \n"}) {
        qunsetenv("BATCHDESK_NO_SUCH_KEY");
        if (value)
            qputenv("BATCHDESK_NO_SUCH_KEY", value);
        const auto read = secrets.read(connection);
        QCOMPARE(outcomeOf(read), u"keychain"_s);
        const QString words = read.result().error().message;
        QVERIFY2(words.contains("BATCHDESK_NO_SUCH_KEY"_L1), qPrintable(words));
        QVERIFY2(words.contains("acme"_L1), qPrintable(words));
    }
}

/// main() has pointed this process to a bus that is not there.
void KeychainSecretsTest::withoutABusAllIsSaid()
{
    KeychainSecrets secrets(u"library"_s);
    const auto read = secrets.read(keychainConnection());
    const QString outcome = outcomeOf(read);
    const QString write = outcomeOf(secrets.write(keychainConnection(), SecretBytes("k")));
    const QString remove = outcomeOf(secrets.remove(keychainConnection()));
    const QString probe = outcomeOf(secrets.probe());
    QCOMPARE((QStringList{outcome, write, remove, probe}), QStringList(4, u"keychain"_s));
    const QString words = read.result().error().message;
    QVERIFY2(words.contains("no desktop session"_L1), qPrintable(words));
    QVERIFY2(words.contains("--key-env"_L1), qPrintable(words));
}

void KeychainSecretsTest::dyingLeavesNobodyWaiting()
{
    auto secrets = std::make_unique<KeychainSecrets>(u"library"_s);
    const auto read = secrets->read(keychainConnection());
    const auto probe = secrets->probe();
    secrets.reset();
    QVERIFY(QTest::qWaitFor([&] { return read.isFinished() && probe.isFinished(); }));
    QVERIFY(read.isCanceled());
    QVERIFY(probe.isCanceled());
}

QProcessEnvironment KeychainSecretsTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_CURRENT_DESKTOP"_s,
                                u"KDE_FULL_SESSION"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_home.path());
    const QString runtime = m_home.filePath(u"run"_s);
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime);
    for (const char *kind : {"DATA", "CONFIG", "CACHE", "STATE"})
        environment.insert(u"XDG_%1_HOME"_s.arg(QString::fromLatin1(kind)),
                           m_home.filePath(QString::fromLatin1(kind)));
    return environment;
}

/// What the run inside said on failure; empty where it passed.
QString KeychainSecretsTest::runInside(const QString &function, const QString &before,
                                       const QString &busConfiguration)
{
    QStringList arguments;
    if (!busConfiguration.isEmpty())
        arguments.append(u"--config-file="_s + busConfiguration);
    arguments += {u"--"_s,
                  u"/bin/sh"_s,
                  u"-c"_s,
                  before + u" exec \"$0\" --inside \"$1\""_s,
                  QCoreApplication::applicationFilePath(),
                  function};
    QProcess session;
    session.setProcessEnvironment(environment());
    session.start(u"dbus-run-session"_s, arguments);
    if (!session.waitForFinished(60'000)) {
        session.kill();
        session.waitForFinished();
        return u"it took too long"_s;
    }
    m_log = session.readAllStandardError();
    const QByteArray output = session.readAllStandardOutput();
    if (session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0
        && output.contains("Totals: 3 passed"))
        return {};
    return QString::fromUtf8(output + m_log);
}

void KeychainSecretsTest::inAPrivateSession_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("withServices");
    QTest::addColumn<int>("prompts");
    const QString start = u"gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1;"_s;
    const QString unlock
        = u"printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"_s;
    // In this order: what one leaves in the keyring another finds. At most one prompt for the reads,
    // and one for each call that a person has made.
    QTest::newRow("noService") << QString() << false << 0;
    QTest::newRow("hanging") << QString() << false << 0;
    QTest::newRow("breaking") << QString() << false << 0;
    QTest::newRow("noCollection") << start << true << 2;
    QTest::newRow("unlocked") << unlock << true << 0;
    QTest::newRow("anotherLibrary") << unlock << true << 0;
    QTest::newRow("locked") << start << true << 4;
    QTest::newRow("unlockedWhileRunning") << start << true << 1;
    QTest::newRow("replacedWhileRunning") << unlock << true << 0;
}

void KeychainSecretsTest::inAPrivateSession()
{
    QFETCH(const QString, before);
    QFETCH(const bool, withServices);
    QFETCH(const int, prompts);
    if (QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty())
        QSKIP("dbus-run-session is not installed");
    if (withServices && QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("gnome-keyring-daemon is not installed");
    const QString bare = m_home.filePath(u"bare.conf"_s);
    QFile file(bare);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
        "<policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"true\"/>"
        "<allow own=\"*\"/></policy></busconfig>");
    file.close();
    const QString said = runInside(QString::fromLatin1(QTest::currentDataTag()), before,
                                   withServices ? QString() : bare);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    const auto raised = m_log.count("Activating service name='org.gnome.keyring.SystemPrompter'");
    QVERIFY2(raised <= prompts, m_log.constData());
}

/// After all of it: the home holds keyrings and no key.
void KeychainSecretsTest::keysAreNowhereInPlainText()
{
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // a socket
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("CANARY")
                     && !bytes.contains(QByteArray("CANARY").toBase64().chopped(2)),
                 qPrintable(file.fileName()));
    }
}

int main(int argc, char **argv)
{
    const bool isInside = argc > 2 && qstrcmp(argv[1], "--inside") == 0;
    if (!isInside)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_FULL_SESSION");
    QCoreApplication app(argc, argv);
    if (!isInside) {
        KeychainSecretsTest test;
        return QTest::qExec(&test, argc, argv);
    }
    InsideKeychain inside;
    return QTest::qExec(&inside,
                        {QString::fromLocal8Bit(argv[0]), QString::fromLocal8Bit(argv[2])});
}

#include "tst_keychainsecrets.moc"
