// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task.h"

#include <QSemaphore>
#include <QTest>

class tst_Task : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cancelledFutureStops();
    void aHandleThatGoesCancelsItsTask();
};

/// Cancelled while others are before it, so that it has not begun.
void tst_Task::cancelledFutureStops()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    QFuture<void> before = QtConcurrent::run(&pool, [&gate] { gate.acquire(); });
    bool hasRun = false;
    auto future = runOnPool<int>(pool, [&hasRun](QPromise<Result<int>> &promise) {
        hasRun = true;
        promise.addResult(1);
    });
    future.cancel();
    gate.release();
    pool.waitForDone();
    QVERIFY(!hasRun);
    QVERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QCOMPARE(future.resultCount(), 0);
    before.waitForFinished();
}

void tst_Task::aHandleThatGoesCancelsItsTask()
{
    QThreadPool pool;
    const auto untilCancelled = [](QPromise<Result<int>> &promise) {
        while (!promise.isCanceled())
            QThread::yieldCurrentThread();
    };
    QFuture<Result<int>> replaced;
    QFuture<Result<int>> gone;
    {
        TaskHandle task(runOnPool<int>(pool, untilCancelled));
        replaced = task.future();
        QVERIFY(task.isRunning());
        task = TaskHandle(runOnPool<int>(pool, untilCancelled));
        gone = task.future();
        replaced.waitForFinished();
        QVERIFY(replaced.isCanceled());
        QVERIFY(!gone.isCanceled());
    }
    gone.waitForFinished();
    QVERIFY(gone.isCanceled());
}

QTEST_GUILESS_MAIN(tst_Task)
#include "tst_task.moc"
