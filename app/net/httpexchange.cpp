// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpexchange.h"

#include "net/keyecho.h"
#include "net/oneshotbody.h"
#include "net/origin.h"
#include "net/redact.h"
#include "net/wireerror.h"
#include "net/wirerequest.h"

#include <QCoreApplication>
#include <QSslError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHops = 5;
constexpr int rangeNotSatisfiable = 416;
constexpr qint64 errorBodyCap = 64 * 1024;
constexpr qint64 headerCap = 256 * 1024;
constexpr qint64 readBuffer = 1024 * 1024;
constexpr qint64 chunkSize = 64 * 1024;
constexpr qint64 bigUpload = 64 * 1024;

QString words(const char *text)
{
    return QCoreApplication::translate("HttpClient", text);
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, SecretBytes key, std::unique_ptr<Sink> sink,
                           Ports ports)
    : m_request(std::move(request))
    , m_key(std::move(key))
    , m_sink(std::move(sink))
    , m_ports(std::move(ports))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_request.timeout);
    connect(&m_timer, &QTimer::timeout, this, &HttpExchange::timeOut);
}

HttpExchange::~HttpExchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply; // before the body it reads from
    }
}

void HttpExchange::start()
{
    m_request.url = wireUrl(m_request);
    if (const Result<> checked = checkRequest(m_request, m_key); !checked)
        return finish(Failure(checked.error()));
    sendTo(m_request.url);
}

void HttpExchange::cancel()
{
    finish(Failure(Error{.kind = ErrorKind::Cancelled}));
}

void HttpExchange::sendTo(const QUrl &url)
{
    m_url = url;
    Result<RequestBody> body = RequestBody::of(m_request);
    if (!body)
        return finish(Failure(body.error()));
    m_body = std::move(*body);
    QNetworkRequest wire
        = wireRequest(m_request, m_url, m_key, m_isForeign ? Audience::Foreign : Audience::Origin);
    if (m_body.device()) {
        wire.setHeader(QNetworkRequest::ContentTypeHeader,
                       m_request.contentType.isEmpty() ? "application/octet-stream"_ba
                                                       : m_request.contentType);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, m_body.length());
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    const auto ours = m_sink->headers();
    m_askedForRange = !ours.isEmpty();
    for (const auto &[name, value] : ours)
        wire.setRawHeader(name, value);
    m_reply = m_ports.wire(m_request.method, wire, m_body.device());
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::drain);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors.append(error.errorString());
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        m_timer.start();
        if (m_body.length() >= bigUpload && sent > 0)
            report(sent, m_body.length()); // Qt knows no length of a sequential device
    });
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 bytes, qint64 total) {
        const qint64 before = m_sink ? m_sink->offset() : 0;
        if (m_body.length() < bigUpload)
            report(before + bytes, total < 0 ? total : before + total);
    });
    m_timer.start();
}

void HttpExchange::report(qint64 bytes, qint64 total)
{
    if (!m_ports.progress || (m_lastReport.isValid() && m_lastReport.elapsed() < 50))
        return;
    m_lastReport.start();
    m_ports.progress(bytes, total);
}

void HttpExchange::takeHeaders()
{
    m_timer.start();
    if (m_hasHeaders)
        return;
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_answer.status == 0)
        return;
    m_hasHeaders = true;
    qint64 size = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        size += name.size() + value.size() + 4;
        m_answer.headers.append({name.toLower(), value});
    }
    // Of a header that is too large Qt shows nothing at all, not even the length of the body.
    if (size > headerCap || (size == 0 && m_answer.isSuccess()))
        return finish(Failure(doubtful(
            Error{.kind = ErrorKind::BadReply,
                  .message = words(QT_TRANSLATE_NOOP(
                      "HttpClient", "the header of the answer is too large or cannot be read")),
                  .httpStatus = m_answer.status})));
    meetSink();
}

