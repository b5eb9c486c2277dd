// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runfiltermodel.h"

#include "models/modelrig.h"
#include "models/runmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using enum BatchState;
using Group = RunFilter::Group;

namespace {

RunFilter of(Group group)
{
    return {.text = {}, .group = group, .connection = {}, .tag = {}};
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, RunModel::Name).data().toString());
    return names;
}

} // namespace

class TstRunFilterModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsEveryWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing typed")
            << QString()
            << QStringList{u"Letters, wave 2"_s, u"Product texts"_s, u"letters, wave 10"_s};
        QTest::newRow("case does not matter")
            << u"LETTERS"_s << QStringList{u"Letters, wave 2"_s, u"letters, wave 10"_s};
        QTest::newRow("all words count") << u"letters 10"_s << QStringList{u"letters, wave 10"_s};
        QTest::newRow("the provider's id") << u"batch_r2"_s << QStringList{u"Product texts"_s};
        QTest::newRow("connection")
            << u"practice-files"_s
            << QStringList{u"Letters, wave 2"_s, u"Product texts"_s, u"letters, wave 10"_s};
        QTest::newRow("state") << u"failed"_s << QStringList{u"letters, wave 10"_s};
        QTest::newRow("none") << u"zebra"_s << QStringList();
        QTest::newRow("not a pattern") << u".*"_s << QStringList();
    }
    void findsEveryWord()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        ModelRig rig;
        fill(rig);
        RunModel runs(rig.library, rig.clock, nullptr);
        RunFilterModel filter;
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSourceModel(&runs);
        filter.setFilter({.text = text, .connection = {}, .tag = {}});
        QCOMPARE(names(filter), found);
        QCOMPARE(filter.filter().isEmpty(), text.isEmpty());
    }
    void groupsByWhatIsToBeDone()
    {
        ModelRig rig;
        fill(rig);
        RunModel runs(rig.library, rig.clock, nullptr);
        RunFilterModel filter;
        filter.setSourceModel(&runs);
        filter.setFilter(of(Group::UnderWay));
        QCOMPARE(names(filter), QStringList{u"Product texts"_s});
        filter.setFilter(of(Group::NeedsYou));
        QCOMPARE(names(filter), QStringList{u"letters, wave 10"_s});
        filter.setFilter(of(Group::NotSent));
        QCOMPARE(names(filter), QStringList{u"Letters, wave 2"_s});
    }
    void aRunLeavesItsGroupWhenItsStateChanges()
    {
        ModelRig rig;
        fill(rig);
        RunModel runs(rig.library, rig.clock, nullptr);
        RunFilterModel filter;
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSourceModel(&runs);
        filter.setFilter(of(Group::UnderWay));
        Batch batch = *rig.library.batches(rig.library.runIds().at(1)).front();
        batch.facts.state = Completed;
        rig.library.save(batch);
        QTRY_COMPARE(filter.rowCount(), 0);
    }
    void allPartsOfAFilterCount()
    {
        ModelRig rig;
        const RunId one = rig.addRun(u"one"_s);
        const RunId two = rig.addRun(u"two"_s);
        rig.addRun(u"three"_s);
        Run run = *rig.library.run(one);
        run.tags = {u"spring"_s, u"Été"_s};
        run.originPath = u"/home/ada/letters.jsonl"_s;
        rig.library.save(run);
        run = *rig.library.run(two);
        run.tags = {u"spring"_s};
        run.connection = rig.library.connectionByName(u"practice-inline"_s)->id;
        const ConnectionId inlined = run.connection;
        rig.library.save(run);
        RunModel runs(rig.library, rig.clock, nullptr);
        QCOMPARE(runs.tags(), (QStringList{u"spring"_s, u"Été"_s})); // as the C locale sorts
        RunFilterModel filter;
        filter.setSourceModel(&runs);
        const auto found = [&](const RunFilter &wanted) {
            filter.setFilter(wanted);
            return names(filter).join(u' ');
        };
        QCOMPARE(found({.text = {}, .connection = {}, .tag = u"spring"_s}), u"one two"_s);
        QCOMPARE(found({.text = {}, .connection = {}, .tag = u"spr"_s}), QString());
        QCOMPARE(found({.text = u"été"_s, .connection = {}, .tag = {}}), u"one"_s);
        QCOMPARE(found({.text = u"LETTERS.jsonl"_s, .connection = {}, .tag = {}}), u"one"_s);
        QCOMPARE(found({.text = u"ada"_s, .connection = {}, .tag = {}}), QString()); // no folders
        QCOMPARE(found({.text = {}, .connection = inlined, .tag = {}}), u"two"_s);
        QCOMPARE(found({.text = u"one"_s, .connection = inlined, .tag = u"spring"_s}), QString());
        QCOMPARE(found({}), u"one two three"_s);
        // A tag that goes from its last run is no choice any more.
        const QSignalSpy changes(&runs, &RunModel::tagsChanged);
        run = *rig.library.run(one);
        run.tags = {u"spring"_s};
        rig.library.save(run);
        QTRY_COMPARE(runs.tags(), QStringList{u"spring"_s});
        QCOMPARE(changes.count(), 1);
    }
    void sortsByValueNotByWords()
    {
        ModelRig rig;
        rig.addRun(u"a"_s, 9);
        rig.addRun(u"b"_s, 1000);
        rig.addRun(u"c"_s, 200);
        RunModel runs(rig.library, rig.clock, nullptr);
        RunFilterModel filter;
        filter.setSourceModel(&runs);
        filter.sort(RunModel::Requests, Qt::AscendingOrder);
        QCOMPARE(names(filter), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        filter.sort(RunModel::Name, Qt::DescendingOrder);
        QCOMPARE(names(filter), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    }

private:
    static void fill(ModelRig &rig)
    {
        rig.addRun(u"Letters, wave 2"_s);
        rig.addBatch(rig.addRun(u"Product texts"_s), Running);
        rig.addBatch(rig.addRun(u"letters, wave 10"_s), Failed);
    }
};

QTEST_MAIN(TstRunFilterModel)
#include "tst_runfiltermodel.moc"
