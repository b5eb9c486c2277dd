// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/stepplan.h"

#include <memory>

/// Moves one batch one step: finds the step from what is stored, does it, hands back the batch as it
/// is to be stored, and stops. The step itself stores what has to be on disk before it acts. What
/// comes next is found anew, from what was stored: so a crash between two steps loses nothing.
/// Going away cancels the step.
class BatchRunner {
public:
    BatchRunner(const StepContext &context, BatchId batch, StepMemory &memory, LaneRoom &room);
    ~BatchRunner();

    [[nodiscard]] const StepPlan &plan() const { return m_plan; }
    /// False where there is nothing to do; else ended is called exactly once.
    [[nodiscard]] bool start(BatchStep::Ended ended, BatchStep::Progressed progressed);

private:
    [[nodiscard]] std::unique_ptr<BatchStep> makeStep();

    const StepContext m_context;
    BatchId m_id;
    StepMemory &m_memory;
    LaneRoom &m_room;
    StepPlan m_plan;
    std::unique_ptr<BatchStep> m_step;
};
