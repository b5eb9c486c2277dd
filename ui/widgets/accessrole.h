// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>

class QWidget;

namespace accessrole {

/// Tells screen readers what a widget is whose class Qt gives no role. To be called before somebody
/// asks for it. GUI thread.
void set(QWidget &widget, QAccessible::Role role);

} // namespace accessrole
