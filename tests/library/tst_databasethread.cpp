// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/databasethread.h"
#include "library/sql.h"

#include "library/await.h"
#include "library/sqlfile.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<> insert(Transaction &transaction, int number)
{
    return changeBySql(transaction.database, u"INSERT INTO numbers VALUES (?)"_s, {number})
        .transform([](int) {});
}

/// Keeps the thread in a transaction until it is opened, so that what is written waits behind it.
class Gate {
public:
    explicit Gate(DatabaseThread &thread)
    {
        m_left = thread.write<void>([this](Transaction &) {
            m_entered.release();
            m_opened.acquire();
            return Result<>();
        });
        m_entered.acquire();
    }
    ~Gate() // opened by now, unless the test has failed
    {
        open();
        m_left.waitForFinished();
    }
    Gate(const Gate &) = delete;
    Gate &operator=(const Gate &) = delete;
    void open() { m_opened.release(); }

private:
    QSemaphore m_entered;
    QSemaphore m_opened;
    QFuture<Result<>> m_left;
};

} // namespace

class tst_DatabaseThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void workThatWaitsSharesATransaction();
    void resultsComeBack();
    void workThatFailsForGoodFailsAlone();
    void lockedDatabaseIsTriedAgain();
    void fullDiskIsTriedAgain();
    void failedReadOfOthersIsTrouble();
    void firstComesFirst();
    void othersChangesAreNoticed();
    void stopWritesWhatWaits();
    void stopEndsInTime();
    void nothingAfterStop();
    void failedStartFailsAll();

private:
    std::unique_ptr<DatabaseThread> started(std::chrono::milliseconds watchEvery = 1h);
    QVariantList numbers() const;
    std::vector<std::optional<Error>> troubles();

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::function<Result<>(const QSqlDatabase &)> m_admit;
    std::function<Result<>(const QSqlDatabase &)> m_changedElsewhere;
    std::atomic_int m_transactions = 0;
    std::mutex m_mutex;
    std::vector<std::optional<Error>> m_troubles; // guarded by m_mutex
};

void tst_DatabaseThread::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_file = m_dir->filePath(u"test.db"_s);
    m_admit = {};
    m_changedElsewhere = {};
    m_transactions = 0;
    m_troubles.clear();
}

void tst_DatabaseThread::cleanup()
{
    m_dir.reset();
}

std::unique_ptr<DatabaseThread> tst_DatabaseThread::started(std::chrono::milliseconds watchEvery)
{
    auto thread = std::make_unique<DatabaseThread>(
        DatabaseThread::Options{.file = m_file,
                                .busyTimeout = 5ms,
                                .firstRetry = 5ms,
                                .longestRetry = 20ms,
                                .watchEvery = watchEvery},
        DatabaseThread::Hooks{.admit =
                                  [this](const QSqlDatabase &database) {
                                      ++m_transactions;
                                      return m_admit ? m_admit(database) : Result<>();
                                  },
                              .changedElsewhere =
                                  [this](const QSqlDatabase &database) {
                                      return m_changedElsewhere ? m_changedElsewhere(database)
                                                                : Result<>();
                                  },
                              .troubleChanged =
                                  [this](const std::optional<Error> &error) {
                                      const std::scoped_lock lock(m_mutex);
                                      m_troubles.push_back(error);
                                  }});
    const Result<> result = await(thread->start<void>([](const QSqlDatabase &database) {
        return changeBySql(database, u"PRAGMA journal_mode = WAL"_s)
            .and_then([&](int) {
                return changeBySql(
                    database, u"CREATE TABLE numbers (n INTEGER UNIQUE CHECK (n < 1000)) STRICT"_s);
            })
            .transform([](int) {});
    }));
    return result ? std::move(thread) : nullptr;
}

QVariantList tst_DatabaseThread::numbers() const
{
    SqlFile file(m_file);
    QSqlQuery query(u"SELECT n FROM numbers ORDER BY rowid"_s, file.database());
    QVariantList list;
    while (query.next())
        list.append(query.value(0).toInt());
    return list;
}

std::vector<std::optional<Error>> tst_DatabaseThread::troubles()
{
    const std::scoped_lock lock(m_mutex);
    return m_troubles;
}

void tst_DatabaseThread::workThatWaitsSharesATransaction()
{
    const auto thread = started();
    QVERIFY(thread);
    Gate gate(*thread);
    QList<QFuture<Result<>>> futures;
    for (int i = 0; i < 200; ++i)
        futures.append(
            thread->write<void>([i](Transaction &transaction) { return insert(transaction, i); }));
    QVERIFY(std::ranges::none_of(futures, &QFuture<Result<>>::isFinished));
    gate.open();
    for (const QFuture<Result<>> &future : futures)
        QVERIFY(await(future));
    QCOMPARE(m_transactions, 2); // the one that waited, and one for all
    QCOMPARE(numbers().size(), 200);
}

