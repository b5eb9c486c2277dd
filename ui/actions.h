// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QObject>

class QMenuBar;

/// Every action of the window, once: text, shortcut, picture. Pages and menus share them; the main
/// window says what they do and when they can be used. An action that cannot be used says why in its
/// tool tip and status tip.
class Actions final : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    QAction *newRun, *openFiles, *drafts, *exportRun, *quit;
    QAction *openRun, *cancelRun, *checkNow, *fetchPartial, *submitAgain, *deleteRun, *copyId,
        *tags;
    QAction *startRun, *addRequests; ///< of staged runs
    QAction *atProvider, *followBatch, *followWithFile, *refreshList;
    QAction *find, *back, *cyclePanes, *connections, *about;

    void addMenus(QMenuBar *bar) const;

    /// Reason empty: the action can be used.
    static void setUsable(QAction *action, const QString &reasonNot);

private:
    void addRemote();
    QAction *add(const QString &name, const QString &text, const QString &icon, const QString &tip,
                 const QList<QKeySequence> &keys = {});
};
