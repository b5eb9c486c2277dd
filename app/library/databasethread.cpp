// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/databasethread.h"

#include "core/crashpoint.h"
#include "library/sql.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QMutex>
#include <QObject>
#include <QSqlError>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcDatabase, "batchdesk.library", QtWarningMsg)

constexpr std::size_t largestGroup = 256;

Error closedError()
{
    return libraryError(QCoreApplication::translate("Library", "the library is closed"),
                        u"closed"_s);
}

} // namespace

/// Lives on the database thread; only the queue is shared.
class DatabaseThread::Worker : public QObject {
public:
    Worker(Options options, Hooks hooks) : m_options(std::move(options)), m_hooks(std::move(hooks))
    {
        m_retry.setSingleShot(true);
        m_retry.setParent(this);
        m_watch.setParent(this);
        connect(&m_retry, &QTimer::timeout, this, &Worker::drain);
        connect(&m_watch, &QTimer::timeout, this, &Worker::watch);
    }

    void add(std::unique_ptr<Job> job);
    void drain();
    void shutDown(QDeadlineTimer deadline);
    [[nodiscard]] bool isAllWritten() const { return m_allWritten; }

private:
    void open(Job &job);
    void watch();
    void nextGroup();
    [[nodiscard]] std::optional<Error> commitGroup();
    [[nodiscard]] std::optional<Error> runGroup(Transaction &transaction);
    [[nodiscard]] Result<> exec(const QString &sql);
    [[nodiscard]] Result<> tellCommitted();
    void showTrouble();
    void setTrouble(const std::optional<Error> &error);
    void failAll(const Error &error);

    Options m_options;
    Hooks m_hooks;

    QMutex m_mutex;
    std::deque<std::unique_ptr<Job>> m_queue; ///< guarded by m_mutex
    bool m_awake = false; ///< a drain() is on its way; guarded by m_mutex
    bool m_closed = false; ///< no more work; guarded by m_mutex

    // The database thread's own.
    QString m_connection;
    QSqlDatabase m_database;
    std::vector<std::unique_ptr<Job>> m_group; ///< taken from the queue and not yet on disk
    QTimer m_retry;
    QTimer m_watch;
    std::chrono::milliseconds m_pause{0};
    qint64 m_dataVersion = 0;
    std::optional<Error> m_writeTrouble;
    std::optional<Error> m_readTrouble;
    std::optional<Error> m_afterTrouble; ///< of Hooks::committed
    std::optional<Error> m_shownTrouble;
    bool m_allWritten = true;
};

void DatabaseThread::Worker::add(std::unique_ptr<Job> job)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_closed) {
            if (job->kind == Kind::WriteFirst)
                m_queue.push_front(std::move(job));
            else
                m_queue.push_back(std::move(job));
            if (!std::exchange(m_awake, true))
                QMetaObject::invokeMethod(this, &Worker::drain, Qt::QueuedConnection);
            return;
        }
    }
    job->fail(closedError());
}

void DatabaseThread::Worker::open(Job &job)
{
    m_connection = u"library-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_options.file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_options.busyTimeout.count()));
    Result<> opened;
    if (!m_database.open())
        opened = Failure(sqlError(m_database.lastError()));
    if (opened) {
        Transaction none{.database = m_database, .onCommit = {}};
        opened = job.run(none);
    }
    if (!opened) {
        failAll(opened.error());
        job.fail(opened.error());
        return;
    }
    if (const Result<QVariant> version = valueBySql(m_database, u"PRAGMA data_version"_s))
        m_dataVersion = version->toLongLong();
    m_watch.start(m_options.watchEvery);
    job.finish();
}

void DatabaseThread::Worker::nextGroup()
{
    const QMutexLocker lock(&m_mutex);
    while (!m_queue.empty() && m_group.size() < largestGroup) {
        if (m_queue.front()->kind == Kind::Start && !m_group.empty())
            return;
        m_group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
        if (m_group.back()->kind == Kind::Start)
            return;
    }
    if (m_group.empty())
        m_awake = false;
}

void DatabaseThread::Worker::drain()
{
    if (m_retry.isActive())
        return;
    if (m_group.empty())
        nextGroup();
    if (m_group.empty())
        return;
    if (m_group.front()->kind == Kind::Start) {
        const std::unique_ptr<Job> job = std::move(m_group.front());
        m_group.clear();
        open(*job);
    } else if (const std::optional<Error> error = commitGroup()) {
        m_writeTrouble = error;
        showTrouble();
        m_pause = std::clamp(m_pause * 2, m_options.firstRetry, m_options.longestRetry);
        m_retry.start(m_pause);
        return;
    } else {
        m_pause = 0ms;
        m_writeTrouble.reset();
        showTrouble();
    }
    // Through the event loop, so that a stream of writes does not starve the watch.
    QMetaObject::invokeMethod(this, &Worker::drain, Qt::QueuedConnection);
}

Result<> DatabaseThread::Worker::exec(const QString &sql)
{
    return changeBySql(m_database, sql).transform([](int) {});
}

