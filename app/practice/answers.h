// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/requestline.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace practice {

/// Why one request of a batch got no answer, as an HTTP answer would say it.
struct RowFault {
    int status = 400;
    QByteArray code;
    QByteArray message;
    QByteArray type = QByteArrayLiteral("invalid_request_error");
    QByteArray param;

    bool operator==(const RowFault &) const = default;
};

struct Tokens {
    qint64 input = 0;
    qint64 output = 0;
};

/// Answers are made from the request's bytes alone: the same request has the same answer always.
/// These words in a prompt ask for an outcome: practice:refuse practice:empty practice:truncate
/// practice:malformed practice:fail (batchctl practice --help tells users).
///
/// The fault of a request that a provider would refuse; nothing where it has an answer.
[[nodiscard]] std::optional<RowFault> faultOf(const RequestLine &request);

/// One of the faults that happen by chance: too long, too fast, trouble there.
[[nodiscard]] RowFault chanceFault(quint64 hash);

/// Appends the body of an answer, one JSON object. created in Unix seconds.
Tokens appendAnswer(QByteArray &out, const RequestLine &request, qint64 created);

/// Appends the body of a fault: {"error":{...}}, or {} for one without words.
void appendFault(QByteArray &out, const RowFault &fault);

} // namespace practice