void tst_DatabaseThread::resultsComeBack()
{
    const auto thread = started();
    QVERIFY(thread);
    thread->write<void>([](Transaction &transaction) { return insert(transaction, 7); });
    const Result<QString> text = await(thread->write<QString>([](Transaction &transaction) {
        return valueBySql(transaction.database, u"SELECT n FROM numbers"_s)
            .transform([](const QVariant &value) { return value.toString(); });
    }));
    QVERIFY2(text, why(text));
    QCOMPARE(*text, u"7"_s);
}

void tst_DatabaseThread::workThatFailsForGoodFailsAlone()
{
    const auto thread = started();
    QVERIFY(thread);
    Gate gate(*thread);
    std::atomic_int called = 0;
    const auto write = [&](int number) {
        return thread->write<void>([&called, number](Transaction &transaction) {
            transaction.onCommit.push_back([&called, number] { called += number; });
            // Its first half must go with its second.
            return insert(transaction, number).and_then([&] {
                return number == 2 ? insert(transaction, 1) : Result<>();
            });
        });
    };
    const QFuture<Result<>> one = write(1);
    const QFuture<Result<>> twice = write(2);
    const QFuture<Result<>> tooLarge = write(5000);
    const QFuture<Result<>> three = write(3);
    gate.open();
    QVERIFY(await(one));
    const Result<> failed = await(twice);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Database);
    QCOMPARE(sqliteCode(failed.error()), 19);
    QVERIFY(!await(tooLarge));
    QVERIFY(await(three));
    QCOMPARE(numbers(), (QVariantList{1, 3}));
    QCOMPARE(called, 4);
    QVERIFY(troubles().empty());
}

void tst_DatabaseThread::lockedDatabaseIsTriedAgain()
{
    const auto thread = started();
    QVERIFY(thread);
    SqlFile other(m_file);
    other(u"BEGIN IMMEDIATE"_s);
    QList<QFuture<Result<>>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(
            thread->write<void>([i](Transaction &transaction) { return insert(transaction, i); }));
    QTRY_VERIFY(!troubles().empty());
    QCOMPARE(sqliteCode(troubles().front().value()), 5);
    QCOMPARE(troubles().front()->kind, ErrorKind::Database);
    futures.append(
        thread->write<void>([](Transaction &transaction) { return insert(transaction, 5); }));
    QVERIFY(std::ranges::none_of(futures, &QFuture<Result<>>::isFinished));
    other(u"COMMIT"_s);
    for (const QFuture<Result<>> &future : futures)
        QVERIFY(await(future));
    QCOMPARE(numbers(), (QVariantList{0, 1, 2, 3, 4, 5})); // in order, once each
    QTRY_COMPARE(troubles().size(), 2u); // told once, and that it is over
    QVERIFY(!troubles().back());
}

void tst_DatabaseThread::fullDiskIsTriedAgain()
{
    std::atomic_bool hasRoom = false;
    m_admit = [&](const QSqlDatabase &database) {
        // Less than there is means: no more than there is.
        return changeBySql(database,
                           hasRoom ? u"PRAGMA max_page_count = 1000000"_s
                                   : u"PRAGMA max_page_count = 1"_s)
            .transform([](int) {});
    };
    const auto thread = started();
    QVERIFY(thread);
    std::atomic_int runs = 0;
    std::atomic_int committed = 0;
    const auto write = [&](int first) {
        return thread->write<void>([&, first](Transaction &transaction) {
            ++runs;
            transaction.onCommit.push_back([&] { ++committed; });
            Result<> result;
            for (int i = 0; i < 400 && result; ++i) // more than fits the pages there are
                result = insert(transaction, first + i);
            return result;
        });
    };
    const QFuture<Result<>> one = write(0);
    const QFuture<Result<>> two = write(400);
    QTRY_VERIFY(runs > 3);
    QVERIFY(!one.isFinished());
    QCOMPARE(committed, 0);
    QVERIFY(numbers().isEmpty());
    QCOMPARE(troubles().size(), 1u);
    QCOMPARE(sqliteCode(troubles().front().value()), 13);
    QCOMPARE(troubles().front()->kind, ErrorKind::Disk);
    hasRoom = true;
    QVERIFY(await(one));
    QVERIFY(await(two));
    QCOMPARE(committed, 2);
    QCOMPARE(numbers().size(), 800);
    QTRY_COMPARE(troubles().size(), 2u);
}

