// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a server asks to wait: any headers and body give nothing or a wait that is not negative
// and not beyond a century, and a back-off stays between its bounds.
#include "net/retrypolicy.h"
#include "target.h"

#include <QTimeZone>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace std::chrono_literals;
    Input input(data, size);
    constexpr int statuses[] = {200, 429, 503};
    HttpReply reply{.status = statuses[input.choice(3)]};
    const int attempt = int(input.choice(256)) - 8;
    reply.headers = {{"retry-after", input.line()},
                     {"retry-after-ms", input.line()},
                     {"date", input.line()},
                     {"retry-after", input.line()}};
    reply.body = input.bytes();
    const QDateTime now(QDate(2026, 3, 29), QTime(1, 30), QTimeZone::UTC);
    const auto wait = retryAfter(reply, now);
    demand(!wait || (*wait >= 0ms && *wait <= std::chrono::hours(24) * 366 * 100),
           "a wait is between nothing and a century");
    demand(retryAfter(reply, now) == wait, "the same answer means the same wait");
    const auto pause = backOff(attempt, double(size % 100) / 100);
    demand(pause >= 0ms && pause <= 10min, "a back-off keeps its bounds");
    return 0;
}
