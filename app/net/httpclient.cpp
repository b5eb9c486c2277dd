// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "core/libcrypto.h"
#include "net/httpexchange.h"
#include "net/origin.h"
#include "net/tls.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFutureWatcher>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QPromise>

#include <deque>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTransfers = 6;

/// What stands for a set of CAs; empty for the system's alone.
QByteArray digestOf(const QList<QSslCertificate> &certificates)
{
    QByteArray digest;
    for (const QSslCertificate &certificate : certificates)
        digest += certificate.digest(QCryptographicHash::Sha256);
    return digest;
}

QNetworkReply *post(QNetworkAccessManager &manager, const QByteArray &method,
                    const QNetworkRequest &request, QIODevice *body)
{
    if (method == "GET" && !body)
        return manager.get(request);
    if (method == "HEAD")
        return manager.head(request);
    if (method == "POST")
        return manager.post(request, body);
    if (method == "PUT")
        return manager.put(request, body);
    if (method == "DELETE" && !body)
        return manager.deleteResource(request);
    return manager.sendCustomRequest(request, method, body);
}

} // namespace

struct HttpClient::Pending {
    QPromise<Result<HttpReply>> promise;
    Progress progress;
};

/// The half of HttpClient that lives on its thread.
class HttpWorker : public QObject {
    Q_OBJECT
public:
    explicit HttpWorker(HttpClient &client) : m_client(client) {}

    void start(quint64 id, HttpRequest request, SecretBytes key, std::unique_ptr<Sink> sink,
               const QFuture<Result<HttpReply>> &future);
    void dropIdleConnections();
    void useProxy(const ProxyChoice &choice, SecretBytes password);
    void stop();

private:
    struct Running {
        std::unique_ptr<HttpExchange> exchange;
        QNetworkAccessManager *manager = nullptr;
        bool isTransfer = false;
    };
    [[nodiscard]] QNetworkAccessManager *makeManager();
    [[nodiscard]] QNetworkAccessManager *kept(const QByteArray &cas);
    [[nodiscard]] bool isKept(QNetworkAccessManager *manager) const;
    void watch(HttpExchange *exchange, const QFuture<Result<HttpReply>> &future);
    void startTransfers();
    void end(quint64 id, Result<HttpReply> result);
    void answer(quint64 id, Result<HttpReply> result);
    void bury();

    HttpClient &m_client; ///< outlives this; only ever sent events
    ProxyChoice m_proxy;
    SecretBytes m_password; ///< of the proxy
    /// Those whose connections are kept, by their own CAs: Qt hands a kept connection on whatever
    /// CAs it was checked with.
    QHash<QByteArray, QNetworkAccessManager *> m_kept;
    QHash<QNetworkAccessManager *, int> m_users;
    std::unordered_map<quint64, Running> m_running;
    std::vector<Running> m_ended;
    std::deque<quint64> m_waiting; ///< transfers that have not begun
    int m_transfers = 0; ///< that have
};

QNetworkAccessManager *HttpWorker::makeManager()
{
    auto *manager = new QNetworkAccessManager(this);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setProxyFactory(proxyFactory(m_proxy, m_password).release());
    manager->setAutoDeleteReplies(false);
    return manager;
}

QNetworkAccessManager *HttpWorker::kept(const QByteArray &cas)
{
    QNetworkAccessManager *&manager = m_kept[cas];
    if (!manager)
        manager = makeManager();
    return manager;
}

bool HttpWorker::isKept(QNetworkAccessManager *manager) const
{
    return std::ranges::find(m_kept, manager) != m_kept.end();
}

