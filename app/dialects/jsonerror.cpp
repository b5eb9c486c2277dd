// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of json.h that reads replies which are no success.
#include "dialects/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxDetail = 4'096;
constexpr qsizetype maxText = 500;

QString rawText(const HttpReply &reply)
{
    return QString::fromUtf8(reply.body.first(std::min(reply.body.size(), maxDetail)));
}

bool isHtml(const HttpReply &reply)
{
    return reply.header("content-type").trimmed().toLower().startsWith("text/html")
        || reply.body.trimmed().startsWith('<');
}

/// A page's words without its tags.
QString pageText(QString page)
{
    static const QRegularExpression unseen(u"<(script|style)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    return page.remove(unseen).replace(tag, u" "_s).simplified();
}

ErrorKind kindFrom(int status, const QString &code)
{
    if (status == 429) {
        // Waiting alone does not lift these.
        for (const QLatin1StringView quota :
             {"batch_limit_exceeded"_L1, "insufficient_quota"_L1, "billing_hard_limit_reached"_L1,
              "spend_limit_exceeded"_L1})
            if (code == quota)
                return ErrorKind::QuotaExceeded;
        return ErrorKind::RateLimited;
    }
    switch (status) {
    case 401: return ErrorKind::Unauthorised;
    case 402: return ErrorKind::QuotaExceeded;
    case 403: return ErrorKind::Forbidden;
    case 404:
    case 410: return ErrorKind::NotFound;
    case 408: return ErrorKind::Timeout;
    case 425: return ErrorKind::RateLimited;
    case 501: return ErrorKind::NotSupported;
    default: break;
    }
    if (status >= 500)
        return ErrorKind::ServerFault;
    return status >= 400 ? ErrorKind::Rejected : ErrorKind::BadReply;
}

/// loc ["body", "requests", 0, "body", "model"] is line 1, field body.model.
void takeLocation(const QJsonArray &loc, Error &error)
{
    qsizetype at = 0;
    if (loc.size() > 1 && loc[0].toString() == "body"_L1)
        at = 1;
    if (loc.size() > at + 1 && loc[at].toString() == "requests"_L1 && loc[at + 1].isDouble()) {
        error.line = std::max<qint64>(loc[at + 1].toInteger(), 0) + 1;
        at += 2;
    }
    QString field;
    for (; at < loc.size(); ++at) {
        if (loc[at].isDouble())
            field += u'[' + QString::number(loc[at].toInteger()) + u']';
        else
            field += (field.isEmpty() ? u""_s : u"."_s) + loc[at].toString();
    }
    error.field = field;
}

/// The list of a validator (FastAPI's detail, or error.details). True where it was one.
bool takeValidation(const QJsonArray &list, Error &error)
{
    qsizetype faults = 0;
    for (const QJsonValue &element : list) {
        const QJsonObject fault = element.toObject();
        if (!fault.contains("loc"_L1) && !fault.contains("msg"_L1))
            continue;
        if (++faults > 1)
            continue;
        takeLocation(fault.value("loc"_L1).toArray(), error);
        if (error.message.isEmpty())
            error.message = json::text(fault, "msg"_L1);
    }
    // Counted beforehand: lupdate 6.8 never comes back from a subtraction in a plural.
    const int others = int(faults) - 1;
    if (others > 0)
        //: %1 is the first fault that a provider found in a request
        error.message = QCoreApplication::translate("Reply", "%1 (and %n more)", nullptr, others)
                            .arg(error.message);
    if (faults > 0 && error.code.isEmpty())
        error.code = u"validation_error"_s;
    return faults > 0;
}

void takeEnvelope(const QJsonObject &inner, Error &error)
{
    error.message = json::text(inner, "message"_L1);
    error.code = json::text(inner, "code"_L1);
    error.field = json::text(inner, "param"_L1);
    if (error.message.isEmpty())
        error.message = json::text(inner, "detail"_L1);
    takeValidation(inner.value("details"_L1).toArray(), error);
}

void takeDetail(const QJsonValue &detail, Error &error)
{
    if (detail.isArray()) {
        if (!takeValidation(detail.toArray(), error))
            error.message = json::text(detail.toArray().first());
    } else if (detail.isObject()) {
        takeEnvelope(detail.toObject(), error);
    } else {
        error.message = json::text(detail);
    }
}

/// The shapes met in the wild, the most usual first. The first that gives words wins.
void takeWords(const QJsonObject &body, Error &error)
{
    const QJsonValue inner = body.value("error"_L1);
    if (inner.isObject()) {
        takeEnvelope(inner.toObject(), error);
    } else if (inner.isString()) {
        error.message = json::text(body, "message"_L1);
        // {"error":"invalid_key","message":"..."}: then the first is a code.
        if (error.message.isEmpty())
            error.message = inner.toString();
        else if (!inner.toString().contains(u' '))
            error.code = inner.toString();
    }
    if (error.message.isEmpty())
        takeDetail(body.value("detail"_L1), error);
    if (error.message.isEmpty())
        error.message = json::text(body, "message"_L1);
    if (error.message.isEmpty()) {
        const QList<BatchFault> faults = json::faults({{u"errors"_s, body.value("errors"_L1)}});
        if (!faults.isEmpty()) {
            error.message = faults.first().message;
            error.code = faults.first().code;
            error.field = faults.first().param;
            error.line = faults.first().line;
        }
    }
    if (error.message.isEmpty())
        error.message = json::text(body, "title"_L1);
    if (error.code.isEmpty())
        error.code = json::text(body, "code"_L1);
}

/// JSON of an answer, also where it is the one element of an array.
std::optional<QJsonObject> parsed(const HttpReply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isArray())
        return document.array().first().toObject();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString emptyWords()
{
    return QCoreApplication::translate("Reply", "The answer is empty");
}

} // namespace

