// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/providercall.h"

#include <QObject>
#include <QSet>

#include <functional>

/// Pages through the requests of a batch as the provider lists them. GUI thread.
class RequestWalk : public QObject {
    Q_OBJECT
public:
    using Page = std::function<void(const RequestPage &)>;
    /// The end. False where it may not have been the whole list: a page came twice, as from a
    /// server that ignores the cursor. NotSupported where the provider has no such list.
    using Done = std::function<void(Result<bool>)>;

    explicit RequestWalk(const StepContext &context, QObject *parent = nullptr);
    void start(const Run &run, const Batch &batch, Page page, Done done);

    static constexpr int maxPages = 100'000;

private:
    void askPage();
    void takeReply(const Result<HttpReply> &reply);
    void end(Result<bool> result);

    const StepContext &m_context;
    ProviderCall m_call;
    Run m_run;
    Batch m_batch;
    RequestQuery m_query;
    QSet<QString> m_firsts; ///< first row of each page
    Page m_page;
    Done m_done;
};
