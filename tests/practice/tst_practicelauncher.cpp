// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicelauncher.h"

#include "practice/portfile.h"
#include "practiceclient.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// Processes that serve a library, by their command lines.
QList<qint64> serversOf(const QString &library)
{
    QList<qint64> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(name));
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        if (isPid && commandLine.open(QIODevice::ReadOnly)
            && commandLine.readAll().contains('\0' + (library + "/practice"_L1).toUtf8() + '\0'))
            found.append(pid);
    }
    return found;
}

} // namespace

class TestPracticeLauncher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("BATCHDESK_BATCHCTL", BIN_DIR "/batchctl");
        qputenv("BATCHDESK_PRACTICE_IDLE", "20");
        qputenv("BATCHDESK_PRACTICE_SECONDS", "0.2");
    }

    void cleanup()
    {
        for (const qint64 pid : serversOf(library()))
            ::kill(static_cast<pid_t>(pid), SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(serversOf(library()).size(), 0, 10000);
    }

    void startsOneServerAndKeepsIt()
    {
        PracticeLauncher launcher(library());
        const auto first = wait(launcher.url(u"files"_s));
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->host(), u"127.0.0.1"_s);
        QCOMPARE(first->path(), u"/files"_s);
        PracticeClient client(*first);
        QCOMPARE(client.get(u"/v1/batches"_s).status, 200);

        const auto other = wait(launcher.url(u"inline"_s));
        QVERIFY(other);
        QCOMPARE(other->port(), first->port());
        PracticeLauncher later(library());
        QCOMPARE(*wait(later.url(u"files"_s)), *first);
        QCOMPARE(serversOf(library()).size(), 1);
    }

    void manyAtOnceEndWithOneServer()
    {
        std::vector<std::unique_ptr<PracticeLauncher>> launchers;
        std::vector<QFuture<Result<QUrl>>> futures;
        for (int i = 0; i < 6; ++i) {
            launchers.push_back(std::make_unique<PracticeLauncher>(library()));
            futures.push_back(launchers.back()->url(u"files"_s));
        }
        QSet<QUrl> urls;
        for (const auto &future : futures) {
            const auto url = wait(future);
            QVERIFY2(url, url ? "" : qPrintable(url.error().message));
            urls.insert(*url);
        }
        QCOMPARE(urls.size(), 1);
        // The others wait for the lock for three seconds, then give up.
        QTRY_COMPARE_WITH_TIMEOUT(serversOf(library()).size(), 1, 15000);
        PracticeLauncher late(library());
        QCOMPARE(*wait(late.url(u"files"_s)), *urls.begin());
    }

    void killedServerIsStartedAgainWithItsBatches()
    {
        PracticeLauncher launcher(library());
        const auto first = wait(launcher.url(u"files"_s));
        QVERIFY(first);
        const QString batch = PracticeClient(*first).submitFile(chatLines(20));
        QVERIFY(!batch.isEmpty());
        const qint64 pid = PortFile(library() + "/practice"_L1).read()->pid;
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY(!serversOf(library()).contains(pid));

        PracticeLauncher later(library());
        const auto second = wait(later.url(u"files"_s));
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(serversOf(library()).size(), 1);
        PracticeClient client(*second);
        QTRY_COMPARE_WITH_TIMEOUT(client.status(batch), u"completed"_s, 10000);
        // The first one finds it too, once it no longer believes its last look.
        const auto found = [&] { return wait(launcher.url(u"files"_s)).value_or(QUrl()); };
        QTRY_COMPARE_WITH_TIMEOUT(found(), *second, 5000);
    }

    void idleServerEndsAndIsStartedAgain()
    {
        qputenv("BATCHDESK_PRACTICE_IDLE", "0.3");
        PracticeLauncher launcher(library());
        QVERIFY(wait(launcher.url(u"files"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(serversOf(library()).size(), 0, 10000);
        QVERIFY(!QFile::exists(library() + "/practice/port.json"_L1));
        PracticeLauncher later(library());
        QVERIFY(wait(later.url(u"files"_s)));
    }

    void anotherProgramOnTheStoredPortIsNotTakenForIt()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        int asked = 0;
        connect(&other, &QTcpServer::newConnection, &other, [&] {
            QTcpSocket *const socket = other.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
                if (socket->readAll().contains("healthz"))
                    ++asked;
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            });
        });
        QVERIFY(QDir().mkpath(library() + "/practice"_L1));
        QVERIFY(PortFile(library() + "/practice"_L1)
                    .write({.pid = 1, .port = other.serverPort(), .token = "t"}));
        PracticeLauncher launcher(library());
        const auto url = wait(launcher.url(u"files"_s));
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        QVERIFY(url->port() != other.serverPort());
        QVERIFY(asked > 0);
    }

    void aPortThatNobodyListensOnAnymore()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        QVERIFY(QDir().mkpath(library() + "/practice"_L1));
        QVERIFY(PortFile(library() + "/practice"_L1).write({.pid = 1, .port = port, .token = "t"}));
        PracticeLauncher launcher(library());
        QVERIFY(wait(launcher.url(u"files"_s)));
    }

    void aProgramThatIsNotThereIsSaid()
    {
        qputenv("BATCHDESK_BATCHCTL", "/nowhere/batchctl");
        PracticeLauncher launcher(library());
        const auto url = wait(launcher.url(u"files"_s));
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::Offline);
        QVERIFY2(url.error().message.startsWith(u"The practice provider could not be started: "),
                 qPrintable(url.error().message));
    }

    void aProgramThatEndsAtOnceIsGivenUp()
    {
        qputenv("BATCHDESK_BATCHCTL", "/bin/false");
        PracticeLauncher launcher(library());
        QElapsedTimer timer;
        timer.start();
        const auto url = wait(launcher.url(u"files"_s));
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::Offline);
        QVERIFY(timer.elapsed() < 15'000);
    }

    void endsWhatIsAskedForWhenItGoes()
    {
        auto launcher = std::make_unique<PracticeLauncher>(library());
        const auto future = launcher->url(u"files"_s);
        launcher.reset();
        const auto url = wait(future);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::Cancelled);
    }

private:
    [[nodiscard]] QString library() const { return m_folder->path(); }

    static Result<QUrl> wait(const QFuture<Result<QUrl>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)
            || future.resultCount() == 0)
            return Failure(Error{.kind = ErrorKind::Timeout, .message = u"no answer"_s});
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPracticeLauncher)
#include "tst_practicelauncher.moc"
