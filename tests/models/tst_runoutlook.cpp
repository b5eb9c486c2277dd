// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runoutlook.h"

#include "harmwatch.h"
#include "models/modelrig.h"
#include "models/nextstep.h"
#include "models/runfiltermodel.h"
#include "models/runmodel.h"
#include "profiles/profile.h"
#include "widgets/messagearea.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum BatchState;

namespace {

struct Rig : ModelRig {
    Profiles profiles = Profiles::load().value();

    /// Runs of OpenAI, whose profile says how long results are kept.
    ConnectionId openAi = library
                              .add(Connection{.id = {},
                                              .name = u"work"_s,
                                              .profile = u"openai"_s,
                                              .baseUrl = {},
                                              .keyVariable = {},
                                              .settings = {},
                                              .colour = {}})
                              .value();

    RunId put(const QString &name, BatchState state, void (*change)(Run &, Batch &) = nullptr)
    {
        Run run;
        run.name = name;
        run.requests = 1000;
        run.connection = openAi;
        run.createdAt = clock.now();
        Batch batch;
        batch.connection = openAi;
        batch.requests = 1000;
        batch.facts.state = state;
        batch.facts.remoteId = u"batch"_s;
        batch.facts.createdAt = batch.submittedAt = batch.checkedAt = clock.now();
        batch.facts.resultsComplete = isTerminal(state);
        if (isTerminal(state))
            batch.facts.endedAt = clock.now();
        if (change)
            change(run, batch);
        batch.run = library.add(run);
        if (state != Draft)
            static_cast<void>(library.add(batch));
        return batch.run;
    }
};

/// Name, and what it wants of a person, in the order of the window.
QStringList printed(const RunModel &runs)
{
    RunFilterModel sorted;
    sorted.setSourceModel(const_cast<RunModel *>(&runs));
    sorted.sort(RunModel::WhatNow);
    QStringList lines;
    for (int row = 0; row < sorted.rowCount(); ++row)
        lines.append(sorted.index(row, RunModel::Name).data().toString() + u": "_s
                     + sorted.index(row, RunModel::WhatNow).data().toString());
    return lines;
}

} // namespace

