// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// batchctl practice, driven from outside.

#include "practiceclient.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// files, inline, rawjsonl and staged: one line for each.
constexpr qsizetype dialectCount = 4;

/// A practice provider as a process, until it goes out of scope.
class Practice {
public:
    explicit Practice(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(BIN_DIR "/batchctl"),
                        QStringList{u"practice"_s} + arguments);
    }
    ~Practice()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The lines that say where it is, as many as there are dialects.
    [[nodiscard]] QByteArrayList announced()
    {
        QByteArrayList lines;
        while (lines.size() < dialectCount
               && (m_process.canReadLine() || m_process.waitForReadyRead(20'000))) {
            while (m_process.canReadLine())
                lines.append(m_process.readLine().trimmed());
        }
        return lines;
    }
    [[nodiscard]] PracticeClient client(const QByteArray &dialect)
    {
        for (const QByteArray &line : announced()) {
            if (line.startsWith(dialect + ' '))
                return PracticeClient(QUrl(QString::fromLatin1(line.sliced(dialect.size() + 1))));
        }
        qFatal("batchctl practice did not start: %s", m_process.readAllStandardError().constData());
    }
    void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    /// The exit code, -1 for a crash or none.
    [[nodiscard]] int exitCode()
    {
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
};

} // namespace

class TestPracticeCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIs()
    {
        Practice practice({});
        const QByteArrayList lines = practice.announced();
        QCOMPARE(lines.size(), dialectCount);
        const QRegularExpression form(
            u"^(files|inline|rawjsonl|staged) http://127\\.0\\.0\\.1:\\d+/\\1$"_s);
        for (const QByteArray &line : lines)
            QVERIFY2(form.match(QString::fromLatin1(line)).hasMatch(), line.constData());
    }

    void saysWhereItIsInJson()
    {
        Practice practice({u"--json"_s});
        const QByteArrayList lines = practice.announced();
        QCOMPARE(lines.size(), dialectCount);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.keys(), (QStringList{u"base_url"_s, u"dialect"_s}));
        QCOMPARE(first["dialect"_L1].toString(), u"files"_s);
        QCOMPARE(PracticeClient(QUrl(first["base_url"_L1].toString())).get(u"/v1/batches"_s).status,
                 200);
    }

    void signalsEndItWell_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void signalsEndItWell()
    {
        QFETCH(int, number);
        Practice practice({u"--seconds"_s, u"100"_s});
        PracticeClient files = practice.client("files");
        QVERIFY(!files.submitFile(chatLines(1000)).isEmpty()); // with work under way
        practice.signal(number);
        QCOMPARE(practice.exitCode(), 0);
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port too large") << QStringList{u"--port"_s, u"65536"_s};
        QTest::newRow("port no number") << QStringList{u"--port"_s, u"http"_s};
        QTest::newRow("port in parts") << QStringList{u"--port"_s, u"80.5"_s};
        QTest::newRow("seconds none") << QStringList{u"--seconds"_s, u"0"_s};
        QTest::newRow("fail over 1") << QStringList{u"--fail"_s, u"1.1"_s};
        QTest::newRow("fail below 0") << QStringList{u"--fail"_s, u"-0.1"_s};
        QTest::newRow("unknown option") << QStringList{u"--dance"_s};
        QTest::newRow("value missing") << QStringList{u"--key"_s};
        QTest::newRow("argument") << QStringList{u"files"_s};
    }

    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        Practice practice(arguments);
        QCOMPARE(practice.exitCode(), 2);
        QVERIFY(!practice.errors().trimmed().isEmpty());
    }

    void takenPortIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Practice practice({u"--port"_s, QString::number(other.serverPort())});
        QCOMPARE(practice.exitCode(), 6);
        QVERIFY(practice.errors().contains(QByteArray::number(other.serverPort())));
    }

    void keyIsAskedFor()
    {
        Practice practice({u"--key"_s, u"sesame"_s});
        PracticeClient files = practice.client("files");
        QCOMPARE(files.get(u"/v1/batches"_s).status, 401);
        QCOMPARE(files.get(u"/v1/batches"_s, {{"Authorization", "Bearer sesame"}}).status, 200);
    }

    void stateSurvivesAKillAtAnyMoment()
    {
        const QTemporaryDir folder;
        const QStringList arguments{u"--state"_s, folder.path(), u"--seconds"_s, u"0.6"_s};
        QStringList ids;
        for (int round = 0; round < 8; ++round) {
            Practice practice(arguments);
            PracticeClient files = practice.client("files");
            for (int i = 0; i < 2; ++i)
                ids.append(files.submitFile(chatLines(300)));
            QVERIFY(!ids.last().isEmpty());
            QTest::qWait(round * 100); // through all phases of a batch's life
            practice.signal(SIGKILL);
            QCOMPARE(practice.exitCode(), -1);
        }
        Practice practice(arguments);
        PracticeClient files = practice.client("files");
        for (const QString &id : ids) {
            QTRY_COMPARE(files.status(id), u"completed"_s);
            const QJsonObject batch = files.batch(id);
            QCOMPARE(batch["request_counts"_L1]["completed"_L1].toInt(), 300);
            QCOMPARE(files.lines(batch["output_file_id"_L1].toString()).size(), 300);
        }
        const QJsonObject list = files.get(u"/v1/batches?limit=100"_s).json();
        QCOMPARE(list["data"_L1].toArray().size(), ids.size());
        // No file is there that nobody knows.
        const QJsonArray known = files.get(u"/v1/files?limit=1000"_s).json()["data"_L1].toArray();
        const QDir stored(folder.filePath(u"files/files"_s));
        QCOMPARE(stored.entryList(QDir::Files).size(), 2 * known.size());
        QCOMPARE(known.size(), 2 * ids.size());
    }

    void oneProcessForAState()
    {
        const QTemporaryDir folder;
        Practice first({u"--state"_s, folder.path()});
        QCOMPARE(first.announced().size(), dialectCount);
        Practice second({u"--state"_s, folder.path()});
        QCOMPARE(second.exitCode(), 6);
        QVERIFY(second.errors().contains(folder.path().toLocal8Bit()));
    }

    void stateThatCannotBeMadeIsSaid()
    {
        Practice practice({u"--state"_s, u"/proc/none/practice"_s});
        QCOMPARE(practice.exitCode(), 6);
        QVERIFY(practice.errors().contains("/proc/none/practice"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeCommand)
#include "tst_practicecommand.moc"
