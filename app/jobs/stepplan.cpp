// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stepplan.h"

#include <utility>

using Kind = StepPlan::Kind;

namespace {

StepPlan planOf(Step step, bool isOver)
{
    if (auto *call = std::get_if<Call>(&step)) {
        switch (call->kind) {
        case StepKind::Upload:
        case StepKind::FileStatus: return {.kind = Kind::Upload, .call = std::move(*call)};
        case StepKind::Create: return {.kind = Kind::Create, .call = std::move(*call)};
        case StepKind::Add: return {.kind = Kind::Add, .call = std::move(*call)};
        case StepKind::Start: return {.kind = Kind::Start, .call = std::move(*call)};
        case StepKind::Status: return {.kind = Kind::Status, .call = std::move(*call)};
        case StepKind::FetchOutput:
        case StepKind::FetchErrors: return {.kind = Kind::Fetch, .call = std::move(*call)};
        case StepKind::Cancel: return {.kind = Kind::Cancel};
        case StepKind::List:
        case StepKind::ListRequests: return {.kind = Kind::Wait};
        }
    }
    if (auto *giveUp = std::get_if<GiveUp>(&step))
        return {.kind = Kind::GiveUp, .error = giveUp->error};
    if (std::holds_alternative<Done>(step) && isOver)
        return {.kind = Kind::Finish};
    return {.kind = Kind::Wait};
}

/// Nothing but the uploaded file and what follows from it may be asked for here.
StepPlan planBeforeCreation(const BatchView &view, const Dialect &dialect)
{
    if (view.batch.bodyFile.isEmpty() || view.batch.facts.intent.isEmpty())
        return {.kind = Kind::Spool};
    StepPlan plan = planOf(dialect.next(view), false);
    const bool fits = plan.kind == Kind::Upload || plan.kind == Kind::Create
        || plan.kind == Kind::GiveUp || plan.kind == Kind::Wait;
    return fits ? plan : StepPlan{.kind = Kind::Wait};
}

/// For a batch that exists: a dialect that asks for its creation once more is not listened to.
StepPlan planAfterCreation(const BatchView &view, const Dialect &dialect, bool isOver)
{
    StepPlan plan = planOf(dialect.next(view), isOver);
    const bool fits = plan.kind != Kind::Create && plan.kind != Kind::Upload;
    return fits ? plan : StepPlan{.kind = Kind::Wait};
}

StepPlan planLive(const BatchView &view, const Dialect &dialect, const StepMemory &memory)
{
    if (view.batch.facts.cancelRequested)
        return {.kind = Kind::Cancel};
    if (memory.partialWanted && memory.partialPolled) {
        for (Call &call : dialect.sources(view)) {
            const bool isNew
                = (call.kind == StepKind::FetchOutput && !view.batch.facts.outputFetched)
                || (call.kind == StepKind::FetchErrors && !view.batch.facts.errorsFetched);
            if (isNew)
                return {.kind = Kind::Fetch, .call = std::move(call)};
        }
        return {.kind = Kind::EndPartial};
    }
    if (memory.addAsks && view.batch.facts.addingRequests > 0)
        if (std::optional<Call> call = statusCall(view, dialect))
            return {.kind = Kind::Status, .call = std::move(*call)};
    StepPlan plan = planAfterCreation(view, dialect, false);
    const bool lacksBody = plan.kind == Kind::Add && view.batch.bodyFile.isEmpty();
    return lacksBody ? StepPlan{.kind = Kind::Spool} : plan;
}

} // namespace

std::optional<Call> statusCall(const BatchView &view, const Dialect &dialect)
{
    Batch others = view.batch;
    others.facts.intent.clear(); // nothing else is asked of a batch that is not ours
    others.facts.state = BatchState::Running;
    Step step = dialect.next({view.run, others, view.profile});
    Call *call = std::get_if<Call>(&step);
    return call != nullptr && call->kind == StepKind::Status ? std::optional(std::move(*call))
                                                             : std::nullopt;
}

StepPlan planStep(const Run &run, const Batch &batch, const Profile &profile,
                  const Dialect &dialect, const StepMemory &memory)
{
    const BatchFacts &facts = batch.facts;
    const BatchView view{run, batch, profile};
    switch (facts.state) {
    case BatchState::Draft:
    case BatchState::Creating: return {};
    case BatchState::Unknown: return {.kind = Kind::Reconcile};
    case BatchState::Held:
    case BatchState::Uploading: {
        if (facts.cancelRequested)
            return {.kind = Kind::CancelHere};
        Batch ready = batch;
        ready.facts.state = BatchState::Uploading;
        return planBeforeCreation({run, ready, profile}, dialect);
    }
    default: break;
    }
    if (isLive(facts.state))
        return planLive(view, dialect, memory);
    if (facts.resultsComplete)
        return {};
    if (facts.remoteId.isEmpty())
        return {.kind = Kind::Finish};
    return planAfterCreation(view, dialect, true);
}

bool isTransfer(const StepPlan &plan)
{
    switch (plan.kind) {
    case Kind::Spool:
    case Kind::Add:
    case Kind::Fetch: return true;
    case Kind::Upload:
    case Kind::Create: return plan.call.body == BodySource::SpoolFile;
    default: return false;
    }
}
