// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/resultkeeper.h"

/// Downloads one source of results into a file of its own and checks it before it counts.
class FetchStep final : public BatchStep {
    Q_OBJECT
public:
    FetchStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

private:
    void run() override;
    void send();
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);
    void takeFile(const HttpReply &reply, const Result<ResultKeeper::Kept> &kept);

    StepKind m_kind;
    Call m_next;
    ResultKeeper m_keeper;
    QString m_source;
    QString m_path;
};
