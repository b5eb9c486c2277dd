// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>

/// Tells a screen reader what came about while the focus is somewhere else. What everybody can see to
/// have changed, and nobody is at just now, is said by this.
inline void announce(QObject &where, const QString &text)
{
    if (text.isEmpty())
        return;
    QAccessibleAnnouncementEvent spoken(&where, text);
    QAccessible::updateAccessibility(&spoken);
}