/// An error where all of the group is to be tried again; it has been rolled back then.
std::optional<Error> DatabaseThread::Worker::commitGroup()
{
    if (!m_database.isOpen()) {
        for (const std::unique_ptr<Job> &job : m_group)
            job->fail(closedError());
        m_group.clear();
        return std::nullopt;
    }
    crashPoint("library.begin");
    if (const Result<> begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    Transaction transaction{.database = m_database, .onCommit = {}};
    std::optional<Error> error = runGroup(transaction);
    crashPoint("library.commit");
    if (!error)
        if (const Result<> committed = exec(u"COMMIT"_s); !committed)
            error = committed.error();
    if (error) {
        // SQLite may have rolled back already; then this fails, which is as good.
        static_cast<void>(exec(u"ROLLBACK"_s));
        return error;
    }
    crashPoint("library.committed");
    for (const std::function<void()> &call : transaction.onCommit)
        call();
    const Result<> told = tellCommitted();
    crashPoint("library.recorded");
    const std::vector<std::unique_ptr<Job>> done = std::exchange(m_group, {});
    for (const std::unique_ptr<Job> &job : done) {
        if (job->needsCommitted && !told)
            job->fail(told.error());
        else
            job->finish();
    }
    return std::nullopt;
}

Result<> DatabaseThread::Worker::tellCommitted()
{
    const Result<> told = m_hooks.committed ? m_hooks.committed() : Result<>();
    m_afterTrouble = told ? std::nullopt : std::optional(told.error());
    return told;
}

std::optional<Error> DatabaseThread::Worker::runGroup(Transaction &transaction)
{
    if (m_hooks.admit)
        if (const Result<> admitted = m_hooks.admit(m_database); !admitted)
            return admitted.error();
    for (const std::unique_ptr<Job> &job : m_group) {
        if (const Result<> saved = exec(u"SAVEPOINT job"_s); !saved)
            return saved.error();
        const std::size_t calls = transaction.onCommit.size();
        transaction.needsCommitted = false;
        const Result<> outcome = job->run(transaction);
        job->needsCommitted = transaction.needsCommitted;
        if (!outcome) {
            if (mayPass(outcome.error()))
                return outcome.error();
            qCWarning(lcDatabase) << "not written:" << outcome.error().message
                                  << outcome.error().detail;
            transaction.onCommit.resize(calls);
            if (const Result<> undone = exec(u"ROLLBACK TO job"_s); !undone)
                return undone.error();
        }
        if (const Result<> released = exec(u"RELEASE job"_s); !released)
            return released.error();
    }
    return std::nullopt;
}

void DatabaseThread::Worker::watch()
{
    const Result<QVariant> version = valueBySql(m_database, u"PRAGMA data_version"_s);
    Result<> seen;
    if (!version) {
        seen = Failure(version.error());
    } else if (version->toLongLong() != m_dataVersion && m_hooks.changedElsewhere) {
        seen = exec(u"BEGIN"_s);
        if (seen) {
            seen = m_hooks.changedElsewhere(m_database);
            static_cast<void>(exec(u"COMMIT"_s));
        }
        // What came between the question and the reading is asked for once more next time.
        if (seen)
            m_dataVersion = version->toLongLong();
    }
    m_readTrouble = seen ? std::nullopt : std::optional(seen.error());
    if (m_afterTrouble)
        static_cast<void>(tellCommitted());
    showTrouble();
}

void DatabaseThread::Worker::showTrouble()
{
    setTrouble(m_writeTrouble ? m_writeTrouble : m_readTrouble ? m_readTrouble : m_afterTrouble);
}

void DatabaseThread::Worker::setTrouble(const std::optional<Error> &error)
{
    if (m_shownTrouble == error)
        return;
    m_shownTrouble = error;
    if (error)
        qCWarning(lcDatabase) << "in trouble:" << error->message << error->detail;
    if (m_hooks.troubleChanged)
        m_hooks.troubleChanged(error);
}

void DatabaseThread::Worker::failAll(const Error &error)
{
    std::deque<std::unique_ptr<Job>> waiting;
    {
        const QMutexLocker lock(&m_mutex);
        m_closed = true;
        waiting.swap(m_queue);
    }
    m_allWritten = m_allWritten && m_group.empty() && waiting.empty();
    for (const std::unique_ptr<Job> &job : m_group)
        job->fail(error);
    m_group.clear();
    for (const std::unique_ptr<Job> &job : waiting)
        job->fail(error);
}

void DatabaseThread::Worker::shutDown(QDeadlineTimer deadline)
{
    m_watch.stop();
    m_retry.stop();
    std::optional<Error> error;
    while (true) {
        if (m_group.empty())
            nextGroup();
        if (m_group.empty() || m_group.front()->kind == Kind::Start)
            break;
        error = commitGroup();
        if (!error)
            continue;
        if (deadline.hasExpired() || !mayPass(*error))
            break;
        QThread::sleep(std::min(m_options.firstRetry, 50ms));
    }
    failAll(error.value_or(closedError()));
    m_database.close();
    m_database = QSqlDatabase();
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

DatabaseThread::DatabaseThread(Options options, Hooks hooks)
    : m_worker(std::make_unique<Worker>(std::move(options), std::move(hooks)))
    , m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(u"database"_s);
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
}

DatabaseThread::~DatabaseThread()
{
    stop(0ms);
}

void DatabaseThread::add(std::unique_ptr<Job> job)
{
    if (m_worker)
        m_worker->add(std::move(job));
    else
        job->fail(closedError());
}

bool DatabaseThread::stop(std::chrono::milliseconds limit)
{
    if (!m_worker)
        return true;
    Worker *const worker = m_worker.get();
    QThread *const thread = m_thread.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, thread, deadline = QDeadlineTimer(limit)] {
            worker->shutDown(deadline);
            thread->quit();
        },
        Qt::QueuedConnection);
    // One last try may wait for a lock as long as it is allowed to.
    if (!m_thread->wait(QDeadlineTimer(limit + 5s))) {
        // A system call hangs. Taking the thread's things away would crash; the process is ending.
        qCWarning(lcDatabase) << "the database thread does not end";
        static_cast<void>(m_worker.release());
        static_cast<void>(m_thread.release());
        return false;
    }
    const bool all = m_worker->isAllWritten();
    m_worker.reset();
    m_thread.reset();
    return all;
}
