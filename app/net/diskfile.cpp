// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/diskfile.h"

#include "core/privatefolder.h"
#include "core/uninterrupted.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_UNIX
Error systemError(const QString &file, int code)
{
    Error error = diskError(file, QString::fromLocal8Bit(std::strerror(code)));
    if (code == ENOSPC || code == EDQUOT)
        error.code = noSpaceCode;
    return error;
}
#endif

} // namespace

Error diskError(const QString &file, const QString &reason)
{
    //: %1 is a file, %2 the system's reason, such as "No space left on device"
    return Error{
        .kind = ErrorKind::Disk,
        .message
        = QCoreApplication::translate("Sink", "%1 could not be written: %2").arg(file, reason)};
}

Error diskError(const QFile &file)
{
    Error error = diskError(file.fileName(), file.errorString());
    if (file.error() == QFileDevice::ResourceError) // what Qt makes of ENOSPC
        error.code = noSpaceCode;
    return error;
}

#ifdef Q_OS_UNIX
Result<> syncFile(const QFile &file)
{
    if (uninterrupted([&file] { return ::fsync(file.handle()); }) != 0)
        return Failure(systemError(file.fileName(), errno));
    return {};
}

Result<> syncFolder(const QString &folder)
{
    if (const int code = syncNames(folder); code != 0)
        return Failure(systemError(folder, code));
    return {};
}
#else
Result<> syncFile(const QFile &)
{
    return {};
}

Result<> syncFolder(const QString &)
{
    return {};
}
#endif

qint64 freeSpaceAt(const QString &folder)
{
    std::error_code error;
    const std::filesystem::space_info space
        = std::filesystem::space(QFileInfo(folder).filesystemFilePath(), error);
    return error ? -1 : qint64(space.available);
}

Result<> replaceFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), error);
    if (error)
        return Failure(diskError(to, QString::fromStdString(error.message())));
    return {};
}
