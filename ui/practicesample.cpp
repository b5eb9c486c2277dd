// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicesample.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

QFuture<Result<QString>> copyPracticeSample(QThreadPool &pool)
{
    return runOnPool<QString>(pool, [](QPromise<Result<QString>> &promise) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation)
            + u"/batchdesk-practice"_s;
        const QString path = folder + u'/'
            + QCoreApplication::translate("PracticeSample", "Practice") + u".jsonl"_s;
        QDir().mkpath(folder);
        QFile::remove(path);
        QFile sample(u":/samples/chat.jsonl"_s);
        if (sample.copy(path))
            promise.addResult(path);
        else
            promise.addResult(
                Failure(Error{.kind = ErrorKind::Disk, .message = sample.errorString()}));
    });
}
