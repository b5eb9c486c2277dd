// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program, lets one of its system calls fail: the n-th of a kind, counted over all
// threads, which strace cannot (it counts in each). The environment says which:
//
//     FAIL_CALL=write FAIL_ERROR=28 FAIL_AT=3 FAIL_REPORT=file
//
// The report gets the word "failed" when that happens. Without FAIL_AT nothing fails, and at the end
// the report gets one line "kind count" for each kind.

#include "preload.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

enum Kind { Open, Write, Sync, Rename, Unlink, Socket, Connect, Send, Receive, Read, Kinds };
constexpr std::array<const char *, Kinds> names{"open",   "write",   "sync", "rename",  "unlink",
                                                "socket", "connect", "send", "receive", "read"};

/// Straight to the system: the report must not go through what is counted.
void report(const std::string &line)
{
    const char *path = std::getenv("FAIL_REPORT");
    if (path == nullptr)
        return;
    const long file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, S_IRWXU);
    syscall(SYS_write, file, line.data(), line.size());
    syscall(SYS_close, file);
}

struct Counts {
    std::array<std::atomic<int>, Kinds> passed{};
    int kind = Kinds;
    int error = 0;
    int at = 0;

    Counts()
    {
        const char *call = std::getenv("FAIL_CALL");
        const char *number = std::getenv("FAIL_AT");
        if (call == nullptr || number == nullptr)
            return;
        for (int i = 0; i < Kinds; ++i)
            if (std::strcmp(names[std::size_t(i)], call) == 0)
                kind = i;
        error = std::atoi(std::getenv("FAIL_ERROR"));
        at = std::atoi(number);
    }
    ~Counts()
    {
        if (at > 0)
            return;
        std::string lines;
        for (std::size_t i = 0; i < Kinds; ++i)
            lines += std::string(names[i]) + ' ' + std::to_string(passed[i].load()) + '\n';
        report(lines);
    }
};

bool fails(Kind kind)
{
    static Counts counts;
    const bool now = ++counts.passed[kind] == counts.at && counts.kind == kind;
    if (now) {
        report("failed\n");
        errno = counts.error;
    }
    return now;
}

/// Files and connections: not what wakes up an event loop, nor the terminal.
bool isData(int handle)
{
    struct stat status{};
    return handle > STDERR_FILENO && ::fstat(handle, &status) == 0
        && (S_ISREG(status.st_mode) || S_ISSOCK(status.st_mode));
}

bool isSocket(int handle)
{
    struct stat status{};
    return ::fstat(handle, &status) == 0 && S_ISSOCK(status.st_mode);
}

/// As fails(), and a connection that is told to be broken is.
bool breaks(Kind kind, int handle)
{
    if (!fails(kind))
        return false;
    const int error = errno;
    if (error == ECONNRESET || error == EPIPE)
        syscall(SYS_shutdown, handle, SHUT_RDWR);
    errno = error;
    return true;
}

/// SQLite takes an interrupted sync for a broken disk, which Linux does not do to local files.
bool isForgiven(int handle)
{
    const char *error = std::getenv("FAIL_ERROR");
    if (error == nullptr || std::atoi(error) != EINTR)
        return false;
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(handle);
    const long size = syscall(SYS_readlink, link.c_str(), path.data(), path.size() - 1);
    return size > 0 && std::strstr(path.data(), "/library.db") != nullptr;
}

} // namespace

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        std::va_list arguments; \
        va_start(arguments, flags); \
        const mode_t mode = preload::modeOf(flags, arguments); \
        va_end(arguments); \
        ORIGINAL(name); \
        return fails(Open) ? -1 : original(path, flags, mode); \
    }

#define OPEN_AT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        std::va_list arguments; \
        va_start(arguments, flags); \
        const mode_t mode = preload::modeOf(flags, arguments); \
        va_end(arguments); \
        ORIGINAL(name); \
        return fails(Open) ? -1 : original(folder, path, flags, mode); \
    }

extern "C" {

OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)

int mkostemp(char *name, int flags)
{
    ORIGINAL(mkostemp);
    return fails(Open) ? -1 : original(name, flags);
}

ssize_t write(int handle, const void *data, size_t size)
{
    ORIGINAL(write);
    return isData(handle) && breaks(isSocket(handle) ? Send : Write, handle)
        ? -1
        : original(handle, data, size);
}

ssize_t pwrite(int handle, const void *data, size_t size, off_t offset)
{
    ORIGINAL(pwrite);
    return fails(Write) ? -1 : original(handle, data, size, offset);
}

ssize_t pwrite64(int handle, const void *data, size_t size, off64_t offset)
{
    ORIGINAL(pwrite64);
    return fails(Write) ? -1 : original(handle, data, size, offset);
}

int fsync(int handle)
{
    ORIGINAL(fsync);
    return !isForgiven(handle) && fails(Sync) ? -1 : original(handle);
}

int fdatasync(int handle)
{
    ORIGINAL(fdatasync);
    return !isForgiven(handle) && fails(Sync) ? -1 : original(handle);
}

int rename(const char *from, const char *to) noexcept
{
    ORIGINAL(rename);
    return fails(Rename) ? -1 : original(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    ORIGINAL(renameat2);
    return fails(Rename) ? -1 : original(fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path) noexcept
{
    ORIGINAL(unlink);
    return fails(Unlink) ? -1 : original(path);
}

int socket(int domain, int type, int protocol) noexcept
{
    ORIGINAL(socket);
    return fails(Socket) ? -1 : original(domain, type, protocol);
}

int connect(int handle, const sockaddr *address, socklen_t size)
{
    ORIGINAL(connect);
    return fails(Connect) ? -1 : original(handle, address, size);
}

ssize_t send(int handle, const void *data, size_t size, int flags)
{
    ORIGINAL(send);
    return breaks(Send, handle) ? -1 : original(handle, data, size, flags);
}

ssize_t sendto(int handle, const void *data, size_t size, int flags, const sockaddr *address,
               socklen_t addressSize)
{
    ORIGINAL(sendto);
    return breaks(Send, handle) ? -1 : original(handle, data, size, flags, address, addressSize);
}

ssize_t sendmsg(int handle, const msghdr *message, int flags)
{
    ORIGINAL(sendmsg);
    return breaks(Send, handle) ? -1 : original(handle, message, flags);
}

ssize_t recv(int handle, void *data, size_t size, int flags)
{
    ORIGINAL(recv);
    return breaks(Receive, handle) ? -1 : original(handle, data, size, flags);
}

ssize_t recvfrom(int handle, void *data, size_t size, int flags, sockaddr *address,
                 socklen_t *addressSize)
{
    ORIGINAL(recvfrom);
    return breaks(Receive, handle) ? -1 : original(handle, data, size, flags, address, addressSize);
}

ssize_t recvmsg(int handle, msghdr *message, int flags)
{
    ORIGINAL(recvmsg);
    return breaks(Receive, handle) ? -1 : original(handle, message, flags);
}

ssize_t read(int handle, void *data, size_t size)
{
    ORIGINAL(read);
    return isData(handle) && breaks(isSocket(handle) ? Receive : Read, handle)
        ? -1
        : original(handle, data, size);
}

ssize_t pread64(int handle, void *data, size_t size, off64_t offset)
{
    ORIGINAL(pread64);
    return fails(Read) ? -1 : original(handle, data, size, offset);
}

} // extern "C"
