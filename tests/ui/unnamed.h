// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QComboBox>
#include <QStringList>
#include <QWidget>

/// Widgets that can have the focus and say nothing to a screen reader.
inline QStringList unnamed(QWidget &top)
{
    QStringList found;
    const QList<QWidget *> widgets = top.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&top)
            || widget->focusProxy())
            continue;
        // A spin box or combo box speaks for the line edit in it, a list for its scroll bars.
        if (qobject_cast<QComboBox *>(widget->parentWidget())
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            found.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                         + widget->objectName() + QStringLiteral(" in ")
                         + QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return found;
}
