// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filedrop.h"

#include "jsonl/requesttext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("FileDrop", text);
}

bool beginsLikeJson(const QString &path)
{
    Result<QByteArray> front = frontOfText(path, 4096);
    if (!front)
        return true; // the import says what is wrong with it
    if (front->startsWith("\xef\xbb\xbf"))
        front->remove(0, 3);
    return front->trimmed().startsWith('{');
}

void takeFolder(const QString &path, DroppedFiles &dropped)
{
    const QDir folder(path);
    QStringList files;
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files | QDir::Readable, QDir::Name))
        if (isNamedAsRequests(entry.fileName()))
            files.append(entry.absoluteFilePath());
    dropped.files.append(files);
    if (files.isEmpty())
        dropped.problems.append(
            words(QT_TRANSLATE_NOOP("FileDrop", "There is no .jsonl file in the folder “%1”."))
                .arg(folder.dirName()));
}

void takeOne(const QUrl &url, DroppedFiles &dropped)
{
    if (!url.isLocalFile()) {
        dropped.problems.append(
            words(QT_TRANSLATE_NOOP(
                      "FileDrop",
                      "“%1” is on another machine. Save it on this computer first, then open it."))
                .arg(url.toDisplayString()));
        return;
    }
    const QFileInfo info(url.toLocalFile());
    if (!info.exists())
        dropped.problems.append(
            words(QT_TRANSLATE_NOOP("FileDrop", "“%1” is not there (any more)."))
                .arg(info.filePath()));
    else if (info.isDir())
        takeFolder(info.absoluteFilePath(), dropped);
    else if (isNamedAsRequests(info.fileName()) || beginsLikeJson(info.absoluteFilePath()))
        dropped.files.append(info.absoluteFilePath());
    else
        dropped.problems.append(
            words(
                QT_TRANSLATE_NOOP(
                    "FileDrop", "“%1” is not a JSONL file: no request was found at its beginning."))
                .arg(info.fileName()));
}

} // namespace

QFuture<Result<DroppedFiles>> sortOut(QThreadPool &pool, QList<QUrl> urls)
{
    return runOnPool<DroppedFiles>(
        pool, [urls = std::move(urls)](QPromise<Result<DroppedFiles>> &promise) {
            DroppedFiles dropped;
            for (const QUrl &url : urls)
                takeOne(url, dropped);
            dropped.files.removeDuplicates();
            promise.addResult(std::move(dropped));
        });
}

QStringList requestFileFilters()
{
    return {words(QT_TRANSLATE_NOOP("FileDrop", "Request files (%1)"))
                .arg(u"*.jsonl *.ndjson *.jsonl.gz *.ndjson.gz *.jsonl.zst *.ndjson.zst"_s),
            words(QT_TRANSLATE_NOOP("FileDrop", "All files (*)"))};
}
