// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class PreferencePage;
class QString;
class QWidget;

/// The pages of the preferences that hold nothing but fields: what they keep is in Preferences.
namespace plainpages {

[[nodiscard]] PreferencePage *notifications(QWidget *parent);
[[nodiscard]] PreferencePage *folders(const QString &library, QWidget *parent);
[[nodiscard]] PreferencePage *appearance(QWidget *parent);
[[nodiscard]] PreferencePage *tray(QWidget *parent);

} // namespace plainpages
