// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QtTypes>

#include <functional>
#include <memory>
#include <vector>

/// One of several threads that share numbered parts of a task. work() is called for one part after
/// the other, beside the other workers; merge() for the same part afterwards, for the parts of all
/// workers in their order, by one thread at a time: what it changes needs no lock. An error of either
/// ends the whole with it; of several that of the first part.
class OrderedWorker {
public:
    virtual ~OrderedWorker() = default;
    [[nodiscard]] virtual Result<> work(qint64 part) = 0;
    [[nodiscard]] virtual Result<> merge(qint64 part) = 0;
};

/// Does the parts 0 to count - 1, with a thread for each worker; the caller's thread is the first.
/// Cancelled (asked before each merge), or what a
/// worker said.
[[nodiscard]] Result<> workInOrder(qint64 count,
                                   const std::vector<std::unique_ptr<OrderedWorker>> &workers,
                                   const std::function<bool()> &isCancelled = {});

/// From now on threads that work get a lower priority, those of a pool for good: a program with a
/// window says so, which must stay quick meanwhile. All of them alike, for each may have to wait for
/// any other.
void workInBackground();

/// How many workers are worth their threads for so many parts: one a core, at most eight.
[[nodiscard]] int workersFor(qint64 parts);
