// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QAction;

/// Actions that say in their tool tip and status tip what they do, or why they cannot be used now.
namespace usable {

/// What it does, whether it can be used or not; it can be used from now on.
void setTip(QAction *action, const QString &tip);
[[nodiscard]] QString tip(const QAction *action);
/// Reason empty: the action can be used.
void set(QAction *action, const QString &reasonNot);
/// To be called when its keys have changed: they stand behind the tip.
void keysChanged(QAction *action);

} // namespace usable
