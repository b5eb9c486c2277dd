// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/createverdict.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

CreateVerdict judgeRefusal(int status, const Error &error, const Profile &profile)
{
    static constexpr std::array refusals = {400, 402, 403, 404, 413, 415, 422, 501};
    if (status == 401)
        return CreateVerdict::KeyRefused;
    if (status == 429)
        return error.code == "batch_limit_exceeded"_L1 ? CreateVerdict::LiveLimit
                                                       : CreateVerdict::RateLimited;
    if (std::ranges::contains(refusals, status) || profile.refusedStatuses.contains(status))
        return CreateVerdict::Refused;
    return CreateVerdict::InDoubt;
}

CreateVerdict judgeSilence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::Tls: return CreateVerdict::NotSent;
    case ErrorKind::Disk:
    case ErrorKind::FileChanged:
    case ErrorKind::BadInput:
        return CreateVerdict::Refused; // our own side: the body could not be read, nothing left
    default: return CreateVerdict::InDoubt;
    }
}
