// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/task.h"
#include "practice/batchwork.h"
#include "practice/store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>

namespace practice {

/// What the batches of a dialect have in common.
struct BatchForm {
    LineRules rules;
    ResultShape shape = ResultShape::WithIds;
    bool writesUnanswered = true;
    qint64 lifeMs = 3000;
    double failShare = 0;
};

struct BatchCounts {
    qint64 total = 0;
    qint64 completed = 0;
    qint64 failed = 0;
};

/// Moves the batches of one dialect: has their input read and their results written on the pool,
/// in time, and stores what came of it. Where a batch stands in between follows from the clock.
/// One thread; store and clock outlive it or belong to it.
class BatchEngine : public QObject {
    Q_OBJECT
public:
    BatchEngine(Store store, BatchForm form, const Clock &clock, QThreadPool &pool,
                QObject *parent = nullptr);
    ~BatchEngine() override;

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] const BatchForm &form() const { return m_form; }
    [[nodiscard]] qint64 nowMs() const;

    /// Adds a batch whose input is held already; fills in times, life and fate.
    [[nodiscard]] Result<BatchRecord> create(BatchRecord record);
    /// Asks a live batch to stop.
    [[nodiscard]] Result<BatchRecord> cancel(const QString &id);
    [[nodiscard]] BatchCounts counts(const BatchRecord &record) const;
    [[nodiscard]] qsizetype liveCount() const;

    /// Starts what is due and sets the timer for what will be.
    void advance();

private:
    using Plan = std::shared_ptr<const BatchPlan>;
    struct Work {
        Plan plan;
        TaskHandle<Result<Plan>> planning;
        TaskHandle<Result<WrittenResults>> writing;
    };

    void startPlanning(const BatchRecord &record);
    void startWriting(const BatchRecord &record);
    void planned(const QString &id, const Result<Plan> &plan);
    template <class T, class Handler>
    void whenDone(QFuture<T> future, Handler handler);
    void written(const WriteTask &task, const Result<WrittenResults> &results);
    void store(BatchRecord record);
    void addResultFile(BatchRecord &record, const QString &fileId, qint64 bytes, bool isError);

    Store m_store;
    BatchForm m_form;
    const Clock &m_clock;
    QThreadPool &m_pool;
    std::map<QString, Work> m_work; ///< batches with something left to do
    QTimer m_timer;
};

} // namespace practice
