// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrig.h"
#include "jobs/stagedprovider.h"

/// What the tests of adding requests in parts share: the calls, and a run that is added in threes.
namespace AddingRig {

using namespace Qt::StringLiterals;

inline const QByteArray addPath = "/v1/batches/batch_1/requests";
inline const QByteArray addCall = "POST " + addPath;
inline const QByteArray listCall = "GET " + addPath;

[[nodiscard]] inline RunId submitStaged(JobRig &rig, StagedProvider &provider, int requests,
                                        QMap<QString, QString> settings = {})
{
    if (!settings.contains(u"add_requests"_s))
        settings.insert(u"add_requests"_s, u"3"_s);
    return rig.submit(rig.connect(u"staged"_s, provider.url(), settings), requests);
}

} // namespace AddingRig
