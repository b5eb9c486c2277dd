// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/harm.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum BatchState;

namespace {

constexpr std::chrono::seconds month = 30 * 24h;

QDateTime hour(double hours)
{
    return QDateTime(QDate(2026, 2, 3), QTime(0, 0), QTimeZone::UTC)
        .addSecs(static_cast<qint64>(hours * 3600));
}

Batch live(BatchState state, std::optional<qint64> answered = {})
{
    Batch batch;
    batch.requests = 1000;
    batch.submittedAt = hour(0);
    batch.facts.state = state;
    batch.facts.remoteId = u"batch_1"_s;
    batch.facts.createdAt = hour(0);
    batch.facts.expiresAt = hour(24);
    batch.facts.counts.succeeded = answered;
    return batch;
}

Batch ended(BatchState state)
{
    Batch batch = live(state);
    batch.facts.endedAt = hour(0);
    batch.facts.outputFileId = u"file-1"_s;
    return batch;
}

QString words(const std::optional<Harm> &harm)
{
    if (!harm)
        return u"none"_s;
    return u"%1 in %2 h at %3"_s.arg(harmName(harm->kind))
        .arg(hour(0).secsTo(harm->at) / 3600)
        .arg(harm->done ? QString::number(*harm->done) : u"?"_s);
}

} // namespace

class TstHarm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsOfTheEndOfTheWindow_data()
    {
        QTest::addColumn<Batch>("batch");
        QTest::addColumn<double>("now");
        QTest::addColumn<QString>("expected");
        QTest::newRow("far away") << live(Running, 100) << 19.9 << u"none"_s;
        QTest::newRow("the last sixth")
            << live(Running, 610) << 20.0 << u"window in 24 h at 0.61"_s;
        QTest::newRow("no counts") << live(Running) << 23.0 << u"window in 24 h at ?"_s;
        QTest::newRow("queued") << live(Queued, 0) << 23.0 << u"window in 24 h at 0"_s;
        QTest::newRow("it has passed") << live(Running, 610) << 25.0 << u"window in 24 h at 0.61"_s;
        QTest::newRow("results are being made") << live(Finalizing, 900) << 23.0 << u"none"_s;
        QTest::newRow("being stopped") << live(Cancelling, 900) << 23.0 << u"none"_s;
        QTest::newRow("over") << live(Completed, 1000) << 23.0 << u"none"_s;
        QTest::newRow("not there yet") << live(Uploading) << 23.0 << u"none"_s;
        Batch untold = live(Running, 100);
        untold.facts.expiresAt = {};
        QTest::newRow("no end told") << untold << 23.0 << u"none"_s;
        Batch beginless = live(Running, 100);
        beginless.facts.createdAt = {};
        beginless.submittedAt = {};
        QTest::newRow("no begin told") << beginless << 20.5 << u"window in 24 h at 0.1"_s;
        Batch wrong = live(Running, 4000);
        QTest::newRow("more than all") << wrong << 23.0 << u"window in 24 h at 1"_s;
    }
    void tellsOfTheEndOfTheWindow()
    {
        QFETCH(Batch, batch);
        QFETCH(double, now);
        QTEST(words(harmOf({&batch}, month, hour(now))), "expected");
    }
    void tellsOfResultsThatAreDeleted_data()
    {
        QTest::addColumn<Batch>("batch");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("keptDays");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fresh") << ended(Completed) << 22 << 30 << u"none"_s;
        QTest::newRow("the last week")
            << ended(Completed) << 23 << 30 << u"results in 720 h at ?"_s;
        QTest::newRow("the second half of a day")
            << ended(Completed) << 1 << 1 << u"results in 24 h at ?"_s;
        QTest::newRow("nobody says") << ended(Completed) << 29 << 0 << u"none"_s;
        QTest::newRow("expired has results too")
            << ended(Expired) << 29 << 30 << u"results in 720 h at ?"_s;
        Batch here = ended(Completed);
        here.facts.resultsComplete = true;
        QTest::newRow("they are here") << here << 29 << 30 << u"none"_s;
        Batch nothing = ended(Failed);
        nothing.facts.outputFileId.clear();
        QTest::newRow("failed with nothing") << nothing << 29 << 30 << u"none"_s;
        QTest::newRow("failed with a file")
            << ended(Failed) << 29 << 30 << u"results in 720 h at ?"_s;
        Batch never = ended(Failed);
        never.facts.remoteId.clear();
        QTest::newRow("never taken") << never << 29 << 30 << u"none"_s;
        Batch untold = ended(Completed);
        untold.facts.endedAt = {};
        QTest::newRow("no end told") << untold << 29 << 30 << u"none"_s;
    }
    void tellsOfResultsThatAreDeleted()
    {
        QFETCH(Batch, batch);
        QFETCH(int, days);
        QFETCH(int, keptDays);
        QTEST(words(harmOf({&batch}, keptDays * 24h, hour(24.0 * days))), "expected");
    }
    void theEarliestOfSeveralCounts()
    {
        const Batch far = live(Running, 100);
        Batch near = live(Running, 500);
        near.facts.expiresAt = hour(23);
        QCOMPARE(words(harmOf({&far, &near}, 0s, hour(22))), u"window in 23 h at 0.5"_s);
        QCOMPARE(words(harmOf({}, month, hour(22))), u"none"_s);
    }
};

QTEST_GUILESS_MAIN(TstHarm)
#include "tst_harm.moc"
