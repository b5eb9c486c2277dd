// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/sink.h"

#include "core/crashpoint.h"
#include "net/diskfile.h"
#include "net/httpreply.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

Result<Sink::Reception> Sink::meet(const HttpReply &head)
{
    constexpr int partialContent = 206;
    if (head.status == partialContent)
        return Failure(Error{
            .kind = ErrorKind::BadReply,
            .message = QCoreApplication::translate("Sink", "a part came that was not asked for"),
            .httpStatus = head.status});
    return Reception::Take;
}

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
        return Failure(diskError(m_part));
    return {};
}

Result<> FileSink::write(QByteArrayView chunk)
{
    if (chunk.isEmpty())
        return {};
    crashPoint("part.writing");
    if (m_part.write(chunk.data(), chunk.size()) != chunk.size())
        return Failure(diskError(m_part));
    m_hash.addData(chunk);
    m_bytes += chunk.size();
    m_lines += std::count(chunk.begin(), chunk.end(), '\n');
    m_last = chunk.back();
    return {};
}

Result<> FileSink::commit(HttpReply &reply)
{
    if (!m_part.flush())
        return Failure(diskError(m_part));
    const bool isForGood = m_keep == Keep::ForGood;
    if (const Result<> synced = isForGood ? syncFile(m_part) : Result<>(); !synced)
        return synced;
    crashPoint("part.synced");
    m_part.close();
    const QString path = QFileInfo(m_path).absoluteFilePath();
    if (m_part.error() != QFileDevice::NoError) {
        const Error error = diskError(m_part);
        m_part.remove();
        return Failure(error);
    }
    crashPoint("part.closed");
    if (const Result<> renamed = replaceFile(m_part.fileName(), path); !renamed) {
        m_part.remove();
        return renamed;
    }
    crashPoint("part.renamed");
    const Result<> synced = isForGood ? syncFolder(QFileInfo(path).absolutePath()) : Result<>();
    if (!synced)
        return synced;
    crashPoint("part.in_place");
    reply.file = path;
    reply.fileBytes = m_bytes;
    reply.fileLines = m_lines + (m_last == '\n' ? 0 : 1);
    reply.fileSha256 = m_hash.result();
    return {};
}
