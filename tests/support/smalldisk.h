// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdio>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/// A disk of a few megabytes that this process alone sees, and that really fills up. Before there is
/// any other thread. False where the system does not allow it.
inline bool mountSmallDisk(const QByteArray &folder, const QByteArray &size)
{
    const auto put = [](const char *path, const QByteArray &text) {
        std::FILE *file = std::fopen(path, "w");
        if (file != nullptr) {
            std::fputs(text.constData(), file);
            std::fclose(file);
        }
    };
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    put("/proc/self/setgroups", "deny");
    put("/proc/self/uid_map", "0 " + user + " 1");
    put("/proc/self/gid_map", "0 " + group + " 1");
    return ::mount("none", folder.constData(), "tmpfs", 0, ("size=" + size).constData()) == 0;
}
