// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class Actions;
class QMenuBar;

/// All keys of the window, menu by menu, and those that lists and editors have besides. Made from
/// the actions as they are when it opens.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(const Actions &actions, const QMenuBar &menus, QWidget *parent = nullptr);
};
