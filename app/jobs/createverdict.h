// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "profiles/profile.h"

/// What an answer other than success, or no answer, says about a paid call.
enum class CreateVerdict : quint8 {
    Refused, ///< a clear refusal: nothing was created, and sending it again would not help
    LiveLimit, ///< 429 about the number of live batches: goes again when one has ended
    RateLimited, ///< any other 429: goes again when its time has come
    KeyRefused, ///< 401: goes again with another key
    NotSent, ///< surely no byte reached the provider: goes again by itself
    InDoubt, ///< it may have been created: never sent again by itself
};

/// For a reply with a status other than 2xx; error is what the dialect reads of it. What is not
/// listed as a clear refusal (commands.md) is in doubt.
[[nodiscard]] CreateVerdict judgeRefusal(int status, const Error &error, const Profile &profile);

/// For a call that ended without a whole answer.
[[nodiscard]] CreateVerdict judgeSilence(ErrorKind kind);
