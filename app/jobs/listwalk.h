// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/providercall.h"

#include <QObject>
#include <QSet>

#include <functional>

/// Pages through the provider's list of batches, newest first as providers give it. GUI thread.
class ListWalk : public QObject {
    Q_OBJECT
public:
    /// Takes one page; true: go on with the next one.
    using Page = std::function<bool(const ListPage &)>;
    /// The end, by the last page or by Page. NotSupported where the provider has no list.
    using Done = std::function<void(Result<>)>;

    explicit ListWalk(const StepContext &context, QObject *parent = nullptr);
    void start(Page page, Done done);

    /// Pages at most: a list that goes on for ever (an ignored cursor) ends too.
    static constexpr int maxPages = 50;

private:
    void askPage();
    void takeReply(const Result<HttpReply> &reply);
    void end(Result<> result);

    const StepContext &m_context;
    ProviderCall m_call;
    ListQuery m_query;
    QSet<QString> m_seenCursors;
    int m_pages = 0;
    Page m_page;
    Done m_done;
};
