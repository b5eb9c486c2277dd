// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/stepplan.h"

/// The steps that ask nobody: the end of a batch whose results are here (once their number is what
/// the provider counted), the end of a partial fetch, a cancel before the creation, giving up.
class FinishStep final : public BatchStep {
    Q_OBJECT
public:
    FinishStep(const StepContext &context, BatchId batch, StepMemory &memory, StepPlan plan)
        : BatchStep(context, batch, memory), m_plan(std::move(plan))
    {}

private:
    void run() override;
    void finish(Batch batch);
    void endPartial(Batch batch);
    void cancelHere(Batch batch);
    void giveUp(Batch batch);

    StepPlan m_plan;
};

/// True where fewer lines came than the batch must have, so that fetching again may bring more.
[[nodiscard]] bool isShort(const Batch &batch);
