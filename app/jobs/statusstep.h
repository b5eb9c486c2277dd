// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/resultkeeper.h"

/// Asks how a batch is. Where the answer brings results along, they are kept when the batch is over
/// (or a person wants what is there so far) and left otherwise.
class StatusStep final : public BatchStep {
    Q_OBJECT
public:
    StatusStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

private:
    void run() override;
    void send();
    void take(const Result<HttpReply> &reply);
    void takeFile(const HttpReply &reply, const Result<ResultKeeper::Kept> &kept);
    void endPolled(const Batch &before, Batch batch);

    Call m_next;
    ResultKeeper m_keeper;
    QString m_source;
    QByteArray m_splitKey;
    QString m_path; ///< of the results that may come along
};
