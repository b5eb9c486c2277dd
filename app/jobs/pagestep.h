// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/pagefile.h"

#include <QTimer>

/// Fetches a source of results that comes in pages into one file. A page that fails is asked for a
/// few times more before all of it is left for later; then it begins anew.
class PageStep final : public BatchStep {
    Q_OBJECT
public:
    PageStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

private:
    void run() override;
    void ask();
    void send();
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);
    void takeRows(const HttpReply &reply, const Result<PageRows> &rows);
    void finish(const HttpReply &last);
    void takeFile(const HttpReply &last, const Result<HttpReply> &kept);
    void again(const Error &error);
    [[nodiscard]] QString pagePath() const;

    Call m_next;
    QString m_path; ///< relative to the library folder
    /// Shared with the worker that is at it, which may outlive the step.
    std::shared_ptr<PageFile> m_file;
    qint64 m_rows = 0;
    qint64 m_total = 0;
    int m_tries = 0; ///< of this page
    QTimer m_pause;
    TaskHandle<Result<PageRows>> m_reading;
    TaskHandle<Result<HttpReply>> m_keeping;
};
