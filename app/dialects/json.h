// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/result.h"
#include "net/httpreply.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <optional>

/// The few readers of control replies that every dialect uses. All are pure and accept any bytes.
/// Control replies are small and only looked at; request and result lines are never read this way
/// (see scan.h).
namespace json {

/// A control reply as JSON. BadReply for HTML, empty or cut bodies, in words.
[[nodiscard]] Result<QJsonDocument> document(const HttpReply &reply);
/// As an object, unwrapped from {"job":{}}, {"batch":{}}, {"data":{}}. BadReply for other JSON.
[[nodiscard]] Result<QJsonObject> object(const HttpReply &reply);

/// The rows of a list, and what stands around them.
struct Listed {
    QJsonObject envelope; ///< empty where the answer is the array itself
    QJsonArray rows;
};
/// In an array, or in {"data":[]} or {NAME:[]}; null is an empty list. BadReply in these words for
/// anything else.
[[nodiscard]] Result<Listed> list(const HttpReply &reply, QLatin1StringView name,
                                  const QString &words);

/// Text of a string member; "" and null are none. Numbers give their text.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView key);
[[nodiscard]] QString text(const QJsonValue &value);
/// Numbers and numeric strings.
[[nodiscard]] std::optional<qint64> integer(const QJsonValue &value);
/// Unix seconds (or milliseconds), RFC 3339 with 0 to 9 fractional digits and offsets, bare dates,
/// numeric strings; "", null and 0 are none. UTC.
[[nodiscard]] QDateTime time(const QJsonValue &value);

struct Status {
    BatchState state = BatchState::Running;
    bool known = true;
};
/// The table of raw status words, normalised first. An unknown word is running, known = false.
[[nodiscard]] Status status(QStringView raw);

/// request_counts {total, completed, failed}, flat *_count and *_requests members, or what some
/// providers have an object of their own for; null anywhere is none.
[[nodiscard]] RequestCounts counts(const QJsonObject &batch);
/// errors as null, {data:[]}, an array of objects or strings, or one string; errors_detail and
/// error too. At most 1,000.
[[nodiscard]] QList<BatchFault> faults(const QJsonObject &batch);

/// What an answer that is no success says: error.message, error (string) with message, detail
/// (string or array), message, errors[0].message, title, then the first 500 characters of text.
/// kind comes from the status and the code; line and field from loc; detail is the raw text, at
/// most 4 KiB and not yet redacted. A 2xx is BadReply.
[[nodiscard]] Error error(const HttpReply &reply);
/// A 2xx that cannot be used, with words of ours.
[[nodiscard]] Error badReply(const HttpReply &reply, const QString &words);
/// x-request-id, request-id, x-ms-request-id, or request_id of the body.
[[nodiscard]] QString requestId(const HttpReply &reply, const QJsonObject &body = {});

/// Appends text as a JSON string with quotes, in UTF-8.
void appendString(QByteArray &out, QStringView text);

} // namespace json
