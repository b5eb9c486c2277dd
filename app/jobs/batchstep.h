// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batchstatemachine.h"
#include "jobs/cause.h"
#include "jobs/follow.h"
#include "jobs/providercall.h"
#include "jobs/stepcontext.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

/// How a step ended: the batch as it is to be stored now, and when to go on with it.
struct StepEnd {
    enum class Then : quint8 {
        Now, ///< the next step may follow at once
        Poll, ///< ask again in the usual time
        Retry, ///< it failed for now: ask again after a growing wait
        After, ///< ask again after the wait given
        Idle, ///< nothing to do by itself
    };
    Batch batch;
    Then then = Then::Poll;
    std::chrono::milliseconds wait{0}; ///< with After; already scaled
    bool changed = false; ///< the provider had news: ask again soon
    std::optional<Error> trouble; ///< of the whole connection: its key
    QDateTime notBefore; ///< of the whole connection: a server's Retry-After
    std::optional<Error> failure; ///< of the call, where it failed for now
};

/// Appends a change of state to the history, where there is one, and saves.
QFuture<Result<>> storeBatch(Library &library, Batch batch, const QDateTime &now,
                             const Cause &cause = {});

/// The batch with what a 2xx reply says merged in.
[[nodiscard]] Result<Batch> absorbReply(const StepContext &context, Batch batch, StepKind kind,
                                        const HttpReply &reply);

/// The state after an event; an illegal one is logged, leaves the batch as it is, and is false.
bool applyEvent(Batch &batch, BatchEvent event, BatchState remote = BatchState::Running);

/// One step of one batch. Reads the batch from the library whenever it needs it, for wishes may
/// change it meanwhile; ends in the same turn in which it has read it last. Going away cancels what
/// is under way. GUI thread.
class BatchStep : public QObject {
    Q_OBJECT
public:
    using Ended = std::function<void(StepEnd)>;
    using Progressed = std::function<void(qint64 bytes, qint64 total)>;

    BatchStep(const StepContext &context, BatchId batch, StepMemory &memory);

    /// Calls ended exactly once, which may delete the step.
    void start(Ended ended, Progressed progressed);

protected:
    virtual void run() = 0;

    [[nodiscard]] Batch batch() const;
    [[nodiscard]] const Run &runOf(const Batch &batch) const;
    [[nodiscard]] QDateTime now() const { return m_context.clock.now(); }
    [[nodiscard]] HttpClient::Progress progress();
    /// A sink for results/<intent>/<name>.jsonl; makes the folder.
    [[nodiscard]] QString resultPath(const Batch &batch, const QString &name) const;

    void end(StepEnd end);
    void end(Batch batch, StepEnd::Then then);

    [[nodiscard]] Result<Batch> absorbed(StepKind kind, const HttpReply &reply) const
    {
        return absorbReply(m_context, batch(), kind, reply);
    }
    [[nodiscard]] Error errorOf(const HttpReply &reply) const
    {
        return ProviderCall::errorOf(m_context, reply);
    }

    /// Ends with an error that leaves the state as it is: shown, and asked again later.
    void endTroubled(Batch batch, const Error &error);
    /// Ends with an error before the creation: held where it may pass, failed where it will not.
    void endNotCreated(Batch batch, const Error &error);

    const StepContext m_context;
    const BatchId m_id;
    StepMemory &m_memory;
    ProviderCall m_call;

private:
    Ended m_ended;
    Progressed m_progressed;
};

/// Why a batch is held, in words.
[[nodiscard]] QString holdReason(const Error &error, const QDateTime &notBefore,
                                 const QDateTime &now);
/// A time in UTC, with its day where that is another one than now's.
[[nodiscard]] QString timeWords(const QDateTime &time, const QDateTime &now);
