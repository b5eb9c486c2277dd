// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

/// Takes the keys of undo and redo from widgets that have a history of their own, for one that
/// goes over all of them.
class UndoKeys final : public QObject {
    Q_OBJECT
public:
    explicit UndoKeys(QObject *parent = nullptr);
    void watch(QWidget &widget);

Q_SIGNALS:
    void undoPressed();
    void redoPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
