// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/messagelook.h"

#include "theme/icons.h"
#include "widgets/messagearea.h"

#include <KMessageWidget>

#include <QAction>
#include <QToolButton>

using namespace Qt::StringLiterals;

void messagelook::apply(KMessageWidget &message)
{
    message.setPosition(KMessageWidget::Header);
    for (const QList<QToolButton *> buttons = message.findChildren<QToolButton *>();
         QToolButton * cross : buttons) {
        if (cross->defaultAction())
            cross->defaultAction()->setIcon(icons::named(u"edit-clear"_s));
        cross->setAccessibleName(MessageArea::tr("Close this message"));
        cross->setToolTip(cross->accessibleName());
    }
}
