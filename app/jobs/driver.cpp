// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/driver.h"

#include "jobs/connectionchecker.h"
#include "jobs/dispatcher.h"
#include "jobs/endwatch.h"
#include "jobs/remotebatches.h"
#include "jobs/requestadder.h"
#include "jobs/wishmaker.h"
#include "library/library.h"

#include <utility>

struct Driver::Data {
    explicit Data(const Needs &from)
        : needs(from)
        , ends(from.library)
        , wishes(from)
        , dispatcher(from, ends, nullptr)
        , remote(from)
        , adder(from)
    {}

    Needs needs;
    EndWatch ends;
    WishMaker wishes;
    Dispatcher dispatcher;
    RemoteBatches remote;
    RequestAdder adder;
};

Driver::Driver(Needs needs, QObject *parent)
    : QObject(parent), m_data(std::make_unique<Data>(needs))
{
    connect(&m_data->dispatcher, &Dispatcher::troubleChanged, this,
            &Driver::connectionTroubleChanged);
    connect(&m_data->dispatcher, &Dispatcher::progressed, this, &Driver::transferProgressed);
}

Driver::~Driver()
{
    stop();
}

void Driver::start(QList<ConnectionId> only)
{
    m_data->ends.start();
    connect(&m_data->needs.library, &Library::batchesChanged, this, &Driver::takeBatches,
            Qt::UniqueConnection);
    m_data->dispatcher.start(only);
}

void Driver::takeBatches(const QList<BatchId> &ids)
{
    QList<RunId> runs;
    for (const BatchId id : ids) {
        const Batch *batch = m_data->needs.library.batch(id);
        if (batch != nullptr && !runs.contains(batch->run))
            runs.append(batch->run);
    }
    if (const QList<RunId> ended = m_data->ends.take(runs); !ended.isEmpty())
        Q_EMIT runsEnded(ended);
}

void Driver::stop()
{
    disconnect(&m_data->needs.library, nullptr, this, nullptr);
    m_data->dispatcher.stop();
}

void Driver::finish()
{
    m_data->dispatcher.finish();
}

bool Driver::isChanging() const
{
    return m_data->dispatcher.isChanging();
}

QFuture<Result<>> Driver::submit(RunId run)
{
    return m_data->wishes.submit(run);
}

QFuture<Result<>> Driver::submitAgain(RunId run)
{
    return m_data->wishes.submitAgain(run);
}

QFuture<Result<>> Driver::cancel(RunId run)
{
    return m_data->wishes.cancel(run);
}

QFuture<Result<>> Driver::fetch(RunId run)
{
    return m_data->wishes.fetch(run);
}

QFuture<Result<>> Driver::checkNow(RunId run)
{
    return m_data->wishes.checkNow(run);
}

QFuture<Result<>> Driver::startHeld(RunId run)
{
    return m_data->wishes.startHeld(run);
}

QFuture<Result<>> Driver::add(RunId run, TakenIn more)
{
    return m_data->adder.add(run, std::move(more));
}

QFuture<Result<RequestPage>> Driver::requests(RunId run, const RequestQuery &query)
{
    return m_data->remote.requests(run, query);
}

QFuture<Result<ListPage>> Driver::list(ConnectionId connection, const ListQuery &query)
{
    return m_data->remote.list(connection, query);
}

QFuture<Result<RunId>> Driver::adopt(ConnectionId connection, const QString &remoteId,
                                     std::optional<TakenIn> input)
{
    return m_data->remote.adopt(connection, remoteId, std::move(input));
}

QFuture<Result<ConnectionCheck>> Driver::test(const Connection &connection, SecretBytes key,
                                              bool useStoredKey)
{
    const Needs &needs = m_data->needs;
    Result<Profile> profile = needs.profiles.effective(connection);
    const Dialect *dialect = profile ? findDialect(profile->dialect) : nullptr;
    if (!profile || dialect == nullptr) {
        const Error error = profile
            ? Error{.kind = ErrorKind::NotSupported, .message = profile->dialect}
            : profile.error();
        return QtFuture::makeReadyValueFuture(Result<ConnectionCheck>(Failure(error)));
    }
    auto *checker = new ConnectionChecker(StepContext{.library = needs.library,
                                                      .secrets = needs.secrets,
                                                      .http = needs.http,
                                                      .practice = needs.practice,
                                                      .clock = needs.clock,
                                                      .pool = needs.pool,
                                                      .connection = connection,
                                                      .profile = std::move(*profile),
                                                      .dialect = dialect},
                                          this);
    return checker->start(useStoredKey ? std::nullopt : std::optional(std::move(key)));
}

void Driver::keyChanged(ConnectionId connection)
{
    m_data->dispatcher.keyChanged(connection);
}

std::optional<Error> Driver::connectionTrouble(ConnectionId connection) const
{
    return m_data->dispatcher.trouble(connection);
}

std::optional<ConnectionWait> Driver::connectionWait(ConnectionId connection) const
{
    return m_data->dispatcher.wait(connection);
}

void Driver::networkCame()
{
    m_data->dispatcher.lookSoon();
}

std::optional<double> Driver::transferProgress(BatchId batch) const
{
    return m_data->dispatcher.progress(batch);
}

bool Driver::isBusy(BatchId batch) const
{
    return m_data->dispatcher.isBusy(batch);
}

#include "moc_driver.cpp"
