// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/harm.h"
#include "core/run.h"

#include <QDateTime>
#include <QString>

#include <optional>

class Driver;
class Library;

/// Whom a run waits for, the most urgent first.
enum class Urgency : quint8 {
    NeedsYou, ///< uncertain, failed, paused: it goes on only by a person
    Deadline, ///< something is lost soon
    News, ///< ended, and nobody has looked yet
    UnderWay,
    Rest,
};

/// What the window says of a run at one glance: its batches summed up. A value.
struct RunSummary {
    RunId id;
    QString name;
    BatchState state = BatchState::Draft;
    QString rawStatus; ///< the provider's own word, where all batches have the same
    bool unknownStatus = false; ///< and it is none that we know
    QString reason; ///< why it waits here, or what is in doubt
    qint64 requests = 0;
    std::optional<qint64> done; ///< as the provider counts
    std::optional<qint64> succeeded;
    std::optional<qint64> failed;
    std::optional<qint64> added; ///< staged: requests that are there, while not all of them are
    bool waitsForStart = false; ///< staged: all is there, and a person starts it
    bool addingInDoubt = false; ///< staged: whether the last requests came there cannot be seen
    std::optional<double> transfer; ///< bytes under way, 0 to 1
    bool resultsHere = false; ///< something was fetched
    bool resultsComplete = false; ///< all that there is was fetched
    QString connection;
    ConnectionId connectionId;
    QString model;
    QDateTime createdAt;
    QDateTime submittedAt;
    QDateTime checkedAt; ///< the oldest of its batches' last answers
    QDateTime nextCheckAt; ///< the earliest
    QDateTime endedAt;
    std::optional<Error> error;
    QString remoteIds;
    bool unread = false;
    QStringList tags;
    QString colour; ///< of its connection
    QString haystack; ///< all that a search looks into, case folded

    // What RunOutlook adds.
    Urgency urgency = Urgency::Rest;
    std::optional<Harm> harm;
    std::optional<ErrorKind> paused; ///< its connection is, and why
    QDateTime expectedAt; ///< when it should end; invalid: no history tells
    int expectedFrom = 0; ///< and so many earlier batches tell it

    /// How far, 0 to 1, while it is under way; nothing where only the stage is known.
    [[nodiscard]] std::optional<double> fraction() const;
    /// "64 of 104", or the stage in words.
    [[nodiscard]] QString progressText() const;
    /// Our word for the state, with the provider's own beside where we do not know it.
    [[nodiscard]] QString stateWords() const;
    /// Waits for a person: uncertain, failed, or held with an error.
    [[nodiscard]] bool needsAttention() const;
    [[nodiscard]] bool isUnderWay() const;

    bool operator==(const RunSummary &) const = default;
};

/// The summary of a run that is in the library; driver, where there is one, adds transfers.
[[nodiscard]] RunSummary summarise(const Library &library, const Run &run,
                                   const Driver *driver = nullptr);