void HttpWorker::start(quint64 id, HttpRequest request, SecretBytes key, std::unique_ptr<Sink> sink,
                       const QFuture<Result<HttpReply>> &future)
{
    QList<QSslCertificate> cas;
    if (!request.caFile.isEmpty()) {
        const Result<QList<QSslCertificate>> read = readCaFile(request.caFile);
        if (!read) {
            Error error = read.error();
            error.kind = ErrorKind::Tls;
            return answer(id, Failure(error));
        }
        cas = *read;
    }
    // A manager has six connections to a host and lets the rest wait: with files among them, a
    // short question would time out unasked. So a transfer has its own, and waits here for its turn.
    const bool isTransfer = !request.bodyFile.isEmpty() || !sink->isShort();
    QNetworkAccessManager *manager
        = request.oneShot || isTransfer ? makeManager() : kept(digestOf(cas));
    ++m_users[manager];
    HttpExchange::Ports ports{
        .wire =
            [manager, tls = tlsConfiguration(cas)](const QByteArray &method, QNetworkRequest wire,
                                                   QIODevice *body) {
                wire.setSslConfiguration(tls);
                return post(*manager, method, wire, body);
            },
        .done = [this, id](Result<HttpReply> result) { end(id, std::move(result)); },
        .progress =
            [this, id](qint64 bytes, qint64 total) {
                QMetaObject::invokeMethod(
                    &m_client,
                    [client = &m_client, id, bytes, total] { client->progress(id, bytes, total); },
                    Qt::QueuedConnection);
            }};
    auto exchange = std::make_unique<HttpExchange>(std::move(request), std::move(key),
                                                   std::move(sink), std::move(ports));
    HttpExchange *started = exchange.get();
    m_running.emplace(id, Running{std::move(exchange), manager});
    watch(started, future);
    if (!isTransfer)
        return started->start();
    m_waiting.push_back(id);
    startTransfers();
}

void HttpWorker::startTransfers()
{
    while (m_transfers < mostTransfers && !m_waiting.empty()) {
        const auto found = m_running.find(m_waiting.front());
        m_waiting.pop_front();
        if (found == m_running.end())
            continue; // cancelled while it waited
        ++m_transfers;
        found->second.isTransfer = true;
        found->second.exchange->start();
    }
}

void HttpWorker::watch(HttpExchange *exchange, const QFuture<Result<HttpReply>> &future)
{
    auto *watcher = new QFutureWatcher<Result<HttpReply>>(exchange);
    connect(watcher, &QFutureWatcherBase::canceled, exchange, &HttpExchange::cancel);
    watcher->setFuture(future);
}

void HttpWorker::end(quint64 id, Result<HttpReply> result)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    Running running = std::move(found->second);
    m_running.erase(found);
    // Other connections of that thread may be as dead, or it may still be busy with a flood.
    if (!result && result.error().kind == ErrorKind::Timeout)
        m_kept.removeIf([&](auto each) { return each.value() == running.manager; });
    if (running.isTransfer)
        --m_transfers;
    // The exchange is the caller: it goes when it has returned.
    m_ended.push_back(std::move(running));
    QMetaObject::invokeMethod(this, &HttpWorker::bury, Qt::QueuedConnection);
    answer(id, std::move(result));
}

void HttpWorker::answer(quint64 id, Result<HttpReply> result)
{
    QMetaObject::invokeMethod(
        &m_client,
        [client = &m_client, id, result = std::move(result)]() mutable {
            client->complete(id, std::move(result));
        },
        Qt::QueuedConnection);
}

void HttpWorker::bury()
{
    for (Running &running : std::exchange(m_ended, {})) {
        running.exchange.reset(); // with its reply, which is a child of the manager
        if (--m_users[running.manager] > 0)
            continue;
        m_users.remove(running.manager);
        if (!isKept(running.manager))
            delete running.manager;
    }
    startTransfers();
}

void HttpWorker::dropIdleConnections()
{
    // clearConnectionCache() would stop the thread of requests under way; a new manager has no
    // connections, and the old one goes with its last request.
    for (QNetworkAccessManager *old : std::exchange(m_kept, {}))
        if (!m_users.contains(old))
            delete old;
}

void HttpWorker::useProxy(const ProxyChoice &choice, SecretBytes password)
{
    m_proxy = choice;
    m_password = std::move(password);
    dropIdleConnections(); // what was made for the old way is not used for new requests
}