void tst_DatabaseThread::failedReadOfOthersIsTrouble()
{
    std::atomic_bool healthy = false;
    std::atomic_int reads = 0;
    m_changedElsewhere = [&](const QSqlDatabase &) -> Result<> {
        ++reads;
        return healthy ? Result<>() : Result<>(Failure(libraryError(u"unreadable"_s)));
    };
    const auto thread = started(2ms);
    QVERIFY(thread);
    SqlFile{m_file}(u"INSERT INTO numbers VALUES (1)"_s);
    QTRY_VERIFY(reads > 2); // it is tried again
    QCOMPARE(troubles().size(), 1u);
    QCOMPARE(troubles().front()->message, u"unreadable"_s);
    QVERIFY(await(
        thread->write<void>([](Transaction &transaction) { return insert(transaction, 2); })));
    QCOMPARE(troubles().size(), 1u); // writing works, and that does not hide it
    healthy = true;
    QTRY_COMPARE(troubles().size(), 2u);
    QVERIFY(!troubles().back());
}

void tst_DatabaseThread::firstComesFirst()
{
    const auto thread = started();
    QVERIFY(thread);
    Gate gate(*thread);
    thread->write<void>([](Transaction &transaction) { return insert(transaction, 1); });
    thread->write<void>([](Transaction &transaction) { return insert(transaction, 2); });
    const QFuture<Result<>> first
        = thread->writeFirst<void>([](Transaction &transaction) { return insert(transaction, 3); });
    gate.open();
    QVERIFY(await(first));
    QTRY_COMPARE(numbers(), (QVariantList{3, 1, 2}));
}

void tst_DatabaseThread::othersChangesAreNoticed()
{
    std::atomic_int noticed = 0;
    std::atomic_int seen = 0;
    m_changedElsewhere = [&](const QSqlDatabase &database) {
        ++noticed;
        return valueBySql(database, u"SELECT count(*) FROM numbers"_s)
            .transform([&](const QVariant &count) { seen = count.toInt(); });
    };
    const auto thread = started(2ms);
    QVERIFY(thread);
    QVERIFY(await(
        thread->write<void>([](Transaction &transaction) { return insert(transaction, 1); })));
    SqlFile other(m_file);
    other(u"INSERT INTO numbers VALUES (2)"_s);
    QTRY_COMPARE(seen, 2);
    QCOMPARE(noticed, 1); // our own write is no news
    other(u"INSERT INTO numbers VALUES (3)"_s);
    QTRY_COMPARE(seen, 3);
    QCOMPARE(noticed, 2);
}

void tst_DatabaseThread::stopWritesWhatWaits()
{
    const auto thread = started();
    QVERIFY(thread);
    QList<QFuture<Result<>>> futures;
    for (int i = 0; i < 600; ++i)
        futures.append(
            thread->write<void>([i](Transaction &transaction) { return insert(transaction, i); }));
    QVERIFY(thread->stop(5s));
    for (const QFuture<Result<>> &future : futures) {
        QVERIFY(future.isFinished());
        QVERIFY(future.result());
    }
    QCOMPARE(numbers().size(), 600);
    QVERIFY(thread->stop(0ms)); // again: nothing left
}

void tst_DatabaseThread::stopEndsInTime()
{
    const auto thread = started();
    QVERIFY(thread);
    SqlFile other(m_file);
    other(u"BEGIN IMMEDIATE"_s);
    const QFuture<Result<>> future
        = thread->write<void>([](Transaction &transaction) { return insert(transaction, 1); });
    QVERIFY(!thread->stop(50ms));
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(sqliteCode(future.result().error()), 5);
    other(u"COMMIT"_s);
    QVERIFY(numbers().isEmpty());
}

void tst_DatabaseThread::nothingAfterStop()
{
    const auto thread = started();
    QVERIFY(thread);
    QVERIFY(thread->stop(1s));
    const Result<> result = await(
        thread->write<void>([](Transaction &transaction) { return insert(transaction, 1); }));
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"closed"_s);
    QVERIFY(numbers().isEmpty());
}

void tst_DatabaseThread::failedStartFailsAll()
{
    DatabaseThread thread({.file = m_file}, {});
    const QFuture<Result<int>> start = thread.start<int>(
        [](const QSqlDatabase &) -> Result<int> { return Failure(libraryError(u"no"_s)); });
    const QFuture<Result<>> work = thread.write<void>([](Transaction &) { return Result<>(); });
    const Result<int> started = await(start);
    QVERIFY(!started);
    QCOMPARE(started.error().message, u"no"_s);
    QVERIFY(!await(work));
    QVERIFY(!await(thread.write<void>([](Transaction &) { return Result<>(); })));
}

QTEST_GUILESS_MAIN(tst_DatabaseThread)
#include "tst_databasethread.moc"
