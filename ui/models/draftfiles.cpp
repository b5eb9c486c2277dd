// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draftfiles.h"

#include "core/safename.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

using namespace Qt::StringLiterals;

void draftfiles::write(QPromise<Result<>> &promise, const std::shared_ptr<const LineList> &lines,
                       const QString &path)
{
    const auto fail = [&promise](const QString &message) {
        promise.addResult(Failure(Error{.kind = ErrorKind::Disk, .message = message}));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const Result<std::optional<LineReader>> reader = lines->open();
    if (!reader) {
        promise.addResult(Failure(reader.error()));
        return;
    }
    constexpr qint64 most = 1024;
    for (qint64 row = 0; row < lines->count() && !promise.isCanceled(); row += most) {
        const Result<> written = lines->visit(*reader, row, most, [&file](qint64, PaddedLine line) {
            file.write(line.bytes.data(), qint64(line.bytes.size()));
            file.write("\n");
        });
        if (!written) {
            promise.addResult(Failure(written.error()));
            return;
        }
    }
    if (promise.isCanceled()) {
        promise.addResult(Failure(Error{.kind = ErrorKind::Cancelled}));
        return;
    }
    if (!file.commit())
        return fail(file.errorString());
    promise.addResult(Result<>());
}

QString draftfiles::repairedName(const QString &name)
{
    static const QStringList lines{u"jsonl"_s, u"ndjson"_s, u"json"_s, u"txt"_s};
    QString base = safeFileName(name, u"requests"_s);
    if (QFileInfo(base).suffix() == "gz"_L1 || QFileInfo(base).suffix() == "zst"_L1)
        base = QFileInfo(base).completeBaseName();
    const QFileInfo info(base);
    return lines.contains(info.suffix())
        ? u"%1.repaired.%2"_s.arg(info.completeBaseName(), info.suffix())
        : base + u".repaired.jsonl"_s;
}

Result<QList<QByteArray>> draftfiles::takeLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(Error{.kind = ErrorKind::Disk, .message = file.errorString()});
    QList<QByteArray> lines;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (!line.trimmed().isEmpty())
            lines.append(line);
    file.remove();
    return lines;
}
