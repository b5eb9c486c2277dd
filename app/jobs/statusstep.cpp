// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statusstep.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QFileInfo>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

StatusStep::StatusStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
    : BatchStep(context, batch, memory), m_next(std::move(call)), m_keeper(m_context)
{}

void StatusStep::run()
{
    if (m_next.sink == SinkKind::SplitArray) {
        m_source = m_next.resultSource.isEmpty() ? u"inline"_s : m_next.resultSource;
        m_splitKey = m_next.splitKey;
        // A name of its own each time: most of these files go at once.
        m_path = resultPath(
            batch(), m_source + u'-' + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
    }
    m_call.prepare(std::move(m_next), {}, [this](const Result<> &prepared) {
        if (prepared)
            send();
        else
            endTroubled(batch(), prepared.error());
    });
}

void StatusStep::send()
{
    crashPoint("poll.before");
    std::unique_ptr<Sink> sink = std::make_unique<MemorySink>();
    if (!m_path.isEmpty()) {
        const QString path = m_context.library.absolute(m_path);
        sink = std::make_unique<FolderSink>(QFileInfo(path).path(),
                                            std::make_unique<SplitArraySink>(path, m_splitKey));
    }
    m_call.send(std::move(sink), progress(),
                [this](const Result<HttpReply> &reply) { take(reply); });
}

void StatusStep::take(const Result<HttpReply> &reply)
{
    crashPoint("poll.answered");
    if (!reply) {
        endTroubled(batch(), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        // 404 too: a replica that lags, or a retention that is over, makes no batch unhappen.
        constexpr int patience = 3;
        Batch batch = this->batch();
        if (reply->status == 404 && isTerminal(batch.facts.state)
            && m_memory.failures >= patience) {
            batch.facts.inlineFetched = true; // over, and forgotten there: its files may be left
            end(std::move(batch), StepEnd::Then::Now);
            return;
        }
        endTroubled(std::move(batch), errorOf(*reply));
        return;
    }
    const Result<Batch> after = absorbed(StepKind::Status, *reply);
    if (!after) {
        if (!reply->file.isEmpty())
            m_keeper.discard(m_path);
        endTroubled(batch(), after.error());
        return;
    }
    const bool wanted = isTerminal(after->facts.state) || m_memory.partialWanted;
    if (reply->file.isEmpty() || !wanted) {
        if (!reply->file.isEmpty())
            m_keeper.discard(m_path);
        endPolled(batch(), *after);
        return;
    }
    m_keeper.check(
        *reply, m_source, m_path,
        [this, reply = *reply](const Result<ResultKeeper::Kept> &kept) { takeFile(reply, kept); });
}

void StatusStep::takeFile(const HttpReply &reply, const Result<ResultKeeper::Kept> &kept)
{
    Result<Batch> after = absorbed(StepKind::Status, reply);
    if (!kept || !after) {
        endTroubled(batch(), kept ? after.error() : kept.error());
        return;
    }
    crashPoint("poll.file_kept");
    replaceResultFile(*after, kept->file);
    endPolled(batch(), *after);
}

void StatusStep::endPolled(const Batch &before, Batch batch)
{
    crashPoint("poll.absorbed");
    if (m_memory.partialWanted)
        m_memory.partialPolled = true;
    const BatchFacts &facts = batch.facts;
    const bool stateChanged = facts.state != before.facts.state;
    const bool news = stateChanged || facts.rawStatus != before.facts.rawStatus
        || facts.counts != before.facts.counts || facts.inlineFetched != before.facts.inlineFetched;
    // Over: what is next (fetching) need not wait, unless the answer brought nothing new.
    const bool goOn = (isTerminal(facts.state) && news) || m_memory.partialWanted;
    end(StepEnd{.batch = std::move(batch),
                .then = goOn ? StepEnd::Then::Now : StepEnd::Then::Poll,
                .changed = news});
}

#include "moc_statusstep.cpp"
