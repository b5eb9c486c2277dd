// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobqueue.h"

#include <QTest>

using Sort = JobQueue::Sort;

namespace {

QList<qint64> takeAll(JobQueue &queue)
{
    QList<qint64> taken;
    while (const std::optional<BatchId> id = queue.take())
        taken.append(id->value);
    return taken;
}

} // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlySoManyMoveAtOnce()
    {
        JobQueue queue;
        for (qint64 id = 1; id <= 10; ++id)
            queue.want({id}, {1}, id % 2 == 0 ? Sort::Transfer : Sort::Call);
        QCOMPARE(takeAll(queue), QList<qint64>({1, 3, 5, 7, 2, 4}));
        queue.leave({3});
        QCOMPARE(takeAll(queue), QList<qint64>({9}));
        queue.leave({2});
        queue.leave({4});
        QCOMPARE(takeAll(queue), QList<qint64>({6, 8}));
    }

    void aBusyConnectionDoesNotStopAnother()
    {
        JobQueue queue;
        for (qint64 id = 1; id <= 20; ++id)
            queue.want({id}, {1}, Sort::Call);
        queue.want({100}, {2}, Sort::Call);
        QCOMPARE(takeAll(queue), QList<qint64>({1, 100, 2, 3, 4}));
    }

    void aBatchHasOnePlaceOnly()
    {
        JobQueue queue;
        queue.want({1}, {1}, Sort::Call);
        queue.want({1}, {1}, Sort::Transfer);
        QVERIFY(queue.contains({1}));
        QVERIFY(!queue.isMoving({1}));
        QCOMPARE(takeAll(queue), QList<qint64>({1}));
        queue.want({1}, {1}, Sort::Call);
        QVERIFY(queue.isMoving({1}));
        QCOMPARE(takeAll(queue), QList<qint64>());
        queue.leave({1});
        QVERIFY(!queue.contains({1}));
        queue.leave({1});
        queue.want({1}, {1}, Sort::Call);
        QCOMPARE(takeAll(queue), QList<qint64>({1}));
    }

    void whatHasLeftTheLineIsNotTaken()
    {
        JobQueue queue;
        queue.want({1}, {1}, Sort::Call);
        queue.want({2}, {1}, Sort::Call);
        queue.leave({1});
        QCOMPARE(takeAll(queue), QList<qint64>({2}));
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "tst_jobqueue.moc"