/// What the sink makes of the answer, before its first byte.
void HttpExchange::meetSink()
{
    const bool isOurs = m_request.method == "GET"
        && (m_answer.isSuccess() || (m_answer.status == rangeNotSatisfiable && m_askedForRange));
    if (!isOurs)
        return;
    HttpReply head{.status = m_answer.status, .headers = m_answer.headers};
    // It would be stored with a part of the file, and sent back to wherever a redirect leads.
    head.headers.removeIf([this](const auto &header) {
        return header.first == "etag" && KeyEcho(m_key).isIn(header.second);
    });
    const Result<Sink::Reception> met = m_sink->meet(head);
    if (!met)
        return finish(Failure(met.error()));
    m_reception = *met;
    if (m_reception != Sink::Reception::Again)
        return;
    if (std::exchange(m_hasAskedAgain, true))
        return finish(
            Failure(Error{.kind = ErrorKind::BadReply,
                          .message = words(QT_TRANSLATE_NOOP(
                              "HttpClient", "the server sends other parts than it is asked for")),
                          .httpStatus = m_answer.status}));
    dropReply();
    // Later: this may be on the stack of the very reply.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_ports.done)
                sendTo(m_url);
        },
        Qt::QueuedConnection);
}

/// Nothing more is heard of it; its headers are forgotten.
void HttpExchange::dropReply()
{
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    m_hasHeaders = false;
    m_received = 0;
    m_answer = {};
}

void HttpExchange::drain()
{
    takeHeaders();
    while (m_ports.done && m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray chunk = m_reply->read(chunkSize);
        if (chunk.isEmpty())
            return;
        if (const Result<> taken = takeChunk(chunk); !taken)
            return finish(Failure(taken.error()));
        if (!m_answer.isSuccess() && m_answer.body.size() >= errorBodyCap)
            return conclude(); // the rest of an error page is of no interest
    }
}

Result<> HttpExchange::takeChunk(const QByteArray &chunk)
{
    m_timer.start();
    m_received += chunk.size();
    if (!m_answer.isSuccess()) {
        m_answer.body.append(
            chunk.first(std::min(chunk.size(), errorBodyCap - m_answer.body.size())));
        return {};
    }
    if (!m_isSinkOpen) {
        if (const Result<> begun = m_sink->begin(); !begun)
            return Failure(doubtful(begun.error()));
        m_isSinkOpen = true;
    }
    if (const Result<> written = m_sink->write(chunk); !written)
        return Failure(doubtful(written.error()));
    return {};
}

bool HttpExchange::isRedirect() const
{
    switch (m_answer.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308: return !m_answer.header("location").isEmpty();
    default: return false;
    }
}

void HttpExchange::conclude()
{
    if (m_reply->isFinished())
        drain();
    if (!m_ports.done || !m_reply)
        return; // over, or asked once more
    if (!m_hasHeaders)
        return finish(Failure(failure(m_reply->error(), m_reply->errorString())));
    if (isRedirect())
        return follow();
    finish(answer());
}

void HttpExchange::follow()
{
    if (m_request.method != "GET" && m_request.method != "HEAD")
        return finish(Failure(doubtful(
            Error{.kind = ErrorKind::BadReply,
                  .message = words(QT_TRANSLATE_NOOP(
                      "HttpClient", "the address redirects elsewhere; check the base URL")),
                  .httpStatus = m_answer.status})));
    if (++m_hops > mostHops)
        return finish(
            Failure(Error{.kind = ErrorKind::BadReply,
                          .message = words(QT_TRANSLATE_NOOP("HttpClient", "too many redirects")),
                          .httpStatus = m_answer.status}));
    const Result<QUrl> target = redirectTarget(m_url, m_answer.header("location"));
    if (!target) {
        Error error = target.error();
        error.httpStatus = m_answer.status;
        return finish(Failure(error));
    }
    // Once outside always outside: a way back could be of the other's making.
    m_isForeign = m_isForeign || !isSameOrigin(m_url, *target);
    // A server that quotes the key in the address would have us carry it there.
    if (m_isForeign && KeyEcho(m_key).isIn(target->toEncoded()))
        return finish(Failure(Error{
            .kind = ErrorKind::BadReply,
            .message = words(QT_TRANSLATE_NOOP("HttpClient",
                                               "the answer redirects elsewhere with the key in the "
                                               "address, which was not followed")),
            .httpStatus = m_answer.status}));
    dropReply();
    sendTo(*target);
}

