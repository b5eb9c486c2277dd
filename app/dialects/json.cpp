// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/json.h"

#include <QJsonArray>
#include <QTimeZone>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFaults = 1'000;

struct StatusRow {
    QLatin1StringView raw;
    BatchState state;
};

constexpr std::array statusTable = {
    StatusRow{"created"_L1, BatchState::Draft},
    StatusRow{"draft"_L1, BatchState::Draft},
    StatusRow{"new"_L1, BatchState::Draft},
    StatusRow{"uploading"_L1, BatchState::Uploading},
    StatusRow{"creating"_L1, BatchState::Uploading},
    StatusRow{"creating_input_dataset"_L1, BatchState::Uploading},
    StatusRow{"validating"_L1, BatchState::Validating},
    StatusRow{"validation"_L1, BatchState::Validating},
    StatusRow{"pending"_L1, BatchState::Queued},
    StatusRow{"queued"_L1, BatchState::Queued},
    StatusRow{"in_queue"_L1, BatchState::Queued},
    StatusRow{"submitted"_L1, BatchState::Queued},
    StatusRow{"scheduled"_L1, BatchState::Queued},
    StatusRow{"paused"_L1, BatchState::Queued},
    StatusRow{"idle"_L1, BatchState::Queued},
    StatusRow{"re_queueing"_L1, BatchState::Queued},
    StatusRow{"in_progress"_L1, BatchState::Running},
    StatusRow{"progress"_L1, BatchState::Running},
    StatusRow{"processing"_L1, BatchState::Running},
    StatusRow{"running"_L1, BatchState::Running},
    StatusRow{"started"_L1, BatchState::Running},
    StatusRow{"active"_L1, BatchState::Running},
    StatusRow{"finalizing"_L1, BatchState::Finalizing},
    StatusRow{"finalising"_L1, BatchState::Finalizing},
    StatusRow{"writing_results"_L1, BatchState::Finalizing},
    StatusRow{"completed"_L1, BatchState::Completed},
    StatusRow{"complete"_L1, BatchState::Completed},
    StatusRow{"success"_L1, BatchState::Completed},
    StatusRow{"succeeded"_L1, BatchState::Completed},
    StatusRow{"finished"_L1, BatchState::Completed},
    StatusRow{"done"_L1, BatchState::Completed},
    StatusRow{"processed"_L1, BatchState::Completed},
    StatusRow{"failed"_L1, BatchState::Failed},
    StatusRow{"failure"_L1, BatchState::Failed},
    StatusRow{"error"_L1, BatchState::Failed},
    StatusRow{"errored"_L1, BatchState::Failed},
    StatusRow{"invalid"_L1, BatchState::Failed},
    StatusRow{"expired"_L1, BatchState::Expired},
    StatusRow{"timeout"_L1, BatchState::Expired},
    StatusRow{"timed_out"_L1, BatchState::Expired},
    StatusRow{"timeout_exceeded"_L1, BatchState::Expired},
    StatusRow{"cancelling"_L1, BatchState::Cancelling},
    StatusRow{"canceling"_L1, BatchState::Cancelling},
    StatusRow{"cancellation_requested"_L1, BatchState::Cancelling},
    StatusRow{"cancel_requested"_L1, BatchState::Cancelling},
    StatusRow{"cancelled"_L1, BatchState::Cancelled},
    StatusRow{"canceled"_L1, BatchState::Cancelled},
    StatusRow{"aborted"_L1, BatchState::Cancelled},
};

QString normalisedStatus(QStringView raw)
{
    QString word = raw.trimmed().toString().toLower();
    word.replace(u'-', u'_').replace(u' ', u'_');
    for (const QLatin1StringView prefix :
         {"job_state_"_L1, "batch_state_"_L1, "batch_status_"_L1}) {
        if (word.startsWith(prefix)) {
            word.remove(0, prefix.size());
            break;
        }
    }
    return word;
}

QDateTime fromUnix(double seconds)
{
    // Nothing is older than the epoch or later than the year 5138; what is beyond is milliseconds.
    constexpr double milliseconds = 1e11;
    const double value = seconds >= milliseconds ? seconds : seconds * 1'000;
    if (!(value > 0) || value > 2.5e14)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(value), QTimeZone::UTC);
}

/// Z, +02:00, +0200, +02, or nothing for UTC.
std::optional<int> offsetSeconds(QStringView zone)
{
    if (zone.isEmpty() || zone == u"Z" || zone == u"z")
        return 0;
    const bool east = zone.front() == u'+';
    if (!east && zone.front() != u'-')
        return std::nullopt;
    const QString digits = zone.mid(1).toString().remove(u':');
    if (digits.size() != 2 && digits.size() != 4)
        return std::nullopt;
    bool ok = false;
    const int number = digits.leftJustified(4, u'0').toInt(&ok);
    const int seconds = (number / 100 * 60 + number % 100) * 60;
    return ok ? std::optional(east ? seconds : -seconds) : std::nullopt;
}

/// By hand: Qt's ISO reader rounds long fractions, and seven to nine digits are common.
QDateTime fromIso(QStringView text)
{
    const QDate date = QDate::fromString(text.left(10).toString(), Qt::ISODate);
    if (!date.isValid())
        return {};
    if (text.size() == 10)
        return QDateTime(date, QTime(0, 0), QTimeZone::UTC);
    const QTime time = QTime::fromString(text.mid(11, 8).toString(), u"HH:mm:ss"_s);
    if (!time.isValid())
        return {};
    QStringView rest = text.mid(19);
    int milliseconds = 0;
    if (rest.startsWith(u'.') || rest.startsWith(u',')) {
        qsizetype end = 1;
        while (end < rest.size() && rest[end].isDigit())
            ++end;
        milliseconds = rest.mid(1, std::min<qsizetype>(end - 1, 3))
                           .toString()
                           .leftJustified(3, u'0')
                           .toInt();
        rest = rest.mid(end);
    }
    const std::optional<int> offset = offsetSeconds(rest.trimmed());
    if (!offset)
        return {};
    return QDateTime(date, time.addMSecs(milliseconds), QTimeZone::UTC).addSecs(-*offset);
}

