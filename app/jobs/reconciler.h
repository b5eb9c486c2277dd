// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/listwalk.h"

/// Finds out what became of a submission in doubt: by listing, never by sending again. One look a
/// step; the batch is adopted where the list shows its intent, or else its uploaded file.
class Reconciler final : public BatchStep {
    Q_OBJECT
public:
    Reconciler(const StepContext &context, BatchId batch, StepMemory &memory);

    /// Seconds after the doubt at which the list is read: lists lag.
    static constexpr std::array<int, 4> lookTimes = {0, 15, 60, 300};
    [[nodiscard]] static bool hasLooks(const StepMemory &memory)
    {
        return memory.looks < int(lookTimes.size());
    }

private:
    void run() override;
    [[nodiscard]] bool takePage(const ListPage &page);
    void take(const Result<> &listed);
    void adopt(const RemoteBatch &remote);
    void endNotFound();

    ListWalk m_list;
    std::optional<RemoteBatch> m_found;
};
