// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/place.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

bool isSameFile(const Place &one, const Place &other)
{
    if (one.born != 0 && other.born != 0)
        return one.born == other.born;
    return one.inode == other.inode;
}

bool isSameMachine(const Place &one, const Place &other)
{
    return one.machine.isEmpty() || other.machine.isEmpty() || one.machine == other.machine;
}

} // namespace

Place Place::ofFile(const QString &path)
{
    const QFileInfo info(path);
    Place place{.path = info.canonicalFilePath(),
                .machine = QString::fromLatin1(QSysInfo::machineUniqueId()),
                .host = QSysInfo::machineHostName()};
    if (const QDateTime born = info.birthTime(); born.isValid())
        place.born = born.toMSecsSinceEpoch();
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        place.device = qint64(status.st_dev);
        place.inode = qint64(status.st_ino);
    }
    return place;
}

Passage passageBetween(const Place &before, const Place &now)
{
    const bool isHere = isSameMachine(before, now);
    const bool isSamePlace = isHere && before.path == now.path;
    if (isSamePlace)
        return isSameFile(before, now) ? Passage::Same : Passage::PutBack;
    if (!isSameFile(before, now))
        return Passage::Copied;
    if (!isHere || !QFileInfo::exists(before.path))
        return Passage::Moved;
    // The same folder under two paths, or a snapshot of it.
    const Place there = Place::ofFile(before.path);
    const bool isOneFile = there.device == now.device && there.inode == now.inode;
    return !isOneFile && isSameFile(there, now) ? Passage::Copied : Passage::Moved;
}

QByteArray storedPlace(const Place &place)
{
    return QJsonDocument(QJsonObject{{u"path"_s, place.path},
                                     {u"device"_s, place.device},
                                     {u"inode"_s, place.inode},
                                     {u"born"_s, place.born},
                                     {u"machine"_s, place.machine},
                                     {u"host"_s, place.host}})
        .toJson(QJsonDocument::Compact);
}

Place loadedPlace(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    return {.path = object["path"_L1].toString(),
            .device = object["device"_L1].toInteger(),
            .inode = object["inode"_L1].toInteger(),
            .born = object["born"_L1].toInteger(),
            .machine = object["machine"_L1].toString(),
            .host = object["host"_L1].toString()};
}
