// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/resumingsink.h"

#include "net/diskfile.h"
#include "net/httpreply.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int okStatus = 200;
constexpr int partialContent = 206;
constexpr int rangeNotSatisfiable = 416;
/// So much may be lost by a power cut.
constexpr qint64 syncStep = 64 * 1024 * 1024;
constexpr qint64 readStep = 1024 * 1024;

QString notePath(const QString &path)
{
    return path + ".part.json"_L1;
}

QByteArray digestOf(const QByteArray &source)
{
    return QCryptographicHash::hash(source, QCryptographicHash::Sha256).toHex();
}

Failure badReply(const char *message, int status)
{
    return Failure(Error{.kind = ErrorKind::BadReply,
                         .message = QCoreApplication::translate("Sink", message),
                         .httpStatus = status});
}

} // namespace

ResumingSink::ResumingSink(QString path, const QByteArray &source, qint64 reserve)
    : m_path(std::move(path))
    , m_source(digestOf(source))
    , m_part(m_path + ".part"_L1)
    , m_reserve(reserve)
{}

ResumingSink::~ResumingSink()
{
    if (!m_part.isOpen())
        return;
    if (m_note.validator().isEmpty() || m_bytes == 0)
        drop();
    else
        keep();
}

void ResumingSink::keep()
{
    if (std::exchange(m_isChanged, false)) {
        if (syncFile(m_part))
            m_note.bytes = m_bytes;
        // Without room for a new note the old one does until the computer is started anew.
        (void)writePartNote(notePath(m_path), m_note);
    }
    m_part.close();
}

void ResumingSink::drop()
{
    m_part.close();
    QFile::remove(m_part.fileName());
    QFile::remove(notePath(m_path));
    m_note = {};
    m_hash = Sha256();
    m_isFresh = true;
    m_isChanged = false;
    m_start = 0;
    m_end = -1;
    m_bytes = 0;
    m_lines = 0;
    m_last = '\n';
}

void ResumingSink::count(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_hash.add({bytes.data(), size_t(bytes.size())});
    m_bytes += bytes.size();
    m_lines += std::count(bytes.begin(), bytes.end(), '\n');
    m_last = bytes.back();
}

bool ResumingSink::pickUp()
{
    const QFileInfo info(m_part.fileName());
    const std::optional<PartNote> note = readPartNote(notePath(m_path));
    if (!note || note->source != m_source || !info.isFile() || info.isSymLink())
        return false;
    // What was not synced is there as long as the system is the one that wrote it.
    const bool isSameBoot = !note->boot.isEmpty() && note->boot == QSysInfo::bootUniqueId();
    const qint64 size = isSameBoot ? info.size() : note->bytes;
    if (size <= 0 || note->bytes > info.size() || (note->total >= 0 && size > note->total))
        return false;
    m_note = *note;
    return readPart(size);
}

bool ResumingSink::readPart(qint64 size)
{
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)
        || !m_part.resize(size) || !m_part.seek(0))
        return false;
    while (m_bytes < size) {
        const QByteArray block = m_part.read(std::min(readStep, size - m_bytes));
        if (block.isEmpty())
            return false;
        count(block);
    }
    m_note.boot = QSysInfo::bootUniqueId();
    return true;
}

QList<std::pair<QByteArray, QByteArray>> ResumingSink::headers()
{
    if (!std::exchange(m_hasLooked, true) && !pickUp())
        drop();
    if (m_bytes == 0)
        return {};
    return {{"Range"_ba, "bytes=" + QByteArray::number(m_bytes) + '-'},
            {"If-Range"_ba, m_note.validator()}};
}

Result<Sink::Reception> ResumingSink::meet(const HttpReply &head)
{
    const QByteArray encoding = head.header("content-encoding").trimmed().toLower();
    if (head.isSuccess() && !encoding.isEmpty() && encoding != "identity")
        return badReply(
            QT_TRANSLATE_NOOP("Sink", "the answer is compressed, which was not asked for"),
            head.status);
    if (head.isSuccess() && head.header("content-type").trimmed().toLower().startsWith("text/html"))
        return badReply(QT_TRANSLATE_NOOP("Sink", "a web page came in place of the results"),
                        head.status);
    const bool isOfRange = head.status == partialContent || head.status == rangeNotSatisfiable;
    if (isOfRange && m_bytes > 0)
        return meetRange(head);
    m_isFresh = true;
    PartNote note = PartNote::of(head, m_source);
    if (head.status != okStatus)
        note.etag = note.lastModified = {};
    if (m_part.isOpen())
        drop();
    m_note = note;
    return Sink::meet(head);
}

Result<Sink::Reception> ResumingSink::meetRange(const HttpReply &head)
{
    const std::optional<ContentRange> range = readContentRange(head.header("content-range"));
    if (head.status == rangeNotSatisfiable && isWhole(head)) {
        m_isFresh = false;
        return Reception::Whole;
    }
    if (head.status != partialContent || !range || !fits(head, *range)) {
        drop();
        return Reception::Again;
    }
    m_isFresh = false;
    m_start = m_bytes;
    m_end = range->last + 1;
    if (range->total >= 0)
        m_note.total = range->total;
    return Reception::Take;
}

