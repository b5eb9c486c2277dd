// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/timewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString translated(const char *text, qint64 count = -1)
{
    return QCoreApplication::translate("TimeWords", text, nullptr, static_cast<int>(count));
}

} // namespace

QString timewords::ago(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = then.secsTo(now);
    if (seconds < 3) // a clock that was set back says the same
        return translated(QT_TRANSLATE_NOOP("TimeWords", "just now"));
    if (seconds < minute)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n s ago"), seconds);
    if (seconds < hour)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n min ago"), seconds / minute);
    if (seconds < day)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n h ago"), seconds / hour);
    if (seconds < 14 * day)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n day(s) ago"), seconds / day);
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

QString timewords::ahead(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = now.secsTo(then);
    if (seconds < 1)
        return translated(QT_TRANSLATE_NOOP("TimeWords", "now"));
    if (seconds < 2 * minute)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "in %n s"), seconds);
    if (seconds < 2 * hour)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "in %n min"), seconds / minute);
    if (seconds < 2 * day)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "in %n h"), seconds / hour);
    return translated(QT_TRANSLATE_N_NOOP("TimeWords", "in %n day(s)"), seconds / day);
}

QString timewords::checked(const QDateTime &last, const QDateTime &next, const QDateTime &now)
{
    if (last.isValid() && next.isValid())
        //: %1 is such as "20 s ago", %2 such as "in 40 s"
        return QCoreApplication::translate("TimeWords", "%1, next %2")
            .arg(ago(last, now), ahead(next, now));
    if (next.isValid())
        //: %1 is such as "in 40 s"
        return QCoreApplication::translate("TimeWords", "next %1").arg(ahead(next, now));
    return ago(last, now);
}

QString timewords::exact(const QDateTime &time)
{
    if (!time.isValid())
        return u"–"_s;
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    //: date and time of day
    return QCoreApplication::translate("TimeWords", "%1, %2")
        .arg(locale.toString(local.date(), QLocale::ShortFormat),
             locale.toString(local.time(), u"HH:mm:ss"));
}

QString timewords::span(qint64 seconds)
{
    if (seconds < minute)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n s"), std::max<qint64>(seconds, 0));
    if (seconds < hour)
        return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n min"), seconds / minute);
    if (seconds < 2 * day)
        return QCoreApplication::translate("TimeWords", "%1 h %2 min")
            .arg(seconds / hour)
            .arg(seconds % hour / minute);
    return translated(QT_TRANSLATE_N_NOOP("TimeWords", "%n day(s)"), seconds / day);
}
