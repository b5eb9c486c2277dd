// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening a library, also one whose database is damaged.
#include "library/librarydata.h"

#include "core/privatefolder.h"
#include "library/schema.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Another program may be checking or mending the library; that reads all of it.
constexpr auto longestCheck = 60s;
/// How long others have to close a damaged library that they have open.
constexpr auto longestWaitForOthers = 5s;

/// For others that write.
constexpr auto longestWait = 30s;

constexpr QFileDevice::Permissions ownerOnly
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

Error damagedAndInUse(const QString &file)
{
    return libraryError(
        QCoreApplication::translate("Library",
                                    "%1 is damaged, and another program has it open; close that "
                                    "first, then it is made again from the records beside it")
            .arg(QDir::toNativeSeparators(file)),
        u"damaged"_s);
}

} // namespace

Result<> makeLibraryFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        if (QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System
                               | QDir::NoDotAndDotDot))
            QFile::setPermissions(path, ownerOnly);
        return {};
    }
    if (makePrivateFolder(path))
        return {};
    return Failure(
        Error{.kind = ErrorKind::Disk,
              .message = QCoreApplication::translate("Library", "the folder %1 could not be made")
                             .arg(QDir::toNativeSeparators(path))});
}

Result<> Library::open(const QStringList &builtIns)
{
    if (m_data->database)
        return {};
    for (const QString &path :
         {m_folder, absolute(u"inputs"_s), absolute(u"bodies"_s), absolute(u"results"_s),
          absolute(u"practice"_s), absolute(u"records"_s)})
        if (Result<> made = makeLibraryFolder(path); !made)
            return made;
    OpenHow how{.builtIns = builtIns, .alone = m_data->lock.tryAlone()};
    if (!how.alone && !m_data->lock.share(longestCheck))
        return Failure(libraryError(QCoreApplication::translate(
            "Library", "another program is busy with the library; try again")));
    Result<> opened = openPatiently(how);
    if (!opened && isDamaged(opened.error()))
        opened = openDamaged(how, opened.error());
    // From here on others may open it, too.
    if (opened && m_data->lock.isAlone())
        static_cast<void>(m_data->lock.share(longestCheck));
    if (!opened)
        m_data->lock.release();
    return opened;
}

bool Library::isDamaged(const Error &error) const
{
    const Result<LibraryRecord> record = Records(absolute(u"records"_s)).library();
    return isDamage(error, absolute(u"library.db"_s),
                    record ? std::optional(*record) : std::nullopt);
}

/// Makes the database again from the records, once nobody has it open. Where another program was
/// faster with that, it is just opened.
Result<> Library::openDamaged(OpenHow how, const Error &damage)
{
    if (Records(absolute(u"records"_s)).isEmpty())
        return Failure(damage);
    const QDeadlineTimer deadline(longestWaitForOthers);
    while (!how.alone) {
        how.alone = m_data->lock.tryAlone();
        if (!how.alone && !m_data->lock.share(longestCheck))
            return Failure(damage);
        const Result<> opened = openPatiently(how);
        if (opened || !isDamaged(opened.error()))
            return opened;
        if (how.alone)
            break;
        if (deadline.hasExpired())
            return Failure(damagedAndInUse(absolute(u"library.db"_s)));
        m_data->lock.release();
        QThread::sleep(std::chrono::milliseconds(QRandomGenerator::global()->bounded(10, 100)));
    }
    const Result<QString> kept = keepAside(absolute(u"library.db"_s));
    if (!kept)
        return Failure(kept.error());
    how.keptAs = *kept;
    return openAs(how);
}

/// Many programs may open it at once, and each writes a little; SQLite's own patience is short, for
/// the sake of those that have it open.
Result<> Library::openPatiently(const OpenHow &how)
{
    const QDeadlineTimer deadline(longestWait);
    while (true) {
        Result<> opened = openAs(how);
        if (opened || !isBusy(opened.error()) || deadline.hasExpired())
            return opened;
        QThread::sleep(std::chrono::milliseconds(QRandomGenerator::global()->bounded(10, 100)));
    }
}

Result<> Library::openAs(OpenHow how)
{
    const QString file = absolute(u"library.db"_s);
    how.wasMissing = !QFileInfo::exists(file) || QFileInfo(file).size() == 0;
    if (Result<> checked = checkLibraryFile(file, migrations().last().version); !checked)
        return checked;
    how.here = Place::ofFile(file);
    auto store = std::make_shared<Store>(ProcessIdentity::ofThisProcess());
    auto records = std::make_shared<Records>(absolute(u"records"_s));
    auto link = std::make_shared<LibraryLink>(this);
    const auto troubled = [this](const std::optional<Error> &error) {
        m_trouble = error;
        Q_EMIT troubleChanged(error);
    };
    auto database = std::make_unique<DatabaseThread>(
        DatabaseThread::Options{.file = file},
        DatabaseThread::Hooks{
            .admit
            = [](const QSqlDatabase &db) { return refuseNewer(db, migrations().last().version); },
            .changedElsewhere
            = [data = m_data.get(), store, link](const QSqlDatabase &db) -> Result<> {
                Result<Rows> rows = store->changes(db);
                if (!rows)
                    return Failure(rows.error());
                link->post(
                    [data, rows = std::move(*rows)]() mutable { data->received(std::move(rows)); });
                return store->markSeen(db);
            },
            .committed = [records] { return records->writeNoted(); },
            .troubleChanged =
                [troubled, link](const std::optional<Error> &error) {
                    link->post([troubled, error] { troubled(error); });
                }});
    QFuture<Result<Opened>> loading
        = database->start<Opened>([store, records, how](const QSqlDatabase &db) {
              return openDatabase(db, *store, *records, how);
          });
    Result<Opened> opened = loading.takeResult(); // waits
    if (!opened)
        return Failure(opened.error());
    m_id = store->libraryId();
    m_data->store = std::move(store);
    m_data->records = std::move(records);
    m_data->link = std::move(link);
    m_data->database = std::move(database);
    m_data->notices = std::move(opened->notices);
    m_data->news = opened->news;
    m_data->original = std::move(opened->original);
    static_cast<void>(m_data->memory.take(std::move(opened->rows)));
    m_data->refill(m_data->runIds);
    m_data->refill(m_data->batchIds);
    m_data->refill(m_data->connectionIds);
    return {};
}

const QList<LibraryNotice> &Library::notices() const
{
    return m_data->notices;
}

QList<LibraryNotice> Library::news() const
{
    return m_data->notices.last(m_data->news);
}

void Library::dismissNotices()
{
    m_data->notices.clear();
    m_data->news = 0;
    if (m_data->database)
        m_data->database->write<void>(
            [](Transaction &transaction) { return forgetNotices(transaction.database); });
}

const std::optional<Original> &Library::original() const
{
    return m_data->original;
}

QFuture<Result<LibraryNotice>> Library::takeOver()
{
    if (!m_data->database)
        return QtFuture::makeReadyValueFuture(Result<LibraryNotice>(Failure(
            libraryError(QCoreApplication::translate("Library", "the library is closed")))));
    return m_data->database->write<LibraryNotice>(
        [store = m_data->store, records = m_data->records](Transaction &transaction) {
            return ::takeOver(transaction.database, *store, *records);
        });
}
