// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/remotelisting.h"

#include <QPromise>

#include <list>

/// A provider whose answers are given by hand: what was asked, and the answer to each question.
class ScriptedList {
public:
    struct Question {
        ConnectionId connection;
        ListQuery query;
        QPromise<Result<ListPage>> promise;
    };
    [[nodiscard]] RemoteListing::Ask ask()
    {
        return [this](ConnectionId connection, const ListQuery &query) {
            Question &question = m_asked.emplace_back(Question{connection, query, {}});
            question.promise.start();
            return question.promise.future();
        };
    }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_asked.size()); }
    [[nodiscard]] const ListQuery &last() const { return m_asked.back().query; }
    void answer(const Result<ListPage> &page) { answer(count() - 1, page); }
    void answer(qsizetype question, const Result<ListPage> &page)
    {
        auto &promise = std::next(m_asked.begin(), question)->promise;
        promise.addResult(page);
        promise.finish();
    }

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

private:
    std::list<Question> m_asked;
};
