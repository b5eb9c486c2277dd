// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/dispatcher.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Until another program may have let go of a lease, and until a keychain may have been unlocked.
constexpr std::chrono::milliseconds leaseWait = 2s;
constexpr std::chrono::milliseconds keyWait = 5min;

} // namespace

Dispatcher::Dispatcher(const Driver::Needs &needs, const EndWatch &ends, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_ends(ends)
    , m_poller(needs.clock)
    , m_carrier(needs,
                {.abort = [this](BatchId id) { abort(id); },
                 .hurry = [this](BatchId id) { hurry(id); },
                 .memory = [this](BatchId id) -> StepMemory & { return track(id).memory; }})
{
    connect(&m_poller, &Poller::woke, this, &Dispatcher::lookSoon);
    connect(&m_poller, &Poller::batchesDue, this, [this](const QList<BatchId> &ids) {
        for (const BatchId id : ids)
            lineUp(id);
    });
    connect(&m_poller, &Poller::connectionsDue, this, [this](const QList<ConnectionId> &ids) {
        for (const ConnectionId id : ids) {
            if (trouble(id) && trouble(id)->kind == ErrorKind::Keychain)
                lane(id)->resume();
            consider(id);
            tend(id);
        }
    });
}

Dispatcher::~Dispatcher()
{
    stop();
}

void Dispatcher::start(const QList<ConnectionId> &only)
{
    m_only = only;
    if (std::exchange(m_started, true))
        return;
    Library &library = m_needs.library;
    connect(&library, &Library::wishesChanged, this, &Dispatcher::carryWishes);
    connect(&library, &Library::batchesChanged, this, &Dispatcher::takeBatches);
    connect(&library, &Library::connectionsChanged, this, &Dispatcher::takeConnections);
    connect(&library, &Library::leaseLost, this,
            [this](ConnectionId id) { m_poller.plan(id, m_needs.clock.scaled(leaseWait)); });
    takeConnections();
}

void Dispatcher::finish()
{
    m_finishing = true;
    m_poller.clear();
}

void Dispatcher::stop()
{
    m_started = false;
    disconnect(&m_needs.library, nullptr, this, nullptr);
    m_poller.clear();
    for (auto &[id, track] : m_tracks)
        m_queue.leave(id);
    m_tracks.clear();
    m_retired.clear();
    for (auto &[id, lane] : m_lanes)
        lane->close();
    m_lanes.clear();
}

void Dispatcher::keyChanged(ConnectionId connection)
{
    if (!m_started)
        return;
    if (Lane *known = lane(connection))
        known->resume();
    consider(connection);
}

std::optional<Error> Dispatcher::trouble(ConnectionId connection) const
{
    const auto known = m_lanes.find(connection);
    return known == m_lanes.end() ? std::nullopt : known->second->trouble();
}

void Dispatcher::takeConnections()
{
    for (const ConnectionId id : m_needs.library.connectionIds()) {
        const auto known = m_lanes.find(id);
        if (known != m_lanes.end() && known->second->isOutdated())
            known->second->resume();
        if (known != m_lanes.end() && known->second->hasMoved())
            release(*known->second); // elsewhere: what kept us waiting is not said of that place
        consider(id);
    }
}

void Dispatcher::consider(ConnectionId connection)
{
    if (!m_started || m_finishing || !mayDrive(connection) || !hasWork(connection))
        return;
    Lane *lane = this->lane(connection);
    if (lane->isOpen()) {
        carryWishes();
        for (const BatchId id : batchesOf(connection))
            followBatch(id);
    } else {
        lane->open();
    }
}

bool Dispatcher::mayDrive(ConnectionId connection) const
{
    return m_only.isEmpty() || m_only.contains(connection);
}

Lane *Dispatcher::lane(ConnectionId connection)
{
    std::unique_ptr<Lane> &lane = m_lanes[connection];
    if (!lane) {
        lane = std::make_unique<Lane>(m_needs, connection, nullptr);
        connect(lane.get(), &Lane::opened, this, &Dispatcher::openLane);
        connect(lane.get(), &Lane::refused, this,
                [this](ConnectionId id) { m_poller.plan(id, m_needs.clock.scaled(leaseWait)); });
        connect(lane.get(), &Lane::troubleChanged, this, &Dispatcher::takeTrouble);
    }
    return lane.get();
}

Lane *Dispatcher::openLaneOf(BatchId id)
{
    const Batch *batch = m_needs.library.batch(id);
    if (batch == nullptr)
        return nullptr;
    const auto known = m_lanes.find(batch->connection);
    return known != m_lanes.end() && known->second->isOpen() ? known->second.get() : nullptr;
}

QList<BatchId> Dispatcher::batchesOf(ConnectionId connection) const
{
    QList<BatchId> ids;
    for (const BatchId id : m_needs.library.batchIds())
        if (m_needs.library.batch(id)->connection == connection)
            ids.append(id);
    return ids;
}

bool Dispatcher::hasWork(ConnectionId connection)
{
    const bool wished = std::ranges::any_of(m_needs.library.wishes(), [&](const Wish &wish) {
        const Run *run = m_needs.library.run(wish.run);
        return run != nullptr && run->connection == connection;
    });
    return wished || std::ranges::any_of(batchesOf(connection), [this](BatchId id) {
               return needsWork(*m_needs.library.batch(id));
           });
}

/// The connection is ours now: what another process, or an earlier life of this one, has left is
/// looked through before anything moves.
void Dispatcher::openLane(ConnectionId connection)
{
    m_poller.forget(connection);
    lane(connection)->forgetWaits();
    recover(connection);
    consider(connection);
    letGo(connection);
}

void Dispatcher::recover(ConnectionId connection)
{
    Lane *lane = this->lane(connection);
    for (const BatchId id : batchesOf(connection)) {
        Batch batch = *m_needs.library.batch(id);
        keepNotBefore(batch, *lane);
        if (batch.facts.state != BatchState::Creating || m_queue.isMoving(id))
            continue;
        // A paid call was under way when its process ended: nobody knows what became of it.
        crashPoint("recover.in_doubt");
        applyEvent(batch, BatchEvent::CreateInDoubt);
        batch.facts.reason = QCoreApplication::translate(
            "Jobs",
            "in doubt: the program ended while it was submitting; looking for it in the "
            "provider's list; nothing is sent again");
        batch.facts.error = Error{.kind = ErrorKind::OutcomeUnknown,
                                  .message = QCoreApplication::translate(
                                      "Jobs", "the program ended while it was submitting")};
        track(id).memory.looks = 0;
        storeBatch(m_needs.library, batch, m_needs.clock.now(), {StateCause::Trouble});
    }
}

void Dispatcher::takeTrouble(ConnectionId connection)
{
    if (trouble(connection)) {
        for (const BatchId id : batchesOf(connection)) {
            m_poller.forget(id);
            if (m_queue.isMoving(id))
                continue;
            m_queue.leave(id);
            Batch batch = *m_needs.library.batch(id);
            if (batch.nextCheckAt.isValid() && m_needs.library.holdsLease(connection)) {
                batch.nextCheckAt = {}; // nobody asks until there is a key
                m_needs.library.save(batch);
            }
        }
        letGo(connection);
        // Asked again by itself, seldom: a keychain may be unlocked by now. A refused key is not.
        if (trouble(connection)->kind == ErrorKind::Keychain)
            m_poller.plan(connection, m_needs.clock.scaled(keyWait));
    } else {
        m_poller.forget(connection);
    }
    Q_EMIT troubleChanged(connection);
}

/// Gives the lease of a connection that is of no use to us to a program that has the right key;
/// not while a step is under way, for its end is to be stored.
void Dispatcher::letGo(ConnectionId connection)
{
    Lane *lane = this->lane(connection);
    const bool isMoving = std::ranges::any_of(batchesOf(connection),
                                              [this](BatchId id) { return m_queue.isMoving(id); });
    if (!isMoving && (lane->trouble() || (lane->isOpen() && !hasWork(connection))))
        lane->close();
}

void Dispatcher::carryWishes()
{
    if (m_finishing)
        return;
    const QList<Wish> wishes = m_needs.library.wishes();
    for (const Wish &wish : wishes) {
        const Run *run = m_needs.library.run(wish.run);
        // Made by another program a moment ago: its rows may still be on their way here.
        if (run == nullptr || m_needs.library.batches(wish.run).empty())
            continue;
        if (!mayDrive(run->connection))
            continue;
        Lane *lane = this->lane(run->connection);
        if (!lane->isOpen()) {
            if (!m_poller.isPlanned(run->connection))
                lane->open();
            continue;
        }
        crashPoint("wish.before");
        m_carrier.carryOut(wish);
        crashPoint("wish.carried");
        m_needs.library.fulfil(wish.id);
        crashPoint("wish.fulfilled");
    }
    for (const auto &[id, lane] : m_lanes)
        if (lane->isOpen())
            letGo(id);
}

#include "moc_dispatcher.cpp"
