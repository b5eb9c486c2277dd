// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httpreply.h"
#include "net/httprequest.h"
#include "net/proxychoice.h"
#include "net/sink.h"
#include "secrets/secrets.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class HttpWorker;

/// Sends requests on a thread of its own; the only place that knows QNetworkAccessManager.
///
/// send() finishes exactly once and never before it returned. Every HTTP status is a reply. Errors:
///  - BadInput: no usable address, or a line break in a header or the key; nothing was sent
///  - FileChanged: bodyFile is gone, or shorter than it was; nothing whole was sent
///  - Offline: no connection, name or proxy; surely nothing reached the server. For a oneShot
///    request also a time-out while connecting
///  - Tls: the certificate was not accepted, or caFile cannot be used; nothing was sent
///  - Timeout, BadReply: for repeatable requests
///  - OutcomeUnknown: a oneShot request of which at least one byte may have been sent
///  - Disk: the sink could not write
///  - Cancelled: the future was cancelled
/// Redirects are followed by hand: GET only, https only (or loopback), at most 5. Where the origin
/// changes the key and all caller's headers are dropped, and an address that quotes the key is not
/// followed. From https to http (Tls), or of anything else, a redirect is BadReply (OutcomeUnknown
/// for oneShot). Answers are checked for completeness: a body shorter than its Content-Length is
/// BadReply. A chunked one, or one that ends with its connection, may be cut without a trace
/// (measured): whoever asked checks what it holds. Plain http is refused unless the host is loopback
/// (Tls). Certificates are always checked, by the system's CAs and those of the request's caFile; requests
/// with different CAs never share a connection.
/// The key goes into one header at the last moment and nowhere else; errors and short answers that
/// quote it are cleaned of it (see KeyEcho). No cookies, no cache, own User-Agent; Accept-Encoding is
/// identity.
/// Query items of the request are added to a url that has no query yet. A oneShot request gets a
/// connection of its own, so it never meets a kept one that the server has just closed. Of requests
/// with files, six run at a time; the others wait for their turn, which is not part of their timeout.
class HttpClient : public QObject {
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// progress (bytes sent or received, total or -1) is called on the GUI thread, at most 20 times
    /// a second.
    using Progress = std::function<void(qint64, qint64)>;
    [[nodiscard]] QFuture<Result<HttpReply>> send(HttpRequest request, SecretBytes key,
                                                  std::unique_ptr<Sink> sink,
                                                  Progress progress = {});

    /// Nothing that was sent is without its end.
    [[nodiscard]] bool isIdle() const { return m_pending.empty(); }

    /// By which way requests go from now on; before it is called, as the system has it. The password
    /// is asked for at the first request that needs it, which waits for it with those behind it, and
    /// shown to the proxy alone. Where it cannot be had requests go without, and are Offline where the
    /// proxy then refuses.
    using AskPassword = std::function<QFuture<Result<SecretBytes>>()>;
    void useProxy(const ProxyChoice &choice, AskPassword ask = {});

    /// Closes idle sockets, for example after sleep or a change of network.
    void dropIdleConnections();

private:
    friend class HttpWorker;
    struct Pending;
    void progress(quint64 id, qint64 bytes, qint64 total);
    void complete(quint64 id, Result<HttpReply> result);
    void askPassword();
    void havePassword(const Result<SecretBytes> &password);
    void tellProxy(const SecretBytes &password);

    QThread m_thread;
    HttpWorker *m_worker; ///< lives on m_thread
    std::unordered_map<quint64, std::unique_ptr<Pending>> m_pending; ///< what was sent, by number
    quint64 m_lastId = 0;
    ProxyChoice m_proxy;
    AskPassword m_askPassword; ///< empty: the password is known, or none is needed
    bool m_isAsking = false;
    quint64 m_asked = 0; ///< which answer counts: the choice may change meanwhile
    std::vector<std::function<void()>> m_held; ///< what waits for the password
};
