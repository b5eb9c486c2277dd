// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/resultkeeper.h"

#include "core/privatefolder.h"
#include "jobs/follow.h"
#include "library/library.h"
#include "net/httpreply.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

FolderSink::FolderSink(QString folder, std::unique_ptr<Sink> sink)
    : m_folder(std::move(folder)), m_sink(std::move(sink))
{}

QList<std::pair<QByteArray, QByteArray>> FolderSink::headers()
{
    return m_sink->headers();
}

Result<Sink::Reception> FolderSink::meet(const HttpReply &head)
{
    return m_sink->meet(head);
}

Result<> FolderSink::begin()
{
    if (!makePrivateFolder(m_folder))
        return Failure(
            Error{.kind = ErrorKind::Disk,
                  .message = QCoreApplication::translate("Jobs", "the folder %1 could not be made")
                                 .arg(m_folder)});
    return m_sink->begin();
}

Result<> FolderSink::write(QByteArrayView chunk)
{
    return m_sink->write(chunk);
}

Result<> FolderSink::commit(HttpReply &reply)
{
    return m_sink->commit(reply);
}

void ResultKeeper::check(const HttpReply &reply, const QString &source, const QString &path,
                         Done done)
{
    const ResultFile file{.source = source,
                          .path = path,
                          .bytes = reply.fileBytes,
                          .lines = reply.fileLines,
                          .sha256 = reply.fileSha256};
    follow(m_task, checkResultFile(m_context.pool, m_context.library.absolute(path)), this,
           [file, done = std::move(done)](const Result<FileCheck> &check) {
               if (!check) {
                   done(Failure(check.error()));
                   return;
               }
               Kept kept{.file = file, .lastLineWhole = check->lastLineWhole};
               kept.file.lines = check->lines;
               done(kept);
           });
}

void ResultKeeper::discard(const QString &path)
{
    m_context.pool.start([file = m_context.library.absolute(path)] { QFile::remove(file); });
}

void sweepResults(const StepContext &context, const Batch &batch)
{
    if (batch.resultFiles.isEmpty())
        return;
    QSet<QString> kept;
    for (const BatchId id : context.library.batchIds())
        for (const ResultFile &file : context.library.batch(id)->resultFiles)
            kept.insert(context.library.absolute(file.path));
    const QDir folder = QFileInfo(context.library.absolute(batch.resultFiles.first().path)).dir();
    QFileInfoList left
        = folder.entryInfoList({u"*.jsonl"_s, u"*.jsonl.part"_s, u"*.jsonl.part.json"_s,
                                u"*.jsonl.page"_s, u"*.jsonl.page.part"_s},
                               QDir::Files | QDir::Hidden);
    left.removeIf([&](const QFileInfo &file) { return kept.contains(file.absoluteFilePath()); });
    if (left.isEmpty())
        return;
    for (QFileInfo &file : left)
        file.stat();
    context.library.flushed().then(&context.pool, [left](const Result<> &stored) {
        // A file that changed meanwhile is another one, of a fetch that has begun since.
        for (const QFileInfo &file : left)
            if (stored && QFileInfo(file.filePath()).lastModified() == file.lastModified())
                QFile::remove(file.filePath());
    });
}

void replaceResultFile(Batch &batch, const ResultFile &file)
{
    batch.resultFiles.removeIf(
        [&file](const ResultFile &earlier) { return earlier.source == file.source; });
    batch.resultFiles.append(file);
}

#include "moc_resultkeeper.cpp"
