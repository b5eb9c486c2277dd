// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using Wait = std::optional<std::chrono::milliseconds>;

/// Far beyond all sense, and far from an overflow.
constexpr double longest = 1000.0 * 86'400 * 366 * 100;

Wait fromMilliseconds(double value)
{
    if (!std::isfinite(value) || value < 0)
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<qint64>(std::ceil(std::min(value, longest))));
}

Wait fromNumber(QByteArray text, double factor)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok ? fromMilliseconds(value * factor) : std::nullopt;
}

Wait fromHeader(const QByteArray &text, const QDateTime &now)
{
    if (const Wait seconds = fromNumber(text, 1000))
        return seconds;
    const QDateTime date = httpDate(text);
    return date.isValid() ? fromMilliseconds(static_cast<double>(now.msecsTo(date))) : std::nullopt;
}

Wait fromValue(const QJsonValue &value)
{
    if (value.isDouble())
        return fromMilliseconds(value.toDouble() * 1000);
    // A protobuf duration ("34s", "1.5s"), or a number in a string
    QByteArray text = value.toString().trimmed().toLatin1();
    if (text.endsWith('s'))
        text.chop(1);
    return fromNumber(text, 1000);
}

void longer(Wait &wait, const Wait &other)
{
    if (other && (!wait || *other > *wait))
        wait = other;
}

void readObject(Wait &wait, const QJsonObject &object)
{
    longer(wait, fromValue(object.value("retry_after_seconds"_L1)));
    const QJsonArray details = object.value("details"_L1).toArray();
    for (const QJsonValue &detail : details)
        longer(wait, fromValue(detail.toObject().value("retryDelay"_L1)));
}

} // namespace

QDateTime httpDate(const QByteArray &text)
{
    const QString simplified = QString::fromLatin1(text).simplified();
    for (const QString &format :
         {u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dddd, dd-MMM-yy hh:mm:ss 'GMT'"_s,
          u"ddd MMM d hh:mm:ss yyyy"_s}) {
        QDateTime date = QLocale::c().toDateTime(simplified, format, 2000);
        if (date.isValid()) {
            date.setTimeZone(QTimeZone::UTC);
            return date;
        }
    }
    return {};
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, const QDateTime &now)
{
    // A date is meant by the server's clock, so it is measured against the server's own time.
    const QDateTime serverNow = httpDate(reply.header("date"));
    Wait wait;
    for (const auto &[name, value] : reply.headers) {
        if (name == "retry-after")
            longer(wait, fromHeader(value, serverNow.isValid() ? serverNow : now));
        else if (name == "retry-after-ms")
            longer(wait, fromNumber(value, 1));
    }
    if (!reply.isSuccess()) {
        const QJsonObject root = QJsonDocument::fromJson(reply.body).object();
        readObject(wait, root);
        readObject(wait, root.value("error"_L1).toObject());
    }
    return wait;
}

std::chrono::milliseconds backOff(int attempt, double random, std::chrono::milliseconds base,
                                  std::chrono::milliseconds cap)
{
    const double doubled
        = std::ldexp(static_cast<double>(base.count()), std::clamp(attempt, 1, 64) - 1);
    const double whole = std::min(doubled, static_cast<double>(cap.count()));
    return std::chrono::milliseconds(
        static_cast<qint64>(std::ceil(whole * std::clamp(random, 0.0, 1.0))));
}