void HttpWorker::stop()
{
    m_running.clear();
    m_ended.clear();
    m_waiting.clear();
    qDeleteAll(findChildren<QNetworkAccessManager *>(Qt::FindDirectChildrenOnly));
    m_kept.clear();
    m_users.clear();
}

HttpClient::HttpClient(QObject *parent) : QObject(parent), m_worker(new HttpWorker(*this))
{
    leaveLibcryptoAtExit();
    m_thread.setObjectName("net"_L1);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HttpClient::~HttpClient()
{
    QMetaObject::invokeMethod(m_worker, &HttpWorker::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    // Whoever still waits hears of it now.
    for (const auto &[id, pending] : std::exchange(m_pending, {})) {
        pending->promise.addResult(Failure(Error{.kind = ErrorKind::Cancelled}));
        pending->promise.finish();
    }
}

QFuture<Result<HttpReply>> HttpClient::send(HttpRequest request, SecretBytes key,
                                            std::unique_ptr<Sink> sink, Progress progress)
{
    const quint64 id = ++m_lastId;
    auto pending = std::make_unique<Pending>();
    pending->progress = std::move(progress);
    pending->promise.start();
    const QFuture<Result<HttpReply>> future = pending->promise.future();
    m_pending.emplace(id, std::move(pending));
    const bool leaves = !isLoopback(request.url);
    // A std::function copies what it holds, and a sink cannot be copied.
    struct Parts {
        HttpRequest request;
        SecretBytes key;
        std::unique_ptr<Sink> sink;
    };
    auto parts
        = std::make_shared<Parts>(Parts{std::move(request), std::move(key), std::move(sink)});
    std::function<void()> go = [worker = m_worker, id, parts, future] {
        QMetaObject::invokeMethod(
            worker,
            [worker, id, parts, future] {
                worker->start(id, std::move(parts->request), std::move(parts->key),
                              std::move(parts->sink), future);
            },
            Qt::QueuedConnection);
    };
    if (!m_askPassword || !leaves) {
        go();
        return future;
    }
    m_held.push_back(std::move(go));
    askPassword();
    return future;
}

void HttpClient::useProxy(const ProxyChoice &choice, AskPassword ask)
{
    m_proxy = choice;
    m_askPassword = choice.needsPassword() ? std::move(ask) : AskPassword();
    m_isAsking = false;
    ++m_asked;
    tellProxy({});
    if (m_held.empty())
        return;
    if (m_askPassword)
        askPassword();
    else
        for (const auto &go : std::exchange(m_held, {}))
            go();
}

void HttpClient::tellProxy(const SecretBytes &password)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, choice = m_proxy, password] { worker->useProxy(choice, password); },
        Qt::QueuedConnection);
}

void HttpClient::askPassword()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_askPassword().then(this, [this, asked = m_asked](const Result<SecretBytes> &password) {
        if (asked == m_asked)
            havePassword(password);
    });
}

void HttpClient::havePassword(const Result<SecretBytes> &password)
{
    m_isAsking = false;
    if (password) {
        m_askPassword = {}; // where it could not be read, the next request asks again
        tellProxy(*password);
    }
    for (const auto &go : std::exchange(m_held, {}))
        go();
}

void HttpClient::dropIdleConnections()
{
    QMetaObject::invokeMethod(m_worker, &HttpWorker::dropIdleConnections, Qt::QueuedConnection);
}

void HttpClient::progress(quint64 id, qint64 bytes, qint64 total)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end() || !found->second->progress || found->second->promise.isCanceled())
        return;
    const Progress call = found->second->progress; // which may well end this request
    call(bytes, total);
}

void HttpClient::complete(quint64 id, Result<HttpReply> result)
{
    const auto node = m_pending.extract(id);
    if (node.empty())
        return;
    // Cancelled futures take no result, only their end.
    node.mapped()->promise.addResult(std::move(result));
    node.mapped()->promise.finish();
}

#include "httpclient.moc"
#include "moc_httpclient.cpp"
