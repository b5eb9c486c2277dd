// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/leases.h"
#include "library/library.h"

#include "library/await.h"
#include "library/peer.h"
#include "library/peerside.h"
#include "library/sqlfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Leases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneProgramHasIt();
    void leaseOfAKilledProgramIsFree();
    void stoppedProgramLosesItAndMayNotWrite();
    void othersRowsAreThereWithTheLease();
    void whoseLease_data();
    void whoseLease();
    void leaseIsRenewedOrLost();
    void closingGivesUp();
    void unknownConnectionHasNoLease();
    void processIsGone_data();
    void processIsGone();

private:
    QString file() const { return m_dir->filePath(u"library.db"_s); }
    QByteArray connection() const { return QByteArray::number(m_connection.value); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    ConnectionId m_connection;
    RunId m_run;
    BatchId m_batch;
};

namespace {

/// take C, give C, set BATCH RAWSTATUS, show BATCH
int peerMain(const QString &folder)
{
    const SystemClock clock;
    Library library(folder, clock);
    if (const Result<> opened = library.open(); !opened) {
        PeerSide::say("failed " + opened.error().message.toUtf8());
        return 1;
    }
    QObject::connect(&library, &Library::leaseLost, &library, [](ConnectionId id) {
        PeerSide::say("lost " + QByteArray::number(id.value));
    });
    const PeerSide side([&](const QByteArray &line) {
        const QList<QByteArray> words = line.split(' ');
        const qint64 id = words.at(1).toLongLong();
        if (words.first() == "take") {
            library.takeLease({id}).then(&library, [](const Result<bool> &taken) {
                PeerSide::say(!taken ? "error" : *taken ? "taken" : "not free");
            });
        } else if (words.first() == "give") {
            library.giveUpLease({id}).then(&library,
                                           [](const Result<> &) { PeerSide::say("given"); });
        } else if (words.first() == "set") {
            Batch batch = *library.batch({id});
            batch.facts.rawStatus = QString::fromUtf8(words.at(2));
            library.save(batch).then(&library, [](const Result<> &saved) {
                PeerSide::say(saved ? QByteArray("saved") : saved.error().code.toUtf8());
            });
        } else if (words.first() == "show") {
            PeerSide::say(library.batch({id})->facts.rawStatus.toUtf8());
        }
    });
    PeerSide::say("open");
    return QCoreApplication::exec();
}

} // namespace

void tst_Leases::init()
{
    m_library.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_library = std::make_unique<Library>(m_dir->path(), m_clock);
    QVERIFY(m_library->open());
    m_connection = m_library->connectionIds().first();
    m_run = m_library->add(Run{.connection = m_connection});
    m_batch = m_library->add(Batch{.run = m_run,
                                   .connection = m_connection,
                                   .facts = {.state = BatchState::Running, .rawStatus = u"one"_s}});
    QVERIFY(await(m_library->flushed()));
}

void tst_Leases::oneProgramHasIt()
{
    Peer peer({u"--peer"_s, m_dir->path()});
    QCOMPARE(peer.line(), "open");
    QCOMPARE(peer.ask("take " + connection()), "taken");
    QCOMPARE(peer.ask("take " + connection()), "taken"); // has it still
    Result<bool> taken = await(m_library->takeLease(m_connection));
    QVERIFY2(taken, why(taken));
    QVERIFY(!*taken);
    QVERIFY(!m_library->holdsLease(m_connection));
    // Another connection is another lease.
    const ConnectionId other = m_library->connectionIds().last();
    QVERIFY(await(m_library->takeLease(other)).value_or(false));
    QVERIFY(m_library->holdsLease(other));
    QCOMPARE(peer.ask("take " + QByteArray::number(other.value)), "not free");

    QCOMPARE(peer.ask("give " + connection()), "given");
    QVERIFY(await(m_library->takeLease(m_connection)).value_or(false));
    QVERIFY(m_library->holdsLease(m_connection));
    QCOMPARE(peer.ask("take " + connection()), "not free");
    QVERIFY(await(m_library->giveUpLease(m_connection)));
    QVERIFY(!m_library->holdsLease(m_connection));
    QCOMPARE(peer.ask("take " + connection()), "taken");
}

