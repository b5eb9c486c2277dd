// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "ui/shownrun.h"
#include "widgets/historyview.h"
#include "widgets/progresschart.h"

#include <QApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

/// The run goes on, and is looked at once a minute, each time by itself.
bool lookEightTimes(ShownRun &shown)
{
    Batch batch = shown.batch();
    batch.facts.state = BatchState::Running;
    batch.facts.endedAt = {};
    for (int look = 1; look <= 8; ++look) {
        batch.facts.counts = {.total = 104, .succeeded = look * 10, .failed = look};
        batch.checkedAt = batch.submittedAt.addSecs(look * 60);
        const QSignalSpy told(&shown.library(), &Library::batchesChanged);
        shown.library().save(batch);
        if (!QTest::qWaitFor([&] { return !told.isEmpty(); }))
            return false;
    }
    return true;
}

} // namespace

/// How a run came along, on its page: the states and who brought them about, and the progress.
class TestRunCourse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void historySaysWhoDidIt();
    void historySaysWhatWasStoredOfIt();
    void progressIsDrawnAsItIsSeen();
    void progressIsWholeAfterARestart();

private:
    const OwnSettings m_settings;
};

void TestRunCourse::historySaysWhoDidIt()
{
    ShownRun shown;
    Batch batch = shown.batch();
    const QDateTime begin = batch.submittedAt;
    batch.history = {{begin, BatchState::Draft, {}},
                     {begin.addSecs(2), BatchState::Uploading, {}},
                     {begin.addSecs(12), BatchState::Running, u"in_progress"_s},
                     {begin.addSecs(72), BatchState::Cancelling, u"in_progress"_s},
                     {begin.addSecs(132), BatchState::Cancelled, u"cancelled"_s}};
    shown.library().save(batch);
    auto &history = shown.pane<HistoryView>();
    QTRY_COMPARE(history.topLevelItemCount(), 5);
    QStringList rows;
    for (int i = 0; i < 5; ++i) {
        const QTreeWidgetItem *item = history.topLevelItem(i);
        rows.append(item->text(HistoryView::CauseColumn) + u" | "_s
                    + item->text(HistoryView::WordColumn) + u" | "_s
                    + item->text(HistoryView::LastedColumn));
    }
    const QStringList wanted{u"Made here |  | 2 s"_s, u"Sent from here |  | 10 s"_s,
                             u"The provider | in_progress | 1 min"_s,
                             u"You asked for it here | in_progress | 1 min"_s,
                             u"The provider | cancelled | "_s};
    QCOMPARE(rows, wanted);
}

void TestRunCourse::historySaysWhatWasStoredOfIt()
{
    ShownRun shown;
    Batch batch = shown.batch();
    const auto change = [&](int second, BatchState state, StateCause cause, const QString &program,
                            const QString &words = {}) {
        return StateChange{.at = batch.submittedAt.addSecs(second),
                           .state = state,
                           .rawStatus = {},
                           .cause = cause,
                           .program = program,
                           .words = words};
    };
    using enum BatchState;
    const QString window = u"window"_s;
    const QString command = u"batchctl"_s;
    const QString error(200, u'x');
    batch.history = {
        change(0, Draft, StateCause::Person, command),
        change(1, Held, StateCause::Wait, command, u"waits: 10 of 10 live"_s),
        change(2, Creating, StateCause::Step, window),
        change(3, Unknown, StateCause::Trouble, window, u"<b>no</b> answer"_s),
        change(4, Queued, StateCause::List, window),
        change(5, Running, StateCause::Poll, window),
        change(6, Cancelling, StateCause::Person, window),
        change(7, Failed, StateCause::Answer, window, error),
    };
    shown.library().save(batch);
    auto &history = shown.pane<HistoryView>();
    QTRY_COMPARE(history.topLevelItemCount(), 8);
    QStringList causes;
    for (int i = 0; i < 8; ++i)
        causes.append(history.topLevelItem(i)->text(HistoryView::CauseColumn));
    QCOMPARE(causes.mid(0, 7),
             (QStringList{u"You, with batchctl"_s, u"waits: 10 of 10 live"_s, u"Sent from here"_s,
                          u"An error: <b>no</b> answer"_s, u"The provider's list"_s,
                          u"The provider, when asked"_s, u"You, in the window"_s}));
    QVERIFY(causes[7].startsWith(u"The provider's answer: xxx"_s) && causes[7].size() < 120);
    const auto tip
        = [&](int row) { return history.topLevelItem(row)->toolTip(HistoryView::CauseColumn); };
    QVERIFY(tip(7).contains(error)); // in full
    QVERIFY(tip(1).contains(u"Noted by batchctl"_s));
    QVERIFY(tip(3).contains(u"&lt;b&gt;"_s));
}

void TestRunCourse::progressIsDrawnAsItIsSeen()
{
    ShownRun shown;
    const auto &chart = shown.pane<ProgressChart>();
    QVERIFY(!chart.isVisible()); // nobody saw how it came along
    QVERIFY(lookEightTimes(shown));
    QTRY_VERIFY(chart.isVisible());
    QTRY_COMPARE(chart.table().rows.size(), 9);
    QCOMPARE(chart.table().rows.last()[1], u"88"_s);
    QVERIFY(chart.accessibleDescription().contains(u"88 of 104 done, 8 failed"_s));
    QVERIFY(chart.accessibleDescription().contains(u"Likely done"_s));
}

void TestRunCourse::progressIsWholeAfterARestart()
{
    ShownRun shown;
    // Another program looks, while no window shows the run.
    const RunId other
        = samplelibrary::add(shown.services(), {.name = "Other", .state = BatchState::Draft});
    QTRY_VERIFY((shown.window->showRun(other), shown.page().run() == other));
    QVERIFY(lookEightTimes(shown));
    shown.window = std::make_unique<MainWindow>(shown.services());
    shown.window->show();
    shown.window->showRun(shown.run);
    const auto &chart = shown.pane<ProgressChart>();
    QTRY_VERIFY(chart.isVisible());
    QTRY_COMPARE(chart.table().rows.size(), 9);
    QCOMPARE(chart.table().rows[4][1], u"44"_s);
    QCOMPARE(chart.table().rows.last()[1], u"88"_s);
    QVERIFY(chart.accessibleDescription().contains(u"Likely done"_s));
}

QTEST_MAIN(TestRunCourse)
#include "tst_runcourse.moc"
