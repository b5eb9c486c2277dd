// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/partnote.h"

#include "net/diskfile.h"
#include "net/httpreply.h"
#include "net/retrypolicy.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qsizetype longestValue = 1000;

bool isVisible(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
}

bool isStrongEtag(const QByteArray &etag)
{
    return etag.size() > 2 && etag.size() <= longestValue && etag.startsWith('"')
        && etag.endsWith('"') && etag.count('"') == 2 && isVisible(etag);
}

/// A file that changes twice in a second has the same date: only an older one says something.
bool isStrongDate(const QByteArray &lastModified, const QByteArray &date)
{
    constexpr qint64 enough = 60;
    const QDateTime changed = httpDate(lastModified);
    const QDateTime sent = httpDate(date);
    return lastModified.size() <= longestValue && isVisible(lastModified) && changed.isValid()
        && sent.isValid() && changed.secsTo(sent) >= enough;
}

qint64 numberOf(QByteArrayView text)
{
    const bool isPlain
        = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qint64 number = isPlain ? text.toLongLong(&ok) : -1;
    return ok ? number : -1;
}

} // namespace

PartNote PartNote::of(const HttpReply &head, const QByteArray &source)
{
    PartNote note{.source = source, .total = contentLength(head), .boot = QSysInfo::bootUniqueId()};
    if (head.header("accept-ranges").trimmed().toLower() == "none")
        return note;
    const QByteArray etag = head.header("etag").trimmed();
    const QByteArray changed = head.header("last-modified").trimmed();
    if (isStrongEtag(etag))
        note.etag = etag;
    else if (etag.isEmpty() && isStrongDate(changed, head.header("date").trimmed()))
        note.lastModified = changed;
    return note;
}

bool PartNote::agrees(const HttpReply &head) const
{
    if (!etag.isEmpty()) // has to come along with each part
        return head.header("etag").trimmed() == etag;
    const QByteArray changed = head.header("last-modified").trimmed();
    return head.header("etag").isEmpty() && (changed.isEmpty() || changed == lastModified);
}

std::optional<PartNote> readPartNote(const QString &path)
{
    constexpr qint64 largest = 16 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(largest)).object();
    if (object["version"_L1].toInt() != version)
        return std::nullopt;
    const auto text
        = [&object](QLatin1StringView key) { return object[key].toString().toLatin1(); };
    PartNote note{.source = text("source"_L1),
                  .etag = text("etag"_L1),
                  .lastModified = text("last_modified"_L1),
                  .total = object["total"_L1].toInteger(-1),
                  .bytes = object["bytes"_L1].toInteger(-1),
                  .boot = text("boot"_L1)};
    const bool isSafe = (note.etag.isEmpty() || isStrongEtag(note.etag))
        && note.lastModified.size() <= longestValue && isVisible(note.lastModified);
    if (!isSafe || note.validator().isEmpty() || note.bytes < 0)
        return std::nullopt;
    return note;
}

Result<> writePartNote(const QString &path, const PartNote &note)
{
    QJsonObject object{{u"version"_s, version},
                       {u"source"_s, QString::fromLatin1(note.source)},
                       {u"bytes"_s, note.bytes},
                       {u"boot"_s, QString::fromLatin1(note.boot)}};
    if (!note.etag.isEmpty())
        object.insert(u"etag"_s, QString::fromLatin1(note.etag));
    if (!note.lastModified.isEmpty())
        object.insert(u"last_modified"_s, QString::fromLatin1(note.lastModified));
    if (note.total >= 0)
        object.insert(u"total"_s, note.total);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return Failure(diskError(path, file.errorString()));
    return {};
}

std::optional<ContentRange> readContentRange(const QByteArray &text)
{
    const QByteArray simple = text.simplified();
    const qsizetype slash = simple.indexOf('/');
    if (slash < 0 || !simple.first(slash).toLower().startsWith("bytes "))
        return std::nullopt;
    const QByteArray range = simple.first(slash).sliced(6).trimmed();
    const QByteArray total = simple.sliced(slash + 1).trimmed();
    ContentRange found{.total = numberOf(total)};
    if (found.total < 0 && total != "*")
        return std::nullopt;
    if (range == "*")
        return found.total < 0 ? std::nullopt : std::optional(found);
    const qsizetype dash = range.indexOf('-');
    found.first = dash < 0 ? -1 : numberOf(range.first(dash));
    found.last = dash < 0 ? -1 : numberOf(range.sliced(dash + 1));
    const bool isSound = found.first >= 0 && found.last >= found.first
        && (found.total < 0 || found.last < found.total);
    return isSound ? std::optional(found) : std::nullopt;
}

qint64 contentLength(const HttpReply &head)
{
    const bool isChunked = !head.header("transfer-encoding").isEmpty();
    return isChunked ? -1 : numberOf(head.header("content-length").trimmed());
}
