// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"

/// Starts a batch that has all its requests: looks first whether it has begun by itself, unless the
/// profile says that it never does. May be repeated: one that is started says so.
class StartStep final : public BatchStep {
    Q_OBJECT
public:
    StartStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

private:
    void run() override;
    void takeStatus(const Result<HttpReply> &reply);
    void post();
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);

    Call m_next;
};
