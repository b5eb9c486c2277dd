// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/cause.h"

#include "jobs/batchstep.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = StepPlan::Kind;

/// What a step's end tells of the state that it leads to.
class CauseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsTell_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::addColumn<StepEnd>("end");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, Kind kind, BatchState state, const QString &told,
                            StepEnd end = {}) {
            QTest::newRow(name) << int(kind) << int(state) << end << told;
        };
        const Error slow{.kind = ErrorKind::RateLimited,
                         .message = u"slow down"_s,
                         .httpStatus = 429,
                         .retryAfter = std::chrono::seconds(30)};
        const Error offline{.kind = ErrorKind::Offline, .message = u"no route"_s};
        const Error refused{
            .kind = ErrorKind::Rejected, .message = u"no model"_s, .httpStatus = 400};
        row("a step of its own", Kind::Spool, BatchState::Uploading, u"step"_s);
        row("created", Kind::Create, BatchState::Validating, u"answer"_s);
        row("a look", Kind::Status, BatchState::Running, u"poll"_s);
        row("found in the list", Kind::Reconcile, BatchState::Running, u"list"_s);
        row("no room", Kind::Create, BatchState::Held, u"wait: waits: 10 of 10 live"_s,
            {.batch = {.facts = {.reason = u"waits: 10 of 10 live"_s}}});
        row("Retry-After", Kind::Create, BatchState::Held, u"wait: waits until noon"_s,
            {.batch = {.facts = {.reason = u"waits until noon"_s, .error = slow}},
             .failure = slow});
        row("cannot be reached", Kind::Upload, BatchState::Held, u"trouble: no route"_s,
            {.batch
             = {.facts = {.reason = u"waits: the provider cannot be reached"_s, .error = offline}},
             .failure = offline});
        row("refused", Kind::Create, BatchState::Failed, u"answer: no model"_s,
            {.batch = {.facts = {.error = refused}}});
        row("a fault of a line", Kind::Status, BatchState::Failed, u"poll: line 3 is bad"_s,
            {.batch
             = {.facts = {.remoteId = u"b"_s, .faults = {{.message = u"line 3 is bad"_s}}}}});
        row("failed here", Kind::Spool, BatchState::Failed, u"trouble: no route"_s,
            {.batch = {.facts = {.error = offline}}});
        row("in doubt", Kind::Create, BatchState::Unknown, u"trouble: no route"_s,
            {.batch = {.facts = {.reason = u"in doubt"_s, .error = offline}}});
        row("cancelled there", Kind::Cancel, BatchState::Cancelling, u"person batchctl"_s);
        row("given up here", Kind::CancelHere, BatchState::Cancelled, u"person batchctl"_s);
        row("cancelled by somebody else", Kind::Status, BatchState::Cancelled, u"poll"_s);
        row("an error that is over says nothing", Kind::Status, BatchState::Running, u"poll"_s,
            {.batch = {.facts = {.error = offline}}});
    }
    void stepsTell()
    {
        QFETCH(const int, kind);
        QFETCH(const int, state);
        QFETCH(StepEnd, end);
        QFETCH(const QString, told);
        end.batch.facts.state = BatchState(state);
        const StepMemory memory{.cancelledIn = u"batchctl"_s};
        const Cause cause = causeOf(Kind(kind), end, memory);
        const StateChange change = stateChange(end.batch, {}, cause, u"window"_s);
        QCOMPARE(change.program, cause.kind == StateCause::Person ? u"batchctl"_s : u"window"_s);
        QString said = causeName(change.cause);
        if (!cause.program.isEmpty())
            said += u' ' + cause.program;
        if (!change.words.isEmpty())
            said += u": "_s + change.words;
        QCOMPARE(said, told);
    }

    void longWordsAreCut()
    {
        Batch batch;
        batch.facts.state = BatchState::Failed;
        batch.facts.error = Error{.message = QString(100'000, u'x')};
        QVERIFY(stateChange(batch, {}, {StateCause::Answer}, {}).words.size() <= 500);
    }

    void namesComeBack()
    {
        for (int i = 0; i <= int(StateCause::Rescue); ++i)
            QCOMPARE(causeFromName(causeName(StateCause(i))), StateCause(i));
        QCOMPARE(causeFromName(u"of a later version"), StateCause::Untold);
    }
};

QTEST_GUILESS_MAIN(CauseTest)
#include "tst_cause.moc"
