// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestadder.h"

#include "core/crashpoint.h"
#include "jobs/lane.h"
#include "jobs/question.h"
#include "jobs/stepplan.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QFuture<Result<>> refuse(const Error &error)
{
    return QtFuture::makeReadyValueFuture(Result<>(Failure(error)));
}

Error begun()
{
    return {.kind = ErrorKind::Rejected,
            .message = QCoreApplication::translate(
                "Jobs", "The batch has begun: more requests go into a new run"),
            .code = u"begun"_s};
}

Error inDoubt()
{
    return {.kind = ErrorKind::OutcomeUnknown,
            .message = QCoreApplication::translate(
                "Jobs", "the run may have been submitted already: it is being looked for")};
}

/// What the states that are stored say; nothing where only a look can tell.
std::optional<Error> hindrance(const std::vector<const Batch *> &batches)
{
    for (const Batch *batch : batches) {
        if (batch->facts.state == BatchState::Unknown)
            return inDoubt();
        const bool isOver = isTerminal(batch->facts.state)
            || batch->facts.state == BatchState::Cancelling || batch->facts.cancelRequested;
        if (isOver)
            return begun();
    }
    return std::nullopt;
}

/// The first finding that is an error.
std::optional<Error> faultOf(const PreflightReport &report)
{
    for (const Finding &finding : report.findings)
        if (finding.severity == Severity::Error)
            return Error{.kind = ErrorKind::BadInput,
                         .message = findingText(finding.kind),
                         .code = finding.kind,
                         .line = finding.lines.value(0)};
    return std::nullopt;
}

} // namespace

RequestAdder::RequestAdder(const Driver::Needs &needs, QObject *parent)
    : QObject(parent), m_needs(needs)
{}

Result<StepContext> RequestAdder::contextFor(const Run &run) const
{
    Result<StepContext> context = contextOf(m_needs, run.connection);
    if (context && !context->dialect->isStaged)
        return Failure(Error{.kind = ErrorKind::NotSupported,
                             .message = QCoreApplication::translate(
                                 "Jobs", "batches of this provider are made in one go")});
    return context;
}

QFuture<Result<>> RequestAdder::add(RunId id, TakenIn more)
{
    const QString copy = m_needs.library.absolute(more.inputFile);
    const Run *run = m_needs.library.run(id);
    QFuture<Result<>> added = run != nullptr
        ? join(*run, more)
        : refuse({.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate("Jobs", "there is no such run")});
    return added.then([copy](Result<> result) {
        QFile::remove(copy);
        return result;
    });
}

QFuture<Result<>> RequestAdder::join(const Run &run, const TakenIn &more)
{
    const Result<StepContext> context = contextFor(run);
    if (!context)
        return refuse(context.error());
    if (run.inputFile.isEmpty())
        return refuse({.kind = ErrorKind::NotSupported,
                       .message = QCoreApplication::translate(
                           "Jobs", "a batch that was made elsewhere takes no more requests")});
    if (const std::optional<Error> error = hindrance(m_needs.library.batches(run.id)))
        return refuse(*error);
    const QString target = m_needs.library.newPath(u"inputs"_s, u".jsonl"_s);
    const PreflightRules rules{.dialect = context->dialect, .profile = context->profile};
    return takeInJoined(m_needs.pool, {run.inputFile, more.inputFile}, m_needs.library.folder(),
                        target, rules)
        .then(this,
              [this, run](const Result<TakenIn> &longer) {
                  if (!longer)
                      return refuse(longer.error());
                  if (const std::optional<Error> fault = faultOf(longer->report))
                      return refuse(*fault);
                  return look(run, *longer);
              })
        .unwrap()
        .then([file = m_needs.library.absolute(target)](Result<> result) {
            if (!result)
                QFile::remove(file);
            return result;
        });
}

QFuture<Result<>> RequestAdder::look(const Run &run, const TakenIn &longer)
{
    const std::vector<const Batch *> batches = m_needs.library.batches(run.id);
    const auto there = std::ranges::find_if(
        batches, [](const Batch *batch) { return !batch->facts.remoteId.isEmpty(); });
    if (there == batches.end())
        return keep(run, longer);
    Result<StepContext> context = contextFor(run);
    if (!context)
        return refuse(context.error());
    const Batch batch = **there;
    std::optional<Call> call = statusCall({run, batch, context->profile}, *context->dialect);
    if (!call)
        return refuse(begun());
    return askProvider<BatchFacts>(
               *std::move(context), *std::move(call),
               [run, batch](const StepContext &asked, const HttpReply &reply) {
                   return asked.dialect->absorb({run, batch, asked.profile}, StepKind::Status,
                                                reply);
               },
               this)
        .then(this,
              [this, run, longer](const Result<BatchFacts> &facts) {
                  if (!facts)
                      return refuse(facts.error());
                  return facts->state == BatchState::Queued ? keep(run, longer) : refuse(begun());
              })
        .unwrap();
}

QFuture<Result<>> RequestAdder::keep(const Run &before, const TakenIn &longer)
{
    const Run *stored = m_needs.library.run(before.id);
    if (stored == nullptr || stored->inputFile != before.inputFile)
        return refuse({.kind = ErrorKind::FileChanged,
                       .message = QCoreApplication::translate(
                           "Jobs", "the run was changed meanwhile: try again")});
    if (const std::optional<Error> error = hindrance(m_needs.library.batches(before.id)))
        return refuse(*error);
    crashPoint("adder.keeping");
    Run run = *stored;
    const QString shorter = m_needs.library.absolute(run.inputFile);
    takeRequests(run, longer.inputFile, longer.report);
    return m_needs.library.save(run)
        .then(this,
              [this, id = run.id](const Result<> &saved) {
                  crashPoint("adder.saved");
                  return saved ? m_needs.library.wish(WishKind::Add, id) : refuse(saved.error());
              })
        .unwrap()
        .then([shorter](Result<> result) {
            if (result)
                QFile::remove(shorter); // who has it open goes on reading it
            return result;
        });
}

#include "moc_requestadder.cpp"
