// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/batchstatemachine.h"

#include <QCoreApplication>

namespace {

Failure illegal(BatchState state)
{
    return Failure(Error{
        .kind = ErrorKind::BadInput,
        .message = QCoreApplication::translate("BatchState", "This is not possible while the batch is in state \"%1\"")
                       .arg(stateText(state)),
    });
}

/// States in which the provider may be heard of: the batch was created there and is not over.
bool isRemote(BatchState state)
{
    return isLive(state);
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
        if (state == Draft || state == Held || state == Uploading)
            return Uploading;
        break;
    case BatchEvent::UploadFailed:
        if (state == Uploading)
            return Failed;
        break;
    case BatchEvent::HoldImposed:
        if (state == Draft || state == Uploading || state == Held || state == Creating)
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
    case BatchEvent::CreateRateLimited:
        if (state == Creating)
            return Held;
        break;
    case BatchEvent::CreateInDoubt:
        if (state == Creating)
            return Unknown;
        break;
    case BatchEvent::RemoteSeen:
        // A word from before the creation ("created") still means: it is there.
        if (state == Creating || isRemote(state))
            return remote;
        break;
    case BatchEvent::AdoptedByListing:
        if (state == Unknown)
            return remote;
        break;
    case BatchEvent::ResubmitConfirmed:
        if (state == Unknown)
            return Uploading;
        break;
    }
    return illegal(state);
}
