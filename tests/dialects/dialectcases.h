// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casefile.h"

/// The slots that a dialect's test is made of: data-driven over its folder of cases.
void addCaseRows(const Dialect &dialect);
/// Runs the case of the current row: what the reply is read as, and what is asked for next.
void runReplyCase(const Dialect &dialect);
void runNextCase(const Dialect &dialect);

/// The whole body of a batch with these request lines, as the spooler would write it.
[[nodiscard]] QByteArray bodyOf(const Dialect &dialect, const BatchView &view,
                                const QByteArray &lines);
