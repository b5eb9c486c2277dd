// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <utility>

/// Lets a command read from top to bottom: runs the one event loop that there is until the future
/// has finished. Only for commands, which never run inside another event loop. After Ctrl+C every
/// wait ends at once with Cancelled.
template <class T>
[[nodiscard]] Result<T> await(QFuture<Result<T>> future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    if (!future.isFinished() || future.resultCount() == 0)
        return Failure(Error{.kind = ErrorKind::Cancelled});
    return future.takeResult();
}

/// Of a worker that reads a file: after Ctrl+C it stops, and is not waited for until it is through.
template <class T>
[[nodiscard]] Result<T> awaitWorker(QFuture<Result<T>> future)
{
    const TaskHandle<Result<T>> worker(future);
    return await(std::move(future));
}