namespace json {

QString requestId(const HttpReply &reply, const QJsonObject &body)
{
    for (const char *name : {"x-request-id", "request-id", "x-ms-request-id"})
        if (const QByteArray value = reply.header(name).trimmed(); !value.isEmpty())
            return QString::fromUtf8(value);
    if (const QString id = text(body, "request_id"_L1); !id.isEmpty())
        return id;
    return text(body.value("error"_L1).toObject(), "request_id"_L1);
}

Error badReply(const HttpReply &reply, const QString &words)
{
    return {.kind = ErrorKind::BadReply,
            .message = words,
            .detail = rawText(reply),
            .requestId = requestId(reply),
            .httpStatus = reply.status};
}

Error error(const HttpReply &reply)
{
    Error error{.detail = rawText(reply), .httpStatus = reply.status};
    const std::optional<QJsonObject> body = parsed(reply);
    if (body)
        takeWords(*body, error);
    error.kind = kindFrom(reply.status, error.code);
    error.requestId = requestId(reply, body.value_or(QJsonObject()));
    if (!error.message.isEmpty())
        return error;
    if (reply.isSuccess() && isHtml(reply))
        error.message
            = QCoreApplication::translate("Reply", "The answer is a web page where data should be");
    else if (isHtml(reply))
        error.message = pageText(rawText(reply)).left(maxText);
    else if (reply.isSuccess() && !body && !reply.body.trimmed().isEmpty())
        error.message
            = QCoreApplication::translate("Reply", "The answer is cut short or is not JSON");
    else
        error.message = rawText(reply).simplified().left(maxText);
    if (error.message == "{}"_L1)
        error.message.clear();
    // Of other answers the status says enough.
    if (error.message.isEmpty() && reply.isSuccess())
        error.message = emptyWords();
    return error;
}

Result<QJsonDocument> document(const HttpReply &reply)
{
    if (reply.body.trimmed().isEmpty())
        return Failure(badReply(reply, emptyWords()));
    if (isHtml(reply))
        return Failure(badReply(
            reply,
            QCoreApplication::translate("Reply", "The answer is a web page where data should be")));
    QJsonParseError fault;
    QJsonDocument document = QJsonDocument::fromJson(reply.body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Failure(badReply(
            reply, QCoreApplication::translate("Reply", "The answer is cut short or is not JSON")));
    return document;
}

Result<QJsonObject> object(const HttpReply &reply)
{
    const Result<QJsonDocument> read = document(reply);
    if (!read)
        return Failure(read.error());
    if (!read->isObject())
        return Failure(badReply(reply,
                                QCoreApplication::translate(
                                    "Reply", "The answer is not the JSON object it should be")));
    QJsonObject object = read->object();
    if (object.contains("id"_L1) || object.contains("batch_id"_L1))
        return object;
    for (const QLatin1StringView wrapper : {"job"_L1, "batch"_L1, "data"_L1})
        if (const QJsonValue inner = object.value(wrapper); inner.isObject())
            return inner.toObject();
    return object;
}

Result<Listed> list(const HttpReply &reply, QLatin1StringView name, const QString &words)
{
    const Result<QJsonDocument> read = document(reply);
    if (!read)
        return Failure(read.error());
    if (read->isArray())
        return Listed{.envelope = {}, .rows = read->array()};
    const QJsonObject envelope = read->object();
    const QJsonValue data = envelope.value("data"_L1);
    const QJsonValue rows = data.isUndefined() ? envelope.value(name) : data;
    if (!rows.isArray() && !rows.isNull())
        return Failure(badReply(reply, words));
    return Listed{.envelope = envelope, .rows = rows.toArray()};
}

} // namespace json
