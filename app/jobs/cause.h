// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "jobs/stepplan.h"

#include <QString>

struct StepEnd;

/// What brings a batch into a state, as its history is to tell it.
struct Cause {
    StateCause kind = StateCause::Step;
    QString program = {}; ///< of a person's wish: where it was said; empty: not known any more
};

/// What the end of a step of this kind tells of the state that it leads to.
[[nodiscard]] Cause causeOf(StepPlan::Kind kind, const StepEnd &end, const StepMemory &memory);

/// The change of state for the history. program: this one, which did what no person asked for.
[[nodiscard]] StateChange stateChange(const Batch &batch, const QDateTime &now, const Cause &cause,
                                      const QString &program);
