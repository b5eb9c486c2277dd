// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

/// What looks wrong in a window and can be measured.
namespace lookfaults {

/// Labels, buttons and titles that have no room for all of their text, and what sticks out of its parent.
[[nodiscard]] QStringList clipped(QWidget &top);

/// Texts of labels, buttons and tables with less than 4.5 to 1 against what is behind them. What a
/// desktop's palette does by itself (its selection, what is disabled) is the desktop's.
[[nodiscard]] QStringList pale(QWidget &top);

} // namespace lookfaults
