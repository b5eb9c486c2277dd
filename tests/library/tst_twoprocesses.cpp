// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/await.h"
#include "library/peer.h"
#include "library/peerside.h"
#include "library/sqlfile.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray numbers(const auto &ids)
{
    QByteArray text;
    for (const auto id : ids)
        text += ' ' + id.toString().toLatin1();
    return text;
}

/// A program on the library that does as it is told and tells what it sees.
class Program : public QObject {
public:
    explicit Program(const QString &folder) : m_library(folder, m_clock) {}
    int run()
    {
        if (const Result<> opened = m_library.open(); !opened) {
            PeerSide::say("failed " + opened.error().message.toUtf8());
            return 1;
        }
        connect(&m_library, &Library::runsChanged, this, [this](const QList<RunId> &ids) {
            for (const RunId id : ids)
                PeerSide::say("run " + id.toString().toLatin1() + ' '
                              + m_library.run(id)->name.toUtf8());
        });
        connect(&m_library, &Library::batchesChanged, this, [this](const QList<BatchId> &ids) {
            for (const BatchId id : ids)
                PeerSide::say("batch " + id.toString().toLatin1() + ' '
                              + stateName(m_library.batch(id)->facts.state).toLatin1());
        });
        connect(&m_library, &Library::wishesChanged, this, [this] {
            PeerSide::say("wishes " + QByteArray::number(m_library.wishes().size()));
        });
        connect(&m_library, &Library::connectionsChanged, this, [this] {
            PeerSide::say("connections " + QByteArray::number(m_library.connectionIds().size()));
        });
        const PeerSide side([this](const QByteArray &line) { command(line.split(' ')); });
        PeerSide::say("open " + m_library.id().toLatin1());
        return QCoreApplication::exec();
    }

private:
    void command(const QList<QByteArray> &words)
    {
        const QByteArray &verb = words.first();
        const QString text = QString::fromUtf8(words.value(1));
        if (verb == "add") {
            QList<RunId> ids;
            for (int i = 0; i < text.toInt(); ++i)
                ids.append(m_library.add(Run{.name = u"added"_s}));
            PeerSide::say("added" + numbers(ids));
        } else if (verb == "name") {
            Run run = *m_library.run(*m_library.findRun(text));
            run.name = QString::fromUtf8(words.at(2));
            m_library.save(run);
        } else if (verb == "wish") {
            m_library.wish(WishKind::Cancel, *m_library.findRun(text));
        } else if (verb == "connection") {
            const Result<ConnectionId> id = m_library.add(Connection{.name = text});
            PeerSide::say(id ? "new" : "taken");
        }
    }

    SystemClock m_clock;
    Library m_library;
};

/// Writes without end, and says of each run once it is on disk: its name, and its batch's state.
class Writer : public QObject {
public:
    explicit Writer(const QString &folder) : m_library(folder, m_clock) {}
    int run()
    {
        if (const Result<> opened = m_library.open(); !opened)
            return 1;
        for (int i = 0; i < 3; ++i) // so that groups are committed, too
            next();
        return QCoreApplication::exec();
    }

private:
    void next()
    {
        const RunId run
            = m_library.add(Run{.name = u"n%1"_s.arg(++m_number), .requests = m_number});
        BatchFacts facts{.state = BatchState::Draft};
        const BatchId id = m_library.add(
            Batch{.run = run, .facts = facts, .history = {{.state = BatchState::Draft}}});
        Batch batch = *m_library.batch(id);
        QFuture<Result<>> last;
        for (const BatchState state :
             {BatchState::Uploading, BatchState::Creating, BatchState::Running}) {
            batch.facts.state = state;
            batch.history.append({.state = state});
            last = m_library.save(batch);
        }
        last.then(this, [this, run, id, number = m_number](const Result<> &saved) {
            if (!saved)
                QCoreApplication::exit(2);
            PeerSide::say(run.toString().toLatin1() + ' ' + id.toString().toLatin1() + ' '
                          + QByteArray::number(number));
            next();
        });
    }

    SystemClock m_clock;
    Library m_library;
    int m_number = 0;
};

} // namespace

