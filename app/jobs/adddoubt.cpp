// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/adddoubt.h"

#include "jobs/stepplan.h"

#include <algorithm>
#include <utility>

AddDoubt::AddDoubt(const StepContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_walk(context), m_call(context)
{}

void AddDoubt::look(const Run &run, const Batch &batch, const AddChunk &chunk, Done done)
{
    m_run = run;
    m_batch = batch;
    m_chunk = &chunk;
    m_done = std::move(done);
    m_others = 0;
    m_missing.clear();
    for (qsizetype i = 0; i < chunk.customIds.size(); ++i)
        m_missing.insert(chunk.customIds.at(i), i);
    m_walk.start(
        m_run, m_batch, [this](const RequestPage &page) { takePage(page); },
        [this](const Result<bool> &whole) { takeList(whole); });
}

void AddDoubt::takePage(const RequestPage &page)
{
    for (const RemoteRequest &request : page.requests)
        m_others += m_missing.remove(request.customId) ? 0 : 1;
}

void AddDoubt::takeList(const Result<bool> &whole)
{
    if (!whole && whole.error().kind != ErrorKind::NotSupported) {
        end(Failure(whole.error()));
        return;
    }
    // All of them are shown: no need of anything else to know that.
    const bool isBelieved = whole.value_or(false) && m_others >= m_batch.facts.addedRequests;
    if (!m_missing.isEmpty() && !isBelieved) {
        askCount();
        return;
    }
    QList<qsizetype> missing = m_missing.values();
    std::ranges::sort(missing);
    end(Missing(std::move(missing)));
}

void AddDoubt::askCount()
{
    std::optional<Call> call = statusCall({m_run, m_batch, m_context.profile}, *m_context.dialect);
    if (!call) {
        end(Missing());
        return;
    }
    m_call.ask(std::move(*call), [this](const Result<HttpReply> &reply) { takeCount(reply); });
}

void AddDoubt::takeCount(const Result<HttpReply> &reply)
{
    if (!reply || !reply->isSuccess()) {
        end(Failure(reply ? ProviderCall::errorOf(m_context, *reply) : reply.error()));
        return;
    }
    Batch known = m_batch;
    known.facts.counts = {}; // what counts is this answer alone
    const Result<BatchFacts> facts
        = m_context.dialect->absorb({m_run, known, m_context.profile}, StepKind::Status, *reply);
    if (!facts) {
        end(Failure(facts.error()));
        return;
    }
    const qint64 added = m_batch.facts.addedRequests;
    if (facts->counts.total == added)
        end(Missing(m_chunk->all()));
    else if (facts->counts.total == added + m_chunk->count())
        end(Missing(QList<qsizetype>()));
    else
        end(Missing());
}

void AddDoubt::end(Result<Missing> result)
{
    const Done done = std::exchange(m_done, {});
    done(std::move(result));
}

#include "moc_adddoubt.cpp"
