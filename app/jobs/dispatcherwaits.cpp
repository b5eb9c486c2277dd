// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of Dispatcher: what holds back all batches of a connection. A provider that does not answer is
// asked by one of them; a Retry-After holds for the whole account; and questions have a pace.

#include "jobs/batchstep.h"
#include "jobs/dispatcher.h"
#include "library/library.h"
#include "net/httpclient.h"
#include "net/retrypolicy.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using std::chrono::milliseconds;

namespace {

/// A wait that is longer is said at each batch.
constexpr std::chrono::minutes worthSaying(10);

/// Steps that ask the provider nothing, or not for sure.
bool isLocal(StepPlan::Kind kind)
{
    using Kind = StepPlan::Kind;
    switch (kind) {
    case Kind::None:
    case Kind::Wait:
    case Kind::Spool:
    case Kind::CancelHere:
    case Kind::EndPartial:
    case Kind::Finish:
    case Kind::GiveUp: return true;
    default: return false;
    }
}

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

/// The one that was let through, as long as it is on its way: one that was deleted, or that another
/// program has settled, tells nobody anything.
void Dispatcher::checkProbe(Lane &lane) const
{
    if (lane.probe && !m_queue.contains(*lane.probe))
        lane.probe.reset();
}

/// True where it may be asked now; else it is kept until the connection may be asked again.
bool Dispatcher::mayPass(BatchId id, Lane &lane)
{
    checkProbe(lane);
    if (lane.probe == id)
        return true;
    if (lane.waitLeft().count() == 0 && !lane.probe) {
        if (lane.circuit.isOpen())
            lane.probe = id;
        return true;
    }
    lane.blocked.insert(id);
    planLane(m_needs.library.batch(id)->connection, lane);
    return false;
}

/// Questions of many batches follow each other: a burst after a start, a sleep or an outage would be
/// answered with "slower".
bool Dispatcher::takesTurn(BatchId id, Lane &lane, const StepContext &context)
{
    Track &track = this->track(id);
    if (std::exchange(track.hasTurn, false))
        return true;
    constexpr int turns = 15; // in the shortest wait between two polls of one batch
    const milliseconds wait = lane.pace.takeTurn(
        m_needs.clock.steady(), m_needs.clock.scaled(context.profile.pollMin / turns));
    if (wait.count() == 0)
        return true;
    track.hasTurn = true;
    m_poller.plan(id, wait);
    return false;
}

/// The more batches are asked one by one, the longer each waits: less than one question a second
/// where the provider's shortest wait is five.
milliseconds Dispatcher::shortestWait(const StepContext &context) const
{
    qint64 live = 0;
    for (const BatchId id : m_needs.library.batchIds()) {
        const Batch *batch = m_needs.library.batch(id);
        live += batch->connection == context.connection.id && isLive(batch->facts.state) ? 1 : 0;
    }
    return std::max<milliseconds>(context.profile.pollMin, context.profile.pollMin * live / 5);
}

/// Plans when the connection itself needs a look: at what is blocked, or at the list.
void Dispatcher::planLane(ConnectionId connection, Lane &lane)
{
    if (!lane.isOpen() || m_finishing)
        return;
    checkProbe(lane);
    std::optional<milliseconds> wait;
    if (!lane.blocked.isEmpty() && !lane.probe) {
        wait = lane.waitLeft();
        if (wait->count() > 0) // never earlier than asked, and not all programs at one moment
            *wait += milliseconds(1 + qint64(chance() * double(wait->count()) / 20));
    }
    if (!lane.list.batches.isEmpty() && !lane.list.look) {
        const milliseconds due = std::max(lane.list.due - m_needs.clock.steady(), lane.waitLeft());
        wait = wait ? std::min(*wait, due) : due;
    }
    if (wait)
        m_poller.plan(connection, *wait);
    else
        m_poller.forget(connection);
}

void Dispatcher::tend(ConnectionId connection)
{
    Lane &lane = *this->lane(connection);
    if (!lane.isOpen() || m_finishing)
        return;
    checkProbe(lane);
    if (lane.waitLeft().count() == 0 && !lane.probe) {
        if (!lane.circuit.isOpen() || !lane.blocked.isEmpty())
            release(lane);
        if (!lane.list.batches.isEmpty() && !lane.list.look && !lane.circuit.isOpen()
            && lane.list.due <= m_needs.clock.steady())
            look(connection, lane);
    }
    planLane(connection, lane);
}

/// Lets what is blocked go on: all, or the first that asks the provider something, where it is not
/// known whether that answers.
void Dispatcher::release(Lane &lane)
{
    QList<BatchId> ids(lane.blocked.cbegin(), lane.blocked.cend());
    std::ranges::sort(ids, {}, [this](BatchId id) {
        const Batch *batch = m_needs.library.batch(id); // a question about a live one is cheapest
        return std::pair(batch == nullptr || !isLive(batch->facts.state), id);
    });
    for (const BatchId id : std::as_const(ids)) {
        if (lane.probe)
            return;
        lane.blocked.remove(id);
        if (m_needs.library.batch(id) != nullptr)
            lineUp(id);
    }
}

/// The one that was let through has asked nothing.
void Dispatcher::endProbe(BatchId id, ConnectionId connection, Lane &lane)
{
    if (lane.probe != id)
        return;
    lane.probe.reset();
    planLane(connection, lane);
}

void Dispatcher::takeSign(const StepEnd &end, const Batch &before, StepPlan::Kind kind, Lane &lane)
{
    const bool isProbe = lane.probe == before.id;
    if (isProbe)
        lane.probe.reset();
    const ConnectionId connection = before.connection;
    if (end.notBefore.isValid())
        slowDown(milliseconds(m_needs.clock.now().msecsTo(end.notBefore)), connection, lane);
    else if (end.failure && end.failure->kind == ErrorKind::RateLimited)
        slowDown(m_needs.clock.scaled(backOff(m_tracks.at(before.id).memory.failures, chance())),
                 connection, lane);
    std::optional<Circuit::Sign> sign;
    if (end.failure)
        sign = signOf(*end.failure, kind == StepPlan::Kind::Fetch);
    else if (!isLocal(kind) && end.batch.checkedAt != before.checkedAt
             && (end.batch.facts.state != BatchState::Unknown || kind == StepPlan::Kind::Reconcile))
        sign = Circuit::Sign::Answered;
    if (sign)
        takeSign(*sign, end.failure ? &*end.failure : nullptr, isProbe, connection, lane);
    planLane(connection, lane);
}

void Dispatcher::takeSign(Circuit::Sign sign, const Error *failure, bool isProbe,
                          ConnectionId connection, Lane &lane)
{
    const bool wasOpen = lane.circuit.isOpen();
    lane.circuit.take(sign, isProbe, m_needs.clock, chance());
    if (lane.circuit.isOpen() && failure != nullptr && (!wasOpen || isProbe)) {
        const QDateTime now = m_needs.clock.now();
        //: %1 says what is the matter, such as "waits: the provider cannot be reached", %2 is a time
        sayWait(QCoreApplication::translate("Jobs", "%1 (since %2 UTC)")
                    .arg(holdReason(*failure, {}, now), timeWords(lane.circuit.since(), now)),
                connection, lane);
        lane.blocked.unite(std::exchange(lane.list.batches, {})); // one of them asks for all
    } else if (!lane.isWaiting()) {
        sayWait({}, connection, lane);
    }
    if (wasOpen && !lane.circuit.isOpen()) {
        lane.list.due = m_needs.clock.steady();
        m_poller.plan(connection, milliseconds(0));
    }
}

/// A provider that asks one batch for slower requests means the whole account.
void Dispatcher::slowDown(milliseconds wait, ConnectionId connection, Lane &lane)
{
    const milliseconds until = m_needs.clock.sinceBoot() + wait;
    if (until <= lane.notBefore)
        return;
    lane.notBefore = until;
    if (wait >= worthSaying) {
        const QDateTime now = m_needs.clock.now();
        sayWait(holdReason({}, now.addMSecs(wait.count()), now), connection, lane);
    }
}

/// Says at each batch why it is not asked about. What its own state has to say goes first.
void Dispatcher::sayWait(const QString &words, ConnectionId connection, Lane &lane)
{
    const QString before = std::exchange(lane.waitWords, words);
    if (before == words)
        return;
    for (const BatchId id : batchesOf(connection)) {
        const Batch *stored = m_needs.library.batch(id);
        const bool isOurs = stored->facts.reason.isEmpty() || stored->facts.reason == before;
        if (!needsWork(*stored) || !isOurs || m_queue.isMoving(id)
            || (!isLive(stored->facts.state) && !isTerminal(stored->facts.state)))
            continue;
        Batch batch = *stored;
        batch.facts.reason = words;
        if (!words.isEmpty())
            batch.nextCheckAt = m_needs.clock.now().addMSecs(lane.waitLeft().count());
        store(*stored, batch, {StateCause::Wait});
    }
    Q_EMIT troubleChanged(connection);
}

/// What a provider asked is stored with a batch as a time of day. How much of it is left is counted
/// here by a clock that nobody sets; and never more than was asked, should the other have been set.
void Dispatcher::keepNotBefore(const Batch &batch, Lane &lane)
{
    milliseconds &kept = track(batch.id).memory.notBefore;
    const Batch *stored = m_needs.library.batch(batch.id);
    const bool isNew
        = stored == nullptr || stored->notBefore != batch.notBefore || kept.count() == 0;
    if (!batch.notBefore.isValid() || !isNew)
        return;
    qint64 left = m_needs.clock.now().msecsTo(batch.notBefore);
    if (batch.checkedAt.isValid())
        left = std::min(left, batch.checkedAt.msecsTo(batch.notBefore));
    kept = m_needs.clock.sinceBoot() + milliseconds(std::max<qint64>(left, 0));
    // Of room for one more batch only that one was spoken.
    const bool isOfAll = batch.facts.state != BatchState::Held
        || (batch.facts.error && batch.facts.error->kind == ErrorKind::RateLimited);
    if (isOfAll && left > 0)
        slowDown(milliseconds(left), batch.connection, lane);
}

std::optional<ConnectionWait> Dispatcher::wait(ConnectionId connection) const
{
    const auto known = m_lanes.find(connection);
    if (known == m_lanes.end() || !known->second->isWaiting())
        return std::nullopt;
    const Lane &lane = *known->second;
    const QDateTime next = m_needs.clock.now().addMSecs(lane.waitLeft().count());
    return ConnectionWait{.since = lane.circuit.since(),
                          .nextTry = next,
                          .words = lane.waitWords.isEmpty()
                              ? holdReason({}, next, m_needs.clock.now())
                              : lane.waitWords};
}

void Dispatcher::lookSoon()
{
    m_needs.http.dropIdleConnections(); // they may be dead, and nobody would have told
    const milliseconds soon = m_needs.clock.scaled(Poller::settling);
    for (const auto &[id, lane] : m_lanes) {
        lane->circuit.hurry(m_needs.clock, soon);
        lane->list.due = m_needs.clock.steady() + soon;
        planLane(id, *lane);
    }
}
