// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QString>
#include <QtNumeric>

#include <optional>

/// Input and output together; none where one is unknown, or no number holds both.
[[nodiscard]] inline std::optional<qint64> sumOfTokens(std::optional<qint64> input,
                                                       std::optional<qint64> output)
{
    qint64 sum = 0;
    return input && output && !qAddOverflow(*input, *output, &sum) ? std::optional(sum)
                                                                   : std::nullopt;
}

/// One line of a result file, read. The file stays the truth; this is a reading of it.
struct ResultLine {
    std::optional<QString> customId; ///< none: kept, never dropped
    Outcome outcome = Outcome::Failed;
    int httpStatus = 0; ///< 0: not stated
    QString errorCode;
    QString errorMessage;
    QString requestId;
    QString model;
    QString finishReason;
    QString
        content; ///< the prose of the answer: chat content, output text, or a summary for embeddings
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> totalTokens;
    QByteArray body; ///< raw JSON of the answer, verbatim; empty where there is none
};
