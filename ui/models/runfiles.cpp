// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = RunFile::Kind;
using Where = RunFile::Where;

bool isOfErrors(const ResultFile &file)
{
    return file.source == "error"_L1;
}

void addBatch(QList<RunFile> &files, const Batch &batch, const QDir &folder)
{
    const BatchFacts &facts = batch.facts;
    if (!batch.bodyFile.isEmpty() || !facts.inputFileId.isEmpty())
        files.append(
            {.kind = Kind::Sent,
             .where = batch.bodyFile.isEmpty() ? Where::There : Where::Here,
             .batch = batch.id,
             .path = batch.bodyFile.isEmpty() ? QString() : folder.filePath(batch.bodyFile),
             .remoteId = facts.inputFileId,
             .bytes = batch.bodyFile.isEmpty() ? -1 : batch.bodyBytes,
             .lines = batch.requests,
             .sha256 = batch.bodySha256});
    for (const ResultFile &file : batch.resultFiles)
        files.append({.kind = isOfErrors(file) ? Kind::Errors : Kind::Results,
                      .where = Where::Here,
                      .batch = batch.id,
                      .path = folder.filePath(file.path),
                      .remoteId = isOfErrors(file)     ? facts.errorFileId
                          : file.source == "output"_L1 ? facts.outputFileId
                                                       : QString(),
                      .bytes = file.bytes,
                      .lines = file.lines,
                      .sha256 = file.sha256});
    const auto isHere = [&batch](bool ofErrors) {
        return std::ranges::any_of(batch.resultFiles, [ofErrors](const ResultFile &file) {
            return ofErrors ? isOfErrors(file) : file.source == "output"_L1;
        });
    };
    if (!facts.outputFileId.isEmpty() && !isHere(false))
        files.append({.kind = Kind::Results,
                      .where = Where::There,
                      .batch = batch.id,
                      .remoteId = facts.outputFileId});
    if (!facts.errorFileId.isEmpty() && !isHere(true))
        files.append({.kind = Kind::Errors,
                      .where = Where::There,
                      .batch = batch.id,
                      .remoteId = facts.errorFileId});
}

} // namespace

QString kindText(RunFile::Kind kind)
{
    switch (kind) {
    case Kind::Input: return QCoreApplication::translate("RunFiles", "Requests");
    case Kind::Sent: return QCoreApplication::translate("RunFiles", "As it was sent");
    case Kind::Results: return QCoreApplication::translate("RunFiles", "Results");
    case Kind::Errors: return QCoreApplication::translate("RunFiles", "Errors");
    }
    Q_UNREACHABLE_RETURN({});
}

QString whereText(const RunFile &file)
{
    // What was sent from here is nothing to fetch.
    if (file.where == Where::There && file.kind == Kind::Sent)
        return QCoreApplication::translate("RunFiles", "At the provider");
    switch (file.where) {
    case Where::Here: return QCoreApplication::translate("RunFiles", "Here");
    case Where::There:
        return QCoreApplication::translate("RunFiles", "At the provider, not fetched");
    case Where::Gone: return QCoreApplication::translate("RunFiles", "Missing from the disk");
    case Where::Changed: return QCoreApplication::translate("RunFiles", "Changed on the disk");
    }
    Q_UNREACHABLE_RETURN({});
}

QList<RunFile> filesOf(const Run &run, const std::vector<const Batch *> &batches,
                       const QString &libraryFolder)
{
    QList<RunFile> files;
    const QDir folder(libraryFolder);
    if (!run.inputFile.isEmpty())
        files.append({.kind = Kind::Input,
                      .path = folder.filePath(run.inputFile),
                      .bytes = run.bytes,
                      .lines = run.requests,
                      .sha256 = run.sha256});
    for (const Batch *batch : batches)
        addBatch(files, *batch, folder);
    return files;
}

QList<RunFile> looked(QList<RunFile> files)
{
    for (RunFile &file : files) {
        if (file.where != Where::Here)
            continue;
        const QFileInfo info(file.path);
        if (!info.exists())
            file.where = Where::Gone;
        else if (file.bytes >= 0 && info.size() != file.bytes)
            file.where = Where::Changed;
    }
    return files;
}

QString newestPath(const QList<RunFile> &files)
{
    const auto found = std::find_if(files.rbegin(), files.rend(),
                                    [](const RunFile &file) { return !file.path.isEmpty(); });
    return found == files.rend() ? QString() : found->path;
}

QByteArray resultsMark(const std::vector<const Batch *> &batches)
{
    QByteArray mark;
    for (const Batch *batch : batches) {
        mark += batch->id.toString().toUtf8() + stateName(batch->facts.state).toUtf8();
        for (const ResultFile &file : batch->resultFiles)
            mark += file.path.toUtf8() + file.sha256;
        if (isTerminal(batch->facts.state) && batch->facts.counts.total)
            mark += QByteArray::number(*batch->facts.counts.total);
    }
    return mark;
}
