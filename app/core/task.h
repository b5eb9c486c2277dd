// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

/// Keeps the root future of a task and cancels it when it goes or is replaced. Cancelling a
/// continuation does not reach the producer (measured on Qt 6.8), so whoever starts a task keeps
/// one of these. GUI thread or worker, one owner.
template <class T>
class TaskHandle {
public:
    TaskHandle() = default;
    explicit TaskHandle(QFuture<T> root) : m_root(std::move(root)) {}
    TaskHandle(TaskHandle &&other) noexcept : m_root(std::exchange(other.m_root, QFuture<T>())) {}
    TaskHandle &operator=(TaskHandle &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_root = std::exchange(other.m_root, QFuture<T>());
        }
        return *this;
    }
    TaskHandle(const TaskHandle &) = delete;
    TaskHandle &operator=(const TaskHandle &) = delete;
    ~TaskHandle() { cancel(); }

    void cancel()
    {
        if (m_root.isValid() && !m_root.isFinished())
            m_root.cancel();
    }
    [[nodiscard]] bool isRunning() const { return m_root.isValid() && !m_root.isFinished(); }
    [[nodiscard]] QFuture<T> future() const { return m_root; }

private:
    QFuture<T> m_root;
};

/// Runs f(QPromise<Result<T>> &) on a pool of workers. f polls promise.isCanceled() per block.
template <class T, class F>
[[nodiscard]] QFuture<Result<T>> runOnPool(QThreadPool &pool, F &&f)
{
    return QtConcurrent::run(&pool, std::forward<F>(f));
}
