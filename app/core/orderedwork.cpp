// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/orderedwork.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace {

/// More threads than this wait for the disk and for each other.
constexpr qint64 mostWorkers = 8;

std::atomic<bool> isInBackground = false;

void lowerPriority()
{
    constexpr int background = 10;
    thread_local bool isLow = false;
    if (!isInBackground || QThread::isMainThread() || std::exchange(isLow, true))
        return;
    // On Linux this is the thread's own.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), background);
}

/// Hands out the parts and lets them be merged in their order.
class Queue {
public:
    Queue(qint64 count, const std::function<bool()> &isCancelled)
        : m_count(count), m_isCancelled(isCancelled)
    {}
    void work(OrderedWorker &worker);
    [[nodiscard]] Result<> result() const { return m_error ? Failure(*m_error) : Result<>(); }

private:
    [[nodiscard]] qint64 take();
    bool merge(qint64 part, Result<> done, OrderedWorker &worker);

    qint64 m_count;
    const std::function<bool()> &m_isCancelled;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_turn;
    qint64 m_next = 0; ///< part to hand out
    qint64 m_merged = 0; ///< parts merged so far: whose turn it is
    std::optional<Error> m_error;
};

qint64 Queue::take()
{
    const std::lock_guard lock(m_mutex);
    return m_error ? m_count : m_next++;
}

bool Queue::merge(qint64 part, Result<> done, OrderedWorker &worker)
{
    std::unique_lock lock(m_mutex);
    m_turn.wait(lock, [this, part] { return m_merged == part || m_error; });
    if (m_error)
        return false;
    if (m_isCancelled && m_isCancelled())
        done = Failure(Error{.kind = ErrorKind::Cancelled});
    else if (done)
        done = worker.merge(part);
    if (!done)
        m_error = done.error();
    ++m_merged;
    m_turn.notify_all();
    return done.has_value();
}

void Queue::work(OrderedWorker &worker)
{
    lowerPriority();
    for (qint64 part = take(); part < m_count; part = take())
        if (!merge(part, worker.work(part), worker))
            return;
}

} // namespace

void workInBackground()
{
    isInBackground = true;
}

int workersFor(qint64 parts)
{
    const auto cores = qint64(QThread::idealThreadCount());
    return static_cast<int>(std::clamp(std::min(parts, cores), qint64(1), mostWorkers));
}

Result<> workInOrder(qint64 count, const std::vector<std::unique_ptr<OrderedWorker>> &workers,
                     const std::function<bool()> &isCancelled)
{
    if (isCancelled && isCancelled())
        return Failure(Error{.kind = ErrorKind::Cancelled});
    Queue queue(count, isCancelled);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < workers.size(); ++i) {
            try {
                threads.emplace_back([&queue, &worker = *workers[i]] { queue.work(worker); });
            } catch (const std::system_error &) {
                break; // no more threads to be had: those that are there do it
            }
        }
        queue.work(*workers.front());
    }
    return queue.result();
}
