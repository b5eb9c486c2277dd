// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/orderedwork.h"

#include <algorithm>
#include <functional>
#include <vector>

/// Sorts on all cores: parts by themselves, then two and two together, through a buffer as large as
/// the whole. less() tells any two apart. Cancelled between parts.
namespace sortinparts {

template <class F>
class Worker final : public OrderedWorker {
public:
    explicit Worker(const F &f) : m_f(f) {}
    [[nodiscard]] Result<> work(qint64 part) override
    {
        m_f(part);
        return {};
    }
    [[nodiscard]] Result<> merge(qint64) override { return {}; }

private:
    const F &m_f;
};

template <class F>
[[nodiscard]] Result<> forEach(qint64 parts, const F &f, const std::function<bool()> &isCancelled)
{
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<Worker<F>>(f));
    return workInOrder(parts, workers, isCancelled);
}

template <class T, class Less>
[[nodiscard]] Result<> sort(std::vector<T> &items, const Less &less,
                            const std::function<bool()> &isCancelled)
{
    constexpr qint64 smallest = 1 << 16;
    const qint64 size = std::ssize(items);
    const auto at
        = [size](std::vector<T> &list, qint64 n) { return list.begin() + std::min(n, size); };
    const auto sortPart = [&](qint64 part) {
        std::sort(at(items, part * smallest), at(items, (part + 1) * smallest), less);
    };
    const qint64 parts = (size + smallest - 1) / smallest;
    if (const Result<> done = forEach(parts, sortPart, isCancelled); !done || parts < 2)
        return done;
    std::vector<T> other(items.size());
    for (qint64 run = smallest; run < size; run *= 2) {
        const auto join = [&](qint64 pair) {
            const qint64 begin = pair * 2 * run;
            std::merge(at(items, begin), at(items, begin + run), at(items, begin + run),
                       at(items, begin + 2 * run), at(other, begin), less);
        };
        if (const Result<> done = forEach((size + 2 * run - 1) / (2 * run), join, isCancelled);
            !done)
            return done;
        items.swap(other);
    }
    return {};
}

} // namespace sortinparts
