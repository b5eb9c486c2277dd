// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/processidentity.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QUuid>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>

#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace {

struct ProcessStat {
    char state = 0;
    qint64 started = 0;
};

/// Fields 3 and 22 of /proc/PID/stat; the name in field 2 may hold spaces and parentheses.
std::optional<ProcessStat> statOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields.first().isEmpty())
        return std::nullopt;
    return ProcessStat{fields.at(0).front(), fields.at(19).toLongLong()};
}

} // namespace

ProcessIdentity ProcessIdentity::ofThisProcess()
{
    ProcessIdentity identity;
    identity.token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    identity.pid = QCoreApplication::applicationPid();
    identity.pidNamespace = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    if (const std::optional<ProcessStat> stat = statOf(identity.pid))
        identity.started = stat->started;
    identity.host = QSysInfo::machineHostName();
    identity.bootId = QString::fromLatin1(QSysInfo::bootUniqueId());
    return identity;
}

bool isGone(const ProcessIdentity &other, const ProcessIdentity &me)
{
    if (other.bootId != me.bootId || other.pidNamespace != me.pidNamespace || other.pid <= 0)
        return false;
    if (::kill(static_cast<pid_t>(other.pid), 0) != 0 && errno == ESRCH)
        return true;
    const std::optional<ProcessStat> stat = statOf(other.pid);
    if (!stat)
        return false;
    // A killed child that nobody has waited for yet still has its pid.
    if (stat->state == 'Z' || stat->state == 'X')
        return true;
    return other.started != 0 && stat->started != other.started;
}

std::chrono::milliseconds sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}
