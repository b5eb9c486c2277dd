// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filedrop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("FileDrop", text);
}

bool isNamedJsonl(const QFileInfo &info)
{
    const QString suffix = info.suffix().toLower();
    return suffix == u"jsonl" || suffix == u"ndjson";
}

bool beginsLikeJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // the import says what is wrong with it
    QByteArray head = file.read(4096);
    if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    return head.trimmed().startsWith('{');
}

void takeFolder(const QString &path, DroppedFiles &dropped)
{
    const QDir folder(path);
    const QFileInfoList entries = folder.entryInfoList({u"*.jsonl"_s, u"*.ndjson"_s},
                                                       QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &entry : entries)
        dropped.files.append(entry.absoluteFilePath());
    if (entries.isEmpty())
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
    else if (isNamedJsonl(info) || beginsLikeJson(info.absoluteFilePath()))
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
