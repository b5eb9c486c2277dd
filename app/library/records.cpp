// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/records.h"

#include "core/crashpoint.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".json"_L1;
constexpr auto libraryName = "library.json"_L1;
constexpr auto temporaryEnd = ".part"_L1;

Failure diskError(const QString &path)
{
    return Failure(
        Error{.kind = ErrorKind::Disk,
              .message = QCoreApplication::translate("Library", "%1 could not be written: %2")
                             .arg(QDir::toNativeSeparators(path), qt_error_string(errno)),
              .code = u"record"_s});
}

bool writeAll(int handle, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t written
            = ::write(handle, content.constData() + done, std::size_t(content.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

bool syncFolder(const QByteArray &folder)
{
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    // Some file systems cannot sync a folder, and say so.
    const bool synced = ::fsync(handle) == 0 || errno == EINVAL;
    ::close(handle);
    return synced;
}

} // namespace

void Records::note(const Stored<ConnectionRow> &connection)
{
    m_noted.insert(connection.value.connection.id.toString() + suffix, recordOf(connection));
}

void Records::note(const Stored<Run> &run)
{
    m_noted.insert(run.value.id.toString() + suffix, recordOf(run));
}

void Records::note(const BatchRecord &batch)
{
    m_noted.insert(batch.batch.value.id.toString() + suffix, recordOf(batch));
}

void Records::note(const LibraryRecord &library)
{
    m_noted.insert(libraryName, recordOf(library));
}

Result<> Records::writeNoted()
{
    if (m_noted.isEmpty())
        return {};
    const QByteArray folder = QFile::encodeName(m_folder);
    if (::mkdir(folder.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return diskError(m_folder);
    QStringList written;
    Result<> result;
    for (const auto &[name, content] : m_noted.asKeyValueRange()) {
        result = write(name, content);
        if (!result)
            break;
        written.append(name);
    }
    crashPoint("record.renamed");
    // The names count once the folder is on the disk; until then all of them stay noted.
    if (!written.isEmpty() && !syncFolder(folder))
        return diskError(m_folder);
    for (const QString &name : written)
        m_noted.remove(name);
    return result;
}

Result<> Records::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder + u'/' + name;
    // Two programs may write the same record at once.
    const QByteArray part = QFile::encodeName(
        path + u'.' + QString::number(QCoreApplication::applicationPid()) + temporaryEnd);
    const int handle = ::open(
        part.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (handle < 0)
        return diskError(path);
    const bool whole = writeAll(handle, content) && ::fsync(handle) == 0;
    const int trouble = errno;
    const bool closed = ::close(handle) == 0 || errno == EINTR;
    crashPoint("record.written");
    if (whole && closed && std::rename(part.constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    const int last = whole ? errno : trouble;
    ::unlink(part.constData());
    errno = last;
    return diskError(path);
}

QList<qint64> Records::ids(char kind) const
{
    QList<qint64> ids;
    const QStringList names = QDir(m_folder).entryList(
        {QLatin1Char(kind) + u"*"_s + suffix}, QDir::Files | QDir::NoSymLinks, QDir::Unsorted);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 id = name.sliced(1).chopped(suffix.size()).toLongLong(&isNumber);
        if (isNumber && id > 0)
            ids.append(id);
    }
    std::ranges::sort(ids);
    return ids;
}

Result<QByteArray> Records::read(const QString &name) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool missing = !file.exists();
        return Failure(Error{
            .kind = ErrorKind::Disk,
            .message = QCoreApplication::translate("Library", "%1 could not be read: %2")
                           .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
            .code = missing ? u"missing"_s : u"record"_s});
    }
    // Ours have some kilobytes. What is larger was not made by this program.
    constexpr qint64 mostBytes = 4 << 20;
    return file.read(mostBytes);
}

Result<Stored<ConnectionRow>> Records::connection(ConnectionId id) const
{
    return read(id.toString() + suffix).and_then(connectionFromRecord).and_then([id](auto row) {
        return row.value.connection.id == id ? Result<Stored<ConnectionRow>>(std::move(row))
                                             : Failure(libraryError({}, u"damaged"_s));
    });
}

Result<Stored<Run>> Records::run(RunId id) const
{
    return read(id.toString() + suffix).and_then(runFromRecord).and_then([id](auto row) {
        return row.value.id == id ? Result<Stored<Run>>(std::move(row))
                                  : Failure(libraryError({}, u"damaged"_s));
    });
}

Result<BatchRecord> Records::batch(BatchId id) const
{
    return read(id.toString() + suffix).and_then(batchFromRecord).and_then([id](auto record) {
        return record.batch.value.id == id ? Result<BatchRecord>(std::move(record))
                                           : Failure(libraryError({}, u"damaged"_s));
    });
}

Result<LibraryRecord> Records::library() const
{
    return read(libraryName).and_then(libraryFromRecord);
}

bool Records::isEmpty() const
{
    return ids('b').isEmpty() && ids('r').isEmpty();
}

void Records::sweep() const
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*"_s + temporaryEnd}, QDir::Files))
        QFile::remove(folder.filePath(name));
}

void Records::setAside(const QString &name) const
{
    QDir folder(m_folder);
    folder.rename(name,
                  name + u".unreadable-"_s
                      + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s));
}

Result<QString> Records::putAway() const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString base = m_folder + u".other-"_s + stamp;
    for (int i = 1; i < 1000; ++i) {
        const QString path = i == 1 ? base : u"%1-%2"_s.arg(base, QString::number(i));
        if (QFile::exists(path))
            continue;
        if (QDir().rename(m_folder, path))
            return path;
        break;
    }
    return diskError(m_folder);
}
