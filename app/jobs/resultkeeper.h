// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/task.h"
#include "jobs/stepcontext.h"
#include "net/sink.h"
#include "results/runresults.h"

#include <QObject>

#include <functional>
#include <memory>

struct HttpReply;

/// A sink that makes its file's folder first. On the net thread.
class FolderSink final : public Sink {
public:
    FolderSink(QString folder, std::unique_ptr<Sink> sink);
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headers() override;
    [[nodiscard]] Result<Reception> meet(const HttpReply &head) override;
    [[nodiscard]] qint64 offset() const override { return m_sink->offset(); }
    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> write(QByteArrayView chunk) override;
    [[nodiscard]] Result<> commit(HttpReply &reply) override;

private:
    QString m_folder;
    std::unique_ptr<Sink> m_sink;
};

/// Checks a fetched file before it counts. GUI thread; the reading is done on the pool.
class ResultKeeper : public QObject {
    Q_OBJECT
public:
    struct Kept {
        ResultFile file;
        bool lastLineWhole = true;
    };
    using Done = std::function<void(Result<Kept>)>;

    explicit ResultKeeper(const StepContext &context) : m_context(context) {}
    /// path: relative to the library folder. done may delete this object.
    void check(const HttpReply &reply, const QString &source, const QString &path, Done done);
    /// Removes a file that does not count.
    void discard(const QString &path);

private:
    const StepContext &m_context;
    TaskHandle<Result<FileCheck>> m_task;
};

/// Removes what earlier fetches of this batch have left in its folder, once the library has stored
/// which files count: older files of a source, parts, pages. Only names that fetching gives.
void sweepResults(const StepContext &context, const Batch &batch);

/// Puts a file of results in the place of an earlier one of the same source.
void replaceResultFile(Batch &batch, const ResultFile &file);
