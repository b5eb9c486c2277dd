// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/privatefolder.h"

#include "core/uninterrupted.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return true;
    const QString above = info.absolutePath();
    if (above == info.absoluteFilePath() || !makePrivateFolder(above))
        return false;
    if (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return false;
    // Also where another program made it just now: it may not have come to this yet.
    const int failed = syncNames(above);
    errno = failed;
    const bool isUnreadable = failed == EACCES; // to be written to, all the same
    return (failed == 0 || isUnreadable) && QFileInfo(folder).isDir();
}

int syncNames(const QString &folder)
{
    const int handle = uninterrupted([name = QFile::encodeName(folder)] {
        return ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    });
    if (handle < 0)
        return errno;
    const int failed = uninterrupted([handle] { return ::fsync(handle); });
    const int code = failed == 0 || errno == EINVAL ? 0 : errno;
    ::close(handle);
    return code;
}
#else
#include <QDir>

bool makePrivateFolder(const QString &folder)
{
    return QDir().mkpath(folder);
}

int syncNames(const QString &)
{
    return 0;
}
#endif
