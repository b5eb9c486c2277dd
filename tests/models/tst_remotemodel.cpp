// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remotemodel.h"

#include "models/modelrig.h"
#include "models/scriptedlist.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using enum BatchState;

namespace {

/// A line a row, all cells.
QStringList printed(const RemoteModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < RemoteModel::ColumnsEnd; ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

ConnectionId practice(const ModelRig &rig)
{
    return rig.library.connectionByName(u"practice-files"_s)->id;
}

} // namespace

class TstRemoteModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsThereAndWhatIsOurs()
    {
        ModelRig rig;
        const RunId run = rig.addRun(u"Survey"_s);
        rig.addBatch(run, Running); // batch_r1
        RemoteModel model(rig.library, rig.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setConnection(practice(rig));
        RemoteBatch ours = ScriptedList::batch(u"batch_r1"_s, Running, u"in_progress"_s,
                                               {.total = 1200, .succeeded = 10, .failed = 2});
        ours.name = u"Spring"_s;
        ours.facts.createdAt = rig.clock.now().addSecs(-120);
        model.replace({ours, ScriptedList::batch(u"batch_x"_s, Completed, u"completed"_s)});
        QCOMPARE(printed(model),
                 (QStringList{u"batch_r1 | Spring | in_progress | Running | 1,200 | 10 | 2 | 2 min "
                              "ago | r1 · Survey"_s,
                              u"batch_x |  | completed | Completed |  |  |  |  | "_s}));
        QCOMPARE(model.index(0, RemoteModel::State).data(IconRole).toString(), u"state-running"_s);
        QCOMPARE(model.index(0, RemoteModel::OurRun).data(IdRole).value<RunId>(), run);
        QVERIFY(model.index(0, RemoteModel::OurRun).data(LinkRole).toBool());
        QVERIFY(!model.index(1, RemoteModel::OurRun).data(LinkRole).toBool());
        QCOMPARE(model.index(0, RemoteModel::Id).data(Qt::AccessibleTextRole).toString(),
                 u"batch_r1, followed here"_s);
        QCOMPARE(model.ours(), 1);
        QVERIFY(model.hasNames());
    }
    void aBatchOfAnotherConnectionIsNotOurs()
    {
        ModelRig rig;
        rig.addBatch(rig.addRun(u"Survey"_s), Running);
        RemoteModel model(rig.library, rig.clock);
        model.setConnection(rig.library.connectionByName(u"practice-inline"_s)->id);
        model.replace({ScriptedList::batch(u"batch_r1"_s, Running, u"in_progress"_s)});
        QCOMPARE(model.ours(), 0);
    }
    void followsTheLibraryAboutWhatIsOurs()
    {
        ModelRig rig;
        RemoteModel model(rig.library, rig.clock);
        model.setConnection(practice(rig));
        model.replace({ScriptedList::batch(u"batch_r1"_s, Running, u"in_progress"_s)});
        QCOMPARE(model.ours(), 0);
        const RunId run = rig.addRun(u"Taken over"_s);
        rig.addBatch(run, Running);
        QTRY_COMPARE(model.index(0, RemoteModel::OurRun).data().toString(), u"r1 · Taken over"_s);
        Run gone = *rig.library.run(run);
        gone.deleted = true;
        rig.library.save(gone);
        QTRY_COMPARE(model.index(0, RemoteModel::OurRun).data().toString(), u"r1, in the bin"_s);
        QVERIFY(!model.index(0, RemoteModel::OurRun).data(LinkRole).toBool());
    }
    void replacingKeepsTheRowsThatAreListedAgain()
    {
        ModelRig rig;
        RemoteModel model(rig.library, rig.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setConnection(practice(rig));
        model.replace({ScriptedList::batch(u"a"_s, Running, u"in_progress"_s),
                       ScriptedList::batch(u"b"_s, Running, u"in_progress"_s)});
        const QPersistentModelIndex b(model.index(1, 0));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.replace({ScriptedList::batch(u"c"_s, Queued, u"queued"_s),
                       ScriptedList::batch(u"b"_s, Completed, u"completed"_s)});
        QVERIFY(b.isValid());
        QCOMPARE(b.data().toString(), u"b"_s);
        QCOMPARE(b.sibling(b.row(), RemoteModel::State).data().toString(), u"Completed"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(u"c"_s), 1);
        QCOMPARE(model.rowOf(u"a"_s), -1);
        QCOMPARE(resets.count(), 0);
    }
    void aBatchThatIsListedTwiceIsOneRow()
    {
        ModelRig rig;
        RemoteModel model(rig.library, rig.clock);
        model.setConnection(practice(rig));
        model.append({ScriptedList::batch(u"a"_s, Running, u"in_progress"_s),
                      ScriptedList::batch(u"a"_s, Completed, u"completed"_s)});
        model.append({ScriptedList::batch(u"a"_s, Failed, u"failed"_s)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, RemoteModel::State).data().toString(), u"Failed"_s);
    }
};

QTEST_GUILESS_MAIN(TstRemoteModel)
#include "tst_remotemodel.moc"
