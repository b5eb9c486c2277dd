// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/circuit.h"

#include "net/portal.h"
#include "net/retrypolicy.h"

#include <algorithm>

using std::chrono::milliseconds;

void Circuit::take(Sign sign, bool isProbe, const Clock &clock, double random)
{
    if (sign == Sign::Answered) {
        *this = {};
        return;
    }
    if (isOpen() && !isProbe)
        return;
    ++m_failures;
    if (!isOpen() && sign == Sign::Faulty && m_failures < patience)
        return;
    if (!isOpen())
        m_since = clock.now();
    const milliseconds wait = backOff(++m_tries, random, std::chrono::seconds(2), longest);
    m_nextTry = clock.steady() + std::max(clock.scaled(wait), milliseconds(1));
}

void Circuit::hurry(const Clock &clock, milliseconds wait)
{
    m_nextTry = std::min(m_nextTry, clock.steady() + wait);
}

std::optional<Circuit::Sign> signOf(const Error &failure, bool isTransfer)
{
    using Sign = Circuit::Sign;
    if (failure.code == notTheProvider)
        return Sign::Unreachable;
    switch (failure.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Tls: return Sign::Unreachable;
    case ErrorKind::Timeout:
    case ErrorKind::ServerFault:
    case ErrorKind::BadReply: return isTransfer ? std::nullopt : std::optional(Sign::Faulty);
    default: break;
    }
    const bool hasAnswered = failure.httpStatus > 0 && failure.httpStatus != 429;
    return hasAnswered ? std::optional(Sign::Answered) : std::nullopt;
}
