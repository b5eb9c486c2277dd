// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/stepcontext.h"

/// The one step that a batch needs next, found from what is stored. Pure.
struct StepPlan {
    enum class Kind : quint8 {
        None, ///< nothing by itself
        Wait, ///< the dialect has nothing to ask now
        Spool,
        Upload, ///< and asking whether the upload is ready
        Create,
        Add,
        Start,
        Reconcile,
        Status,
        Cancel,
        CancelHere, ///< a person gave it up before it was created
        Fetch,
        EndPartial, ///< what is there so far has been fetched
        Finish, ///< all that the provider had is here
        GiveUp,
    };
    Kind kind = Kind::None;
    Call call; ///< for Upload, Create, Add, Start, Status, Fetch
    Error error; ///< for GiveUp
};

[[nodiscard]] StepPlan planStep(const Run &run, const Batch &batch, const Profile &profile,
                                const Dialect &dialect, const StepMemory &memory);

/// The call that asks how a batch is and nothing more; nothing where the dialect has none.
[[nodiscard]] std::optional<Call> statusCall(const BatchView &view, const Dialect &dialect);

/// Moves many bytes: few of these at once.
[[nodiscard]] bool isTransfer(const StepPlan &plan);
