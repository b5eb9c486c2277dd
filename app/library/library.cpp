// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/librarydata.h"
#include "library/librarylink.h"
#include "library/observations.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QUuid>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcLibrary, "batchdesk.library", QtWarningMsg)

constexpr auto closingLimit = 5s;

template <class T>
QFuture<Result<T>> notOpen()
{
    return QtFuture::makeReadyValueFuture(Result<T>(Failure(libraryError(
        QCoreApplication::translate("Library", "the library is closed"), u"closed"_s))));
}

/// Once the transaction is on disk, the list of wishes goes to the library's thread, and with it the
/// rows of other programs that they speak of: a wish without its run could not be carried out.
void sendWishesAfter(Transaction &transaction, const std::shared_ptr<Store> &store,
                     const std::shared_ptr<LibraryLink> &link,
                     const std::function<void(Rows)> &receive)
{
    transaction.onCommit.push_back([&database = transaction.database, store, link, receive] {
        // Where they cannot be read now, the next look at the database says so.
        if (!runSql(database, u"BEGIN"_s))
            return;
        Result<Rows> rows = store->changes(database);
        static_cast<void>(runSql(database, u"COMMIT"_s));
        if (rows)
            link->post([receive, rows = std::move(*rows)]() mutable { receive(std::move(rows)); });
    });
}

} // namespace

