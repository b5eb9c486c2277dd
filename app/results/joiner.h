// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/pass.h"
#include "results/idtable.h"
#include "results/runresultsdata.h"

#include <QPromise>

#include <memory>
#include <span>

struct ResultEntry;

/// Makes one RunResults, on a worker and other threads; see there for the rules. Memory: 8 bytes a
/// request for its place and 29 a row for its result, and while it runs some 40 more for ids.
class Joiner {
public:
    using Joined = std::shared_ptr<const RunResults>;

    Joiner(QPromise<Result<Joined>> &promise, RunFiles files);
    ~Joiner();
    Q_DISABLE_COPY_MOVE(Joiner)
    [[nodiscard]] Result<Joined> join();

private:
    [[nodiscard]] Result<> openResults();
    [[nodiscard]] Result<> readRequests();
    void setOutcomesByBatch();
    [[nodiscard]] Result<> readResults();
    void makeRoom();
    void takeAll(std::span<ResultEntry> entries, quint32 file);
    void take(ResultEntry &entry, quint32 file);
    void put(qint64 row, ResultPlace place, const ResultEntry &entry);
    void certify();

    QPromise<Result<Joined>> &m_promise;
    std::unique_ptr<RunResults::Data> m_data;
    std::vector<bool> m_isInline; ///< of each result file: its lines came with the batch itself
    IdTable m_ids;
    Pass m_pass;
    qint64 m_done = 0; ///< bytes of the steps before this one
};
