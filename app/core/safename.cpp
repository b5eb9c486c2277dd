// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/safename.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 150;

bool isFit(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u' ' || c == u'.';
}

bool isDevice(const QString &name)
{
    static const QStringList devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    const bool isPort = stem.size() == 4 && stem[3].isDigit()
        && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1));
    return isPort || devices.contains(stem);
}

} // namespace

QString safeFileName(const QString &name, const QString &otherwise)
{
    QString safe;
    qsizetype bytes = 0;
    for (const QChar c : name.trimmed()) {
        const QChar fit = isFit(c) ? c : QChar(u'_');
        bytes += QString(fit).toUtf8().size();
        if (bytes > mostBytes)
            break;
        safe += fit;
    }
    // A dot in front hides a file, a dash makes an option of it; Windows cuts dots at the end.
    while (safe.startsWith(u'.') || safe.startsWith(u'-') || safe.startsWith(u' '))
        safe.removeFirst();
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    if (isDevice(safe))
        safe.prepend(u'_');
    const bool saysNothing
        = std::ranges::all_of(safe, [](QChar c) { return !c.isLetterOrNumber(); });
    return saysNothing ? otherwise : safe;
}
