// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/records.h"

#include "core/crashpoint.h"
#include "core/privatefolder.h"
#include "core/uninterrupted.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>

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
        const ssize_t written = uninterrupted([&] {
            return ::write(handle, content.constData() + done, std::size_t(content.size() - done));
        });
        if (written < 0)
            return false;
        done += written;
    }
    return true;
}

/// Calls sync, which is fsync or syncfs, for a folder.
bool syncFolder(const QByteArray &folder, int (*sync)(int))
{
    const int handle = uninterrupted(
        [&] { return ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (handle < 0)
        return false;
    // Some file systems cannot sync a folder, and say so.
    const bool synced = uninterrupted([&] { return sync(handle); }) == 0 || errno == EINVAL;
    ::close(handle);
    return synced;
}

/// One record on its way: a temporary file, which goes again unless it is committed.
class Part {
public:
    Part(QString path, QString name)
        : m_path(std::move(path))
        , m_name(std::move(name))
        // Two programs may write the same record at once.
        , m_part(QFile::encodeName(
              m_path + u'.' + QString::number(QCoreApplication::applicationPid()) + temporaryEnd))
    {}
    Part(Part &&other) noexcept
        : m_path(std::move(other.m_path))
        , m_name(std::move(other.m_name))
        , m_part(std::exchange(other.m_part, {}))
        , m_trouble(other.m_trouble)
    {}
    Part &operator=(Part &&) = delete;
    ~Part()
    {
        const int trouble = errno;
        if (!m_part.isEmpty())
            ::unlink(m_part.constData());
        errno = trouble;
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &path() const { return m_path; }
    void write(const QByteArray &content, bool sync)
    {
        const int handle = uninterrupted([this] {
            return ::open(m_part.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                          S_IRUSR | S_IWUSR);
        });
        const bool isWhole = handle >= 0 && writeAll(handle, content)
            && (!sync || uninterrupted([handle] { return ::fsync(handle); }) == 0);
        m_trouble = isWhole ? 0 : errno;
        if (handle >= 0 && ::close(handle) != 0 && errno != EINTR && isWhole)
            m_trouble = errno;
    }
    /// Puts it under its name. False: errno says why, and nothing is left of it.
    [[nodiscard]] bool commit()
    {
        if (m_trouble != 0) {
            errno = m_trouble;
            return false;
        }
        if (std::rename(m_part.constData(), QFile::encodeName(m_path).constData()) != 0)
            return false;
        m_part.clear();
        return true;
    }

private:
    QString m_path;
    QString m_name;
    QByteArray m_part; ///< the temporary file; empty: it has its name
    int m_trouble = EIO; ///< of the writing; 0: none
};

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
    m_isUrgent = m_isUrgent || isBeforePaying(batch.batch.value);
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
    Result<> result;
    while (result && !m_noted.isEmpty())
        result = writeSome();
    crashPoint("record.renamed");
    if (result && std::exchange(m_isUrgent, false)
        && !syncFolder(QFile::encodeName(m_folder), ::fsync)) {
        m_isUrgent = true;
        return diskError(m_folder);
    }
    return result;
}

Result<> Records::writeSome()
{
    constexpr qsizetype most = 8192; // in one step: all of them come into the way of the disk
    constexpr qsizetype many = 16; // for these one sync of the file system is cheaper
    const QByteArray folder = QFile::encodeName(m_folder);
    if (!makePrivateFolder(m_folder))
        return diskError(m_folder);
    const bool areMany = m_noted.size() > many;
    std::vector<Part> parts;
    for (auto it = m_noted.cbegin(); it != m_noted.cend() && qsizetype(parts.size()) < most; ++it) {
        parts.push_back(Part(m_folder + u'/' + it.key(), it.key()));
        parts.back().write(it.value(), !areMany);
    }
    if (areMany && !syncFolder(folder, ::syncfs))
        return diskError(m_folder);
    crashPoint("record.written");
    // One that fails keeps the others from nothing.
    Result<> result;
    for (Part &part : parts) {
        if (part.commit())
            m_noted.remove(part.name());
        else if (result)
            result = diskError(part.path());
    }
    return result;
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
