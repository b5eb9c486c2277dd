// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/progresslog.h"

#include "models/modelrig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Rig : ModelRig {
    QDateTime begin = clock.now();

    /// So many seconds after the beginning the provider says so much of a batch.
    void look(BatchId id, int second, qint64 succeeded, qint64 failed = 0)
    {
        Batch batch = *library.batch(id);
        batch.facts.counts = {.total = batch.requests, .succeeded = succeeded, .failed = failed};
        batch.checkedAt = begin.addSecs(second);
        library.save(batch);
        QCoreApplication::processEvents(); // each is seen, as they are minutes apart
    }
    /// "60: 10/1": second, done, failed of them.
    [[nodiscard]] QString printed(const ProgressLog &log) const
    {
        QStringList points;
        const ProgressLine line = log.line();
        for (const ProgressPoint &point : line.points())
            points.append(
                u"%1: %2/%3"_s.arg(begin.secsTo(point.at)).arg(point.done).arg(point.failed));
        return points.join(u", "_s);
    }
    [[nodiscard]] BatchId running(const QString &name)
    {
        const RunId run = addRun(name);
        Batch batch;
        batch.run = run;
        batch.connection = library.run(run)->connection;
        batch.requests = 100;
        batch.facts.state = BatchState::Running;
        batch.facts.remoteId = name;
        batch.submittedAt = begin;
        return library.add(batch);
    }
    [[nodiscard]] RunId runOf(BatchId batch) const { return library.batch(batch)->run; }
};

} // namespace

class TstProgressLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasBeforeIsRecalled()
    {
        Rig rig;
        const BatchId batch = rig.running(u"one"_s);
        for (const auto &[second, done] : {std::pair(10, 0), std::pair(20, 10), std::pair(30, 10),
                                           std::pair(40, 10), std::pair(50, 30)})
            rig.look(batch, second, done);
        ProgressLog log(rig.library); // the window is opened only now
        const QSignalSpy recalled(&log, &ProgressLog::recalled);
        log.follow(rig.runOf(batch));
        QTRY_COMPARE(recalled.size(), 1);
        const QString before = u"0: 0/0, 10: 0/0, 20: 10/0, 40: 10/0, 50: 30/0"_s;
        QCOMPARE(rig.printed(log), before);
        // And it goes on from there; the same is not asked for again.
        log.follow(rig.runOf(batch));
        rig.look(batch, 60, 30);
        rig.look(batch, 70, 60, 5);
        QTRY_COMPARE(rig.printed(log), before + u", 60: 30/0, 70: 65/5"_s);
        QCOMPARE(recalled.size(), 1);
        // Another life knows exactly the same.
        ProgressLog other(rig.library);
        other.follow(rig.runOf(batch));
        QTRY_COMPARE(rig.printed(other), rig.printed(log));
    }
    void theLastLookIsTheEndOfALevelLine()
    {
        Rig rig;
        const BatchId batch = rig.running(u"one"_s);
        rig.look(batch, 10, 20);
        ProgressLog log(rig.library);
        log.follow(rig.runOf(batch));
        rig.look(batch, 500, 20);
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 10: 20/0, 500: 20/0"_s);
    }
    void batchesAreTakenTogether()
    {
        Rig rig;
        const BatchId one = rig.running(u"one"_s);
        Batch second = *rig.library.batch(one);
        second.firstRequest = 100;
        second.facts.remoteId = u"two"_s;
        const BatchId two = rig.library.add(second);
        rig.look(one, 10, 10, 1);
        rig.look(two, 20, 20);
        rig.look(one, 30, 50, 1);
        ProgressLog log(rig.library);
        log.follow(rig.runOf(one));
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 10: 11/1, 20: 31/1, 30: 71/1"_s);
        rig.look(two, 40, 100);
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 10: 11/1, 20: 31/1, 30: 71/1, 40: 151/1"_s);
    }
    void theEndIsWhereTheProviderSaysItWas()
    {
        Rig rig;
        const BatchId id = rig.running(u"one"_s);
        rig.look(id, 10, 10);
        rig.look(id, 20, 50);
        Batch batch = *rig.library.batch(id);
        batch.facts.state = BatchState::Completed;
        batch.facts.counts = {.total = 100, .succeeded = 100};
        batch.facts.endedAt = rig.begin.addSecs(100);
        batch.checkedAt = rig.begin.addSecs(600);
        rig.library.save(batch);
        ProgressLog log(rig.library);
        log.follow(rig.runOf(id));
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 10: 10/0, 20: 50/0, 100: 100/0"_s);
    }
    void anotherRunIsAnotherLine()
    {
        Rig rig;
        const BatchId one = rig.running(u"one"_s);
        const BatchId two = rig.running(u"two"_s);
        rig.look(one, 10, 10);
        rig.look(two, 20, 20);
        ProgressLog log(rig.library);
        log.follow(rig.runOf(one));
        log.follow(rig.runOf(two)); // before the first was recalled
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 20: 20/0"_s);
        rig.look(one, 30, 30);
        QTest::qWait(20);
        QCOMPARE(rig.printed(log), u"0: 0/0, 20: 20/0"_s);
        log.follow(rig.runOf(one));
        QTRY_COMPARE(rig.printed(log), u"0: 0/0, 10: 10/0, 30: 30/0"_s);
    }
    void daysOfLookingStaySmall()
    {
        Rig rig;
        const BatchId batch = rig.running(u"one"_s);
        ProgressLog log(rig.library);
        const QSignalSpy recalled(&log, &ProgressLog::recalled);
        log.follow(rig.runOf(batch));
        constexpr int looks = 600;
        for (int i = 1; i <= looks; ++i)
            rig.look(batch, i * 60, i);
        QTRY_VERIFY_WITH_TIMEOUT(recalled.size() > 1, 60'000);
        QVERIFY(log.line().points().size() <= ProgressLine::mostPoints);
        QCOMPARE(log.line().points().last().done, looks);
        QCOMPARE(log.line().points().first().at, rig.begin);
    }
};

QTEST_MAIN(TstProgressLog)
#include "tst_progresslog.moc"
