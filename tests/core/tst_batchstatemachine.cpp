// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/batchstatemachine.h"

#include <QTest>

#include <array>
#include <compare>
#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Move {
    BatchEvent event;
    BatchState remote = BatchState::Running;
};

constexpr std::array allStates = {
    BatchState::Draft,      BatchState::Uploading,  BatchState::Held,   BatchState::Creating,
    BatchState::Unknown,    BatchState::Validating, BatchState::Queued, BatchState::Running,
    BatchState::Finalizing, BatchState::Completed,  BatchState::Failed, BatchState::Expired,
    BatchState::Cancelling, BatchState::Cancelled,
};

/// Every event, and for those that carry the provider's word words of each sort: before the
/// creation, our own two of doubt, at work, being stopped, and over.
std::vector<Move> allMoves()
{
    std::vector<Move> moves;
    for (int i = 0; i <= int(BatchEvent::CancelAccepted); ++i) {
        const auto event = BatchEvent(i);
        if (event != BatchEvent::RemoteSeen && event != BatchEvent::AdoptedByListing) {
            moves.push_back({event});
            continue;
        }
        for (const BatchState remote :
             {BatchState::Draft, BatchState::Uploading, BatchState::Creating, BatchState::Unknown,
              BatchState::Running, BatchState::Cancelling, BatchState::Completed})
            moves.push_back({event, remote});
    }
    return moves;
}

/// What must be remembered along a sequence to judge its next step.
struct Trail {
    BatchState state = BatchState::Draft;
    bool confirmed = false; ///< a person said "again" since the batch was last in doubt
    bool created = false; ///< the provider was heard of
    bool sent = false; ///< a paid call went out and has no clear end yet

    auto operator<=>(const Trail &) const = default;
};

/// Goes through all sequences. What is judged depends on the trail alone, so where remembers is
/// set, the sequences behind a trail that was met before are counted and not walked again.
struct Search {
    bool remembers = true;
    std::vector<Move> moves = allMoves();
    std::map<std::pair<Trail, int>, qint64> known{};
    qint64 illegal = 0;
    QString fault;

    void judge(const Trail &from, const Move &move, const Trail &to)
    {
        if (isTerminal(from.state))
            fault = u"a terminal state was left"_s;
        else if (from.state == BatchState::Unknown && move.event != BatchEvent::AdoptedByListing
                 && move.event != BatchEvent::ResubmitConfirmed)
            fault = u"unknown was left by something else than the list or a person"_s;
        else if (to.state == BatchState::Creating && from.created)
            fault = u"a batch that is there would be created again"_s;
        else if (to.state == BatchState::Creating && from.sent && !from.confirmed)
            fault = u"a call in doubt would be repeated without a person"_s;
        else if (to.state == BatchState::Creating && from.state != BatchState::Uploading)
            fault = u"creating was entered past the upload"_s;
        else if (from.created && !isLive(to.state) && !isTerminal(to.state))
            fault = u"a batch that is there became one that is not"_s;
    }

    /// The number of sequences of that many events, an illegal one being an event without effect.
    qint64 walk(const Trail &from, int depth)
    {
        if (depth == 0 || !fault.isEmpty())
            return 1;
        if (const auto before = known.find({from, depth}); remembers && before != known.end())
            return before->second;
        qint64 sequences = 0;
        for (const Move &move : moves) {
            const Result<BatchState> state = next(from.state, move.event, move.remote);
            if (!state)
                ++illegal;
            const Trail to = state ? after(from, move, *state) : from;
            if (state)
                judge(from, move, to);
            sequences += walk(to, depth - 1);
        }
        known[{from, depth}] = sequences;
        return sequences;
    }

    [[nodiscard]] static Trail after(const Trail &from, const Move &move, BatchState state)
    {
        Trail to = from;
        to.state = state;
        if (state == BatchState::Creating)
            to.sent = true, to.confirmed = false;
        if (move.event == BatchEvent::CreateNotSent || move.event == BatchEvent::CreateRefused
            || move.event == BatchEvent::CreateRateLimited)
            to.sent = false;
        if (move.event == BatchEvent::ResubmitConfirmed)
            to.confirmed = true;
        if (move.event == BatchEvent::RemoteSeen || move.event == BatchEvent::AdoptedByListing)
            to.created = true;
        return to;
    }
};

constexpr int length = 8;

