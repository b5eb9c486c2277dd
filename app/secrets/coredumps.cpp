// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

void leaveNoCoreDumps()
{
#ifdef Q_OS_UNIX
    // A limit of 0 holds for files only: a program that collects dumps (systemd-coredump, apport) is
    // started all the same. 1 is less than any file needs, and Linux takes it for "none" there too.
    // PR_SET_DUMPABLE would do as well, but then the desktop's portals may not look at a process,
    // and refuse it: no file dialogs, no dark style.
    const rlimit none{.rlim_cur = 1, .rlim_max = 1};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
#endif
}
