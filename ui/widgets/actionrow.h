// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QHBoxLayout>
#include <QList>
#include <QToolButton>

/// A button with icon and words for each action, side by side, at the beginning of the row. The
/// buttons are children of parent, the row belongs to who adds it to a layout.
[[nodiscard]] inline QHBoxLayout *newActionRow(const QList<QAction *> &actions, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    for (QAction *action : actions) {
        auto *button = new QToolButton(parent);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}
