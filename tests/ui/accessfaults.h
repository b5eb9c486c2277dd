// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

/// What a person who does not see the window, or sees no colours, would miss in it.
namespace accessfaults {

/// Of all that is visible below: controls without a name, a role or a value, fields whose label is not
/// theirs, tables without titles, and cells that say something by colour or picture alone.
[[nodiscard]] QStringList in(QWidget &top);

} // namespace accessfaults
