// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/remotebatches.h"

#include "jobs/batchstep.h"
#include "jobs/lane.h"
#include "jobs/question.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

Error noList()
{
    return {.kind = ErrorKind::NotSupported,
            .message
            = QCoreApplication::translate("Jobs",
                                          "this provider has no list of batches; only those "
                                          "made here can be shown")};
}

Error noRequests()
{
    return {.kind = ErrorKind::NotSupported,
            .message = QCoreApplication::translate(
                "Jobs", "this provider does not list the requests of a batch")};
}

template <class T>
QFuture<Result<T>> refuse(const Error &error)
{
    return QtFuture::makeReadyValueFuture(Result<T>(Failure(error)));
}

bool hasStatus(const RemoteBatch &remote, const QString &status)
{
    return remote.facts.rawStatus.compare(status, Qt::CaseInsensitive) == 0
        || stateName(remote.facts.state) == status.toLower();
}

Result<ListPage> readPage(const StepContext &context, const HttpReply &reply,
                          const ListQuery &query)
{
    Result<ListPage> page = context.dialect->readList(reply, query);
    if (page && !query.status.isEmpty())
        page->batches.removeIf(
            [&query](const RemoteBatch &remote) { return !hasStatus(remote, query.status); });
    return page;
}

/// The batch as a list would show it, for its name and endpoint.
RemoteBatch described(const StepContext &context, HttpReply reply)
{
    if (context.dialect->readList == nullptr)
        return {};
    reply.body = '[' + reply.body + ']';
    const Result<ListPage> page = context.dialect->readList(reply, {});
    return page && page->batches.size() == 1 ? page->batches.first() : RemoteBatch();
}

struct Found {
    Batch batch;
    RemoteBatch remote;
};

Result<Found> readBatch(const StepContext &context, const HttpReply &reply, const QString &remoteId)
{
    Batch batch{.connection = context.connection.id};
    batch.facts.state = BatchState::Creating; // takes any state over
    batch.facts.remoteId = remoteId;
    const Run run;
    Result<BatchFacts> facts
        = context.dialect->absorb({run, batch, context.profile}, StepKind::Status, reply);
    if (!facts)
        return Failure(facts.error());
    batch.facts = std::move(*facts);
    // The results that this reply held were not kept: the driver asks once more.
    batch.facts.inlineFetched = false;
    batch.facts.outputFetched = false;
    batch.facts.errorsFetched = false;
    batch.facts.resultsComplete = false;
    return Found{std::move(batch), described(context, reply)};
}

} // namespace

RunId runOfRemote(const Library &library, ConnectionId connection, const QString &remoteId)
{
    for (const BatchId id : library.batchIds()) {
        const Batch *batch = library.batch(id);
        if (batch->connection == connection && batch->facts.remoteId == remoteId)
            return batch->run;
    }
    return {};
}

RemoteBatches::RemoteBatches(const Driver::Needs &needs, QObject *parent)
    : QObject(parent), m_needs(needs)
{}

QFuture<Result<ListPage>> RemoteBatches::list(ConnectionId connection, const ListQuery &query)
{
    Result<StepContext> context = contextOf(m_needs, connection);
    if (!context)
        return refuse<ListPage>(context.error());
    if (context->profile.list == Support::No || context->dialect->list == nullptr)
        return refuse<ListPage>(noList());
    Call call = context->dialect->list(query, context->profile);
    return askProvider<ListPage>(
               *std::move(context), std::move(call),
               [query](const StepContext &asked, const HttpReply &reply) {
                   return readPage(asked, reply, query);
               },
               this)
        .then([](Result<ListPage> page) {
            const int status = page ? 0 : page.error().httpStatus;
            if (status == 404 || status == 405 || status == 501)
                return Result<ListPage>(Failure(noList()));
            return page;
        });
}

