// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/result.h"
#include "net/httpreply.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

/// The few readers every dialect uses. All are
/// pure and accept any bytes.
namespace json {

/// A control reply (small) as an object, unwrapped from {"job":{}}, {"batch":{}}, {"data":{}}.
/// BadReply for HTML, empty, cut or non-object bodies, with the first words of it in detail.
[[nodiscard]] Result<QJsonObject> object(const HttpReply &reply);

/// Text of a string member; "" and null are none. Numbers give their text.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView key);
/// Numbers and numeric strings.
[[nodiscard]] std::optional<qint64> integer(const QJsonValue &value);
/// Unix seconds, RFC 3339 with 0 to 9 fractional digits and offsets, bare dates, numeric strings;
/// "", null and 0 are none. UTC.
[[nodiscard]] QDateTime time(const QJsonValue &value);

struct Status {
    BatchState state = BatchState::Running;
    bool known = true;
};
/// The table of raw status words, normalised first. An unknown word is running, known = false.
[[nodiscard]] Status status(QStringView raw);

/// request_counts {total, completed, failed}, or flat *_count members; null anywhere is none.
[[nodiscard]] RequestCounts counts(const QJsonObject &batch);
/// errors as null, {data:[]}, an array of objects or strings, or one string; errors_detail too.
[[nodiscard]] QList<BatchFault> faults(const QJsonObject &batch);

/// error.message, error (string) with message, detail (string or array), message,
/// errors[0].message, title, then the first 500 characters of text. Fills kind from the status.
[[nodiscard]] Error error(const HttpReply &reply);

/// Appends text as a JSON string with quotes.
void appendString(QByteArray &out, QStringView text);

} // namespace json
