// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct KindRow {
    ErrorKind kind;
    QLatin1StringView name;
    bool transient;
    const char *headline;
};

constexpr std::array kinds = {
    KindRow{ErrorKind::Cancelled, "cancelled"_L1, false, QT_TRANSLATE_NOOP("Error", "Cancelled")},
    KindRow{ErrorKind::Offline, "offline"_L1, true,
            QT_TRANSLATE_NOOP("Error", "The provider could not be reached")},
    KindRow{ErrorKind::Timeout, "timeout"_L1, true,
            QT_TRANSLATE_NOOP("Error", "The provider did not answer in time")},
    KindRow{ErrorKind::Tls, "tls"_L1, false,
            QT_TRANSLATE_NOOP("Error", "No secure connection could be made")},
    KindRow{ErrorKind::Unauthorised, "unauthorised"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The key was not accepted")},
    KindRow{ErrorKind::Forbidden, "forbidden"_L1, false,
            QT_TRANSLATE_NOOP("Error", "This key may not do that")},
    KindRow{ErrorKind::RateLimited, "rate_limited"_L1, true,
            QT_TRANSLATE_NOOP("Error", "The provider asks for slower requests")},
    KindRow{ErrorKind::QuotaExceeded, "quota_exceeded"_L1, false,
            QT_TRANSLATE_NOOP("Error", "A limit of the account is reached")},
    KindRow{ErrorKind::Rejected, "rejected"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The provider refused the request")},
    KindRow{ErrorKind::NotFound, "not_found"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The provider does not know this")},
    KindRow{ErrorKind::NotSupported, "not_supported"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The provider does not support this")},
    KindRow{ErrorKind::ServerFault, "server_fault"_L1, true,
            QT_TRANSLATE_NOOP("Error", "The provider has a fault")},
    KindRow{ErrorKind::BadReply, "bad_reply"_L1, true,
            QT_TRANSLATE_NOOP("Error", "The provider's answer cannot be read")},
    KindRow{ErrorKind::BadInput, "bad_input"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The input cannot be used")},
    KindRow{ErrorKind::FileChanged, "file_changed"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The file has changed or is gone")},
    KindRow{ErrorKind::Disk, "disk"_L1, false,
            QT_TRANSLATE_NOOP("Error", "A file could not be read or written")},
    KindRow{ErrorKind::Database, "database"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The library could not be used")},
    KindRow{ErrorKind::Keychain, "keychain"_L1, false,
            QT_TRANSLATE_NOOP("Error", "The keychain could not be used")},
    KindRow{ErrorKind::OutcomeUnknown, "outcome_unknown"_L1, false,
            QT_TRANSLATE_NOOP("Error", "It is not known whether the batch was created")},
};

const KindRow &row(ErrorKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

} // namespace

QString kindName(ErrorKind kind)
{
    return row(kind).name;
}

std::optional<ErrorKind> kindFromName(QStringView name)
{
    for (const KindRow &candidate : kinds)
        if (candidate.name == name)
            return candidate.kind;
    return std::nullopt;
}

bool isTransient(ErrorKind kind)
{
    return row(kind).transient;
}

QString headline(ErrorKind kind)
{
    return QCoreApplication::translate("Error", row(kind).headline);
}

QString userText(const Error &error)
{
    // Refused here, before the provider was asked.
    const bool isOurs = error.code == "same_run"_L1 || error.code == "begun"_L1;
    if (isOurs && error.httpStatus == 0)
        return error.message;
    QString text = headline(error.kind);
    if (!error.message.isEmpty())
        //: %1 is what went wrong in general, %2 the reason, often in the provider's own words
        text = QCoreApplication::translate("Error", "%1: %2").arg(text, error.message);
    if (error.line > 0 && !error.field.isEmpty())
        text = QCoreApplication::translate("Error", "%1 (line %2, field %3)")
                   .arg(text, QString::number(error.line), error.field);
    else if (error.line > 0)
        text = QCoreApplication::translate("Error", "%1 (line %2)")
                   .arg(text, QString::number(error.line));
    else if (!error.field.isEmpty())
        text = QCoreApplication::translate("Error", "%1 (field %2)").arg(text, error.field);
    if (error.httpStatus > 0)
        text = QCoreApplication::translate("Error", "%1 [HTTP %2]")
                   .arg(text, QString::number(error.httpStatus));
    return text;
}

QJsonObject toJson(const Error &error)
{
    QJsonObject object{{u"kind"_s, kindName(error.kind)}, {u"message"_s, error.message}};
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(u"detail"_s, error.detail);
    put(u"code"_s, error.code);
    put(u"request_id"_s, error.requestId);
    put(u"field"_s, error.field);
    if (error.httpStatus > 0)
        object.insert(u"http_status"_s, error.httpStatus);
    if (error.line > 0)
        object.insert(u"line"_s, error.line);
    if (error.retryAfter)
        object.insert(u"retry_after_ms"_s, qint64(error.retryAfter->count()));
    return object;
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    error.kind = kindFromName(object.value("kind"_L1).toString()).value_or(ErrorKind::BadReply);
    error.message = object.value("message"_L1).toString();
    error.detail = object.value("detail"_L1).toString();
    error.code = object.value("code"_L1).toString();
    error.requestId = object.value("request_id"_L1).toString();
    error.field = object.value("field"_L1).toString();
    error.httpStatus = object.value("http_status"_L1).toInt();
    error.line = object.value("line"_L1).toInteger();
    if (const QJsonValue wait = object.value("retry_after_ms"_L1); wait.isDouble())
        error.retryAfter = std::chrono::milliseconds(wait.toInteger());
    return error;
}
