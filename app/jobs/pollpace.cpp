// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/pollpace.h"

#include <QtTypes>

#include <algorithm>

using std::chrono::milliseconds;

milliseconds pollWait(const PollNews &news, milliseconds min, milliseconds max)
{
    constexpr int youngPolls = 6; // a batch is young for as long as this many of the shortest waits
    max = std::max(min, max);
    if (news.unknownStatus)
        return std::clamp(news.last * 2, min * 4 < max ? min * 4 : max, max);
    if (news.changed || news.last.count() <= 0 || news.age < min * youngPolls)
        return min;
    const milliseconds longer = news.last + news.last / 2;
    const bool nearEnd = news.progress && *news.progress >= 0.95;
    return std::clamp(longer, min, nearEnd ? std::min(min * 3, max) : max);
}

milliseconds jittered(milliseconds wait, double random)
{
    return milliseconds(
        static_cast<qint64>(static_cast<double>(wait.count()) * (0.9 + 0.2 * random)));
}