bool ResumingSink::fits(const HttpReply &head, const ContentRange &range) const
{
    const qint64 length = contentLength(head);
    const bool isOneRange
        = !head.header("content-type").trimmed().toLower().startsWith("multipart/");
    return isOneRange && range.first == m_bytes && m_note.agrees(head)
        && (range.total < 0 || m_note.total < 0 || range.total == m_note.total)
        && (length < 0 || length == range.last - range.first + 1);
}

/// Nothing was left to send. That is believed where the size was told with the first byte, or the
/// server says of which content it speaks.
bool ResumingSink::isWhole(const HttpReply &head) const
{
    const std::optional<ContentRange> range = readContentRange(head.header("content-range"));
    const bool isContradicted = range && range->total != m_bytes;
    const bool isSame = !m_note.etag.isEmpty() && m_note.agrees(head);
    if (isContradicted || (!head.header("etag").isEmpty() && !m_note.agrees(head)))
        return false;
    return m_note.total == m_bytes || (range && isSame && m_note.total < 0);
}

Result<> ResumingSink::begin()
{
    if (!m_isFresh)
        return {};
    // What another process left here is of no use; NewOnly then never follows a link.
    if (QFileInfo(m_part.fileName()).isSymLink() || QFile::exists(m_part.fileName()))
        QFile::remove(m_part.fileName());
    QFile::remove(notePath(m_path));
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Failure(diskError(m_part));
    // Before the first byte, so that there is none whose origin is not known.
    const bool isNoted = !m_note.validator().isEmpty() && writePartNote(notePath(m_path), m_note);
    if (!isNoted)
        m_note.etag = m_note.lastModified = {};
    return {};
}

Result<> ResumingSink::lookForRoom(qint64 wanted)
{
    constexpr qint64 often = 256 * 1024;
    if (m_unlooked >= 0 && m_unlooked + wanted < often) {
        m_unlooked += wanted;
        return {};
    }
    m_unlooked = wanted;
    const qint64 free = freeSpaceAt(QFileInfo(m_path).absolutePath());
    if (free < 0 || free >= m_reserve)
        return {};
    Error error = diskError(m_part.fileName(),
                            QCoreApplication::translate("Sink", "the disk is nearly full"));
    error.code = noSpaceCode;
    return Failure(error);
}

Result<> ResumingSink::write(QByteArrayView chunk)
{
    if (chunk.isEmpty())
        return {};
    if (const Result<> room = lookForRoom(chunk.size()); !room)
        return room;
    if (m_end >= 0 && m_bytes + chunk.size() > m_end) {
        drop();
        return badReply(QT_TRANSLATE_NOOP("Sink", "more came than the server has announced"), 0);
    }
    qint64 done = 0;
    // Where there is room for some of it, the reason comes with the attempt to write the rest.
    for (qint64 n = 1; n > 0 && done < chunk.size(); done += n > 0 ? n : 0)
        n = m_part.write(chunk.data() + done, chunk.size() - done);
    count(chunk.first(done));
    m_isChanged = m_isChanged || done > 0;
    if (done < chunk.size())
        return Failure(diskError(m_part));
    const bool isDue = m_bytes - m_note.bytes >= syncStep && !m_note.validator().isEmpty();
    if (isDue && syncFile(m_part)) {
        m_note.bytes = m_bytes;
        (void)writePartNote(notePath(m_path), m_note);
    }
    return {};
}

Result<> ResumingSink::commit(HttpReply &reply)
{
    if (m_note.total >= 0 && m_bytes != m_note.total) {
        if (m_bytes > m_note.total)
            drop();
        return badReply(QT_TRANSLATE_NOOP("Sink", "the file came cut"), reply.status);
    }
    if (const Result<> synced = syncFile(m_part); !synced)
        return synced;
    const QString path = QFileInfo(m_path).absoluteFilePath();
    m_part.close();
    if (const Result<> renamed = replaceFile(m_part.fileName(), path); !renamed) {
        if (m_note.validator().isEmpty())
            drop();
        return renamed;
    }
    QFile::remove(notePath(m_path));
    if (const Result<> synced = syncFolder(QFileInfo(path).absolutePath()); !synced)
        return synced;
    reply.file = path;
    reply.fileBytes = m_bytes;
    reply.fileLines = m_lines + (m_last == '\n' ? 0 : 1);
    reply.fileSha256 = m_hash.result();
    return {};
}

bool makePart(const QString &path, const QByteArray &source, const HttpReply &reply)
{
    const std::optional<ContentRange> range = readContentRange(reply.header("content-range"));
    const bool isSizeTold = contentLength(reply) >= 0 || (range && range->total >= 0);
    PartNote note = PartNote::of(reply, digestOf(source));
    note.bytes = reply.fileBytes;
    if (isSizeTold || note.validator().isEmpty() || note.bytes == 0)
        return false;
    return replaceFile(path, path + ".part"_L1) && writePartNote(notePath(path), note);
}

std::optional<PartNote> partNoteOf(const QString &path)
{
    const QFileInfo part(path + ".part"_L1);
    std::optional<PartNote> note = readPartNote(notePath(path));
    if (!note || !part.isFile())
        return std::nullopt;
    note->bytes = part.size();
    return note;
}
