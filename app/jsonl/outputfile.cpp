// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/outputfile.h"

#include "core/crashpoint.h"
#include "core/privatefolder.h"
#include "core/uninterrupted.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <utility>

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

Error OutputFile::failure(int code) const
{
    const QString words = QCoreApplication::translate("OutputFile", "%1 cannot be written: %2")
                              .arg(QDir::toNativeSeparators(m_path), qt_error_string(code));
    return Error{.kind = ErrorKind::Disk, .message = words};
}

Result<OutputFile> OutputFile::create(const QString &path)
{
    OutputFile file;
    file.m_path = path;
    const QFileInfo info(path);
    if (!makePrivateFolder(info.absolutePath()))
        return Failure(file.failure(errno));
    const QByteArray pattern
        = QFile::encodeName(info.absolutePath() + "/."_L1 + info.fileName() + ".XXXXXX"_L1);
    QByteArray name;
    file.m_fd = uninterrupted([&] {
        name = pattern;
        return ::mkostemp(name.data(), O_CLOEXEC);
    });
    if (file.m_fd < 0)
        return Failure(file.failure(errno));
    file.m_temporary = QFile::decodeName(name);
    crashPoint("file.begun");
    return file;
}

OutputFile::OutputFile(OutputFile &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, QString()))
{}

OutputFile::~OutputFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
    if (!m_temporary.isEmpty())
        ::unlink(QFile::encodeName(m_temporary).constData());
}

Result<> OutputFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = uninterrupted([&] { return ::write(m_fd, bytes.data(), bytes.size()); });
        if (n < 0)
            return Failure(failure(errno));
        bytes.remove_prefix(static_cast<size_t>(n));
    }
    return {};
}

Result<> OutputFile::sync()
{
    if (uninterrupted([&] { return ::fsync(m_fd); }) != 0)
        return Failure(failure(errno));
    return {};
}

Result<> OutputFile::commit()
{
    return rename(0);
}

Result<> OutputFile::commitNew()
{
    return rename(RENAME_NOREPLACE);
}

Result<> OutputFile::rename(unsigned flags)
{
    if (const Result<> synced = sync(); !synced)
        return synced;
    crashPoint("file.synced");
    const QByteArray from = QFile::encodeName(m_temporary);
    const QByteArray to = QFile::encodeName(m_path);
    int failed = ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), flags);
    if (failed != 0 && flags != 0 && (errno == EINVAL || errno == ENOSYS)) {
        // A file system that cannot rename so; a link has the same rule.
        failed = ::link(from.constData(), to.constData());
        if (failed == 0)
            ::unlink(from.constData());
    }
    if (failed != 0)
        return Failure(failure(errno));
    crashPoint("file.renamed");
    m_temporary.clear();
    if (const int code = syncNames(QFileInfo(m_path).absolutePath()); code != 0)
        return Failure(failure(code));
    return {};
}
