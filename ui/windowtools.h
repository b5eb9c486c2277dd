// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <vector>

class Actions;
class CommandPalette;
class MainWindow;
class Notifier;
class PreferencesDialog;
class Services;
class ShortcutsDialog;
class Tray;
struct PaletteEntry;

/// What belongs to the window as a whole and to no page: preferences and keys, command palette, tray,
/// what is told outside of it, and what happens when the computer wakes up. GUI thread.
class WindowTools final : public QObject {
    Q_OBJECT
public:
    WindowTools(Services &services, Actions &actions, MainWindow &window);
    ~WindowTools() override;

    [[nodiscard]] Tray &tray() { return *m_tray; }
    /// Closing the window leaves the program in the tray, where it can be found again.
    [[nodiscard]] bool staysInTray() const;
    /// Words to say, once ever, before the window closes on runs that go on; empty: said, or none.
    [[nodiscard]] QString wordsOfClosing();
    /// Everything that the palette finds.
    [[nodiscard]] std::vector<PaletteEntry> entries() const;

private:
    void applyPreferences();
    void restoreKeys();
    void showPreferences();
    void showShortcuts();
    void connectNotifier();
    enum class Say : quint8 { Nothing, News };
    void lookForDoubt(Say say);
    void tellTrouble(ConnectionId connection);
    void wakeUp();

    Services &m_services;
    Actions &m_actions;
    MainWindow &m_window;
    Notifier *m_notifier;
    Tray *m_tray;
    CommandPalette *m_palette;
    QPointer<PreferencesDialog> m_preferences;
    QPointer<ShortcutsDialog> m_shortcuts;
    QSet<RunId> m_inDoubt; ///< what was told, or stood there from the start
    QSet<ConnectionId> m_troubled;
};
