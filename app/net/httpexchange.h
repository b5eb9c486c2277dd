// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httpreply.h"
#include "net/httprequest.h"
#include "net/requestbody.h"
#include "net/sink.h"
#include "secrets/secrets.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QNetworkRequest;

/// One request and its answer, redirects included. Net thread only. Holds the promises of
/// HttpClient about errors, completeness, redirects and the key; sockets are somebody else's.
class HttpExchange : public QObject {
    Q_OBJECT
public:
    struct Ports {
        /// Puts a request on the wire. The reply is owned by the exchange from then on.
        std::function<QNetworkReply *(const QByteArray &method, const QNetworkRequest &,
                                      QIODevice *body)>
            wire;
        /// Called exactly once, last of all, maybe inside start(). The exchange may be deleted
        /// once that has returned, not before.
        std::function<void(Result<HttpReply>)> done;
        std::function<void(qint64, qint64)> progress; ///< may be empty; at most 20 times a second
    };
    HttpExchange(HttpRequest request, SecretBytes key, std::unique_ptr<Sink> sink, Ports ports);
    ~HttpExchange() override;

    void start();
    /// Ends it with Cancelled; OutcomeUnknown would be as true for a one-shot request, but who
    /// cancels does not listen any more.
    void cancel();

private:
    void sendTo(const QUrl &url);
    void takeHeaders();
    void meetSink();
    void dropReply();
    void drain();
    void conclude();
    void follow();
    void timeOut();
    void report(qint64 bytes, qint64 total);
    [[nodiscard]] Result<> takeChunk(const QByteArray &chunk);
    [[nodiscard]] Result<HttpReply> answer();
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] Error cutShort() const;
    [[nodiscard]] bool isRedirect() const;
    [[nodiscard]] bool isSurelyUnsent(QNetworkReply::NetworkError error) const;
    [[nodiscard]] Error failure(QNetworkReply::NetworkError error, const QString &text) const;
    [[nodiscard]] Error doubtful(Error error) const;
    void finish(Result<HttpReply> result);

    HttpRequest m_request;
    SecretBytes m_key;
    std::unique_ptr<Sink> m_sink;
    Ports m_ports;
    QUrl m_url; ///< where the present hop goes
    bool m_isForeign = false; ///< a redirect has left the origin: no key, no caller's headers
    int m_hops = 0;
    RequestBody m_body;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer; ///< without progress
    QElapsedTimer m_lastReport;
    QStringList m_tlsErrors;
    bool m_requestSent = false;
    bool m_hasHeaders = false;
    bool m_isSinkOpen = false;
    bool m_askedForRange = false; ///< with the present hop
    bool m_hasAskedAgain = false;
    Sink::Reception m_reception = Sink::Reception::Take;
    qint64 m_received = 0;
    HttpReply m_answer;
};
