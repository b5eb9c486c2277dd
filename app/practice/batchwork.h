// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "practice/batchrecord.h"
#include "practice/linefile.h"
#include "practice/requestline.h"

#include <QJsonArray>
#include <QPromise>
#include <QString>

#include <memory>
#include <vector>

/// The two long jobs of a batch: reading its input, writing its results. Pure but for the files
/// they are given; run on a pool; memory grows by some bytes a row only.
namespace practice {

/// What reading the input found out, kept while the batch lives.
struct BatchPlan {
    LineStarts starts;
    std::vector<quint32> order; ///< the row that comes n-th
    std::vector<quint32> failedPlaces; ///< places in order of the rows that fail, sorted
    QString model;
    QJsonArray faults; ///< what is wrong with the input, as OpenAI lists it; at most 100

    [[nodiscard]] qint64 total() const { return static_cast<qint64>(order.size()); }
    /// How many of the first rows fail.
    [[nodiscard]] qint64 failedBefore(qint64 place) const;
};

struct PlanTask {
    QString inputPath;
    BatchRecord batch;
    LineRules rules;
};
void planBatch(QPromise<Result<std::shared_ptr<const BatchPlan>>> &promise, const PlanTask &task);

/// How a dialect writes one result.
enum class ResultShape : quint8 {
    WithIds, ///< OpenAI: id, custom_id, response with request_id, error
    Plain, ///< custom_id, response, error
    OneFile, ///< the same, with null for the response of a failed row, and all in one file
};

struct WriteTask {
    QString inputPath;
    QString outputPath;
    QString errorPath;
    BatchRecord batch;
    LineRules rules;
    ResultShape shape = ResultShape::WithIds;
    bool writesUnanswered
        = true; ///< rows without a turn get a line with batch_expired, batch_cancelled
    std::shared_ptr<const BatchPlan> plan;
};
struct WrittenResults {
    qint64 completed = 0;
    qint64 failed = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 outputBytes = 0; ///< 0: there is no such file
    qint64 errorBytes = 0;
};
void writeResults(QPromise<Result<WrittenResults>> &promise, const WriteTask &task);

/// True for the rows that the fate "lose" leaves out: each tenth, the first one always.
[[nodiscard]] bool isLost(const BatchRecord &batch, qint64 place);

} // namespace practice