std::optional<qint64> firstOf(const QJsonObject &object,
                              std::initializer_list<QLatin1StringView> keys)
{
    constexpr qint64 most = 1'000'000'000'000; // more than that nobody counts, and sums must hold
    for (const QLatin1StringView key : keys)
        if (const std::optional<qint64> value = json::integer(object.value(key));
            value && *value >= 0 && *value <= most)
            return value;
    return std::nullopt;
}

BatchFault faultFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return {.message = json::text(value)};
    const QJsonObject object = value.toObject();
    BatchFault fault{.code = json::text(object, "code"_L1),
                     .message = json::text(object, "message"_L1),
                     .param = json::text(object, "param"_L1)};
    if (fault.code.isEmpty())
        fault.code = json::text(object, "type"_L1);
    for (const QLatin1StringView key : {"detail"_L1, "msg"_L1, "error"_L1})
        if (fault.message.isEmpty())
            fault.message = json::text(object, key);
    fault.line = std::max<qint64>(json::integer(object.value("line"_L1)).value_or(0), 0);
    return fault;
}

void appendFaults(const QJsonValue &value, QList<BatchFault> &faults)
{
    if (value.isObject() && value.toObject().contains("data"_L1)) {
        appendFaults(value.toObject().value("data"_L1), faults);
        return;
    }
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &element : list) {
        const BatchFault fault = faultFrom(element);
        if (fault != BatchFault() && faults.size() < maxFaults && !faults.contains(fault))
            faults.append(fault);
    }
}

} // namespace

namespace json {

QString text(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        return whole == std::numeric_limits<qint64>::min() ? QString::number(value.toDouble())
                                                           : QString::number(whole);
    }
    return value.toString();
}

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return text(object.value(key));
}

std::optional<qint64> integer(const QJsonValue &value)
{
    bool ok = false;
    if (value.isString()) {
        const qint64 number = value.toString().trimmed().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    return number == none ? std::nullopt : std::optional(number);
}

QDateTime time(const QJsonValue &value)
{
    if (value.isDouble())
        return fromUnix(value.toDouble());
    const QString text = value.toString().trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    return isNumber ? fromUnix(seconds) : fromIso(text);
}

Status status(QStringView raw)
{
    const QString word = normalisedStatus(raw);
    for (const StatusRow &row : statusTable)
        if (row.raw == word)
            return {row.state, true};
    return {BatchState::Running, false};
}

RequestCounts counts(const QJsonObject &batch)
{
    const QJsonObject nested = batch.value("request_counts"_L1).toObject();
    RequestCounts counts{
        .total
        = firstOf(batch, {"total_count"_L1, "request_count"_L1, "total_requests"_L1, "total"_L1}),
        .succeeded = firstOf(
            batch,
            {"succeeded_count"_L1, "succeeded_requests"_L1, "completed_count"_L1, "completed"_L1}),
        .failed = firstOf(batch, {"failed_count"_L1, "failed_requests"_L1, "failed"_L1}),
    };
    // Gemini, Fireworks and xAI have an object of their own.
    for (const QJsonValue &holder : {batch.value("metadata"_L1)["batchStats"_L1],
                                     batch.value("jobProgress"_L1), batch.value("state"_L1)}) {
        const QJsonObject own = holder.toObject();
        counts.merge({
            .total = firstOf(own, {"requestCount"_L1, "totalInputRequests"_L1, "num_requests"_L1}),
            .succeeded = firstOf(own,
                                 {"successfulRequestCount"_L1, "successfullyProcessedRequests"_L1,
                                  "num_success"_L1}),
            .failed = firstOf(own, {"failedRequestCount"_L1, "failedRequests"_L1, "num_error"_L1}),
            .cancelled = firstOf(own, {"num_cancelled"_L1}),
            .pending = firstOf(own, {"pendingRequestCount"_L1, "num_pending"_L1}),
        });
    }
    counts.merge({
        .total = firstOf(nested, {"total"_L1}),
        .succeeded = firstOf(nested, {"completed"_L1, "succeeded"_L1}),
        .failed = firstOf(nested, {"failed"_L1, "errored"_L1}),
        .cancelled = firstOf(nested, {"cancelled"_L1, "canceled"_L1}),
        .expired = firstOf(nested, {"expired"_L1}),
        .pending = firstOf(nested, {"pending"_L1, "processing"_L1}),
    });
    return counts;
}

QList<BatchFault> faults(const QJsonObject &batch)
{
    QList<BatchFault> faults;
    for (const QLatin1StringView key : {"errors"_L1, "errors_detail"_L1, "error"_L1})
        appendFaults(batch.value(key), faults);
    return faults;
}

void appendString(QByteArray &out, QStringView text)
{
    constexpr char hex[] = "0123456789abcdef";
    const auto unit = [&out, &hex](char16_t c) {
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += hex[(c >> shift) & 0xf];
    };
    out += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\\') {
            out += '\\';
            out += char(c.unicode());
        } else if (c.unicode() < 0x20) {
            unit(c.unicode());
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += text.mid(i, 2).toUtf8();
            ++i;
        } else if (c.isSurrogate()) {
            // UTF-8 has no form for half a character.
            unit(c.unicode());
        } else {
            out += QStringView(&c, 1).toUtf8();
        }
    }
    out += '"';
}

} // namespace json
