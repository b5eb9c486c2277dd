// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/usable.h"

#include <QAction>
#include <QCoreApplication>
#include <QVariant>

namespace {

constexpr auto tipProperty = "usualTip";

void show(QAction *action, const QString &reasonNot)
{
    QString tip = reasonNot.isEmpty() ? usable::tip(action) : reasonNot;
    action->setStatusTip(tip);
    if (const QKeySequence key = action->shortcut(); !key.isEmpty() && reasonNot.isEmpty())
        //: what a button does, then its key
        tip = QCoreApplication::translate("Actions", "%1 (%2)")
                  .arg(tip, key.toString(QKeySequence::NativeText));
    action->setToolTip(tip);
}

} // namespace

void usable::setTip(QAction *action, const QString &tip)
{
    action->setProperty(tipProperty, tip);
    set(action, {});
}

QString usable::tip(const QAction *action)
{
    return action->property(tipProperty).toString();
}

void usable::set(QAction *action, const QString &reasonNot)
{
    action->setEnabled(reasonNot.isEmpty());
    show(action, reasonNot);
}

void usable::keysChanged(QAction *action)
{
    if (action->isEnabled()) // else its tip is the reason why not, without keys
        show(action, {});
}
