// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/sink.h"

#include "net/httpreply.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

Error diskError(const QString &file, const QString &reason)
{
    //: %1 is a file, %2 the system's reason, such as "No space left on device"
    return Error{
        .kind = ErrorKind::Disk,
        .message
        = QCoreApplication::translate("Sink", "%1 could not be written: %2").arg(file, reason)};
}

#ifdef Q_OS_UNIX
QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Result<> syncFolder(const QString &folder)
{
    const int handle
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return Failure(diskError(folder, systemReason()));
    // Some file systems cannot sync a folder and say EINVAL: nothing better is to be had there.
    const bool synced = ::fsync(handle) == 0 || errno == EINVAL;
    const QString reason = synced ? QString() : systemReason();
    ::close(handle);
    if (!synced)
        return Failure(diskError(folder, reason));
    return {};
}

Result<> syncFile(const QFile &file)
{
    if (::fsync(file.handle()) != 0)
        return Failure(diskError(file.fileName(), systemReason()));
    return {};
}
#else
Result<> syncFolder(const QString &)
{
    return {};
}

Result<> syncFile(const QFile &)
{
    return {};
}
#endif

/// Unlike QFile::rename this replaces what is there, in one step.
Result<> replace(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), error);
    if (error)
        return Failure(diskError(to, QString::fromStdString(error.message())));
    return {};
}

} // namespace

Result<> MemorySink::begin()
{
    m_bytes.clear();
    return {};
}

Result<> MemorySink::write(QByteArrayView chunk)
{
    if (m_bytes.size() + chunk.size() > m_cap)
        return Failure(Error{
            .kind = ErrorKind::BadReply,
            .message = QCoreApplication::translate("Sink", "the answer is larger than %1 bytes")
                           .arg(m_cap)});
    m_bytes.append(chunk);
    return {};
}

Result<> MemorySink::commit(HttpReply &reply)
{
    reply.body = std::move(m_bytes);
    m_bytes.clear();
    return {};
}

FileSink::FileSink(QString path, Keep keep)
    : m_path(std::move(path)), m_keep(keep), m_part(m_path + ".part"_L1)
{}

FileSink::~FileSink()
{
    if (m_part.isOpen()) {
        m_part.close();
        m_part.remove();
    }
}

Result<> FileSink::begin()
{
    // A part left by a killed process is of no use; NewOnly then never follows a link.
    if (QFileInfo(m_part.fileName()).isSymLink() || QFile::exists(m_part.fileName()))
        QFile::remove(m_part.fileName());
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Failure(diskError(m_part.fileName(), m_part.errorString()));
    return {};
}

Result<> FileSink::write(QByteArrayView chunk)
{
    if (chunk.isEmpty())
        return {};
    if (m_part.write(chunk.data(), chunk.size()) != chunk.size())
        return Failure(diskError(m_part.fileName(), m_part.errorString()));
    m_hash.addData(chunk);
    m_bytes += chunk.size();
    m_lines += std::count(chunk.begin(), chunk.end(), '\n');
    m_last = chunk.back();
    return {};
}

Result<> FileSink::commit(HttpReply &reply)
{
    if (!m_part.flush())
        return Failure(diskError(m_part.fileName(), m_part.errorString()));
    const bool isForGood = m_keep == Keep::ForGood;
    if (const Result<> synced = isForGood ? syncFile(m_part) : Result<>(); !synced)
        return synced;
    m_part.close();
    const QString path = QFileInfo(m_path).absoluteFilePath();
    if (m_part.error() != QFileDevice::NoError) {
        const Error error = diskError(m_part.fileName(), m_part.errorString());
        m_part.remove();
        return Failure(error);
    }
    if (const Result<> renamed = replace(m_part.fileName(), path); !renamed) {
        m_part.remove();
        return renamed;
    }
    const Result<> synced = isForGood ? syncFolder(QFileInfo(path).absolutePath()) : Result<>();
    if (!synced)
        return synced;
    reply.file = path;
    reply.fileBytes = m_bytes;
    reply.fileLines = m_lines + (m_last == '\n' ? 0 : 1);
    reply.fileSha256 = m_hash.result();
    return {};
}
