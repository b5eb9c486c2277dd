// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakeprovider.h"
#include "support/fakeclock.h"
#include "support/fakesecrets.h"

#include "jobs/driver.h"
#include "library/library.h"
#include "net/httpclient.h"
#include "practice/practicelauncher.h"
#include "profiles/profile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

/// Spins the event loop until it holds, for twenty seconds at most.
#define WAIT_FOR(condition) QVERIFY(QTest::qWaitFor([&] { return bool(condition); }, 20'000))
#define WAIT_FOR_EQUAL(actual, expected) \
    do { \
        (void)QTest::qWaitFor([&] { return (actual) == (expected); }, 20'000); \
        QCOMPARE(actual, expected); \
    } while (false)

/// The column "wire" of a test that goes through both dialects.
inline void bothDialects()
{
    QTest::addColumn<FakeProvider::Wire>("wire");
    QTest::newRow("files") << FakeProvider::Wire::Files;
    QTest::newRow("inline") << FakeProvider::Wire::Inline;
}

/// All that a Driver needs, real but for keys and the speed of time, on a folder of its own.
class JobRig {
public:
    /// scale: of all waits but a server's Retry-After.
    explicit JobRig(double scale = 0.005);
    /// By a time of the test's own.
    explicit JobRig(const Clock &own);
    /// Another process on the same library, as far as the library can tell.
    JobRig(const JobRig &first, bool hasKeys);
    ~JobRig();

    /// A new life on the same folder: what a program does that was ended and is started again.
    void restart();
    /// Ends the old life only.
    void end();

    /// profile: openai-compatible or meshapi.
    ConnectionId connect(const QString &profile, const QUrl &url,
                         const QMap<QString, QString> &settings = {});
    ConnectionId connect(FakeProvider &provider, const QMap<QString, QString> &settings = {});
    /// A draft with so many requests; different seeds give different bytes.
    RunId draft(ConnectionId connection, int requests = 5, int seed = 0);
    /// Drafts and submits; the wish is stored when it returns.
    RunId submit(ConnectionId connection, int requests = 5, int seed = 0);

    /// One that was created by an earlier life of the program and is at work there since.
    RunId addLive(ConnectionId connection, const QString &remoteId);
    /// Spins the event loop until no call is under way and nothing more comes by itself.
    void settle() const;

    /// Spins the event loop; the error where there is one.
    [[nodiscard]] static Result<> wait(const QFuture<Result<>> &future);

    [[nodiscard]] const Batch &batch(RunId run) const; ///< its only one
    [[nodiscard]] BatchState state(RunId run) const { return batch(run).facts.state; }
    [[nodiscard]] bool hasResults(RunId run) const;
    /// "uploading creating validating ..." as stored
    [[nodiscard]] QString history(RunId run) const;
    /// "draft person window, uploading step batchctl ...": the history with its causes
    [[nodiscard]] QString causes(RunId run) const;
    /// custom ids of all result files of a run, sorted
    [[nodiscard]] QStringList resultIds(RunId run) const;
    /// Names of all files below a folder of the library.
    [[nodiscard]] QStringList files(const QString &folder) const;
    /// Of a file of results of the only run; -1 where there is none.
    [[nodiscard]] qint64 sizeOf(const QString &name) const;

    QString program = QStringLiteral("window"); ///< of the library; of another process: batchctl
    QTemporaryDir ownFolder;
    QDir folder;
    QuickClock clock;
    qint64 freeSpace = 1LL << 40; ///< as the disk of the library says
    const Clock *time = &clock; ///< that all goes by
    Profiles profiles;
    FakeSecrets secrets;
    QThreadPool pool;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<Library> library;
    std::unique_ptr<PracticeLauncher> practice;
    std::unique_ptr<Driver> driver;
    QList<RunId> ended; ///< as runsEnded told, in all lives
};
