// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QPromise>
#include <QSqlDatabase>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// What a piece of work on the database is given. Work may run more than once: when the
/// transaction it was part of fails for a passing reason, all of it is rolled back and tried again.
struct Transaction {
    const QSqlDatabase &database;
    /// Called on the database thread once the transaction is on disk, not when it is rolled back.
    std::vector<std::function<void()>> onCommit;
    /// Set by a piece of work: it ends with an error where Hooks::committed gives one, although it
    /// is in the database.
    bool needsCommitted = false;
};

/// The one thread with SQL of a library, with one connection. Takes work from any thread, in order.
///
/// Group commit: as long as work waits, up to a few hundred pieces share one transaction; a piece
/// that fails for good (a constraint) fails alone. A transaction that fails for a passing reason
/// (locked, disk full) is reported, kept, and retried with growing pauses until it succeeds; work
/// posted meanwhile waits behind it. Futures finish after the commit, each exactly once.
class DatabaseThread {
public:
    struct Options {
        QString file;
        std::chrono::milliseconds busyTimeout{2000};
        std::chrono::milliseconds firstRetry{100};
        std::chrono::milliseconds longestRetry{5000};
        std::chrono::milliseconds watchEvery{300};
    };
    /// Called on the database thread.
    struct Hooks {
        /// The first thing in each transaction; an error is treated as a passing one.
        std::function<Result<>(const QSqlDatabase &)> admit;
        /// Another connection has changed the database; inside a reading transaction.
        std::function<Result<>(const QSqlDatabase &)> changedElsewhere;
        /// A transaction is on disk, and nobody has been told. An error is reported, and the call
        /// made again until there is none.
        std::function<Result<>()> committed;
        /// Writing or reading fails and is retried; nothing: it works again.
        std::function<void(const std::optional<Error> &)> troubleChanged;
    };

    DatabaseThread(Options options, Hooks hooks);
    /// stop() with no time.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    /// Opens the connection and runs prepare outside any transaction, before all other work. When
    /// it fails the thread does nothing more. Call it once, first.
    template <class T>
    [[nodiscard]] QFuture<Result<T>> start(std::function<Result<T>(const QSqlDatabase &)> prepare)
    {
        return enqueue<T>(Kind::Start, [prepare = std::move(prepare)](Transaction &transaction) {
            return prepare(transaction.database);
        });
    }
    template <class T>
    QFuture<Result<T>> write(std::function<Result<T>(Transaction &)> work)
    {
        return enqueue<T>(Kind::Write, std::move(work));
    }
    /// In front of all that waits. For what the caller itself waits for.
    template <class T>
    QFuture<Result<T>> writeFirst(std::function<Result<T>(Transaction &)> work)
    {
        return enqueue<T>(Kind::WriteFirst, std::move(work));
    }

    /// Finishes what is posted, closes the connection and ends the thread; what could not be
    /// written within the limit finishes with an error. False when something was not written.
    bool stop(std::chrono::milliseconds limit);

private:
    enum class Kind { Start, Write, WriteFirst };

    /// One piece of work with its promise.
    struct Job {
        virtual ~Job() = default;
        virtual Result<> run(Transaction &transaction) = 0;
        virtual void finish() = 0; ///< with what run() gave
        virtual void fail(const Error &error) = 0;
        Kind kind = Kind::Write;
        bool needsCommitted = false;
    };
    template <class T>
    struct TypedJob final : Job {
        std::function<Result<T>(Transaction &)> work;
        QPromise<Result<T>> promise;
        Result<T> outcome;

        Result<> run(Transaction &transaction) override
        {
            outcome = work(transaction);
            return outcome ? Result<>() : Result<>(Failure(outcome.error()));
        }
        void finish() override { end(std::move(outcome)); }
        void fail(const Error &error) override { end(Failure(error)); }
        void end(Result<T> value)
        {
            promise.addResult(std::move(value));
            promise.finish();
        }
    };
    class Worker;

    template <class T>
    QFuture<Result<T>> enqueue(Kind kind, std::function<Result<T>(Transaction &)> work)
    {
        auto job = std::make_unique<TypedJob<T>>();
        job->kind = kind;
        job->work = std::move(work);
        job->promise.start();
        QFuture<Result<T>> future = job->promise.future();
        add(std::move(job));
        return future;
    }
    void add(std::unique_ptr<Job> job);

    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<class QThread> m_thread;
};