Trail trailOf(BatchState start)
{
    return {.state = start,
            .created = isLive(start),
            .sent = start == BatchState::Unknown || start == BatchState::Creating};
}

} // namespace

class BatchStateMachineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSequencePaysTwice_data()
    {
        QTest::addColumn<BatchState>("start");
        for (const BatchState state : allStates)
            QTest::newRow(qPrintable(stateName(state))) << state;
    }

    /// All sequences of eight events from each state.
    void noSequencePaysTwice()
    {
        QFETCH(const BatchState, start);
        Search search;
        const qint64 sequences = search.walk(trailOf(start), length);
        QCOMPARE(search.fault, QString());
        QVERIFY(search.illegal > 0);
        qint64 all = 1;
        for (int i = 0; i < length; ++i)
            all *= qint64(search.moves.size());
        QCOMPARE(sequences, all);
    }

    /// The short way of counting leaves nothing out.
    void theSearchIsWhole()
    {
        for (const BatchState start : {BatchState::Uploading, BatchState::Unknown}) {
            Search quick;
            Search slow{.remembers = false};
            QCOMPARE(quick.walk(trailOf(start), 4), slow.walk(trailOf(start), 4));
            QCOMPARE(slow.fault, QString());
            QVERIFY(slow.illegal > quick.illegal);
        }
    }

    /// A table with the one edge that must not be is found out.
    void theJudgeSeesAPaidCallInDoubtRepeated()
    {
        Search search;
        const Trail doubt = trailOf(BatchState::Unknown);
        Trail again = doubt;
        again.state = BatchState::Uploading;
        search.judge(doubt, {.event = BatchEvent::SubmitRequested}, again);
        QVERIFY(!search.fault.isEmpty());
        search.fault.clear();
        Trail creating = again;
        creating.state = BatchState::Creating;
        search.judge(again, {.event = BatchEvent::CreateStarted}, creating);
        QVERIFY(!search.fault.isEmpty());
    }

    /// The whole table, printed: a new edge has to be written here too.
    void tableIsAsWritten()
    {
        QStringList table;
        for (const BatchState state : allStates) {
            QString line = stateName(state) + u":"_s;
            for (int i = 0; i <= int(BatchEvent::CancelAccepted); ++i) {
                const Result<BatchState> to = next(state, BatchEvent(i), BatchState::Running);
                if (to)
                    line += u" %1>%2"_s.arg(QString::number(i), stateName(*to));
            }
            table << line;
        }
        const QStringList expected = {
            u"draft: 0>uploading 1>uploading 2>held 13>cancelled"_s,
            u"uploading: 1>uploading 2>held 4>creating 12>failed 13>cancelled"_s,
            u"held: 0>uploading 1>uploading 2>held 3>uploading 12>failed 13>cancelled"_s,
            u"creating: 5>held 6>failed 7>held 8>unknown 9>running"_s,
            u"unknown: 10>running 11>uploading"_s,
            u"validating: 9>running 14>cancelling"_s,
            u"queued: 9>running 14>cancelling"_s,
            u"running: 9>running 14>cancelling"_s,
            u"finalizing: 9>running 14>cancelling"_s,
            u"completed:"_s,
            u"failed:"_s,
            u"expired:"_s,
            u"cancelling: 9>running 14>cancelling"_s,
            u"cancelled:"_s,
        };
        QCOMPARE(table, expected);
    }

    void wordsFromBeforeTheCreationMeanItIsThere()
    {
        QCOMPARE(next(BatchState::Creating, BatchEvent::RemoteSeen, BatchState::Draft).value(),
                 BatchState::Queued);
        QCOMPARE(next(BatchState::Running, BatchEvent::RemoteSeen, BatchState::Uploading).value(),
                 BatchState::Validating);
        QCOMPARE(
            next(BatchState::Unknown, BatchEvent::AdoptedByListing, BatchState::Unknown).value(),
            BatchState::Queued);
    }

    void illegalEventsSayWhereTheyWere()
    {
        const Result<BatchState> to = next(BatchState::Completed, BatchEvent::SubmitRequested);
        QVERIFY(!to);
        QCOMPARE(to.error().kind, ErrorKind::BadInput);
        QVERIFY(to.error().message.contains(stateText(BatchState::Completed)));
    }
};

QTEST_GUILESS_MAIN(BatchStateMachineTest)
#include "tst_batchstatemachine.moc"
