// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHeaderView;
class QTableView;

/// How every table of the window looks: rows rather than a grid, titles above their columns' text,
/// the row chosen as a whole.
namespace tablelook {

enum class Rows { Dense, Roomy };

void apply(QTableView &table, Rows rows = Rows::Dense);
/// Titles with the room that cells have, for a header of any view.
void apply(QHeaderView &header);

} // namespace tablelook
