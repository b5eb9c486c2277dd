// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using enum BatchState;

namespace {

const ConnectionId here{1};

QDateTime minute(int minutes)
{
    return QDateTime(QDate(2026, 2, 3), QTime(0, 0), QTimeZone::UTC).addSecs(60LL * minutes);
}

/// One that took so many minutes, and ended at a time of its own.
Batch past(int id, qint64 requests, int minutes, const QString &model = u"m"_s)
{
    Batch batch;
    batch.id = {id};
    batch.connection = here;
    batch.requests = requests;
    batch.facts.state = Completed;
    batch.facts.model = model;
    batch.facts.createdAt = minute(id);
    batch.facts.endedAt = minute(id + minutes);
    return batch;
}

Batch underWay(qint64 requests, std::optional<qint64> answered = {})
{
    Batch batch = past(1000, requests, 0);
    batch.facts.state = answered ? Running : Queued;
    batch.facts.endedAt = {};
    batch.facts.createdAt = minute(0);
    batch.facts.counts.succeeded = answered;
    return batch;
}

PaceBook bookOf(const std::vector<Batch> &batches)
{
    PaceBook book;
    for (const Batch &batch : batches)
        book.add(batch);
    return book;
}

QString words(const std::optional<TimeLeft> &told)
{
    return told ? u"%1 min of %2"_s.arg(told->left.count() / 60).arg(told->batches)
                : u"no history"_s;
}

} // namespace

class TstPace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoAreNoHistory()
    {
        std::vector<Batch> pasts{past(1, 1000, 10), past(2, 1000, 10)};
        QCOMPARE(words(bookOf({}).left(underWay(1000, 10), minute(1))), u"no history"_s);
        QCOMPARE(words(bookOf(pasts).left(underWay(1000, 10), minute(1))), u"no history"_s);
        pasts.push_back(past(3, 1000, 10));
        QCOMPARE(words(bookOf(pasts).left(underWay(1000, 500), minute(1))), u"5 min of 3"_s);
    }
    void theMedianRateTellsWhereSomeIsAnswered()
    {
        // 100, 50 and 10 requests a minute: the odd one out does not count.
        const PaceBook book = bookOf({past(1, 1000, 10), past(2, 1000, 20), past(3, 1000, 100)});
        QCOMPARE(words(book.left(underWay(1000, 500), minute(999))), u"10 min of 3"_s);
        QCOMPARE(words(book.left(underWay(100'000, 50'000), minute(1))), u"1000 min of 3"_s);
        QCOMPARE(words(book.left(underWay(1000, 1000), minute(1))), u"0 min of 3"_s);
    }
    void theMedianTimeTellsBeforeThat()
    {
        const PaceBook book = bookOf({past(1, 1000, 30), past(2, 900, 40), past(3, 1100, 50),
                                      past(4, 900'000, 1000), past(5, 10, 1)});
        QCOMPARE(words(book.left(underWay(1000), minute(10))), u"30 min of 3"_s);
        QCOMPARE(words(book.left(underWay(1000), minute(90))),
                 u"0 min of 3"_s); // longer than usual
        QCOMPARE(words(book.left(underWay(1'000'000), minute(1))), u"no history"_s);
        QCOMPARE(words(book.left(underWay(1000, 0), minute(10))), u"30 min of 3"_s);
    }
    void itsOwnModelComesFirstThenTheConnection()
    {
        const PaceBook book
            = bookOf({past(1, 1000, 10), past(2, 1000, 10), past(3, 1000, 10),
                      past(4, 1000, 100, u"slow"_s), past(5, 1000, 100, u"slow"_s),
                      past(6, 1000, 100, u"slow"_s), past(7, 1000, 100, u"slow"_s)});
        Batch batch = underWay(1000, 500);
        QCOMPARE(words(book.left(batch, minute(1))), u"5 min of 3"_s);
        batch.facts.model = u"slow"_s;
        QCOMPARE(words(book.left(batch, minute(1))), u"50 min of 4"_s);
        batch.facts.model = u"new"_s;
        QCOMPARE(words(book.left(batch, minute(1))), u"50 min of 7"_s);
        batch.connection = {2};
        QCOMPARE(words(book.left(batch, minute(1))), u"no history"_s);
    }
    void withoutAPastItsOwnPaceTells_data()
    {
        QTest::addColumn<int>("answered");
        QTest::addColumn<int>("seconds"); // of running, when it was looked at
        QTest::addColumn<QString>("told");
        QTest::newRow("a fourth in ten minutes") << 250 << 600 << u"30 min of 0"_s;
        QTest::newRow("all") << 1000 << 600 << u"no history"_s; // nothing is left to tell of
        QTest::newRow("too few") << 49 << 600 << u"no history"_s;
        QTest::newRow("a clock that went back") << 500 << -60 << u"no history"_s;
    }
    void withoutAPastItsOwnPaceTells()
    {
        QFETCH(int, answered);
        QFETCH(int, seconds);
        Batch batch = underWay(1000, answered);
        batch.facts.startedAt = minute(5);
        batch.checkedAt = minute(5).addSecs(seconds);
        QTEST(words(bookOf({}).left(batch, minute(60))), "told");
        const PaceBook book = bookOf({past(1, 1000, 10), past(2, 1000, 10), past(3, 1000, 10)});
        QVERIFY(words(book.left(batch, minute(60))).endsWith(u"of 3"_s));
        batch.facts.state = Queued;
        QCOMPARE(words(bookOf({}).left(batch, minute(60))), u"no history"_s);
    }
    void onlyWhatCompletedSaysSomething()
    {
        std::vector<Batch> pasts;
        for (int id = 1; id <= 6; ++id)
            pasts.push_back(past(id, 1000, 10));
        pasts[0].facts.state = Failed;
        pasts[1].facts.state = Expired;
        pasts[2].facts.state = Cancelled;
        pasts[3].facts.endedAt = {};
        QCOMPARE(words(bookOf(pasts).left(underWay(1000, 500), minute(1))), u"no history"_s);
    }
    void oneCountsOnceAndOldOnesAreForgotten()
    {
        PaceBook book;
        for (int i = 0; i < 5; ++i)
            book.add(past(1, 1000, 10));
        QCOMPARE(words(book.left(underWay(1000, 500), minute(1))), u"no history"_s);
        for (int id = 1; id <= 100; ++id)
            book.add(past(id, 1000, 100));
        for (int id = 101; id <= 140; ++id)
            book.add(past(id + 1000, 1000, 10));
        QCOMPARE(words(book.left(underWay(1000, 500), minute(1))), u"5 min of 40"_s);
    }
    void nothingIsToldOfWhatIsNotUnderWay()
    {
        const PaceBook book = bookOf({past(1, 1000, 10), past(2, 1000, 10), past(3, 1000, 10)});
        Batch batch = underWay(1000, 500);
        for (const BatchState state :
             {Draft, Uploading, Held, Creating, Unknown, Finalizing, Cancelling, Completed}) {
            batch.facts.state = state;
            QVERIFY(!book.left(batch, minute(1)));
        }
    }
};

QTEST_GUILESS_MAIN(TstPace)
#include "tst_pace.moc"
