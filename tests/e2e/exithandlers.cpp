// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program, writes down the name of each function that is to be called when the
// program ends, a line each, into the file that EXIT_HANDLERS names.

#include "preload.h"

#include <cstdlib>
#include <cxxabi.h>
#include <string>

#include <unistd.h>

namespace {

void note(void (*function)(void *))
{
    const char *path = std::getenv("EXIT_HANDLERS");
    if (path == nullptr)
        return;
    Dl_info info{};
    const bool isKnown = dladdr(reinterpret_cast<void *>(function), &info) != 0;
    const std::string line
        = std::string(isKnown && info.dli_sname != nullptr ? info.dli_sname : "unnamed") + '\n';
    const int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRWXU);
    if (file < 0 || write(file, line.data(), line.size()) < 0)
        std::abort(); // or a test would pass for want of a report
    close(file);
}

} // namespace

// atexit() is a part of each library that calls it, and comes to this.
extern "C" int __cxa_atexit(void (*function)(void *), void *argument, void *library) noexcept
{
    static const auto original
        = reinterpret_cast<decltype(&__cxa_atexit)>(dlsym(RTLD_NEXT, "__cxa_atexit"));
    note(function);
    return original(function, argument, library);
}
