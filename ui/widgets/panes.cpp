// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panes.h"

#include <QAbstractScrollArea>
#include <QList>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QWidget>

#include <algorithm>

namespace {

/// The widget of a pane that takes the focus; null: no pane.
QWidget *focusOf(QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return nullptr;
    if (const auto *bar = qobject_cast<QToolBar *>(widget)) {
        const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
        for (QToolButton *button : buttons)
            if (button->isVisible() && button->isEnabled() && button->focusPolicy() != Qt::NoFocus)
                return button;
        return nullptr;
    }
    const bool isPane
        = qobject_cast<QAbstractScrollArea *>(widget) || qobject_cast<QTabBar *>(widget);
    return isPane && widget->focusPolicy() != Qt::NoFocus ? widget : nullptr;
}

} // namespace

bool panes::focusNext(QWidget &window)
{
    struct Pane {
        QWidget *widget;
        QWidget *focus;
    };
    QList<Pane> found;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        if (widget->window() == &window)
            if (QWidget *focus = focusOf(widget))
                found.append(Pane{widget, focus});
    if (found.isEmpty())
        return false;
    std::ranges::stable_sort(found, {}, [&](const Pane &pane) {
        const QPoint place = pane.widget->mapTo(&window, QPoint());
        return std::pair(place.y(), place.x());
    });
    const QWidget *now = window.focusWidget();
    const auto current = std::ranges::find_if(found, [&](const Pane &pane) {
        return now && (pane.widget == now || pane.widget->isAncestorOf(now));
    });
    const auto next
        = current == found.end() || current + 1 == found.end() ? found.begin() : current + 1;
    next->focus->setFocus(Qt::ShortcutFocusReason);
    return true;
}
