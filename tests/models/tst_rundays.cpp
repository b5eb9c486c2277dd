// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rundays.h"

#include "models/modelrig.h"
#include "models/runmodel.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum BatchState;

namespace {

struct Rig : ModelRig {
    RunModel runs{library, clock, nullptr};
    RunDays days{runs};

    [[nodiscard]] QDate today() const { return clock.now().toLocalTime().date(); }
    /// One that ended so many days ago, at this hour of the local day.
    RunId ended(BatchState state, int daysAgo, RequestCounts counts = {}, int hour = 12)
    {
        const RunId run = addRun(u"run"_s);
        Batch batch = *library.batch(addBatch(run, state, counts));
        batch.facts.endedAt = QDateTime(today().addDays(-daysAgo), QTime(hour, 0)).toUTC();
        library.save(batch);
        return run;
    }
    void become(RunId run, BatchState state)
    {
        Batch batch = *library.batches(run).front();
        batch.facts.state = state;
        if (isTerminal(state))
            batch.facts.endedAt = clock.now();
        library.save(batch);
    }
    /// "-2: 3/1/0 0: 1/0/1": how many days ago, then well, with problems, uncertain.
    [[nodiscard]] QString printed(int last = 28)
    {
        QStringList list;
        for (const RunDay &day : days.until(today(), last))
            if (day.total() > 0)
                list.append(u"%1: %2/%3/%4"_s.arg(today().daysTo(day.day))
                                .arg(day.well)
                                .arg(day.problems)
                                .arg(day.uncertain));
        return list.join(u' ');
    }
};

} // namespace

class TstRunDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachRunIsOfTheDayItEndedOn()
    {
        Rig rig;
        rig.ended(Completed, 2, {.total = 100, .succeeded = 100});
        rig.ended(Completed, 2, {.total = 100, .succeeded = 98, .failed = 2});
        rig.ended(Completed, 2, {}, 0); // the first hour of the local day
        rig.ended(Failed, 1);
        rig.ended(Expired, 1);
        rig.ended(Cancelled, 1);
        rig.ended(Completed, 40); // too long ago
        static_cast<void>(rig.addBatch(rig.addRun(u"doubt"_s), Unknown));
        static_cast<void>(rig.addBatch(rig.addRun(u"on its way"_s), Running));
        static_cast<void>(rig.addRun(u"draft"_s));
        QTRY_COMPARE(rig.runs.rowCount(), 10);
        QTRY_COMPARE(rig.printed(), u"-2: 2/1/0 -1: 0/3/0 0: 0/0/1"_s);
        QCOMPARE(rig.days.until(rig.today(), 28).size(), 28);
        QCOMPARE(rig.days.until(rig.today(), 28).first().day, rig.today().addDays(-27));
        // Tomorrow the oldest falls out.
        QCOMPARE(rig.days.until(rig.today().addDays(26), 28).first().well, 0);
    }
    void followsWhatBecomesOfARun()
    {
        Rig rig;
        const RunId run = rig.addRun(u"run"_s);
        static_cast<void>(rig.addBatch(run, Running));
        QTRY_COMPARE(rig.runs.rowCount(), 1);
        QCOMPARE(rig.printed(), QString());
        const QSignalSpy changed(&rig.days, &RunDays::changed);
        rig.become(run, Unknown);
        QTRY_COMPARE(rig.printed(), u"0: 0/0/1"_s);
        rig.become(run, Completed);
        QTRY_COMPARE(rig.printed(), u"0: 1/0/0"_s);
        QCOMPARE(changed.size(), 2);
        // The bin, and back.
        Run binned = *rig.library.run(run);
        binned.deleted = true;
        rig.library.save(binned);
        QTRY_COMPARE(rig.printed(), QString());
        binned.deleted = false;
        rig.library.save(binned);
        QTRY_COMPARE(rig.printed(), u"0: 1/0/0"_s);
        // What changes nothing of it is not told, nor is the passing of time.
        const qsizetype told = changed.size();
        Run renamed = *rig.library.run(run);
        renamed.name = u"another"_s;
        rig.library.save(renamed);
        QTRY_COMPARE(rig.runs.summary(run)->name, u"another"_s);
        rig.clock.advance(2s);
        rig.runs.tick();
        QCOMPARE(changed.size(), told);
    }
    void thousandsOfRunsAreCheap()
    {
        Rig rig;
        constexpr int many = 3'000;
        for (int i = 0; i < many; ++i)
            rig.ended(i % 7 == 0 ? Failed : Completed, i % 60);
        QTRY_COMPARE_WITH_TIMEOUT(rig.runs.rowCount(), many, 60'000);
        QElapsedTimer timer;
        timer.start();
        static_cast<void>(rig.printed());
        const qint64 first = timer.nsecsElapsed() / 1000;
        timer.start();
        constexpr int times = 100;
        for (int i = 0; i < times; ++i)
            static_cast<void>(rig.days.until(rig.today(), 28));
        const qint64 again = timer.nsecsElapsed() / 1000 / times;
        qInfo("%lld us for the first time, %lld us again", first, again);
        QVERIFY(first < 100'000);
        QVERIFY(again < 1000);
    }
};

QTEST_MAIN(TstRunDays)
#include "tst_rundays.moc"
