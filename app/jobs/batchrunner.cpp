// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/batchrunner.h"

#include "jobs/addstep.h"
#include "jobs/cancelstep.h"
#include "jobs/createstep.h"
#include "jobs/fetchstep.h"
#include "jobs/finishstep.h"
#include "jobs/pagestep.h"
#include "jobs/reconciler.h"
#include "jobs/spoolstep.h"
#include "jobs/startstep.h"
#include "jobs/statusstep.h"
#include "jobs/uploadstep.h"
#include "library/library.h"

#include <utility>

BatchRunner::BatchRunner(const StepContext &context, BatchId batch, StepMemory &memory,
                         LaneRoom &room)
    : m_context(context), m_id(batch), m_memory(memory), m_room(room)
{
    const Batch *stored = m_context.library.batch(batch);
    const Run *run = stored != nullptr ? m_context.library.run(stored->run) : nullptr;
    if (run != nullptr && !stored->superseded)
        m_plan = planStep(*run, *stored, m_context.profile, *m_context.dialect, m_memory);
}

BatchRunner::~BatchRunner() = default;

bool BatchRunner::start(BatchStep::Ended ended, BatchStep::Progressed progressed)
{
    m_step = makeStep();
    if (!m_step)
        return false;
    m_step->start(std::move(ended), std::move(progressed));
    return true;
}

std::unique_ptr<BatchStep> BatchRunner::makeStep()
{
    using Kind = StepPlan::Kind;
    switch (m_plan.kind) {
    case Kind::None:
    case Kind::Wait: return nullptr;
    case Kind::Spool: return std::make_unique<SpoolStep>(m_context, m_id, m_memory);
    case Kind::Upload: return std::make_unique<UploadStep>(m_context, m_id, m_memory, m_plan.call);
    case Kind::Create:
        return std::make_unique<CreateStep>(m_context, m_id, m_memory, m_plan.call, m_room);
    case Kind::Add: return std::make_unique<AddStep>(m_context, m_id, m_memory, m_plan.call);
    case Kind::Start: return std::make_unique<StartStep>(m_context, m_id, m_memory, m_plan.call);
    case Kind::Reconcile: return std::make_unique<Reconciler>(m_context, m_id, m_memory);
    case Kind::Status: return std::make_unique<StatusStep>(m_context, m_id, m_memory, m_plan.call);
    case Kind::Cancel: return std::make_unique<CancelStep>(m_context, m_id, m_memory);
    case Kind::Fetch:
        if (m_plan.call.sink == SinkKind::Pages)
            return std::make_unique<PageStep>(m_context, m_id, m_memory, m_plan.call);
        return std::make_unique<FetchStep>(m_context, m_id, m_memory, m_plan.call);
    case Kind::CancelHere:
    case Kind::EndPartial:
    case Kind::Finish:
    case Kind::GiveUp: return std::make_unique<FinishStep>(m_context, m_id, m_memory, m_plan);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}
