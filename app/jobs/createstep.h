// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/createverdict.h"
#include "jobs/listwalk.h"

/// The paid call. Looks whether there is room for one more live batch, stores the intent, waits
/// until that is on disk, sends exactly once, and judges the answer. Whatever is not a clear answer
/// leaves the batch in doubt.
class CreateStep final : public BatchStep {
    Q_OBJECT
public:
    CreateStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call,
               LaneRoom &room);

private:
    void run() override;
    void askForRoom();
    void takeRoom(const Result<> &listed);
    [[nodiscard]] qint64 ownLiveBatches() const;
    void hold(const QString &words, std::chrono::milliseconds wait);
    void refuseTwin(RunId twin);
    void storeIntent();
    void send(const Result<> &stored);
    void take(const Result<HttpReply> &reply);
    void takeSuccess(const HttpReply &reply);
    void takeRefusal(const HttpReply &reply);
    void takeSilence(const Error &error);
    void takeVerdict(CreateVerdict verdict, const Error &error);
    void endInDoubt(Batch batch, const Error &error);

    Call m_next;
    LaneRoom &m_room;
    ListWalk m_list;
    qint64 m_live = 0;
    QString m_intent;
    TaskHandle<Result<>> m_stored;
};

/// How long a batch waits for room before the list is read again, unless one of ours ends.
[[nodiscard]] std::chrono::milliseconds roomWait(const StepContext &context);
