// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"

/// What comes before the creation and is not paid: uploads the body, or asks whether the upload is
/// ready. May be repeated.
class UploadStep final : public BatchStep {
    Q_OBJECT
public:
    UploadStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
        : BatchStep(context, batch, memory), m_kind(call.kind), m_next(std::move(call))
    {}

private:
    void run() override;
    void send();
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);

    StepKind m_kind;
    Call m_next;
};
