// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/pass.h"
#include "results/idtable.h"
#include "results/linefields.h"
#include "results/runresultsdata.h"

#include <QPromise>

#include <memory>

struct ScannedLine;

/// Makes one RunResults, on a worker; see there for the rules. Memory: 8 bytes a request for its
/// place and 17 a row for its result, and while it runs at most 22 more for the table of ids.
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
    [[nodiscard]] Result<> readIds();
    void readOperation(PaddedLine request);
    void setOutcomesByBatch();
    [[nodiscard]] Result<> readResults();
    [[nodiscard]] Result<> countRows();
    [[nodiscard]] Result<> scan(size_t file,
                                const std::function<Result<>(const ScannedLine &)> &take);
    [[nodiscard]] Result<> take(const ScannedLine &line, size_t file);
    [[nodiscard]] Result<qint64> rowOf(const QString &id);
    void put(qint64 row, ResultPlace place, Outcome outcome);
    void certify();

    QPromise<Result<Joined>> &m_promise;
    std::unique_ptr<RunResults::Data> m_data;
    std::vector<bool> m_isInline; ///< of each result file: its lines came with the batch itself
    IdTable m_ids;
    LineFields m_fields;
    Pass m_pass;
    qint64 m_done = 0; ///< bytes of the steps before this one
};
