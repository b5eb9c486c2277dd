// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/batchstep.h"
#include "jobs/resultkeeper.h"

/// Downloads one source of results into a file of its own and checks it before it counts. What came
/// before a cut is kept, and the next try asks for the rest only.
class FetchStep final : public BatchStep {
    Q_OBJECT
public:
    FetchStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call);

private:
    void run() override;
    void send();
    [[nodiscard]] qint64 bytesToCome() const;
    void waitForRoom(const Error &error);
    [[nodiscard]] QByteArray contentName(const HttpRequest &request) const;
    void take(const Result<HttpReply> &reply);
    void takeRefusal(const HttpReply &reply);
    void takeFile(const HttpReply &reply, const Result<ResultKeeper::Kept> &kept);
    void takeCut(const HttpReply &reply);

    StepKind m_kind;
    Call m_next;
    ResultKeeper m_keeper;
    QString m_source;
    QString m_path;
    QByteArray m_content;
    TaskHandle<Result<bool>> m_parting;
};
