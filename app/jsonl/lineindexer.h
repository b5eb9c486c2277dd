// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/lineindex.h"
#include "jsonl/pass.h"

#include <QString>

#include <memory>

/// Finds the lines of a file in one pass, without looking into them. BadInput where it cannot be
/// opened, FileChanged, Disk, Cancelled. The caller's thread.
[[nodiscard]] Result<std::shared_ptr<const LineIndex>> buildLineIndex(const QString &path,
                                                                      const Pass &pass = {});
