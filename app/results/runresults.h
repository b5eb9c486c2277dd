// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/result.h"
#include "core/resultline.h"
#include "core/run.h"
#include "core/task.h"
#include "dialects/textanswer.h"
#include "jsonl/lineindex.h"
#include "results/certificate.h"
#include "results/resultindexer.h"

#include <QString>

#include <memory>
#include <vector>

struct Dialect;

/// One row of a run: a request joined to what came of it. row counts from 0; people see it from 1.
struct ResultRow {
    qint64 row = 0;
    QString customId;
    ResultLine result;
    /// The text operation that the request asked for, or that the answer names: readTextAnswer()
    /// takes an answered row apart.
    std::optional<TextAnswer::Kind> operation;
};

/// What is to be joined: values only, so that it can go to a worker.
struct RunFiles {
    Run run;
    std::vector<Batch> batches; ///< those that are not superseded
    const Dialect *dialect = nullptr;
    QString libraryFolder;
};

/// The join of a run's requests and results by custom_id, in the order of the requests. Built on a
/// worker by join(), then frozen: any thread may read, each read is a positioned read of the files,
/// which stay the truth. Results without request and without id are kept apart (extra).
/// The better of two results for one id wins (answered, then truncated, refused or empty, then
/// others; else the later file). Of two requests with one id the first is the one that is answered.
/// A run adopted without input has the results as rows, in the order of the files, one for each id.
/// Of dialects with text operations, an answer that is not the JSON which its request asked for is
/// malformed, whatever model the answer names; its text is kept.
/// A row of a failed batch says why: the provider's word on its line, else on the batch.
class RunResults {
public:
    ~RunResults();
    [[nodiscard]] const Run &run() const; ///< as it was when it was joined
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] const Certificate &certificate() const;
    [[nodiscard]] Outcome outcome(qint64 row) const;
    [[nodiscard]] std::shared_ptr<const LineIndex> requestIndex()
        const; ///< null for an adopted run without input

    /// Rows first .. first + count - 1, read and parsed. Disk, FileChanged.
    [[nodiscard]] Result<std::vector<ResultRow>> rows(qint64 first, qint64 count) const;
    /// The rows with these numbers, in that order.
    [[nodiscard]] Result<std::vector<ResultRow>> rowsAt(const std::vector<qint64> &rows) const;
    [[nodiscard]] Result<QByteArray> requestBytes(
        qint64 row) const; ///< the line as the user gave it
    [[nodiscard]] Result<QByteArray> resultBytes(
        qint64 row) const; ///< the line as the provider gave it; empty: none
    /// The same for many rows with few reads, in the order of the numbers.
    [[nodiscard]] Result<std::vector<QByteArray>> requestBytesAt(
        const std::vector<qint64> &rows) const;
    [[nodiscard]] Result<std::vector<QByteArray>> resultBytesAt(
        const std::vector<qint64> &rows) const;
    [[nodiscard]] qint64 extraCount() const;
    [[nodiscard]] Result<QByteArray> extraBytes(
        qint64 n) const; ///< empty for a line of more than 256 MiB

    /// For results/ alone.
    struct Data;
    [[nodiscard]] const Data &data() const { return *m_data; }

private:
    friend class Joiner;
    explicit RunResults(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// Reads and joins on the pool; progress values are KiB. A run without any result file joins too:
/// its rows are pending, or missing / expired / cancelled / failed by the state of their batch.
[[nodiscard]] QFuture<Result<std::shared_ptr<const RunResults>>> join(QThreadPool &pool,
                                                                      RunFiles files);
