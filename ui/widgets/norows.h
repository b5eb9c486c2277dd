// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/runsummary.h"
#include "widgets/statepane.h"

/// What the page of a run says in place of rows that are not there: why, and what can be done about
/// it.
[[nodiscard]] StatePane::Content noRows(const RunSummary &run, const QList<QAction *> &actions);
