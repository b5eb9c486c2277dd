// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

class QJsonObject;

/// The closed list of what can go wrong. Three questions are answered from the kind and nowhere
/// else: isTransient(), headline(), and kindName() for machines.
enum class ErrorKind {
    Cancelled,
    Offline, ///< no connection could be made: surely nothing was sent
    Timeout,
    Tls,
    Unauthorised,
    Forbidden,
    RateLimited, ///< 429 about request rate: the same request may be sent later
    QuotaExceeded, ///< money or a limit of live batches
    Rejected, ///< a clear refusal of this request (400, 409, 413, 422 ...)
    NotFound,
    NotSupported, ///< 501, or a provider without this call
    ServerFault,
    BadReply, ///< an answer that cannot be read, or is cut short
    BadInput, ///< the user's file or fields
    FileChanged,
    Disk,
    Database,
    Keychain,
    OutcomeUnknown, ///< a paid call may or may not have had an effect
};

/// One failure, as a value. message is a short reason in plain words (the provider's own where
/// there is one); detail is the server's raw text, capped and redacted. No secret is ever in it.
struct Error {
    ErrorKind kind = ErrorKind::BadReply;
    QString message;
    QString detail;
    QString code; ///< the provider's error code, as text
    QString requestId; ///< the provider's id of the failed request, for its support
    int httpStatus = 0; ///< 0: no HTTP answer
    qint64 line = 0; ///< from 1; 0: not about a line
    QString field; ///< JSON path of the field at fault, or empty
    std::optional<std::chrono::milliseconds> retryAfter;

    bool operator==(const Error &) const = default;
};
Q_DECLARE_METATYPE(Error)

/// The name used in JSON output and in the database, such as "rate_limited".
[[nodiscard]] QString kindName(ErrorKind kind);
[[nodiscard]] std::optional<ErrorKind> kindFromName(QStringView name);

/// True where asking the same (repeatable) thing again later may help.
[[nodiscard]] bool isTransient(ErrorKind kind);

/// A few translated words for the kind: "The key was not accepted".
[[nodiscard]] QString headline(ErrorKind kind);

/// The sentence people read: headline, reason, code, line and field where there are any.
[[nodiscard]] QString userText(const Error &error);

/// Both directions of the stored form (the JSON object of an error in commands.md plus detail).

[[nodiscard]] QJsonObject toJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QJsonObject &object);
