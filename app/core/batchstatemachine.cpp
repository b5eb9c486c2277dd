// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/batchstatemachine.h"

#include <QCoreApplication>

namespace {

Failure illegal(BatchState state)
{
    return Failure(Error{
        .kind = ErrorKind::BadInput,
        .message = QCoreApplication::translate(
                       "BatchState", "This is not possible while the batch is in state \"%1\"")
                       .arg(stateText(state)),
    });
}

/// What a provider's word can mean for a batch that exists there.
BatchState remotely(BatchState state)
{
    using enum BatchState;
    switch (state) {
    case Draft:
    case Held:
    case Creating:
    case Unknown: return Queued;
    case Uploading: return Validating;
    default: return state;
    }
}

bool isBeforeCreation(BatchState state)
{
    using enum BatchState;
    return state == Draft || state == Held || state == Uploading;
}

} // namespace

Result<BatchState> next(BatchState state, BatchEvent event, BatchState remote)
{
    using enum BatchState;
    switch (event) {
    case BatchEvent::SubmitRequested:
        if (state == Draft || state == Held)
            return Uploading;
        break;
    case BatchEvent::UploadStarted:
        if (isBeforeCreation(state))
            return Uploading;
        break;
    case BatchEvent::UploadFailed:
        if (state == Uploading || state == Held)
            return Failed;
        break;
    case BatchEvent::HoldImposed:
        if (isBeforeCreation(state))
            return Held;
        break;
    case BatchEvent::HoldReleased:
        if (state == Held)
            return Uploading;
        break;
    case BatchEvent::CreateStarted:
        if (state == Uploading)
            return Creating;
        break;
    case BatchEvent::CreateRefused:
        if (state == Creating)
            return Failed;
        break;
    case BatchEvent::CreateNotSent:
    case BatchEvent::CreateRateLimited:
        if (state == Creating)
            return Held;
        break;
    case BatchEvent::CreateInDoubt:
        if (state == Creating)
            return Unknown;
        break;
    case BatchEvent::RemoteSeen:
        if (state == Creating || isLive(state))
            return remotely(remote);
        break;
    case BatchEvent::AdoptedByListing:
        if (state == Unknown)
            return remotely(remote);
        break;
    case BatchEvent::ResubmitConfirmed:
        if (state == Unknown)
            return Uploading;
        break;
    case BatchEvent::LocalCancel:
        if (isBeforeCreation(state))
            return Cancelled;
        break;
    case BatchEvent::CancelAccepted:
        if (isLive(state))
            return Cancelling;
        break;
    }
    return illegal(state);
}
