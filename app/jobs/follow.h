// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"

#include <QObject>

#include <utility>

/// Keeps the root of a task and consumes it once. The handle is set before the consumer can run:
/// on a future that is finished already it runs at once, and may delete the handle's owner.
template <class T, class F>
void follow(TaskHandle<T> &handle, QFuture<T> task, QObject *context, F &&consumer)
{
    handle = TaskHandle<T>(task);
    task.then(context, std::forward<F>(consumer));
}
