// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/adddoubt.h"
#include "jobs/batchstep.h"

#include <array>

/// Adds the next requests to a batch that exists: one part of the body in one call. How many is
/// stored before they are sent; a part that may have come or not is looked for, twice at least and
/// with time between, before what is missing of it is sent again.
class AddStep final : public BatchStep {
    Q_OBJECT
public:
    AddStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

    /// Seconds after the first look at which what was added is looked for again: lists lag.
    static constexpr std::array<int, 3> lookTimes = {0, 15, 60};

private:
    void run() override;
    void takeChunk(const Result<AddChunk> &chunk);
    void look();
    void takeLook(const Result<AddDoubt::Missing> &missing);
    void prepare(QList<qsizetype> which);
    void store();
    void send(const Result<> &stored);
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);
    void endAdded(Batch batch);
    void endInDoubt(Batch batch, const Error &error);
    void endRefused(Batch batch, Error error, bool surelyNone);
    void endNotTaken(Batch batch, const Error &error);
    [[nodiscard]] bool isWhole() const { return m_which.size() == m_chunk.count(); }

    Call m_next;
    AddChunk m_chunk;
    QList<qsizetype> m_which; ///< lines of the chunk that are sent
    AddDoubt m_doubt;
    TaskHandle<Result<AddChunk>> m_reading;
    TaskHandle<Result<>> m_stored;
};