void tst_Leases::leaseOfAKilledProgramIsFree()
{
    Peer peer({u"--peer"_s, m_dir->path()});
    QCOMPARE(peer.line(), "open");
    QCOMPARE(peer.ask("take " + connection()), "taken");
    QVERIFY(!await(m_library->takeLease(m_connection)).value_or(true));
    peer.process().kill();
    QTRY_COMPARE(peer.process().state(), QProcess::NotRunning);
    QVERIFY(await(m_library->takeLease(m_connection)).value_or(false));
}

void tst_Leases::stoppedProgramLosesItAndMayNotWrite()
{
    Peer peer({u"--peer"_s, m_dir->path()});
    QCOMPARE(peer.line(), "open");
    QCOMPARE(peer.ask("take " + connection()), "taken");
    QCOMPARE(peer.ask("set 1 two"), "saved");
    const auto pid = pid_t(peer.process().processId());
    ::kill(pid, SIGSTOP);
    // Alive and silent for longer than a lease lives.
    SqlFile{file()}(u"UPDATE leases SET heartbeat_boot = heartbeat_boot - 16000"_s);
    QVERIFY(await(m_library->takeLease(m_connection)).value_or(false));
    QTRY_COMPARE(m_library->batch(m_batch)->facts.rawStatus, u"two"_s);
    peer.send("set 1 stale");
    ::kill(pid, SIGCONT);
    QCOMPARE(peer.line(), "stale");
    QVERIFY(peer.hears("lost " + connection())); // with the next renewal
    QCOMPARE(peer.ask("show 1"), "two"); // what is stored, not what it tried

    Batch batch = *m_library->batch(m_batch);
    QCOMPARE(batch.facts.rawStatus, u"two"_s);
    batch.facts.rawStatus = u"three"_s;
    const Result<> saved = await(m_library->save(batch));
    QVERIFY2(saved, why(saved));
}

void tst_Leases::othersRowsAreThereWithTheLease()
{
    Peer peer({u"--peer"_s, m_dir->path()});
    QCOMPARE(peer.line(), "open");
    for (int round = 0; round < 20; ++round) {
        const QByteArray status = "s" + QByteArray::number(round);
        QCOMPARE(peer.ask("take " + connection()), "taken");
        QCOMPARE(peer.ask("set 1 " + status), "saved");
        QCOMPARE(peer.ask("give " + connection()), "given");
        std::optional<QString> seen;
        const QFuture<void> done
            = m_library->takeLease(m_connection).then(this, [&](const Result<bool> &taken) {
                  if (taken.value_or(false))
                      seen = m_library->batch(m_batch)->facts.rawStatus;
              });
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(seen, QString::fromLatin1(status));
        QVERIFY(await(m_library->giveUpLease(m_connection)));
    }
}

void tst_Leases::whoseLease_data()
{
    QTest::addColumn<QString>("change"); // to a lease of another, living program
    QTest::addColumn<bool>("free");
    QTest::newRow("fresh") << u""_s << false;
    QTest::newRow("14 s old") << u"heartbeat_boot = heartbeat_boot - 14000"_s << false;
    QTest::newRow("16 s old") << u"heartbeat_boot = heartbeat_boot - 16000"_s << true;
    // The wall clock says nothing on this computer.
    QTest::newRow("wall clock was set") << u"heartbeat_at = heartbeat_at - 86400000"_s << false;
    QTest::newRow("other computer, fresh") << u"boot_id = 'x', heartbeat_boot = 0"_s << false;
    QTest::newRow("other computer, 10 s")
        << u"boot_id = 'x', heartbeat_at = heartbeat_at - 10000"_s << false;
    QTest::newRow("other computer, 20 s")
        << u"boot_id = 'x', heartbeat_at = heartbeat_at - 20000"_s << true;
    QTest::newRow("other computer, clock 30 s ahead")
        << u"boot_id = 'x', heartbeat_at = heartbeat_at + 30000"_s << false;
    QTest::newRow("from far in the future")
        << u"boot_id = 'x', heartbeat_at = heartbeat_at + 9000000"_s << true;
    QTest::newRow("pid is another process now") << u"started = started + 1"_s << true;
    QTest::newRow("pid that nobody has") << u"pid = 2147483646"_s << true;
    QTest::newRow("pid in another container")
        << u"pid = 2147483646, pid_namespace = 'pid:[1]'"_s << false;
}