Library::Library(QString folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(QDir::cleanPath(QDir(folder).absolutePath()))
    , m_clock(clock)
    , m_data(std::make_unique<Data>(*this))
{
    m_data->renewal.setInterval(Leases::renewal);
    connect(&m_data->renewal, &QTimer::timeout, this, &Library::renewLeases);
}

Library::~Library()
{
    close(closingLimit);
}

void Library::close(std::chrono::milliseconds limit)
{
    if (!m_data->database)
        return;
    const auto store = m_data->store;
    const std::array unused
        = {std::pair(m_data->runIds.table, m_data->takeUnused(m_data->runIds)),
           std::pair(m_data->batchIds.table, m_data->takeUnused(m_data->batchIds)),
           std::pair(m_data->connectionIds.table, m_data->takeUnused(m_data->connectionIds))};
    m_data->database->write<void>([store, unused](Transaction &transaction) -> Result<> {
        for (const auto &[table, ids] : unused)
            if (Result<> back = store->giveBackIds(transaction.database, table, ids); !back)
                return back;
        return store->close(transaction.database);
    });
    if (!m_data->database->stop(limit))
        qCWarning(lcLibrary) << "not all that was changed could be written";
    m_data->link->cut();
    m_data->database.reset();
    m_data->lock.release();
}

QString Library::absolute(const QString &relative) const
{
    return relative.isEmpty() ? QString() : m_folder + u'/' + relative;
}

QString Library::newPath(const QString &subfolder, const QString &suffix) const
{
    static_cast<void>(makeLibraryFolder(absolute(subfolder)));
    const QString dot = suffix.isEmpty() || suffix.startsWith(u'.') ? u""_s : u"."_s;
    return subfolder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + dot + suffix;
}

QList<RunId> Library::runIds() const
{
    return m_data->memory.runIds();
}
const Run *Library::run(RunId id) const
{
    return m_data->memory.run(id);
}
std::vector<const Batch *> Library::batches(RunId run) const
{
    return m_data->memory.batchesOf(run);
}
const Batch *Library::batch(BatchId id) const
{
    return m_data->memory.batch(id);
}
QList<BatchId> Library::batchIds() const
{
    return m_data->memory.batchIds();
}
QList<ConnectionId> Library::connectionIds() const
{
    return m_data->memory.connectionIds();
}
const Connection *Library::connection(ConnectionId id) const
{
    return m_data->memory.connection(id);
}
const Connection *Library::connectionByName(const QString &name) const
{
    return m_data->memory.connectionByName(name);
}
Result<RunId> Library::findRun(const QString &idOrName) const
{
    return m_data->memory.findRun(idOrName);
}
std::optional<RunId> Library::findSame(const Run &run) const
{
    return m_data->memory.findSame(run);
}

std::optional<RunId> Library::findNotCreated(const Run &run) const
{
    return m_data->memory.findNotCreated(run);
}

const QList<Wish> &Library::wishes() const
{
    return m_data->memory.wishes;
}

QFuture<Result<QList<Observation>>> Library::observations(RunId run) const
{
    if (!m_data->database)
        return notOpen<QList<Observation>>();
    QList<BatchId> ids;
    for (const Batch *batch : m_data->memory.batchesOf(run))
        ids.append(batch->id);
    return m_data->database->write<QList<Observation>>(
        [ids](Transaction &transaction) { return Observations::read(transaction.database, ids); });
}

QFuture<Result<>> Library::wish(WishKind kind, RunId run)
{
    if (!m_data->database)
        return notOpen<void>();
    if (m_data->original)
        return QtFuture::makeReadyValueFuture(Result<>(Failure(copiedError(*m_data->original))));
    const Wish wish{.kind = kind, .run = run, .at = m_clock.now(), .program = m_program};
    return m_data->database->write<void>([data = m_data.get(), store = m_data->store,
                                          link = m_data->link, wish](Transaction &transaction) {
        return store->insertWish(transaction.database, wish).transform([&] {
            sendWishesAfter(transaction, store, link,
                            [data](Rows rows) { data->received(std::move(rows)); });
        });
    });
}

QFuture<Result<>> Library::fulfil(qint64 wish)
{
    if (!m_data->database)
        return notOpen<void>();
    if (m_data->memory.wishes.removeIf([wish](const Wish &row) { return row.id == wish; }) > 0) {
        m_data->changedWishes = true;
        m_data->announceSoon();
    }
    // What was read before the row went may arrive after this: the wish must not come back.
    m_data->memory.fulfilling.insert(wish);
    return m_data->database
        ->write<void>([store = m_data->store, wish](Transaction &transaction) {
            return store->removeWish(transaction.database, wish);
        })
        .then(this, [this, wish](Result<> removed) {
            m_data->memory.fulfilling.remove(wish);
            return removed;
        });
}

QFuture<Result<>> Library::flushed()
{
    if (!m_data->database)
        return notOpen<void>();
    return m_data->database->write<void>([](Transaction &) { return Result<>(); });
}

QFuture<Result<bool>> Library::takeLease(ConnectionId id)
{
    if (!m_data->database)
        return notOpen<bool>();
    const auto take = [data = m_data.get(), store = m_data->store, link = m_data->link,
                       id](Transaction &transaction) -> Result<bool> {
        // Not from memory: another program may have said that this takes the original's place.
        const Result<std::optional<Original>> original = originalOf(transaction.database);
        if (!original)
            return Failure(original.error());
        if (*original)
            return Failure(copiedError(**original));
        Result<bool> taken = Leases::take(transaction.database, id, store->me());
        if (!taken || !*taken)
            return taken;
        Result<Rows> rows = store->changes(transaction.database);
        if (!rows)
            return Failure(rows.error());
        // Rows of others are committed whatever becomes of this transaction; a wish may be ours.
        rows->wishes.reset();
        const auto receive = [data](Rows received) { data->received(std::move(received)); };
        link->post([receive, rows = std::move(*rows)]() mutable { receive(std::move(rows)); });
        sendWishesAfter(transaction, store, link, receive);
        return true;
    };
    return m_data->database->write<bool>(take).then(this, [this, id](Result<bool> taken) {
        if (taken && *taken) {
            m_leases.insert(id);
            if (!m_data->renewal.isActive())
                m_data->renewal.start();
        }
        return taken;
    });
}

QFuture<Result<>> Library::giveUpLease(ConnectionId id)
{
    if (!m_data->database)
        return notOpen<void>();
    m_leases.remove(id);
    if (m_leases.isEmpty())
        m_data->renewal.stop();
    return m_data->database->write<void>([store = m_data->store, id](Transaction &transaction) {
        return Leases::giveUp(transaction.database, id, store->me());
    });
}

void Library::renewLeases()
{
    if (m_data->renewing)
        return;
    m_data->renewing = true;
    m_data->database
        ->write<QList<ConnectionId>>(
            [store = m_data->store, held = m_leases.values()](Transaction &transaction) {
                return Leases::renew(transaction.database, held, store->me());
            })
        .then(this, [this](const Result<QList<ConnectionId>> &lost) {
            m_data->renewing = false;
            for (const ConnectionId id : lost.value_or(QList<ConnectionId>()))
                if (m_leases.remove(id))
                    Q_EMIT leaseLost(id);
        });
}

#include "moc_library.cpp"
