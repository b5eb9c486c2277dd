// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Text from outside (answers, ids, names, a provider's words) as it is shown to people.
namespace visibletext {

/// What turns a line around, rings a bell or cannot be seen at all is shown by a sign of its own:
/// directions forced on what follows as ⟨U+202E⟩, control characters as ␛, hidden tags as ⟨U+E0041⟩.
/// Line ends and tabs stay, and so do the marks that right-to-left writing needs.
[[nodiscard]] QString marked(const QString &text);

/// The beginning of it on one line, for a cell, a label or a tip: layout of a long unbroken text
/// is what freezes a window.
[[nodiscard]] QString brief(const QString &text, qsizetype most = 300);

/// The same for rich places such as tool tips, where it must not be taken for mark-up.
[[nodiscard]] QString tip(const QString &text);

} // namespace visibletext
