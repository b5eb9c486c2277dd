// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/batchrecord.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

// Shares of a batch's life.
constexpr double validatingShare = 0.15;
constexpr double finalizingShare = 0.85;
constexpr double expiryShare = 0.6;
constexpr double cancellingShare = 0.1;
constexpr qint64 shortestCancellingMs = 100;

constexpr std::array fateWords{"complete"_L1, "expire"_L1, "lose"_L1, "fail"_L1, "slow"_L1};
constexpr std::array phaseWords{"validating"_L1, "in_progress"_L1, "finalizing"_L1, "completed"_L1,
                                "failed"_L1,     "expired"_L1,     "cancelling"_L1, "cancelled"_L1};

qint64 share(qint64 lifeMs, double part)
{
    return static_cast<qint64>(std::llround(static_cast<double>(lifeMs) * part));
}

} // namespace

Fate fateFromWord(const QString &word)
{
    const auto found = std::ranges::find(fateWords, word);
    return found == fateWords.end() ? Fate::Complete : static_cast<Fate>(found - fateWords.begin());
}

QString phaseWord(Phase phase)
{
    return phaseWords[static_cast<size_t>(phase)];
}

bool isEnd(Phase phase)
{
    return phase == Phase::Completed || phase == Phase::Failed || phase == Phase::Expired
        || phase == Phase::Cancelled;
}

qint64 BatchRecord::inProgressMs() const
{
    return std::max(createdMs + share(lifeMs, validatingShare), plannedMs);
}

qint64 BatchRecord::finalizingMs() const
{
    return std::max(createdMs + share(lifeMs, finalizingShare), plannedMs);
}

qint64 BatchRecord::completedMs() const
{
    return std::max(createdMs + lifeMs, writtenMs);
}

qint64 BatchRecord::failedMs() const
{
    return inProgressMs();
}

qint64 BatchRecord::expiredMs() const
{
    return std::max({createdMs + share(lifeMs, expiryShare), plannedMs, writtenMs});
}

qint64 BatchRecord::cancelledMs() const
{
    return std::max(cancelMs + std::max(share(lifeMs, cancellingShare), shortestCancellingMs),
                    writtenMs);
}

Phase BatchRecord::phase(qint64 nowMs) const
{
    const bool hasResults = writtenMs != 0;
    if (cancelMs != 0) {
        const bool isReady = hasResults || (plannedMs != 0 && !faults.isEmpty());
        return isReady && nowMs >= cancelledMs() ? Phase::Cancelled : Phase::Cancelling;
    }
    if (plannedMs == 0 || nowMs < inProgressMs())
        return Phase::Validating;
    if (!faults.isEmpty())
        return Phase::Failed;
    if (fate == Fate::Expire)
        return hasResults && nowMs >= expiredMs() ? Phase::Expired : Phase::InProgress;
    if (hasResults && nowMs >= completedMs())
        return Phase::Completed;
    return nowMs >= finalizingMs() ? Phase::Finalizing : Phase::InProgress;
}

qint64 BatchRecord::rowsDone(qint64 nowMs) const
{
    if (plannedMs == 0 || nowMs < inProgressMs())
        return 0;
    const qint64 end = finalizingMs();
    if (nowMs >= end)
        return total;
    const double part
        = static_cast<double>(nowMs - inProgressMs()) / static_cast<double>(end - inProgressMs());
    return static_cast<qint64>(static_cast<double>(total) * part);
}

qint64 BatchRecord::rowsToAnswer() const
{
    if (cancelMs != 0)
        return rowsDone(cancelMs);
    if (fate == Fate::Expire)
        return rowsDone(createdMs + share(lifeMs, expiryShare));
    return total;
}

std::optional<qint64> BatchRecord::writeDueMs() const
{
    if (plannedMs == 0 || writtenMs != 0 || !faults.isEmpty())
        return std::nullopt;
    if (cancelMs != 0)
        return cancelMs;
    return fate == Fate::Expire ? expiredMs() : finalizingMs();
}

QJsonObject toJson(const BatchRecord &record)
{
    return {{u"id"_s, record.id},
            {u"sequence"_s, record.sequence},
            {u"created_ms"_s, record.createdMs},
            {u"life_ms"_s, record.lifeMs},
            {u"endpoint"_s, record.endpoint},
            {u"input_file_id"_s, record.inputFileId},
            {u"window"_s, record.window},
            {u"metadata"_s, record.metadata},
            {u"fate"_s, fateWords[static_cast<size_t>(record.fate)]},
            {u"fail_share"_s, record.failShare},
            {u"planned_ms"_s, record.plannedMs},
            {u"total"_s, record.total},
            {u"model"_s, record.model},
            {u"faults"_s, record.faults},
            {u"cancel_ms"_s, record.cancelMs},
            {u"written_ms"_s, record.writtenMs},
            {u"output_file_id"_s, record.outputFileId},
            {u"error_file_id"_s, record.errorFileId},
            {u"completed"_s, record.completed},
            {u"failed"_s, record.failed},
            {u"input_tokens"_s, record.inputTokens},
            {u"output_tokens"_s, record.outputTokens}};
}

std::optional<BatchRecord> batchFromJson(const QJsonObject &json)
{
    BatchRecord record{.id = json["id"_L1].toString(),
                       .sequence = json["sequence"_L1].toInteger(),
                       .createdMs = json["created_ms"_L1].toInteger(),
                       .lifeMs = json["life_ms"_L1].toInteger(),
                       .endpoint = json["endpoint"_L1].toString(),
                       .inputFileId = json["input_file_id"_L1].toString(),
                       .window = json["window"_L1].toString(),
                       .metadata = json["metadata"_L1],
                       .fate = fateFromWord(json["fate"_L1].toString()),
                       .failShare = json["fail_share"_L1].toDouble(),
                       .plannedMs = json["planned_ms"_L1].toInteger(),
                       .total = json["total"_L1].toInteger(),
                       .model = json["model"_L1].toString(),
                       .faults = json["faults"_L1].toArray(),
                       .cancelMs = json["cancel_ms"_L1].toInteger(),
                       .writtenMs = json["written_ms"_L1].toInteger(),
                       .outputFileId = json["output_file_id"_L1].toString(),
                       .errorFileId = json["error_file_id"_L1].toString(),
                       .completed = json["completed"_L1].toInteger(),
                       .failed = json["failed"_L1].toInteger(),
                       .inputTokens = json["input_tokens"_L1].toInteger(),
                       .outputTokens = json["output_tokens"_L1].toInteger()};
    if (record.id.isEmpty() || record.createdMs <= 0 || record.lifeMs <= 0)
        return std::nullopt;
    return record;
}

} // namespace practice
