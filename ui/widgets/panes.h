// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

/// The parts of a window that F6 goes through, and Shift+F6 back: the tool bar, lists, tables, editors and tab bars that
/// can be seen, from the top and the leading side.
namespace panes {

/// Gives the focus to the pane behind the one that has it. False where there is none.
bool focusNext(QWidget &window);
/// To the one before it.
bool focusPrevious(QWidget &window);

} // namespace panes
