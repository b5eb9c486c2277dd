// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace practice {

/// A wish for the fate of a whole batch, from its metadata {"practice": "expire"}.
enum class Fate : quint8 {
    Complete,
    Expire, ///< ends expired, with the results so far
    Lose, ///< completes, but some rows are in no file
    Fail, ///< is refused as a whole after a moment
    Slow, ///< takes ten times as long
};
[[nodiscard]] Fate fateFromWord(const QString &word);

enum class Phase : quint8 {
    Validating,
    InProgress,
    Finalizing,
    Completed,
    Failed,
    Expired,
    Cancelling,
    Cancelled
};
[[nodiscard]] QString phaseWord(Phase phase);
[[nodiscard]] bool isEnd(Phase phase);

/// All that is stored of a batch. Times are wall-clock milliseconds; where a batch stands at a
/// moment follows from them alone, so that it goes on while no process runs.
struct BatchRecord {
    QString id;
    qint64 sequence = 0; ///< order of creation
    qint64 createdMs = 0;
    qint64 lifeMs = 3000;
    QString endpoint;
    QString inputFileId;
    QString window;
    QJsonValue metadata;
    Fate fate = Fate::Complete;
    double failShare = 0;
    // Known once the input has been read:
    qint64 plannedMs = 0; ///< 0: not yet
    qint64 total = 0;
    QString model;
    QJsonArray faults;
    // Once somebody asked for it:
    qint64 cancelMs = 0;
    // Once the results are written:
    qint64 writtenMs = 0;
    QString outputFileId;
    QString errorFileId;
    qint64 completed = 0;
    qint64 failed = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;

    // When each phase begins, as far as it is known.
    [[nodiscard]] qint64 inProgressMs() const;
    [[nodiscard]] qint64 finalizingMs() const;
    [[nodiscard]] qint64 completedMs() const;
    [[nodiscard]] qint64 failedMs() const;
    [[nodiscard]] qint64 expiredMs() const;
    [[nodiscard]] qint64 cancelledMs() const;

    [[nodiscard]] Phase phase(qint64 nowMs) const;
    /// Rows that are through at a moment.
    [[nodiscard]] qint64 rowsDone(qint64 nowMs) const;
    /// Rows that get an answer in the end: not all where it was cancelled or expired.
    [[nodiscard]] qint64 rowsToAnswer() const;
    /// When the results have to be written; nothing where that is done or never happens.
    [[nodiscard]] std::optional<qint64> writeDueMs() const;

    bool operator==(const BatchRecord &) const = default;
};

[[nodiscard]] QJsonObject toJson(const BatchRecord &record);
[[nodiscard]] std::optional<BatchRecord> batchFromJson(const QJsonObject &json);

} // namespace practice
