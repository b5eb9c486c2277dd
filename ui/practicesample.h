// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"

#include <QFuture>
#include <QString>
#include <QThreadPool>

/// Puts the sample requests that come with the program into the temporary folder, on the pool, so
/// that they go the way of any file. Gives the path of the copy.
[[nodiscard]] QFuture<Result<QString>> copyPracticeSample(QThreadPool &pool);
