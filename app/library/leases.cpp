// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/leases.h"

#include "library/sql.h"

#include <QDateTime>
#include <QSqlDatabase>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Lease {
    ProcessIdentity owner;
    std::chrono::milliseconds heartbeatBoot{0};
    std::chrono::milliseconds heartbeatAt{0};
};

std::chrono::milliseconds wallTime()
{
    return std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch());
}

Result<std::optional<Lease>> find(const QSqlDatabase &database, ConnectionId connection)
{
    Result<QSqlQuery> query
        = runSql(database,
                 u"SELECT token, pid, pid_namespace, started, host, boot_id, heartbeat_boot, "
                 "heartbeat_at FROM leases WHERE connection_id = ?"_s,
                 {connection.value});
    if (!query)
        return Failure(query.error());
    if (!query->next())
        return std::nullopt;
    return Lease{.owner = {.token = query->value(0).toString(),
                           .pid = query->value(1).toLongLong(),
                           .pidNamespace = query->value(2).toString(),
                           .started = query->value(3).toLongLong(),
                           .host = query->value(4).toString(),
                           .bootId = query->value(5).toString()},
                 .heartbeatBoot = std::chrono::milliseconds(query->value(6).toLongLong()),
                 .heartbeatAt = std::chrono::milliseconds(query->value(7).toLongLong())};
}

bool isOver(const Lease &lease, const ProcessIdentity &me)
{
    if (isGone(lease.owner, me))
        return true;
    if (lease.owner.bootId == me.bootId)
        return sinceBoot() - lease.heartbeatBoot > Leases::lifetime;
    const std::chrono::milliseconds age = wallTime() - lease.heartbeatAt;
    return age > Leases::lifetime || age < -1min;
}

} // namespace

Result<bool> Leases::take(const QSqlDatabase &database, ConnectionId connection,
                          const ProcessIdentity &me)
{
    const Result<std::optional<Lease>> lease = find(database, connection);
    if (!lease)
        return Failure(lease.error());
    if (*lease && (*lease)->owner.token != me.token && !isOver(**lease, me))
        return false;
    return changeBySql(
               database,
               u"INSERT OR REPLACE INTO leases (connection_id, token, pid, pid_namespace, started, "
               u"host, "
               "boot_id, heartbeat_boot, heartbeat_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
               {connection.value, me.token, me.pid, me.pidNamespace, me.started, me.host, me.bootId,
                qint64(sinceBoot().count()), qint64(wallTime().count())})
        .transform([](int) { return true; });
}

Result<QList<ConnectionId>> Leases::renew(const QSqlDatabase &database,
                                          const QList<ConnectionId> &connections,
                                          const ProcessIdentity &me)
{
    QList<ConnectionId> lost;
    for (const ConnectionId connection : connections) {
        const Result<int> renewed = changeBySql(
            database,
            u"UPDATE leases SET heartbeat_boot = ?, heartbeat_at = ? WHERE connection_id = ? AND token = ?"_s,
            {qint64(sinceBoot().count()), qint64(wallTime().count()), connection.value, me.token});
        if (!renewed)
            return Failure(renewed.error());
        if (*renewed == 0)
            lost.append(connection);
    }
    return lost;
}

Result<> Leases::giveUp(const QSqlDatabase &database, ConnectionId connection,
                        const ProcessIdentity &me)
{
    return changeBySql(database, u"DELETE FROM leases WHERE connection_id = ? AND token = ?"_s,
                       {connection.value, me.token})
        .transform([](int) {});
}

Result<bool> Leases::isHeldElsewhere(const QSqlDatabase &database, ConnectionId connection,
                                     const ProcessIdentity &me)
{
    return find(database, connection).transform([&](const std::optional<Lease> &lease) {
        return lease && lease->owner.token != me.token && !isOver(*lease, me);
    });
}