class TstRunOutlook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatNeedsAPersonComesFirst()
    {
        Rig rig;
        rig.put(u"old"_s, Completed);
        rig.clock.advance(1min);
        rig.put(u"draft"_s, Draft);
        rig.put(u"runs"_s, Running);
        rig.put(u"news"_s, Completed, [](Run &run, Batch &batch) {
            run.unread = true;
            batch.facts.counts.failed = 3;
        });
        rig.put(u"ends soon"_s, Running, [](Run &, Batch &batch) {
            batch.facts.expiresAt = batch.facts.createdAt.addSecs(2 * 3600);
            batch.facts.createdAt = batch.facts.createdAt.addSecs(-22 * 3600);
            batch.facts.counts.succeeded = 610;
        });
        rig.put(u"deleted sooner"_s, Completed, [](Run &run, Batch &batch) {
            run.unread = true;
            batch.facts.resultsComplete = false;
            batch.facts.endedAt = batch.facts.endedAt.addSecs(-30 * 24 * 3600 + 3600);
        });
        rig.put(u"in doubt"_s, Unknown);
        rig.clock.advance(1min);
        rig.put(u"no key"_s, Failed, [](Run &, Batch &batch) {
            batch.facts.error = Error{.kind = ErrorKind::Unauthorised};
        });
        rig.clock.advance(-1min);
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        QCOMPARE(printed(runs),
                 (QStringList{
                     u"no key: Key refused. Replace the key"_s,
                     u"in doubt: Uncertain whether it was taken. Check now"_s,
                     u"deleted sooner: Results are deleted in 60 min. Fetch them"_s,
                     u"ends soon: Window ends in 2 h at 61 %"_s,
                     u"news: Ended, 3 failed. Look at the results"_s,
                     u"runs: No estimate yet"_s,
                     u"draft: Submit it when it is ready"_s,
                     u"old: "_s,
                 }));
    }
    void failuresThatWereSeenGetOld()
    {
        Rig rig;
        const RunId id = rig.put(u"failed"_s, Failed);
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        QCOMPARE(runs.summary(id)->urgency, Urgency::NeedsYou);
        rig.clock.advance(8 * 24h);
        runs.tick();
        QCOMPARE(runs.summary(id)->urgency, Urgency::Rest);
        Run run = *rig.library.run(id);
        run.unread = true;
        rig.library.save(run);
        QTRY_COMPARE(runs.summary(id)->urgency, Urgency::NeedsYou);
    }
    void whatPassesByItselfNeedsNobody()
    {
        Rig rig;
        const RunId id = rig.put(u"offline"_s, Running, [](Run &, Batch &batch) {
            batch.facts.error = Error{.kind = ErrorKind::Offline};
        });
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        QCOMPARE(runs.summary(id)->urgency, Urgency::UnderWay);
        QCOMPARE(printed(runs),
                 QStringList{u"offline: The provider cannot be reached. It is tried again"_s});
    }
    void timeLeftIsToldByItsOwnPaceWithoutAPast()
    {
        Rig rig;
        rig.put(u"runs"_s, Running, [](Run &, Batch &batch) {
            batch.facts.counts.succeeded = 400;
            batch.facts.startedAt = batch.checkedAt.addSecs(-800);
        });
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        QCOMPARE(printed(runs), QStringList{u"runs: About 20 min left, at its pace so far"_s});
        rig.clock.advance(21min);
        runs.tick();
        QCOMPARE(printed(runs), QStringList{u"runs: Should end soon"_s});
    }
    void timeLeftIsToldFromThePast()
    {
        Rig rig;
        for (int i = 0; i < 3; ++i) {
            rig.put(u"past"_s, Completed, [](Run &run, Batch &batch) {
                run.deleted = true; // its past counts all the same
                batch.facts.endedAt = batch.facts.createdAt.addSecs(1000);
            });
        }
        const RunId id = rig.put(u"runs"_s, Running,
                                 [](Run &, Batch &batch) { batch.facts.counts.succeeded = 400; });
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        QCOMPARE(printed(runs), QStringList{u"runs: About 10 min left, by 3 earlier one(s)"_s});
        rig.clock.advance(7min);
        runs.tick();
        QCOMPARE(printed(runs), QStringList{u"runs: About 3 min left, by 3 earlier one(s)"_s});
        rig.clock.advance(7min);
        runs.tick();
        QCOMPARE(printed(runs), QStringList{u"runs: Takes longer than usual"_s});
        Batch batch = *rig.library.batches(id).front();
        batch.facts.state = Completed;
        batch.facts.endedAt = rig.clock.now();
        batch.facts.resultsComplete = true;
        rig.library.save(batch);
        QTRY_COMPARE(printed(runs), QStringList{u"runs: "_s});
    }
    void aDeadlineComesByTimeAloneAndIsToldOnce()
    {
        Rig rig;
        const RunId id = rig.put(u"runs"_s, Running, [](Run &, Batch &batch) {
            batch.facts.expiresAt = batch.facts.createdAt.addSecs(24 * 3600);
            batch.facts.counts.succeeded = 500;
        });
        RunModel runs(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        MessageArea messages;
        HarmWatch watch(rig.library, runs, messages);
        const QSignalSpy told(&watch, &HarmWatch::told);
        QTest::qWait(10);
        QCOMPARE(told.count(), 0);
        QCOMPARE(runs.summary(id)->urgency, Urgency::UnderWay);
        rig.clock.advance(22h);
        runs.tick();
        QCOMPARE(runs.summary(id)->urgency, Urgency::Deadline);
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.first().at(0).value<RunId>(), id);
        QCOMPARE(told.first().at(2).toString(), u"Window ends in 2 h at 50 %"_s);
        QCOMPARE(messages.texts(), QStringList{u"“runs”: Window ends in 2 h at 50 %"_s});
        QCOMPARE(rig.library.run(id)->warned, QStringList{u"window"_s});
        rig.clock.advance(30min);
        runs.tick();
        RunModel again(rig.library, rig.clock, nullptr, nullptr, &rig.profiles);
        HarmWatch other(rig.library, again, messages); // as after a restart
        const QSignalSpy toldAgain(&other, &HarmWatch::told);
        QTest::qWait(10);
        QCOMPARE(told.count() + toldAgain.count(), 1);
    }
    void keptResultsAreAsTheConnectionAsksFor()
    {
        Rig rig;
        QCOMPARE(keptResults(rig.library, rig.profiles, rig.openAi), 30 * 24h);
        Connection connection = *rig.library.connection(rig.openAi);
        connection.settings = {{u"output_expires_after"_s, u"7200"_s}};
        QVERIFY(rig.library.save(connection));
        QCOMPARE(keptResults(rig.library, rig.profiles, rig.openAi), 2h);
        const ConnectionId practice = rig.library.connectionByName(u"practice-files"_s)->id;
        QCOMPARE(keptResults(rig.library, rig.profiles, practice), 0s);
        QCOMPARE(keptResults(rig.library, rig.profiles, {}), 0s);
    }
};

QTEST_MAIN(TstRunOutlook)
#include "tst_runoutlook.moc"
