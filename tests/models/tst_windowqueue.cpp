// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/windowqueue.h"

#include <QTest>

class TstWindowQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheNewestWishFirst()
    {
        WindowQueue queue;
        queue.want(1);
        queue.want(7);
        QCOMPARE(queue.next(), 7);
        QCOMPARE(queue.next(), 1);
    }
    void readsTwoAtATime()
    {
        WindowQueue queue;
        for (qint64 window = 1; window <= 3; ++window)
            queue.want(window);
        QCOMPARE(queue.next(), 3);
        QCOMPARE(queue.next(), 2);
        QCOMPARE(queue.next(), std::nullopt);
        queue.done(3);
        QCOMPARE(queue.next(), 1);
    }
    void forgetsWhatWasScrolledPast()
    {
        WindowQueue queue;
        for (qint64 window = 0; window < 4000; ++window)
            queue.want(window);
        QList<qint64> read;
        while (const std::optional<qint64> window = queue.next()) {
            read.append(*window);
            queue.done(*window);
        }
        QCOMPARE(read, (QList<qint64>{3999, 3998, 3997, 3996}));
    }
    void asksForAWindowOnce()
    {
        WindowQueue queue;
        queue.want(5);
        queue.want(5);
        QCOMPARE(queue.next(), 5);
        queue.want(5); // it is being read
        QCOMPARE(queue.next(), std::nullopt);
        queue.done(5);
        queue.want(5); // and may be read again later
        QCOMPARE(queue.next(), 5);
    }
    void startsOver()
    {
        WindowQueue queue;
        queue.want(1);
        queue.want(2);
        QVERIFY(queue.next());
        queue.clear();
        QCOMPARE(queue.next(), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TstWindowQueue)
#include "tst_windowqueue.moc"
