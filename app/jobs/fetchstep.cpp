// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/fetchstep.h"

#include "library/library.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

FetchStep::FetchStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
    : BatchStep(context, batch, memory)
    , m_kind(call.kind)
    , m_next(std::move(call))
    , m_keeper(m_context)
{}

void FetchStep::run()
{
    m_source = m_next.resultSource;
    if (m_source.isEmpty())
        m_source = m_kind == StepKind::FetchErrors ? u"error"_s : u"output"_s;
    m_path = resultPath(batch(), m_source);
    m_call.prepare(std::move(m_next), {}, [this](const Result<> &prepared) {
        if (prepared)
            send();
        else
            endTroubled(batch(), prepared.error());
    });
}

void FetchStep::send()
{
    const QString path = m_context.library.absolute(m_path);
    m_call.send(
        std::make_unique<FolderSink>(QFileInfo(path).path(), std::make_unique<FileSink>(path)),
        progress(), [this](const Result<HttpReply> &reply) { take(reply); });
}

void FetchStep::take(const Result<HttpReply> &reply)
{
    if (!reply) {
        endTroubled(batch(), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    if (reply->header("content-type").startsWith("text/html")) {
        endTroubled(batch(),
                    Error{.kind = ErrorKind::BadReply,
                          .message = QCoreApplication::translate(
                              "Jobs", "a web page came in place of the results"),
                          .httpStatus = reply->status});
        return;
    }
    m_keeper.check(
        *reply, m_source, m_path,
        [this, reply = *reply](const Result<ResultKeeper::Kept> &kept) { takeFile(reply, kept); });
}

void FetchStep::takeRefusal(const HttpReply &reply)
{
    // Usual for failed and cancelled batches; of a completed one it is believed after a while.
    constexpr int patience = 2;
    Batch batch = this->batch();
    const bool isBelieved
        = batch.facts.state != BatchState::Completed || m_memory.failures >= patience;
    if (isBelieved) {
        if (std::optional<BatchFacts> facts = withoutAnswer(batch.facts, m_kind, reply.status)) {
            batch.facts = *facts;
            end(std::move(batch), StepEnd::Then::Now);
            return;
        }
    }
    endTroubled(std::move(batch), errorOf(reply));
}

void FetchStep::takeFile(const HttpReply &reply, const Result<ResultKeeper::Kept> &kept)
{
    if (!kept) {
        endTroubled(batch(), kept.error());
        return;
    }
    // A file without an end came cut, unless the provider gives the very same bytes again. It
    // stays where it is and does not count; the next one takes its place.
    const bool isSame = m_memory.digests.value(m_source) == kept->file.sha256;
    if (!kept->lastLineWhole && !isSame) {
        m_memory.digests.insert(m_source, kept->file.sha256);
        endTroubled(batch(),
                    Error{.kind = ErrorKind::BadReply,
                          .message = QCoreApplication::translate(
                              "Jobs", "the results came cut in the middle of a line"),
                          .httpStatus = reply.status});
        return;
    }
    Result<Batch> batch = absorbed(m_kind, reply);
    if (!batch) {
        endTroubled(this->batch(), batch.error());
        return;
    }
    replaceResultFile(*batch, kept->file);
    end(std::move(*batch), StepEnd::Then::Now);
}

#include "moc_fetchstep.cpp"
