// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/run.h"
#include "core/task.h"
#include "jobs/driver.h"
#include "jobs/intake.h"
#include "library/library.h"
#include "net/httpclient.h"
#include "practice/practicelauncher.h"
#include "profiles/profile.h"
#include "results/exporter.h"
#include "results/runresults.h"
#include "secrets/secrets.h"

#include <QString>
#include <QThreadPool>

#include <memory>

/// The composition root: builds and owns every service in construction order, hands out
/// references. One for a process. GUI thread.
class Services {
public:
    struct Options {
        QString libraryFolder; ///< empty: BATCHDESK_LIBRARY, else the XDG data folder
        QString program = QStringLiteral("window"); ///< Library::program()
    };
    [[nodiscard]] static Result<std::unique_ptr<Services>> make(Options options);
    ~Services();

    [[nodiscard]] Library &library() { return *m_library; }
    [[nodiscard]] const Profiles &profiles() const { return m_profiles; }
    [[nodiscard]] Secrets &secrets() { return *m_secrets; }
    [[nodiscard]] Driver &driver() { return *m_driver; }
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] PracticeLauncher &practice() { return *m_practice; }
    [[nodiscard]] HttpClient &http() { return *m_http; }

    /// The network goes the way that the settings file says from now on; made services do already.
    void applyProxy();

    /// The profile and dialect a run is checked and read with; nothing for a draft without a
    /// connection.
    [[nodiscard]] PreflightRules rules(ConnectionId connection) const;
    [[nodiscard]] const Dialect *dialect(ConnectionId connection) const;
    [[nodiscard]] QFuture<Result<TakenIn>> takeIn(const QString &file, ConnectionId connection);
    [[nodiscard]] QFuture<Result<std::shared_ptr<const RunResults>>> results(RunId run);

private:
    Services() = default;
    std::unique_ptr<Clock> m_clock;
    QThreadPool m_pool;
    Profiles m_profiles;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<PracticeLauncher> m_practice;
    std::unique_ptr<Driver> m_driver;
};

/// --library, else BATCHDESK_LIBRARY, else the XDG data folder.
[[nodiscard]] QString defaultLibraryFolder();
/// In the XDG cache folder: what may be lost at any time.
[[nodiscard]] QString cacheFolder();
