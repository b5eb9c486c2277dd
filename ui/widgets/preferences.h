// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/appearance.h"

#include <QString>

/// What a person has set in the preferences, as it is kept in the settings file. A value. Who needs
/// one reads it when it is needed, so a change counts at once; the proxy (net/proxychoice.h) and the
/// keys of the actions are kept beside it.
struct Preferences {
    bool checkOnWake = true; ///< ask about all runs under way when the computer has slept
    bool tellEnded = true;
    bool tellFailed = true;
    bool tellNeedsYou = true; ///< paused connections, uncertain submissions
    bool onlyUnwatched = true; ///< the desktop's notifications only while the window is not active
    QString exportFolder; ///< empty: where the last export went
    Appearance look;
    bool tray = false;
    bool closeToTray = false;

    [[nodiscard]] static Preferences load();
    /// Writes only what differs from what is there.
    void save() const;

    bool operator==(const Preferences &) const = default;
};
