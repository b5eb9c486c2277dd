// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program, writes down in which order it changes the disk, sends and prints, so that
// a test can work out what a disk would hold that lost its power at any of these moments:
//
//     RECORD_FOLDER=/the/folder/to/watch RECORD_LOG=file
//
// Each entry of the log is a line "what file offset size" and then so many bytes:
//
//     folder F            a folder was made; the bytes are its path
//     create F            a file was made; the bytes are its path, or nothing if it has no name yet
//     write F offset      at this place of the file
//     cut F size          the file has this size from now on
//     sync F              file or folder: what came before is on the disk
//     rename / link       the bytes are the paths before and after, with a zero between
//     unlink              the bytes are the path
//     sent, printed       these bytes are about to leave by a connection, by standard output
//
// A file is told by its number (inode); one that is made again begins a new one. One thread at a time
// changes the disk, and the entry stands in the log when the call returns.

#include "preload.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::recursive_mutex &turn()
{
    static std::recursive_mutex mutex;
    return mutex;
}

std::string_view variable(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

/// Straight to the system: the log is not part of what is watched.
void note(const char *what, ino_t file, long long offset, std::string_view bytes)
{
    static const long log = syscall(SYS_openat, AT_FDCWD, std::getenv("RECORD_LOG"),
                                    O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    std::string entry = std::string(what) + ' ' + std::to_string(file) + ' '
        + std::to_string(offset) + ' ' + std::to_string(bytes.size()) + '\n';
    entry.append(bytes);
    if (syscall(SYS_write, log, entry.data(), entry.size()) != long(entry.size()))
        std::abort();
}

bool isWatched(std::string_view path)
{
    const std::string_view folder = variable("RECORD_FOLDER");
    return !folder.empty() && path.starts_with(folder);
}

std::string absolute(int folder, const char *path)
{
    if (path[0] == '/')
        return path;
    std::array<char, PATH_MAX> where{};
    const std::string link = folder == AT_FDCWD ? std::string("/proc/self/cwd")
                                                : "/proc/self/fd/" + std::to_string(folder);
    const long size = syscall(SYS_readlink, link.c_str(), where.data(), where.size());
    return std::string(where.data(), size < 0 ? 0 : std::size_t(size)) + '/' + path;
}

/// The number of a file or folder that is watched, by what is open.
std::optional<ino_t> watched(int handle)
{
    const int before = errno;
    struct stat status{};
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(handle);
    std::optional<ino_t> file;
    if (::fstat(handle, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) {
        const long size = syscall(SYS_readlink, link.c_str(), path.data(), path.size());
        if (size > 0 && isWatched({path.data(), std::size_t(size)}))
            file = status.st_ino;
    }
    errno = before;
    return file;
}

bool isThere(const std::string &path)
{
    const int before = errno;
    const bool isThere = ::faccessat(AT_FDCWD, path.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    errno = before;
    return isThere;
}

bool isSocket(int handle)
{
    const int before = errno;
    struct stat status{};
    const bool isSocket = ::fstat(handle, &status) == 0 && S_ISSOCK(status.st_mode);
    errno = before;
    return isSocket;
}

/// Opens, and says whether that made a file or emptied one.
template <class Opening>
int opened(const std::string &path, int flags, Opening opening)
{
    if ((flags & (O_CREAT | O_TRUNC)) == 0 && (flags & O_TMPFILE) != O_TMPFILE)
        return opening();
    if (!isWatched(path))
        return opening();
    const std::scoped_lock lock(turn());
    const bool isNameless = (flags & O_TMPFILE) == O_TMPFILE;
    const bool isNew = isNameless || !isThere(path);
    const int handle = opening();
    if (handle < 0)
        return handle;
    struct stat status{};
    ::fstat(handle, &status);
    if (isNew)
        note("create", status.st_ino, 0, isNameless ? std::string_view() : path);
    else if ((flags & O_TRUNC) != 0)
        note("cut", status.st_ino, 0, {});
    return handle;
}

/// A call that gives the bytes of data that were written from offset on, which may be unknown (-1).
template <class Writing>
ssize_t written(int handle, long long offset, const void *data, Writing writing)
{
    const std::optional<ino_t> file = watched(handle);
    if (!file)
        return writing();
    const std::scoped_lock lock(turn());
    if (offset < 0 && (::fcntl(handle, F_GETFL) & O_APPEND) != 0) {
        struct stat status{};
        ::fstat(handle, &status);
        offset = status.st_size;
    } else if (offset < 0) {
        offset = ::lseek(handle, 0, SEEK_CUR);
    }
    const ssize_t size = writing();
    if (size > 0)
        note("write", *file, offset, {static_cast<const char *>(data), std::size_t(size)});
    return size;
}

template <class Cutting>
int cut(int handle, long long size, Cutting cutting)
{
    const std::optional<ino_t> file = watched(handle);
    if (!file)
        return cutting();
    const std::scoped_lock lock(turn());
    const int result = cutting();
    if (result == 0)
        note("cut", *file, size, {});
    return result;
}

template <class Syncing>
int synced(int handle, Syncing syncing)
{
    const std::optional<ino_t> file = watched(handle);
    if (!file)
        return syncing();
    const std::scoped_lock lock(turn());
    const int result = syncing();
    if (result == 0)
        note("sync", *file, 0, {});
    return result;
}

/// A call on one or two names.
template <class Naming>
int named(const char *what, const std::string &one, const std::string &two, Naming naming)
{
    if (!isWatched(one) && !isWatched(two))
        return naming();
    const std::scoped_lock lock(turn());
    const int result = naming();
    if (result == 0) {
        struct stat status{};
        const int before = errno;
        const bool isKnown = ::lstat(two.empty() ? one.c_str() : two.c_str(), &status) == 0;
        errno = before;
        note(what, isKnown ? status.st_ino : 0, 0, two.empty() ? one : one + '\0' + two);
    }
    return result;
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
        return opened(absolute(AT_FDCWD, path), flags, \
                      [&] { return original(path, flags, mode); }); \
    }

#define OPEN_AT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        std::va_list arguments; \
        va_start(arguments, flags); \
        const mode_t mode = preload::modeOf(flags, arguments); \
        va_end(arguments); \
        ORIGINAL(name); \
        return opened(absolute(folder, path), flags, \
                      [&] { return original(folder, path, flags, mode); }); \
    }

// Their names are filled in by the call: whether one was made is told by what came back.
#define MAKE_TEMPORARY(name, parameters, ...) \
    int name parameters \
    { \
        ORIGINAL(name); \
        const std::scoped_lock lock(turn()); \
        const int handle = original(__VA_ARGS__); \
        const std::optional<ino_t> file = handle < 0 ? std::nullopt : watched(handle); \
        if (file) \
            note("create", *file, 0, absolute(AT_FDCWD, pattern)); \
        return handle; \
    }

#define WRITE_AT(name) \
    ssize_t name(int handle, const void *data, size_t size, off_t offset) \
    { \
        ORIGINAL(name); \
        return written(handle, offset, data, \
                       [&] { return original(handle, data, size, offset); }); \
    }

#define CUT(name) \
    int name(int handle, off_t size) noexcept \
    { \
        ORIGINAL(name); \
        return cut(handle, size, [&] { return original(handle, size); }); \
    }

#define UNLINK(name) \
    int name(const char *path) noexcept \
    { \
        ORIGINAL(name); \
        return named("unlink", absolute(AT_FDCWD, path), {}, [&] { return original(path); }); \
    }

#define SYNC(name) \
    int name(int handle) \
    { \
        ORIGINAL(name); \
        return synced(handle, [&] { return original(handle); }); \
    }

extern "C" {

OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)
MAKE_TEMPORARY(mkstemp, (char *pattern), pattern)
MAKE_TEMPORARY(mkstemp64, (char *pattern), pattern)
MAKE_TEMPORARY(mkostemp, (char *pattern, int flags), pattern, flags)
MAKE_TEMPORARY(mkostemp64, (char *pattern, int flags), pattern, flags)

ssize_t write(int handle, const void *data, size_t size)
{
    ORIGINAL(write);
    if (isSocket(handle))
        note("sent", 0, 0, {static_cast<const char *>(data), size});
    return written(handle, -1, data, [&] { return original(handle, data, size); });
}

size_t fwrite(const void *data, size_t size, size_t count, FILE *file)
{
    ORIGINAL(fwrite);
    if (file == stdout)
        note("printed", 0, 0, {static_cast<const char *>(data), size * count});
    return original(data, size, count, file);
}

WRITE_AT(pwrite)
WRITE_AT(pwrite64)
CUT(ftruncate)
CUT(ftruncate64)

SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) noexcept
{
    ORIGINAL(rename);
    return named("rename", absolute(AT_FDCWD, from), absolute(AT_FDCWD, to),
                 [&] { return original(from, to); });
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    ORIGINAL(renameat);
    return named("rename", absolute(fromFolder, from), absolute(toFolder, to),
                 [&] { return original(fromFolder, from, toFolder, to); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    ORIGINAL(renameat2);
    return named("rename", absolute(fromFolder, from), absolute(toFolder, to),
                 [&] { return original(fromFolder, from, toFolder, to, flags); });
}

int link(const char *from, const char *to) noexcept
{
    ORIGINAL(link);
    return named("link", absolute(AT_FDCWD, from), absolute(AT_FDCWD, to),
                 [&] { return original(from, to); });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    ORIGINAL(linkat);
    return named("link", absolute(fromFolder, from), absolute(toFolder, to),
                 [&] { return original(fromFolder, from, toFolder, to, flags); });
}
int unlinkat(int folder, const char *path, int flags) noexcept
{
    ORIGINAL(unlinkat);
    return named("unlink", absolute(folder, path), {},
                 [&] { return original(folder, path, flags); });
}

UNLINK(unlink)
UNLINK(remove)
UNLINK(rmdir)

int mkdir(const char *path, mode_t mode) noexcept
{
    ORIGINAL(mkdir);
    return named("folder", absolute(AT_FDCWD, path), {}, [&] { return original(path, mode); });
}

ssize_t send(int handle, const void *data, size_t size, int flags)
{
    ORIGINAL(send);
    note("sent", 0, 0, {static_cast<const char *>(data), size});
    return original(handle, data, size, flags);
}

ssize_t sendto(int handle, const void *data, size_t size, int flags, const sockaddr *address,
               socklen_t addressSize)
{
    ORIGINAL(sendto);
    note("sent", 0, 0, {static_cast<const char *>(data), size});
    return original(handle, data, size, flags, address, addressSize);
}

ssize_t sendmsg(int handle, const msghdr *message, int flags)
{
    ORIGINAL(sendmsg);
    for (std::size_t i = 0; i < message->msg_iovlen; ++i)
        note(
            "sent", 0, 0,
            {static_cast<const char *>(message->msg_iov[i].iov_base), message->msg_iov[i].iov_len});
    return original(handle, message, flags);
}

} // extern "C"
