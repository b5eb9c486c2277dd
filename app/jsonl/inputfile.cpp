// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/inputfile.h"

#include "core/digest.h"
#include "core/uninterrupted.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 digestPart = 64 << 10;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Error openError(const QString &path, int code)
{
    QString words;
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        words = QCoreApplication::translate("InputFile", "There is no file %1.").arg(shown(path));
        break;
    case EACCES:
    case EPERM:
        words = QCoreApplication::translate(
                    "InputFile", "%1 may not be read. Change its permissions, or copy it.")
                    .arg(shown(path));
        break;
    default:
        words = QCoreApplication::translate("InputFile", "%1 cannot be opened: %2")
                    .arg(shown(path), qt_error_string(code));
    }
    return Error{.kind = ErrorKind::BadInput, .message = words};
}

FileState stateOf(const struct stat &status)
{
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .modified = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec},
            .changed = {status.st_ctim.tv_sec, status.st_ctim.tv_nsec}};
}

} // namespace

Result<InputFile> InputFile::open(const QString &path)
{
    // Non-blocking: to open a pipe without a writer would wait for ever.
    const int descriptor = uninterrupted([name = QFile::encodeName(path)] {
        return ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    });
    if (descriptor < 0)
        return Failure(openError(path, errno));
    return ofDescriptor(descriptor, path);
}

Result<InputFile> InputFile::ofDescriptor(int descriptor, const QString &path)
{
    InputFile file;
    file.m_path = path;
    file.m_fd = descriptor;
    struct stat status{};
    if (::fstat(file.m_fd, &status) != 0)
        return Failure(openError(path, errno));
    if (S_ISDIR(status.st_mode)) {
        return Failure(Error{.kind = ErrorKind::BadInput,
                             .message = QCoreApplication::translate(
                                            "InputFile", "%1 is a folder. Choose the files in it.")
                                            .arg(shown(path))});
    }
    if (!S_ISREG(status.st_mode)) {
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate(
                                 "InputFile", "%1 is not a regular file. Save what it gives first.")
                                 .arg(shown(path))});
    }
    file.m_state = stateOf(status);
    return file;
}

InputFile::InputFile(InputFile &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_state(other.m_state), m_path(std::move(other.m_path))
{}

InputFile &InputFile::operator=(InputFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_state, other.m_state);
    std::swap(m_path, other.m_path);
    return *this;
}

InputFile::~InputFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<qint64> InputFile::readAt(qint64 offset, char *to, qint64 size) const
{
    qint64 got = 0;
    while (got < size) {
        const ssize_t n = ::pread(m_fd, to + got, static_cast<size_t>(size - got), offset + got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            const QString words = QCoreApplication::translate("InputFile", "%1 cannot be read: %2")
                                      .arg(shown(m_path), qt_error_string(errno));
            return Failure(Error{.kind = ErrorKind::Disk, .message = words});
        }
        if (n == 0)
            break;
        got += n;
    }
    return got;
}

bool InputFile::isUnchanged() const
{
    struct stat status{};
    if (::fstat(m_fd, &status) != 0)
        return false;
    const FileState now = stateOf(status);
    return now.size == m_state.size && now.modified == m_state.modified;
}

Result<QByteArray> InputFile::headTailDigest() const
{
    Sha256 hash;
    hash.add(std::to_string(m_state.size));
    QByteArray part(std::min(digestPart, m_state.size), Qt::Uninitialized);
    for (const qint64 offset : {qint64(0), std::max(qint64(0), m_state.size - digestPart)}) {
        const Result<qint64> got = readAt(offset, part.data(), part.size());
        if (!got)
            return Failure(got.error());
        hash.add({part.constData(), static_cast<std::size_t>(*got)});
    }
    return hash.result();
}

Error InputFile::changedError() const
{
    return Error{.kind = ErrorKind::FileChanged,
                 .message = QCoreApplication::translate(
                                "InputFile", "%1 was changed while it was read. Open it again.")
                                .arg(shown(m_path))};
}
