// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

/// The states of a batch; the names are those of commands.md.
enum class BatchState : quint8 {
    Draft,
    Uploading,
    Held, ///< ready here, not sent; reason says why
    Creating, ///< the paid call is under way
    Unknown, ///< whether the paid call had an effect is in doubt
    Validating,
    Queued,
    Running,
    Finalizing,
    Completed,
    Failed,
    Expired,
    Cancelling,
    Cancelled,
};

[[nodiscard]] QString stateName(BatchState state); ///< "running"
[[nodiscard]] std::optional<BatchState> stateFromName(QStringView name);
[[nodiscard]] QString stateText(BatchState state); ///< translated, for people
[[nodiscard]] bool isTerminal(BatchState state); ///< completed failed expired cancelled
/// Live at the provider: created there and not over.
[[nodiscard]] bool isLive(BatchState state);

/// What the provider counts. Each may be unknown.
struct RequestCounts {
    std::optional<qint64> total;
    std::optional<qint64> succeeded;
    std::optional<qint64> failed;
    std::optional<qint64> cancelled;
    std::optional<qint64> expired;
    std::optional<qint64> pending;

    [[nodiscard]] bool isEmpty() const { return *this == RequestCounts(); }
    /// succeeded + failed + cancelled + expired, nothing where none is known
    [[nodiscard]] std::optional<qint64> done() const;
    /// Takes over what the other knows; what it does not know stays.
    void merge(const RequestCounts &newer);
    bool operator==(const RequestCounts &) const = default;
};

/// One thing a provider says about a batch as a whole, such as a line that did not validate.
struct BatchFault {
    QString code;
    QString message;
    QString param;
    qint64 line = 0; ///< of the sent body, from 1; 0: none
    bool operator==(const BatchFault &) const = default;
};

/// A file of results that is complete, checked and written once.
struct ResultFile {
    QString source; ///< "output", "error", "inline", "endpoint", "page", "requests"
    QString path; ///< relative to the library folder
    qint64 bytes = 0;
    qint64 lines = 0;
    QByteArray sha256;
    bool operator==(const ResultFile &) const = default;
};

/// How this program learned that a batch is in a state, or why it brought it there.
enum class StateCause : quint8 {
    Untold, ///< stored by an earlier program, which did not say
    Person, ///< somebody asked for it
    Step, ///< the program's own next step on the way
    Answer, ///< the provider's answer to a call that changes something there
    Poll, ///< a question about this batch
    List, ///< the provider's list
    Wait, ///< the provider asked to wait (Retry-After), or has no room
    Trouble, ///< an error
    Rescue, ///< the library was damaged, put back or taken over
};
[[nodiscard]] QString causeName(StateCause cause); ///< "person"; Untold: empty
[[nodiscard]] StateCause causeFromName(QStringView name); ///< Untold: none that we know

struct StateChange {
    QDateTime at;
    BatchState state = BatchState::Draft;
    QString rawStatus;
    StateCause cause = StateCause::Untold;
    /// Where a person asked, else which program did it: "window", "batchctl".
    QString program = {};
    QString words = {}; ///< of the error, or why it waits, as they were said then
    bool operator==(const StateChange &) const = default;
};

/// Everything needed to go on after a crash. Written to the library before and after each step.
/// A value; pure functions of the dialects take and return it.
struct BatchFacts {
    BatchState state = BatchState::Draft;
    QString rawStatus; ///< the provider's own word, as sent
    bool unknownStatus = false; ///< the provider's word is none we know: shown, polled slowly
    QString reason; ///< why it is held, or what is in doubt; translated words
    QString intent; ///< uuid made before the paid call, goes into the metadata where there is any
    QString remoteId;
    QString inputFileId; ///< files: the uploaded file
    bool inputFileReady = false; ///< files: the provider has processed the upload
    QString outputFileId;
    QString errorFileId;
    QString model; ///< as the provider says
    QString provider; ///< behind a gateway, as the gateway says
    RequestCounts counts;
    QList<BatchFault> faults;
    std::optional<Error> error; ///< the last one; cleared by the next success
    QString lastRequestId;
    QDateTime createdAt; ///< at the provider, UTC
    QDateTime startedAt;
    QDateTime expiresAt;
    QDateTime endedAt;
    /// What was fetched of the sources of results: the dialect marks them here.
    bool outputFetched = false;
    bool errorsFetched = false;
    bool inlineFetched = false;
    bool resultsComplete = false; ///< all sources are here and joined
    /// staged: what the provider surely has, from the front of the body file.
    qint64 addedRequests = 0;
    qint64 addedBytes = 0; ///< of the body file, with the line ends
    /// staged: so many requests behind those are on their way there, or were and nobody knows
    /// whether they came. Stored before they are sent; 0: none.
    qint64 addingRequests = 0;
    bool startAnswered = false; ///< staged: it was started, or starts by itself
    /// staged: the provider has refused to take more, or to start, and a person has to decide.
    bool refused = false;
    bool cancelRequested = false; ///< a user asked for it and the provider has not confirmed yet
    QByteArray
        remoteJson; ///< the last whole batch object as received, for people to look at; ≤ 64 KiB

    bool operator==(const BatchFacts &) const = default;
};

/// One batch at a provider, a value; one row of the library.
struct Batch {
    BatchId id;
    RunId run;
    ConnectionId connection;
    qint64 firstRequest = 0; ///< first line of the run's input that belongs to it, from 0
    qint64 requests = 0;
    QString bodyFile; ///< the exact bytes to send, relative to the library folder; write-once
    qint64 bodyBytes = 0;
    QByteArray bodySha256;
    BatchFacts facts;
    QList<ResultFile> resultFiles;
    QList<StateChange> history;
    /// A refused attempt that a newer batch of the same run has taken the place of; kept for the
    /// history, counts for nothing.
    bool superseded = false;
    QDateTime submittedAt;
    QDateTime checkedAt; ///< last answer of the provider
    QDateTime nextCheckAt; ///< planned; display only
    QDateTime notBefore; ///< a server's Retry-After, kept across restarts

    bool operator==(const Batch &) const = default;
};

/// The state of a run that has these batches: the least finished one rules, and what needs a
/// person (unknown, held, failed) comes before what goes on by itself.
[[nodiscard]] BatchState runState(const std::vector<const Batch *> &batches);
