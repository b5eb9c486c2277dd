// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// For libraries that stand in front of calls of the C library.

#include <cstdarg>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>

namespace preload {

/// The function of this name that would be called without us.
template <class Function>
Function *next(Function *, const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

/// What stands behind the flags of an open call, where these ask for it.
inline mode_t modeOf(int flags, std::va_list arguments)
{
    const bool isGiven = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return isGiven ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

} // namespace preload

#define ORIGINAL(name) static const auto original = preload::next(&(::name), #name)
