// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/lane.h"

#include "core/crashpoint.h"
#include "jobs/follow.h"
#include "library/library.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

Result<StepContext> contextOf(const Driver::Needs &needs, ConnectionId id)
{
    const Connection *connection = needs.library.connection(id);
    if (connection == nullptr)
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate("Jobs", "the connection is gone")});
    Result<Profile> profile = needs.profiles.effective(*connection);
    if (!profile)
        return Failure(profile.error());
    const Dialect *dialect = findDialect(profile->dialect);
    if (dialect == nullptr)
        return Failure(Error{.kind = ErrorKind::NotSupported,
                             .message = QCoreApplication::translate(
                                            "Jobs", "the wire format \"%1\" is not known here")
                                            .arg(profile->dialect)});
    StepContext context{.library = needs.library,
                        .secrets = needs.secrets,
                        .http = needs.http,
                        .practice = needs.practice,
                        .clock = needs.clock,
                        .pool = needs.pool,
                        .connection = *connection,
                        .profile = std::move(*profile),
                        .dialect = dialect,
                        .freeSpace = needs.freeSpace};
    if (connection->pollMin.count() > 0)
        context.profile.pollMin = connection->pollMin;
    if (connection->pollMax.count() > 0)
        context.profile.pollMax = connection->pollMax;
    return context;
}

Lane::Lane(const Driver::Needs &needs, ConnectionId connection, QObject *parent)
    : QObject(parent), m_needs(needs), m_id(connection)
{
    (void)hasMoved();
}

void Lane::open()
{
    if (m_state == State::Open && !isOpen())
        m_state = State::Closed; // the lease went to another program
    if (m_state != State::Closed || m_trouble)
        return;
    const Result<StepContext> context = this->context();
    if (!context) {
        pause(context.error());
        return;
    }
    m_state = State::Opening;
    if (context->connection.keySource == KeySource::None)
        takeKey(SecretBytes());
    else
        follow(m_key, m_needs.secrets.read(context->connection), this,
               [this](const Result<SecretBytes> &key) { takeKey(key); });
}

void Lane::takeKey(const Result<SecretBytes> &key)
{
    if (m_state != State::Opening)
        return;
    if (!key) {
        Error error = key.error();
        error.kind = ErrorKind::Keychain;
        pause(error);
        return;
    }
    // Never cancelled: a lease that is taken must be known of.
    crashPoint("lease.before");
    m_needs.library.takeLease(m_id).then(this,
                                         [this](const Result<bool> &lease) { takeLease(lease); });
}

void Lane::takeLease(const Result<bool> &lease)
{
    if (m_state != State::Opening)
        return;
    if (!lease && lease.error().code == u"copied") { // nobody drives it before a person has spoken
        pause(lease.error());
        return;
    }
    const bool isOurs = lease.value_or(false);
    m_state = isOurs ? State::Open : State::Closed;
    crashPoint("lease.taken");
    if (isOurs)
        Q_EMIT opened(m_id);
    else
        Q_EMIT refused(m_id);
}

bool Lane::isOpen() const
{
    return m_state == State::Open && m_needs.library.holdsLease(m_id);
}

void Lane::close()
{
    m_state = State::Closed;
    if (m_needs.library.holdsLease(m_id))
        m_needs.library.giveUpLease(m_id);
    crashPoint("lease.given_up_soon");
}

std::chrono::milliseconds Lane::waitLeft() const
{
    std::chrono::milliseconds left = notBefore - m_needs.clock.sinceBoot();
    if (circuit.isOpen())
        left = std::max(left, circuit.nextTry() - m_needs.clock.steady());
    return std::max(left, std::chrono::milliseconds(0));
}

bool Lane::hasMoved()
{
    const Connection *connection = m_needs.library.connection(m_id);
    if (connection == nullptr)
        return false;
    const std::pair place(connection->profile, connection->baseUrl);
    if (std::exchange(m_place, place) == place)
        return false;
    circuit = {};
    notBefore = {};
    list.refused = false;
    return true;
}

void Lane::forgetWaits()
{
    blocked.clear();
    probe.reset();
    waiting.clear();
    list.batches.clear();
    list.look.reset();
}

void Lane::pause(const Error &trouble)
{
    m_state = State::Closed;
    const bool isNew = !m_trouble || m_trouble->kind != trouble.kind;
    m_trouble = trouble;
    const Connection *connection = m_needs.library.connection(m_id);
    m_troubled = connection != nullptr ? std::optional(*connection) : std::nullopt;
    if (isNew) // several calls under way may all be refused
        Q_EMIT troubleChanged(m_id);
}

void Lane::resume()
{
    m_troubled.reset();
    if (std::exchange(m_trouble, std::nullopt))
        Q_EMIT troubleChanged(m_id);
}

bool Lane::isOutdated() const
{
    const Connection *connection = m_needs.library.connection(m_id);
    return m_trouble && connection != nullptr && m_troubled != *connection;
}

#include "moc_lane.cpp"
