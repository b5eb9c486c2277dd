// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <optional>

class QAction;

/// The keys that a person has given actions, in the settings file under the name of the action.
namespace keptkeys {

/// Nothing: the usual ones. Empty: none at all.
[[nodiscard]] std::optional<QList<QKeySequence>> of(const QAction &action);
/// What the action has now; nothing is written of one that has its usual keys.
void keep(const QAction &action, const QList<QKeySequence> &usual);

/// The action's text without the mark of its mnemonic and the dots.
[[nodiscard]] QString plainText(const QAction &action);

} // namespace keptkeys