QFuture<Result<RequestPage>> RemoteBatches::requests(RunId id, const RequestQuery &query)
{
    const Run *run = m_needs.library.run(id);
    const std::vector<const Batch *> batches = m_needs.library.batches(id);
    if (run == nullptr || batches.empty())
        return refuse<RequestPage>(
            {.kind = ErrorKind::BadInput,
             .message = QCoreApplication::translate("Jobs", "there is no such run")});
    Result<StepContext> context = contextOf(m_needs, batches.back()->connection);
    if (!context)
        return refuse<RequestPage>(context.error());
    if (context->dialect->requests == nullptr || context->profile.path(u"requests"_s).isEmpty())
        return refuse<RequestPage>(noRequests());
    if (batches.back()->facts.remoteId.isEmpty())
        return refuse<RequestPage>(
            {.kind = ErrorKind::BadInput,
             .message = QCoreApplication::translate("Jobs", "the run is not at the provider yet")});
    Call call = context->dialect->requests({*run, *batches.back(), context->profile}, query);
    return askProvider<RequestPage>(
               *std::move(context), std::move(call),
               [query](const StepContext &asked, const HttpReply &reply) {
                   return asked.dialect->readRequests(reply, query);
               },
               this)
        .then([](Result<RequestPage> page) {
            const int status = page ? 0 : page.error().httpStatus;
            if (status == 405 || status == 501)
                return Result<RequestPage>(Failure(noRequests()));
            return page;
        });
}

QFuture<Result<RunId>> RemoteBatches::adopt(ConnectionId connection, const QString &remoteId,
                                            std::optional<TakenIn> input)
{
    Result<StepContext> context = contextOf(m_needs, connection);
    if (!context)
        return refuse<RunId>(context.error());
    if (const RunId known = runOfRemote(m_needs.library, connection, remoteId); !known.isNull())
        return refuse<RunId>(
            {.kind = ErrorKind::Rejected,
             .message = QCoreApplication::translate("Jobs", "Run %1 follows this batch already")
                            .arg(known.toString()),
             .code = u"same_run"_s,
             .field = known.toString()});
    Batch unknown{.connection = connection};
    unknown.facts.state = BatchState::Running;
    unknown.facts.remoteId = remoteId;
    const Run none;
    Step step = context->dialect->next({none, unknown, context->profile});
    Call *call = std::get_if<Call>(&step);
    if (call == nullptr || call->kind != StepKind::Status)
        return refuse<RunId>({.kind = ErrorKind::NotSupported,
                              .message = QCoreApplication::translate(
                                  "Jobs", "this provider tells nothing about a batch by its id")});

    std::unique_ptr<Sink> sink = std::make_unique<MemorySink>();
    QString aside; // where results go that come with the description; not kept
    if (call->sink == SinkKind::SplitArray) {
        aside = m_needs.library.absolute(m_needs.library.newPath(u"results"_s, u".jsonl"_s));
        sink = std::make_unique<SplitArraySink>(aside, call->splitKey);
    }
    const StepContext asked = *context;
    return askProvider<Found>(
               *std::move(context), std::move(*call),
               [remoteId](const StepContext &with, const HttpReply &reply) {
                   return readBatch(with, reply, remoteId);
               },
               this, std::move(sink))
        .then(this,
              [this, asked, aside, remoteId, input = std::move(input)](const Result<Found> &found) {
                  if (!aside.isEmpty())
                      QFile::remove(aside);
                  if (!found)
                      return refuse<RunId>(found.error());
                  return keep(found->batch, found->remote, asked, input);
              })
        .unwrap();
}

QFuture<Result<RunId>> RemoteBatches::keep(Batch batch, const RemoteBatch &remote,
                                           const StepContext &context,
                                           const std::optional<TakenIn> &input)
{
    const QDateTime now = m_needs.clock.now();
    Run run{.name = remote.name.isEmpty() ? batch.facts.remoteId : remote.name,
            .connection = context.connection.id,
            .endpoint = remote.endpoint,
            .requests = batch.facts.counts.total.value_or(0),
            .hold = context.dialect->isStaged, // whoever made it starts it
            .createdAt = now};
    if (!batch.facts.model.isEmpty())
        run.models = {batch.facts.model};
    if (input) {
        run.originPath = input->originPath;
        takeRequests(run, input->inputFile, input->report);
    }
    const RunId id = m_needs.library.add(run);
    batch.run = id;
    batch.requests = run.requests;
    batch.submittedAt = batch.facts.createdAt;
    batch.checkedAt = now;
    const QString &program = m_needs.library.program();
    batch.history = {stateChange(batch, now, {StateCause::Person, program}, program)};
    QFuture<Result<>> stored;
    (void)m_needs.library.add(std::move(batch), &stored);
    return stored.then([id](const Result<> &saved) {
        return saved ? Result<RunId>(id) : Result<RunId>(Failure(saved.error()));
    });
}

#include "moc_remotebatches.cpp"