void tst_Leases::whoseLease()
{
    QFETCH(QString, change);
    QFETCH(bool, free);
    ProcessIdentity other = ProcessIdentity::ofThisProcess(); // lives, and is not this library
    SqlFile sql(file());
    sql(u"BEGIN IMMEDIATE"_s);
    QVERIFY(Leases::take(sql.database(), m_connection, other).value_or(false));
    if (!change.isEmpty())
        QCOMPARE(sql(u"UPDATE leases SET "_s + change), QVariant());
    sql(u"COMMIT"_s);
    const ProcessIdentity me = ProcessIdentity::ofThisProcess();
    QCOMPARE(Leases::isHeldElsewhere(sql.database(), m_connection, me), Result<bool>(!free));
    const Result<bool> taken = await(m_library->takeLease(m_connection));
    QVERIFY2(taken, why(taken));
    QCOMPARE(*taken, free);
}

void tst_Leases::leaseIsRenewedOrLost()
{
    const ConnectionId other = m_library->connectionIds().last();
    QVERIFY(await(m_library->takeLease(m_connection)).value_or(false));
    QVERIFY(await(m_library->takeLease(other)).value_or(false));
    SqlFile sql(file());
    sql(u"UPDATE leases SET heartbeat_boot = 1, heartbeat_at = 1 WHERE connection_id = ?"_s,
        {m_connection.value});
    sql(u"UPDATE leases SET token = 'other' WHERE connection_id = ?"_s, {other.value});
    QSignalSpy spy(m_library.get(), &Library::leaseLost);
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 10'000);
    QCOMPARE(spy.first().first().value<ConnectionId>(), other);
    QVERIFY(!m_library->holdsLease(other));
    QVERIFY(m_library->holdsLease(m_connection));
    QTRY_VERIFY(sql(u"SELECT heartbeat_boot FROM leases WHERE token <> 'other'"_s).toLongLong()
                > 1);
    QVERIFY(sql(u"SELECT heartbeat_at FROM leases WHERE token <> 'other'"_s).toLongLong() > 1);
}

void tst_Leases::closingGivesUp()
{
    QVERIFY(await(m_library->takeLease(m_connection)).value_or(false));
    m_library.reset();
    SqlFile sql(file());
    QCOMPARE(sql(u"SELECT count(*) FROM leases"_s).toInt(), 0);
    QCOMPARE(sql(u"SELECT count(*) FROM processes"_s).toInt(), 0);
}

void tst_Leases::unknownConnectionHasNoLease()
{
    QVERIFY(!await(m_library->takeLease({4711})));
    QVERIFY(!m_library->holdsLease({4711}));
}

void tst_Leases::processIsGone_data()
{
    QTest::addColumn<std::function<void(ProcessIdentity &)>>("change");
    QTest::addColumn<bool>("gone");
    const auto row = [](const char *name, std::function<void(ProcessIdentity &)> change,
                        bool gone) { QTest::newRow(name) << change << gone; };
    row("this one", [](ProcessIdentity &) {}, false);
    row("no such pid", [](ProcessIdentity &other) { other.pid = 2147483646; }, true);
    row("start not known", [](ProcessIdentity &other) { other.started = 0; }, false);
    row("pid reused", [](ProcessIdentity &other) { other.started -= 1; }, true);
    row(
        "earlier boot",
        [](ProcessIdentity &other) {
            other.pid = 2147483646;
            other.bootId = u"x"_s;
        },
        false);
    row(
        "other container",
        [](ProcessIdentity &other) {
            other.pid = 2147483646;
            other.pidNamespace = u"x"_s;
        },
        false);
    row("no pid", [](ProcessIdentity &other) { other.pid = 0; }, false);
    row("all processes", [](ProcessIdentity &other) { other.pid = -1; }, false);
}

void tst_Leases::processIsGone()
{
    QFETCH(std::function<void(ProcessIdentity &)>, change);
    QFETCH(bool, gone);
    const ProcessIdentity me = ProcessIdentity::ofThisProcess();
    QVERIFY(me.pid > 0);
    QVERIFY(me.started > 0);
    QVERIFY(!me.bootId.isEmpty());
    QVERIFY(!me.pidNamespace.isEmpty());
    QVERIFY(me.token != ProcessIdentity::ofThisProcess().token);
    ProcessIdentity other = me;
    change(other);
    QCOMPARE(isGone(other, me), gone);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        arguments.value(1) == "--peer"_L1)
        return peerMain(arguments.value(2));
    tst_Leases test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leases.moc"
