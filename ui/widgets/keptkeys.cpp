// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keptkeys.h"

#include "widgets/settings.h"

#include <QAction>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QAction &action)
{
    return u"shortcuts/"_s + action.objectName();
}

} // namespace

std::optional<QList<QKeySequence>> keptkeys::of(const QAction &action)
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    const QVariant kept = settings.value(nameOf(action));
    if (!kept.isValid())
        return std::nullopt;
    return QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText);
}

void keptkeys::keep(const QAction &action, const QList<QKeySequence> &usual)
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    if (action.shortcuts() == usual)
        settings.remove(nameOf(action));
    else
        settings.setValue(
            nameOf(action),
            QKeySequence::listToString(action.shortcuts(), QKeySequence::PortableText));
}

QString keptkeys::plainText(const QAction &action)
{
    QString text = action.text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}