class tst_TwoProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesShowWithinASecond();
    void eachColumnIsItsLastWriters();
    void idsNeverCollide();
    void sameConnectionNameTwice();
    void startTogether();
    void killedAtAnyMoment();

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_TwoProcesses::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void tst_TwoProcesses::changesShowWithinASecond()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    const qsizetype builtIns = library.connectionIds().size();
    const RunId run = library.add(Run{.name = u"first"_s});
    const BatchId batch = library.add(Batch{.run = run});
    QVERIFY(await(library.flushed()));
    Peer peer({u"--program"_s, m_dir->path()});
    QCOMPARE(peer.line(), "open " + library.id().toLatin1());

    // The best of some: the computer may be busy with other tests.
    qint64 there = 10'000;
    qint64 back = 10'000;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        Run changed = *library.run(run);
        changed.name = u"ours%1"_s.arg(i);
        library.save(changed);
        QVERIFY(peer.hears("run r1 " + changed.name.toUtf8()));
        there = std::min(there, timer.elapsed());

        QSignalSpy spy(&library, &Library::runsChanged);
        timer.start();
        peer.send("name r1 theirs" + QByteArray::number(i));
        QTRY_COMPARE(library.run(run)->name, u"theirs%1"_s.arg(i));
        back = std::min(back, timer.elapsed());
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(spy.last().first().value<QList<RunId>>(), QList{run});
    }
    qInfo("there %lld ms, back %lld ms", there, back);
    QVERIFY(there < 1000);
    QVERIFY(back < 1000);

    Batch moved = *library.batch(batch);
    moved.facts.state = BatchState::Held;
    library.save(moved);
    QVERIFY(peer.hears("batch b1 held"));
    peer.send("wish r1");
    QTRY_COMPARE(library.wishes().size(), 1);
    QCOMPARE(library.wishes().first().kind, WishKind::Cancel);
    QCOMPARE(library.wishes().first().run, run);
    QVERIFY(peer.hears("wishes 1"));
    library.fulfil(library.wishes().first().id);
    QVERIFY(peer.hears("wishes 0"));
    QVERIFY(library.add(Connection{.name = u"new"_s}));
    QVERIFY(peer.hears("connections " + QByteArray::number(builtIns + 1)));
}

void tst_TwoProcesses::eachColumnIsItsLastWriters()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    const RunId run = library.add(Run{.name = u"first"_s});
    QVERIFY(await(library.flushed()));
    Peer peer({u"--program"_s, m_dir->path()});
    QVERIFY(peer.line().startsWith("open"));
    for (int i = 0; i < 10; ++i) {
        // Both change the run before they have seen the other's change.
        const QString name = u"name%1"_s.arg(i);
        peer.send("name r1 " + name.toUtf8());
        QVERIFY(peer.hears("run r1 " + name.toUtf8())); // in its memory; on disk about now
        Run changed = *library.run(run);
        changed.unread = !changed.unread;
        changed.description = u"text%1"_s.arg(i);
        QVERIFY(await(library.save(changed)));
        QTRY_COMPARE(library.run(run)->name, name);
        QCOMPARE(library.run(run)->description, changed.description);
        QCOMPARE(library.run(run)->unread, changed.unread);
    }
    SqlFile sql(library.absolute(u"library.db"_s));
    QCOMPARE(sql(u"SELECT name || ' ' || description FROM runs"_s).toString(), u"name9 text9"_s);
}

void tst_TwoProcesses::idsNeverCollide()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    Peer one({u"--program"_s, m_dir->path()});
    Peer two({u"--program"_s, m_dir->path()});
    QVERIFY(one.line().startsWith("open"));
    QVERIFY(two.line().startsWith("open"));
    QSet<QByteArray> ids;
    for (int round = 0; round < 5; ++round) {
        one.send("add 20");
        two.send("add 20");
        for (int i = 0; i < 20; ++i)
            ids.insert(library.add(Run{}).toString().toLatin1());
        for (Peer *const peer : {&one, &two}) {
            QByteArray line = peer->line();
            while (!line.isEmpty() && !line.startsWith("added"))
                line = peer->line();
            for (const QByteArray &id : line.split(' ').sliced(1))
                ids.insert(id);
        }
    }
    QCOMPARE(ids.size(), 300);
    QTRY_COMPARE(library.runIds().size(), 300);
    QVERIFY(!library.trouble());
}

