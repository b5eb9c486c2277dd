// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/batch.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int lastState = static_cast<int>(BatchState::Cancelled);

QList<BatchState> allStates()
{
    QList<BatchState> states;
    for (int i = 0; i <= lastState; ++i)
        states.append(static_cast<BatchState>(i));
    return states;
}

QString namesWhere(bool (*holds)(BatchState))
{
    QStringList names;
    for (const BatchState state : allStates())
        if (holds(state))
            names.append(stateName(state));
    return names.join(u' ');
}

} // namespace

class tst_Batch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateNamesAreTheFixedOnes();
    void terminalAndLiveStates();
    void runStateIsTheMostUrgent_data();
    void runStateIsTheMostUrgent();
    void runStateHasNoOrder();
    void countsKeepWhatIsNotSaid();
    void doneCountsWhatIsKnown_data();
    void doneCountsWhatIsKnown();
};

void tst_Batch::stateNamesAreTheFixedOnes()
{
    QCOMPARE(
        namesWhere([](BatchState) { return true; }),
        u"draft uploading held creating unknown validating queued running finalizing completed "
        "failed expired cancelling cancelled"_s);
    QSet<QString> texts;
    for (const BatchState state : allStates()) {
        QCOMPARE(stateFromName(stateName(state)), std::optional(state));
        texts.insert(stateText(state));
    }
    QCOMPARE(texts.size(), lastState + 1);
    QVERIFY(!texts.contains(QString()));
    QVERIFY(!stateFromName(u"Running"));
    QVERIFY(!stateFromName(u""));
}

void tst_Batch::terminalAndLiveStates()
{
    QCOMPARE(namesWhere(isTerminal), u"completed failed expired cancelled"_s);
    QCOMPARE(namesWhere(isLive), u"validating queued running finalizing cancelling"_s);
}

void tst_Batch::runStateIsTheMostUrgent_data()
{
    QTest::addColumn<QList<BatchState>>("states");
    QTest::addColumn<BatchState>("expected");
    using enum BatchState;
    QTest::newRow("no batch") << QList<BatchState>{} << Draft;
    for (const BatchState state : allStates())
        QTest::addRow("%s alone", qPrintable(stateName(state))) << QList{state} << state;
    // What needs a person comes first, ...
    QTest::newRow("doubt above all") << QList{Held, Running, Unknown, Failed, Creating} << Unknown;
    QTest::newRow("held above what goes on") << QList{Running, Held, Uploading, Completed} << Held;
    // ... then what is least finished, ...
    QTest::newRow("goes on") << QList{Completed, Running, Failed} << Running;
    QTest::newRow("behind") << QList{Finalizing, Running, Queued, Validating} << Validating;
    QTest::newRow("not sent") << QList{Completed, Draft} << Draft;
    // ... and of what is over, the worst.
    QTest::newRow("one failed") << QList{Completed, Failed, Completed} << Failed;
    QTest::newRow("one expired") << QList{Completed, Expired, Cancelled} << Expired;
    QTest::newRow("one cancelled") << QList{Completed, Cancelled} << Cancelled;
}

void tst_Batch::runStateIsTheMostUrgent()
{
    QFETCH(QList<BatchState>, states);
    QFETCH(BatchState, expected);
    std::vector<Batch> batches;
    for (const BatchState state : states)
        batches.push_back(Batch{.facts = {.state = state}});
    std::vector<const Batch *> pointers;
    for (const Batch &batch : batches)
        pointers.push_back(&batch);
    QCOMPARE(runState(pointers), expected);
}

void tst_Batch::runStateHasNoOrder()
{
    for (const BatchState one : allStates()) {
        for (const BatchState other : allStates()) {
            const Batch first{.facts = {.state = one}};
            const Batch second{.facts = {.state = other}};
            const BatchState state = runState({&first, &second});
            QCOMPARE(runState({&second, &first}), state);
            QVERIFY(state == one || state == other);
            // A run is over only when all of it is.
            if (!isTerminal(one) || !isTerminal(other))
                QVERIFY(!isTerminal(state));
        }
    }
}

void tst_Batch::countsKeepWhatIsNotSaid()
{
    RequestCounts counts{.total = 10, .succeeded = 3, .pending = 7};
    counts.merge({});
    QCOMPARE(counts, (RequestCounts{.total = 10, .succeeded = 3, .pending = 7}));
    counts.merge({.succeeded = 0, .failed = 1, .cancelled = 2, .expired = 3, .pending = 4});
    QCOMPARE(
        counts,
        (RequestCounts{
            .total = 10, .succeeded = 0, .failed = 1, .cancelled = 2, .expired = 3, .pending = 4}));
    counts.merge({.total = 11});
    QCOMPARE(counts.total, std::optional<qint64>(11));
    QVERIFY(RequestCounts().isEmpty());
    QVERIFY(!RequestCounts{.failed = 0}.isEmpty()); // none is something to know
}

void tst_Batch::doneCountsWhatIsKnown_data()
{
    QTest::addColumn<RequestCounts>("counts");
    QTest::addColumn<qint64>("done"); // -1: not known
    QTest::newRow("nothing") << RequestCounts{} << qint64(-1);
    QTest::newRow("total alone") << RequestCounts{.total = 5, .pending = 5} << qint64(-1);
    QTest::newRow("none yet") << RequestCounts{.succeeded = 0} << qint64(0);
    QTest::newRow("all kinds")
        << RequestCounts{.total = 20, .succeeded = 1, .failed = 2, .cancelled = 3, .expired = 4}
        << qint64(10);
    QTest::newRow("some kinds") << RequestCounts{.failed = 2, .expired = 4} << qint64(6);
}

void tst_Batch::doneCountsWhatIsKnown()
{
    QFETCH(RequestCounts, counts);
    QFETCH(qint64, done);
    QCOMPARE(counts.done().value_or(-1), done);
}

QTEST_GUILESS_MAIN(tst_Batch)
#include "tst_batch.moc"
