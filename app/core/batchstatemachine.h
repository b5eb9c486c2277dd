// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/result.h"

/// What can happen to a batch. The pure table below is the only place that says what may follow.
enum class BatchEvent : quint8 {
    SubmitRequested, ///< a person, or --again
    UploadStarted,
    HoldImposed,
    HoldReleased,
    CreateStarted, ///< stored before the paid call goes out
    CreateNotSent, ///< no byte of it left: nothing was created, goes again by itself
    CreateRefused, ///< a clear answer: nothing was created
    CreateRateLimited, ///< 429: nothing was created, goes again in time
    CreateInDoubt,
    RemoteSeen, ///< the provider said a status; see next() with a target
    AdoptedByListing, ///< unknown, and the list shows it
    ResubmitConfirmed, ///< unknown, and a person said: send again
    UploadFailed,
    LocalCancel, ///< a person gave it up before anything was created
    CancelAccepted, ///< the provider has taken a cancel and says no state yet
};

/// state after event, or an error (illegal: logged by the caller, never asserted away).
/// Terminal states have no way out. unknown is left by AdoptedByListing and ResubmitConfirmed
/// only. remote is the state the provider reports and is used with RemoteSeen and AdoptedByListing;
/// a word that stands for a state of ours from before the creation ("created") means: it is there,
/// and nothing was begun. So a batch that was seen there can never be created again.
[[nodiscard]] Result<BatchState> next(BatchState state, BatchEvent event,
                                      BatchState remote = BatchState::Running);
