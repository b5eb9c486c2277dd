// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/undokeys.h"

#include <QKeyEvent>
#include <QWidget>

UndoKeys::UndoKeys(QObject *parent) : QObject(parent) {}

void UndoKeys::watch(QWidget &widget)
{
    widget.installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isUndo = key.matches(QKeySequence::Undo);
    if (!isUndo && !key.matches(QKeySequence::Redo))
        return QObject::eventFilter(watched, event);
    event->accept(); // the override, so that the key comes here and to no shortcut
    if (event->type() == QEvent::KeyPress) {
        if (isUndo)
            Q_EMIT undoPressed();
        else
            Q_EMIT redoPressed();
    }
    return true;
}

#include "moc_undokeys.cpp"