/// Qt reports a body shorter than its Content-Length, but only where it read the length itself.
bool HttpExchange::isCut() const
{
    const QByteArray length = m_answer.header("content-length").trimmed();
    const bool isShort = !length.isEmpty() && length.toLongLong() != m_received
        && m_request.method != "HEAD" && m_answer.status != 204;
    // At the end of a connection Qt finds that it cannot send a one-shot body again, also where the
    // end of the connection is the end of the answer. The body is here by then (measured).
    const bool endedByClose = m_body.oneShot()
        && m_reply->error() == QNetworkReply::ContentReSendError
        && m_answer.header("transfer-encoding").isEmpty();
    return isShort || (m_reply->error() != QNetworkReply::NoError && !endedByClose);
}

Error HttpExchange::cutShort() const
{
    return doubtful(
        Error{.kind = ErrorKind::BadReply,
              .message = words(QT_TRANSLATE_NOOP("HttpClient", "the answer was cut short")),
              .detail = redact(m_reply->errorString()),
              .httpStatus = m_answer.status});
}

Result<HttpReply> HttpExchange::answer()
{
    if (m_reception == Sink::Reception::Whole)
        m_answer = HttpReply{.status = 200}; // its page says that nothing was left to send
    else if (!m_answer.isSuccess())
        return std::move(m_answer); // what the server said counts, even if the page was cut
    else if (isCut())
        return Failure(cutShort());
    if (const QByteArray encoding = m_answer.header("content-encoding").trimmed().toLower();
        !encoding.isEmpty() && encoding != "identity")
        return Failure(
            doubtful(Error{.kind = ErrorKind::BadReply,
                           .message = words(QT_TRANSLATE_NOOP(
                               "HttpClient", "the answer is compressed, which was not asked for")),
                           .httpStatus = m_answer.status}));
    if (!m_isSinkOpen)
        if (const Result<> begun = m_sink->begin(); !begun)
            return Failure(doubtful(begun.error()));
    if (const Result<> committed = m_sink->commit(m_answer); !committed)
        return Failure(doubtful(committed.error()));
    return std::move(m_answer);
}

bool HttpExchange::isSurelyUnsent(QNetworkReply::NetworkError error) const
{
    const OneShotBody *const body = m_body.oneShot();
    if (m_requestSent || m_hasHeaders || !body || body->bytesTaken() > 0)
        return false;
    return isConnectPhase(error) || (body->contentLength() > 0 && isOftenConnectPhase(error));
}

Error HttpExchange::failure(QNetworkReply::NetworkError error, const QString &text) const
{
    Error result{.kind = kindOf(error), .detail = redact(text)};
    const QString reason = m_tlsErrors.isEmpty() ? text : m_tlsErrors.join(u"; "_s);
    //: %1 is a host name, %2 the reason, often in the system's words
    result.message = QCoreApplication::translate("HttpClient", "%1: %2")
                         .arg(m_url.host(), redact(reason, 500));
    if (const OneShotBody *const body = m_body.oneShot(); body && body->isBroken()) {
        result.kind = ErrorKind::FileChanged;
        result.message = QCoreApplication::translate("HttpClient", "%1 cannot be read: %2")
                             .arg(m_request.bodyFile, body->errorString());
        return result; // what was sent is shorter than announced and can never be carried out
    }
    if (m_request.oneShot && isSurelyUnsent(error)) {
        if (result.kind != ErrorKind::Tls)
            result.kind = ErrorKind::Offline;
        return result;
    }
    return doubtful(result);
}

/// For a one-shot request everything that is not a clear answer leaves the outcome open.
Error HttpExchange::doubtful(Error error) const
{
    if (m_request.oneShot)
        error.kind = ErrorKind::OutcomeUnknown;
    return error;
}

void HttpExchange::timeOut()
{
    if (m_hasHeaders && !m_answer.isSuccess())
        return conclude(); // the answer is known, only its page is late
    const auto seconds = std::chrono::duration<double>(m_request.timeout).count();
    Error error
        = failure(QNetworkReply::TimeoutError,
                  QCoreApplication::translate("HttpClient", "no answer within %1 s").arg(seconds));
    finish(Failure(error));
}

void HttpExchange::finish(Result<HttpReply> result)
{
    if (!m_ports.done)
        return;
    m_timer.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    m_sink.reset(); // whoever hears of a failure finds no part of a file
    KeyEcho(m_key).hideIn(result);
    const auto done = std::exchange(m_ports.done, nullptr);
    done(std::move(result));
}

#include "moc_httpexchange.cpp"
