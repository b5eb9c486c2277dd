// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/pagestep.h"

#include "core/crashpoint.h"
#include "jobs/resultkeeper.h"
#include "library/library.h"
#include "net/retrypolicy.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

PageStep::PageStep(const StepContext &context, BatchId batch, StepMemory &memory, Call call)
    : BatchStep(context, batch, memory), m_next(std::move(call))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PageStep::ask);
}

QString PageStep::pagePath() const
{
    return m_context.library.absolute(m_path) + ".page"_L1;
}

void PageStep::run()
{
    const Batch batch = this->batch();
    m_path = resultPath(batch, m_next.resultSource);
    m_total = batch.facts.counts.total.value_or(batch.requests);
    PageFile::Options options{.path = m_context.library.absolute(m_path),
                              .dialect = m_context.dialect,
                              .isRest = m_next.isRest};
    for (const ResultFile &file : batch.resultFiles)
        if (m_next.isRest && file.source != m_next.resultSource)
            options.earlier.append(m_context.library.absolute(file.path));
    m_file = std::make_shared<PageFile>(std::move(options));
    ask();
}

void PageStep::ask()
{
    m_call.prepare(m_next, {}, [this](const Result<> &prepared) {
        if (prepared)
            send();
        else
            endTroubled(batch(), prepared.error());
    });
}

void PageStep::send()
{
    crashPoint("page.before");
    auto rows = std::make_unique<SplitArraySink>(pagePath(), m_next.splitKey,
                                                 SplitArraySink::usualCap, Keep::ForNow);
    m_call.send(std::make_unique<FolderSink>(QFileInfo(pagePath()).path(), std::move(rows)), {},
                [this](const Result<HttpReply> &reply) { take(reply); });
}

void PageStep::take(const Result<HttpReply> &reply)
{
    crashPoint("page.answered");
    if (!reply) {
        again(reply.error());
        return;
    }
    if (!reply->isSuccess()) {
        takeRefusal(*reply);
        return;
    }
    if (reply->file.isEmpty()) {
        takeRows(*reply, PageRows());
        return;
    }
    const auto work = [file = m_file, page = reply->file](QPromise<Result<PageRows>> &promise) {
        promise.addResult(file->append(page));
    };
    follow(m_reading, runOnPool<PageRows>(m_context.pool, work), this,
           [this, reply = *reply](const Result<PageRows> &rows) { takeRows(reply, rows); });
}

void PageStep::takeRefusal(const HttpReply &reply)
{
    const Error error = errorOf(reply);
    const bool mayPass = isTransient(error.kind) || reply.status == 401 || reply.status == 408
        || reply.status == 425 || reply.status == 429;
    if (mayPass) {
        again(error);
        return;
    }
    // Believed at once of a call that nobody needs; of results that must be there after a while.
    constexpr int patience = 2;
    Batch batch = this->batch();
    const bool isBelieved = m_next.isRest || batch.facts.state != BatchState::Completed
        || m_memory.failures >= patience;
    constexpr int gone = 404;
    if (isBelieved) {
        const int status = m_next.isRest ? gone : reply.status;
        if (std::optional<BatchFacts> facts = withoutAnswer(batch.facts, m_next.kind, status)) {
            batch.facts = *facts;
            end(std::move(batch), StepEnd::Then::Now);
            return;
        }
    }
    endTroubled(std::move(batch), error);
}

void PageStep::takeRows(const HttpReply &reply, const Result<PageRows> &rows)
{
    if (!rows) {
        endTroubled(batch(), rows.error());
        return;
    }
    Result<std::optional<Call>> next = m_context.dialect->nextPage(m_next, reply, *rows);
    if (!next) {
        again(next.error());
        return;
    }
    crashPoint("page.appended");
    m_tries = 0;
    m_rows += rows->fresh;
    if (m_total > 0)
        progress()(m_rows, m_total);
    if (!*next) {
        finish(reply);
        return;
    }
    m_next = std::move(**next);
    ask();
}

void PageStep::finish(const HttpReply &last)
{
    const auto work = [file = m_file](QPromise<Result<HttpReply>> &promise) {
        HttpReply kept;
        const Result<> committed = file->commit(kept);
        promise.addResult(committed ? Result<HttpReply>(kept)
                                    : Result<HttpReply>(Failure(committed.error())));
    };
    follow(m_keeping, runOnPool<HttpReply>(m_context.pool, work), this,
           [this, last](const Result<HttpReply> &kept) { takeFile(last, kept); });
}

void PageStep::takeFile(const HttpReply &last, const Result<HttpReply> &kept)
{
    Result<Batch> batch = kept ? absorbed(m_next.kind, last) : Failure(kept.error());
    if (!batch) {
        endTroubled(this->batch(), batch.error());
        return;
    }
    crashPoint("page.file_kept");
    replaceResultFile(*batch,
                      {.source = m_next.resultSource,
                       .path = m_path,
                       .bytes = kept->fileBytes,
                       .lines = kept->fileLines,
                       .sha256 = kept->fileSha256});
    end(std::move(*batch), StepEnd::Then::Now);
}

/// The same page once more; after some tries, or where the provider wants a long rest, all anew.
void PageStep::again(const Error &error)
{
    constexpr int patience = 4;
    constexpr std::chrono::minutes longest(1);
    const bool mayPass
        = isTransient(error.kind) || error.kind == ErrorKind::BadReply || error.httpStatus == 429;
    const milliseconds asked = error.retryAfter.value_or(milliseconds(0));
    if (!mayPass || ++m_tries > patience || asked > longest) {
        endTroubled(batch(), error);
        return;
    }
    const double random = QRandomGenerator::global()->generateDouble();
    m_pause.start(std::max(asked, m_context.clock.scaled(backOff(m_tries, random))));
}

#include "moc_pagestep.cpp"
