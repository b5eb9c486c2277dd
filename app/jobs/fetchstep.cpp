// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/fetchstep.h"

#include "core/crashpoint.h"
#include "library/library.h"
#include "net/diskfile.h"
#include "net/resumingsink.h"

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
    m_content = contentName(m_next.request);
    if (const std::optional<Error> lack = lackOfRoomFor(m_context, bytesToCome())) {
        waitForRoom(*lack);
        return;
    }
    m_call.prepare(std::move(m_next), {}, [this](const Result<> &prepared) {
        if (prepared)
            send();
        else
            endTroubled(batch(), prepared.error());
    });
}

/// Which content a part is of, in words that are the same at the next try: the practice provider
/// has another address each time, and a signed address another signature.
QByteArray FetchStep::contentName(const HttpRequest &request) const
{
    const QString path = request.path.section(u'?', 0, 0);
    QString name = m_context.connection.baseUrl.toString() + u' ' + path;
    for (const auto &[key, value] : request.query)
        name += u' ' + key + u'=' + value;
    return name.toUtf8();
}

/// What is known to be missing of a file of which a part is here.
qint64 FetchStep::bytesToCome() const
{
    const std::optional<PartNote> part = partNoteOf(m_context.library.absolute(m_path));
    return part && part->total > part->bytes ? part->total - part->bytes : 0;
}

/// A full disk is no fault of the provider, whom nobody asks meanwhile. It is looked at again soon,
/// for a person may make room at any time.
void FetchStep::waitForRoom(const Error &error)
{
    constexpr std::chrono::seconds pause(15);
    Batch batch = this->batch();
    batch.facts.error = error;
    end(StepEnd{.batch = std::move(batch),
                .then = StepEnd::Then::After,
                .wait = m_context.clock.scaled(pause)});
}

void FetchStep::send()
{
    crashPoint("fetch.before");
    const QString path = m_context.library.absolute(m_path);
    m_call.send(std::make_unique<FolderSink>(QFileInfo(path).path(),
                                             std::make_unique<ResumingSink>(path, m_content)),
                progress(), [this](const Result<HttpReply> &reply) { take(reply); });
}

void FetchStep::take(const Result<HttpReply> &reply)
{
    crashPoint("fetch.answered");
    if (!reply) {
        if (reply.error().code == noSpaceCode)
            waitForRoom(reply.error());
        else
            endTroubled(batch(), reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
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
    // A file without an end came cut, unless the provider gives the very same bytes again.
    const bool isSame = m_memory.digests.value(m_source) == kept->file.sha256;
    if (!kept->lastLineWhole && !isSame) {
        m_memory.digests.insert(m_source, kept->file.sha256);
        takeCut(reply);
        return;
    }
    Result<Batch> batch = absorbed(m_kind, reply);
    if (!batch) {
        endTroubled(this->batch(), batch.error());
        return;
    }
    crashPoint("fetch.file_kept");
    replaceResultFile(*batch, kept->file);
    end(std::move(*batch), StepEnd::Then::Now);
}

/// It is a part again where the rest can be asked for; else it stays where it is and does not count,
/// and the next one takes its place.
void FetchStep::takeCut(const HttpReply &reply)
{
    const auto work = [path = m_context.library.absolute(m_path), content = m_content,
                       reply](QPromise<Result<bool>> &promise) {
        promise.addResult(makePart(path, content, reply));
    };
    follow(m_parting, runOnPool<bool>(m_context.pool, work), this,
           [this, status = reply.status](const Result<bool> &) {
               endTroubled(batch(),
                           Error{.kind = ErrorKind::BadReply,
                                 .message = QCoreApplication::translate(
                                     "Jobs", "the results came cut in the middle of a line"),
                                 .httpStatus = status});
           });
}

#include "moc_fetchstep.cpp"
