// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QSplitter;
class QString;
class QTabWidget;
class QTableView;

/// What a person has set up is kept in the settings file, under a name that is the same each time: it
/// comes back at once, and each change is written soon after. Of two with one name, the one that was
/// changed last is kept.
namespace keptlook {

/// Widths, order and visibility of columns, and what is sorted by, once the table has its model and
/// its usual widths. Columns can be moved; a menu on the titles hides and shows all but one of them.
void columns(QTableView &table, const QString &name, int alwaysShown);
/// Once the splitter has its widgets and their usual sizes.
void splitter(QSplitter &splitter, const QString &name);
/// Which tab is in front, once all are there.
void tabs(QTabWidget &tabs, const QString &name);

} // namespace keptlook
