// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMutex>
#include <QString>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <utility>

class FaultPeer;
class QSslConfiguration;
class QTcpServer;
class QTcpSocket;

/// A request that has arrived whole.
struct FaultRequest {
    QByteArray method;
    QByteArray path; ///< as on the wire, without the query
    QByteArray query; ///< as on the wire, without the question mark
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< from 1, in the order of their coming
    bool onKeptConnection = false; ///< not the first request of its connection

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QJsonObject json() const;
};

/// What the server does with a request: a good answer, and then what goes wrong with it. A value;
/// each function that changes it returns the changed one.
struct FaultReply {
    enum class Framing { Length, Chunked, UntilClose };
    enum class End { Keep, Close, Reset, Stall };

    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray wire; ///< these bytes instead of status, headers and body
    Framing framing = Framing::Length;
    qsizetype chunk = 1000; ///< size of the chunks of Framing::Chunked
    qsizetype wireCut = -1; ///< only so many bytes of the whole answer are sent
    qsizetype bodyCut = -1; ///< only so many bytes of its framed body are sent
    End end = End::Keep; ///< what comes after the last byte that is sent
    std::chrono::milliseconds wait{0}; ///< before the first byte
    qsizetype dripSize = 0; ///< bytes at a time, with dripWait between them
    std::chrono::milliseconds dripWait{0};
    bool dripsOnce = false; ///< all the rest comes after the first wait
    bool early = false; ///< answers when the header is here, without reading the body

    [[nodiscard]] static FaultReply json(int status, QByteArray body);
    [[nodiscard]] static FaultReply json(int status, const QJsonObject &body);
    [[nodiscard]] static FaultReply jsonl(QByteArray body);
    [[nodiscard]] static FaultReply html(int status, QByteArray body);
    [[nodiscard]] static FaultReply redirect(int status, const QByteArray &location);
    /// These bytes as they are, then the connection is closed.
    [[nodiscard]] static FaultReply raw(QByteArray wire);
    /// Reads the whole request and then gives no answer at all.
    [[nodiscard]] static FaultReply closed();
    [[nodiscard]] static FaultReply broken(); ///< reset
    [[nodiscard]] static FaultReply stalled();

    [[nodiscard]] FaultReply with(QByteArray name, QByteArray value) const;
    [[nodiscard]] FaultReply chunked(qsizetype size = 1000) const;
    [[nodiscard]] FaultReply untilClose() const;
    /// Cuts after n bytes of everything, or of the body as it is framed, then closes.
    [[nodiscard]] FaultReply cutAt(qsizetype n) const;
    [[nodiscard]] FaultReply cutBodyAt(qsizetype n) const;
    [[nodiscard]] FaultReply thenClose() const;
    [[nodiscard]] FaultReply thenReset() const;
    [[nodiscard]] FaultReply thenStall() const;
    [[nodiscard]] FaultReply after(std::chrono::milliseconds delay) const;
    [[nodiscard]] FaultReply dripping(qsizetype bytes, std::chrono::milliseconds pause) const;
    /// The header and some of the body come first, all the rest so much later.
    [[nodiscard]] FaultReply hesitating(std::chrono::milliseconds pause) const;
    [[nodiscard]] FaultReply beforeTheBody() const;

    /// Status line, headers and framed body, cut as asked.
    [[nodiscard]] QByteArray bytes(bool withoutBody) const;
};

/// A raw HTTP/1.1 server on 127.0.0.1 that misbehaves by script and counts what has really
/// arrived: what no mocked reply can show. It has a thread of its own, so tests may block. All
/// functions may be called at any time from the test's thread; handlers run on the server's.
///
///     FaultServer server;
///     server.on("POST", "/v1/batches", FaultReply::json(200, batch));
///     server.once("POST", "/v1/batches", FaultReply::closed());   // before that, one time
///     server.on("GET", "/v1/files/*", [](const FaultRequest &request) { ... });
///     QCOMPARE(server.hits("POST /v1/batches"), 1);
class FaultServer {
public:
    using Handler = std::function<FaultReply(const FaultRequest &)>;

    FaultServer();
    /// Over TLS, with a certificate and a key (see TestCertificate).
    explicit FaultServer(const QSslConfiguration &tls);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    /// "http://127.0.0.1:PORT", to which path is added.
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    /// The answer from now on. A path that ends in * stands for all that begin so; the longest
    /// fitting path wins. What fits nothing is answered with 404.
    void on(const QByteArray &method, const QByteArray &path, const FaultReply &reply);
    void on(const QByteArray &method, const QByteArray &path, Handler handler);
    /// One answer each, in this order, before the standing one comes (again).
    void once(const QByteArray &method, const QByteArray &path, const FaultReply &reply);
    void once(const QByteArray &method, const QByteArray &path, const QList<FaultReply> &replies);

    /// Requests that have arrived whole: all, or those of "METHOD /path" (also with a * at the end).
    [[nodiscard]] QList<FaultRequest> requests(const QByteArray &which = "*") const;
    [[nodiscard]] int hits(const QByteArray &which = "*") const;
    [[nodiscard]] int connections() const; ///< accepted so far
    void forget(); ///< the requests, not the answers

private:
    friend class FaultPeer;
    struct Route {
        QList<FaultReply> once;
        std::shared_ptr<Handler> standing;
    };
    void listen(QTcpServer *server);
    void accept(QTcpServer *server);
    [[nodiscard]] Route *find(const FaultRequest &request);
    [[nodiscard]] bool isEarly(const FaultRequest &request);
    [[nodiscard]] FaultReply take(const FaultRequest &request);

    QThread m_thread;
    QObject *m_context = nullptr; ///< on the thread; parent of the server and its sockets
    bool m_isTls = false;
    quint16 m_port = 0;
    mutable QMutex m_mutex; ///< guards what follows
    std::map<QByteArray, Route> m_routes; ///< by "METHOD /path"
    QList<FaultRequest> m_requests;
    int m_connections = 0;
};
