// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"

/// Asks the provider to stop a batch. Not paid, may be repeated; that it is over already is no
/// error.
class CancelStep final : public BatchStep {
    Q_OBJECT
public:
    using BatchStep::BatchStep;

private:
    void run() override;
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);
};
