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

struct Pane {
    QWidget *widget;
    QWidget *focus;
};

QList<Pane> panesOf(QWidget &window)
{
    QList<Pane> found;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        if (widget->window() == &window)
            if (QWidget *focus = focusOf(widget))
                found.append(Pane{widget, focus});
    std::ranges::stable_sort(found, {}, [&](const Pane &pane) {
        const QPoint place = pane.widget->mapTo(&window, QPoint());
        return std::pair(place.y(), place.x());
    });
    return found;
}

/// By so many panes, around the end. From nowhere to the first, or back to the last.
bool moveFocus(QWidget &window, int step)
{
    const QList<Pane> found = panesOf(window);
    if (found.isEmpty())
        return false;
    const QWidget *now = window.focusWidget();
    const auto current = std::ranges::find_if(found, [&](const Pane &pane) {
        return now && (pane.widget == now || pane.widget->isAncestorOf(now));
    });
    const qsizetype from = current != found.end() ? current - found.begin() : step > 0 ? -1 : 0;
    const qsizetype to = (from + step + found.size()) % found.size();
    found.at(to).focus->setFocus(Qt::ShortcutFocusReason);
    return true;
}

} // namespace

bool panes::focusNext(QWidget &window)
{
    return moveFocus(window, 1);
}

bool panes::focusPrevious(QWidget &window)
{
    return moveFocus(window, -1);
}
