// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jsonl/spooler.h"

/// Freezes the exact bytes of a batch's body into a file of its own, and gives the batch its intent
/// where it has none.
class SpoolStep final : public BatchStep {
    Q_OBJECT
public:
    using BatchStep::BatchStep;

private:
    void run() override;
    void take(const Result<SpooledBody> &body, const QString &path);
    void refuse(Batch batch, const Error &error);

    TaskHandle<Result<SpooledBody>> m_task;
};
