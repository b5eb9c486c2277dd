// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

SystemClock::SystemClock()
{
    bool ok = false;
    const double scale = qEnvironmentVariable("BATCHDESK_TIME_SCALE").toDouble(&ok);
    if (ok && scale > 0)
        m_scale = scale;
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::steady() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}
