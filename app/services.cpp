// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services.h"

#include "core/settingsfile.h"
#include "dialects/dialect.h"
#include "secrets/keychainsecrets.h"
#include "secrets/proxyaccount.h"

#include <QDir>
#include <QNetworkInformation>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

QString defaultLibraryFolder()
{
    if (const QString folder = qEnvironmentVariable("BATCHDESK_LIBRARY"); !folder.isEmpty())
        return QDir(folder).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/batchdesk"_L1;
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/batchdesk"_L1;
}

namespace {

/// What the system says of the network is a hint to try soon. Nothing is held back for it: it is
/// wrong behind many a proxy and in many a container. Only NetworkManager is asked: GLib's monitor
/// ends the program where reading its netlink socket fails once (GLib 2.84, seen in e2e_syscalls).
void watchNetwork(Driver &driver)
{
    if (!QNetworkInformation::loadBackendByName(u"networkmanager"))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    QObject::connect(network, &QNetworkInformation::reachabilityChanged, &driver,
                     [&driver](QNetworkInformation::Reachability reachability) {
                         if (reachability == QNetworkInformation::Reachability::Online)
                             driver.networkCame();
                     });
    QObject::connect(network, &QNetworkInformation::isBehindCaptivePortalChanged, &driver,
                     [&driver](bool isBehind) {
                         if (!isBehind)
                             driver.networkCame();
                     });
}

} // namespace

Result<std::unique_ptr<Services>> Services::make(Options options)
{
    Result<Profiles> profiles = Profiles::load();
    if (!profiles)
        return Failure(profiles.error());

    std::unique_ptr<Services> services(new Services);
    services->m_profiles = *std::move(profiles);
    services->m_clock = std::make_unique<SystemClock>();
    // Workers must not take the processor from the window: page steps double without this.
    services->m_pool.setThreadPriority(QThread::LowPriority);
    services->m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount() - 1));

    const QString folder = options.libraryFolder.isEmpty()
        ? defaultLibraryFolder()
        : QDir(options.libraryFolder).absolutePath();
    services->m_library = std::make_unique<Library>(folder, *services->m_clock);
    services->m_library->setProgram(options.program);
    if (const Result<> opened = services->m_library->open(); !opened)
        return Failure(opened.error());
    auto secrets = std::make_unique<KeychainSecrets>(services->m_library->id());
    secrets->setTimeLimit(std::max<std::chrono::milliseconds>(
        services->m_clock->scaled(KeychainSecrets::usualTimeLimit), std::chrono::seconds(1)));
    services->m_secrets = std::move(secrets);
    services->m_http = std::make_unique<HttpClient>();
    services->applyProxy();
    services->m_practice = std::make_unique<PracticeLauncher>(folder);
    services->m_driver = std::make_unique<Driver>(Driver::Needs{
        .library = *services->m_library,
        .profiles = services->m_profiles,
        .secrets = *services->m_secrets,
        .http = *services->m_http,
        .practice = *services->m_practice,
        .clock = *services->m_clock,
        .pool = services->m_pool,
    });
    QMetaObject::invokeMethod(
        services->m_driver.get(), [driver = services->m_driver.get()] { watchNetwork(*driver); },
        Qt::QueuedConnection);
    return services;
}

Services::~Services()
{
    if (m_driver)
        m_driver->stop();
    m_driver.reset();
    m_pool.clear();
    m_pool.waitForDone();
}

void Services::applyProxy()
{
    m_http->useProxy(ProxyChoice::load(settingsFile()),
                     [this] { return m_secrets->read(proxyAccount()); });
}

PreflightRules Services::rules(ConnectionId connection) const
{
    PreflightRules rules{.cache = cacheFolder()};
    const Connection *found = m_library->connection(connection);
    if (!found)
        return rules;
    Result<Profile> profile = m_profiles.effective(*found);
    if (!profile)
        return rules;
    rules.dialect = findDialect(profile->dialect);
    rules.profile = *std::move(profile);
    return rules;
}

const Dialect *Services::dialect(ConnectionId connection) const
{
    return rules(connection).dialect;
}

QFuture<Result<TakenIn>> Services::takeIn(const QString &file, ConnectionId connection)
{
    return ::takeIn(m_pool, file, m_library->folder(), m_library->newPath(u"inputs"_s, u".jsonl"_s),
                    rules(connection));
}

QFuture<Result<std::shared_ptr<const RunResults>>> Services::results(RunId run)
{
    RunFiles files;
    files.libraryFolder = m_library->folder();
    if (const Run *found = m_library->run(run)) {
        files.run = *found;
        files.dialect = dialect(found->connection);
        for (const Batch *batch : m_library->batches(run))
            files.batches.push_back(*batch);
    }
    return join(m_pool, std::move(files));
}
