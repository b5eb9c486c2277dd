// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Actions;
class Clock;
class QMenu;
class QSystemTrayIcon;
class RunModel;

/// The icon in the tray, where a person wants one: says how many runs are under way and which ends
/// next; its menu opens them. Works without a tray on the desktop: then there is none, and
/// isShown() says so. GUI thread.
class Tray final : public QObject {
    Q_OBJECT
public:
    Tray(const RunModel &runs, const Clock &clock, Actions &actions, QObject *parent = nullptr);
    ~Tray() override;

    void setWanted(bool isWanted);
    /// Can be seen and pressed, so a window may hide behind it.
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] QString words() const; ///< what the tool tip says
    [[nodiscard]] QMenu &menu() const { return *m_menu; }

Q_SIGNALS:
    void windowWanted();
    void runWanted(RunId run);

private:
    void fillMenu();

    const RunModel &m_runs;
    const Clock &m_clock;
    Actions &m_actions;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< null: not wanted
    QTimer m_often;
};