void tst_TwoProcesses::sameConnectionNameTwice()
{
    Library library(m_dir->path(), m_clock);
    QVERIFY(library.open());
    const qsizetype builtIns = library.connectionIds().size();
    Peer peer({u"--program"_s, m_dir->path()});
    QVERIFY(peer.line().startsWith("open"));
    // Neither has seen the other's when it takes the name.
    peer.send("connection work");
    const Result<ConnectionId> ours = library.add(Connection{.name = u"work"_s});
    QVERIFY(ours);
    QCOMPARE(peer.line(), "new");
    QTRY_COMPARE(library.connectionIds().size(), builtIns + 2);
    QTRY_VERIFY(library.connectionByName(u"work"_s) && library.connectionByName(u"work-2"_s));
    QVERIFY(peer.hears("connections " + QByteArray::number(builtIns + 2)));
}

void tst_TwoProcesses::startTogether()
{
    // Four programs find an empty folder at the same time.
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 4; ++i)
        peers.push_back(
            std::make_unique<Peer>(QStringList{u"--program"_s, m_dir->filePath(u"new"_s)}));
    QSet<QByteArray> answers;
    for (const std::unique_ptr<Peer> &peer : peers)
        answers.insert(peer->line());
    QVERIFY2(answers.size() == 1 && (*answers.cbegin()).startsWith("open"),
             answers.values().join('|').constData());
    Library library(m_dir->filePath(u"new"_s), m_clock);
    QVERIFY(library.open());
    QCOMPARE(library.connectionIds().size(), 4); // each built-in one once
}

void tst_TwoProcesses::killedAtAnyMoment()
{
    QHash<RunId, std::pair<BatchId, int>> acknowledged;
    QRandomGenerator random(1);
    for (int round = 0; round < 50; ++round) {
        Peer writer({u"--writer"_s, m_dir->path()});
        QByteArray line = writer.line();
        QVERIFY(!line.isEmpty());
        QTest::qWait(random.bounded(20));
        writer.process().kill();
        QVERIFY(QTest::qWaitFor([&] { return writer.process().state() == QProcess::NotRunning; }));
        // A line counts once it is whole.
        QByteArrayList lines = writer.process().readAll().split('\n');
        lines.last() = line;
        for (const QByteArray &said : lines) {
            const QList<QByteArray> words = said.split(' ');
            acknowledged.insert(RunId{words.at(0).mid(1).toLongLong()},
                                {BatchId{words.at(1).mid(1).toLongLong()}, words.at(2).toInt()});
        }
        Library library(m_dir->path(), m_clock);
        const Result<> opened = library.open();
        QVERIFY2(opened, why(opened));
        for (const auto &[run, rest] : acknowledged.asKeyValueRange()) {
            const auto &[batchId, number] = rest;
            QVERIFY2(library.run(run), qPrintable(run.toString()));
            QCOMPARE(library.run(run)->name, u"n%1"_s.arg(number));
            QVERIFY(library.batch(batchId));
            QCOMPARE(library.batch(batchId)->run, run);
            QCOMPARE(library.batch(batchId)->facts.state, BatchState::Running);
        }
        // Whatever else is there is a whole step: a state and its history come together.
        for (const BatchId id : library.batchIds()) {
            const Batch &batch = *library.batch(id);
            QVERIFY(library.run(batch.run));
            QVERIFY(!batch.history.isEmpty());
            QCOMPARE(batch.history.last().state, batch.facts.state);
        }
        QCOMPARE(SqlFile(library.absolute(u"library.db"_s))(u"PRAGMA quick_check"_s).toString(),
                 u"ok"_s);
    }
    QVERIFY(acknowledged.size() >= 50);
    qInfo("%lld runs acknowledged", qint64(acknowledged.size()));
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--program"_L1)
        return Program(arguments.value(2)).run();
    if (arguments.value(1) == "--writer"_L1)
        return Writer(arguments.value(2)).run();
    tst_TwoProcesses test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_twoprocesses.moc"
