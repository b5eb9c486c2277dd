// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runmodel.h"

#include "models/modelrig.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using enum BatchState;

namespace {

/// The model as text: a line a row, the cells of the columns that say something of the run.
QStringList printed(const RunModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column :
             {RunModel::Name, RunModel::State, RunModel::Progress, RunModel::Requests,
              RunModel::Answered, RunModel::Submitted, RunModel::Checked})
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TstRunModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsTheRunsOfALibrary()
    {
        ModelRig rig;
        QVERIFY(rig.opened);
        rig.addRun(u"Draft"_s);
        const RunId running = rig.addRun(u"Half way"_s, 9000);
        Batch batch
            = *rig.library.batch(rig.addBatch(running, Running, {.succeeded = 4490, .failed = 10}));
        batch.nextCheckAt = rig.clock.now().addSecs(60);
        rig.library.save(batch);
        rig.clock.advance(std::chrono::seconds(20));
        RunModel model(rig.library, rig.clock, nullptr);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(
            printed(model),
            (QStringList{
                u"Draft | Draft | Not sent | 100 |  |  | "_s,
                u"Half way | Running | 4,500 of 9,000 | 9,000 | 4,490 · 10 failed | 20 s ago | 20 s ago, next in 40 s"_s,
            }));
        QCOMPARE(model.index(1, RunModel::Progress).data(ProgressRole).toDouble(), 0.5);
        QVERIFY(!model.index(0, RunModel::Progress).data(ProgressRole).isValid());
        QCOMPARE(model.index(1, RunModel::State).data(IconRole).toString(), u"state-running"_s);
        QCOMPARE(model.index(1, 0).data(IdRole).value<RunId>(), running);
    }
    void followsWithoutAReset()
    {
        ModelRig rig;
        RunModel model(rig.library, rig.clock, nullptr);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        const RunId first = rig.addRun(u"One"_s);
        const RunId second = rig.addRun(u"Two"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        const BatchId batch = rig.addBatch(second, Validating);
        QTRY_COMPARE(model.summary(second)->state, Validating);
        Batch changed = *rig.library.batch(batch);
        changed.facts.state = Running;
        rig.library.save(changed);
        QTRY_COMPARE(model.summary(second)->state, Running);
        QVERIFY(!changes.isEmpty());
        QCOMPARE(changes.last().at(0).toModelIndex().row(), model.rowOf(second));

        Run gone = *rig.library.run(first);
        gone.deleted = true;
        rig.library.save(gone);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(second), 0);
        QCOMPARE(model.rowOf(first), -1);
        gone.deleted = false; // Undo
        rig.library.save(gone);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.summary(first));
        QCOMPARE(resets.count(), 0);
    }
    void aThousandChangesAreToldInOneTurn()
    {
        ModelRig rig;
        QList<BatchId> batches;
        for (int i = 0; i < 1000; ++i)
            batches.append(rig.addBatch(rig.addRun(u"Run %1"_s.arg(i)), Queued));
        QTest::qWait(1);
        RunModel model(rig.library, rig.clock, nullptr);
        const QSignalSpy told(&rig.library, &Library::batchesChanged);
        for (const BatchId id : std::as_const(batches)) {
            Batch batch = *rig.library.batch(id);
            batch.facts.state = Running;
            rig.library.save(batch);
        }
        QTRY_COMPARE(model.summaryAt(999)->state, Running);
        QCOMPARE(told.count(), 1);
        QCOMPARE(model.underWay(), 1000);
    }
    void timeAloneChangesWordsOnly()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"One"_s);
        rig.addBatch(run, Completed, {.succeeded = 100});
        RunModel model(rig.library, rig.clock, nullptr);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        rig.clock.advance(std::chrono::minutes(7));
        model.tick();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{Qt::DisplayRole});
        QCOMPARE(model.index(0, RunModel::Submitted).data().toString(), u"7 min ago"_s);
    }
    void namesFromOutsideAreNoMarkupInToolTips()
    {
        ModelRig rig;
        rig.addRun(u"<img src=x>"_s);
        RunModel model(rig.library, rig.clock, nullptr);
        const QString tip = model.index(0, RunModel::Name).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u'<'), qPrintable(tip));
    }
    void anEndedRunStandsOutUntilItIsLookedAt()
    {
        ModelRig rig;
        const RunId id = rig.addRun(u"News"_s);
        Run run = *rig.library.run(id);
        run.unread = true;
        rig.library.save(run);
        RunModel model(rig.library, rig.clock, nullptr);
        QVERIFY(model.index(0, RunModel::Name).data(EmphasisRole).toBool());
        QCOMPARE(model.index(0, RunModel::Name).data(Qt::AccessibleTextRole).toString(),
                 u"News, not looked at yet"_s);
        run.unread = false;
        rig.library.save(run);
        QTRY_VERIFY(!model.index(0, RunModel::Name).data(EmphasisRole).toBool());
    }
};

QTEST_MAIN(TstRunModel)
#include "tst_runmodel.moc"
