// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/addchunk.h"
#include "jobs/requestwalk.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

/// Finds out which requests of a chunk are at the provider, when the call that added them may or
/// may not have had its effect: by listing the batch's requests, else by their count. One look; one
/// use at a time. GUI thread.
///
/// A list is believed only where it is whole and shows at least as many requests as are there for
/// sure; else the count has to be exactly what it was, or exactly what it would be by now.
class AddDoubt : public QObject {
    Q_OBJECT
public:
    /// Indices of the lines that are not there; nothing where that cannot be told.
    using Missing = std::optional<QList<qsizetype>>;
    using Done = std::function<void(Result<Missing>)>;

    explicit AddDoubt(const StepContext &context, QObject *parent = nullptr);
    /// chunk must outlive the look. done may delete this object.
    void look(const Run &run, const Batch &batch, const AddChunk &chunk, Done done);

private:
    void takePage(const RequestPage &page);
    void takeList(const Result<bool> &whole);
    void askCount();
    void takeCount(const Result<HttpReply> &reply);
    void end(Result<Missing> result);

    const StepContext &m_context;
    RequestWalk m_walk;
    ProviderCall m_call;
    Run m_run;
    Batch m_batch;
    const AddChunk *m_chunk = nullptr;
    QHash<QString, qsizetype> m_missing; ///< custom id to line
    qint64 m_others = 0; ///< rows that are not of the chunk
    Done m_done;
};
