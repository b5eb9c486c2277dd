// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/countcomparison.h"

std::vector<CountComparison> compareCounts(const Certificate &certificate)
{
    using What = CountComparison::What;
    const RequestCounts &provider = certificate.provider;
    const qint64 succeeded = certificate.count(Outcome::Answered)
        + certificate.count(Outcome::Truncated) + certificate.count(Outcome::Refused)
        + certificate.count(Outcome::Empty) + certificate.count(Outcome::Malformed);
    std::vector<CountComparison> all;
    const auto add = [&](What what, const std::optional<qint64> &theirs, qint64 ours) {
        if (theirs)
            all.push_back({.what = what,
                           .ours = ours,
                           .theirs = *theirs,
                           .differs = !certificate.agrees && *theirs != ours});
    };
    add(What::Total, provider.total, certificate.requests);
    add(What::Succeeded, provider.succeeded, succeeded);
    add(What::Failed, provider.failed, certificate.count(Outcome::Failed));
    add(What::Expired, provider.expired, certificate.count(Outcome::Expired));
    add(What::Cancelled, provider.cancelled, certificate.count(Outcome::Cancelled));
    return all;
}
