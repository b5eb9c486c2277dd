// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "dialects/dialect.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <list>

/// A provider whose answers are given by hand: what was asked, and the answer to each question.
template <class Key, class Query, class Page>
class ScriptedPages {
public:
    [[nodiscard]] std::function<QFuture<Result<Page>>(Key, const Query &)> ask()
    {
        return [this](Key key, const Query &query) {
            Question &question = m_asked.emplace_back(Question{key, query, {}});
            question.promise.start();
            return question.promise.future();
        };
    }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_asked.size()); }
    [[nodiscard]] const Query &last() const { return m_asked.back().query; }
    void answer(const Result<Page> &page) { answer(count() - 1, page); }
    void answer(qsizetype question, const Result<Page> &page)
    {
        auto &promise = std::next(m_asked.begin(), question)->promise;
        promise.addResult(page);
        promise.finish();
    }

private:
    struct Question {
        Key key;
        Query query;
        QPromise<Result<Page>> promise;
    };
    std::list<Question> m_asked;
};

using ScriptedRequests = ScriptedPages<RunId, RequestQuery, RequestPage>;

class ScriptedList final : public ScriptedPages<ConnectionId, ListQuery, ListPage> {
public:
    [[nodiscard]] static RemoteBatch batch(const QString &id, BatchState state, const QString &word,
                                           RequestCounts counts = {})
    {
        RemoteBatch batch;
        batch.facts.remoteId = id;
        batch.facts.state = state;
        batch.facts.rawStatus = word;
        batch.facts.counts = counts;
        return batch;
    }
};
